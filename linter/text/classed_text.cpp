#include "text/classed_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr char capital_letter = '\x80';
constexpr char small_letter = '\x81';
constexpr char other_letter = '\x82';
constexpr char superscript_digit = '\x83';
constexpr char other = '\x84';

/// Signs that expressions name, and the byte of each.
constexpr auto signs = std::to_array<std::pair<char32_t, char>>(
    {{U'‘', '\x85'}, {U'’', '\x86'}, {U'“', '\x87'}, {U'”', '\x88'}, {U'–', '\x89'}, {U'⁻', '\x8A'}});

/// What names a class or a sign in an expression, and what it becomes between brackets.
constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({{R"(\p{Lu})", R"(A-Z\x80)"},
                                                                                     {R"(\p{Ll})", R"(a-z\x81)"},
                                                                                     {R"(\p{L})", R"(A-Za-z\x80-\x82)"},
                                                                                     {"⁰", R"(\x83)"},
                                                                                     {"‘", R"(\x85)"},
                                                                                     {"’", R"(\x86)"},
                                                                                     {"“", R"(\x87)"},
                                                                                     {"”", R"(\x88)"},
                                                                                     {"–", R"(\x89)"},
                                                                                     {"⁻", R"(\x8A)"}});

bool is_superscript_digit(char32_t c) { return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹'); }

char class_of(char32_t c) {
  const auto sign = std::find_if(signs.begin(), signs.end(), [&](const auto& known) { return known.first == c; });
  if (sign != signs.end()) return sign->second;
  if (is_superscript_digit(c)) return superscript_digit;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
      return capital_letter;
    case U_LOWERCASE_LETTER:
      return small_letter;
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return other_letter;
    default:
      return other;
  }
}

}  // namespace

ClassedText::ClassedText(std::string_view text) : text_(text), is_ascii_(std::all_of(text.begin(), text.end(), is_ascii)) {
  if (is_ascii_) return;
  classes_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    classes_ += c < 0x80 ? static_cast<char>(c) : class_of(c);
  }
}

std::uint32_t ClassedText::byte_of(std::size_t character, Walk& walk) const {
  if (is_ascii_) return static_cast<std::uint32_t>(character);
  for (; walk.character < character; ++walk.character) next_code_point(text_, walk.byte);
  return static_cast<std::uint32_t>(walk.byte);
}

bool ClassedText::is_match(const re2::RE2& expression) const {
  return re2::RE2::FullMatch({characters().data(), characters().size()}, expression);
}

std::string classed_expression(std::string_view expression) {
  std::string classed;
  while (!expression.empty()) {
    const auto named = std::find_if(names.begin(), names.end(), [&](const auto& name) { return expression.starts_with(name.first); });
    classed += named == names.end() ? expression.substr(0, 1) : named->second;
    expression.remove_prefix(named == names.end() ? 1 : named->first.size());
  }
  return classed;
}

re2::RE2::Options classed_options() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  return options;
}

}  // namespace stet
