#include "document/nesting.h"

#include <algorithm>

#include "text/blank.h"
#include "text/byte_set.h"

namespace stet {
namespace {

constexpr ByteSet line_ends("\r\n");

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What a line's prefix can open, and what its indentation can keep open.
struct Prefix {
  std::uint32_t markers = 0;
  std::uint32_t columns = 0;
  bool blank = true;
};

/// Length of a list marker at the start of `text`, or 0.
std::size_t marker_length(std::string_view text) {
  std::size_t length = 0;
  if (text[0] == '-' || text[0] == '+' || text[0] == '*') {
    length = 1;
  } else {
    while (length < text.size() && length < 10 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
    ++length;
  }
  return length == text.size() || is_blank(text[length]) ? length : 0;
}

Prefix prefix_of(std::string_view line) {
  Prefix prefix;
  while (!line.empty()) {
    std::size_t length = 1;
    if (is_blank(line[0])) {
      prefix.columns += line[0] == '\t' ? 4 : 1;
    } else if (line[0] == '>') {
      ++prefix.markers;
    } else {
      length = marker_length(line);
      if (length == 0) {
        prefix.blank = false;
        break;
      }
      ++prefix.markers;
    }
    line.remove_prefix(length);
  }
  return prefix;
}

}  // namespace

Nesting measure_nesting(std::string_view text) {
  Nesting deepest;
  std::uint32_t open = 0;
  bool after_blank = true;
  const std::size_t size = text.size();
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const auto offset = static_cast<std::uint32_t>(size - text.size());
    const std::size_t end = line_ends.find(text);
    const Prefix prefix = prefix_of(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    if (prefix.blank && prefix.markers == 0) {
      after_blank = true;
      continue;
    }
    const std::uint32_t depth = prefix.markers + std::min(open, prefix.columns / 2);
    open = after_blank ? depth : std::max(open, depth);
    after_blank = false;
    if (depth > deepest.depth) deepest = {depth, number, offset};
  }
  return deepest;
}

}  // namespace stet
