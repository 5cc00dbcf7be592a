// Days of the week beside dates: the day that a date falls on, and two days that one date is said to fall on.
//
// Order of calls:  named_day(input, match)  of each match, in the order of the article;  then  on_two_weekdays(input, days).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace stet {

/// "Saturday 8 June": a match of phrases with `$day` and `$date`.
struct NamedDay {
  IndexRange words;
  IndexRange day;                 ///< the day of the week
  std::size_t weekday = 0;        ///< as it is named; 0 is Thursday, as days since 1970 modulo 7 have it
  double day_of_year = 0;         ///< of a leap year
  std::optional<double> ordinal;  ///< days since 1970, of a date with its year
};

/// The one with `$day` and `$date` of a match; nothing where the date is no single day.
std::optional<NamedDay> named_day(const CheckInput& input, const Match& match);

/// The name of a day by its number, in small letters.
std::string_view weekday_name(std::size_t weekday);

struct TwoWeekdays {
  const NamedDay* later = nullptr;
  const NamedDay* earlier = nullptr;
};

/// One date without its year, or without it in one of the two places, that is said to fall on two days of the week. Nothing in an article
/// that tells of several years.
std::vector<TwoWeekdays> on_two_weekdays(const CheckInput& input, const std::vector<NamedDay>& days);

}  // namespace stet
