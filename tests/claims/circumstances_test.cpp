#include "claims/circumstances.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::circumstances_test {
namespace {

/// The circumstances in which a one-sentence article says the word `said`.
std::vector<WordKey> circumstances_in(const std::string& sentence, std::string_view said) {
  const auto reading = read(sentence + "\n");
  const CheckInput input = input_of(*reading);
  const IndexRange words = reading->units.sentences.at(0).words;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (form_of(input, word).text == said) return circumstances_of(input, {}, 0, {word, word + 1}).all;
  }
  ADD_FAILURE() << said << " is not said";
  return {};
}

TEST(Circumstances, WhatIsSaidWithoutReserveHasNone) {
  EXPECT_TRUE(circumstances_in("The pier is slippery.", "slippery").empty());
  EXPECT_TRUE(same_circumstances({}, {}));
}

TEST(Circumstances, StandBehindOrOpenTheSentence) {
  const auto behind = circumstances_in("The pier is slippery during storms.", "slippery");
  const auto before = circumstances_in("During storms, the pier is slippery.", "slippery");
  const auto otherwise = circumstances_in("The pier is slippery during frost.", "slippery");
  EXPECT_FALSE(behind.empty());
  EXPECT_TRUE(same_circumstances(behind, before));
  EXPECT_FALSE(same_circumstances(behind, otherwise));
}

TEST(Circumstances, ConditionsAreSome) {
  EXPECT_FALSE(circumstances_in("The pier is slippery when waves break over the wall.", "slippery").empty());
  EXPECT_FALSE(same_circumstances(circumstances_in("The pier is slippery when waves break over the wall.", "slippery"), {}));
}

TEST(Circumstances, AnotherClauseTellsNone) {
  EXPECT_TRUE(circumstances_in("The pier is slippery, and gulls breed there.", "slippery").empty());
}

}  // namespace
}  // namespace stet::circumstances_test
