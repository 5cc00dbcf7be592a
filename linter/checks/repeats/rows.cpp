#include "checks/repeats/rows.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace stet {
namespace {

constexpr std::size_t most_doubles = 3;  ///< of one table; set on eight documentation sites (2026-11-29)

/// The cells of a row as they read, one behind the other.
std::string_view text_of(const Article& article, const Block& row) {
  if (row.texts.empty()) return {};
  const Span plain{article.texts[row.texts.begin].plain.begin, article.texts[row.texts.end - 1].plain.end};
  return article.text(plain);
}

std::uint32_t content_of(const CheckInput& input, const Block& row, const std::function<bool(std::uint32_t)>& holds) {
  std::uint32_t content = 0;
  bool looked_at = false;  // a cell that is all code is in no place of its own
  for (std::uint32_t text = row.texts.begin; text < row.texts.end; ++text) {
    const IndexRange sentences = input.units.sentences_of_text[text];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      looked_at = looked_at || holds(s);
      const IndexRange words = input.units.sentences[s].words;
      for (std::uint32_t word = words.begin; word < words.end; ++word) content += is_content(form_of(input, word)) ? 1U : 0U;
    }
  }
  return looked_at ? content : 0;
}

}  // namespace

std::vector<RowPair> double_rows(const CheckInput& input, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds) {
  std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> first;  // row, by table and text
  std::map<std::uint32_t, std::size_t> doubles;                               // by table
  std::vector<RowPair> rows;
  for (std::uint32_t block = 0; block < input.article.blocks.size(); ++block) {
    const Block& row = input.article.blocks[block];
    if (row.kind != BlockKind::table_row || row.level != 0) continue;
    const std::string_view text = text_of(input.article, row);
    const auto [known, is_new] = first.emplace(std::pair(row.parent, text), block);
    if (is_new || text.empty()) continue;
    const std::uint32_t content = content_of(input, row, holds);
    if (content < at_least) continue;
    rows.push_back({block, known->second, content});
    ++doubles[row.parent];
  }
  std::erase_if(rows, [&](const RowPair& pair) { return doubles[input.article.blocks[pair.later].parent] > most_doubles; });
  return rows;
}

}  // namespace stet
