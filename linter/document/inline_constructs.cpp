#include "document/inline_constructs.h"

#include <algorithm>

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest_attributes = 2000;
constexpr std::size_t longest_comment = 4000;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_key_byte(char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == ':'; }

/// The closing brace outside of quotation marks, on the same paragraph.
std::size_t closing_brace(std::string_view rest) {
  char quote = 0;
  const std::size_t end = std::min(rest.size(), longest_attributes);
  for (std::size_t at = 1; at < end; ++at) {
    const char c = rest[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"') {
      quote = c;
    } else if (c == '}') {
      return at;
    } else if (c == '{' || (c == '\n' && at + 1 < end && rest[at + 1] == '\n')) {
      return none;
    }
  }
  return none;
}

/// `#id`, `.class`, `key=…`, `=format`, `-`: what each attribute begins with.
bool begins_attribute(std::string_view inner) {
  if (inner == "-" || inner == ".unnumbered") return true;
  if ((inner[0] == '#' || inner[0] == '.' || inner[0] == '=') && inner.size() > 1) return is_letter_or_digit(inner[1]) || inner[1] == '_';
  std::size_t end = 0;
  while (end < inner.size() && is_key_byte(inner[end])) ++end;
  return end > 0 && end < inner.size() && inner[end] == '=';
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == none ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

std::size_t attributes_length(std::string_view rest) {
  if (rest.size() < 3 || rest[0] != '{' || rest[1] == '{' || rest[1] == '%') return 0;
  if (rest.starts_with("{/*")) {
    const std::size_t close = rest.substr(0, longest_attributes).find("*/}");
    return close == none ? 0 : close + 3;
  }
  const std::size_t close = closing_brace(rest);
  if (close == none) return 0;
  const std::string_view inner = trimmed(rest.substr(1, close - 1));
  return !inner.empty() && begins_attribute(inner) ? close + 1 : 0;
}

std::string_view id_in(std::string_view attributes) {
  if (attributes.starts_with("{/*")) {
    const std::string_view id = trimmed(attributes.substr(3, attributes.size() - 6));
    return id.find(' ') == none ? id : std::string_view();  // else a comment
  }
  const std::size_t sign = attributes.find('#');
  if (sign == none || (sign > 0 && attributes[sign - 1] != '{' && attributes[sign - 1] != ' ' && attributes[sign - 1] != ':')) return {};
  return attributes.substr(sign + 1, attributes.find_first_of(" \t\n}", sign) - sign - 1);
}

std::size_t role_length(std::string_view rest) {
  std::size_t at = 1;
  while (at < rest.size() && (is_key_byte(rest[at]) || rest[at] == '.' || rest[at] == '+')) ++at;
  return at > 1 && rest.substr(at).starts_with("}`") ? at + 1 : 0;
}

std::size_t comment_length(std::string_view rest, bool begins_line) {
  if (!rest.starts_with("%%") || rest.size() < 5) return 0;
  rest = rest.substr(0, longest_comment);
  const std::string_view first = rest.substr(0, rest.find('\n'));
  const bool alone = begins_line && trimmed(first.substr(2)).empty();
  const std::string_view reach = alone ? rest : rest.substr(0, rest.find("\n\n"));
  const std::size_t close = reach.find("%%", 2);
  if (close == none || (!alone && !begins_line && rest[2] == ' ' && first.find("%%", 2) == none)) return 0;
  return close + 2;
}

WikiLink wiki_link(std::string_view rest) {
  constexpr std::size_t longest = 300;
  const bool embeds = rest.starts_with('!');
  const std::size_t open = embeds ? 3 : 2;
  if (!rest.substr(embeds ? 1 : 0).starts_with("[[")) return {};
  const std::size_t close = rest.substr(0, longest).find("]]", open);
  if (close == none || close == open) return {};
  const std::string_view inner = rest.substr(open, close - open);
  if (inner.find_first_of("[]\n") != none || (close + 2 < rest.size() && rest[close + 2] == '(')) return {};
  WikiLink link{close + 2, inner, inner};
  std::size_t bar = inner.find('|');
  if (bar != none) {
    link.text = inner.substr(bar + 1);
    link.target = inner.substr(0, bar > 0 && inner[bar - 1] == '\\' ? bar - 1 : bar);  // escaped in a table
  } else if (inner.starts_with('#')) {
    link.text = inner.substr(1);
  }
  if (embeds) link.text = {};
  return link;
}

std::size_t block_mark_length(std::string_view rest) {
  std::size_t at = 1;
  while (at < rest.size() && (is_letter_or_digit(rest[at]) || rest[at] == '-')) ++at;
  return rest.starts_with('^') && at > 1 && at == rest.size() ? at : 0;
}

}  // namespace stet
