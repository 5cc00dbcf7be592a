#include "units/rows.h"

namespace stet {

IndexRange head_of_row(const Article& article, const Units& units, std::uint32_t sentence) {
  const Sentence& said = units.sentences[sentence];
  const Block& row = article.blocks[said.block];
  if (row.kind != BlockKind::table_row || row.level == 1 || said.text == row.texts.begin) return {};
  const IndexRange first = units.sentences_of_text[row.texts.begin];
  return first.size() == 1 ? units.sentences[first.begin].words : IndexRange{};
}

std::optional<IndexRange> label_of_row(const Article& article, const Units& units, std::uint32_t sentence) {
  const Sentence& said = units.sentences[sentence];
  if (said.place != Place::table || said.words.empty() || article.blocks[said.block].texts.size() != 2) return std::nullopt;
  const IndexRange label = head_of_row(article, units, sentence);
  const bool whole_cell = units.sentences_of_text[said.text].size() == 1;
  return label.empty() || label.end != said.words.begin || !whole_cell ? std::nullopt : std::optional(label);
}

}  // namespace stet
