#include "matching/frames.h"

#include <gtest/gtest.h>

#include "matching/find.h"

namespace stet::frames_test {
namespace {

const std::map<std::string, WordList> cue_lists = {{"frame-hedge", word_list("frame-hedge", {"may", "perhaps"})},
                                                   {"frame-attribution", word_list("frame-attribution", {"critics say"})},
                                                   {"frame-condition", word_list("frame-condition", {"if"})},
                                                   {"frame-past", word_list("frame-past", {"formerly"})},
                                                   {"frame-myth", word_list("frame-myth", {"myth"})},
                                                   {"frame-negation", word_list("frame-negation", {"far from"})}};

/// Names of the frames of the word "deadly".
std::string frames_in(const std::string& markdown) {
  const auto found = find({"deadly"}, markdown, cue_lists);
  if (found->matches.of(found->pattern).empty()) return "no match";
  const Match& match = found->matches.of(found->pattern)[0];
  const std::uint16_t frames =
      frames_of(found->article, found->units, found->words, found->matches, found->cues, match.sentence, match.words);
  std::string text;
  for (const std::string_view name : frame_names()) {
    if ((frames & frame_by_name(name)) != 0) text += (text.empty() ? "" : " ") + std::string(name);
  }
  return text;
}

TEST(Frame, PlainAssertionHasNone) { EXPECT_EQ(frames_in("The plant is deadly."), ""); }
TEST(Frame, NegationBefore) { EXPECT_EQ(frames_in("The plant isn't at all deadly."), "negated"); }
TEST(Frame, NegationOfSeveralWords) { EXPECT_EQ(frames_in("The plant is far from deadly."), "negated"); }
TEST(Frame, NegationInAnotherClause) { EXPECT_EQ(frames_in("It does not smell, but it is deadly."), ""); }
TEST(Frame, NotOnlyIsNoNegation) { EXPECT_EQ(frames_in("The plant is not only deadly."), ""); }
TEST(Frame, Hedge) { EXPECT_EQ(frames_in("The plant may be deadly."), "hedged"); }
TEST(Frame, Question) { EXPECT_EQ(frames_in("Is the plant deadly?"), "questioned"); }
TEST(Frame, QuotationMarks) { EXPECT_EQ(frames_in("He called it \u201cdeadly\u201d."), "quoted"); }
TEST(Frame, QuotationInABlockQuote) { EXPECT_EQ(frames_in("> The plant is deadly.\n>\n> \u2014 Ada Lund\n"), "quoted"); }
TEST(Frame, ABlockQuoteThatIsABoxIsNoQuotation) { EXPECT_EQ(frames_in("> The plant is deadly.\n"), ""); }
TEST(Frame, Attribution) { EXPECT_EQ(frames_in("Critics say that the plant is deadly."), "attributed"); }
TEST(Frame, Condition) { EXPECT_EQ(frames_in("If you eat it the plant is deadly."), "conditional"); }
TEST(Frame, Past) { EXPECT_EQ(frames_in("It was formerly deadly."), "past"); }
TEST(Frame, MythInTheHeading) { EXPECT_EQ(frames_in("## A common myth\n\nThe plant is deadly.\n"), "myth"); }
TEST(Frame, NamesAreKnown) { EXPECT_EQ(frame_by_name("sarcastic"), 0); }

}  // namespace
}  // namespace stet::frames_test
