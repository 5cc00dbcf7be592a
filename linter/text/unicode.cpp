#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/letters.h"

namespace stet {
namespace {

/// Typographic signs and the ASCII that stands for them; sorted.
constexpr std::array<std::pair<char32_t, char>, 16> plain_signs = {{{0x2010, '-'},
                                                                    {0x2011, '-'},
                                                                    {0x2012, '-'},
                                                                    {0x2013, '-'},
                                                                    {0x2014, '-'},
                                                                    {0x2015, '-'},
                                                                    {0x2018, '\''},
                                                                    {0x2019, '\''},
                                                                    {0x201A, '\''},
                                                                    {0x201B, '\''},
                                                                    {0x201C, '"'},
                                                                    {0x201D, '"'},
                                                                    {0x201E, '"'},
                                                                    {0x2032, '\''},
                                                                    {0x2212, '-'},
                                                                    {0xFF07, '\''}}};

void append_plain(std::string& result, char32_t code_point) {
  const auto* sign =
      std::lower_bound(plain_signs.begin(), plain_signs.end(), code_point, [](const auto& pair, char32_t c) { return pair.first < c; });
  if (sign != plain_signs.end() && sign->first == code_point) {
    result += sign->second;
    return;
  }
  append_code_point(result, code_point);
}

}  // namespace

void append_code_point(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
  const auto continuation = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0U | (code_point >> 6U));
    continuation(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0U | (code_point >> 12U));
    continuation(6);
    continuation(0);
  } else {
    text += static_cast<char>(0xF0U | (code_point >> 18U));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  if (is_ascii(text[offset])) return static_cast<unsigned char>(text[offset++]);
  UChar32 code_point = 0;
  auto index = static_cast<std::int32_t>(offset);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  // NOLINTNEXTLINE(readability-simplify-subscript-expr): likewise
  U8_NEXT(text.data(), index, static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX)), code_point);
#pragma GCC diagnostic pop
  if (code_point < 0) {
    ++offset;
    return invalid_code_point;
  }
  offset = static_cast<std::size_t>(index);
  return static_cast<char32_t>(code_point);
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    if (is_ascii(text[offset])) {
      ++offset;
    } else if (next_code_point(text, offset) == invalid_code_point) {
      return start;
    }
  }
  return std::string_view::npos;
}

std::string valid_text(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos ? std::string(text) : std::string();
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string fold(std::string_view text) {
  std::string result;
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    result.resize(text.size());
    std::transform(text.begin(), text.end(), result.begin(), to_lower);
    return result;
  }
  UErrorCode error = U_ZERO_ERROR;
  // Data that ICU is asked for must be named in cmake/icu_data.cmake: the static program has no other.
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(error) != 0) wide = normalizer->normalize(wide, error);
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) append_plain(result, static_cast<char32_t>(wide.char32At(i)));
  return result;
}

namespace {

std::size_t display_width(char32_t code_point) {
  if (code_point < 0x300) return code_point == 0xAD ? 0 : 1;
  const auto c = static_cast<UChar32>(code_point);
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) width += display_width(next_code_point(text, offset));
  return width;
}

std::string visible(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    if (c == '\t') {
      result += ' ';
    } else if (c == invalid_code_point || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || direction) {
      result += "\xEF\xBF\xBD";
    } else {
      result += text.substr(start, offset - start);
    }
  }
  return result;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool continues_word(char32_t c) {
  if (c < 0x80) return false;
  if (c == 0x200C || c == 0x200D || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF) return true;
  const auto category = u_charType(static_cast<UChar32>(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_COMBINING_SPACING_MARK;
}

}  // namespace stet
