#include <gtest/gtest.h>

#include "claims/stated.h"
#include "comparing/guards/contradiction.h"
#include "comparing/pairs.h"

namespace stet::opposition_guards_test {
namespace {

bool states(const std::string& markdown) {
  const auto reading = read(markdown);
  return states_something(input_of(*reading), 0);
}

TEST(StatesSomething, ASentenceWithAFullStop) {
  EXPECT_TRUE(states("The harbour freezes in winter.\n"));
  EXPECT_FALSE(states("Does the harbour freeze in winter?\n"));
  EXPECT_FALSE(states("The harbour freezes where:\n"));
  EXPECT_FALSE(states("Set `harbour` to frozen.\n"));
  EXPECT_FALSE(states("The harbour = frozen today.\n"));
}

bool points(const std::string& markdown) {
  const auto reading = read(markdown);
  return points_at_its_neighbours(input_of(*reading), reading->units.sentences.at(0).words);
}

TEST(PointsAtNeighbours, ByWhereTheyStandOnThePage) {
  EXPECT_TRUE(points("The following lids are blue.\n"));
  EXPECT_TRUE(points("The lids below are blue.\n"));
  EXPECT_TRUE(points("Blue lids are in the table above.\n"));
  EXPECT_FALSE(points("The lids below the shelf turn blue.\n"));
  EXPECT_FALSE(points("The lids are blue.\n"));
}

bool turns(const std::string& markdown) {
  const auto reading = read(markdown);
  return turns_between(input_of(*reading), 0, static_cast<std::uint32_t>(reading->units.sentences.size() - 1));
}

TEST(TurnsBetween, WithinAParagraph) {
  EXPECT_TRUE(turns("The lid is blue. But the lid is red.\n"));
  EXPECT_TRUE(turns("The lid is blue. In winter it fades. The lid is red.\n"));
  EXPECT_TRUE(turns("The lid is blue. Who paints it? The lid is red.\n"));
  EXPECT_FALSE(turns("The lid is blue. The lid is red.\n"));
  EXPECT_FALSE(turns("The lid is blue.\n\nBut the lid is red.\n"));
}

/// Of two sentences that a negation sets against each other: do they speak of something else?
bool of_something_else(const Pair& pair) {
  const Opposites none;
  const auto flip = find_negation(pair.input, pair.passages, pair.view, OppositeWords(none, pair.reading->vocabulary));
  EXPECT_TRUE(flip.has_value());
  return flip && speaks_of_something_else(pair.input, pair.passages, pair.view, *flip);
}
const std::string freezes = "The harbour freezes early.";
const std::string never = "The harbour never freezes early.";

bool apart(const std::string& earlier, const std::string& later) { return of_something_else(pair_of(earlier, later)); }

TEST(SpeaksOfSomethingElse, NotWhereNothingTellsTheTwoApart) { EXPECT_FALSE(apart(freezes, never)); }
TEST(SpeaksOfSomethingElse, WithNumbersOfTheirOwn) {
  EXPECT_TRUE(apart("In 1871 the harbour freezes early.", "In 1902 the harbour never freezes early."));
}
TEST(SpeaksOfSomethingElse, UnderAConditionOfItsOwn) {
  EXPECT_TRUE(apart(freezes, "The harbour never freezes early when herring spawn."));
  EXPECT_TRUE(apart("The harbour freezes early unless herring spawn.", never));
}
TEST(SpeaksOfSomethingElse, WhereOneOnlyMayBe) { EXPECT_TRUE(apart("The harbour may freeze early.", "The harbour may not freeze early.")); }
TEST(SpeaksOfSomethingElse, WhereOneCompares) { EXPECT_TRUE(apart(freezes, "The harbour never freezes early, other than lakes.")); }
TEST(SpeaksOfSomethingElse, WhereItGoesOnFromTheSentenceBefore) {
  EXPECT_TRUE(apart(freezes, "In this case the harbour never freezes early."));
  EXPECT_TRUE(apart(freezes, "Therefore the harbour never freezes early."));
}
TEST(SpeaksOfSomethingElse, WhereSomeAreSpokenOf) {
  EXPECT_TRUE(apart("Some harbours freeze early.", "Other harbours never freeze early."));
  EXPECT_TRUE(apart("Some harbours freeze early.", "Harbours never freeze early."));
  EXPECT_FALSE(apart("Most harbours freeze early.", "Most harbours never freeze early.")) << "most can not do both";
}
TEST(SpeaksOfSomethingElse, NotWhereNoneIsDeniedOfSome) {
  EXPECT_FALSE(apart("Some harbours freeze early.", "No harbours freeze early."));
  EXPECT_FALSE(apart("Some harbours of the bay freeze early.", "None of the harbours of the bay freeze early."));
}
TEST(SpeaksOfSomethingElse, WhereBothPointAtWhatIsAbove) {
  EXPECT_TRUE(apart("This harbour freezes early.", "This harbour never freezes early."));
  EXPECT_TRUE(apart("Verifies that the harbour freezes early.", "Verifies that the harbour never freezes early."));
}
TEST(SpeaksOfSomethingElse, WhereOneOnlyInstructs) {
  EXPECT_TRUE(apart("Freeze the harbour lights early.", "The engineers never freeze the harbour lights early."));
}
TEST(SpeaksOfSomethingElse, InTheRelativeClauseOfEach) {
  EXPECT_TRUE(apart("Harbours that freeze close early.", "Harbours that never freeze close early."));
}
TEST(SpeaksOfSomethingElse, InNeighboursThatSayMore) {
  EXPECT_TRUE(of_something_else(Pair("The harbour freezes early. The harbour never freezes early near Selby.\n")));
  EXPECT_FALSE(of_something_else(Pair("The harbour freezes early. The harbour never freezes early.\n"))) << "nothing else is said";
}
TEST(SpeaksOfSomethingElse, InItemsOfOneList) {
  EXPECT_TRUE(of_something_else(Pair("- The harbour freezes early.\n- The harbour never freezes early.\n")));
}
TEST(MayBothHold, WordsOfTheSubjectOrOfAnOpening) {
  const auto both = [](const std::string& earlier, const std::string& later) {
    const Pair pair = pair_of(earlier, later);
    const Opposites none;
    const OppositeWords opposites(none, pair.reading->vocabulary);
    const auto flip = find_replacement(pair.input, pair.passages, pair.view, opposites, opposites, 2);
    EXPECT_TRUE(flip.has_value());
    return flip && may_both_hold(pair.input, pair.view, *flip, no_index);
  };
  EXPECT_TRUE(both("Herons nest beside the mill pond.", "Otters nest beside the mill pond."));
  EXPECT_TRUE(both("For herons, the mill pond is fenced.", "For otters, the mill pond is fenced."));
  EXPECT_FALSE(both("The mill was drawn by Bea Marsh.", "The mill was drawn by Ada Quill."));
  EXPECT_TRUE(both("The mill was sold in AD coins.", "The mill was sold in CE coins."));
}

}  // namespace
}  // namespace stet::opposition_guards_test
