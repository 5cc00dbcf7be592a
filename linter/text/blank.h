// White space of Markdown, byte for byte.
#pragma once

namespace stet {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_white(char c) { return is_blank(c) || is_break(c); }

}  // namespace stet
