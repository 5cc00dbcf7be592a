#include "checks/adds_up/conversions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "matching/quoting.h"
#include "text/decimal.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// Units in which a word has several sizes, or months and years that are rounded to weeks.
bool is_loose_unit(const CheckInput& input, std::uint32_t word) { return is(form_of(input, word), WordClass::loose_unit); }

/// Half a unit in the last digit that is written, in base units: "2 km" may be 1.5 to 2.5.
double rounding_of(const CheckInput& input, const Typed& typed) {
  const std::string_view digits = form_of(input, typed.words.begin).text;
  if ((input.units.words[typed.words.begin].flags & word_number) == 0) return 0;
  double step = last_digit_worth(digits) / 2;
  if (digits.find('.') == std::string_view::npos && digits.ends_with("00")) step *= 10;
  const double written = decimal_at_start(digits);
  return written > 0 ? step * std::abs(typed.high) / written : 0;
}

/// "5 days (40 hours)", "2 weeks (10 days)": of work, not of the clock.
bool is_working_time(const CheckInput& input, const Typed& first, const Typed& second) {
  const auto units = [&](std::string_view longer, std::string_view shorter) {
    return form_of(input, first.words.end - 1).text.starts_with(longer) && form_of(input, second.words.end - 1).text.starts_with(shorter);
  };
  constexpr double hour = 3600;
  constexpr double day = 24 * hour;
  const double share = first.low > 0 ? second.low / first.low : 0;  // of the time by the clock
  if (units("day", "hour")) return share >= 6 * hour / day && share <= 10 * hour / day;
  if (units("week", "hour")) return share >= 30 * hour / (7 * day) && share <= 48 * hour / (7 * day);
  return (units("week", "day") || units("month", "day")) && share >= 4.0 / 7 && share <= 6.0 / 7;
}

/// "°F", "Fahrenheit", of degrees.
bool is_fahrenheit(const CheckInput& input, const Typed& degrees) {
  return form_of(input, degrees.words.end - 1).text.find('f') != std::string_view::npos;
}

bool conversion_holds(const CheckInput& input, const Typed& first, const Typed& second) {
  const bool loose = is_loose_unit(input, first.words.end - 1) || is_loose_unit(input, second.words.end - 1);
  const double share = loose || first.approximate || second.approximate ? 0.25 : 0.1;
  if (first.unit == "K") {
    // Degrees, or a difference between them: 1 °C is 1.8 °F.
    const bool from_fahrenheit = is_fahrenheit(input, first);
    const double in_celsius = celsius_of(from_fahrenheit ? second.low : first.low);
    const double in_fahrenheit = fahrenheit_of(from_fahrenheit ? first.low : second.low);
    const bool difference = std::abs(in_celsius * 9 / 5 - in_fahrenheit) < 1.5;
    return difference || std::abs(first.low - second.low) < 2.5 || are_one_oven_setting(first.low, second.low);
  }
  const double slack = std::max(std::abs(first.high) * share, rounding_of(input, first) + rounding_of(input, second));
  return second.high + slack >= first.low && second.low - slack <= first.high;
}

/// "5 miles are 8 km, not 12 km".
std::string converted(const CheckInput& input, const Typed& first, const Typed& second) {
  const std::string from = words_as_written(input, first.words);
  const std::string to = words_as_written(input, second.words);
  std::string digits = to;
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  const double written = decimal_at_start(digits);
  double value = written > 0 && second.low != 0 ? first.low * written / second.low : 0;
  if (first.unit == "K") value = is_fahrenheit(input, second) ? fahrenheit_of(first.low) : celsius_of(first.low);
  const std::string_view verb = from.starts_with("1 ") || from.starts_with("one ") ? "is" : "are";
  if (value == 0 || first.low != first.high || second.low != second.high) return fmt::format("{} {} not {}", from, verb, to);
  const std::string number = std::abs(value) < 100 ? fmt::format("{:.3g}", value) : fmt::format("{:.0f}", value);
  const std::size_t behind_number = to.find_first_not_of("0123456789.,");
  return fmt::format("{} {} {}{}, not {}", from, verb, number, behind_number == std::string::npos ? "" : to.substr(behind_number), to);
}

/// A measure stands in brackets of its own, right behind the word before it.
bool is_in_brackets(const CheckInput& input, const Typed& measure) {
  const auto end = static_cast<std::uint32_t>(input.article.plain.size());
  return gap_before(input, measure.words.begin) == " (" &&
         input.article.text({measure.plain.end, std::min(measure.plain.end + 1, end)}) == ")";
}

bool are_finite(const Typed& first, const Typed& second) {
  return std::isfinite(first.low) && std::isfinite(first.high) && std::isfinite(second.low) && std::isfinite(second.high);
}

}  // namespace

std::vector<WrongConversion> wrong_conversions(const CheckInput& input) {
  std::vector<WrongConversion> wrong;
  for (std::size_t i = 0; i + 1 < input.units.typed.size(); ++i) {
    const Typed& first = input.units.typed[i];
    const Typed& second = input.units.typed[i + 1];
    const bool measures = (first.kind == TypedKind::quantity || first.kind == TypedKind::duration) && first.unit == second.unit;
    if (!measures || first.kind != second.kind || first.words.end != second.words.begin || !are_finite(first, second)) continue;
    const bool same_unit = form_of(input, first.words.end - 1).text == form_of(input, second.words.end - 1).text;
    if (same_unit || !is_in_brackets(input, second)) continue;
    if (conversion_holds(input, first, second) || is_working_time(input, first, second)) continue;
    wrong.push_back({cover(first.words, second.words), converted(input, first, second)});
  }
  return wrong;
}

}  // namespace stet
