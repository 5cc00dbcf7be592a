#include "comparing/flips.h"

#include <gtest/gtest.h>

#include "comparing/pairs.h"

namespace stet::flips_test {
namespace {

/// Adds groups of opposites.
void add_all(const std::vector<std::string>& groups, Opposites& opposites) {
  for (const std::string& group : groups) EXPECT_TRUE(opposites.add(group));
}

/// "earlier | later" words that turn the one into the denial of the other; "none" where nothing does.
std::string negation_in(const std::string& earlier, const std::string& later, const std::vector<std::string>& groups = {}) {
  const Pair pair = pair_of(earlier, later);
  Opposites opposites;
  add_all(groups, opposites);
  const auto flip = find_negation(pair.input, pair.passages, pair.view, OppositeWords(opposites, pair.reading->vocabulary));
  return flip ? pair.text(flip->earlier) + " | " + pair.text(flip->later) : "none";
}
std::string opposites_in(const std::string& earlier, const std::string& later, const std::vector<std::string>& groups) {
  const Pair pair = pair_of(earlier, later);
  Opposites opposites;
  add_all(groups, opposites);
  const auto flip = find_opposites(pair.input, pair.passages, pair.view, OppositeWords(opposites, pair.reading->vocabulary));
  return flip ? pair.text(flip->earlier) + " | " + pair.text(flip->later) : "none";
}
std::string replaced_in(const std::string& earlier, const std::string& later, std::uint32_t most = 2) {
  const Pair pair = pair_of(earlier, later);
  const Opposites none;
  const OppositeWords opposites(none, pair.reading->vocabulary);
  const auto flip = find_replacement(pair.input, pair.passages, pair.view, opposites, opposites, most);
  return flip ? pair.text(flip->earlier) + " | " + pair.text(flip->later) : "none";
}

TEST(NegationFlip, IsTheOneThatOnlyOneSideHas) {
  EXPECT_EQ(negation_in("The harbour freezes in winter.", "The harbour never freezes in winter."), " | never");
  EXPECT_EQ(negation_in("The harbour never freezes in winter.", "The harbour freezes in winter."), "never | ");
  EXPECT_EQ(negation_in("The harbour never freezes.", "The harbour does not freeze."), "none");
  EXPECT_EQ(negation_in("The harbour freezes.", "The harbour freezes."), "none");
}
TEST(NegationFlip, IsUndoneByAnOppositeInTheSamePlace) {
  EXPECT_EQ(negation_in("The harbour is open.", "The harbour is not shut.", {"open | shut"}), "none");
}
TEST(NegationFlip, DeniesWhatBothShare) {
  EXPECT_EQ(negation_in("The harbour freezes in winter.", "The harbour freezes in winter, not lakes."), "none");
}
TEST(NegationFlip, IsNoneThatIsWeakenedOrDeniesAHalf) {
  EXPECT_EQ(negation_in("The harbour freezes.", "The harbour not only freezes."), "none");
  EXPECT_EQ(negation_in("The harbour always freezes.", "The harbour does not always freeze."), " | not")
      << "what weakens stands on both sides";
  EXPECT_EQ(negation_in("The harbour rarely freezes.", "The harbour never freezes."), "none");
}

TEST(DeniedAlike, NegationsInTheSamePlaceCancelOut) {
  EXPECT_TRUE(are_denied_alike(pair_of("The harbour never freezes.", "The harbour does not freeze.").view));
  EXPECT_TRUE(are_denied_alike(pair_of("The harbour freezes.", "The harbour freezes.").view));
  EXPECT_FALSE(are_denied_alike(pair_of("The harbour freezes.", "The harbour never freezes.").view));
}

TEST(OppositesFlip, StandInTheSamePlace) {
  const std::vector<std::string> groups = {"widen | narrow"};
  EXPECT_EQ(opposites_in("The channels widen at dusk.", "The channels narrow at dusk.", groups), "widen | narrow");
  EXPECT_EQ(opposites_in("The channels widen at dusk.", "The channels flood at dusk.", groups), "none");
  EXPECT_EQ(opposites_in("Channels widen where rivers end.", "Narrow channels flood where rivers end.", groups), "none");
}
TEST(OppositesFlip, BothMustBeDeniedAlike) {
  const std::vector<std::string> groups = {"widen | narrow"};
  EXPECT_EQ(opposites_in("The channels widen at dusk.", "The channels never narrow at dusk.", groups), "none");
}

TEST(Replacement, IsAnotherNameInTheSamePlace) {
  EXPECT_EQ(replaced_in("The bridge was drawn by Bea Marsh in spring.", "The bridge was drawn by Ada Quill in spring."),
            "Bea Marsh | Ada Quill");
  EXPECT_EQ(replaced_in("The bridge was drawn by Bea Marsh in spring.", "The bridge was drawn by Marsh in spring."), "none")
      << "only one has a word of its own";
}
TEST(Replacement, IsNoneOfNumbersOrWordsAlike) {
  EXPECT_EQ(replaced_in("The bridge has 12 arches of granite.", "The bridge has 14 arches of granite."), "none");
  EXPECT_EQ(replaced_in("The bridge colour is a greenish tone.", "The bridge colour is a greenly tone."), "none");
}
TEST(Replacement, IsNoneOfMoreWordsThanAsked) {
  const std::string marsh = "The bridge was drawn by Bea Ivy Marsh in spring.";
  const std::string quill = "The bridge was drawn by Ada Dora Quill in spring.";
  EXPECT_EQ(replaced_in(marsh, quill, 2), "none");
  EXPECT_EQ(replaced_in(marsh, quill, 3), "Bea Ivy Marsh | Ada Dora Quill");
}
TEST(Replacement, IsNoneBesideANegation) {
  EXPECT_EQ(replaced_in("The bridge was drawn by Bea Marsh in spring.", "The bridge was never drawn by Ada Quill in spring."), "none");
}
TEST(Replacement, ActiveAndPassiveAreExchanged) {
  EXPECT_EQ(replaced_in("The otter chased the heron.", "The otter was chased by the heron."), "chased | was chased by");
}

}  // namespace
}  // namespace stet::flips_test
