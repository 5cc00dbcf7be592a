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

std::string title_of(std::string_view content, char separator) {
  for (std::size_t at = 0; at < content.size();) {
    const Line line = line_at(content, at);
    at = line.next;
    if (!line.text.starts_with("title")) continue;
    std::string_view rest = trim(line.text.substr(5));
    if (rest.empty() || rest.front() != separator) continue;
    rest = trim(rest.substr(1));
    const bool quoted = rest.size() >= 2 && (rest.front() == '"' || rest.front() == '\'') && rest.back() == rest.front();
    return std::string(quoted ? rest.substr(1, rest.size() - 2) : rest);
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
