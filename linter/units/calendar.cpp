#include "units/calendar.h"

#include <chrono>
#include <cmath>

namespace stet {

std::optional<double> day_number(double year, int month, double day) {
  using namespace std::chrono;
  if (!(std::abs(year) < 10000) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return static_cast<double>(sys_days(date).time_since_epoch().count());
}

Years part_of(Years period, std::string_view word) {
  const double length = period.last - period.first;
  if (word == "early") return {period.first, period.first + std::floor(length * 0.5)};
  if (word == "mid" || word == "middle") return {period.first + std::floor(length * 0.25), period.last - std::floor(length * 0.25)};
  if (word == "late") return {period.last - std::floor(length * 0.5), period.last};
  return period;
}

Years years_of_decade(double first) { return {first, first + (std::fmod(first, 100) == 0 ? 99 : 9)}; }

Years years_of_century(double ordinal) { return {(ordinal - 1) * 100, ordinal * 100}; }

}  // namespace stet
