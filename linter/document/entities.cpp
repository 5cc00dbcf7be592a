#include "document/entities.h"

#include <algorithm>
#include <charconv>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t longest_name = 32;
constexpr std::size_t most_digits = 7;
constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexadecimal_digits = "0123456789ABCDEFabcdef";
constexpr std::string_view name_bytes = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

std::string encode(std::uint32_t code_point) {
  std::string text;
  append_code_point(text, code_point == 0 ? 0xFFFD : code_point);
  return text;
}

CharacterReference read_number(std::string_view text, ReferenceEnd end) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hexadecimal ? 3 : 2;
  const std::size_t stop = std::min(text.find_first_not_of(hexadecimal ? hexadecimal_digits : digits, begin), text.size());
  const bool closed = stop < text.size() && text[stop] == ';';
  if (stop <= begin || stop - begin > most_digits || (!closed && end == ReferenceEnd::semicolon)) return {};
  std::uint32_t code_point = 0;
  std::from_chars(text.data() + begin, text.data() + stop, code_point, hexadecimal ? 16 : 10);
  return {encode(code_point), stop + (closed ? 1U : 0U)};
}

std::string_view named(std::string_view name) {
  const auto found = std::lower_bound(named_references.begin(), named_references.end(), name,
                                      [](const NamedReference& reference, std::string_view wanted) { return reference.name < wanted; });
  return found != named_references.end() && found->name == name ? found->text : std::string_view();
}

}  // namespace

CharacterReference read_reference(std::string_view text, ReferenceEnd end) {
  if (text.size() < 3 || text[0] != '&') return {};
  if (text[1] == '#') return read_number(text, end);
  std::size_t stop = std::min({text.find_first_not_of(name_bytes, 1), text.size(), longest_name + 1});
  if (stop < text.size() && text[stop] == ';') {
    const std::string_view shown = named(text.substr(1, stop));
    if (!shown.empty()) return {std::string(shown), stop + 1};
  }
  if (end == ReferenceEnd::semicolon) return {};
  for (; stop > 2; --stop) {
    const std::string_view shown = named(text.substr(1, stop - 1));
    if (!shown.empty()) return {std::string(shown), stop};
  }
  return {};
}

}  // namespace stet
