#include "document/front_matter.h"

#include <algorithm>
#include <utility>

namespace stet {
namespace {

/// The line at `begin`, without its end; `next` is where the following one starts.
struct Line {
  std::string_view text;
  std::size_t next = 0;
};

Line line_at(std::string_view bytes, std::size_t begin) {
  std::size_t end = bytes.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) return {bytes.substr(begin), bytes.size()};
  const std::size_t next = bytes.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
  return {bytes.substr(begin, end - begin), next};
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Is this the head of a YAML block scalar: `>` or `|` with its indicators?
bool is_block_head(std::string_view value) {
  return !value.empty() && (value.front() == '>' || value.front() == '|') &&
         value.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

/// The indented lines from `at` on, as one line.
std::string indented_lines(std::string_view content, std::size_t at) {
  std::string text;
  while (at < content.size()) {
    const Line line = line_at(content, at);
    const std::string_view words = trim(line.text);
    if (!words.empty() && line.text.front() != ' ') break;
    if (!words.empty() && !text.empty()) text += ' ';
    text += words;
    at = line.next;
  }
  return text;
}

std::string title_of(std::string_view content, char separator) {
  for (std::size_t at = 0; at < content.size();) {
    const Line line = line_at(content, at);
    at = line.next;
    if (!line.text.starts_with("title")) continue;
    std::string_view rest = trim(line.text.substr(5));
    if (rest.empty() || rest.front() != separator) continue;
    rest = trim(rest.substr(1));
    std::string title(is_block_head(rest) ? std::string_view() : rest);
    if (const std::string more = separator == ':' && !rest.empty() ? indented_lines(content, at) : std::string(); !more.empty()) {
      title += (title.empty() ? "" : " ") + more;
    }
    const bool quoted = title.size() >= 2 && (title.front() == '"' || title.front() == '\'') && title.back() == title.front();
    return quoted ? title.substr(1, title.size() - 2) : title;
  }
  return {};
}

/// Behind the string that opens at `at`.
std::size_t behind_string(std::string_view bytes, std::size_t at) {
  for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
    if (bytes[at] == '\\') ++at;
  }
  return std::min(at + 1, bytes.size());
}

/// Behind the brace that closes the one at `at`, or npos; `title` becomes the value of that name in it.
std::size_t behind_object(std::string_view bytes, std::size_t at, std::string& title) {
  std::size_t depth = 0;
  bool is_title = false;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (c == '"') {
      const std::size_t end = behind_string(bytes, at);
      const std::string_view words = bytes.substr(at + 1, end - std::min(at + 2, end));
      if (std::exchange(is_title, false)) title = words;
      const std::size_t next = bytes.find_first_not_of(" \t\r\n", end);
      is_title = depth == 1 && words == "title" && next < bytes.size() && bytes[next] == ':';
      at = end;
      continue;
    }
    ++at;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at;
  }
  return std::string_view::npos;
}

/// An object of JSON that ends its line; what opens it is followed by a name, so that `{{< tag >}}` and `{expression}` are none.
std::optional<FrontMatter> find_json(std::string_view bytes, std::size_t start) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n", start + 1);
  if (first == std::string_view::npos || bytes[first] != '"') return std::nullopt;
  std::string title;
  const std::size_t end = behind_object(bytes, start, title);
  if (end == std::string_view::npos || !trim(line_at(bytes, end).text).empty()) return std::nullopt;
  const auto offset = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
  return FrontMatter{{offset(start), offset(end)}, {offset(start + 1), offset(end - 1)}, "json", std::move(title)};
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view bytes) {
  const std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (bytes.substr(start).starts_with('{')) return find_json(bytes, start);
  const Line first = line_at(bytes, start);
  const std::string_view fence = trim(first.text);
  if ((fence != "---" && fence != "+++") || first.text.front() == ' ') return std::nullopt;
  for (std::size_t at = first.next; at < bytes.size();) {
    const Line line = line_at(bytes, at);
    if (trim(line.text) == fence && !line.text.starts_with(' ')) {
      const bool yaml = fence == "---";
      const std::string_view content = bytes.substr(first.next, at - first.next);
      const auto offset = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
      return FrontMatter{{offset(start), offset(at + line.text.size())},
                         {offset(first.next), offset(at)},
                         yaml ? "yaml" : "toml",
                         title_of(content, yaml ? ':' : '=')};
    }
    at = line.next;
  }
  return std::nullopt;
}

}  // namespace stet
