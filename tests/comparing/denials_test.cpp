#include "comparing/denials.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::denials_test {
namespace {

/// Does the second sentence of an article called Lacework deny the first, or the other way round?
bool deny(const std::string& one, const std::string& two) {
  const auto reading = read("# Lacework\n\n" + one + "\n\n## More\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  const std::vector<PlainSentence> plain = plain_sentences(input, no_index);
  for (const PlainSentence& a : plain) {
    for (const PlainSentence& b : plain) {
      if (a.sentence < b.sentence && denies(a, b)) return true;
    }
  }
  return false;
}

TEST(Denials, AreSeenInAnotherOrder) {
  EXPECT_TRUE(deny("Lacework exports woodcuts.", "Woodcuts are not exported."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Etchings are not exported."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are exported.")) << "nothing is denied";
}
TEST(Denials, HoldForOneOfASeries) {
  EXPECT_TRUE(deny("Lacework does not print on Solaris.", "Lacework prints on Solaris, Minix and Haiku."));
  EXPECT_FALSE(deny("Lacework does not print on Solaris with gold leaf.", "Lacework prints on Solaris and Haiku.")) << "it denies less";
}
TEST(Denials, AllowForOneWordMore) {
  EXPECT_TRUE(deny("Lacework never exports woodcuts.", "Lacework exports large woodcuts."));
  EXPECT_FALSE(deny("Lacework does not export woodcuts.", "Lacework exports large woodcuts by night train."));
}
TEST(Denials, AreOfPlainSentencesOnly) {
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are not exported when the plate is locked.")) << "a condition";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts may not be exported.")) << "a possibility";
  EXPECT_FALSE(deny("Some woodcuts are exported.", "Some woodcuts are not exported.")) << "some of several";
  EXPECT_FALSE(deny("Woodcuts are exported.", "This woodcut is not exported.")) << "one of several";
  EXPECT_FALSE(deny("Woodcuts are hardly exported.", "Woodcuts are exported.")) << "half a denial";
}
TEST(Denials, AreNotOfWhatIsSaidOfSomeCases) {
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are not exported whenever presses rest.")) << "a condition of its own";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Most woodcuts are not exported.")) << "some of many";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "You cannot export woodcuts.")) << "who is spoken to";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Two woodcuts are not exported.")) << "a number of them";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are not exported without varnish.")) << "a second denial";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are never not exported.")) << "twice";
}
TEST(Denials, WhatIsImpossibleIsDenied) {
  EXPECT_TRUE(deny("Lacework can export woodcuts.", "It is impossible to export woodcuts."));
  EXPECT_TRUE(deny("Lacework exports woodcuts.", "Lacework is unable to export woodcuts."));
  EXPECT_TRUE(deny("Lacework exports woodcuts.", "It is not possible to export woodcuts."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "It is possible to export woodcuts."));
}
TEST(Denials, AreOfOneClause) {
  EXPECT_TRUE(deny("Lacework exports woodcuts.", "Woodcuts are not exported, and the etchings are sold."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are sold, and the etchings are not exported."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Critics say that woodcuts are not exported.")) << "somebody else's word";
}
TEST(Denials, AreOfShortSentences) {
  const std::string many = "Lacework exports woodcuts and etchings and maps and books and pens and inks and rags and ";
  EXPECT_TRUE(deny(many + "lids.", "Woodcuts are not exported.")) << "17 words";
  EXPECT_FALSE(deny(many + "lids and hats.", "Woodcuts are not exported.")) << "19 words";
}
TEST(Denials, HoldForAnyOfWhatIsSaidOfAll) {
  EXPECT_TRUE(deny("Lacework sells varnish in every marble hall.", "Lacework does not sell varnish."));
  EXPECT_TRUE(deny("Lacework sells varnish to all rowing monks.", "Lacework does not sell varnish to monks."));
  EXPECT_FALSE(deny("Lacework sells varnish in marble halls.", "Lacework does not sell varnish.")) << "in some halls only";
}

/// "Woodcuts are not exported", and what else the other sentence says.
PlainSentence said(std::vector<StemId> stems, float weight, bool denied) {
  PlainSentence one{.sentence = denied ? 1U : 0U, .denial = {}, .stems = stems, .of_own = std::move(stems), .weight = weight};
  if (denied) one.denial = {4, 5};
  return one;
}

TEST(Denials, SaySomething) {
  EXPECT_TRUE(denies(said({1, 2}, 6, true), said({1, 2}, 6, false)));
  EXPECT_TRUE(denies(said({1, 2}, 6, false), said({1, 2}, 6, true))) << "the other way round";
  EXPECT_FALSE(denies(said({1, 2}, 5.5F, true), said({1, 2}, 9, false))) << "two common words";
  EXPECT_TRUE(denies(said({1, 2}, 9, true), said({1, 2}, 5.5F, false))) << "the weight is of the denial";
  EXPECT_FALSE(denies(said({1}, 9, true), said({1}, 9, false))) << "one word";
  EXPECT_FALSE(denies(said({1, 2}, 9, true), said({1, 2}, 9, true))) << "both deny";
  EXPECT_FALSE(denies(said({1, 2}, 9, false), said({1, 2}, 9, false))) << "neither denies";
}
TEST(Denials, SpeakOfWhatTheOtherSays) {
  EXPECT_TRUE(denies(said({1, 2}, 9, true), said({1, 2, 3}, 9, false)));
  EXPECT_FALSE(denies(said({1, 2}, 9, true), said({1, 2, 3, 4}, 9, false))) << "two words more";
  EXPECT_FALSE(denies(said({1, 2, 3}, 9, true), said({1, 2}, 9, false))) << "of more than that";
  EXPECT_FALSE(denies(said({1, 5}, 9, true), said({1, 2}, 9, false)));
  PlainSentence series = said({1, 2, 3, 4, 5}, 9, false);
  series.of_own = {1};
  EXPECT_TRUE(denies(said({1, 2}, 9, true), series)) << "a series";
}
TEST(Denials, ShareMoreThanTheTitle) { EXPECT_FALSE(deny("Lacework sings.", "Lacework does not sing.")) << "one word beside the title's"; }
TEST(Denials, OfOneWordAreOfTheTitlesThing) {
  EXPECT_TRUE(deny("Lacework does not sputter.", "Lacework sputters."));
  EXPECT_TRUE(deny("Lacework does not sputter.", "Because Lacework sputters all year, keep a rag.")) << "a reason is told as true";
  EXPECT_FALSE(deny("The press does not sputter.", "Lacework sputters."));
  EXPECT_FALSE(deny("Lacework does not go.", "Lacework goes.")) << "a word that says too little";
}
TEST(Denials, OfAnyEffectAreOfWhatChanges) {
  EXPECT_TRUE(deny("Lacework has no effect on sleep.", "Lacework improves sleep."));
  EXPECT_FALSE(deny("Lacework has no effect on sleep.", "Lacework improves hearing."));
  EXPECT_FALSE(deny("Lacework has no effects list on sale.", "Lacework improves sale.")) << "no effect on it";
}
TEST(Denials, OfAllOccasionsAllowForMore) {
  EXPECT_TRUE(deny("Woodcuts are never varnished.", "Old woodcuts are varnished by rowing monks."));
  EXPECT_FALSE(deny("Woodcuts are not varnished.", "Old woodcuts are varnished by rowing monks."));
}
TEST(Denials, OfWhatOneCannotAreOfWhatOneCan) {
  EXPECT_TRUE(deny("You cannot varnish woodcuts.", "You can varnish woodcuts."));
  EXPECT_FALSE(deny("You cannot varnish woodcuts.", "Monks varnish woodcuts."));
}

/// Do the two sentences say opposites?
bool oppose(const std::string& one, const std::string& two) {
  const auto reading = read("# Lacework\n\n" + one + "\n\n## More\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  Opposites opposites;
  EXPECT_TRUE(opposites.add("rich | poor"));
  const OppositeWords words(opposites, input.vocabulary);
  const std::vector<PlainSentence> plain = plain_sentences(input, no_index);
  return plain.size() >= 2 && say_opposites(input, words, plain[0], plain[1]);
}

TEST(PlainOpposites, AreOfOneThing) {
  EXPECT_TRUE(oppose("Lacework is rich in starch.", "Because Lacework is poor in starch, it creaks.")) << "in one of two clauses";
  EXPECT_TRUE(oppose("Lacework is rich in starch.", "Lacework is poor in starch."));
  EXPECT_FALSE(oppose("Lacework is rich in starch.", "Lacework is poor in sugar."));
  EXPECT_FALSE(oppose("Lacework is rich in starch.", "Lacework is not poor in starch."));
}

}  // namespace
}  // namespace stet::denials_test
