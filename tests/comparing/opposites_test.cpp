#include "comparing/opposites.h"

#include <gtest/gtest.h>

namespace stet::opposites_test {
namespace {

class OpposedWords : public testing::Test {
 protected:
  Opposites opposites;
  Vocabulary vocabulary;
  bool opposed(std::string_view a, std::string_view b, OppositesOf of = {}) {
    const FormId left = vocabulary.add(a);
    const FormId right = vocabulary.add(b);
    return OppositeWords(opposites, vocabulary, of).opposed(left, right);
  }
};

TEST_F(OpposedWords, StandOnTwoSidesOfAGroup) {
  ASSERT_TRUE(opposites.add("rise, grow | fall, shrink"));
  EXPECT_TRUE(opposed("rise", "shrink"));
  EXPECT_TRUE(opposed("fall", "grow"));
  EXPECT_FALSE(opposed("rise", "grow"));
}
TEST_F(OpposedWords, MeetInAnyInflection) {
  ASSERT_TRUE(opposites.add("sell | buy"));
  EXPECT_TRUE(opposed("sold", "buying"));
}
TEST_F(OpposedWords, MayHaveMoreThanTwoSides) {
  ASSERT_TRUE(opposites.add("gold | silver | bronze"));
  EXPECT_TRUE(opposed("gold", "bronze"));
  EXPECT_TRUE(opposed("silver", "bronze"));
}
TEST_F(OpposedWords, AreFoundAsWrittenFirst) {
  ASSERT_TRUE(opposites.add("left | right"));
  EXPECT_TRUE(opposed("left", "right"));
  EXPECT_FALSE(opposed("leave", "right"));
}
TEST_F(OpposedWords, DifferInAPrefixOnlyWhenAsked) {
  EXPECT_FALSE(opposed("stable", "unstable"));
  const OppositesOf with_prefixes{.prefixes = true};
  EXPECT_TRUE(opposed("stable", "unstable", with_prefixes));
  EXPECT_TRUE(opposed("careful", "careless", with_prefixes));
  EXPECT_FALSE(opposed("valuable", "invaluable", with_prefixes));
  EXPECT_FALSE(opposed("come", "income", with_prefixes));
}
TEST_F(OpposedWords, AreThoseOfARuleOrOfTheOthers) {
  ASSERT_TRUE(opposites.add("fold | spread", 1));
  ASSERT_TRUE(opposites.add("melt | freeze", 2));
  const OppositesOf own{OppositesOf::Whose::rule, 1};
  const OppositesOf others{OppositesOf::Whose::others, 1};
  EXPECT_TRUE(opposed("folded", "spread", own));
  EXPECT_FALSE(opposed("folded", "spread", others));
  EXPECT_FALSE(opposed("melts", "freezes", own));
  EXPECT_TRUE(opposed("melts", "freezes", others));
}
TEST_F(OpposedWords, AreFoundByTheirLemmaThoughAnotherRuleGivesTheForm) {
  ASSERT_TRUE(opposites.add("left | right", 1));
  ASSERT_TRUE(opposites.add("leave | stay", 2));
  EXPECT_FALSE(opposed("left", "stayed"));
  EXPECT_TRUE(opposed("left", "stayed", {OppositesOf::Whose::rule, 2}));
}
TEST_F(OpposedWords, AreNotMadeOfBadGroups) {
  EXPECT_FALSE(opposites.add("rise"));
  EXPECT_FALSE(opposites.add("rise |"));
  EXPECT_FALSE(opposites.add("rise | rise"));
  EXPECT_FALSE(opposites.add("go up | fall"));
}

}  // namespace
}  // namespace stet::opposites_test
