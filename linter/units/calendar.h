// Days and years as numbers.
#pragma once

#include <optional>
#include <string_view>

namespace stet {

/// Days since 1970-01-01 of a civil date in the proleptic Gregorian calendar, or nothing when there is no such day.
std::optional<double> day_number(double year, int month, double day);

/// What of a decade or century a word before it leaves: "early", "mid", "late". Generous at the borders, as writers are.
struct Years {
  double first = 0;
  double last = 0;
};
Years part_of(Years period, std::string_view word);

/// "1970s" is ten years, "1800s" may be a hundred.
Years years_of_decade(double first);

/// "19th century": 1801 to 1900.
Years years_of_century(double ordinal);

}  // namespace stet
