#include "claims/stances.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::stances_test {
namespace {

/// The stances of an article by a rule that says "is dimmable" and denies "is fixed", of the subjects that Topics finds.
struct Stances {
  std::unique_ptr<Found> found;
  StanceRule rule;
  std::vector<Stance> stances;

  explicit Stances(const std::string& markdown, bool absolute = false)
      : found(find_phrases(phrases({"dimmable"}), markdown, phrases({"fixed"}))) {
    const CheckInput input = input_of(*found);
    rule.says = found->pattern;
    rule.denies = found->pattern + 1;
    rule.absolute = absolute;
    rule.conditions.places = all_prose;
    const Topics topics(input);
    stances = read_stances(rule, input, [&](std::uint32_t sentence, IndexRange words) { return topics.subject_of(sentence, words); });
  }
  /// Does one of the two deny the other?
  bool clash() const {
    EXPECT_EQ(stances.size(), 2U);
    return stances.size() == 2 && (oppose(rule, stances[0], stances[1]) || oppose(rule, stances[1], stances[0]));
  }
};

const std::string lamps = "The lantern hangs. The lantern swings. The chandelier hangs. The chandelier swings.\n\n";

TEST(Stances, AreForOrAgainst) {
  const Stances both(lamps + "The lantern is dimmable. The lantern is not dimmable.\n");
  ASSERT_EQ(both.stances.size(), 2U);
  EXPECT_FALSE(both.stances[0].denied);
  EXPECT_TRUE(both.stances[1].denied);
}
TEST(Stances, ADeniedDenialIsForIt) {
  const Stances stances(lamps + "The lantern is fixed. The lantern is not fixed.\n");
  ASSERT_EQ(stances.stances.size(), 2U);
  EXPECT_TRUE(stances.stances[0].denied);
  EXPECT_FALSE(stances.stances[1].denied);
}
TEST(Stances, AreNotWhatIsComparedSupposedOrLabelled) {
  EXPECT_TRUE(Stances(lamps + "The lantern is more dimmable than a candle.\n").stances.empty());
  EXPECT_TRUE(Stances(lamps + "The lantern glows where it is dimmable.\n").stances.empty());
  EXPECT_TRUE(Stances(lamps + "Dimmable: the lantern has a knob.\n").stances.empty());
}

TEST(StancesOppose, OfOneThing) {
  EXPECT_TRUE(Stances(lamps + "The lantern is dimmable. The lantern is not dimmable.\n").clash());
  EXPECT_TRUE(Stances(lamps + "The lantern is dimmable. The lantern is fixed.\n").clash());
  EXPECT_FALSE(Stances(lamps + "The lantern is dimmable. The chandelier is fixed.\n").clash());
  EXPECT_FALSE(Stances(lamps + "The lantern is dimmable. The lantern is not fixed.\n").clash());
}
TEST(StancesOppose, InTheSameCircumstances) {
  const std::string some = lamps + "The lantern is dimmable during storms. The lantern is not dimmable.\n";
  EXPECT_FALSE(Stances(some).clash());
  EXPECT_TRUE(Stances(some, true).clash()) << "what is denied without qualification";
  EXPECT_TRUE(Stances(lamps + "The lantern is dimmable during storms. The lantern is not dimmable during storms.\n").clash());
}

}  // namespace
}  // namespace stet::stances_test
