// Units of measure.
#pragma once

#include <string_view>

#include "units/units.h"

namespace stet {

/// What a unit word means: a factor (and offset) to the base unit of its dimension.
struct Measure {
  TypedKind kind = TypedKind::quantity;
  std::string_view unit;  ///< canonical base unit: g, l, m, m2, m/s, K, J, B, V, W, Hz, IU, s …
  double factor = 1;
  double offset = 0;  ///< added after the factor: degrees to kelvin
};

/// The measure that a folded word names ("mg", "milligrams", "weeks"), or nullptr. `alone` letters such as "m" count only right behind a
/// number.
const Measure* measure_of(std::string_view folded);

/// Degrees of kelvins.
double celsius_of(double kelvin);
double fahrenheit_of(double kelvin);
/// Do recipes give the two as one temperature of an oven: "325 °F (160 °C)"? Ovens are set in steps of 25 °F and of 10 °C.
bool are_one_oven_setting(double kelvin, double other);

/// Seconds of the period of time that a folded word names ("day", "hours"); 0 for another word.
double seconds_of_period(std::string_view folded);

/// Currency of a folded sign or code ("$", "eur", "dollars"): its ISO 4217 code, or empty.
std::string_view currency_of(std::string_view folded);

/// 1 to 12 for an English month name or its abbreviation, else 0.
int month_of(const Grammar& grammar, std::string_view folded);

}  // namespace stet
