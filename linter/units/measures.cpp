#include "units/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
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
    {" t tonne tonnes ton tons ", {quantity, "g", 1e6}},
    {" oz ounce ounces ", {quantity, "g", 28.349523125}},
    {" lb lbs pound pounds ", {quantity, "g", 453.59237}},
    {" stone ", {quantity, "g", 6350.29318}},
    {" l liter liters litre litres ", {quantity, "l", 1}},
    {" ml milliliter milliliters millilitre millilitres ", {quantity, "l", 1e-3}},
    {" dl deciliter deciliters decilitre decilitres ", {quantity, "l", 0.1}},
    {" cl centiliter centiliters centilitre centilitres ", {quantity, "l", 0.01}},
    {" cc cm3 ", {quantity, "l", 1e-3}},
    {" m3 ", {quantity, "l", 1e3}},
    {" ft3 ", {quantity, "l", 28.316846592}},
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
    {" micron microns micrometer micrometers micrometre micrometres ", {quantity, "m", 1e-6}},
    {" nanometer nanometers nanometre nanometres ", {quantity, "m", 1e-9}},
    {" inch inches ", {quantity, "m", 0.0254}},
    {" ft foot feet ", {quantity, "m", 0.3048}},
    {" yd yard yards ", {quantity, "m", 0.9144}},
    {" mile miles mi ", {quantity, "m", 1609.344}},
    {" m2 sqm ", {quantity, "m2", 1}},
    {" cm2 ", {quantity, "m2", 1e-4}},
    {" km2 ", {quantity, "m2", 1e6}},
    {" ft2 sqft ", {quantity, "m2", 0.09290304}},
    {" hectare hectares ha ", {quantity, "m2", 1e4}},
    {" acre acres ", {quantity, "m2", 4046.8564224}},
    {" kph kmh ", {quantity, "m/s", 1 / 3.6}},
    {" mph ", {quantity, "m/s", 0.44704}},
    {" knot knots ", {quantity, "m/s", 0.514444}},
    {" celsius centigrade c ", {quantity, "K", 1, 273.15}},
    {" fahrenheit f ", {quantity, "K", 5.0 / 9, 255.372222}},
    {" kcal calorie calories kilocalorie kilocalories ", {quantity, "J", 4184}},
    {" kj kilojoule kilojoules ", {quantity, "J", 1e3}},
    {" kwh ", {quantity, "J", 3.6e6}},
    {" kb kilobyte kilobytes ", {quantity, "B", 1e3}},
    {" mb megabyte megabytes ", {quantity, "B", 1e6}},
    {" gb gigabyte gigabytes ", {quantity, "B", 1e9}},
    {" tb terabyte terabytes ", {quantity, "B", 1e12}},
    {" volt volts v ", {quantity, "V", 1}},
    {" watt watts w ", {quantity, "W", 1}},
    {" kw kilowatt kilowatts ", {quantity, "W", 1e3}},
    {" mw megawatt megawatts ", {quantity, "W", 1e6}},
    {" rpm ", {quantity, "rpm", 1}},
    {" bpm ", {quantity, "bpm", 1}},
    {" fps ", {quantity, "fps", 1}},
    {" dpi ", {quantity, "dpi", 1}},
    {" psi ", {quantity, "psi", 1}},
    {" mmhg ", {quantity, "mmHg", 1}},
    {" kbps ", {quantity, "bit/s", 1e3}},
    {" mbps ", {quantity, "bit/s", 1e6}},
    {" gbps ", {quantity, "bit/s", 1e9}},
    {" mah ", {quantity, "Ah", 1e-3}},
    {" lumen lumens ", {quantity, "lm", 1}},
    {" decibel decibels db ", {quantity, "dB", 1}},
    {" megapixel megapixels mp ", {quantity, "px", 1e6}},
    {" pixel pixels px ", {quantity, "px", 1}},
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

/// A name and its measure, in the order of the names.
struct Name {
  std::string_view text;
  std::size_t measure = 0;
};

constexpr std::size_t count_names() {
  std::size_t count = 0;
  for (const NamedMeasure& named : measures) count += static_cast<std::size_t>(std::count(named.names.begin(), named.names.end(), ' ')) - 1;
  return count;
}

constexpr auto sorted_names() {
  std::array<Name, count_names()> names;
  std::size_t next = 0;
  for (std::size_t measure = 0; measure < measures.size(); ++measure) {
    const std::string_view all = measures[measure].names;
    for (std::size_t begin = 1; begin < all.size(); begin = all.find(' ', begin) + 1) {
      names[next++] = {all.substr(begin, all.find(' ', begin) - begin), measure};
    }
  }
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.text < b.text; });
  return names;
}

constexpr auto names = sorted_names();
static_assert(std::adjacent_find(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.text == b.text; }) == names.end());

constexpr std::size_t first_byte(std::string_view text) { return static_cast<unsigned char>(text.front()); }

/// By first byte, the first name with it or a later one: most words are turned away there.
constexpr auto beginnings = [] {
  std::array<std::uint8_t, 257> firsts{};
  static_assert(names.size() < 256);
  for (const Name& name : names) ++firsts[first_byte(name.text) + 1];
  for (std::size_t byte = 1; byte < firsts.size(); ++byte) firsts[byte] = static_cast<std::uint8_t>(firsts[byte] + firsts[byte - 1]);
  return firsts;
}();

}  // namespace

const Measure* measure_of(std::string_view folded) {
  if (folded.empty()) return nullptr;
  const std::size_t byte = first_byte(folded);
  for (std::size_t i = beginnings[byte]; i < beginnings[byte + 1]; ++i) {
    if (names[i].text == folded) return &measures[names[i].measure].measure;
  }
  return nullptr;
}

double celsius_of(double kelvin) { return kelvin - 273.15; }
double fahrenheit_of(double kelvin) { return kelvin * 9 / 5 - 459.67; }

bool are_one_oven_setting(double kelvin, double other) {
  constexpr double least = 373;
  constexpr double farthest = 6.2;  // 475 °F (240 °C)
  const auto is_step = [](double degrees, double step) { return std::abs(degrees / step - std::round(degrees / step)) < 0.001; };
  const auto are_steps = [&](double one, double two) { return is_step(fahrenheit_of(one), 25) && is_step(celsius_of(two), 10); };
  const bool warm = kelvin > least && other > least && std::abs(kelvin - other) < farthest;
  return warm && (are_steps(kelvin, other) || are_steps(other, kelvin));
}

double seconds_of_period(std::string_view folded) {
  const Measure* measure = measure_of(folded);
  return measure != nullptr && measure->kind == TypedKind::duration ? measure->factor : 0;
}

std::string_view currency_of(std::string_view folded) {
  const auto* found = std::find_if(std::begin(currencies), std::end(currencies), [&](const auto& pair) { return pair.first == folded; });
  return found == std::end(currencies) ? std::string_view() : found->second;
}

int month_of(const Grammar& grammar, std::string_view folded) { return static_cast<int>(grammar.value(WordClass::month, folded, 0)); }

}  // namespace stet
