#include "checks/repeats/rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "claims/keys.h"
#include "comparing/reading.h"

namespace stet {
namespace {

constexpr std::size_t most_doubles = 3;      ///< of one table; set on eight documentation sites (2026-11-29)
constexpr std::uint32_t least_behind = 5;    ///< content words behind a first cell that is not the same
constexpr std::uint32_t longest_thing = 12;  ///< words of a first cell that names a thing

/// Some cells of a row as they read, one behind the other.
std::string_view text_of(const Article& article, IndexRange texts) {
  if (texts.empty()) return {};
  const Span plain{article.texts[texts.begin].plain.begin, article.texts[texts.end - 1].plain.end};
  return article.text(plain);
}

IndexRange behind_the_first(const Block& row) { return {std::min(row.texts.begin + 1, row.texts.end), row.texts.end}; }

std::uint32_t content_of(const CheckInput& input, IndexRange texts, const std::function<bool(std::uint32_t)>& holds) {
  std::uint32_t content = 0;
  bool looked_at = false;  // a cell that is all code is in no place of its own
  for (std::uint32_t text = texts.begin; text < texts.end; ++text) {
    const IndexRange sentences = input.units.sentences_of_text[text];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      looked_at = looked_at || holds(s);
      const IndexRange words = input.units.sentences[s].words;
      for (std::uint32_t word = words.begin; word < words.end; ++word) content += is_content(form_of(input, word)) ? 1U : 0U;
    }
  }
  return looked_at ? content : 0;
}

/// Main words of the first cell; none when it holds code or a number, or says more than a name.
std::set<StemId> thing_of(const CheckInput& input, const Block& row) {
  const IndexRange sentences = input.units.sentences_of_text[row.texts.begin];
  if (sentences.size() != 1) return {};
  const IndexRange words = input.units.sentences[sentences.begin].words;
  std::set<StemId> stems;
  for (std::uint32_t word = words.begin; word < words.end && words.size() <= longest_thing; ++word) {
    if ((input.units.words[word].flags & (word_code | word_number)) != 0) return {};
    if (is_content(form_of(input, word))) stems.insert(form_of(input, word).stem);
  }
  return stems;
}

/// "Gull", "Gull, old"
bool name_one_thing(const CheckInput& input, const Block& a, const Block& b) {
  const std::set<StemId> one = thing_of(input, a);
  const std::set<StemId> two = thing_of(input, b);
  if (one.empty() || two.empty()) return false;
  return includes(one, two) || includes(two, one);
}

}  // namespace

std::vector<RowPair> double_rows(const CheckInput& input, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds) {
  using Rows = std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t>;  // by table and text
  Rows whole;
  Rows behind;
  std::map<std::uint32_t, std::size_t> doubles;  // by table
  std::vector<RowPair> rows;
  const bool prose = is_plain_prose(input);  // options and files of one name are told apart by little
  for (std::uint32_t block = 0; block < input.article.blocks.size(); ++block) {
    const Block& row = input.article.blocks[block];
    if (row.kind != BlockKind::table_row || row.level != 0 || row.texts.empty()) continue;
    const auto add = [&](Rows& known, IndexRange texts, std::uint32_t least, bool all) {
      const std::string_view text = text_of(input.article, texts);
      const auto [first, is_new] = known.emplace(std::pair(row.parent, text), block);
      if (is_new || text.empty()) return false;
      const std::uint32_t content = content_of(input, texts, holds);
      if (content < least || (!all && !name_one_thing(input, row, input.article.blocks[first->second]))) return !all;
      rows.push_back({block, first->second, content});
      ++doubles[row.parent];
      return true;
    };
    const bool twice = add(whole, row.texts, at_least, true);
    if (!twice && prose) add(behind, behind_the_first(row), std::max(at_least, least_behind), false);
  }
  std::erase_if(rows, [&](const RowPair& pair) { return doubles[input.article.blocks[pair.later].parent] > most_doubles; });
  return rows;
}

}  // namespace stet
