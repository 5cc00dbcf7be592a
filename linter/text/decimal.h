// Numbers in digits.
#pragma once

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <system_error>

namespace stet {

/// The decimal number that a text begins with ("2.5", "10"), in any locale: 0 where there is none, infinity where it is too large.
inline double decimal_at_start(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc::result_out_of_range ? std::numeric_limits<double>::infinity() : number;
}

/// What the last of some decimal digits is worth: 0.1 of "2.5", 1 of "25".
inline double last_digit_worth(std::string_view digits) {
  const std::size_t point = digits.find('.');
  return point == std::string_view::npos ? 1 : std::pow(10, -static_cast<double>(digits.size() - point - 1));
}

}  // namespace stet
