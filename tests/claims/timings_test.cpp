#include "claims/timings.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::timings_test {
namespace {

std::vector<Timing> timings_in(const std::string& markdown) {
  const auto reading = read(markdown);
  return timings_of(input_of(*reading));
}

bool clash(const std::string& one, const std::string& two) {
  const std::vector<Timing> timings = timings_in(one + "\n\n" + two + "\n");
  EXPECT_EQ(timings.size(), 2U);
  EXPECT_EQ(contradict(timings[0], timings[1]), contradict(timings[1], timings[0]));
  return contradict(timings[0], timings[1]);
}

TEST(Timings, AreCountedFromAnEvent) {
  const std::vector<Timing> timings = timings_in("Soak the dried lentils 30 minutes before supper.\n");
  ASSERT_EQ(timings.size(), 1U);
  EXPECT_TRUE(timings[0].before);
  EXPECT_EQ(timings[0].low, 1800);
  EXPECT_EQ(timings[0].action.size(), 3U);
}
TEST(Timings, NeedAnEventAndARelation) {
  EXPECT_TRUE(timings_in("Soak the lentils for 30 minutes.\n").empty());
  EXPECT_TRUE(timings_in("Soak the lentils 30 minutes before.\n").empty());
}

const std::string soak = "Soak the dried lentils 30 minutes before supper.";

TEST(TimingsContradict, WhereOneThingIsDoneAtTwoTimes) {
  EXPECT_TRUE(clash(soak, "Soak the dried lentils 2 hours before supper."));
  EXPECT_FALSE(clash(soak, "Soak the dried lentils 0.5 hours before supper.")) << "the same";
  EXPECT_FALSE(clash(soak, "Soak the dried lentils 31 minutes before supper.")) << "nearly the same";
}
TEST(TimingsContradict, NotOfAnotherEventThingOrSide) {
  EXPECT_FALSE(clash(soak, "Soak the dried lentils 2 hours before breakfast."));
  EXPECT_FALSE(clash(soak, "Soak the dried lentils 2 hours after supper."));
  EXPECT_FALSE(clash(soak, "Wash the dried lentils 2 hours before supper."));
  EXPECT_FALSE(clash(soak, "Soak the leather gloves 2 hours before supper."));
}

}  // namespace
}  // namespace stet::timings_test
