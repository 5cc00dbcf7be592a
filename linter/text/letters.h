// Letters of ASCII, byte for byte: names of HTML's tags and the like, whose case does not matter.
#pragma once

#include <algorithm>
#include <string_view>

namespace stet {

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Does the text begin with `lower`, which has no capitals, in any case?
constexpr bool starts_with_in_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char c) { return l == to_lower(c); });
}

}  // namespace stet
