// What day it is, in UTC.
#pragma once

#include <cstdint>

namespace stet {

/// Whose day it is.
enum class DayOf : std::uint8_t {
  machine,  ///< for what stays on it, such as how long a cache has lain there
  run,      ///< SOURCE_DATE_EPOCH stands for the machine's where it is set: for what must be the same when a run is repeated
};

/// Days since the first of January 1970, which is 0.
std::int64_t today(DayOf day_of);

}  // namespace stet
