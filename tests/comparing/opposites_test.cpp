#include "comparing/opposites.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

class OpposedWords : public testing::Test {
 protected:
  Opposites opposites;
  Vocabulary vocabulary;
  bool opposed(std::string_view a, std::string_view b) {
    const FormId left = vocabulary.add(a);
    const FormId right = vocabulary.add(b);
    return OppositeWords(opposites, vocabulary).opposed(left, right);
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
  opposites.add_prefixes();
  EXPECT_TRUE(opposed("stable", "unstable"));
  EXPECT_TRUE(opposed("careful", "careless"));
  EXPECT_FALSE(opposed("valuable", "invaluable"));
  EXPECT_FALSE(opposed("come", "income"));
}
TEST_F(OpposedWords, AreNotMadeOfBadGroups) {
  EXPECT_FALSE(opposites.add("rise"));
  EXPECT_FALSE(opposites.add("rise |"));
  EXPECT_FALSE(opposites.add("rise | rise"));
  EXPECT_FALSE(opposites.add("go up | fall"));
}

}  // namespace
}  // namespace stet
