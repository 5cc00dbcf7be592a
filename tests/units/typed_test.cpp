#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

#include "units/read.h"

namespace stet::typed_test {
namespace {

constexpr auto kind_names = std::to_array<std::string_view>(
    {"number", "percent", "money", "quantity", "duration", "date", "year", "time", "name", "citation", "ordinal", "proper"});

/// "kind low..high unit" of all typed tokens.
std::string typed_of(const std::string& markdown) {
  const ReadUnits result = read_all(markdown);
  std::string text;
  for (const Typed& token : result.units.typed) {
    if (!text.empty()) text += ", ";
    text += kind_names[static_cast<std::size_t>(token.kind)];
    if (token.kind == TypedKind::name || token.kind == TypedKind::proper) {
      text += fmt::format(" {}", result.text(token.plain));
    } else {
      text += fmt::format(" {}{}{}", token.low, token.low == token.high ? "" : fmt::format("..{}", token.high), token.unit);
    }
    if (token.approximate) text += " about";
  }
  return text;
}

TEST(Typed, NumbersInDigitsAndWords) {
  EXPECT_EQ(typed_of("We saw 12 or twenty five or 2.5 million birds."), "number 12, number 25, number 2500000");
}
TEST(Typed, Ranges) {
  EXPECT_EQ(typed_of("Use 10–12 or 5 to 7 or between 3 and 4 ml."), "number 10..12, number 5..7, quantity 0.003..0.004l");
}
TEST(Typed, RangesWithAUnitAtBothEnds) {
  EXPECT_EQ(typed_of("takes 5 km - 10 km, 2 kg-3 kg or 1 m - 20 cm"),
            "quantity 5000..10000m, quantity 2000..3000g, quantity 1m, quantity 0.2m");
}
TEST(Typed, OpenIntervals) {
  EXPECT_EQ(typed_of("at least 20 g, up to 3 km, about 5 kg"), "quantity 20..infg, quantity -inf..3000m, quantity 5000g about");
}
TEST(Typed, Percentages) { EXPECT_EQ(typed_of("20% or 30 percent or 5 per cent"), "percent 20%, percent 30%, percent 5%"); }
TEST(Typed, WorthOfTheLastDigitOfRoundNumbers) {
  const auto place_of = [](const std::string& markdown) { return read_all(markdown).units.typed.at(0).place; };
  EXPECT_DOUBLE_EQ(place_of("1.2 million birds"), 1e5);
  EXPECT_DOUBLE_EQ(place_of("$480K in all"), 1000);
  EXPECT_DOUBLE_EQ(place_of("twenty thousand birds"), 1000);
  EXPECT_DOUBLE_EQ(place_of("5 to 10 million birds"), 1e6);
  EXPECT_DOUBLE_EQ(place_of("480,139 birds"), 0);
}
TEST(Typed, MoneyFromNothing) { EXPECT_EQ(typed_of("costs $0-50 copay"), "money 0..50USD"); }
TEST(Typed, Money) { EXPECT_EQ(typed_of("$5, 20 euros and £3 million"), "money 5USD, money 20EUR, money 3000000GBP"); }
TEST(Typed, Durations) { EXPECT_EQ(typed_of("for 2 weeks"), "duration 1209600s"); }
TEST(Typed, Temperatures) { EXPECT_EQ(typed_of("at 20 °C"), "quantity 293.15K"); }
TEST(Typed, Speeds) {
  EXPECT_EQ(typed_of("at 90 km/h, 20 metres per second or 72 kilometres an hour"), "quantity 25m/s, quantity 20m/s, quantity 20m/s");
}
TEST(Typed, Dates) { EXPECT_EQ(typed_of("12 March 2019, March 12, 2019, 2019-03-12"), "date 17967day, date 17967day, date 17967day"); }
TEST(Typed, InchesByTheirShortName) {
  EXPECT_EQ(typed_of("Depth: 20 in, with the lid"), typed_of("Depth: 20 inches, with the lid"));
  EXPECT_EQ(typed_of("| a | b |\n| --- | --- |\n| Depth | 20 in |"), typed_of("| a | b |\n| --- | --- |\n| Depth | 20 inches |"));
  EXPECT_EQ(typed_of("We saw 20 in the garden."), "number 20");
}
TEST(Typed, AUnitIsNotBehindAComma) { EXPECT_EQ(typed_of("About 610,000, second only to the capital"), "number 610000 about, ordinal 2"); }
TEST(Typed, DaysInWords) {
  EXPECT_EQ(typed_of("on the fifteenth of April"), typed_of("on April 15"));
  EXPECT_EQ(typed_of("on the first of May 2026"), typed_of("on 1 May 2026"));
  EXPECT_EQ(typed_of("the third of four"), "ordinal 3, number 4");
}
TEST(Typed, SpansOfDaysAreTwo) {
  EXPECT_EQ(typed_of("12–14 March 2019, 12 to 14 March 2019"), "date 17967day, date 17969day, date 17967day, date 17969day");
  EXPECT_EQ(typed_of("March 12-14, 2019, March 12 to 14, 2019"), "date 17967day, date 17969day, date 17967day, date 17969day");
  EXPECT_EQ(typed_of("between 19 and 21 April"), "date 109day of year, date 111day of year");
  EXPECT_EQ(typed_of("April 19 to 21"), "date 109day of year, date 111day of year");
  EXPECT_EQ(typed_of("room 12 and 14 April"), "number 12, date 104day of year") << "no span";
}
TEST(Typed, MonthsAreSpansOfDays) { EXPECT_EQ(typed_of("in March 2019"), "date 17956..17983day"); }
TEST(Typed, Years) { EXPECT_EQ(typed_of("in 1998 there were 1,998 cats"), "year 1998, number 1998"); }
TEST(Typed, Names) {
  EXPECT_EQ(typed_of("Then Marie Curie met Ludwig van Beethoven."),
            "name Marie Curie, proper Marie Curie, name Ludwig van Beethoven, proper Ludwig van Beethoven");
}
TEST(Typed, Ordinals) { EXPECT_EQ(typed_of("the third, the 2nd and the twenty-first"), "ordinal 3, ordinal 2, ordinal 21"); }
TEST(Typed, DecadesAndCenturies) {
  EXPECT_EQ(typed_of("in the 1970s, the late 1980s and the 19th century"), "year 1970..1979, year 1985..1989, year 1800..1900");
}
TEST(Typed, SpansOfYearsAreTwo) { EXPECT_EQ(typed_of("from 1953 to 1956, 2011–2019"), "year 1953, year 1956, year 2011, year 2019"); }
TEST(Typed, YearsThatCountThings) { EXPECT_EQ(typed_of("It seats 1500 guests."), "number 1500"); }
TEST(Typed, DaysWithoutAYear) { EXPECT_EQ(typed_of("on April 19 and 1st May"), "date 109day of year, date 121day of year"); }
TEST(Typed, TimesOfDay) { EXPECT_EQ(typed_of("at 7:30 p.m., 10 am or 14:05"), "time 1170min, time 600min, time 845min"); }
TEST(Typed, VagueDurations) {
  EXPECT_EQ(typed_of("a few days or a couple of hours"), "duration 172800..518400s about, duration 7200..10800s about");
}
TEST(Typed, OrMore) { EXPECT_EQ(typed_of("three or more cats"), "number 3..inf"); }
TEST(Typed, QualifiedMoney) { EXPECT_EQ(typed_of("more than £5"), "money 5..infGBP"); }
TEST(Typed, SquareMeasures) {
  EXPECT_EQ(typed_of("12 square kilometers"), "quantity 12000000m2");
  EXPECT_EQ(typed_of("12 sq km"), "quantity 12000000m2");
}
TEST(Typed, ProperNouns) { EXPECT_EQ(typed_of("We saw Nantes."), "proper Nantes"); }
TEST(Typed, HugeOrdinalsAreNoDates) { EXPECT_NE(typed_of("in the 999999999999999999999th century"), ""); }
TEST(Typed, ImpossibleDatesAreNone) { EXPECT_EQ(typed_of("2019-02-31").find("date"), std::string::npos); }
TEST(Typed, UnitsCalledAfterSomebodyAreWrittenBig) { EXPECT_EQ(typed_of("60 W at 12 V"), "quantity 60W, quantity 12V"); }
TEST(Typed, SmallCoins) { EXPECT_EQ(typed_of("20 cents or 50 pence"), "money 20cent, money 50penny"); }
TEST(Typed, PenceByTheirLetter) { EXPECT_EQ(typed_of("20p a day, at 1080p"), "money 20penny"); }
TEST(Typed, OneIsNoNumberByItself) { EXPECT_EQ(typed_of("No one knows."), ""); }
TEST(Typed, FractionsBeforeAUnit) {
  EXPECT_EQ(typed_of("1/2 l, 1 1/4 l, ¾ kg, 1½ kg and 2 ½ kg"),
            "quantity 0.5l, quantity 1.25l, quantity 750g, quantity 1500g, quantity 2500g");
}
TEST(Typed, AFractionWithoutAUnitMayBeADate) { EXPECT_EQ(typed_of("on 1/2 we left"), "number 1, number 2"); }
TEST(Typed, AreasAndVolumesByTheirPower) {
  EXPECT_EQ(typed_of("9.3 m³ and 4 m², 12 km2 or 20 cm3"), "quantity 9300l, quantity 4m2, quantity 12000000m2, quantity 0.02l");
  EXPECT_EQ(typed_of("40 cubic metres"), "quantity 40000l");
}
TEST(Typed, UnitsOfMachines) {
  EXPECT_EQ(typed_of("500 rpm, 40 psi, 300 dpi, 2 kWh, 100 Mbps"),
            "quantity 500rpm, quantity 40psi, quantity 300dpi, quantity 7200000J, quantity 100000000bit/s");
}
TEST(Typed, MillimetresOfMercuryAreNoLength) {
  EXPECT_EQ(typed_of("120 mm Hg"), "quantity 120mmHg");
  EXPECT_EQ(typed_of("120 to 139 mmHg"), "quantity 120..139mmHg");
}
TEST(Typed, MassesInAVolumeAreNoMasses) {
  EXPECT_EQ(typed_of("5 mg/dL"), "quantity 0.05g/l");
  EXPECT_EQ(typed_of("2 mg/kg"), "quantity 2e-06g/g");
  EXPECT_EQ(typed_of("12 mg/day"), "quantity 0.012g");
}
TEST(Typed, UnitsThatTouchTheirNumber) {
  EXPECT_EQ(typed_of("It weighs 549t and is 70m high."), "quantity 549000000g, quantity 70m");
  EXPECT_EQ(typed_of("5 t-shirts"), "number 5");
}
TEST(Typed, MillionsAreCountedOrPaid) {
  EXPECT_EQ(typed_of("70m visitors, £70m, 70m euros"), "number 70000000, money 70000000GBP, money 70000000EUR");
}
TEST(Typed, OneMultiplierForBothEnds) {
  EXPECT_EQ(typed_of("$90-150M"), "money 90000000..150000000USD");
  EXPECT_EQ(typed_of("5 to 10 million"), "number 5000000..10000000");
  EXPECT_EQ(typed_of("from 900 to 1 million"), "number 900..1000000");
}
TEST(Typed, SignsOfMoreLessAndAbout) {
  EXPECT_EQ(typed_of("<$10M, >5 km, ≤ 3 kg, ~4 km"),
            "money -inf..10000000USD, quantity 5000..infm, quantity -inf..3000g, quantity 4000m about");
}
TEST(Typed, NumbersThatLettersGoOnWithAreNames) {
  EXPECT_EQ(typed_of("a 1080p screen with 5G and 3D"), "");
  EXPECT_EQ(typed_of("the 1990s"), "year 1990..1999");
}
TEST(Typed, MoneyWithItsSignBehind) { EXPECT_EQ(typed_of("It was 3.5$ or 60€."), "money 3.5USD, money 60EUR"); }
TEST(Typed, HalfIsNoLowerEndOfMany) { EXPECT_EQ(typed_of("cut in half to 45 days"), "number 0.5, duration 3888000s"); }

}  // namespace
}  // namespace stet::typed_test
