#include "comparing/superlative_holders.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::superlative_holders_test {
namespace {

/// Do two sentences give one title to two things?
bool clash(const std::string& one, const std::string& two) {
  const auto reading = read("# Around Selby\n\n" + one + "\n\n## More\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  const std::vector<SuperlativeHolder> all = superlative_holders(input, no_index);
  return all.size() == 2 && hold_one_superlative(all[0], all[1]);
}

TEST(SuperlativeHolders, AreSaidEitherWayRound) {
  EXPECT_TRUE(clash("The silo is the tallest building in Selby.", "The tallest building in Selby is the mill."));
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The tallest building in Selby is the silo."));
}
TEST(SuperlativeHolders, AreOfOneKindInOnePlace) {
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill is the tallest building in Harlow."));
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The oak is the tallest tree in Selby."));
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill is the oldest building in Selby."));
}
TEST(SuperlativeHolders, WithoutAKindShareTheirNoun) {
  EXPECT_TRUE(clash("The western path is the steepest.", "The eastern path is the steepest of the three."));
  EXPECT_FALSE(clash("The western path is the steepest.", "The ladder is the steepest."));
}
TEST(SuperlativeHolders, AreNotNarrowed) {
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill was the tallest building in Selby.")) << "another time";
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill is the second tallest building in Selby."));
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill is not the tallest building in Selby."));
  EXPECT_FALSE(clash("The silo is the tallest building in Selby.", "The mill may be the tallest building in Selby."));
}
TEST(SuperlativeHolders, MostAndLeastAreTwoTitles) {
  EXPECT_TRUE(clash("The silo is the most expensive inn in Selby.", "The most expensive inn in Selby is the mill."));
  EXPECT_FALSE(clash("The silo is the most expensive inn in Selby.", "The least expensive inn in Selby is the mill."));
}
TEST(SuperlativeHolders, AShorterNameIsTheSameThing) {
  EXPECT_FALSE(clash("The water tower is the tallest building in Selby.", "The tallest building in Selby is the tower."));
}

}  // namespace
}  // namespace stet::superlative_holders_test
