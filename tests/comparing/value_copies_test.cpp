#include "comparing/value_copies.h"

#include <gtest/gtest.h>

#include "comparing/near_pairs.h"
#include "comparing/read.h"

namespace stet::value_copies_test {
namespace {

std::size_t copies_of(const std::string& one, const std::string& two) {
  const auto reading = read("## More\n\n" + one + "\n\n## Again\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  const CueLists none;
  const NearPairs& near = near_pairs_of(input, none);
  const ValueCopies copies(input, statements_of(input), near.passages);
  std::size_t found = 0;
  for (const PairView& pair : near.pairs) found += copies.find(pair).has_value() ? 1U : 0U;
  return found;
}

const std::string lock = "Herring boats wait 40 minutes before the northern lock.";

TEST(ValueCopies, GiveAnotherValueInTheSamePlace) {
  EXPECT_EQ(copies_of(lock, "Herring boats wait 90 minutes before the northern lock."), 1U);
  EXPECT_EQ(copies_of(lock, "Herring boats wait 40 minutes before the northern lock."), 0U);
  EXPECT_EQ(copies_of(lock, "Herring boats wait 41 minutes before the northern lock."), 0U) << "nearly the same";
}
TEST(ValueCopies, OfBoundsInTime) {
  const std::string old = "Herring boats built before 1960 often need another keel of larch.";
  EXPECT_EQ(copies_of(old, "Herring boats built before 1980 often need another keel of larch."), 1U);
  EXPECT_EQ(copies_of(old, "Herring boats built before 1980 often need another rudder of ash."), 0U) << "what else is needed";
  EXPECT_EQ(copies_of(old, "Herring boats built after 1980 often need another keel of larch."), 0U) << "another bound";
}
TEST(ValueCopies, AreNoneWhereMoreDiffers) {
  EXPECT_EQ(copies_of(lock, "Herring boats wait 90 minutes behind every southern bridge."), 0U);
  EXPECT_EQ(copies_of(lock, "Herring boats never wait 90 minutes before the northern lock."), 0U);
  EXPECT_EQ(copies_of(lock, "Herring boats wait 90 metres before the northern lock."), 0U) << "another unit";
}
TEST(ValueCopies, OfRanksAreOfOneSuperlative) {
  EXPECT_EQ(
      copies_of("The northern lock is the second deepest of herring ports.", "The northern lock is the third deepest of herring ports."),
      1U);
}
TEST(ValueCopies, AreNoneOfTwoThingsOfTheirOwnNumber) {
  EXPECT_EQ(copies_of(lock, "In another trial herring boats wait 90 minutes before the northern lock."), 0U);
}
TEST(ValueCopies, AreNoneOfALongerName) {
  EXPECT_EQ(copies_of("The Marbeck 12 has a herring lock of 40 litres.", "The Marbeck 12 Plus has a herring lock of 90 litres."), 0U);
}

}  // namespace
}  // namespace stet::value_copies_test
