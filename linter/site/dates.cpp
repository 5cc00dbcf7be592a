// The date of an article.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "site/fingerprints.h"

namespace stet {
namespace {

constexpr std::size_t longest_key = 24;

/// Fields that date an article, letters alone, the first that is there counts; and behind `dated` of them those of its last change.
constexpr auto date_keys = std::to_array<std::string_view>({"date", "published", "publishdate", "pubdate", "datepublished", "publisheddate",
                                                            "publicationdate", "publishedat", "created", "createdat", "datecreated",
                                                            "lastmod", "modified", "updated", "lastupdated", "updatedat", "datemodified"});
constexpr std::size_t dated = 11;

/// "published_date" as "publisheddate".
std::string letters_of(std::string_view key) {
  std::string letters;
  for (const char c : key) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') letters += c;
  }
  return letters;
}

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

/// A date under each of the keys, as far as there is one.
std::array<std::optional<std::uint32_t>, dated> dates_in(std::string_view front_matter) {
  std::array<std::optional<std::uint32_t>, dated> dates;
  std::array<bool, dated> known{};
  while (!front_matter.empty()) {
    const std::size_t end = std::min(front_matter.find_first_of("\r\n"), front_matter.size());
    const std::string_view line = front_matter.substr(0, end);
    front_matter.remove_prefix(std::min(end + 1, front_matter.size()));
    const std::size_t sign = line.find_first_of(":=");
    // What is indented belongs to another field.
    if (sign == std::string_view::npos || sign > longest_key || line.front() == ' ' || line.front() == '\t') continue;
    const std::string key = letters_of(line.substr(0, sign));
    const auto at = static_cast<std::size_t>(std::find(date_keys.begin(), date_keys.end(), key) - date_keys.begin());
    if (at >= dated || std::exchange(known[at], true)) continue;
    dates[at] = date_at(line.substr(std::min(line.find_first_not_of(" \t\"'", sign + 1), line.size())));
  }
  return dates;
}

}  // namespace

bool dates_article(std::string_view key) {
  return key.size() <= longest_key && std::find(date_keys.begin(), date_keys.end(), letters_of(key)) != date_keys.end();
}

std::uint32_t article_date(std::string_view front_matter, std::string_view path) {
  for (const auto& date : dates_in(front_matter)) {
    if (date) return *date;
  }
  path.remove_prefix(path.find_last_of('/') + 1);  // npos + 1 is 0
  return date_at(path).value_or(no_date);
}

}  // namespace stet
