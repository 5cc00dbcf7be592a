#include "document/unclosed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
/// A line is prose from so many words on, when they are letters and a sentence ends it.
constexpr std::size_t words_of_prose = 8;
/// So many such lines are no sample or message within code.
constexpr std::size_t lines_of_prose = 2;

struct Enclosure {
  std::string_view open;
  std::string_view close;
};
constexpr auto enclosures = std::to_array<Enclosure>({{"<!--", "-->"},
                                                      {"<![cdata[", "]]>"},
                                                      {"<?", "?>"},
                                                      {"<script", "</script>"},
                                                      {"<pre", "</pre>"},
                                                      {"<style", "</style>"},
                                                      {"<textarea", "</textarea>"}});

constexpr std::size_t longest_opening = 40;  ///< bytes, of what is shown

std::string_view first_line(std::string_view text) { return text.substr(0, std::min(text.find('\n'), text.size())); }

/// Both kinds of fence: the block's last line is no closing fence.
bool is_open_fence(std::string_view text) {
  const char sign = text.front();
  if (sign != '`' && sign != '~') return false;
  const std::size_t length = std::min(text.find_first_not_of(sign), text.size());
  const std::size_t last = text.find_last_of('\n');
  if (last == none) return true;
  const std::string_view line = text.substr(last + 1);
  const std::size_t begin = line.find_first_not_of(" \t>");
  if (begin == none) return true;
  const std::size_t end = std::min(line.find_first_not_of(sign, begin), line.size());
  return end - begin < length || line.find_first_not_of(" \t\r", end) != none;
}

/// What opens the block and is not closed in it, as written; or empty.
std::string_view unclosed_opening(std::string_view text) {
  if (is_open_fence(text)) return first_line(text).substr(0, std::min(text.find_first_of("\r\n"), longest_opening));
  const std::string folded = fold(text);
  const auto* found = std::find_if(enclosures.begin(), enclosures.end(),
                                   [&](const Enclosure& enclosure) { return std::string_view(folded).starts_with(enclosure.open); });
  if (found == enclosures.end() || folded.find(found->close, found->open.size()) != none) return {};
  return text.substr(0, found->open.size());
}

bool is_prose(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  if (last == none || std::string_view(".?!:").find(line[last]) == none) return false;
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : line) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (letter && !in_word) ++words;
    if (std::string_view("{}=;<>|\\").find(c) != none) return false;  // code
    in_word = letter || c == '\'';
  }
  return words >= words_of_prose;
}

/// Lines of prose behind the first blank line: what stands right below the opening is meant to be in it.
std::size_t swallowed_lines(std::string_view text) {
  std::size_t count = 0;
  bool behind_blank = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view line = first_line(text.substr(begin));
    behind_blank = behind_blank || line.find_first_not_of(" \t\r") == none;
    if (behind_blank && is_prose(line)) ++count;
    begin += line.size() + 1;
  }
  return count;
}

}  // namespace

void find_unclosed(Article& article, const Source& source) {
  const auto last = std::find_if(article.blocks.rbegin(), article.blocks.rend(),
                                 [](const Block& block) { return block.kind == BlockKind::html || block.kind == BlockKind::code; });
  if (last == article.blocks.rend() || last->source.empty()) return;
  const std::string_view bytes = source.bytes;
  if (bytes.find_first_not_of(" \t\r\n", last->source.end) != none) return;
  const std::string_view text = bytes.substr(last->source.begin, last->source.size());
  const std::string_view opening = unclosed_opening(text);
  if (opening.empty() || swallowed_lines(text) < lines_of_prose) return;
  const Position position = source.position(last->source.begin);
  article.problems.push_back({.kind = ProblemKind::unread,
                              .path = source.path,
                              .line = position.line,
                              .column = position.column,
                              .what = fmt::format("nothing closes “{}”, so that the rest of the page is part of it", opening),
                              .mend = "close it where it should end"});
}

}  // namespace stet
