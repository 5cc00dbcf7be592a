#include "comparing/repeat_evidence.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::repeat_evidence_test {
namespace {

const std::string harbour = "Wet lids chill the brood and feed grey mould.";
const std::string between = "\n\nNobody in the village keeps bees for their honey alone.\n\n## Later\n\nGive them water.\n\n";

std::vector<RepeatCandidate> candidates_in(const std::string& first, const std::string& second) {
  const auto reading = read("# Bees\n\nThey fly early.\n\n## First\n\n" + first + between + second + "\n");
  return repeat_candidates(input_of(*reading), passages_of(*reading));
}

float only(RepeatEvidence piece, const std::string& first, const std::string& second) {
  const auto candidates = candidates_in(first, second);
  EXPECT_EQ(candidates.size(), 1U);
  return candidates.empty() ? -1 : candidates.front().evidence[static_cast<std::size_t>(piece)];
}

TEST(RepeatCandidates, ShareMuchOfWhatTheySay) {
  EXPECT_EQ(candidates_in(harbour, "Lids that are wet can chill the brood and feed mould.").size(), 1U);
  EXPECT_EQ(candidates_in(harbour, "Old combs go to the smith, who melts them in a pan.").size(), 0U);
}
TEST(RepeatCandidates, DifferInNoNumberNegationOrName) {
  EXPECT_EQ(candidates_in("Wet lids chill 3 frames of brood and feed mould.", "Wet lids chill 5 frames of brood and feed mould.").size(),
            0U);
  EXPECT_EQ(candidates_in(harbour, "Wet lids never chill the brood and feed grey mould.").size(), 0U);
}
TEST(RepeatCandidates, FillNoSlotInTheirOwnWay) {
  EXPECT_EQ(candidates_in(harbour, "Thin lids chill the brood and feed grey mould.").size(), 0U);
}
TEST(RepeatCandidates, HaveLabelsThatShareSomething) {
  EXPECT_EQ(
      candidates_in("- **Damp:** Wet lids chill brood and feed mould", "1. **Theft:** Lids that are wet chill brood and feed mould").size(),
      0U);
}
TEST(RepeatCandidates, BothAskOrNoneDoes) {
  EXPECT_EQ(candidates_in(harbour, "Can lids that are wet chill the brood and feed mould?").size(), 0U);
}
TEST(RepeatCandidates, StandInNoQuotation) { EXPECT_EQ(candidates_in(harbour, "> " + harbour).size(), 0U); }
TEST(RepeatCandidates, StandInNoListTogether) {
  EXPECT_EQ(candidates_in("- Wet lids chill the brood and feed mould\n- Wet lids chill the brood and rot\n", "Bees drink.").size(), 0U);
}
TEST(RepeatCandidates, StandInProse) {
  const std::string code = "Call `open`, then `read`, `write`, `seek`, `tell` and `close`.\n\n";
  EXPECT_EQ(candidates_in(code + code + code + harbour, harbour).size(), 0U);
}
TEST(RepeatEvidence, TellsHowManyWordsAreSaidInOnePiece) {
  EXPECT_EQ(only(RepeatEvidence::run_words, harbour, "In May damp lids chill the brood and feed grey mould."), 8);
}
TEST(RepeatEvidence, TellsHowFarApartTheyStand) {
  EXPECT_GT(only(RepeatEvidence::place_later, harbour, harbour), only(RepeatEvidence::place_earlier, harbour, harbour));
  EXPECT_GT(only(RepeatEvidence::apart, harbour, harbour), 0);
}
TEST(RepeatEvidence, TellsOfASharedLabel) {
  EXPECT_EQ(only(RepeatEvidence::one_label, "- **Damp lids:** they chill grey brood and feed mould",
                 "1. **Damp:** lids that chill grey brood and feed mould"),
            1);
  EXPECT_EQ(only(RepeatEvidence::one_label, harbour, harbour), 0);
}

}  // namespace
}  // namespace stet::repeat_evidence_test
