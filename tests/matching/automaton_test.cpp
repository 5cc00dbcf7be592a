#include "matching/automaton.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "matching/find.h"

namespace stet::automaton_test {
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
TEST(Match, AcrossALabelAndTheCellBehindIt) {
  const auto found = find({"shower [*] hot", "hot water"}, "| Facts | |\n|---|---|\n| Shower | often hot |\n| Bath | hot water |\n");
  ASSERT_EQ(found->matches.across_cells.size(), 1U);
  EXPECT_EQ(found->text(found->matches.across_cells[0].words), "Shower\noften hot");
  ASSERT_EQ(found->matches.of(found->pattern).size(), 1U) << "what one cell says is no match of two";
}
TEST(Match, BeInAllItsForms) {
  EXPECT_EQ(matched({"be [very] good"}, "It is good. They were very good, and had been good. I'm good."),
            "is good | were very good | been good | 'm good");
  EXPECT_EQ(matched({"is good"}, "It was good."), "");
  EXPECT_EQ(matched({"=be good"}, "It is good. Be good."), "Be good");
  EXPECT_EQ(matched({"{mood}"}, "They were happy.", {{"mood", word_list("mood", {"be happy"})}}), "were happy");
}
TEST(Match, OptionalWordsBetween) {
  EXPECT_EQ(matched({"feel [very] [really] good"}, "I feel good. I feel very really good."), "feel good | feel very really good");
}
TEST(Match, Choices) {
  EXPECT_EQ(matched({"(red|dark green) leaf"}, "red leaves and dark green leaves"), "red leaves | dark green leaves");
}
TEST(Match, AnyWord) { EXPECT_EQ(matched({"old * harbour"}, "the old stone harbour and the old harbour"), "old stone harbour"); }
TEST(Match, AnyWordsInARow) {
  EXPECT_EQ(matched({"* * boat"}, "A small red boat. The boat sank."), "small red boat");
  EXPECT_EQ(matched({"[*] [*] [*] boat"}, "A small red boat. The boat sank."), "A small red boat | The boat");
  EXPECT_EQ(matched({"old * * * harbour"}, "the old grey stone fishing harbour, the old grey harbour"), "old grey stone fishing harbour");
  EXPECT_EQ(matched({"$a:(*|* *) of * {tree}"}, "A row of old oaks.", {{"tree", word_list("tree", {"oak"})}}), "A row of old oaks");
  EXPECT_EQ(matched({"sail * *"}, "They sail far out. They sail on."), "sail far out");
  EXPECT_EQ(matched({"show * * <citation>"}, "It shows so much.[^a]\n\n[^a]: Here.\n"), "shows so much");
}
TEST(Match, WhatComesFarBehindAnyWords) {
  const std::string text = "the long low grey wet stone wall of the old fort";
  EXPECT_EQ(matched({"long * * * * wall"}, text), "long low grey wet stone wall");
  EXPECT_EQ(matched({"$a:(*|* *) * * * * * of * * fort"}, text), "the long low grey wet stone wall of the old fort");
  EXPECT_EQ(matched({"long ... fort"}, text), "long low grey wet stone wall of the old fort");
  EXPECT_EQ(matched({"low ... * * fort"}, text), "low grey wet stone wall of the old fort");
  EXPECT_EQ(matched({"[*] [*] [*] [*] [*] moat"}, text), "");
  EXPECT_EQ(matched({"stone * * * * *"}, text), "stone wall of the old fort");
}
TEST(Match, AShortGap) { EXPECT_EQ(matched({"lead ... ruin"}, "it leads us all slowly to ruin"), "leads us all slowly to ruin"); }
TEST(Match, NoLongGap) { EXPECT_EQ(matched({"lead ... ruin"}, "it leads a b c d e f g h i ruin"), ""); }
TEST(Match, TheLongestOfSeveral) { EXPECT_EQ(matched({"cold", "cold water", "water pipe"}, "cold water pipe"), "cold water"); }
TEST(Match, TypedTokens) { EXPECT_EQ(matched({"<number> (tip|reason)"}, "five tips or 12 reasons"), "five tips | 12 reasons"); }
TEST(Match, WordListsWithLongEntries) {
  const std::map<std::string, WordList> lists = {{"pain", word_list("pain", {"pain", "back pain", "stiff neck"})}};
  EXPECT_EQ(matched({"relieve {pain}"}, "It relieves back pain and relieves stiff necks.", lists),
            "relieves back pain | relieves stiff necks");
}
TEST(Match, WordListsThatNameAnother) {
  const std::map<std::string, WordList> lists = {{"limb", word_list("limb", {"arm", "upper leg"})},
                                                 {"pain", word_list("pain", {"{limb} pain", "sore {limb}"})}};
  EXPECT_EQ(matched({"relieve {pain}"}, "It relieves upper leg pain, relieves sore arms, relieves pain and relieves leg pain.", lists),
            "relieves upper leg pain | relieves sore arms");
}

TEST(Match, TheSameWordsAgain) { EXPECT_EQ(matched({"$a:* is $a"}, "enough is enough but war is peace"), "enough is enough"); }

TEST(Match, CapturesWhatItHeld) {
  const auto found = find({"$who:<name> says"}, "Then Marie Lund says so.");
  ASSERT_EQ(found->matches.of(found->pattern).size(), 1U);
  const Match& match = found->matches.of(found->pattern)[0];
  ASSERT_EQ(match.captures.size(), 1U);
  EXPECT_EQ(found->text(match.captures[0].words), "Marie Lund");
}

TEST(Match, CaptureOverlapsResolveToTheLongest) { EXPECT_EQ(matched({"$a:(red|red deer) [*] park"}, "red deer park"), "red deer park"); }

TEST(Match, ReadsAPhraseAsItReadsAnArticle) {
  EXPECT_EQ(matched({"2,500 users"}, "It has 2500 users and 2,500 users."), "2500 users | 2,500 users");
  EXPECT_EQ(matched({"AT&T"}, "Ring AT&T now."), "AT&T");
  EXPECT_EQ(matched({"C++ compiler"}, "A C++ compiler."), "C++ compiler");
  EXPECT_EQ(matched({"don't mind"}, "I don’t mind. I do not mind."), "don’t mind | do not mind");
  EXPECT_EQ(matched({"state of the art"}, "state-of-the-art"), "state-of-the-art");
  EXPECT_EQ(matched({"caf\u00E9"}, "a cafe\u0301"), "cafe\u0301");
  EXPECT_EQ(matched({"cafe\u0301"}, "a CAF\u00C9"), "CAF\u00C9");
  EXPECT_EQ(matched({"co-op"}, "a co\u2011op"), "co\u2011op");
}

TEST(Match, CitationsWithWordsAndWithout) {
  EXPECT_EQ(matched({"(see|shows) <citation>"}, "It shows.[^a] We see [Lind 2014](https://example.org/a).\n\n[^a]: Here.\n"),
            "shows | see Lind 2014");
}

/// Regular expressions instead of phrases.
std::string matched_regex(const std::string& expression, const std::string& markdown) {
  const auto found = find_phrases({{expression, {}, true}}, markdown);
  std::string text;
  for (const Match& match : found->matches.of(found->pattern)) text += (text.empty() ? "" : " | ") + found->text(match.words);
  return text;
}

TEST(Regex, IsWidenedToWholeWords) { EXPECT_EQ(matched_regex(R"(QX-\d)", "Part *qx*-77 fits."), "qx-77"); }
TEST(Regex, KeepsCaseWhenAsked) { EXPECT_EQ(matched_regex("(?-i)QX", "qx and QX"), "QX"); }
TEST(Regex, OfPunctuationCountsForTheWordBefore) { EXPECT_EQ(matched_regex("!!+", "Oh no!! Yes."), "no"); }
TEST(Regex, StaysInsideTheSentence) { EXPECT_EQ(matched_regex("one.*two", "Here is one. Then two follow."), ""); }
TEST(Regex, ReadsTheTextWithoutMarkup) { EXPECT_EQ(matched_regex("salt water", "salt\n**water**"), "salt water"); }

/// Phrases beside others: the text of those companions whose captures agree with the first match.
std::string agreeing(const std::string& phrase, const std::string& beside, const std::string& markdown) {
  const auto found = find_phrases(phrases({phrase}), markdown, phrases({beside}));
  std::string text;
  for (const Match& match : found->matches.of(found->pattern + 1)) {
    const bool agrees = captures_agree(found->units, found->words, found->matches.of(found->pattern)[0], match);
    if (agrees) text += (text.empty() ? "" : " | ") + found->text(match.words);
  }
  return text;
}

TEST(Captures, StandForTheSameWordsInAPhraseBeside) {
  EXPECT_EQ(agreeing("$who:<name> promises", "$who delivers", "Port Anna promises. Rolm delivers. The Port Anna delivers."),
            "Port Anna delivers");
}
TEST(Captures, AgreeAcrossInflections) {
  EXPECT_EQ(agreeing("sell $thing:*", "recall $thing", "They sell ladders. They recall a thing. They recall ladder."), "recall ladder");
}

TEST(Automaton, CapturesAmongGapsAreFollowedOnlySoFar) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "a ";
  EXPECT_FALSE(find({"$a:* ... $b:* ... $c:* ... $d:* ... $e:* ... b"}, text)->units.words.empty());
}
TEST(Automaton, GapsCostTimeInProportionToTheText) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "a ";
  EXPECT_FALSE(find({"a ... a ... a ... a ... b"}, text)->units.words.empty());
}

/// Matches of one phrase, once sought everywhere and once where asked.
struct SoughtTwice {
  Source source;
  Article article;
  Vocabulary base;
  Vocabulary words{nullptr};
  Units units;
  Automaton automaton;
  Matches matches;
  PatternId everywhere = 0;
  PatternId where_asked = 0;

  SoughtTwice(const std::string& phrase, const std::string& markdown) : source(*make_source("test.md", markdown)) {
    const std::map<std::string, WordList> lists{{"signal", word_list("signal", {"fog horn", "bell"})}};
    AutomatonBuilder builder(lists, base);
    everywhere = builder.add(phrases({phrase}));
    where_asked = builder.add(phrases({phrase}), std::nullopt, Sought::where_asked);
    automaton = builder.build();
    article = parse_article(source);
    words = Vocabulary(&base);
    units = read_units(article, words);
    matches = automaton.find(article, units, words);
  }
};

TEST(Automaton, FindsTheSameWhereAskedAsEverywhere) {
  const SoughtTwice found("the {signal} (of $place:*|sounds)",
                          "The bell of Brenholm rings. Nothing here. The fog horn sounds, and the bell sounds too.\n\nThe bell of Tarsin.");
  const auto words_of = [](std::span<const Match> matches) {
    std::vector<IndexRange> words;
    for (const Match& match : matches) words.push_back(match.words);
    return words;
  };
  std::size_t count = 0;
  for (std::uint32_t sentence = static_cast<std::uint32_t>(found.units.sentences.size()); sentence-- > 0;) {
    EXPECT_EQ(words_of(found.matches.in(found.where_asked, sentence)), words_of(found.matches.in(found.everywhere, sentence)));
    count += found.matches.in(found.where_asked, sentence).size();
  }
  EXPECT_EQ(count, 4U);
  EXPECT_EQ(words_of(found.matches.of(found.where_asked)), words_of(found.matches.of(found.everywhere)));
}

TEST(Automaton, KeepsThePatternsOfTheSamePhrasesApart) {
  const auto found = find_phrases(phrases({"the bell"}), "The bell rings, and the bell is heard.", phrases({"the bell"}));
  EXPECT_EQ(found->matches.of(found->pattern).size(), 2U);
  EXPECT_EQ(found->matches.of(found->pattern + 1).size(), 2U);
}

}  // namespace
}  // namespace stet::automaton_test
