#include "comparing/comparatives.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::comparatives_test {
namespace {

/// Do the two sentences, each in a paragraph of its own, say the same of two things turned round?
bool turned(const std::string& one, const std::string& two) {
  const auto reading = read("# Two lamps\n\n" + one + "\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  const std::vector<Comparative> all = read_comparatives(input, no_index);
  Opposites opposites;
  opposites.add("longer | shorter");
  opposites.add("faster, quicker | slower");
  return all.size() == 2 && turn_round(input, OppositeWords(opposites, input.vocabulary), all[0], all[1]);
}

TEST(Comparatives, TurnedRoundAreAtOdds) {
  EXPECT_TRUE(turned("The oak lamp is longer than the tin lamp.", "The tin lamp is longer than the oak lamp."));
  EXPECT_TRUE(turned("The oak lamp costs more than the tin lamp.", "The tin lamp costs more than the one of oak."));
  EXPECT_TRUE(turned("Oak lamps break less often than tin lamps.", "Tin lamps break less often than oak lamps."));
}
TEST(Comparatives, OfOppositesAreAtOddsTheSameWayRound) {
  EXPECT_TRUE(turned("The oak lamp is longer than the tin lamp.", "The oak lamp is shorter than the tin lamp."));
  EXPECT_FALSE(turned("The oak lamp is longer than the tin lamp.", "The tin lamp is shorter than the oak lamp."));
}
TEST(Comparatives, MeetByWordsOfOneSide) { EXPECT_TRUE(turned("Oak burns faster than tin.", "Tin burns quicker than oak.")); }
TEST(Comparatives, OfOtherThingsOrInAnotherWayAreNot) {
  EXPECT_FALSE(turned("The oak lamp is longer than the tin lamp.", "The tin lamp is longer than the glass lamp."));
  EXPECT_FALSE(turned("The oak lamp is longer than the tin lamp.", "The tin lamp is brighter than the oak lamp."));
  EXPECT_FALSE(turned("The oak lamp was longer than the tin lamp.", "The tin lamp is longer than the oak lamp."));
}
TEST(Comparatives, OfMannerNeedTheSameDeed) {
  EXPECT_FALSE(turned("Tailors buy lamps more often than weavers.", "Weavers mend lamps more often than tailors."));
}
TEST(Comparatives, WithANumberOrWithoutTwoNamesAreNotRead) {
  EXPECT_FALSE(turned("The oak lamp is longer than 40 cm.", "The tin lamp is longer than 40 cm."));
  EXPECT_FALSE(turned("It is longer than the tin lamp.", "The tin lamp is longer than the oak lamp."));
}

}  // namespace
}  // namespace stet::comparatives_test
