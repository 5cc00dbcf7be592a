#include "comparing/value_evidence.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "comparing/decision_trees.h"

namespace stet::value_evidence_test {
namespace {

struct Pairs {
  std::unique_ptr<Found> found;
  std::vector<ValuePair> pairs;

  /// A piece of the only pair's evidence.
  float only(Evidence piece) const {
    EXPECT_EQ(pairs.size(), 1U);
    return pairs.empty() ? -1 : pairs.front().evidence[static_cast<std::size_t>(piece)];
  }
};

Pairs pairs_in(const std::string& markdown) {
  Pairs result{find({"zyzzyva"}, "# The Tarn mill\n\n" + markdown), {}};
  result.pairs = value_pairs(input_of(*result.found), no_index);
  return result;
}

std::size_t count_in(const std::string& markdown) { return pairs_in(markdown).pairs.size(); }

TEST(ValuePairs, AreValuesOfOneKindThatDiffer) {
  EXPECT_EQ(count_in("It takes 600 g.\n\nIt takes 450 g.\n"), 1U);
  EXPECT_EQ(count_in("It takes 600 g.\n\nIt takes 0.6 kg.\n"), 0U);
  EXPECT_EQ(count_in("It takes 600 g.\n\nIt takes 450 ml.\n"), 0U);
}
TEST(ValuePairs, StandInTwoSentences) { EXPECT_EQ(count_in("It takes 600 g, and it takes 450 g.\n"), 0U); }
TEST(ValuePairs, AreWithinAFactorOfTwelve) {
  EXPECT_EQ(count_in("It takes 600 g.\n\nIt takes 60 g.\n"), 1U);
  EXPECT_EQ(count_in("It takes 600 g.\n\nIt takes 40 g.\n"), 0U);
}
TEST(ValuePairs, AreYearsOfOneLifetime) {
  EXPECT_EQ(count_in("It was built in 1894.\n\nIt was built in 1907.\n"), 1U);
  EXPECT_EQ(count_in("It was built in 1894.\n\nIt was built in 1701.\n"), 0U);
}
TEST(ValuePairs, AreTheEndsOfBoundsAndRanges) {
  EXPECT_EQ(count_in("It takes up to 600 g.\n\nIt takes up to 450 g.\n"), 1U);
  EXPECT_EQ(count_in("It takes up to 600 g.\n\nIt takes up to 600 g.\n"), 0U);
  EXPECT_EQ(count_in("It takes 200 to 600 g.\n\nIt takes 200 to 450 g.\n"), 1U);
  EXPECT_EQ(count_in("It takes 200 to 600 g.\n\nIt takes up to 450 g.\n"), 1U);
}
TEST(ValuePairs, AreNotARangeAndWhatItHolds) { EXPECT_EQ(count_in("It takes 200 to 600 g.\n\nIt takes 450 g.\n"), 0U); }
TEST(ValuePairs, AreABoundAndWhatItIsToldToBe) {
  EXPECT_EQ(count_in("It takes no more than 600 g.\n\nIt takes 450 g.\n"), 1U)
      << "whether they are of one thing is for the evidence to say";
}
TEST(ValuePairs, AreNotTwoBoundsOfTwoSides) { EXPECT_EQ(count_in("It takes at least 200 g.\n\nIt takes up to 450 g.\n"), 0U); }
TEST(ValuePairs, AreBoundsThatADenialTells) {
  EXPECT_EQ(count_in("We take nobody younger than twelve.\n\nWe take walkers from 10 years on.\n"), 0U) << "a number and a time";
  EXPECT_EQ(count_in("Do not dry it above 40 °C.\n\nDry it at up to 60 °C.\n"), 1U);
}
TEST(ValuePairs, AreDegreesOfAScaleThatOneSideNames) {
  EXPECT_EQ(count_in("It is kept at 18 °C.\n\nIt is kept at 25 degrees.\n"), 1U);
  EXPECT_EQ(count_in("It is kept at 18 °C.\n\nIt is kept at 18 degrees.\n"), 0U);
}
TEST(ValuePairs, AreYearsOfWhichOneBeginsASpan) { EXPECT_EQ(count_in("It was set up in 2014.\n\nIt has run since 2011.\n"), 1U); }
TEST(ValuePairs, AreThereWhereOnlyTheParagraphTellsBoth) {
  EXPECT_EQ(count_in("It takes 600 g. A sack holds 450 g.\n\nIt takes 450 g.\n"), 2U) << "of the first with either of the others";
}
TEST(ValuePairs, AreNoneWhereOneSentenceTellsBoth) {
  EXPECT_EQ(count_in("It takes 600 g, or 450 g with the lid on.\n\nIt takes 450 g.\n"), 0U);
}
TEST(ValuePairs, AreNoneOfAnArticleThatIsData) {
  const auto lines = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
      text += "Stone " + std::string(1, static_cast<char>('a' + i % 26)) + " weighs " + std::to_string(500 + i) + " g.\n\n";
    return text;
  };
  EXPECT_GT(count_in(lines(40)), 0U);
  EXPECT_EQ(count_in(lines(41)), 0U);
}
TEST(ValuePairs, SayOfWhichKindTheyAre) {
  EXPECT_EQ(pairs_in("It costs £4.\n\nIt costs £5.\n").only(Evidence::money), 1);
  EXPECT_EQ(pairs_in("It opens on Monday.\n\nIt opens on Tuesday.\n").only(Evidence::weekday), 1);
  EXPECT_EQ(pairs_in("It takes 600 g.\n\nIt takes 450 g.\n").only(Evidence::quantity), 1);
}
TEST(ValueEvidence, OfValuesWhetherBothCanBeRight) {
  EXPECT_EQ(pairs_in("It takes up to 600 g.\n\nIt takes up to 450 g.\n").only(Evidence::overlap), 1);
  EXPECT_EQ(pairs_in("It takes up to 600 g.\n\nIt takes up to 450 g.\n").only(Evidence::bounds), 2);
  EXPECT_EQ(pairs_in("It takes 600 g.\n\nIt takes 450 g.\n").only(Evidence::overlap), 0);
  EXPECT_EQ(pairs_in("It takes 600 g.\n\nIt takes 450 g.\n").only(Evidence::bounds), 0);
}
TEST(ValueEvidence, OfBlocksWhetherTheyGiveTheOtherValueToo) {
  const Pairs pairs = pairs_in("It takes 600 g. A sack holds 450 g.\n\nIt takes 450 g.\n");
  ASSERT_EQ(pairs.pairs.size(), 2U);
  EXPECT_EQ(piece_of(pairs.pairs.back().evidence, Evidence::told_in_block), 1);
  EXPECT_EQ(pairs_in("It takes 600 g.\n\nIt takes 450 g.\n").only(Evidence::told_in_block), 0);
}
TEST(ValueEvidence, OfWordsAroundBothTheWeight) {
  const Pairs alike = pairs_in("The hopper takes 600 g of wheat.\n\n## Use\n\nPour 450 g of wheat into the hopper.\n");
  const Pairs others = pairs_in("The hopper takes 600 g of wheat.\n\n## Use\n\nA candle burns off 450 g of wax.\n");
  EXPECT_GT(alike.only(Evidence::all_shared), 8);
  EXPECT_EQ(others.only(Evidence::all_shared), 0);
}
TEST(ValueEvidence, WhatTheTitleNamesIsNotShared) {
  EXPECT_EQ(pairs_in("The mill takes 600 g.\n\n## Use\n\nPour 450 g into the mill.\n").only(Evidence::all_shared), 0);
}
TEST(ValueEvidence, OfLabelsWhetherTheTextTellsThem) {
  const std::string table = "\n\n| Body | iron |\n| --- | --- |\n| Hopper | 450 g |\n";
  EXPECT_GT(pairs_in("The hopper takes 600 g." + table).only(Evidence::labels_shared), 4);
  EXPECT_EQ(pairs_in("The sieve takes 600 g." + table).only(Evidence::labels_shared), 0);
}
TEST(ValueEvidence, OfNamesThoseThatOnlyOneSideHas) {
  EXPECT_EQ(pairs_in("At Selby it takes 600 g.\n\nAt Harlow it takes 450 g.\n").only(Evidence::names_least), 1);
  EXPECT_EQ(pairs_in("At Selby it takes 600 g.\n\nAt Selby it takes 450 g.\n").only(Evidence::names_least), 0);
}
TEST(ValueEvidence, OfOtherPairsWhatTheyShareMore) {
  const Pairs pairs =
      pairs_in("The hopper takes 600 g of wheat.\n\n## Use\n\nPour 450 g of wheat into the hopper.\n\n## Care\n\nUse 400 g of wax.\n");
  ASSERT_EQ(pairs.pairs.size(), 3U);
  const auto margin = [&](std::size_t pair) { return pairs.pairs[pair].evidence[static_cast<std::size_t>(Evidence::rival_margin)]; };
  EXPECT_GT(margin(0), 0) << "the hopper's two";
  EXPECT_LT(margin(1), 0) << "the hopper's first and the wax";
  EXPECT_LT(margin(2), 0) << "the hopper's second and the wax";
}

TEST(ValueTrees, JudgeBetweenNoneAndOne) {
  EvidenceValues all;
  for (const float piece : {-1000.0F, 0.0F, 1.0F, 1000.0F}) {
    all.fill(piece);
    EXPECT_GE(likelihood(value_trees, all), 0);
    EXPECT_LE(likelihood(value_trees, all), 1);
  }
}
TEST(ValueTrees, TellTheSameThingFromAnother) {
  const auto how_likely = [](const std::string& markdown) {
    const Pairs pairs = pairs_in(markdown);
    EXPECT_EQ(pairs.pairs.size(), 1U);
    return pairs.pairs.empty() ? -1 : likelihood(value_trees, pairs.pairs.front().evidence);
  };
  const std::string prose = "You pour in 600 grams of wheat at a time.\n\n## Details\n\n| Body | iron |\n| --- | --- |\n";
  EXPECT_GT(how_likely(prose + "| Hopper | 450 g of wheat |\n"), how_likely(prose + "| Spare handle | 450 g |\n"));
}

}  // namespace
}  // namespace stet::value_evidence_test
