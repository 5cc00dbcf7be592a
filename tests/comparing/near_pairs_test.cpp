#include "comparing/near_pairs.h"

#include <gtest/gtest.h>

#include <set>

#include "comparing/one_word_apart.h"
#include "comparing/read.h"

namespace stet::near_pairs_test {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs near_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  Pairs pairs;
  for (const PairView& pair : near_pairs_of(input, {}).pairs) pairs.emplace_back(pair.later.passage, pair.earlier.passage);
  return pairs;
}

TEST(NearPairs, ShareWhatIsRare) {
  EXPECT_EQ(near_in("Herring boats anchor at Tarsin. Rain fell. Herring boats never anchor at Tarsin.\n"), (Pairs{{2, 0}}));
  EXPECT_EQ(near_in("Herring boats anchor at Tarsin. Farmers harvest barley early.\n"), Pairs{});
}
TEST(NearPairs, AreNoneOfTheSameWords) { EXPECT_EQ(near_in("Herring boats anchor here. Herring boats anchor here.\n"), Pairs{}); }
TEST(NearPairs, AreNoneWithAQuestion) { EXPECT_EQ(near_in("Herring boats anchor here. Do herring boats never anchor here?\n"), Pairs{}); }
TEST(NearPairs, KeepTheMostAlike) {
  std::string many;
  for (const char* place : {"Tarsin", "Selby", "Harlow", "Marrow", "Kettle", "Oskerry", "Dorrin", "Velmora", "Quill"})
    many += std::string("Herring boats anchor at ") + place + ". ";
  std::vector<std::uint32_t> of_each(9, 0);
  for (const auto& [later, earlier] : near_in(many + "\n")) ++of_each.at(later);
  EXPECT_EQ(*std::max_element(of_each.begin(), of_each.end()), 6U);
}

TEST(NearPairs, AreOneForASentenceBeyondTwentyThousand) {
  constexpr std::size_t sentences = 4'500;
  std::string form;
  for (std::size_t i = 0; i < sentences; ++i) form += "Herring boats anchor at tarn" + std::to_string(i) + " all year. ";
  const std::size_t pairs = near_in(form + "\n").size();
  EXPECT_GT(pairs, 20'000U);
  EXPECT_LT(pairs, 20'000U + sentences / 2) << "six for each would be 27,000";
}

Pairs apart_in(const std::string& markdown) {
  const auto reading = read(markdown);
  return one_word_apart(input_of(*reading), passages_of(*reading));
}

TEST(OneWordApart, AnotherWordOrOneMore) {
  EXPECT_EQ(apart_in("The old shop is open. The old shop is closed.\n"), (Pairs{{1, 0}}));
  EXPECT_EQ(apart_in("The old shop is open. The old shop is not open.\n"), (Pairs{{1, 0}}));
  EXPECT_EQ(apart_in("The old shop is open. The new shop is closed.\n"), Pairs{});
}
TEST(OneWordApart, NeitherTooShortNorTooLong) {
  EXPECT_EQ(apart_in("Shops stay open. Shops stay closed.\n"), Pairs{});
  const std::string fourteen = "Boats two three four five six seven eight nine ten eleven twelve thirteen ";
  EXPECT_EQ(apart_in(fourteen + "open. " + fourteen + "closed.\n"), (Pairs{{1, 0}}));
  EXPECT_EQ(apart_in(fourteen + "shop open. " + fourteen + "shop closed.\n"), Pairs{});
}
/// All that are left of some words without one of them, or with all.
std::set<std::vector<FormId>> without_one(const CheckInput& input, IndexRange words) {
  std::set<std::vector<FormId>> left;
  for (std::uint32_t out = words.begin; out <= words.end; ++out) {
    std::vector<FormId> rest;
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      if (word != out) rest.push_back(input.units.words[word].form);
    }
    left.insert(rest);
  }
  return left;
}

TEST(OneWordApart, IsWhatComparingAllWithAllFinds) {
  const std::vector<std::string> words = {"boats", "nets", "quays", "bells"};
  std::string text;
  std::uint32_t state = 7;
  for (int s = 0; s < 12; ++s) {
    text += "Old ";
    for (int w = 0; w < 4; ++w) {
      state = state * 1103515245U + 12345U;
      text += words[(state >> 16U) % words.size()] + (w < 3 ? " " : ". ");
    }
  }
  const auto reading = read(text + "\n");
  const CheckInput input = input_of(*reading);
  const Passages passages = passages_of(*reading);
  Pairs expected;
  for (std::uint32_t later = 0; later < passages.passages.size(); ++later) {
    for (std::uint32_t earlier = 0; earlier < later; ++earlier) {
      const auto a = without_one(input, words_of(input, passages.passages[later]));
      const auto b = without_one(input, words_of(input, passages.passages[earlier]));
      if (std::any_of(a.begin(), a.end(), [&](const auto& rest) { return b.contains(rest); })) expected.emplace_back(later, earlier);
    }
  }
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(one_word_apart(input, passages), expected);
}

}  // namespace
}  // namespace stet::near_pairs_test
