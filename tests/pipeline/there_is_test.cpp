// What is said to be there, and not to be: the forms that the examples of the rule have no room for.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::there_is_test {
namespace {

/// Are the two at odds in an article on the Oskerry hut, each in a section of its own?
bool at_odds(const std::string& one, const std::string& two) {
  return findings_in("# The Oskerry hut\n\n" + one + "\n\n## Before you go\n\n" + two + "\n").find("contradiction/there-is") !=
         std::string::npos;
}

TEST(ThereIs, IsReadOfEachOfASeries) {
  EXPECT_TRUE(at_odds("The hut has a stove, a cellar and two benches.", "There is no cellar."));
  EXPECT_TRUE(at_odds("The hut has a cellar.", "There is no stove or cellar."));
}
TEST(ThereIs, IsReadOfRowsLabelsAndBullets) {
  EXPECT_TRUE(at_odds("The hut has a cellar.", "| Inside | |\n|---|---|\n| Cellar | no |"));
  EXPECT_TRUE(at_odds("The hut has a cellar.", "- **Cellar:** no"));
  EXPECT_TRUE(at_odds("The hut has a cellar.", "- No cellar\n- Four beds"));
  EXPECT_FALSE(at_odds("The hut has a cellar.", "- **Cellar:** yes"));
}
TEST(ThereIs, ABulletMayBeOfItsSectionAlone) {
  EXPECT_FALSE(at_odds("The hut has a cellar.", "### 1. The barn\n\n- No cellar\n- Four beds"));
  EXPECT_FALSE(at_odds("### 1. The barn\n\n- No cellar\n- Four beds\n\n## Costs", "| Cellar | yes |\n|---|---|\n| Stove | yes |"));
}
TEST(ThereIs, IsReadOfQuestionsAndTheirAnswers) {
  EXPECT_TRUE(at_odds("The hut has a cellar.", "**Is there a cellar?** No."));
  EXPECT_TRUE(at_odds("There is no cellar.", "**Does the hut have a cellar?** Yes."));
  EXPECT_FALSE(at_odds("The hut has a cellar.", "**Is there a cellar?** Yes."));
}
TEST(ThereIs, WhatIsSpokenOfAsKnownIsThere) {
  EXPECT_TRUE(at_odds("There is no cellar.", "The cellar has a heavy door."));
  EXPECT_TRUE(at_odds("The hut has no cellar.", "Leave your boots in the cellar."));
  EXPECT_FALSE(at_odds("There is no cellar.", "Sugar keeps for years."));
}
TEST(ThereIs, WhatIsMissingIsNotThere) { EXPECT_TRUE(at_odds("The hut has a cellar.", "The cellar is missing.")); }
TEST(ThereIs, ADenialIsOfWhatItNamesAndWhere) {
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no wine cellar.")) << "another kind";
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no cellar on the ferry.")) << "another place";
  EXPECT_FALSE(at_odds("The hut has a cellar.", "In the barn, there is no cellar.")) << "another place, said first";
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no cellar that stays dry.")) << "some of many";
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no other cellar.")) << "more than one";
  EXPECT_TRUE(at_odds("There is a cellar in the garden.", "The hut has no cellar.")) << "a part of it";
}
TEST(ThereIs, IsOfAllOccasions) {
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There was no cellar.")) << "another time";
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no cellar in winter."));
  EXPECT_FALSE(at_odds("The hut has a cellar.", "There is no cellar yet."));
  EXPECT_FALSE(at_odds("The hut has a cellar.", "If there is no cellar, dig one."));
  EXPECT_FALSE(at_odds("The hut has a cellar.", "Critics say that there is no cellar.")) << "somebody else's word";
}
TEST(ThereIs, WhatIsFittedIsThere) {
  EXPECT_TRUE(at_odds("A stove and a sturdy shelf were already fitted.", "There is no shelf."));
  EXPECT_TRUE(at_odds("A lift has never been put in.", "The hut has a lift."));
  EXPECT_FALSE(at_odds("A stove and a shelf were fitted.", "There is no cellar."));
}
TEST(ThereIs, ALineMayGoOnBehindWhatIsMissing) {
  EXPECT_TRUE(at_odds("The hut has a stove.", "| Liked | Missed |\n|---|---|\n| The view | No stove; bring a blanket |"));
  EXPECT_FALSE(at_odds("The hut has a stove.", "| Finding | Means |\n|---|---|\n| No stove | You are in the barn |"))
      << "the head of a row";
}
TEST(ThereIs, WhatIsDeniedIsNotThere) { EXPECT_FALSE(at_odds("**Is there a cellar?** No.", "The hut does not have rooms like a cellar.")); }
TEST(ThereIs, WhereAThingIsDoesNotSayWhich) {
  EXPECT_TRUE(at_odds("The hut has no cellar.", "Leave your boots in the cellar behind the stairs."));
}

}  // namespace
}  // namespace stet::there_is_test
