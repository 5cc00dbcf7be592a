#include "rules/phrase.h"

#include <gtest/gtest.h>

#include <ctime>

namespace stet::phrase_test {
namespace {

/// The phrase as nested brackets, so that a test shows its whole shape.
std::string shape(const Phrase& phrase) {
  const auto children = [&] {
    std::string text;
    for (const Phrase& child : phrase.children) text += (text.empty() ? "" : " ") + shape(child);
    return text;
  };
  switch (phrase.kind) {
    case PhraseKind::word:
      return phrase.text;
    case PhraseKind::exact:
      return "=" + phrase.text;
    case PhraseKind::list:
      return "{" + phrase.text + "}";
    case PhraseKind::typed:
      return "<" + phrase.text + ">";
    case PhraseKind::any:
      return "*";
    case PhraseKind::gap:
      return "...";
    case PhraseKind::sequence:
      return children();
    case PhraseKind::choice: {
      std::string text;
      for (const Phrase& child : phrase.children) text += (text.empty() ? "" : "|") + shape(child);
      return "(" + text + ")";
    }
    case PhraseKind::optional:
      return "[" + children() + "]";
    case PhraseKind::regex:
      return "/" + phrase.text + "/";
    case PhraseKind::capture:
      return "$" + phrase.text + ":" + children();
  }
  return {};
}

std::string shape_of(std::string_view text) {
  const auto phrase = parse_phrase(text);
  return phrase ? shape(*phrase) : phrase.error().what;
}

TEST(Phrase, IsASequenceOfWords) { EXPECT_EQ(shape_of("Research  Suggests"), "Research Suggests"); }
TEST(Phrase, MarksExactWords) { EXPECT_EQ(shape_of("=proven to"), "=proven to"); }
TEST(Phrase, TakesAHyphenBetweenListsForNothing) { EXPECT_EQ(shape_of("{research}-backed"), "{research} -backed"); }
TEST(Phrase, NamesWordLists) { EXPECT_EQ(shape_of("{research} [*] {reports}"), "{research} [*] {reports}"); }
TEST(Phrase, HoldsChoicesOfSequences) { EXPECT_EQ(shape_of("(has been|have been) shown"), "(has been|have been) shown"); }
TEST(Phrase, HoldsOptionalChoices) { EXPECT_EQ(shape_of("[the|any] risk"), "[(the|any)] risk"); }
TEST(Phrase, HoldsAGap) { EXPECT_EQ(shape_of("lead to ... addiction"), "lead to ... addiction"); }
TEST(Phrase, HoldsTypedTokens) { EXPECT_EQ(shape_of("<number> tips"), "<number> tips"); }
TEST(Phrase, CapturesWhatFollowsTheColon) { EXPECT_EQ(shape_of("$who:<name> says $who"), "$who:<name> says $who:"); }
TEST(Phrase, EscapesItsSigns) { EXPECT_EQ(shape_of("\\$ 5"), "$ 5"); }

struct Wrong {
  std::string_view text;
  std::uint32_t column;
  std::string_view what;
};

class WrongPhrase : public testing::TestWithParam<Wrong> {};

TEST_P(WrongPhrase, SaysWhatIsWrongAtItsColumn) {
  const auto phrase = parse_phrase(GetParam().text);
  ASSERT_FALSE(phrase);
  EXPECT_EQ(phrase.error().what, GetParam().what);
  EXPECT_EQ(phrase.error().column, GetParam().column);
}

INSTANTIATE_TEST_SUITE_P(Phrase, WrongPhrase,
                         testing::Values(Wrong{"", 0, "the phrase is empty"}, Wrong{"a (b|c", 2, "`(` is not closed"},
                                         Wrong{"a b)", 3, "`)` closes nothing"}, Wrong{"a | b", 2, "`|` chooses only between brackets"},
                                         Wrong{"a {b", 2, "`{` is not closed"}, Wrong{"é {}", 2, "a name is missing here"},
                                         Wrong{"a <nubmer>", 2, "`<nubmer>` is not a typed token"},
                                         Wrong{"(a|)", 3, "one side of this choice is empty"}, Wrong{"$ a", 0, "a capture needs a name"},
                                         Wrong{"$a: b", 0, "the capture holds nothing"}, Wrong{"a = b", 2, "`=` cannot stand here"}));

TEST(Phrase, SuggestsTheTypedTokenMeant) { EXPECT_EQ(parse_phrase("<nubmer>").error().mend, "did you mean `<number>`?"); }

std::string why_pointless(std::string_view text) {
  const auto fault = pointless(*parse_phrase(text));
  return fault ? std::to_string(fault->column) + ": " + fault->what : "";
}

TEST(Phrase, HasAPointWhenItNamesAWord) { EXPECT_EQ(why_pointless("[a] b"), ""); }
TEST(Phrase, IsPointlessWhenAllIsOptional) { EXPECT_EQ(why_pointless("[a] [b|c] ..."), "0: this phrase matches without any word"); }
TEST(Phrase, IsPointlessWhenItIsFoundEverywhere) { EXPECT_EQ(why_pointless("* [a]"), "0: this phrase would be found at every word"); }
TEST(Phrase, IsPointlessToEndInAGap) { EXPECT_EQ(why_pointless("lead to ..."), "8: a gap stands between words, not at an end"); }

TEST(Regex, NamesItsCaptures) { EXPECT_EQ(captures_of(*parse_regex(R"((?P<code>[A-Z]{2}-\d+))")), std::vector<std::string>{"code"}); }
TEST(Regex, MustMatchSomeText) { EXPECT_EQ(parse_regex("a*").error().what, "this expression matches without any text"); }
TEST(Regex, PointsAtWhatIsWrong) {
  EXPECT_EQ(parse_regex("code [a-").error().column, 5U);
  EXPECT_EQ(parse_regex("code [a-").error().what, "this is not a regular expression: missing ]: [a-");
}

/// A rule of a stranger's: it took more than a minute.
TEST(Phrase, OfManyAlternativesIsReadInTimeThatGrowsWithItsLength) {
  std::string text = "(caf\u00E9";
  while (text.size() < 400'000) text += "|a [*] [*] b";
  const std::clock_t start = std::clock();
  const auto phrase = parse_phrase(text + "|last)");
  EXPECT_LT(std::clock() - start, 20 * CLOCKS_PER_SEC);
  ASSERT_TRUE(phrase);
  EXPECT_EQ(phrase->children.front().children.back().column, text.size()) << "one byte more than characters, and one sign";
}
TEST(Phrase, RefusesBracketsNestedWithoutEnd) {
  const std::string deep = std::string(100'000, '(') + "a";
  EXPECT_FALSE(parse_phrase(deep));
}

}  // namespace
}  // namespace stet::phrase_test
