// Numbers in digits.
#pragma once

#include <charconv>
#include <limits>
#include <string_view>

namespace stet {

/// The decimal number that a text begins with ("2.5", "10"), in any locale: 0 where there is none, infinity where it is too large.
inline double decimal_at_start(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc::result_out_of_range ? std::numeric_limits<double>::infinity() : number;
}

}  // namespace stet
