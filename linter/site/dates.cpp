// The date of an article.
#include <algorithm>
#include <array>
#include <optional>

#include "site/fingerprints.h"

namespace stet {
namespace {

constexpr auto date_keys = std::to_array<std::string_view>({"date", "published", "publishDate", "pubDate", "datePublished", "created"});

std::optional<std::uint32_t> digits(std::string_view text) {
  std::uint32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

/// "2021-03-04" or "2021/03/04" at the start of the text, whatever follows.
std::optional<std::uint32_t> date_at(std::string_view text) {
  if (text.size() < 10 || text[4] != text[7] || (text[4] != '-' && text[4] != '/')) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return *year * 10000 + *month * 100 + *day;
}

/// The value of a top-level key on this line, without quotes; nothing when the line is another's.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return std::nullopt;
  line.remove_prefix(key.size());
  const std::size_t sign = line.find_first_not_of(" \t");
  if (sign == std::string_view::npos || (line[sign] != ':' && line[sign] != '=')) return std::nullopt;
  line.remove_prefix(std::min(line.find_first_not_of(" \t\"'", sign + 1), line.size()));
  return line;
}

std::optional<std::uint32_t> date_under(std::string_view front_matter, std::string_view key) {
  while (!front_matter.empty()) {
    const std::size_t end = std::min(front_matter.find_first_of("\r\n"), front_matter.size());
    if (const auto value = value_of(front_matter.substr(0, end), key)) return date_at(*value);
    front_matter.remove_prefix(std::min(end + 1, front_matter.size()));
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t article_date(std::string_view front_matter, std::string_view path) {
  for (const std::string_view key : date_keys) {
    if (const auto date = date_under(front_matter, key)) return *date;
  }
  path.remove_prefix(path.find_last_of('/') + 1);  // npos + 1 is 0
  return date_at(path).value_or(no_date);
}

}  // namespace stet
