#include "comparing/told_values.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::told_values_test {
namespace {

Told told(const Claim& claim) { return {.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high}; }
Claim claim_of(TypedKind kind, double low, double high, std::string_view unit) {
  Claim claim;
  claim.value = {kind, Role::at, low, high, unit, {}};
  return claim;
}
bool differ(const Claim& a, const Claim& b) {
  EXPECT_EQ(values_differ(told(a), told(b)), values_differ(told(b), told(a)));
  return values_differ(told(a), told(b));
}
Claim seconds(double value) { return claim_of(TypedKind::duration, value, value, "s"); }
Claim minutes(double value) { return claim_of(TypedKind::time, value, value, time_unit); }
Claim half_day_minutes(double value) { return claim_of(TypedKind::time, value, value, half_day_unit); }

constexpr double hour = 3600;
constexpr double day = 24 * hour;

TEST(ValuesDiffer, DurationsOfTwoUnitsAreRounded) {
  EXPECT_FALSE(differ(seconds(12 * 7 * day), seconds(3 * 365.2425 / 12 * day))) << "twelve weeks, three months";
  EXPECT_TRUE(differ(seconds(12 * 7 * day), seconds(16 * 7 * day)));
  EXPECT_TRUE(differ(seconds(12 * 7 * day), seconds(6 * 365.2425 / 12 * day)));
}
TEST(ValuesDiffer, MeasuresOfOneWrittenUnitDifferByTheirDigits) {
  const auto metres = [](double value) {
    Claim claim = claim_of(TypedKind::quantity, value, value, "m");
    claim.value.scale = 1;
    return claim;
  };
  EXPECT_TRUE(differ(metres(742), metres(724)));
  EXPECT_FALSE(differ(metres(742), metres(740))) << "rounded";
  EXPECT_TRUE(differ(metres(80), metres(75)));
  EXPECT_FALSE(differ(claim_of(TypedKind::quantity, 742, 742, "m"), claim_of(TypedKind::quantity, 724, 724, "m"))) << "converted";
}
TEST(ValuesDiffer, TimesOfHalfADayMeanEither) {
  EXPECT_TRUE(differ(minutes(540), minutes(1260)));
  EXPECT_FALSE(differ(half_day_minutes(540), minutes(1260)));
  EXPECT_TRUE(differ(half_day_minutes(540), minutes(1320)));
}
TEST(ValuesDiffer, DegreesWithoutAScaleMeanEither) {
  const Claim unnamed = claim_of(TypedKind::quantity, 180, 180, degrees_unit);
  EXPECT_FALSE(differ(unnamed, claim_of(TypedKind::quantity, 453.15, 453.15, "K"))) << "180 °C";
  EXPECT_FALSE(differ(unnamed, claim_of(TypedKind::quantity, 355.37, 355.37, "K"))) << "180 °F";
  EXPECT_TRUE(differ(unnamed, claim_of(TypedKind::quantity, 493.15, 493.15, "K"))) << "220 °C";
}
TEST(ValuesDiffer, ADayWithoutItsYearMayBeOfAnyYear) {
  const Claim dated = claim_of(TypedKind::date, 12114, 12114, "day");   // 2 March 2003
  const Claim same = claim_of(TypedKind::date, 61, 61, "day of year");  // 2 March
  const Claim other = claim_of(TypedKind::date, 200, 200, "day of year");
  EXPECT_FALSE(differ(dated, same));
  EXPECT_TRUE(differ(dated, other));
}
TEST(ValuesDiffer, TheEndsOfASpanAndADayInItDoNot) {
  Claim first = claim_of(TypedKind::date, 255, 255, "day of year");
  Claim last = claim_of(TypedKind::date, 258, 258, "day of year");
  first.value.role = Role::from;
  last.value.role = Role::until;
  EXPECT_FALSE(differ(first, last));
  EXPECT_FALSE(differ(first, claim_of(TypedKind::date, 256, 256, "day of year"))) << "on a day between";
  EXPECT_FALSE(differ(last, claim_of(TypedKind::date, 256, 256, "day of year")));
  EXPECT_TRUE(differ(first, claim_of(TypedKind::date, 250, 250, "day of year"))) << "before it";
  EXPECT_TRUE(differ(last, claim_of(TypedKind::date, 260, 260, "day of year"))) << "behind it";
}
TEST(ValuesDiffer, UnitsAreNotMixed) {
  EXPECT_FALSE(differ(claim_of(TypedKind::money, 3, 3, "EUR"), claim_of(TypedKind::money, 9, 9, "USD")));
  EXPECT_TRUE(differ(claim_of(TypedKind::money, 3, 3, "EUR"), claim_of(TypedKind::money, 9, 9, "EUR")));
}
TEST(ValuesDiffer, DaysOfTheWeek) {
  EXPECT_TRUE(differ(claim_of(TypedKind::time, 1, 1, weekday_unit), claim_of(TypedKind::time, 2, 2, weekday_unit)));
  EXPECT_FALSE(differ(claim_of(TypedKind::time, 1, 1, weekday_unit), claim_of(TypedKind::time, 1, 1, weekday_unit)));
}

/// How many conflicts the weights that an article tells with "weighs" have.
std::size_t conflicts_in(const std::string& markdown) {
  const auto found = find({"weighs"}, markdown);
  const CheckInput input = input_of(*found);
  Attribute attribute{.what = "weight", .kind = TypedKind::quantity, .unit = "g", .says = found->pattern};
  attribute.conditions.places = 0xFFFF;
  return value_conflicts(input, told_by(input, attribute)).size();
}

const std::string title = "# The Harlow lamp\n\n";

TEST(ValueConflicts, AreTwoValuesOfOneThing) {
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg.\n\nThe lamp weighs 3 kg.\n"), 1U);
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg.\n\nThe lamp weighs 2000 g.\n"), 0U);
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg.\n\nThe Selby lamp weighs 3 kg.\n"), 0U);
}
TEST(ValueConflicts, AreNoneWhereAThirdValueStands) {
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg.\n\nThe lamp weighs 3 kg.\n\nThe lamp weighs 4 kg.\n"), 0U);
}
TEST(ValueConflicts, MayStandInOneParagraph) { EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg. The lamp weighs 3 kg.\n"), 1U); }
TEST(ValueConflicts, AreNoneOfOneSentenceListOrTable) {
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg, and the lamp weighs 3 kg.\n"), 0U);
  EXPECT_EQ(conflicts_in(title + "- The lamp weighs 2 kg.\n- The lamp weighs 3 kg.\n"), 0U);
}
TEST(ValueConflicts, WhatWasToldBeforeIsNotToldAgain) {
  EXPECT_EQ(conflicts_in(title + "The lamp weighs 2 kg.\n\nThe lamp weighs 3 kg.\n\nThe lamp weighs 3 kg.\n"), 1U);
}

}  // namespace
}  // namespace stet::told_values_test
