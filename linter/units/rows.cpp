#include "units/rows.h"

namespace stet {

std::optional<IndexRange> label_of_row(const Article& article, const Units& units, std::uint32_t sentence) {
  const Sentence& said = units.sentences[sentence];
  if (said.place != Place::table || said.words.empty()) return std::nullopt;
  const Block& row = article.blocks[said.block];
  if (row.kind != BlockKind::table_row || row.level == 1 || row.texts.size() != 2 || said.text != row.texts.begin + 1) return std::nullopt;
  const IndexRange head = units.sentences_of_text[row.texts.begin];
  const IndexRange here = units.sentences_of_text[said.text];
  if (head.size() != 1 || here.size() != 1) return std::nullopt;
  const IndexRange label = units.sentences[head.begin].words;
  return label.empty() || label.end != said.words.begin ? std::nullopt : std::optional(label);
}

}  // namespace stet
