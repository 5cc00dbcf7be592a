#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "claims/value_reader.h"
#include "matching/quoting.h"

namespace stet::worded_values_test {
namespace {

std::string_view name_of(Role role) {
  constexpr auto names = std::to_array<std::string_view>({"at", "from", "until", "by", "before", "after"});
  return names[static_cast<std::size_t>(role)];
}

/// The values of a line, "1871 = -36159..-35795 day until" each: what is counted in brackets, "named" where the value says which, not how
/// many.
std::string values_of(std::string_view sentence) {
  const auto reading = read(std::string(sentence) + "\n");
  const CheckInput input = input_of(*reading);
  std::vector<Value> values;
  for (const Sentence& one : reading->units.sentences) ValueReader(input).read(one.words, one.words, false, values);
  std::string result;
  for (const Value& value : values) {
    if (!result.empty()) result += "; ";
    result += fmt::format("{} = {:.6g}", words_as_written(input, value.words), value.low);
    if (value.high != value.low) result += fmt::format("..{:.6g}", value.high);
    if (!value.unit.empty()) result += fmt::format(" {}", value.unit);
    if (value.counted != no_index) result += fmt::format(" ({})", reading->vocabulary.stem_text(value.counted));
    if (value.role != Role::at) result += fmt::format(" {}", name_of(value.role));
    if (value.names) result += " named";
    if (value.approximate) result += " about";
  }
  return result;
}

struct Line {
  std::string_view said;
  std::string_view values;
};
void expect(const std::vector<Line>& lines) {
  for (const Line& line : lines) EXPECT_EQ(values_of(line.said), line.values) << line.said;
}

TEST(WordedValues, ClockTimesAreReadWhereNothingIsCounted) {
  expect({
      {"The gate opens at noon and shuts at midnight.", "noon = 720 min; midnight = 0 min"},
      {"The gate opens at midday.", "midday = 720 min"},
      {"The gate opens at half past three in the afternoon.", "half past three in the afternoon = 930 min"},
      {"The gate opens at quarter past nine in the morning.", "quarter past nine in the morning = 555 min"},
      {"The gate opens at twenty past six at night.", "twenty past six at night = 1100 min"},
      {"The gate opens at a quarter to nine.", "quarter to nine = 525 min of half a day"},
      {"The gate opens at 22.35 sharp.", "22.35 = 1355 min"},
      {"The gate shuts from 9.30 to 17.45.", "9.30 to 17.45 = 9.3..17.45"},
      {"The gate opens at 25.", "25 = 25"},
      {"The gate opens at nine in the evening.", "nine in the evening = 1260 min"},
      {"The gate opens at nine at night.", "nine at night = 1260 min"},
      {"The gate opens at 10 guests.", "10 = 10 (guest)"},
      {"The gate opens at 10, and the tea is hot.", "10 = 600 min of half a day"},
      {"The gate shuts from five to nine.", "five to nine = 5..9"},
      {"The gate opens by six daily.", "six = 360 min of half a day; daily = 1 times a day"},
  });
}

TEST(WordedValues, SpansOfHoursAreReadBehindTheWordOpen) {
  expect({
      {"The gate opens from five to nine.", "five = 300 min of half a day; nine = 540 min of half a day"},
      {"The gate is open daily from 9 to 17.", "daily = 1 times a day; 9 = 540 min; 17 = 1020 min"},
      {"Opening hours: 10–18", "10 = 600 min; 18 = 1080 min"},
      {"The gate opens from 9 to 17 metres.", "9 to 17 metres = 9..17 m"},
      {"The gate is open to 5 to 9 guests.", "5 to 9 = 5..9 (guest)"},
  });
}

TEST(WordedValues, AChoiceOfTwoIsNoRate) {
  expect({
      {"It is two kilometres, or half an hour on foot.", "two kilometres = 2000 m; half an hour = 1800 s about"},
      {"It takes two tablets an hour.", "two = 2 (tablet)"},
  });
}

TEST(WordedValues, ALifetimeOutlastsYears) {
  expect({
      {"It has a lifetime warranty.", "lifetime = 3.1557e+09 s"},
      {"It has a long lifetime.", ""},
  });
}

TEST(WordedValues, HowOften) {
  expect({
      {"The bell rings twice a day.", "twice a day = 2 times a day"},
      {"The bell rings once daily.", "once daily = 1 times a day"},
      {"The bell rings three times per week.", "three times per week = 0.428571 times a day"},
      {"The bell rings every six hours.", "every six hours = 4 times a day"},
      {"The bell rings every other day.", "every other day = 0.5 times a day"},
      {"The bell rings every second week.", "every second week = 0.0714286 times a day"},
      {"The bell rings every bell.", ""},
      {"The bell rings monthly.", "monthly = 0.0328549 times a day"},
      {"The bell is a monthly paper.", ""},
      {"The bell rings yearly and is loud.", "yearly = 0.00273791 times a day"},
      {"The bell rings weekly, and is loud.", "weekly = 0.142857 times a day"},
      {"The bell rings hourly when it rains.", "hourly = 24 times a day"},
      {"The bell rings twice an hour.", "twice an hour = 48 times a day"},
      {"The bell rings five times each year.", "five times each year = 0.0136895 times a day"},
  });
}

TEST(WordedValues, SharesOfAWhole) {
  expect({
      {"Two thirds of the choir sing.", "Two thirds = 66.6667 % about"},
      {"A quarter of the choir sing.", "A quarter = 25 % about"},
      {"Three fifths of the choir sing.", "Three fifths = 60 % about"},
      {"Nine tenths of the choir sing.", "Nine tenths = 90 % about"},
      {"Half of the choir sing.", "Half = 50 % about"},
      {"Half the choir sing.", "Half = 50 % about"},
      {"One in five singers is a bass.", "One in five = 20 % about"},
      {"Nine out of ten singers are basses.", "Nine out of ten = 90 % about"},
      {"Five in five singers are basses.", "Five = 5; five = 5 (singer)"},
      {"One in 200 singers is a bass.", "200 = 200 (singer)"},
      {"Four thirds of the choir sing.", "Four = 4 (third)"},
      {"One in five days is wet.", "five days = 432000 s"},
      {"The choir fell by about a third.", "a third = 33.3333 % about"},
      {"The choir fell by over a quarter, alas.", "a quarter = 25 % about"},
      {"The choir grew by a third part.", "third = 3 (part)"},
  });
}

TEST(WordedValues, AgesOfOne) {
  expect({
      {"The singer, aged 34, is a bass.", "34 = 34 (age)"},
      {"The singer left at the age of 19.", "19 = 19 (age)"},
      {"The singer left at the age of 150.", "150 = 150"},
      {"The singers are aged 12 to 16.", "12 to 16 = 12..16"},
  });
}

TEST(WordedValues, MonthsAndTheirParts) {
  expect({
      {"The fair is held in May.", "May = 121..148 day of year"},
      {"The fair is held in late May.", "May = 121..148 day of year"},
      {"The fair has been held since June, every year.", "June = 152..179 day of year from; every year = 0.00273791 times a day"},
      {"The fair is held in May 2031.", "May 2031 = 22400..22427 day"},
      {"The fair is held in May Hall.", ""},
      {"The fair is held near May.", ""},
      {"The fair lasts until the end of March.", "end of March = 81..90 day of year until"},
      {"The fair lasts until the middle of March.", "middle of March = 67..83 day of year until"},
      {"The fair starts at the beginning of December.", "beginning of December = 335..344 day of year"},
      {"The fair starts on the last day of December.", "last day of December = 365 day of year"},
      {"The fair starts at the end of December 2031.", "December 2031 = 22614..22641 day"},
      {"The fair starts at the close of autumn.", ""},
  });
}

TEST(WordedValues, MonthsBesideACapitalOrOf) {
  expect({
      {"The fair is held in May, Harlow says.", "May = 121..148 day of year"},
      {"The fair is held in May of this year.", ""},
  });
}

TEST(WordedValues, AFractionIsNoRunningNumber) {
  expect({
      {"The wall is 0.5 metres thick.", "0.5 metres = 0.5 m"},
      {"The ratio is 0.5, and rises.", "0.5 = 0.5"},
      {"The ratio is 05, and rises.", "05 = 5 named"},
  });
}

TEST(WordedValues, Ranks) {
  expect({
      {"The tower is the second tallest of the town.", "second tallest = 2 rank (tallest)"},
      {"The tower is the tallest of the town.", "tallest = 1 rank (tallest)"},
      {"The tower is the third modest one.", "third = 3 (modest)"},
      {"The tower is the best of the town.", ""},
  });
}

TEST(WordedValues, OneOfAUnit) {
  expect({
      {"The tour takes a good hour.", "a good hour = 3600 s about"},
      {"The tour takes a second.", "second = 2"},
      {"The tour takes an hour-long break.", ""},
      {"The tour takes a quarter of an hour.", "a quarter of an hour = 900 s about"},
      {"The tour is paid twice a year.", "twice a year = 0.00547581 times a day"},
      {"The tour took a mile.", "a mile = 1609.34 m about"},
      {"The tour took a metres.", ""},
  });
}

TEST(WordedValues, DegreesOfNoNamedScale) {
  expect({
      {"The oven is set to 180 degrees.", "180 degrees = 180 degrees"},
      {"The oven is set to 180 ° today.", "180 ° = 180 degrees"},
      {"The wheel turns by 90 degrees.", "90 = 90 (degre)"},
      {"The wheel stands at 90 degrees north.", "90 = 90 (degre)"},
      {"The wheel has a 90 degrees angle.", "90 = 90 (degre)"},
      {"The hall has 20 degrees Celsius.", "20 degrees Celsius = 293.15 K"},
      {"The hall has 68 degrees Fahrenheit.", "68 degrees Fahrenheit = 293.15 K"},
  });
}

TEST(WordedValues, DecadesInWords) {
  expect({
      {"The mill was built in the sixties.", "sixties = -3653..-1 day"},
      {"The mill was built in the early sixties.", "sixties = -3653..-1827 day"},
      {"The mill was built in the late nineties.", "nineties = 9131..10956 day"},
      {"The mill sold sixties.", ""},
  });
}

TEST(WordedValues, SeveralWordsForOneValue) {
  expect({
      {"The walk takes 5 hours 30 minutes.", "5 hours 30 minutes = 19800 s"},
      {"The walk takes an hour and ten minutes.", "an hour and ten minutes = 4200 s about"},
      {"The walk takes 10 minutes and an hour.", "10 minutes = 600 s"},
      {"The walk takes 5 hours, 30 minutes of them uphill.", "5 hours = 18000 s; 30 minutes = 1800 s"},
      {"The shelf is 6 ft 2 in tall.", "6 ft = 1.8288 m; 2 = 2"},
      {"The shelf is 6 kg and 2 g heavy.", "6 kg = 6000 g; 2 g = 2 g"},
      {"The walk takes a year and a half.", "a year and a half = 4.73354e+07 s about"},
      {"The walk takes six or seven days.", "six or seven days = 518400..604800 s"},
      {"The walk takes six to seven days.", "six to seven days = 518400..604800 s"},
      {"The walk takes seven or six days.", "seven = 7; six days = 518400 s"},
      {"The hall is 17 or 18 °C warm.", "17 = 17; 18 °C = 291.15 K"},
  });
}

TEST(WordedValues, RolesOfYears) {
  expect({
      {"The mill was built in 1871.", "1871 = -36159..-35795 day"},
      {"The mill stood until 1871.", "1871 = -36159..-35795 day until"},
      {"The mill has stood since 1871.", "1871 = -36159..-35795 day from"},
      {"The mill stood from 1871 to 1902.", "1871 = -36159..-35795 day from; 1902 = -24837..-24473 day until"},
      {"The mill stood between 1871 and 1902.", "1871 = -36159..-35795 day from; 1902 = -24837..-24473 day until"},
      {"The mill was built by 1871.", "1871 = -36159..-35795 day by"},
      {"The mill was built before 1871.", "1871 = -36159..-35795 day before"},
      {"The mill was built prior to 1871.", "1871 = -36159..-35795 day before"},
      {"The mill was built after 1871.", "1871 = -36159..-35795 day after"},
      {"The mill stood through 1871.", "1871 = -36159..-35795 day until"},
      {"The mill was built in the early year 1871.", "1871 = -36159..-35795 day"},
      {"The mill (built 1871-1902) stands.", "1871 = -36159..-35795 day named; 1902 = -24837..-24473 day until named"},
      {"The mill stood 1871 to 1902.", "1871 = -36159..-35795 day from; 1902 = -24837..-24473 day until"},
  });
}

TEST(WordedValues, NumbersThatSayWhich) {
  expect({
      {"The 2014 study is long.", "2014 = 16071..16435 day named"},
      {"A 1998 election was held.", "1998 = 10227..10591 day named"},
      {"Route 66 is long.", "66 = 66 named"},
      {"Figure 3 is blue.", "3 = 3 named"},
      {"Version 5.10.1 is old.", "5.10.1 = 5.1 named"},
      {"It is release #42 of the mill.", "42 = 42 (mill) named"},
      {"The sub-7 car is old.", "7 = 7 (car)"},
      {"A 16-bit register is small.", "16 = 16 (bit) named"},
      {"The mill is a 36-storey tower.", "36 = 36 (storey)"},
      {"Number 007 is old.", "007 = 7 named"},
      {"The Harlow 40 is light.", "40 = 40 named"},
      {"The meeting (2014) was long.", "2014 = 16071..16435 day named"},
  });
}

TEST(WordedValues, WhatIsCounted) {
  expect({
      {"The hall has 40 seats.", "40 = 40 (seat)"},
      {"The hall has 40 red seats.", "40 = 40 (seat)"},
      {"The hall has 40 of her pictures.", "40 = 40 (pictur)"},
      {"The hall has 40 such pictures.", "40 = 40 (pictur)"},
      {"The hall has 40 people.", "40 = 40 (person)"},
      {"The hall has 40 sheep and goats.", "40 = 40 (sheep)"},
      {"The hall has 40, and seats too.", "40 = 40"},
      {"The hall has 40 glass doors.", "40 = 40 (door)"},
  });
}

TEST(WordedValues, PoundsAreMoneyNearPayment) {
  expect({
      {"The entry costs five pounds.", "five pounds = 5 GBP"},
      {"The five pounds were paid at noon.", "five pounds = 5 GBP; noon = 720 min"},
      {"The fee for the boat on the long and cold lake in winter is five pounds.", "five pounds = 2267.96 g"},
      {"The boat that nobody wanted to buy for years weighs five pounds.", "five pounds = 2267.96 g"},
      {"A feed of five pounds is enough.", "five pounds = 2267.96 g"},
  });
}

}  // namespace
}  // namespace stet::worded_values_test
