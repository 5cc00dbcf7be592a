// Recipes: what the examples of the rule have no room for.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::ingredients_test {
namespace {

const std::string list = "## Ingredients\n\n- 200 g pearl barley\n- 2 leeks, sliced\n- 3 cloves of garlic\n- 1 tbsp malt\n\n";

/// How often the rule speaks of a broth whose steps are these.
std::size_t told_of(const std::string& steps, const std::string& ingredients = list) {
  const std::string found = findings_in("# Barley broth\n\n" + ingredients + "## Method\n\n" + steps + "\n");
  std::size_t count = 0;
  for (std::size_t at = found.find("consistency/ingredients"); at != std::string::npos; at = found.find("consistency/ingredients", at + 1))
    ++count;
  return count;
}

TEST(Ingredients, MoreThanTheListHasIsTold) {
  EXPECT_EQ(told_of("1. Boil 300 g of the barley.\n2. Slice three leeks."), 2U);
  EXPECT_EQ(told_of("Boil 300 g barley until soft."), 1U) << "in running text";
  EXPECT_EQ(told_of("1. Crush four cloves of garlic."), 1U);
}
TEST(Ingredients, LessIsUsedBitByBit) { EXPECT_EQ(told_of("1. Boil 100 g of barley.\n2. Slice one leek."), 0U); }
TEST(Ingredients, TheSameIsListedInSeveralLines) {
  const std::string twice = "## Ingredients\n\n- 200 g barley\n- 100 g barley for the top\n- 1 tbsp malt\n- 2 leeks\n\n";
  EXPECT_EQ(told_of("1. Boil 300 g of barley.", twice), 0U);
}
TEST(Ingredients, AnotherUnitOrThingIsNotCompared) {
  EXPECT_EQ(told_of("1. Rinse one litre of barley."), 0U);
  EXPECT_EQ(told_of("1. Crush five heads of garlic."), 0U);
}
TEST(Ingredients, OnlyWhatIsMeasuredIsMissedFromTheList) {
  EXPECT_EQ(told_of("1. Melt 50 g of suet."), 1U);
  EXPECT_EQ(told_of("1. Boil two litres of water."), 0U) << "every kitchen has it";
  EXPECT_EQ(told_of("1. Take two pans and a two-litre pot."), 0U);
}
TEST(Ingredients, OfSeveralRecipesNoneIsCompared) {
  EXPECT_EQ(told_of("1. Boil 300 g of barley.", list + "## More ingredients\n\n- 20 g oats\n\n"), 0U);
}

/// Does the rule on what is listed and not used speak of a broth whose steps are these?
bool misses(const std::string& steps) {
  const std::string five = "## Ingredients\n\n- 200 g barley\n- 2 leeks\n- 1 tbsp malt\n- 3 carrots\n- 1 litre stock\n\n";
  return findings_in("# Barley broth\n\n" + five + "## Method\n\n" + steps + "\n").find("consistency/unused-ingredient") !=
         std::string::npos;
}

TEST(UnusedIngredients, AreToldWhereTheStepsNameAllOthers) {
  EXPECT_TRUE(misses("1. Fry the leeks.\n2. Add barley, malt and stock."));
  EXPECT_FALSE(misses("1. Fry the leeks and carrots.\n2. Add barley, malt and stock."));
}
TEST(UnusedIngredients, MayBeNamedByTheirKindOrAmongAll) {
  EXPECT_FALSE(misses("1. Fry the leeks and the other vegetables.\n2. Add barley, malt and stock."));
  EXPECT_FALSE(misses("1. Fry the leeks.\n2. Add barley, malt and stock, and all other ingredients."));
}
TEST(UnusedIngredients, AreNotToldOfStepsThatSayLittle) { EXPECT_FALSE(misses("1. Fry the leeks and add the rest.")); }

}  // namespace
}  // namespace stet::ingredients_test
