#include "claims/owners.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::owners_test {
namespace {

/// Of what the first value of the last statement with one is, as `tell` tells it.
template <typename Tell>
auto tell_owner(const std::string& markdown, const Tell& tell) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& statements = statements_of(input);
  Owners owners(input, statements);
  decltype(tell(input, Owner())) last;
  for (const Statement& statement : statements.statements) {
    if (statement.values.empty()) {
      owners.of_statement(statement, {statement.words.end, statement.words.end});
      continue;
    }
    last = tell(input, owners.of_statement(statement, statements.values[statement.values.begin].words));
  }
  return last;
}

/// An owner's words, with "topic" where that is the article's thing.
std::string owner_in(const std::string& markdown) {
  return tell_owner(markdown, [](const CheckInput& input, const Owner& owner) {
    return fmt::format("{}{}", owner.topic ? "topic: " : "", owner.words.empty() ? "" : words_as_written(input, owner.words));
  });
}

std::vector<WordKey> owner_keys_in(const std::string& markdown) {
  return tell_owner(markdown, [](const CheckInput&, const Owner& owner) { return owner.keys; });
}

const std::string title = "# The Harlow backpack\n\n";

TEST(Owners, TheTitlesThingIsTheTopic) {
  EXPECT_EQ(owner_in(title + "The Harlow backpack weighs 2 kg.\n"), "topic: The Harlow backpack");
  EXPECT_EQ(owner_in(title + "The Harlow weighs 2 kg.\n"), "topic: The Harlow");
  EXPECT_EQ(owner_in(title + "The Selby backpack weighs 2 kg.\n"), "The Selby backpack");
}
TEST(Owners, TheEndOfTheTitlesNounStandsForIt) {
  EXPECT_EQ(owner_in(title + "The pack weighs 2 kg.\n"), "topic: The pack");
  EXPECT_EQ(owner_in(title + "The rack weighs 2 kg.\n"), "The rack");
}
TEST(Owners, WhatTheThingIsSaidToBeStandsForIt) {
  EXPECT_EQ(owner_in(title + "The Harlow backpack is a satchel. The satchel weighs 2 kg.\n"), "topic: The satchel");
  EXPECT_EQ(owner_in(title + "The satchel weighs 2 kg.\n"), "The satchel");
}
TEST(Owners, SoDoesTheNounThatMostSentencesBeginWith) {
  const std::string satchels = "The satchel is red. The satchel is old. The satchel weighs 2 kg.\n";
  EXPECT_EQ(owner_in(title + satchels), "topic: The satchel");
  EXPECT_EQ(owner_in(title + "The lid is red. The lid is old. " + satchels), "The satchel") << "another one is as frequent";
  EXPECT_EQ(owner_in(title + "The satchel is old. The satchel weighs 2 kg.\n"), "The satchel") << "twice is too seldom";
}
TEST(Owners, SoDoesAKindOfTheTitlesNoun) {
  EXPECT_EQ(owner_in("# The Marrow bridge\n\nThe structure weighs 40 tonnes.\n"), "topic: The structure");
  EXPECT_EQ(owner_in("# The Marrow bridge\n\nIts structure weighs 40 tonnes.\n"), "Its structure") << "a part";
}
TEST(Owners, AShortNameIsTheLongerOneBeforeIt) {
  const std::string clubs = title + "The Selby Rowing Club is run by sailors. ";
  EXPECT_EQ(owner_keys_in(clubs + "The club weighs 2 kg.\n"), owner_keys_in(title + "The Selby Rowing Club weighs 2 kg.\n"));
  EXPECT_NE(owner_keys_in(clubs + "\n\n## Boats\n\nThe club weighs 2 kg.\n"),
            owner_keys_in(title + "The Selby Rowing Club weighs 2 kg.\n"));
}
TEST(Owners, APronounIsASubjectOfItsSentence) {
  EXPECT_EQ(owner_keys_in(title + "With 24 pegs, the rack is small, but it weighs 2 kg.\n"),
            owner_keys_in(title + "The rack weighs 2 kg.\n"));
}
TEST(Owners, APrepositionWithACapitalBelongsToAName) {
  EXPECT_EQ(owner_in(title + "The After Dark Rack weighs 2 kg.\n"), "The After Dark Rack");
}
TEST(Owners, APronounIsTheSubjectBefore) {
  EXPECT_EQ(owner_in(title + "The Selby lid is red. It weighs 2 kg.\n"), "It");
  EXPECT_EQ(owner_in(title + "The Harlow is red. It weighs 2 kg.\n"), "topic: It");
  EXPECT_EQ(owner_in(title + "The Selby lid is red.\n\nIt weighs 2 kg.\n"), "topic: It") << "another paragraph";
  EXPECT_EQ(owner_in(title + "Porters carried several lids. It weighs 2 kg.\n"), "topic: It") << "no plural";
}
TEST(Owners, WhoeverOnlyMeetsTheThingOwnsNothing) {
  EXPECT_EQ(owner_in(title + "You can fill the pack in 2 minutes.\n"), "topic: the pack");
  EXPECT_EQ(owner_in(title + "You can fill the flask in 2 minutes.\n"), "the flask");
}
TEST(Owners, WhoeverOnlyMeetsItMeetsWhatTheValueIsFor) { EXPECT_EQ(owner_in(title + "Allow 2 minutes for the flask.\n"), "the flask"); }
/// The noun that the first value of the last statement stands before.
std::string modified_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& statements = statements_of(input);
  const Owners owners(input, statements);
  const Statement& last = statements.statements.back();
  const Owner owner = owners.of_attributive(last, statements.values[last.values.begin].words);
  return owner.words.empty() ? "" : words_as_written(input, owner.words);
}

TEST(Owners, ADefiniteNounIsWhatTheValueBeforeItIsOf) {
  EXPECT_EQ(modified_in(title + "After the four-hour lesson you may go.\n"), "the four-hour lesson");
  EXPECT_EQ(modified_in(title + "The 18-kilometre canal ends at the quay.\n"), "The 18-kilometre canal");
  EXPECT_EQ(modified_in(title + "It is a four-hour lesson.\n"), "") << "what it is said to be";
}
TEST(Owners, AComplementTellsWhichOne) {
  EXPECT_EQ(owner_in(title + "A ticket for the Marrow ferry costs 12 euros.\n"), "A ticket for the Marrow ferry");
}

TEST(SameThing, AWordMoreNamesAnother) {
  const Owner school{OwnerKind::name, false, 1, {1, 2}, {}};
  const Owner north{OwnerKind::name, false, 1, {1, 2, 3}, {}};
  const Owner topic{OwnerKind::elided, true, 0, {}, {}};
  EXPECT_TRUE(same_thing(school, school));
  EXPECT_FALSE(same_thing(school, north));
  EXPECT_FALSE(same_thing(school, topic));
  EXPECT_TRUE(same_thing(topic, Owner{OwnerKind::name, true, 1, {1}, {}}));
}
TEST(Owners, WhatIsDoneToAThingIsOfTheThing) {
  EXPECT_EQ(owner_in(title + "Hiring the backpack costs $12.\n"), "topic: the backpack");
  EXPECT_EQ(owner_in(title + "Hiring costs $12.\n"), "Hiring");
}
TEST(Owners, WhatASellerSellsIsNotTheSeller) {
  EXPECT_EQ(owner_in(title + "You slide in a new strap, which Harlow sells for $65.\n"), "strap");
}
TEST(Owners, ADescriptionWithoutAVerbIsOfTheTopic) {
  EXPECT_EQ(owner_in("# The Orrel loop\n\nA rough, lonely circuit of 11 km with two summits.\n"), "topic: ");
}

}  // namespace
}  // namespace stet::owners_test
