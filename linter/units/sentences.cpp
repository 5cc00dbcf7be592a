#include "units/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "text/byte_set.h"
#include "text/unicode.h"
#include "units/word_classes.h"

namespace stet {
namespace {

std::string_view last_token(std::string_view text) {
  const std::size_t space = text.find_last_of(" (\"'");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view first_token(std::string_view text) { return text.substr(0, text.find_first_of(" ,.;:")); }

/// "U.S", "D.C": capitals and full stops in turn.
bool is_acronym(std::string_view token) {
  if (token.size() < 3 || token.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (i % 2 == 0 ? token[i] < 'A' || token[i] > 'Z' : token[i] != '.') return false;
  }
  return true;
}

bool is_number(std::string_view token) {
  return !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool starts_upper(std::string_view text) {
  std::size_t offset = 0;
  return !text.empty() && is_upper(next_code_point(text, offset));
}

/// "J." in "J. K. Rowling", but not in "take vitamin C. It helps".
bool is_initial(const Grammar& grammar, std::string_view before, std::string_view letter, std::string_view after) {
  if (letter.size() != 1 || !starts_upper(letter) || !starts_upper(after) ||
      grammar.has(WordClass::sentence_opener, fold(first_token(after))))
    return false;
  const std::string_view previous = last_token(before.substr(0, before.find_last_not_of(' ') + 1));
  return previous.empty() || starts_upper(previous);
}

constexpr bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A lower-case letter, unless it opens a name such as "iPhone".
bool starts_lower(std::string_view text) { return text.size() > 1 && is_lower_letter(text[0]) && !(text[1] >= 'A' && text[1] <= 'Z'); }

/// Is the boundary between `before` (trimmed) and `after` none?
bool continues(const Grammar& grammar, std::string_view before, std::string_view after) {
  // "Is it warm?" she asked. He came (why?) and left.
  const bool closed = before.ends_with('"') || before.ends_with(')') || before.ends_with("\u201D") || before.ends_with("\u2019");
  if (closed && starts_lower(after)) return true;
  if (!before.ends_with('.') || before.ends_with("..")) return false;
  before.remove_suffix(1);
  const std::string_view token = last_token(before);
  const std::string folded = fold(token);
  const std::string_view rest = before.substr(0, before.size() - token.size());
  if (is_number(token)) return rest.find_first_not_of(" (") == std::string_view::npos;  // "1. Wash"
  if (folded == "no" || folded == "nos") return !after.empty() && after.front() >= '0' && after.front() <= '9';
  if (grammar.has(WordClass::abbreviation, folded)) return !(grammar.has(WordClass::closing_abbreviation, folded) && starts_upper(after));
  if (is_acronym(token)) return !grammar.has(WordClass::sentence_opener, fold(first_token(after)));
  return is_initial(grammar, rest, token, after);
}

/// Length of a citation at the start of `text`: "[1]", "[3, 4]", "[@key]", "(Singh, 2014)", with a full stop behind it; or 0.
std::size_t citation_length(std::string_view text) {
  if (text.empty() || (text[0] != '[' && text[0] != '(')) return 0;
  const std::size_t close = text.substr(0, 120).find(text[0] == '[' ? ']' : ')');
  if (close == std::string_view::npos || close < 2) return 0;
  const std::string_view inner = text.substr(1, close - 1);
  const bool numbered = inner.find_first_not_of("0123456789,;- \xE2\x80\x93") == std::string_view::npos;
  bool year = false;
  for (std::size_t i = 0; i + 4 <= inner.size(); ++i)
    year = year || (is_number(inner.substr(i, 4)) && (inner[i] == '1' || inner[i] == '2'));
  const bool cites = text[0] == '[' ? numbered || inner.front() == '@' : year && inner.size() < 80;
  if (!cites) return 0;
  return close + (text.substr(close + 1).starts_with('.') ? 2 : 1);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// One break iterator a thread; it keeps what it learnt of the rules.
icu::BreakIterator& iterator() {
  thread_local UErrorCode error = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
  return *sentences;  // NOLINT(clang-analyzer-cplusplus.NewDelete): it goes with its thread, not here
}

/// Where Unicode sees no boundary but readers do, in ascending order: behind a full stop before a number ("It grew. 7 of 10 agree.") or
/// a name with a small first letter ("It rang. iPhones do."), and behind an ellipsis before a capital ("Well… Yes.").
std::vector<std::uint32_t> unseen_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + 1);
    if (after.size() < 2) break;
    if (at > 0 && is_lower_letter(text[at - 1])) continue;
    const bool number = after[0] >= '0' && after[0] <= '9';
    const bool name = is_lower_letter(after[0]) && after[1] >= 'A' && after[1] <= 'Z';
    const bool stopped = before.ends_with('.') && before.size() > 4 && std::all_of(before.end() - 5, before.end() - 1, is_lower_letter);
    if ((number && stopped) || (name && before.ends_with('.')) || (before.ends_with("\u2026") && starts_upper(after)))
      ends.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return ends;
}

/// Boundaries as Unicode has them, without the last.
std::vector<std::uint32_t> unicode_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &error);
  if (U_FAILURE(error) != 0) return ends;
  icu::BreakIterator& sentences = iterator();
  sentences.setText(&utext, error);
  sentences.first();
  for (std::int32_t end = sentences.next(); end != icu::BreakIterator::DONE; end = sentences.next()) {
    if (static_cast<std::size_t>(end) < text.size()) ends.push_back(static_cast<std::uint32_t>(end));
  }
  utext_close(&utext);
  return ends;
}

std::vector<std::uint32_t> boundaries(std::string_view text) {
  const std::vector<std::uint32_t> seen = unicode_ends(text);
  const std::vector<std::uint32_t> unseen = unseen_ends(text);
  std::vector<std::uint32_t> ends;
  ends.reserve(seen.size() + unseen.size());
  std::set_union(seen.begin(), seen.end(), unseen.begin(), unseen.end(), std::back_inserter(ends));
  return ends;
}

/// A citation behind a sentence, and the blanks behind that, belong to it.
std::uint32_t behind_citation(std::string_view text, std::uint32_t end) {
  const std::size_t cited = citation_length(text.substr(end));
  if (cited == 0) return end;
  return static_cast<std::uint32_t>(std::min(text.find_first_not_of(' ', end + cited), text.size()));
}

bool may_end_sentence(std::string_view text) {
  static constexpr ByteSet terminators(".?!\xE3\xE2");
  return terminators.find(text) != std::string_view::npos;
}

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view text, const Grammar& grammar) {
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = 0;
  // Text without any terminator is one sentence; most bullets and cells are.
  const bool may_be_many = may_end_sentence(text.substr(0, text.empty() ? 0 : text.size() - 1));
  for (std::uint32_t end : may_be_many ? boundaries(text) : std::vector<std::uint32_t>()) {
    // Unicode counts an opening bracket among what closes a sentence.
    while (end > begin && (text[end - 1] == '[' || text[end - 1] == '(')) --end;
    if (end <= begin) continue;
    // An abbreviation is looked for in the last words only, so that many of them cost no more than their length.
    const std::uint32_t near = std::max(begin, end > 200 ? end - 200 : 0);
    if (continues(grammar, trimmed(text.substr(near, end - near)), text.substr(end))) continue;
    end = behind_citation(text, end);
    if (end >= size) break;
    ends.push_back(end);
    begin = end;
  }
  ends.push_back(size);
  return ends;
}

}  // namespace stet
