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
  const IndexRange label = label_before_colon(input, words, longest_line);
  return label.empty() ? std::nullopt : std::optional(LabelledLine{label, {label.end, words.end}});
}

}  // namespace stet
