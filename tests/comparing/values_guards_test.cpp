#include <gtest/gtest.h>

#include "comparing/guards/values.h"
#include "comparing/read.h"

namespace stet::values_guards_test {
namespace {

Value at(Role role) { return {TypedKind::date, role, 1, 1, "day", {}}; }

TEST(SameRole, AtMayStandAgainstAnOpenEnd) {
  EXPECT_TRUE(same_role(at(Role::until), at(Role::until)));
  EXPECT_TRUE(same_role(at(Role::at), at(Role::before)));
  EXPECT_TRUE(same_role(at(Role::after), at(Role::at)));
  EXPECT_FALSE(same_role(at(Role::from), at(Role::until)));
  EXPECT_FALSE(same_role(at(Role::at), at(Role::from)));
  EXPECT_FALSE(same_role(at(Role::before), at(Role::after)));
}

struct Read {
  std::unique_ptr<ReadArticle> article;
  CheckInput input;
  const Statements& all;

  explicit Read(const std::string& markdown) : article(read(markdown)), input(input_of(*article)), all(statements_of(input)) {}
  std::string verb_of(std::string_view word) const {
    const std::uint32_t verb = governing_verb(input, all.statements.back(), word_at(input, word));
    return verb == no_index ? std::string() : std::string(form_of(input, verb).text);
  }
};

TEST(GoverningVerb, IsTheNearestBefore) {
  EXPECT_EQ(Read("The mill burned and was sold in 1871.\n").verb_of("1871"), "sold");
  EXPECT_EQ(Read("The mill taught weaving before opening in 1871.\n").verb_of("1871"), "opening");
}
TEST(GoverningVerb, ElseTheFirstBehind) { EXPECT_EQ(Read("In 1871 the mill burned.\n").verb_of("1871"), "burned"); }

TEST(SpeaksOfAnother, ByAWordOfAnotherTime) {
  const auto another = [](const std::string& markdown) {
    const Read one(markdown);
    return speaks_of_another(one.input, one.all, one.all.statements.front());
  };
  EXPECT_TRUE(another("Another mill burned in 1871.\n"));
  EXPECT_TRUE(another("A later mill burned in 1871.\n"));
  EXPECT_FALSE(another("The mill burned in 1871.\n"));
}

Clash first_clash(std::uint32_t later_value, std::uint32_t earlier_value) { return {1, 0, later_value, earlier_value, {}}; }

TEST(OthersAgree, WhereTheRestIsTheSame) {
  const Read same("The mill sold 40 boats for 90 euros. The mill sold 60 boats for 90 euros.\n");
  ASSERT_EQ(same.all.values.size(), 4U);
  EXPECT_TRUE(others_agree(same.all, first_clash(2, 0)));
  const Read other("The mill sold 40 boats for 90 euros. The mill sold 60 boats for 70 euros.\n");
  ASSERT_EQ(other.all.values.size(), 4U);
  EXPECT_FALSE(others_agree(other.all, first_clash(2, 0)));
}
TEST(IsAlone, WhereNothingOfTheOtherAgrees) {
  const Read two("The mill sold 40 boats and 60 nets. The mill sold 60 boats.\n");
  ASSERT_EQ(two.all.values.size(), 3U);
  EXPECT_FALSE(is_alone(two.all, 2, {0, 2}));
  EXPECT_TRUE(is_alone(two.all, 2, {0, 1}));
}
TEST(SpeakOfTwoTimes, ADateAndAnotherTense) {
  const auto two_times = [](const std::string& markdown) {
    const Read read_pair(markdown);
    EXPECT_EQ(read_pair.all.statements.size(), 2U);
    const Statement& earlier = read_pair.all.statements[0];
    const Statement& later = read_pair.all.statements[1];
    return speak_of_two_times(read_pair.input, read_pair.all, {1, 0, later.values.begin, earlier.values.begin, {}});
  };
  EXPECT_TRUE(two_times("The mill employed 40 people in 1971.\n\nThe mill employs 12 people.\n"));
  EXPECT_FALSE(two_times("The mill employed 40 people in 1971.\n\nThe mill employed 12 people.\n")) << "the same tense";
  EXPECT_FALSE(two_times("The mill employed 40 people.\n\nThe mill employs 12 people.\n")) << "no date";
}

}  // namespace
}  // namespace stet::values_guards_test
