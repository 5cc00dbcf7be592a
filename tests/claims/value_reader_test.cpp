#include "claims/value_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::value_reader_test {
namespace {

/// The values of a one-sentence article: "half past three = 210 min of half a day".
std::string values_of(const std::string& sentence) {
  const auto reading = read(sentence + "\n");
  const CheckInput input = input_of(*reading);
  const IndexRange words = reading->units.sentences.at(0).words;
  std::vector<Value> values;
  ValueReader(input).read(words, words, false, values);
  std::string result;
  for (const Value& value : values) {
    if (!result.empty()) result += "; ";
    result += fmt::format("{} = {:g}{}{}", words_as_written(input, value.words), value.low, value.unit.empty() ? "" : " ", value.unit);
  }
  return result;
}

TEST(ValueReader, TimesOfTheDay) {
  EXPECT_EQ(values_of("The gate opens at half past three."), "half past three = 210 min of half a day");
  EXPECT_EQ(values_of("The gate is shut at half past ten in the evening."), "half past ten in the evening = 1350 min");
  EXPECT_EQ(values_of("The last tram leaves at 22.35, and is full."), "22.35 = 1355 min");
  EXPECT_EQ(values_of("The fair begins at 10."), "10 = 600 min of half a day");
  EXPECT_EQ(values_of("Breakfast is laid out until eleven."), "eleven = 660 min of half a day");
  EXPECT_EQ(values_of("The fair began with eleven o'clock tea."), "eleven o'clock = 660 min of half a day");
  EXPECT_EQ(values_of("Soup is served from noon."), "noon = 720 min");
}
TEST(ValueReader, HoursOfOneDigitWithMinutes) {
  EXPECT_EQ(values_of("The gate opens at 8:15."), "8:15 = 495 min of half a day");
  EXPECT_EQ(values_of("Trams leave at 9:05 and 9:45."), "9:05 = 545 min of half a day; 9:45 = 585 min of half a day");
  EXPECT_EQ(values_of("Doors: 7:30"), "7:30 = 450 min of half a day");
}
TEST(ValueReader, NumbersThatAreNoTimes) {
  EXPECT_EQ(values_of("It is drawn at 4:15 scale."), "4 = 4; 15 = 15");
  EXPECT_EQ(values_of("She ran it in 4:15 at most."), "4 = 4; 15 = 15");
  EXPECT_EQ(values_of("The clock stopped at 1:02:30."), "1 = 1; 02:30 = 150 min");
  EXPECT_EQ(values_of("The slope is steepest at 10 metres."), "10 metres = 10 m");
  EXPECT_EQ(values_of("It grew from five to nine villages."), "five to nine = 5");
  EXPECT_EQ(values_of("The price stands at 22.35 crowns."), "22.35 = 22.35");
}
TEST(ValueReader, SpansWithoutANumber) {
  EXPECT_EQ(values_of("The choir was told a month ago."), "a month = 2.62975e+06 s");
  EXPECT_EQ(values_of("The walk takes half an hour."), "half an hour = 1800 s");
  EXPECT_EQ(values_of("It takes three quarters of an hour."), "three quarters of an hour = 2700 s");
  EXPECT_EQ(values_of("The tour takes an hour and ten minutes."), "an hour and ten minutes = 4200 s");
  EXPECT_EQ(values_of("The tour lasts an hour and a half."), "an hour and a half = 5400 s");
  EXPECT_EQ(values_of("The wall is just over a kilometre long."), "a kilometre = 1000 m");
}
TEST(ValueReader, ARateIsNoSpan) {
  EXPECT_EQ(values_of("The room costs $5 a month."), "$5 = 5 USD");
  EXPECT_EQ(values_of("The bond pays 5.1 per cent a year."), "5.1 per cent = 5.1 %");
}
TEST(ValueReader, DaysOfTheWeekAndDegrees) {
  EXPECT_EQ(values_of("The mill is closed on Mondays."), "Mondays = 0 weekday");
  EXPECT_EQ(values_of("The hall is heated to 17 degrees."), "17 degrees = 17 degrees");
  EXPECT_EQ(values_of("The hall is heated to 17 degrees Celsius."), "17 degrees Celsius = 290.15 K");
}

TEST(ValueReader, DegreesBelowZeroInWords) {
  EXPECT_EQ(values_of("The cellar was at minus nine degrees."), "nine degrees = -9 degrees");
  EXPECT_EQ(values_of("The cellar was at -9 °C."), "9 °C = 264.15 K");
  EXPECT_EQ(values_of("Frost: \xE2\x80\x93"
                      "9 °C."),
            "9 °C = 264.15 K");
}
TEST(ValueReader, WhatIsFreeOfCharge) {
  EXPECT_EQ(values_of("The sauna is free of charge."), "free of charge = 0 free of charge");
  EXPECT_EQ(values_of("There is no charge for the sauna."), "no charge = 0 free of charge");
  EXPECT_EQ(values_of("The sauna is free."), "free = 0 free of charge");
  EXPECT_EQ(values_of("The sauna costs nothing."), "nothing = 0 free of charge");
  EXPECT_EQ(values_of("The soap is free from perfume."), "");
  EXPECT_EQ(values_of("The free towels are grey."), "");
}
TEST(ValueReader, AYearBehindWhatIsMeasuredIsARate) {
  EXPECT_EQ(values_of("Each gives ten hours of shared work a year."), "ten hours = 36000 s");
  EXPECT_EQ(values_of("Ten hours later it lasted a year."), "Ten hours = 36000 s; a year = 3.1557e+07 s");
}

TEST(ValueReader, SpansOfSeveralWords) {
  EXPECT_EQ(values_of("The ascent takes two and a half hours."), "two and a half hours = 9000 s");
  EXPECT_EQ(values_of("The parcel arrives within five working days."), "five working days = 432000 s");
  EXPECT_EQ(values_of("The bread stays soft for four or five days."), "four or five days = 345600 s");
  EXPECT_EQ(values_of("The roof will hold for a full decade."), "a full decade = 3.1557e+08 s");
  EXPECT_EQ(values_of("The tram runs every twenty minutes."), "every twenty minutes = 72 times a day");
}

TEST(ValueReader, DegreesBelowZero) {
  EXPECT_EQ(values_of("The fig is hardy to -8 degrees."), "8 degrees = -8 degrees");
  EXPECT_EQ(values_of("The fig is hardy to minus 8 °C."), "8 °C = 265.15 K");
}

TEST(ValueReader, DaysOfAMonth) {
  EXPECT_EQ(values_of("The rule holds from the first day of July."), "first day of July = 182 day of year");
  EXPECT_EQ(values_of("The show is open until the end of September."), "end of September = 264 day of year");
}

TEST(ValueReader, PoundsThatArePaid) {
  EXPECT_EQ(values_of("You pay five pounds at the gate."), "five pounds = 5 GBP");
  EXPECT_EQ(values_of("The pike weighed five pounds."), "five pounds = 2267.96 g");
}

TEST(ValueReader, SharesByWhichSomethingFalls) {
  EXPECT_EQ(values_of("The noise fell by a third."), "a third = 33.3333 %");
  EXPECT_EQ(values_of("It was won by a third party."), "third = 3");
}
TEST(ValueReader, PartsOfAnHour) {
  EXPECT_EQ(values_of("The tram runs every half hour."), "every half hour = 48 times a day");
  EXPECT_EQ(values_of("The tram runs every quarter of an hour."), "every quarter of an hour = 96 times a day");
}
TEST(ValueReader, EventsInAPeriod) {
  EXPECT_EQ(values_of("There are seven flights a week."), "seven flights a week = 1 times a day");
  EXPECT_EQ(values_of("There are seven pilots a week."), "seven = 7") << "no event";
}
TEST(ValueReader, ASingleOneAtATime) {
  EXPECT_EQ(values_of("Swallow one lozenge a day."), "one = 1");
  EXPECT_EQ(values_of("Swallow a single lozenge daily."), "a single = 1; daily = 1 times a day");
  EXPECT_EQ(values_of("One may swallow a lozenge."), "") << "nobody counts";
}

TEST(ValueReader, RatingsWithAHalfAndWithoutPoints) {
  EXPECT_EQ(values_of("It earns three and a half stars out of five."), "three and a half stars out of five = 70 rating");
  EXPECT_EQ(values_of("So it stops at 7 out of 10, and that is fair."), "7 out of 10 = 70 rating");
  EXPECT_EQ(values_of("Of these 7 out of 10 users agree."), "7 out of 10 = 70 %");
}

}  // namespace
}  // namespace stet::value_reader_test
