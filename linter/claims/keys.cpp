#include "claims/keys.h"

namespace stet {

std::vector<StemId> content_stems(const CheckInput& input, IndexRange words) {
  std::vector<StemId> stems;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is_content(form_of(input, w))) stems.push_back(form_of(input, w).stem);
  }
  return stems;
}

std::vector<WordKey> content_keys(const CheckInput& input, IndexRange words) {
  std::vector<WordKey> keys;
  for (const StemId stem : content_stems(input, words)) keys.push_back(key_of(input, stem));
  return keys;
}

}  // namespace stet
