// Conversions: a measure, and the same in another unit in the brackets right behind it.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"

namespace stet {

struct WrongConversion {
  IndexRange words;    ///< both measures, without the closing bracket
  std::string actual;  ///< "5 miles are 8 km, not 12 km"
};

/// The conversions that do not hold: degrees within two and a half kelvin, other measures within a tenth, or a quarter where a word of
/// several sizes ("cup") or "about" is in them, and what is lost by rounding. Working days of hours are none.
std::vector<WrongConversion> wrong_conversions(const CheckInput& input);

}  // namespace stet
