#include "comparing/rankings.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::rankings_test {
namespace {

const std::string towers = "| Tower | Height |\n|---|---|\n| Salt House | 12 m |\n| Bell Tower | 30 m |\n| Gate Tower | 21 m |\n\n";

/// Sizes of the rankings of an article.
std::vector<std::size_t> sizes_in(const std::string& markdown) {
  const auto reading = read(markdown);
  std::vector<std::size_t> sizes;
  for (const Ranking& ranking : rankings_of(input_of(*reading))) sizes.push_back(ranking.entries.size());
  return sizes;
}

TEST(Rankings, AreColumnsAndLabelledLists) {
  EXPECT_EQ(sizes_in(towers), std::vector<std::size_t>{3});
  EXPECT_EQ(sizes_in("- Salt house: 12 kg\n- Bell tower: 30 kg\n- Gate tower: 21 kg\n"), std::vector<std::size_t>{3});
}
TEST(Rankings, HaveThreeEntries) { EXPECT_EQ(sizes_in("- Salt house: 12 kg\n- Bell tower: 30 kg\n"), std::vector<std::size_t>{}); }
TEST(Rankings, AreOneForEachColumnAndUnit) {
  EXPECT_EQ(
      sizes_in("| Tower | Height | Weight |\n|---|---|---|\n| Salt | 12 m | 3 kg |\n| Bell | 30 m | 4 kg |\n| Gate | 21 m | 5 kg |\n"),
      (std::vector<std::size_t>{3, 3}));
}
TEST(Rankings, AreNoneWhereAnEntryHasTwoValues) {
  EXPECT_EQ(sizes_in("- Salt house: 12 kg or 90 kg\n- Bell tower: 30 kg\n- Gate tower: 21 kg\n"), std::vector<std::size_t>{});
}

/// The entry of the towers that a sentence names, or -1.
int named_by(const std::string& sentence) {
  const auto reading = read(towers + sentence + "\n");
  const CheckInput input = input_of(*reading);
  const std::vector<Ranking> rankings = rankings_of(input);
  EXPECT_EQ(rankings.size(), 1U);
  const auto named = named_in(input, rankings.at(0), static_cast<std::uint32_t>(input.units.sentences.size() - 1));
  return named ? static_cast<int>(*named) : -1;
}

TEST(NamedIn, TheOnlyEntryOfASentence) {
  EXPECT_EQ(named_by("The Bell Tower is the tallest."), 1);
  EXPECT_EQ(named_by("The tower is the tallest."), -1);
  EXPECT_EQ(named_by("Of all the Bell Tower, the old Bell Tower, is the tallest."), 1) << "named twice";
  EXPECT_EQ(named_by("The Bell Tower is taller than the Salt House."), -1);
}
TEST(NamedIn, ByAWordThatNoOtherEntryHas) {
  EXPECT_EQ(named_by("The Bell is the tallest."), 1);
  EXPECT_EQ(named_by("Near the Salt and the Gate it is the tallest."), -1);
  EXPECT_EQ(named_by("By the bell it is the tallest."), 1) << "what a name begins with needs no capital";
}

TEST(Rankings, AreItemsThatOpenWithAName) {
  EXPECT_EQ(sizes_in("- Salt house, white, 12 m\n- Bell tower, 30 m\n- Gate tower, old and grey, 21 m\n"), std::vector<std::size_t>{3});
}
TEST(Rankings, HaveNoTotals) {
  EXPECT_EQ(sizes_in("| Tower | Cost |\n|---|---|\n| Salt | $12 |\n| Bell | $30 |\n| Total | $42 |\n"), std::vector<std::size_t>{});
}

}  // namespace
}  // namespace stet::rankings_test
