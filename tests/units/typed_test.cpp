#include <fmt/format.h>
#include <gtest/gtest.h>

#include "units/read.h"

namespace stet {
namespace {

constexpr std::string_view kind_names[] = {"number", "percent", "money", "quantity", "duration",
                                           "date",   "year",    "time",  "name",     "citation", "ordinal", "proper"};

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
TEST(Typed, OpenIntervals) {
  EXPECT_EQ(typed_of("at least 20 g, up to 3 km, about 5 kg"), "quantity 20..infg, quantity -inf..3000m, quantity 5000g about");
}
TEST(Typed, Percentages) { EXPECT_EQ(typed_of("20% or 30 percent or 5 per cent"), "percent 20%, percent 30%, percent 5%"); }
TEST(Typed, Money) { EXPECT_EQ(typed_of("$5, 20 euros and £3 million"), "money 5USD, money 20EUR, money 3000000GBP"); }
TEST(Typed, Durations) { EXPECT_EQ(typed_of("for 2 weeks"), "duration 1209600s"); }
TEST(Typed, Temperatures) { EXPECT_EQ(typed_of("at 20 °C"), "quantity 293.15K"); }
TEST(Typed, Dates) { EXPECT_EQ(typed_of("12 March 2019, March 12, 2019, 2019-03-12"), "date 17967day, date 17967day, date 17967day"); }
TEST(Typed, MonthsAreSpansOfDays) { EXPECT_EQ(typed_of("in March 2019"), "date 17956..17983day"); }
TEST(Typed, Years) { EXPECT_EQ(typed_of("in 1998 there were 1,998 cats"), "year 1998, number 1998"); }
TEST(Typed, Names) { EXPECT_EQ(typed_of("Then Marie Curie met Ludwig van Beethoven."), "name Marie Curie, proper Marie Curie, name Ludwig van Beethoven, proper Ludwig van Beethoven"); }
TEST(Typed, ImpossibleDatesAreNone) { EXPECT_EQ(typed_of("2019-02-31").find("date"), std::string::npos); }
TEST(Typed, OneIsNoNumberByItself) { EXPECT_EQ(typed_of("No one knows."), ""); }

}  // namespace
}  // namespace stet
