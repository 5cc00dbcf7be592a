// Whether two values of statements can both be right.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "claims/statements.h"
#include "units/measures.h"

namespace stet {

namespace {

/// The place of a number's last digit that is no zero: 1 of 742, 100 of 700, 0.1 of 7.4.
double last_place(double number) {
  constexpr double finest = 1e-4;
  double place = finest;
  double next = finest;
  while (next <= std::abs(number)) {
    const double times = number / next;
    if (std::abs(times - std::round(times)) > 1e-6 * std::max(1.0, std::abs(times))) break;
    place = next;
    next *= 10;
  }
  return place;
}

/// Two numbers of one written unit agree where the one is the other rounded: "742 m" and "700 m" do, "742 m" and "724 m" do not.
std::optional<double> slack_of_digits(const Value& a, const Value& b) {
  const bool exact = a.low == a.high && b.low == b.high && std::isfinite(a.low) && std::isfinite(b.low);
  if (a.scale == 0 || a.scale != b.scale || a.approximate || b.approximate || !exact) return std::nullopt;
  return a.scale * std::max(last_place(a.low / a.scale), last_place(b.low / b.scale)) / 2 * (1 + 1e-6);
}

/// "1.2 million" and "1,234,567" agree, as "$480K" and "$480,139" do; "2 million" and "1.6 million" do not.
double slack_of_place(const Value& a, const Value& b) {
  constexpr double most = 0.05;
  const double place = std::max(a.place, b.place);
  const double larger = std::max(std::abs(a.low), std::abs(b.low));
  return place == 0 || !std::isfinite(larger) ? 0 : std::min(place / 2, larger * most) * (1 + 1e-6);
}

/// How far apart two values may be and still agree.
double slack_between(const Value& a, const Value& b) {
  // "About" is 15 %, and "about an hour" is fifty minutes, too; units are converted, and rounded, by writers too.
  const bool measured = a.kind == TypedKind::quantity || a.kind == TypedKind::duration;
  const double share = a.kind == TypedKind::date        ? 0
                       : a.approximate || b.approximate ? (a.kind == TypedKind::duration ? 0.2 : 0.15)
                       : measured                       ? 0.03
                                                        : 1e-6;
  double slack = 0;
  for (const double end : {a.low, a.high, b.low, b.high}) {
    if (std::isfinite(end)) slack = std::max(slack, std::abs(end) * share);
  }
  slack = std::min(slack, slack_of_digits(a, b).value_or(slack));
  slack = std::max(slack, slack_of_place(a, b));
  // Degrees are counted from no zero that a share could be of: what is rounded between two scales is within this.
  constexpr double kelvin = 2.5;
  return a.unit == "K" ? std::min(slack, a.approximate || b.approximate ? 4 * kelvin : kelvin) : slack;
}

/// All that the value may be: of "by 1998" and "before 1998", all before it.
std::pair<double, double> interval_of(const Value& value) {
  const bool open_below = value.role == Role::before || value.role == Role::by;
  return {open_below ? -unbounded : value.low, value.role == Role::after    ? unbounded
                                               : value.role == Role::before ? value.low - 1
                                                                            : value.high};
}

}  // namespace

bool comparable(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && !a.names && !b.names; }

bool disjoint(const Value& a, const Value& b) {
  if (a.unit == "K" && are_one_oven_setting(a.low, b.low) && are_one_oven_setting(a.high, b.high)) return false;
  const auto [a_low, a_high] = interval_of(a);
  const auto [b_low, b_high] = interval_of(b);
  const double slack = slack_between(a, b);
  return a_high + slack < b_low || b_high + slack < a_low;
}

}  // namespace stet
