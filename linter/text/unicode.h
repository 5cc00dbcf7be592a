// The few Unicode operations that words need, over ICU; ASCII takes a fast path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet {

inline constexpr char32_t invalid_code_point = 0xFFFFFFFF;

/// Whether a byte of UTF-8 is a whole character of ASCII.
constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80U; }

/// The code point that starts at `offset` (which must be < text.size()); advances `offset` past it. Text must be valid UTF-8;
/// on a bad byte returns `invalid_code_point` and advances by one.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Offset of the first byte that is not valid UTF-8, or std::string_view::npos.
std::size_t find_invalid_utf8(std::string_view text);

/// The text, or nothing where it is not valid UTF-8.
std::string valid_text(std::string_view text);

/// Case folded, NFKC-normalised form with typographic quotes and dashes made ASCII: the form in which words are compared
/// (Unicode 15, NFKC_Casefold). Invisible characters (zero-width, soft hyphen) vanish.
std::string fold(std::string_view text);

/// Appends a code point as UTF-8; what is no scalar value becomes U+FFFD.
void append_code_point(std::string& text, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Columns that a terminal takes for valid UTF-8 without control characters: two for wide characters and most emoji, none for what joins
/// the character before.
std::size_t display_width(std::string_view text);

/// The text with control characters, escape sequences and direction overrides made visible (U+FFFD or an escape), so that an article cannot
/// steer a terminal. Tabs become one space; line ends are kept out by callers.
std::string visible(std::string_view text);

bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_upper(char32_t code_point);
/// White space, including no-break and typographic spaces.
bool is_space(char32_t code_point);
/// Marks that continue a word: combining marks, zero-width joiners, soft hyphens.
bool continues_word(char32_t code_point);

}  // namespace stet
