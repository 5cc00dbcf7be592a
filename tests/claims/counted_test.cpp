#include "claims/counted.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::counted_test {
namespace {

/// What the first number of an article counts; "all" before it where the reader knows them.
std::string counted_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  for (const Claim& claim : claims_of(input).claims) {
    const auto counted = counted_of(input, claim);
    if (counted) return (counted->determined ? "all " : "") + words_as_written(input, counted->words);
  }
  return "";
}

TEST(Counted, IsTheNounBehindTheNumber) {
  EXPECT_EQ(counted_in("The hotel has sixteen rooms.\n"), "rooms");
  EXPECT_EQ(counted_in("The hotel has sixteen quiet rooms.\n"), "quiet rooms");
}
TEST(Counted, IsKnownBehindADeterminer) {
  EXPECT_EQ(counted_in("Guests share the sixteen rooms.\n"), "all rooms");
  EXPECT_EQ(counted_in("Guests share all 16 rooms.\n"), "all rooms");
  EXPECT_EQ(counted_in("Guests share the hotel's sixteen rooms.\n"), "all rooms");
}
TEST(Counted, IsTheHeadOfARow) { EXPECT_EQ(counted_in("| Rooms | 16 |\n|---|---|\n| Floors | 3 |\n").substr(0, 4), "all "); }
TEST(Counted, IsNoneOfAMeasure) { EXPECT_EQ(counted_in("The tower weighs 16 tonnes.\n"), ""); }

}  // namespace
}  // namespace stet::counted_test
