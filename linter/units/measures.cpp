#include "units/measures.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "units/word_classes.h"

namespace stet {
namespace {

struct NamedMeasure {
  std::string_view names;  ///< space-separated, a space at both ends
  Measure measure;
};

constexpr TypedKind quantity = TypedKind::quantity;
constexpr TypedKind duration = TypedKind::duration;
constexpr double day = 86400;

/// Factors from the SI brochure and NIST Handbook 44; months and years are average Gregorian ones.
constexpr auto measures = std::to_array<NamedMeasure>({
    {" g gram grams gramme grammes gm ", {quantity, "g", 1}},
    {" mg milligram milligrams milligramme milligrammes ", {quantity, "g", 1e-3}},
    {" mcg \xCE\xBCg ug microgram micrograms ", {quantity, "g", 1e-6}},
    {" kg kilogram kilograms kilo kilos ", {quantity, "g", 1e3}},
    {" tonne tonnes ton tons ", {quantity, "g", 1e6}},
    {" oz ounce ounces ", {quantity, "g", 28.349523125}},
    {" lb lbs pound pounds ", {quantity, "g", 453.59237}},
    {" stone ", {quantity, "g", 6350.29318}},
    {" l liter liters litre litres ", {quantity, "l", 1}},
    {" ml milliliter milliliters millilitre millilitres ", {quantity, "l", 1e-3}},
    {" dl deciliter deciliters decilitre decilitres ", {quantity, "l", 0.1}},
    {" cup cups ", {quantity, "l", 0.2365882365}},
    {" tablespoon tablespoons tbsp ", {quantity, "l", 0.01478676478}},
    {" teaspoon teaspoons tsp ", {quantity, "l", 0.00492892159}},
    {" pint pints ", {quantity, "l", 0.473176473}},
    {" quart quarts ", {quantity, "l", 0.946352946}},
    {" gallon gallons ", {quantity, "l", 3.785411784}},
    {" m meter meters metre metres ", {quantity, "m", 1}},
    {" cm centimeter centimeters centimetre centimetres ", {quantity, "m", 1e-2}},
    {" mm millimeter millimeters millimetre millimetres ", {quantity, "m", 1e-3}},
    {" km kilometer kilometers kilometre kilometres kms ", {quantity, "m", 1e3}},
    {" inch inches ", {quantity, "m", 0.0254}},
    {" ft foot feet ", {quantity, "m", 0.3048}},
    {" yd yard yards ", {quantity, "m", 0.9144}},
    {" mile miles mi ", {quantity, "m", 1609.344}},
    {" hectare hectares ha ", {quantity, "m2", 1e4}},
    {" acre acres ", {quantity, "m2", 4046.8564224}},
    {" kph kmh ", {quantity, "m/s", 1 / 3.6}},
    {" mph ", {quantity, "m/s", 0.44704}},
    {" knot knots ", {quantity, "m/s", 0.514444}},
    {" celsius centigrade c ", {quantity, "K", 1, 273.15}},
    {" fahrenheit f ", {quantity, "K", 5.0 / 9, 255.372222}},
    {" kcal calorie calories kilocalorie kilocalories ", {quantity, "J", 4184}},
    {" kj kilojoule kilojoules ", {quantity, "J", 1e3}},
    {" kb kilobyte kilobytes ", {quantity, "B", 1e3}},
    {" mb megabyte megabytes ", {quantity, "B", 1e6}},
    {" gb gigabyte gigabytes ", {quantity, "B", 1e9}},
    {" tb terabyte terabytes ", {quantity, "B", 1e12}},
    {" volt volts v ", {quantity, "V", 1}},
    {" watt watts w ", {quantity, "W", 1}},
    {" kw kilowatt kilowatts ", {quantity, "W", 1e3}},
    {" mw megawatt megawatts ", {quantity, "W", 1e6}},
    {" mah ", {quantity, "Ah", 1e-3}},
    {" lumen lumens ", {quantity, "lm", 1}},
    {" decibel decibels db ", {quantity, "dB", 1}},
    {" megapixel megapixels ", {quantity, "px", 1e6}},
    {" hz hertz ", {quantity, "Hz", 1}},
    {" mhz megahertz ", {quantity, "Hz", 1e6}},
    {" ghz gigahertz ", {quantity, "Hz", 1e9}},
    {" ppm ", {quantity, "ppm", 1}},
    {" ppb ", {quantity, "ppm", 1e-3}},
    {" iu ", {quantity, "IU", 1}},
    {" second seconds sec secs ", {duration, "s", 1}},
    {" minute minutes min mins ", {duration, "s", 60}},
    {" hour hours hr hrs h ", {duration, "s", 3600}},
    {" day days ", {duration, "s", day}},
    {" week weeks wk wks ", {duration, "s", 7 * day}},
    {" fortnight fortnights ", {duration, "s", 14 * day}},
    {" month months ", {duration, "s", 30.436875 * day}},
    {" year years yr yrs ", {duration, "s", 365.2425 * day}},
    {" decade decades ", {duration, "s", 3652.425 * day}},
    {" century centuries ", {duration, "s", 36524.25 * day}},
});

constexpr auto currencies = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"$", "USD"},      {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"}, {"\xC2\xA5", "JPY"}, {"usd", "USD"}, {"eur", "EUR"},
    {"gbp", "GBP"},    {"jpy", "JPY"},          {"chf", "CHF"},      {"cad", "CAD"},      {"aud", "AUD"}, {"inr", "INR"},
    {"dollar", "USD"}, {"dollars", "USD"},      {"euro", "EUR"},     {"euros", "EUR"},    {"yen", "JPY"}, {"cent", "cent"},
    {"cents", "cent"}, {"pence", "penny"},      {"rupees", "INR"},
});

bool holds(std::string_view names, std::string_view word) {
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    if (names[at - 1] == ' ' && names[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

const Measure* measure_of(std::string_view folded) {
  if (folded.empty() || folded.size() > 14 || folded.find(' ') != std::string_view::npos) return nullptr;
  const auto* found =
      std::find_if(std::begin(measures), std::end(measures), [&](const NamedMeasure& named) { return holds(named.names, folded); });
  return found == std::end(measures) ? nullptr : &found->measure;
}

std::string_view currency_of(std::string_view folded) {
  const auto* found = std::find_if(std::begin(currencies), std::end(currencies), [&](const auto& pair) { return pair.first == folded; });
  return found == std::end(currencies) ? std::string_view() : found->second;
}

int month_of(const Grammar& grammar, std::string_view folded) { return static_cast<int>(grammar.value(WordClass::month, folded, 0)); }

}  // namespace stet
