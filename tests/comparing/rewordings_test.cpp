#include "comparing/rewordings.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::rewordings_test {
namespace {

const std::string ferry =
    "The ferry leaves the eastern quay at dawn and carries the mail, the milk and whoever has business on the mainland. In winter the "
    "crossing takes an hour longer, because the captain keeps clear of the shoals off the northern cape.\n\n";
const std::string ferry_reworded =
    "At dawn, mail, milk and everybody who has some business on the mainland are taken aboard at the eastern quay by the ferry. For a "
    "winter crossing, an hour must be added, since its captain goes around the shoals of the northern cape.\n\n";
const std::string ferry_anew =
    "The ferry was built in a yard on the mainland, was paid for by the herring fishers of the island, and was meant to last for thirty "
    "years. Its engine came from a tram, its bell from a school, and its captain is the granddaughter of the first.\n\n";

std::vector<Rewording> rewordings_in(const std::string& markdown) {
  const auto reading = read(markdown);
  return rewordings(input_of(*reading), passages_of(*reading, PassageUnit::block), 15);
}

TEST(Rewording, IsSeenThroughOtherWordsAndAnotherOrder) {
  const std::vector<Rewording> found = rewordings_in(ferry + "Nobody hurries here.\n\n" + ferry_reworded);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].later, 2U);
  EXPECT_EQ(found[0].earlier, 0U);
  EXPECT_GE(found[0].shared, 15U);
  EXPECT_LE(found[0].shared, found[0].words);
}
TEST(Rewording, IsNoneWhenTheSameSubjectIsSpokenOf) { EXPECT_TRUE(rewordings_in(ferry + ferry_anew).empty()); }
TEST(Rewording, IsNoneByWhatManyPassagesSay) {
  std::string about;
  for (int i = 0; i < 4; ++i) about += ferry;
  EXPECT_TRUE(rewordings_in(about + ferry_reworded).empty());
}
TEST(Rewording, IsNoneOfShortPassages) { EXPECT_TRUE(rewordings_in("The ferry leaves at dawn.\n\nAt dawn leaves the ferry.\n").empty()); }
TEST(Rewording, PointsAtTheEarlierPassageThatSharesMost) {
  const std::vector<Rewording> found = rewordings_in(ferry + ferry_reworded + ferry_reworded);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].later, 2U);
  EXPECT_EQ(found[1].earlier, 1U);
}
TEST(Rewording, IsNotToldByNamesInCode) {
  const std::string names = "`aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt`";
  EXPECT_TRUE(rewordings_in("Call " + names + " first.\n\nSecond, call " + names + ".\n").empty());
}

TEST(UnorderedAlignment, TakesEachWordOnce) {
  const auto reading = read("Ferries carry milk. Milk carries milk ferries.");
  const Passages passages = passages_of(*reading);
  EXPECT_EQ(align_unordered(passages, 1, 0).size(), 3U);
}

}  // namespace
}  // namespace stet::rewordings_test
