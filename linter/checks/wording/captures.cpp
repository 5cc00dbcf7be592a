#include "checks/wording/captures.h"

#include <algorithm>

namespace stet {

IndexRange captured(const CheckInput& input, const Match& match, std::string_view name) {
  for (const Capture& capture : match.captures) {
    if (input.capture_names[capture.name] == name) return capture.words;
  }
  return {};
}

const Typed* typed_in(const CheckInput& input, IndexRange words) {
  auto typed = std::lower_bound(input.units.typed.begin(), input.units.typed.end(), words.begin,
                                [](const Typed& candidate, std::uint32_t word) { return candidate.words.begin < word; });
  const bool found = typed != input.units.typed.end() && typed->words.begin < words.end;
  return found ? &*typed : nullptr;
}

}  // namespace stet
