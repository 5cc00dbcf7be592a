#include "checks/adds_up/weekdays.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "checks/wording/captures.h"
#include "units/calendar.h"

namespace stet {
namespace {

constexpr std::size_t shortest_name = 3;
/// Days since 1970 modulo 7 is 0 on a Thursday.
constexpr std::array<std::string_view, 7> weekdays = {"thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"};

double year_of(double ordinal) {
  double year = std::floor(1970 + ordinal / 365.2425);
  if (ordinal < day_number(year, 1, 1).value_or(0)) --year;
  if (ordinal >= day_number(year + 1, 1, 1).value_or(0)) ++year;
  return year;
}

/// As a leap year counts them, so that a date has one number in every year.
double day_of_year(double ordinal) {
  const double year = year_of(ordinal);
  const double day = ordinal - day_number(year, 1, 1).value_or(0);
  const double march = day_number(year, 3, 1).value_or(0) - day_number(year, 1, 1).value_or(0);
  return day >= march && march < 60 ? day + 1 : day;
}

/// Does the article tell of days in more than one year?
bool tells_of_several_years(const CheckInput& input) {
  std::set<double> years;
  for (const Typed& typed : input.units.typed) {
    if (typed.kind == TypedKind::date && typed.unit == "day" && std::isfinite(typed.low)) years.insert(year_of(typed.low));
  }
  return years.size() > 1;
}

}  // namespace

std::optional<NamedDay> named_day(const CheckInput& input, const Match& match) {
  NamedDay named{.words = match.words, .day = captured(input, match, "day")};
  const Typed* date = typed_in(input, captured(input, match, "date"));
  if (named.day.empty() || date == nullptr || date->low != date->high) return std::nullopt;
  const std::string_view text = form_of(input, named.day.begin).text;
  const auto* name = std::find_if(weekdays.begin(), weekdays.end(), [&](std::string_view known) { return known.starts_with(text); });
  if (text.size() < shortest_name || name == weekdays.end()) return std::nullopt;
  named.weekday = static_cast<std::size_t>(name - weekdays.begin());
  if (date->unit == "day") {
    named.ordinal = date->low;
    named.day_of_year = day_of_year(date->low);
  } else if (date->unit == "day of year") {
    named.day_of_year = date->low;
  } else {
    return std::nullopt;
  }
  return named;
}

std::string_view weekday_name(std::size_t weekday) { return weekdays[weekday]; }

std::vector<TwoWeekdays> on_two_weekdays(const CheckInput& input, const std::vector<NamedDay>& days) {
  std::vector<TwoWeekdays> odd;
  if (days.size() < 2 || tells_of_several_years(input)) return odd;
  std::vector<const NamedDay*> sorted;
  for (const NamedDay& day : days) sorted.push_back(&day);
  std::stable_sort(sorted.begin(), sorted.end(), [](const NamedDay* a, const NamedDay* b) { return a->day_of_year < b->day_of_year; });
  // Behind another in this order: those of one date, as they stand in the article.
  const NamedDay* first = nullptr;
  for (const NamedDay* day : sorted) {
    const bool same = first != nullptr && first->day_of_year == day->day_of_year;
    if (!same) first = day;
    if (same && first->weekday != day->weekday && !(first->ordinal && day->ordinal)) odd.push_back({day, first});
  }
  return odd;
}

}  // namespace stet
