#include "document/construct_markers.h"

#include <algorithm>
#include <array>

#include "text/find_part.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_name_byte(char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == ':'; }

/// The name that the text begins with.
std::string_view name_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_name_byte(text[end])) ++end;
  while (end > 0 && text[end - 1] == ':') --end;
  return text.substr(0, end);
}

/// `note` of `{#id .note .wide}`.
std::string_view first_class(std::string_view attributes) {
  for (std::size_t dot = attributes.find('.'); dot != none; dot = attributes.find('.', dot + 1)) {
    if (dot == 0 || attributes[dot - 1] == ' ' || attributes[dot - 1] == '{') return name_at(attributes.substr(dot + 1));
  }
  return {};
}

/// A bar without a backslash before it: the line is a row of a table.
bool has_cells(std::string_view body) {
  for (std::size_t bar = body.find('|'); bar != none; bar = body.find('|', bar + 1)) {
    if (bar == 0 || body[bar - 1] != '\\') return true;
  }
  return false;
}

std::string_view quoted_at(std::string_view text) {
  if (text.size() < 2 || (text[0] != '"' && text[0] != '\'')) return {};
  const std::size_t close = text.find(text[0], 1);
  return close == none ? std::string_view() : text.substr(1, close - 1);
}

std::string_view braced(std::string_view text) {
  const std::size_t close = text.find('}');
  return close == none ? std::string_view() : text.substr(0, close + 1);
}

/// What stands behind a name: `[Title]{attributes}`, `Title {attributes}`, `{title="Title"}`.
std::string_view title_behind(std::string_view rest) {
  if (rest.starts_with('[')) {
    const std::size_t close = rest.rfind(']');
    return close == none ? std::string_view() : trim_blanks(rest.substr(1, close - 1));
  }
  const std::size_t attributes = rest.rfind('{');
  if (attributes != none && rest.ends_with('}')) {
    const std::string_view named = title_in(rest.substr(attributes + 1), false);
    if (!named.empty()) return named;
    rest = trim_blanks(rest.substr(0, attributes));
  }
  while (rest.ends_with(':')) rest.remove_suffix(1);
  return trim_blanks(rest);
}

/// `name`, `name=…`, as a word of its own.
bool has_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != none; at = attributes.find(name, at + 1)) {
    const std::string_view behind = attributes.substr(at + name.size());
    const bool begins = at == 0 || attributes[at - 1] == ' ';
    if (begins && (behind.empty() || behind.front() == ' ' || behind.front() == '=')) return true;
  }
  return false;
}

}  // namespace

bool may_hold_constructs(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>(
      {":::", "!!! ", "??? ", "???+ ", "=== \"", "===! ", "===+ ",      "/// ",       "```{",    "~~~{",         "[!",
       "{{<", "{{%",  "{%",   "\n: ",  "\n:\t",  " :   ", " markdown=", " markdown>", " hidden", "display:none", "display: none"});
  for (std::size_t at = find_part(text, "</"); at < text.size() - 2; at = find_part(text, "</", at + 2)) {
    if (text[at + 2] >= 'A' && text[at + 2] <= 'Z') return true;  // a component
  }
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return holds_part(text, sign); });
}

std::string_view trim_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == none ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::size_t run_of(std::string_view text, std::string_view signs) {
  if (text.empty() || signs.find(text[0]) == none) return 0;
  return std::min(text.find_first_not_of(text[0]), text.size());
}

std::string_view title_in(std::string_view arguments, bool or_first) {
  static constexpr auto keys = std::to_array<std::string_view>({"title=", "summary=", "header=", "name=", "label=", "tabName="});
  for (const std::string_view key : keys) {
    const std::size_t at = arguments.find(key);
    if (at == none || (at > 0 && is_name_byte(arguments[at - 1]))) continue;
    return trim_blanks(quoted_at(arguments.substr(at + key.size())));
  }
  return or_first ? trim_blanks(quoted_at(arguments)) : std::string_view();
}

bool ElementHead::is_component() const { return name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' && name[1] >= 'a' && name[1] <= 'z'; }

ElementHead element_head(std::string_view body) {
  body = trim_blanks(body);
  if (body.size() < 3 || body.front() != '<' || body.find('>') != body.size() - 1 || body[body.size() - 2] == '/') return {};
  ElementHead head{.closes = body[1] == '/'};
  const std::string_view inner = body.substr(head.closes ? 2 : 1, body.size() - (head.closes ? 3 : 2));
  head.name = name_at(inner);
  head.attributes = trim_blanks(inner.substr(head.name.size()));
  const bool is_apart = inner.size() == head.name.size() || inner[head.name.size()] == ' ' || inner[head.name.size()] == '\t';
  if (!is_apart || (head.closes && !head.attributes.empty())) return {};
  head.holds_markdown = has_attribute(head.attributes, "markdown") && head.attributes.find("markdown=\"0") == none;
  head.hides = has_attribute(head.attributes, "hidden") || head.attributes.find("display:none") != none ||
               head.attributes.find("display: none") != none;
  return head;
}

DirectiveHead directive_head(std::string_view rest) {
  DirectiveHead head;
  if (!rest.starts_with('{')) {
    head.name = name_at(rest);
    head.title = title_behind(trim_blanks(rest.substr(head.name.size())));
    return head;
  }
  const std::string_view braces = braced(rest);
  if (braces.empty()) return head;
  const std::string_view inner = trim_blanks(braces.substr(1, braces.size() - 2));
  head.name = name_at(inner);
  head.braced = !head.name.empty() && head.name.size() == inner.size();
  if (!head.braced) head.name = first_class(inner);
  const std::string_view named = title_in(inner, false);
  head.title = named.empty() ? title_behind(trim_blanks(rest.substr(braces.size()))) : named;
  return head;
}

DirectiveHead block_head(std::string_view rest) {
  DirectiveHead head;
  const std::size_t bar = rest.find('|');
  head.name = name_at(rest);
  if (head.name.size() != trim_blanks(rest.substr(0, bar)).size()) return {};
  if (bar != none) head.title = trim_blanks(rest.substr(bar + 1));
  return head;
}

std::optional<IndentedHead> indented_head(std::string_view body) {
  const std::size_t run = run_of(body, "!?=");
  if (run != 3) return std::nullopt;
  const bool tab = body[0] == '=';
  std::string_view rest = body.substr(run);
  if (rest.starts_with('+') || (tab && rest.starts_with('!'))) rest.remove_prefix(1);
  if (!rest.starts_with(' ')) return std::nullopt;
  rest = trim_blanks(rest);
  IndentedHead head{tab ? Syntax::tab : Syntax::admonition, {}, {}};
  if (tab) {
    head.title = quoted_at(rest);
    if (head.title.size() + 2 != rest.size()) return std::nullopt;
    return head;
  }
  head.name = name_at(rest);
  if (head.name.empty()) return std::nullopt;
  const std::size_t quote = rest.find('"');
  if (quote != none) head.title = trim_blanks(quoted_at(rest.substr(quote)));
  // Between the name and the title stand further classes; anything else is a sentence with three exclamation marks before it.
  const std::string_view classes = trim_blanks(rest.substr(0, quote));
  const bool only_names = std::all_of(classes.begin(), classes.end(), [](char c) { return is_name_byte(c) || c == ' '; });
  const bool few = std::count(classes.begin(), classes.end(), ' ') <= 2;
  return only_names && few ? std::optional(head) : std::nullopt;
}

AlertHead alert_head(std::string_view body) {
  AlertHead head;
  std::size_t at = 0;
  for (; at < body.size() && (body[at] == '>' || body[at] == ' ' || body[at] == '\t'); ++at) head.depth += body[at] == '>' ? 1 : 0;
  const std::string_view rest = body.substr(at);
  if (head.depth == 0 || !rest.starts_with("[!")) return head;
  const std::size_t close = rest.find(']');
  if (close == none || close < 3) return head;
  const std::string_view name = rest.substr(2, close - 2);
  const std::string_view first = name.substr(0, std::min(name.find('|'), name.size()));  // Obsidian's metadata behind a bar
  if (first.empty() || first.size() > 40 || name_at(first).size() != first.find_last_not_of(' ') + 1) return head;
  std::size_t end = close + 1;
  if (end < rest.size() && (rest[end] == '(' || rest[end] == '[' || rest[end] == ':')) return head;  // a link
  if (end < rest.size() && (rest[end] == '+' || rest[end] == '-')) ++end;
  head.marker = rest.substr(0, end);
  head.name = name_at(first);
  head.title = trim_blanks(rest.substr(end));
  return head;
}

bool is_option(std::string_view line) {
  if (!line.starts_with(':')) return false;
  const std::size_t end = line.find(':', 1);
  return end != none && end > 1 && name_at(line.substr(1, end - 1)).size() == end - 1 &&
         (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\t');
}

bool is_indented_option(std::string_view line) {
  if (!line.starts_with("    ")) return false;
  const std::string_view body = trim_blanks(line);
  const std::size_t colon = body.find(": ");
  return colon != none && colon > 0 && name_at(body.substr(0, colon)).size() == colon;
}

bool may_be_term(std::string_view body) {
  constexpr std::string_view openers = "#>|-+:=!?";
  constexpr std::size_t longest = 200;
  if (body.empty() || body.size() > longest || openers.find(body[0]) != none) return false;
  return list_marker_width(body) == 0 && !body.starts_with("```") && !body.starts_with("~~~") && !has_cells(body);
}

std::string_view behind_list_markers(std::string_view body) {
  for (std::uint32_t width = list_marker_width(body); width > 0 && width < body.size(); width = list_marker_width(body)) {
    body.remove_prefix(width);
  }
  return body;
}

std::uint32_t list_marker_width(std::string_view body) {
  std::size_t marker = 0;
  if (run_of(body, "-+*") == 1) {
    marker = 1;
  } else {
    while (marker < body.size() && marker < 9 && body[marker] >= '0' && body[marker] <= '9') ++marker;
    if (marker == 0 || marker == body.size() || (body[marker] != '.' && body[marker] != ')')) return 0;
    ++marker;
  }
  if (marker == body.size()) return static_cast<std::uint32_t>(marker + 1);
  if (body[marker] != ' ' && body[marker] != '\t') return 0;
  const std::size_t content = std::min(body.find_first_not_of(" \t", marker), body.size());
  const std::size_t blanks = content - marker;
  return static_cast<std::uint32_t>(marker + (blanks > 4 || content == body.size() ? 1 : blanks));
}

}  // namespace stet
