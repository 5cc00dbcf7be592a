#include "checks/requires/listed.h"

#include <algorithm>

#include "claims/subjects.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_listed_item = 7;  // words of a bare list item
constexpr std::uint32_t longest_entry = 14;       // and of a cell, or behind a label

/// Does a match of the pattern lie among the words?
bool holds_match(const CheckInput& input, PatternId pattern, IndexRange words) {
  const std::vector<Match>& matches = input.matches.of(pattern);
  const auto match = std::lower_bound(matches.begin(), matches.end(), words.begin,
                                      [](const Match& candidate, std::uint32_t begin) { return candidate.words.begin < begin; });
  return match != matches.end() && match->words.end <= words.end;
}

/// Is it, but for one word before it, a whole member of an enumeration that begins at `start`: between commas, slashes, "and", and the
/// ends?
bool stands_alone(const CheckInput& input, const Match& entry, std::uint32_t start) {
  const std::uint32_t end = input.units.sentences[entry.sentence].words.end;
  const auto parts = [&](std::uint32_t word) {  // is there a border before the word?
    if (gap_before(input, word).find_first_of(",;/&(") != std::string_view::npos) return true;
    const auto joins = [&](std::uint32_t at) { return is(form_of(input, at), WordClass::coordinator); };
    return joins(word - 1) || joins(word);
  };
  return (entry.words.begin <= start + 1 || parts(entry.words.begin) || parts(entry.words.begin - 1)) &&
         (entry.words.end >= end || parts(entry.words.end));
}

/// The words of the head of a cell's column, or none.
IndexRange column_head(const CheckInput& input, const Sentence& cell) {
  const Block& row = input.article.blocks[cell.block];
  if (row.kind != BlockKind::table_row || row.parent == no_index || input.article.blocks[row.parent].kind != BlockKind::table) return {};
  const std::uint32_t head = row.parent + 1;
  if (head == cell.block || input.article.blocks[head].level != 1) return {};
  const std::uint32_t text = input.article.blocks[head].texts.begin + cell.text - row.texts.begin;
  if (text >= input.article.blocks[head].texts.end || input.units.sentences_of_text[text].empty()) return {};
  return input.units.sentences[input.units.sentences_of_text[text].begin].words;
}

}  // namespace

std::uint32_t lead_in_of(const CheckInput& input, std::uint32_t sentence) {
  if (input.units.sentences[sentence].place != Place::list) return no_index;
  while (sentence > 0 && input.units.sentences[sentence].place == Place::list) --sentence;
  return input.article.text(input.units.sentences[sentence].plain).ends_with(':') ? sentence : no_index;
}

Announced announced_by(const CheckInput& input, const Match& entry, PatternId under) {
  const Sentence& said = input.units.sentences[entry.sentence];
  const std::uint32_t start = behind_lead(input, said.words);
  if (!stands_alone(input, entry, start)) return {};
  if (start > said.words.begin && start <= entry.words.begin && said.words.end - start <= longest_entry &&
      holds_match(input, under, {said.words.begin, start})) {
    return {.found = true};
  }
  if (said.place == Place::table && said.words.size() <= longest_entry) {
    const Block& row = input.article.blocks[said.block];
    return {.found = holds_match(input, under, column_head(input, said)), .in_first_column = said.text == row.texts.begin};
  }
  if (said.place != Place::list || said.words.size() > longest_listed_item) return {};
  const std::uint32_t lead = lead_in_of(input, entry.sentence);
  if (lead == no_index || !holds_match(input, under, input.units.sentences[lead].words)) return {};
  return {.found = true, .sentence = lead};
}

}  // namespace stet
