// A set of bytes that is looked for in long texts: one look-up a byte, where std::string_view::find_first_of makes a call.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace stet {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) held_[static_cast<unsigned char>(byte)] = true;
  }
  constexpr void set(char byte, bool held) { held_[static_cast<unsigned char>(byte)] = held; }
  constexpr bool contains(char byte) const { return held_[static_cast<unsigned char>(byte)]; }
  /// The first byte at or behind `from` that is in the set, or std::string_view::npos.
  constexpr std::size_t find(std::string_view text, std::size_t from = 0) const {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (contains(text[at])) return at;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> held_{};
};

}  // namespace stet
