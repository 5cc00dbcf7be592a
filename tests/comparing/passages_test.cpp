#include "comparing/passages.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet {
namespace {

Likeness likeness_of_first_two(const std::string& markdown) {
  const auto reading = read(markdown);
  const Passages passages = passages_of(*reading);
  return likeness_of(passages, 1, 0, align(passages, 1, 0));
}

TEST(Passages, LeaveOutStopWords) {
  const auto reading = read("The ferry is already at the harbour.");
  EXPECT_EQ(passages_of(*reading).stems.size(), 2U);
}
TEST(Passages, OfASectionEndAtTheNextHeading) {
  const auto reading = read("## One\n\nFerries leave early. Ferries come back late.\n\n## Two\n\nHarbours sleep soundly.\n");
  EXPECT_EQ(passages_of(*reading, PassageUnit::section).passages.size(), 2U);
}
TEST(Passages, LeaveOutSourcesInBrackets) {
  const auto reading = read("Ferries leave early ([Hallam and Ostrup, 2019](https://example.org/ferries)).");
  EXPECT_EQ(passages_of(*reading).stems.size(), 3U);
}

TEST(Alignment, KeepsTheOrder) {
  const auto reading = read("Ferries carry milk. Milk carries ferries.");
  const Passages passages = passages_of(*reading);
  EXPECT_EQ(align(passages, 1, 0).size(), 1U);
}

TEST(Likeness, OfTheSameWordsIsOne) {
  EXPECT_FLOAT_EQ(likeness_of_first_two("The ferry carries milk. A ferry carried the milk.").overlap, 1);
}
TEST(Likeness, OfMovedClausesIsUnordered) {
  const Likeness likeness = likeness_of_first_two("At dawn the ferry leaves Tarsin. The ferry leaves Tarsin at dawn.");
  EXPECT_LT(likeness.overlap, 1);
  EXPECT_FLOAT_EQ(likeness.unordered, 1);
}
TEST(Likeness, OfAPartIsContained) {
  const Likeness likeness = likeness_of_first_two("The ferry carries milk. The ferry carries milk, letters, bottles and coal.");
  EXPECT_FLOAT_EQ(likeness.contained, 1);
  EXPECT_LT(likeness.overlap, 1);
}

TEST(Candidates, ShareTwoStems) {
  const auto reading = read("Ferries carry milk. Harbours sleep. Ferries bring milk. Ferries rest.");
  EXPECT_EQ(candidate_pairs(passages_of(*reading)), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 0}}));
}
TEST(Candidates, GrowInProportionToTheText) {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "Ferries carry milk. ";
  const auto reading = read(text);
  EXPECT_LE(candidate_pairs(passages_of(*reading)).size(), 24U * 3'000U);
}

}  // namespace
}  // namespace stet
