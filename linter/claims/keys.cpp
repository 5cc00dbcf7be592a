#include "claims/keys.h"

namespace stet {

std::vector<WordKey> content_keys(const CheckInput& input, IndexRange words) {
  std::vector<WordKey> keys;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is_content(form_of(input, w))) keys.push_back(key_of(input, form_of(input, w).stem));
  }
  return keys;
}

}  // namespace stet
