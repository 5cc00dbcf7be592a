#include "checks/wording/fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "checks/wording/message.h"
#include "text/blank.h"

namespace stet {
namespace {

Fixes one(std::string description, Span source, std::string replacement = {}) {
  Fix fix{.description = std::move(description), .edits = {}};
  fix.edits.push_back({source, std::move(replacement)});
  return {std::move(fix)};
}

enum class LetterCase : std::uint8_t { lower, capitalized, upper };

LetterCase case_of(std::string_view word) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.empty() || !is_upper(word.front())) return LetterCase::lower;
  const auto letters = std::count_if(word.begin(), word.end(), [&](char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); });
  return letters > 1 && std::count_if(word.begin(), word.end(), is_upper) == letters ? LetterCase::upper : LetterCase::capitalized;
}

std::string in_case(std::string text, LetterCase letter_case) {
  bool first = true;
  for (char& c : text) {
    if (letter_case == LetterCase::lower) break;
    const bool lower = c >= 'a' && c <= 'z';
    if (lower && (first || letter_case == LetterCase::upper)) c = static_cast<char>(c - 'a' + 'A');
    first = false;
  }
  return text;
}

}  // namespace

std::string_view line_end_of(const Source& source) {
  const std::size_t end = source.bytes.find_first_of("\r\n");
  if (end == std::string::npos || source.bytes[end] == '\n') return "\n";
  return source.bytes.compare(end, 2, "\r\n") == 0 ? "\r\n" : "\r";
}

std::string number_in_words(std::uint32_t number) {
  static constexpr std::array<std::string_view, 20> small = {
      "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
      "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array<std::string_view, 8> tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (number < small.size()) return std::string(small[number]);
  if (number >= 100) return std::to_string(number);
  const std::string ten(tens[number / 10 - 2]);
  return number % 10 == 0 ? ten : fmt::format("{}-{}", ten, small[number % 10]);
}

Fixes replace_words(const CheckInput& input, IndexRange words, std::string replacement) {
  if (words.empty()) return {};
  const Span plain{input.units.words[words.begin].plain.begin, input.units.words[words.end - 1].plain.end};
  const Span source = input.article.to_source(plain);
  const std::string_view written = input.source.view(source);
  if (written != input.article.text(plain)) return {};
  replacement = in_case(std::move(replacement), case_of(written));
  return one(fmt::format("Replace “{}” by “{}”", written, replacement), source, replacement);
}

Fixes add_footnote(const CheckInput& input, std::string_view label) {
  const std::string_view bytes = input.source.bytes;
  auto end = static_cast<std::uint32_t>(bytes.size());
  while (end > 0 && is_white(bytes[end - 1])) --end;
  const std::string_view line_end = line_end_of(input.source);
  bool follows_note = false;
  for (const Block& block : input.article.blocks) {
    if (block.source.end < end) continue;
    // Behind code and HTML that may be open, a line would belong to them.
    if (block.kind == BlockKind::code || block.kind == BlockKind::html) return {};
    follows_note = follows_note || block.kind == BlockKind::footnote_definition;
  }
  Fixes fixes = one(
      fmt::format("Add a stub of footnote “{}”", label), {end, end},
      fmt::format("{}{}[^{}]: TODO{}", line_end, follows_note ? "" : line_end, label, end == bytes.size() ? line_end : std::string_view()));
  fixes.front().safe = false;
  return fixes;
}

}  // namespace stet
