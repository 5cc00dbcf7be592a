#include "units/reference_entry.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/byte_set.h"
#include "text/find_part.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest_entry = 700;  // bytes

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
bool is_capital(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; }
bool is_small(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; }

/// Behind `[1]`, `1.`, `(1)` and the blanks behind it, or 0.
std::size_t behind_number(std::string_view text) {
  std::size_t at = text.starts_with('[') || text.starts_with('(') ? 1 : 0;
  const std::size_t first = at;
  while (is_digit_at(text, at) && at < first + 3) ++at;
  if (at == first || at >= text.size() || std::string_view("]).").find(text[at]) == none) return 0;
  return std::min(text.find_first_not_of(' ', at + 1), text.size());
}

/// Behind the capitalized word that the text begins with, or 0.
std::size_t behind_name(std::string_view text) {
  std::size_t at = 0;
  if (text.empty() || !is_upper(next_code_point(text, at))) return 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) && c != U'-' && c != U'’' && c != U'\'') return begin;
  }
  return at;
}

/// Up to three initials, with or without stops, and what ends them: “J.”, “JA,”, “J. A. (”.
bool are_initials(std::string_view text) {
  std::size_t at = 0;
  std::size_t letters = 0;
  bool stops = false;
  while (letters < 4 && is_capital(text, at)) {
    ++letters;
    ++at;
    if (at < text.size() && text[at] == '.') {
      stops = true;
      ++at;
      if (at + 1 < text.size() && (text[at] == ' ' || text[at] == '-') && is_capital(text, at + 1) && !is_small(text, at + 2)) ++at;
    }
  }
  const bool ends = at == text.size() || std::string_view(",.;:( &").find(text[at]) != none;
  return letters > 0 && letters < 4 && ends && (stops || (at < text.size() && std::string_view(",.;:").find(text[at]) != none));
}

/// “Quill, A.”, “Quill A,”, “Quill et al.”: surname first, as lists of sources have it.
bool begins_with_author(std::string_view text) {
  const std::size_t name = behind_name(text);
  if (name < 2) return false;
  std::string_view rest = text.substr(name);
  if (rest.starts_with(" et al")) return true;
  if (rest.starts_with(", ")) return are_initials(rest.substr(2));
  return rest.starts_with(" ") && are_initials(rest.substr(1));
}

/// “Quill, Anna.”, “A. Quill,”: as likely something else.
bool may_begin_with_author(std::string_view text) {
  const std::size_t name = behind_name(text);
  if (name == 1 && text.substr(1).starts_with(". ")) return behind_name(text.substr(3)) > 1;
  if (name < 2 || !text.substr(name).starts_with(", ")) return false;
  const std::size_t first_name = behind_name(text.substr(name + 2));
  const std::size_t end = name + 2 + first_name;
  return first_name > 1 && end < text.size() && (text[end] == '.' || text[end] == ',');
}

struct Dates {
  bool year = false;
  bool in_parentheses = false;  ///< “(1931).” as reference styles write it
  bool tells = false;           ///< “(1931) found”
};

Dates dates_of(std::string_view text) {
  Dates dates;
  static constexpr ByteSet centuries("12");
  for (std::size_t at = centuries.find(text); at != none; at = centuries.find(text, at + 1)) {
    const std::string_view century = text.substr(at, 2);
    const bool year = (century == "18" || century == "19" || century == "20") && is_digit_at(text, at + 2) && is_digit_at(text, at + 3) &&
                      !is_digit_at(text, at + 4) && (at == 0 || !is_digit_at(text, at - 1));
    if (!year) continue;
    dates.year = true;
    if (at == 0 || text[at - 1] != '(') continue;
    const std::size_t close = text.substr(0, at + 30).find(')', at);
    if (close == none) continue;
    const std::string_view behind = text.substr(close + 1);
    dates.in_parentheses = dates.in_parentheses || behind.starts_with('.') || behind.starts_with(',') || behind.starts_with(':');
    dates.tells = dates.tells || (behind.starts_with(' ') && is_small(behind, 1));
  }
  return dates;
}

bool has_identifier(std::string_view text) {
  static constexpr auto names =
      std::to_array<std::string_view>({"doi:", "DOI:", "DOI ", "doi.org/", "PMID", "PMCID", "arXiv:", "ISBN", "ISSN"});
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return holds_part(text, name); });
}

/// “4(2):”, “4:11”, “pp. 11”.
bool has_pages(std::string_view text) {
  if (holds_part(text, "pp. ") || holds_part(text, "vol. ") || holds_part(text, "Vol. ")) return true;
  for (std::size_t colon = text.find(':'); colon != none; colon = text.find(':', colon + 1)) {
    const std::size_t next = colon + 1 < text.size() && text[colon + 1] == ' ' ? colon + 2 : colon + 1;
    if (colon > 0 && is_digit_at(text, next) && (is_digit_at(text, colon - 1) || text[colon - 1] == ')')) return true;
  }
  return false;
}

bool is_link(const Inline& span) { return span.kind == InlineKind::link || span.kind == InlineKind::autolink; }

void add(EntrySigns& signs, bool there, std::uint32_t weight) {
  if (!there) return;
  signs.weight += weight;
  signs.strong = signs.strong || weight > 1;
}

/// Links, and titles in emphasis.
void look_at_inlines(const Article& article, const TextRun& run, EntrySigns& signs, bool& titled) {
  std::uint32_t linked = 0;
  for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
    const Inline& span = article.inlines[i];
    titled = titled || (span.kind == InlineKind::emphasis && span.plain.size() > 8);
    if (!is_link(span) || span.link == no_index) continue;
    linked += span.plain.size();
    signs.leads_out = signs.leads_out || leads_out(article.links[span.link].target);
  }
  signs.only_links = linked > 0 && std::uint64_t{linked} * 10 >= std::uint64_t{run.plain.size()} * 9;
}

}  // namespace

bool leads_out(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://") || target.starts_with("//");
}

EntrySigns signs_of_entry(const Article& article, std::uint32_t text) {
  const TextRun& run = article.texts[text];
  EntrySigns signs;
  if (run.plain.empty() || run.plain.size() > longest_entry) return signs;
  std::string_view words = article.text(run.plain);
  bool titled = words.find("“") != none || words.find('"') != none;
  look_at_inlines(article, run, signs, titled);
  const std::size_t number = behind_number(words);
  words.remove_prefix(number);
  const Dates dates = dates_of(words);
  const bool author = begins_with_author(words);
  add(signs, author, 2);
  add(signs, !author && may_begin_with_author(words), 1);
  add(signs, dates.in_parentheses, 2);
  add(signs, dates.year, 1);
  add(signs, has_identifier(words), 2);
  add(signs, has_pages(words), 1);
  add(signs, titled, 1);
  add(signs, number > 0, 1);
  add(signs, signs.leads_out, 1);
  signs.tells = dates.tells;
  return signs;
}

}  // namespace stet
