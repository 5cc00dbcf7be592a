#include "claims/fields.h"

#include <algorithm>

namespace stet {

std::string_view key_of_field(const CheckInput& fields, std::uint32_t sentence) {
  constexpr std::uint32_t longest_key = 256;  // bytes, with what stands before it: a value may be all of a long line
  const std::uint32_t at = fields.article.to_source(fields.units.sentences[sentence].plain).begin;
  const std::uint32_t line = fields.source.lines.line(fields.source.lines.line_at(at)).begin;
  const std::string_view before = fields.source.view({line, std::min(at, line + longest_key)});
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
