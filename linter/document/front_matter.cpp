#include "document/front_matter.h"

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

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view bytes) {
  const std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
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
