#include <gtest/gtest.h>

#include "comparing/guards/figures.h"
#include "comparing/pairs.h"

namespace stet::figures_guards_test {
namespace {

bool differ(const std::string& a, const std::string& b) {
  const Pair pair(a + "\n\n" + b + "\n");
  const auto words = [&](std::uint32_t passage) { return words_of(pair.input, pair.passages.passages.at(passage)); };
  const bool one = figures_differ(pair.input, words(pair.view.earlier.passage), words(pair.view.later.passage));
  EXPECT_EQ(one, figures_differ(pair.input, words(pair.view.later.passage), words(pair.view.earlier.passage)));
  return one;
}

TEST(FiguresDiffer, WhereOneStandsInThePlaceOfAnother) {
  EXPECT_TRUE(differ("The lid of the copper kettle has 3 hooks.", "The lid of the copper kettle has 4 hooks."));
  EXPECT_TRUE(differ("The lid of the copper kettle has 3 hooks.", "The lid of the copper kettle has hooks."));
  EXPECT_TRUE(differ("4 lids hang on the wall of the copper kitchen.", "Lids hang on the wall of the copper kitchen."));
  EXPECT_FALSE(differ("The lid of the copper kettle has 3 hooks.", "It has 3 hooks, the lid of the copper kettle."));
}
TEST(FiguresDiffer, NotInWhatTheLongerOneOnlyAdds) {
  EXPECT_FALSE(differ("The kettle warms by 10 % in morning sun.", "The kettle warms by 10 % in morning sun and cools by 5 % at night."));
  EXPECT_FALSE(differ("Hang the copper lid over the stove.", "Step 13: Hang the copper lid over the stove, and wait."));
  EXPECT_FALSE(differ("Copper kettles boil within 3 to 5 minutes.", "Iron takes 9 minutes, but copper kettles boil within 3 to 5 minutes."))
      << "a word of it stands before it, too";
  EXPECT_TRUE(differ("Hang the lid.", "Step 13: Hang the lid.")) << "too short to tell";
  EXPECT_TRUE(differ("Boats need the copper kettle lid at night.", "The copper lid turns green after 12 years at sea."));
}

TEST(FiguresStandInOneClause, OfWhichTheLongerOneAddsAnotherFigure) {
  const auto stand = [](const std::string& a, const std::string& b) {
    const Pair pair(a + "\n\n" + b + "\n");
    const auto passage = [&](std::uint32_t number) { return pair.passages.passages.at(number); };
    return figures_stand_in_one_clause(pair.input, passage(pair.view.earlier.passage), passage(pair.view.later.passage));
  };
  const std::string clause = "a copper lid can shorten the boiling of mussels by 12 minutes";
  EXPECT_TRUE(stand("Cooks say that " + clause + ".", "Tests show that " + clause + ", while pots of iron lose 5 grams a year."));
  EXPECT_FALSE(stand("In 1990 cooks said that " + clause + ".", "Tests show that " + clause + ", while pots lose 5 grams a year."));
  EXPECT_FALSE(stand("A copper lid saves 12 minutes.", "Copper lids take 12 minutes off."));
}

}  // namespace
}  // namespace stet::figures_guards_test
