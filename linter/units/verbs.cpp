#include "units/verbs.h"

#include <xxhash.h>

#include <algorithm>

namespace stet {

bool is_third_person(std::string_view folded) {
  if (!folded.ends_with('s')) return false;
  return std::binary_search(verbs::third_persons.begin(), verbs::third_persons.end(), XXH3_64bits(folded.data(), folded.size()));
}

bool is_base_verb(std::string_view folded) {
  return std::binary_search(verbs::base_forms.begin(), verbs::base_forms.end(), XXH3_64bits(folded.data(), folded.size()));
}

}  // namespace stet
