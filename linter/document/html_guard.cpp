#include "document/html_guard.h"

#include <algorithm>
#include <array>

#include "document/html_tree.h"
#include "text/byte_set.h"
#include "text/letters.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr char filler = 'x';
constexpr ByteSet special("<&");
constexpr ByteSet tag_stops(">\"'");
constexpr ByteSet spaces(" \t\r\n\f");
constexpr ByteSet name_ends(" \t\r\n\f/>");
constexpr std::size_t longest_name = 64;  // bytes; no element that there is has so many

/// The HTML standard's names; each list is sorted.
constexpr auto raw_names =
    std::to_array<std::string_view>({"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"});
constexpr auto phrasing_names = std::to_array<std::string_view>(
    {"a",    "abbr",  "acronym", "b",    "bdi",    "bdo",    "big",   "br",   "cite", "code",  "data", "del", "dfn", "em",   "font",
     "i",    "img",   "ins",     "kbd",  "label",  "mark",   "meter", "nobr", "q",    "rb",    "rp",   "rt",  "rtc", "ruby", "s",
     "samp", "small", "source",  "span", "strike", "strong", "sub",   "sup",  "time", "track", "tt",   "u",   "var", "wbr"});
/// Void elements, and those that the next of their kind or their container closes: they do not pile up.
constexpr auto shallow_names = std::to_array<std::string_view>(
    {"area", "base", "basefont", "bgsound",  "caption", "col", "colgroup", "dd",    "dt", "embed", "frame", "hr",    "input", "keygen",
     "li",   "link", "meta",     "optgroup", "option",  "p",   "param",    "tbody", "td", "tfoot", "th",    "thead", "tr"});

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

constexpr bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }

/// Behind `</name` and what follows to its `>`, or none.
std::size_t behind_end_tag(std::string_view text, std::size_t from, std::string_view name) {
  for (std::size_t at = text.find("</", from); at != none; at = text.find("</", at + 2)) {
    if (html_tag_name(text.substr(at, name.size() + 3)) != name) continue;
    const std::size_t close = text.find('>', at);
    return close == none ? none : close + 1;
  }
  return none;
}

/// A tag's name alone, or all of it when a parser can take it.
bool has_many_attributes(std::string_view tag) {
  constexpr std::size_t longest = 4096;  // a picture written out, say
  const auto blanks = std::count_if(tag.begin(), tag.end(), [](char c) { return spaces.contains(c) || c == '"' || c == '\''; });
  return tag.size() > longest || static_cast<std::size_t>(blanks) > most_attributes;
}

}  // namespace

std::string html_tag_name(std::string_view text) {
  const std::size_t begin = text.starts_with("</") ? 2 : 1;
  if (text.size() <= begin || text[0] != '<' || !is_letter(text[begin])) return {};
  text = text.substr(0, begin + longest_name);
  std::string name(text.substr(begin, std::min(name_ends.find(text, begin), text.size()) - begin));
  std::transform(name.begin(), name.end(), name.begin(), to_lower);
  return name;
}

std::size_t html_tag_size(std::string_view text) {
  for (std::size_t at = tag_stops.find(text); at != none; at = tag_stops.find(text, at + 1)) {
    if (text[at] == '>') return at + 1;
    // A quote opens a value only behind `=`; elsewhere it is a stray.
    const std::size_t before = text.find_last_not_of(" \t\r\n", at - 1);
    if (before == none || text[before] != '=') continue;
    at = text.find(text[at], at + 1);
    if (at == none) return 0;
  }
  return 0;
}

bool is_raw_html(std::string_view name) { return holds(raw_names, name); }
bool is_phrasing_html(std::string_view name) { return holds(phrasing_names, name); }

void HtmlGuard::append(std::string_view fragment) {
  const std::size_t offset = bytes_.size();
  bytes_ += fragment;
  endless_ = 0;
  ends_ = {};
  for (std::size_t at = special.find(fragment); at != none; at = special.find(fragment, at)) {
    const std::size_t end = fragment[at] == '<' ? read_markup(fragment, at, offset) : at;
    if (end == at) {
      bytes_[offset + at] = filler;
      ++at;
      continue;
    }
    markup_.push_back({static_cast<std::uint32_t>(offset + at), static_cast<std::uint32_t>(offset + end)});
    at = end;
  }
}

/// The next of some signs that end what begins with `<!` or `<?`. When none is left, none is looked for again.
std::size_t HtmlGuard::end_of(std::string_view text, std::string_view sign, bool& is_left) {
  const std::size_t end = is_left ? text.find(sign) : none;
  is_left = end != none;
  return end == none ? none : end + sign.size();
}

/// Behind the comment, declaration or instruction that begins with `<!` or `<?`.
std::size_t HtmlGuard::behind_declaration(std::string_view text) {
  if (text.starts_with("<!-->")) return 5;
  if (text.starts_with("<!--")) return std::min(text.find("-->", 4), text.size() - 3) + 3;
  std::size_t end = none;
  if (text.starts_with("<![CDATA[")) {
    end = end_of(text, "]]>", ends_.data);
  } else if (text.starts_with("<?")) {
    end = end_of(text, "?>", ends_.instruction);
  }
  return end != none ? end : std::min(text.find('>'), text.size() - 1) + 1;
}

/// Behind the markup that begins at `at`; `at` itself when there is none.
std::size_t HtmlGuard::read_markup(std::string_view fragment, std::size_t at, std::size_t offset) {
  const std::string_view rest = fragment.substr(at);
  const char next = rest.size() > 1 ? rest[1] : ' ';
  if (next == '!' || next == '?') {
    const std::size_t end = at + behind_declaration(rest);
    blank(offset + at, offset + end);
    return end;
  }
  const bool is_tag = is_letter(next) || (next == '/' && rest.size() > 2 && is_letter(rest[2]));
  return is_tag ? read_tag(fragment, at, offset) : at;
}

std::size_t HtmlGuard::read_tag(std::string_view fragment, std::size_t at, std::size_t offset) {
  const std::string_view rest = fragment.substr(at);
  constexpr std::uint32_t most_endless = 50;
  if (endless_ > most_endless) return at;
  const std::size_t size = html_tag_size(rest);
  if (size == 0) {
    ++endless_;
    // It never ends: its line is no text, and the parser must not see it.
    const std::size_t end = std::min(fragment.find('\n', at), fragment.size());
    blank(offset + at, offset + end);
    return end;
  }
  const std::string name = html_tag_name(rest);
  const bool closing = rest[1] == '/';
  std::size_t end = at + size;
  if (is_raw_html(name)) {
    if (!closing) end = std::min(behind_end_tag(fragment, end, name), fragment.size());
    blank(offset + at, offset + end);
  } else if (is_phrasing_html(name) && !closing && hides_html(rest.substr(0, size))) {
    const std::size_t closed = behind_end_tag(fragment, end, name);
    if (closed == none) ++endless_;
    end = closed == none ? end : closed;
    blank(offset + at, offset + end);
  } else if (is_phrasing_html(name) || !enters(name, closing)) {
    blank(offset + at, offset + end);
  } else if (const std::size_t attributes = 1 + (closing ? 1U : 0U) + name.size(); has_many_attributes(rest.substr(0, size))) {
    blank(offset + at + attributes, offset + end - 1);
  } else {
    std::replace(bytes_.begin() + static_cast<std::ptrdiff_t>(offset + at), bytes_.begin() + static_cast<std::ptrdiff_t>(offset + end), '&',
                 filler);
  }
  return end;
}

/// Counts elements that are open by their names: no fewer than a parser has. False when one more would be too many.
bool HtmlGuard::enters(const std::string& name, bool closing) {
  if (holds(shallow_names, name)) return true;
  const auto known = open_.find(name);
  if (closing) {
    if (known != open_.end() && known->second > 0) {
      --known->second;
      --depth_;
    }
    return true;
  }
  if (depth_ >= most_open_elements) return false;
  ++depth_;
  ++(known == open_.end() ? open_[name] : known->second);
  return true;
}

void HtmlGuard::blank(std::size_t begin, std::size_t end) {
  std::fill(bytes_.begin() + static_cast<std::ptrdiff_t>(begin), bytes_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

}  // namespace stet
