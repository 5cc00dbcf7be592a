// A few bytes looked for in a long text. std::string_view::find stops at every occurrence of the first of them, which is a blank or a
// common letter as often as not; this stops where the byte stands that prose has least often.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stet {

/// About how often a byte occurs in a thousand of English prose.
inline constexpr auto byte_frequencies = [] {
  std::array<std::uint8_t, 256> of{};
  constexpr std::string_view letters = "etaoinsrhldcumfpgwybvkxjqz";
  constexpr std::array<std::uint8_t, 26> often{100, 75, 66, 62, 60, 57, 53, 50, 45, 34, 31, 26, 22,
                                               20,  18, 17, 16, 15, 14, 12, 8,  6,  2,  1,  1,  1};
  for (std::size_t i = 0; i < letters.size(); ++i) of[static_cast<unsigned char>(letters[i])] = often[i];
  for (unsigned char capital = 'A'; capital <= 'Z'; ++capital) of[capital] = 2;
  for (unsigned char digit = '0'; digit <= '9'; ++digit) of[digit] = 2;
  of[static_cast<unsigned char>(' ')] = 160;
  of[static_cast<unsigned char>('\n')] = 12;
  for (const char common : std::string_view(".,-")) of[static_cast<unsigned char>(common)] = 10;
  return of;
}();

/// Where `part`, which is not empty, begins at or behind `from`; std::string_view::npos when it does not occur.
constexpr std::size_t find_part(std::string_view text, std::string_view part, std::size_t from = 0) {
  std::size_t rarest = 0;
  for (std::size_t i = 1; i < part.size(); ++i) {
    if (byte_frequencies[static_cast<unsigned char>(part[i])] < byte_frequencies[static_cast<unsigned char>(part[rarest])]) rarest = i;
  }
  for (std::size_t at = text.find(part[rarest], from + rarest); at != std::string_view::npos; at = text.find(part[rarest], at + 1)) {
    if (text.substr(at - rarest, part.size()) == part) return at - rarest;
  }
  return std::string_view::npos;
}

constexpr bool holds_part(std::string_view text, std::string_view part) { return find_part(text, part) != std::string_view::npos; }

}  // namespace stet
