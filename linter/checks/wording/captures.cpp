#include "checks/wording/captures.h"

#include <algorithm>

#include "units/within.h"

namespace stet {

IndexRange captured(const CheckInput& input, const Match& match, std::string_view name) {
  for (const Capture& capture : match.captures) {
    if (input.capture_names[capture.name] == name) return capture.words;
  }
  return {};
}

const Typed* typed_in(const CheckInput& input, IndexRange words) {
  const auto typed = typed_within(input.units, words);
  return typed.empty() ? nullptr : &typed.front();
}

}  // namespace stet
