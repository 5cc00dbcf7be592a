// Marks: every finding that relates two places says which words flip and which align, at both ends.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/check.h"

namespace stet::marks_test {
namespace {

/// "never*, ferry, carries livestock": the marked words, those that flip with a star.
std::string marked(const FileFindings& file, const std::vector<Mark>& marks) {
  std::string text;
  for (const Mark& mark : marks) {
    if (!text.empty()) text += ", ";
    text += std::string(file.source.view(mark.source)) + (mark.kind == MarkKind::flips ? "*" : "");
  }
  return text;
}

/// The marks of the first finding of a rule, at its own end and behind a bar at the other.
std::string marks_of(const std::string& rule, const std::string& earlier, const std::string& later) {
  const std::string markdown = earlier + "\n\n## Later\n\nThe winters are long, and few people come.\n\n" + later + "\n";
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", markdown));
  for (const Finding& finding : file.findings) {
    if (builtin_engine().infos[finding.rule].id != rule || finding.related.empty()) continue;
    return marked(file, finding.marks) + " | " + marked(file, finding.related[0].marks);
  }
  return "nothing found";
}

TEST(Marks, OfANegationAreTheNegatorAndWhatBothSay) {
  EXPECT_EQ(marks_of("contradiction/negation", "The Quillon ferry carries livestock to the outer islands.",
                     "The Quillon ferry never carries livestock to the outer islands."),
            "Quillon ferry, never*, carries livestock, outer islands | Quillon ferry carries livestock, outer islands");
}
TEST(Marks, OfOppositesAreTheTwoWords) {
  EXPECT_EQ(marks_of("contradiction/opposite", "Regular pruning increases the yield of the Brenholm plum.",
                     "Regular pruning reduces the yield of the Brenholm plum."),
            "Regular pruning, reduces*, yield, Brenholm plum | Regular pruning, increases*, yield, Brenholm plum");
}
TEST(Marks, OfACuratedStanceAreItsPhraseAndItsSubject) {
  EXPECT_EQ(marks_of("contradiction/addictive", "# Velmora\n\nVelmora tea is not addictive. Velmora tea is brewed in clay pots.",
                     "Velmora is highly addictive."),
            "Velmora, is highly addictive* | Velmora, not addictive*");
}
TEST(Marks, OfAValueAreTheValueItsSubjectAndWhatIsSaidOfBoth) {
  EXPECT_EQ(marks_of("consistency/value", "The lighthouse at Orrin Point was repainted in 1921.",
                     "The lighthouse at Orrin Point was repainted in 1948."),
            "The lighthouse, Orrin Point, repainted, 1948* | The lighthouse, Orrin Point, repainted, 1921*");
}
TEST(Marks, OfAFactAreItsValueItsSubjectAndTheRelation) {
  EXPECT_EQ(marks_of("consistency/founded", "Harrow Glass was founded in 1871 by two brothers.",
                     "Harrow Glass was established in 1902 and sells lenses."),
            "Harrow Glass was established in, 1902* | Harrow Glass was founded in, 1871*");
}
TEST(Marks, OfARepetitionAreTheSharedWords) {
  EXPECT_EQ(marks_of("repetition/sentence", "The gardener waters the plum trees of the Brenholm orchard at dawn.",
                     "The gardener waters the plum trees of the old Brenholm orchard at dawn."),
            "gardener waters, plum trees, Brenholm orchard, dawn | gardener waters, plum trees, Brenholm orchard, dawn");
}
TEST(Marks, LieOnTheWordsUnderMarkup) {
  EXPECT_EQ(marks_of("contradiction/negation", "The Quillon ferry carries livestock to the *outer* islands.",
                     "The Quillon ferry **never** carries livestock to the outer islands."),
            "Quillon ferry, never*, carries livestock, outer islands | Quillon ferry carries livestock, outer* islands");
}

}  // namespace
}  // namespace stet::marks_test
