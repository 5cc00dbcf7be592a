#include "matching/automaton.h"

#include <gtest/gtest.h>

#include <chrono>

#include "matching/find.h"

namespace stet {
namespace {

TEST(Match, AWordInAnyInflection) {
  EXPECT_EQ(matched({"study show"}, "Studies showed it. A study shows it."), "Studies showed | study shows");
}
TEST(Match, AnExactWordOnlyItself) { EXPECT_EQ(matched({"=shows"}, "It shows. They show."), "shows"); }
TEST(Match, AcrossMarkupAndSoftBreaks) { EXPECT_EQ(matched({"side effect"}, "the *side*\neffects of it"), "side effects"); }
TEST(Match, AcrossHyphens) {
  EXPECT_EQ(matched({"evidence based", "side-effect"}, "evidence-based and side effect"), "evidence-based | side effect");
}
TEST(Match, InsideASentenceOnly) { EXPECT_EQ(matched({"one two"}, "This is one. Two follows."), ""); }
TEST(Match, OptionalWords) { EXPECT_EQ(matched({"be [very] [really] good"}, "It is good. It was very good."), ""); }
TEST(Match, OptionalWordsBetween) {
  EXPECT_EQ(matched({"feel [very] [really] good"}, "I feel good. I feel very really good."), "feel good | feel very really good");
}
TEST(Match, Choices) {
  EXPECT_EQ(matched({"(red|dark green) leaf"}, "red leaves and dark green leaves"), "red leaves | dark green leaves");
}
TEST(Match, AnyWord) { EXPECT_EQ(matched({"old * harbour"}, "the old stone harbour and the old harbour"), "old stone harbour"); }
TEST(Match, AShortGap) { EXPECT_EQ(matched({"lead ... ruin"}, "it leads us all slowly to ruin"), "leads us all slowly to ruin"); }
TEST(Match, NoLongGap) { EXPECT_EQ(matched({"lead ... ruin"}, "it leads a b c d e f g h i ruin"), ""); }
TEST(Match, TheLongestOfSeveral) { EXPECT_EQ(matched({"cold", "cold water", "water pipe"}, "cold water pipe"), "cold water"); }
TEST(Match, TypedTokens) { EXPECT_EQ(matched({"<number> (tip|reason)"}, "five tips or 12 reasons"), "five tips | 12 reasons"); }
TEST(Match, WordListsWithLongEntries) {
  const std::map<std::string, WordList> lists = {{"pain", word_list("pain", {"pain", "back pain", "stiff neck"})}};
  EXPECT_EQ(matched({"relieve {pain}"}, "It relieves back pain and relieves stiff necks.", lists),
            "relieves back pain | relieves stiff necks");
}
TEST(Match, TheSameWordsAgain) { EXPECT_EQ(matched({"$a:* is $a"}, "enough is enough but war is peace"), "enough is enough"); }

TEST(Match, CapturesWhatItHeld) {
  const auto found = find({"$who:<name> says"}, "Then Marie Lund says so.");
  ASSERT_EQ(found->matches.of(found->pattern).size(), 1U);
  const Match& match = found->matches.of(found->pattern)[0];
  ASSERT_EQ(match.captures.size(), 1U);
  EXPECT_EQ(found->text(match.captures[0].words), "Marie Lund");
}

/// Unrelated phrases of two words each.
std::vector<std::string> many_phrases(std::size_t count) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back("word" + std::to_string(i % 97) + " other" + std::to_string(i));
  return result;
}

double seconds_to_find(std::size_t phrase_count, const std::string& text) {
  const auto found = find(many_phrases(phrase_count), text);
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto start = std::chrono::steady_clock::now();
    const Matches matches = found->automaton.find(found->units, found->words);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

TEST(Automaton, TenThousandPhrasesCostLittleMoreThanOne) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "the harbour word" + std::to_string(i % 97) + " was quiet. ";
  // The aim is one and a half times; twice that leaves room for a noisy machine.
  EXPECT_LT(seconds_to_find(10'000, text), 3 * seconds_to_find(1, text));
}
TEST(Automaton, GapsCostTimeInProportionToTheText) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "a ";
  EXPECT_FALSE(find({"a ... a ... a ... a ... b"}, text)->units.words.empty());
}

}  // namespace
}  // namespace stet
