#include "claims/labelled.h"

#include "units/rows.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_line = 8;  // words

}  // namespace

std::optional<LabelledLine> labelled_line(const CheckInput& input, std::uint32_t sentence) {
  const Sentence& said = input.units.sentences[sentence];
  const IndexRange words = said.words;
  if (words.empty() || words.size() > longest_line || said.question) return std::nullopt;
  if (said.place == Place::table) {
    const auto label = label_of_row(input.article, input.units, sentence);
    return label ? std::optional(LabelledLine{*label, words}) : std::nullopt;
  }
  for (std::uint32_t w = words.begin + 1; w < words.end; ++w) {
    if (gap_before(input, w).find(':') != std::string_view::npos) return LabelledLine{{words.begin, w}, {w, words.end}};
  }
  return std::nullopt;
}

}  // namespace stet
