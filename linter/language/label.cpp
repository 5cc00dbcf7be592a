#include "language/label.h"

#include <algorithm>
#include <string_view>

namespace stet {

IndexRange label_before_colon(const Article& article, const Units& units, IndexRange words, std::uint32_t most) {
  const std::uint32_t last = words.begin + std::min(most + 1, static_cast<std::uint32_t>(words.size()));
  for (std::uint32_t w = words.begin + 1; w < last; ++w) {
    const std::string_view gap = article.text({units.words[w - 1].plain.end, units.words[w].plain.begin});
    const std::size_t colon = gap.find(':');
    if (colon != std::string_view::npos && colon + 1 < gap.size() && gap[colon + 1] != '/') return {words.begin, w};
  }
  return {words.begin, words.begin};
}

bool parts_label(std::string_view behind) { return behind.starts_with(':') || behind.starts_with(" -") || behind.starts_with(" \xE2\x80"); }

IndexRange emphasised_opening(const Units& units, IndexRange words) {
  IndexRange opening{words.begin, words.begin};
  while (opening.end < words.end && (units.words[opening.end].flags & word_emphasis) != 0) ++opening.end;
  return opening;
}

}  // namespace stet
