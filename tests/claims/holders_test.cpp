#include "claims/holders.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::holders_test {
namespace {

Holder holder(std::vector<std::string> name, std::vector<std::string> office, std::vector<std::string> of = {}) {
  return {.name = std::move(name), .office = std::move(office), .of = std::move(of)};
}

bool are_two(std::vector<std::string> a, std::vector<std::string> b) {
  return are_two_people(holder(std::move(a), {"chair"}), holder(std::move(b), {"chair"}));
}

TEST(TwoPeople, ShareAtMostOneName) {
  EXPECT_TRUE(are_two({"fiona", "marsh"}, {"fiona", "walsh"}));
  EXPECT_TRUE(are_two({"rosemary", "quill"}, {"rosalie", "quill"}));
  EXPECT_TRUE(are_two({"ada", "quill"}, {"tom", "reed"}));
}
TEST(TwoPeople, AreOneWithAMiddleOrAShortName) {
  EXPECT_FALSE(are_two({"ada", "quill"}, {"ada", "jane", "quill"}));
  EXPECT_FALSE(are_two({"tom", "quill"}, {"thomas", "quill"}));
  EXPECT_FALSE(are_two({"betty", "quill"}, {"elizabeth", "quill"}));
  EXPECT_FALSE(are_two({"rosa", "quill"}, {"rosalind", "quill"}));
}

TEST(OneOffice, IsTheSameNounWithNothingElseBesideIt) {
  EXPECT_TRUE(is_one_office(holder({}, {"race", "director"}), holder({}, {"director"})));
  EXPECT_TRUE(is_one_office(holder({}, {"chair"}, {"board"}), holder({}, {"chair"})));
  EXPECT_FALSE(is_one_office(holder({}, {"race", "director"}), holder({}, {"managing", "director"})));
  EXPECT_FALSE(is_one_office(holder({}, {"chair"}, {"board"}), holder({}, {"chair"}, {"jury"})));
}

/// The names that phrases give in an article.
std::vector<std::string> held_in(const std::string& markdown) {
  const auto found = find({"(the|its) $office:(director|tutor) $name:<proper>", "$office:reviewed by $name:<proper>"}, markdown);
  const CheckInput input = input_of(*found);
  HolderRule rule{.says = found->pattern, .of_keys = {lemma_key("reviewer")}};
  rule.conditions.places = all_prose;
  std::vector<std::string> names;
  for (const Holder& one : read_holders(input, rule, ConditionTest(rule.conditions, input))) {
    names.push_back(one.office.back() + ": " + words_as_written(input, one.words));
  }
  return names;
}

TEST(Holders, AreNamedByTwoWordsOrMore) {
  EXPECT_EQ(held_in("Ask its director, Ada Quill.\n"), std::vector<std::string>{lemma_key("director") + ": Ada Quill"});
  EXPECT_EQ(held_in("Ask its director, Quill.\n"), std::vector<std::string>{});
  EXPECT_EQ(held_in("Ask the director U.S. Office.\n"), std::vector<std::string>{}) << "no person";
}
TEST(Holders, AreCalledAfterWhatTheyDo) {
  EXPECT_EQ(held_in("Reviewed by Ada Quill.\n"), std::vector<std::string>{lemma_key("reviewer") + ": Ada Quill"});
}

}  // namespace
}  // namespace stet::holders_test
