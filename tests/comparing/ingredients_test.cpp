#include "comparing/ingredients.h"

#include <gtest/gtest.h>

#include "comparing/read.h"
#include "matching/quoting.h"

namespace stet::ingredients_test {
namespace {

using Lines = std::vector<std::string>;

const std::string list =
    "# Broth\n\n## Ingredients\n\n- 200 g barley\n- 2 leeks\n- 1 tbsp malt\n- 3 carrots\n- 1 litre stock\n\n## Method\n\n";

/// What one of the questions finds in a broth with these steps; the list is its second section.
template <typename Ask>
Lines found_in(const std::string& steps, const Ask& ask) {
  const auto reading = read(list + steps + "\n");
  const CheckInput input = input_of(*reading);
  std::vector<bool> listing(input.article.sections.size(), false);
  listing[2] = true;
  const Recipe recipe = read_recipe(input, listing);
  Lines lines;
  for (const OddAmount& odd : ask(input, recipe)) lines.push_back(words_as_written(input, odd.used->words));
  return lines;
}

TEST(RecipeAmounts, MoreIsUsedThanIsListed) {
  const auto ask = [](const CheckInput&, const Recipe& recipe) { return uses_other(recipe); };
  EXPECT_EQ(found_in("Boil 300 g of barley.", ask), Lines{"300 g of barley"});
  EXPECT_EQ(found_in("Boil 200 g of barley.", ask), Lines{});
}
TEST(RecipeAmounts, TheWholeIsWhatIsListed) {
  const auto ask = [](const CheckInput&, const Recipe& recipe) { return uses_other(recipe); };
  EXPECT_EQ(found_in("Boil the 150 g of barley.", ask), Lines{"150 g of barley"});
  EXPECT_EQ(found_in("Boil 150 g of barley.", ask), Lines{}) << "a part of it";
}
TEST(RecipeAmounts, WhatIsMeasuredIsListed) {
  const auto ask = [](const CheckInput& input, const Recipe& recipe) { return uses_unlisted(input, recipe, {"water"}); };
  EXPECT_EQ(found_in("Melt 50 g of suet in 1 litre of water.", ask), Lines{"50 g of suet"});
}
TEST(RecipeAmounts, WhatIsListedIsUsed) {
  const auto ask = [](const CheckInput& input, const Recipe& recipe) { return unused(input, recipe); };
  EXPECT_EQ(found_in("Fry the leeks. Add barley, malt and stock.", ask), Lines{"3 carrots"});
  EXPECT_EQ(found_in("Fry the leeks and the vegetables. Add barley, malt and stock.", ask), Lines{});
  EXPECT_EQ(found_in("Boil the leeks.", ask), Lines{}) << "the steps say less than they do";
}

}  // namespace
}  // namespace stet::ingredients_test
