#include "checks/adds_up/totals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "text/unicode.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t most_columns = 64;
constexpr std::size_t longest_cell = 40;     // bytes
constexpr std::uint32_t longest_list = 120;  // words
// Set on documentation, books and real articles (2026-11-29).
constexpr double farthest = 0.35;  // of the total: beyond, what is listed is not what it is of

/// A cell's number with what stands before and behind it.
struct Cell {
  double number = 0;
  std::uint32_t decimals = 0;
  std::string unit;    ///< "$", "%", "kg": the text around the digits
  bool empty = false;  ///< nothing, or a dash
};

bool is_digit_of(char c) { return c >= '0' && c <= '9'; }

std::optional<Cell> read_cell(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.size() > longest_cell) return std::nullopt;
  if (text.empty() || text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94") return Cell{.empty = true};
  const auto* const first = std::find_if(text.begin(), text.end(), is_digit_of);
  const auto* const last = std::find_if_not(first, text.end(), [](char c) { return is_digit_of(c) || c == ',' || c == '.'; });
  if (first == text.end()) return std::nullopt;
  const std::string_view before(text.begin(), first);
  const std::string_view behind(last, text.end());
  if (before.find('-') != std::string_view::npos || behind.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::string digits(first, last);
  // Thousands are parted by commas, and by nothing else.
  for (std::size_t comma = digits.find(','); comma != std::string::npos; comma = digits.find(',')) {
    if (digits.size() < comma + 4 || !std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(comma) + 1,
                                                  digits.begin() + static_cast<std::ptrdiff_t>(comma) + 4, is_digit_of))
      return std::nullopt;
    digits.erase(comma, 1);
  }
  Cell cell;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), cell.number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  const std::size_t point = digits.find('.');
  cell.decimals = point == std::string::npos ? 0 : static_cast<std::uint32_t>(digits.size() - point - 1);
  for (const char c : std::string(before) + "|" + std::string(behind)) {
    if (c != ' ') cell.unit += c;
  }
  return cell;
}

std::string_view cell_text(const CheckInput& input, const Block& row, std::uint32_t column) {
  return input.article.text(input.article.texts[row.texts.begin + column].plain);
}

bool says_total(const CheckInput& input, std::string_view first_cell) {
  std::string text = fold(first_cell);
  while (!text.empty() && (text.back() == ' ' || text.back() == ':')) text.pop_back();
  for (const std::string_view before : {"grand ", "in "}) {
    if (text.starts_with(before)) text.erase(0, before.size());
  }
  return input.vocabulary.grammar().has(WordClass::total, text);
}

/// The rows below the header; none when one of them is a subtotal.
std::vector<const Block*> data_rows(const CheckInput& input, std::uint32_t table) {
  std::vector<const Block*> rows;
  for (std::uint32_t b = table + 1; b < input.article.blocks[table].end; ++b) {
    const Block& row = input.article.blocks[b];
    if (row.kind == BlockKind::table_row && row.level == 0 && !row.texts.empty()) rows.push_back(&row);
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (fold(cell_text(input, *rows[i], 0)).find("total") != std::string::npos) return {};
  }
  return rows;
}

/// What a cell says; without words where it is empty.
IndexRange words_of_cell(const CheckInput& input, const Block& row, std::uint32_t column) {
  if (column >= row.texts.size()) return {};
  const IndexRange sentences = input.units.sentences_of_text[row.texts.begin + column];
  return sentences.empty() ? IndexRange{} : input.units.sentences[sentences.begin].words;
}

/// What the column comes to when that is not what its last cell says.
std::optional<double> other_sum(const CheckInput& input, const std::vector<const Block*>& rows, std::uint32_t column) {
  const auto total = read_cell(cell_text(input, *rows.back(), column));
  if (!total || total->empty) return std::nullopt;
  double sum = 0;
  double least = total->number;
  double most = 0;
  std::uint32_t decimals = total->decimals;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (column >= rows[i]->texts.size()) return std::nullopt;
    const auto cell = read_cell(cell_text(input, *rows[i], column));
    if (!cell || (!cell->empty && cell->unit != total->unit)) return std::nullopt;
    if (cell->empty) continue;
    sum += cell->number;
    least = numbers == 0 ? cell->number : std::min(least, cell->number);
    most = std::max(most, cell->number);
    decimals = std::max(decimals, cell->decimals);
    ++numbers;
  }
  const bool is_average = total->number >= least && total->number <= most;
  if (numbers < 2 || is_average) return std::nullopt;
  const bool rounded = decimals > 0 || total->unit.find('%') != std::string::npos;
  const double slack = rounded ? 0.5 * std::pow(10, -static_cast<double>(decimals)) * static_cast<double>(numbers + 1) : 0;
  return std::abs(sum - total->number) > slack + 1e-6 ? std::optional(sum) : std::nullopt;
}

void add_table(const CheckInput& input, std::uint32_t table, std::vector<WrongTotal>& wrong) {
  const std::vector<const Block*> rows = data_rows(input, table);
  if (rows.size() < 3 || !says_total(input, cell_text(input, *rows.back(), 0))) return;
  const auto columns = static_cast<std::uint32_t>(std::min<std::size_t>(rows.back()->texts.size(), most_columns));
  for (std::uint32_t column = 1; column < columns; ++column) {
    const auto sum = other_sum(input, rows, column);
    if (!sum) continue;
    const IndexRange words = words_of_cell(input, *rows.back(), column);
    if (words.empty()) continue;
    WrongTotal total{sentence_of(input.units, words.begin), words, *sum};
    for (const Block* row : rows) {
      if (const IndexRange part = words_of_cell(input, *row, column); row != rows.back() && !part.empty()) total.parts.push_back(part);
    }
    wrong.push_back(std::move(total));
  }
}

/// "8 x 24", "8 × 24", "8 * 24", "240 / 5": no sum.
bool multiplies(std::string_view word, std::string_view gap) {
  return word == "x" || word == "times" || gap.find_first_of("*/") != std::string_view::npos ||
         gap.find("\xC3\x97") != std::string_view::npos;
}

/// The first word behind the colon or bracket that opens the list of a total's parts; nothing where there is none, or no sum of parts.
std::optional<std::uint32_t> list_behind(const CheckInput& input, std::uint32_t total, IndexRange sentence) {
  std::optional<std::uint32_t> list;
  for (std::uint32_t w = total; w < sentence.end; ++w) {
    const std::string_view gap = gap_before(input, w);
    if (!list && gap.find_first_of(":(") != std::string_view::npos) list = w;
    if (is(form_of(input, w), WordClass::partition) || multiplies(form_of(input, w).text, gap)) return std::nullopt;
  }
  return list && *list <= total + 4 ? list : std::nullopt;
}

}  // namespace

std::vector<WrongTotal> wrong_table_totals(const CheckInput& input) {
  std::vector<WrongTotal> wrong;
  for (std::uint32_t b = 0; b < input.article.blocks.size(); ++b) {
    if (input.article.blocks[b].kind == BlockKind::table) add_table(input, b, wrong);
  }
  return wrong;
}

std::vector<WrongTotal> wrong_total_behind(const CheckInput& input, const Match& match, IndexRange total) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  const auto stated = typed_within(input.units, total);
  const auto in_sentence = typed_within(input.units, whole);
  if (stated.empty() || whole.size() > longest_list || stated.front().approximate || stated.front().low != stated.front().high) return {};
  for (std::uint32_t w = whole.begin; w < whole.end; ++w) {
    if (is(form_of(input, w), WordClass::partition)) return {};
  }
  double sum = 0;
  double rounded = stated.front().place / 2;
  std::size_t parts = 0;
  for (const Typed& typed : in_sentence) {
    if (typed.kind != stated.front().kind || typed.unit != stated.front().unit || typed.words.begin == stated.front().words.begin) continue;
    if (typed.words.begin > total.begin || typed.approximate || typed.low != typed.high) return {};
    sum += typed.low;
    rounded += typed.place / 2;
    ++parts;
  }
  const double off = std::abs(sum - stated.front().low);
  if (parts < 2 || off < 0.005 + rounded || off > farthest * stated.front().low) return {};
  return {{match.sentence, total, sum, {}}};
}

std::vector<WrongTotal> wrong_listed_total(const CheckInput& input, const Match& match, IndexRange total) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  if (whole.end > match.words.end + longest_list) return {};
  const auto list = list_behind(input, match.words.end, whole);
  if (!list) return {};
  std::optional<double> stated;
  double sum = 0;
  std::size_t parts = 0;
  for (const Typed& typed : typed_within(input.units, {total.begin, whole.end})) {
    if (typed.kind == TypedKind::name || typed.kind == TypedKind::proper || typed.kind == TypedKind::citation) continue;
    if (typed.kind != TypedKind::number || typed.approximate || typed.low != typed.high) return {};
    if (total.contains(typed.words.begin)) {
      stated = typed.low;
    } else if (typed.words.begin >= *list) {
      sum += typed.low;
      ++parts;
    } else {
      return {};
    }
  }
  if (!stated || parts < 2 || std::abs(sum - *stated) < 1e-6) return {};
  return {{match.sentence, total, sum, {}}};
}

namespace {

/// The only value of the total's kind and unit in some words.
const Typed* only_value(const CheckInput& input, IndexRange words, const Typed& total) {
  const Typed* value = nullptr;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is(form_of(input, w), WordClass::partition) || form_of(input, w).text == "or") return nullptr;
  }
  for (const Typed& typed : typed_within(input.units, words)) {
    if (typed.kind != total.kind || typed.unit != total.unit) continue;
    if (value != nullptr || typed.approximate || typed.low != typed.high) return nullptr;
    value = &typed;
  }
  return value;
}

/// The values of a list's items; nothing where one of them has no such value, or several.
std::vector<const Typed*> values_of_items(const CheckInput& input, std::uint32_t list, const Typed& total) {
  const Article& article = input.article;
  std::vector<const Typed*> values;
  for (std::uint32_t item = list + 1; item < article.blocks[list].end; item = article.blocks[item].end) {
    IndexRange words;
    for (std::uint32_t b = item; b < article.blocks[item].end; ++b) {
      const IndexRange texts = article.blocks[b].texts;
      for (std::uint32_t text = texts.begin; text < texts.end; ++text) {
        const IndexRange sentences = input.units.sentences_of_text[text];
        if (sentences.empty()) continue;
        const IndexRange here = cover(input.units.sentences[sentences.begin].words, input.units.sentences[sentences.end - 1].words);
        words = words.empty() ? here : cover(words, here);
      }
    }
    values.push_back(only_value(input, words, total));
    if (values.back() == nullptr) return {};
  }
  return values;
}

/// The list right before or right behind a block.
std::vector<std::uint32_t> lists_beside(const Article& article, std::uint32_t block) {
  std::vector<std::uint32_t> lists;
  const std::uint32_t parent = article.blocks[block].parent;
  const std::uint32_t next = article.blocks[block].end;
  if (next < article.blocks.size() && article.blocks[next].parent == parent && article.blocks[next].kind == BlockKind::list)
    lists.push_back(next);
  for (std::uint32_t before = block; before > 0; --before) {
    const Block& candidate = article.blocks[before - 1];
    if (candidate.parent != parent) continue;
    if (candidate.end == block && candidate.kind == BlockKind::list) lists.push_back(before - 1);
    break;
  }
  return lists;
}

}  // namespace

std::vector<WrongTotal> wrong_total_of_list(const CheckInput& input, const Match& match, IndexRange total) {
  const auto typed = typed_within(input.units, total);
  if (typed.empty() || typed.front().approximate || typed.front().low != typed.front().high) return {};
  const Typed& stated = typed.front();
  const Sentence& said = input.units.sentences[match.sentence];
  // "…, which is a lot" says nothing of what is added up; "…, including the fee" does.
  for (std::uint32_t w = said.words.begin; w < said.words.end; ++w) {
    const Form& form = form_of(input, w);
    if (is(form, WordClass::partition) && !(form.text == "which" && w > total.end)) return {};
  }
  for (const std::uint32_t list : lists_beside(input.article, said.block)) {
    const std::vector<const Typed*> parts = values_of_items(input, list, stated);
    WrongTotal wrong{match.sentence, total};
    double rounded = stated.place / 2;
    for (const Typed* part : parts) {
      wrong.sum += part->low;
      rounded += part->place / 2;
      wrong.parts.push_back(part->words);
    }
    const double off = std::abs(wrong.sum - stated.low);
    if (parts.size() >= 2 && off >= 0.5 + rounded && off <= farthest * stated.low) return {std::move(wrong)};
  }
  return {};
}

}  // namespace stet
