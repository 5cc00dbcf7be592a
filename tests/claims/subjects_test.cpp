#include "claims/subjects.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::subjects_test {
namespace {

/// Subjects are herbs, which "the herb" and "it" may stand for; brass is something else. The claim is the first "soothes".
std::string subject_in(const std::string& markdown, Wording wording = {}) {
  Vocabulary base;
  const std::map<std::string, WordList> lists;
  AutomatonBuilder builder(lists, base);
  const FrameCues cues = add_frame_cues(builder);
  SubjectPatterns patterns;
  patterns.about = builder.add(phrases({"velmora", "dorrin", "dorrin root", "oil of dorrin", "ood"}));
  patterns.general = builder.add(phrases({"the herb", "it"}));
  patterns.others = builder.add(phrases({"brass", "dorrin brass plate"}));
  const PatternId claim = builder.add(phrases({"soothes"}));
  const Automaton automaton = builder.build();
  const Source source = *make_source("test.md", markdown);
  const Article article = parse_article(source);
  Vocabulary words(&base);
  const Units units = read_units(article, words);
  const Matches matches = automaton.find(article, units, words);
  const CitationPolicy policy;
  const CheckInput input{source, article, units, words, matches, cues, automaton.capture_names(), policy};
  if (matches.of(claim).empty()) return "no claim";
  const Subjects subjects(input, patterns);
  const Match& match = matches.of(claim).front();
  const std::uint32_t subject = subjects.of_claim(match.sentence, match.words, wording);
  if (subject == no_index) return "";
  const IndexRange name = subjects.name_of(subject);
  return std::string(article.text({units.words[name.begin].plain.begin, units.words[name.end - 1].plain.end}));
}

TEST(Subjects, AreMeantByTheirAcronyms) {
  EXPECT_EQ(subject_in("Oil of dorrin is old. OOD soothes.\n"), "Oil of dorrin") << "though a list has the acronym, too";
  EXPECT_EQ(subject_in("Oil of dorrin is old. An ood soothes.\n"), "ood");
  EXPECT_EQ(subject_in("OOD soothes.\n"), "OOD");
}
TEST(Subjects, StandBeforeTheClaim) {
  EXPECT_EQ(subject_in("Velmora soothes.\n"), "Velmora");
  EXPECT_EQ(subject_in("Velmora grows beside dorrin, which soothes.\n"), "dorrin") << "the nearest";
}
TEST(Subjects, MayFollowTheClaim) { EXPECT_EQ(subject_in("What soothes best is velmora.\n"), "velmora"); }
TEST(Subjects, StandWithinReach) {
  EXPECT_EQ(subject_in("What soothes when rain and wind and snow and hail beat the roof is velmora.\n"), "");
  std::string far;
  for (int i = 0; i < 13; ++i) far += " and rain";
  EXPECT_EQ(subject_in("Velmora" + far + " soothes.\n"), "");
  EXPECT_EQ(subject_in("Velmora and rain and wind soothes.\n"), "Velmora");
}
TEST(Subjects, OfAGerundInFrontStandBehindIt) {
  EXPECT_TRUE(subject_in("Besides brewing, it soothes.\n").empty());
  EXPECT_EQ(subject_in("It is mild, and what soothes is dorrin root.\n"), "dorrin root");
}
TEST(Subjects, OfSomethingElseAreNone) {
  EXPECT_EQ(subject_in("Brass soothes.\n"), "");
  EXPECT_EQ(subject_in("# Velmora\n\nBrass shines, and it soothes.\n"), "Velmora") << "what “it” stands for";
  EXPECT_EQ(subject_in("Velmora with brass soothes.\n"), "Velmora") << "brass only joins it";
}
TEST(Subjects, TheLongerNameOfTwoThatOverlapStays) {
  EXPECT_EQ(subject_in("A dorrin brass plate soothes.\n"), "");
  EXPECT_EQ(subject_in("Dorrin root soothes.\n"), "Dorrin root");
}
TEST(Subjects, AGeneralWordStandsForWhatWasSpokenOf) {
  EXPECT_EQ(subject_in("Velmora grows here. It soothes.\n"), "Velmora");
  EXPECT_EQ(subject_in("# Dorrin\n\nThe herb soothes.\n"), "Dorrin");
  EXPECT_EQ(subject_in("Velmora grows here. Rain soothes.\n"), "") << "no general word, and a subject of its own";
}
TEST(Subjects, AClaimWithoutASubjectHasThatOfItsSurroundings) {
  EXPECT_EQ(subject_in("## Velmora\n\n- soothes pain\n", {.elided = true}), "Velmora");
  EXPECT_EQ(subject_in("## Velmora\n\n- soothes pain\n"), "");
}
TEST(Subjects, ASentenceFarBackIsNotAskedBeforeTheHeading) {
  EXPECT_EQ(subject_in("# Velmora\n\nDorrin is cut. Rain fell. Wind rose. Snow came. It soothes.\n"), "Velmora");
}

TEST(OpensSentence, BehindALabelOrNothing) {
  const auto opens = [](const std::string& markdown) {
    const auto found = find({"soothes"}, markdown);
    return opens_sentence(input_of(*found), only_match(*found));
  };
  EXPECT_TRUE(opens("Soothes the mind.\n"));
  EXPECT_TRUE(opens("**Tea** soothes the mind.\n"));
  EXPECT_TRUE(opens("Tea: soothes the mind.\n"));
  EXPECT_FALSE(opens("The tea soothes the mind.\n"));
}

TEST(ContinuesOpening, AVerbOfTheSameFormInAnItem) {
  const auto continues = [](const std::string& markdown) {
    const auto found = find({"soothes", "soothing"}, markdown);
    return continues_opening(input_of(*found), only_match(*found));
  };
  EXPECT_TRUE(continues("- Lifts the mood and soothes the mind\n"));
  EXPECT_TRUE(continues("- Lifts the mood, soothes the mind\n"));
  EXPECT_FALSE(continues("- Lifts the mood and soothing the mind\n"));
  EXPECT_FALSE(continues("- Lifts what soothes the mind\n"));
  EXPECT_FALSE(continues("Lifts the mood and soothes the mind.\n")) << "no item";
}

}  // namespace
}  // namespace stet::subjects_test
