#include "claims/fields.h"

namespace stet {

std::string_view key_of_field(const CheckInput& fields, std::uint32_t sentence) {
  const std::uint32_t at = fields.article.to_source(fields.units.sentences[sentence].plain).begin;
  const std::string_view bytes = fields.source.bytes;
  const std::size_t line = bytes.rfind('\n', at) == std::string_view::npos ? 0 : bytes.rfind('\n', at) + 1;
  const std::string_view before = bytes.substr(line, at - line);
  const std::size_t end = before.find_first_of(":=");
  const std::size_t begin = before.find_first_not_of(" \t-");
  if (end == std::string_view::npos || begin == std::string_view::npos || begin >= end) return {};
  return before.substr(begin, before.find_last_not_of(" \t", end - 1) + 1 - begin);
}

std::string plain_key(std::string_view key) {
  std::string plain;
  char before = ' ';
  for (const char c : key) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && before >= 'a' && before <= 'z') plain += ' ';
    plain += c == '_' || c == '-' ? ' ' : upper ? static_cast<char>(c - 'A' + 'a') : c;
    before = c;
  }
  return plain;
}

}  // namespace stet
