// Whether two values of statements can both be right.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "claims/statements.h"

namespace stet {

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
}  // namespace

bool comparable(const Value& a, const Value& b) { return a.kind == b.kind && a.unit == b.unit && !a.names && !b.names; }

bool disjoint(const Value& a, const Value& b) {
  const auto interval = [](const Value& value) {
    const bool open_below = value.role == Role::before || value.role == Role::by;
    return std::pair(open_below ? -infinity : value.low, value.role == Role::after    ? infinity
                                                         : value.role == Role::before ? value.low - 1
                                                                                      : value.high);
  };
  const auto [a_low, a_high] = interval(a);
  const auto [b_low, b_high] = interval(b);
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
  return a_high + slack < b_low || b_high + slack < a_low;
}

}  // namespace stet
