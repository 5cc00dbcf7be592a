#include "units/sentences.h"

#include <gtest/gtest.h>

#include "units/read.h"

namespace stet::sentences_test {
namespace {

struct Split {
  const char* text;
  std::vector<const char*> sentences;
};

class Sentences : public testing::TestWithParam<Split> {};

TEST_P(Sentences, AreSplitWhereAReaderWould) {
  const std::string_view text = GetParam().text;
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (const std::uint32_t end : sentence_ends(text, builtin_grammar())) {
    std::string sentence(text.substr(begin, end - begin));
    while (sentence.ends_with(' ')) sentence.pop_back();
    found.push_back(sentence);
    begin = end;
  }
  EXPECT_EQ(found, std::vector<std::string>(GetParam().sentences.begin(), GetParam().sentences.end()));
}

INSTANTIATE_TEST_SUITE_P(
    English, Sentences,
    testing::Values(
        Split{"One is here. Two is there.", {"One is here.", "Two is there."}},
        Split{"Dr. Hall met Mrs. Lund. They spoke.", {"Dr. Hall met Mrs. Lund.", "They spoke."}},
        Split{"Use fruit, e.g. apples, i.e. Malus. Eat it.", {"Use fruit, e.g. apples, i.e. Malus.", "Eat it."}},
        Split{"It weighs 3.5 kg. Lift it.", {"It weighs 3.5 kg.", "Lift it."}},
        Split{"J. K. Rowling wrote it. We read it.", {"J. K. Rowling wrote it.", "We read it."}},
        Split{"Take vitamin C. It may help.", {"Take vitamin C.", "It may help."}}, Split{"Wait... what? Yes!", {"Wait... what?", "Yes!"}},
        Split{"\u201cGo.\u201d She left.", {"\u201cGo.\u201d", "She left."}},
        Split{"It was shown.[1] Others agree.", {"It was shown.[1]", "Others agree."}},
        Split{"It was shown. [3, 4] Others agree.", {"It was shown. [3, 4]", "Others agree."}},
        Split{"It was shown. (Singh, 2014) Others agree.", {"It was shown. (Singh, 2014)", "Others agree."}},
        Split{"See Fig. 3 and No. 5 there. Done.", {"See Fig. 3 and No. 5 there.", "Done."}},
        Split{"Is it? No. Really.", {"Is it?", "No.", "Really."}}, Split{"1. Wash the cup.", {"1. Wash the cup."}},
        Split{"It grew. 7 of 10 agree. See fig. 4 there.", {"It grew.", "7 of 10 agree.", "See fig. 4 there."}},
        Split{"It did. iPhones do.", {"It did.", "iPhones do."}},
        Split{"Well\u2026 Yes. It goes on\u2026 and on.", {"Well\u2026", "Yes.", "It goes on\u2026 and on."}},
        Split{"\"Is it warm?\" she asked. \u201cYes!\u201d he said.", {"\"Is it warm?\" she asked.", "\u201cYes!\u201d he said."}},
        Split{"He came (why?) and left. (Really?) Yes.", {"He came (why?) and left.", "(Really?)", "Yes."}},
        Split{"The U.S. Tea Office met in Orrin, D.C. It sat long.", {"The U.S. Tea Office met in Orrin, D.C.", "It sat long."}},
        Split{"no full stop", {"no full stop"}}, Split{"", {""}}));

TEST(SentenceUnits, BoldLeadInIsASentenceOfItsOwn) {
  const ReadUnits result = read_all("**Dose.** Take one cup.\n");
  ASSERT_EQ(result.units.sentences.size(), 2U);
  EXPECT_EQ(result.text(result.units.sentences[0].plain), "Dose.");
}
TEST(SentenceUnits, LabelOnTheLineBeforeIsNoPartOfItsSentence) {
  for (const char* text :
       {"**Parking there:**\nCars may stand behind the mill all day.\n", "Note:\\\nCars may stand behind the mill all day.\n"}) {
    const ReadUnits result = read_all(text);
    ASSERT_EQ(result.units.sentences.size(), 2U) << text;
    EXPECT_EQ(result.text(result.units.sentences[1].plain), "Cars may stand behind the mill all day.");
  }
}
TEST(SentenceUnits, LabelKeepsItsShortValueAndWhatIsAnnounced) {
  for (const char* text : {"**Weight:**\n1.4 kg\n", "The miller says:\nCars may stand behind the mill all day.\n",
                           "Note: Cars may stand\nBehind the mill all day.\n"}) {
    EXPECT_EQ(read_all(text).units.sentences.size(), 1U) << text;
  }
}
TEST(SentenceUnits, NeverCrossBlocks) { EXPECT_EQ(read_all("- one\n- two\n").units.sentences.size(), 2U); }
TEST(SentenceUnits, KnowTheirPlace) {
  const ReadUnits result = read_all("# h\n\np\n\n- l\n\n> “q”\n\n| t |\n|---|\n| u |\n");
  std::vector<Place> places;
  for (const Sentence& sentence : result.units.sentences) places.push_back(sentence.place);
  EXPECT_EQ(places, (std::vector<Place>{Place::heading, Place::paragraph, Place::list, Place::quote, Place::table, Place::table}));
}
TEST(SentenceUnits, KnowQuestionsAndFragments) {
  const ReadUnits result = read_all("Is it so?!\n\n- a bullet without a stop\n- A bullet with one.\n");
  EXPECT_TRUE(result.units.sentences[0].question);
  EXPECT_TRUE(result.units.sentences[1].fragment);
  EXPECT_FALSE(result.units.sentences[2].fragment);
}
TEST(SentenceUnits, BetweenBackticksAreProseWhenTheyMakeUpAParagraph) {
  const ReadUnits prose = read_all("```The kettle is of copper, and it sings. Nobody knows why it does.```\n");
  ASSERT_EQ(prose.units.sentences.size(), 2U);
  EXPECT_EQ(prose.units.sentences[0].place, Place::paragraph);
  EXPECT_EQ(prose.units.words[0].flags & word_code, 0U);
  for (const char* text : {"`kettle --boil now && kettle --pour into cup.`\n", "`Kettle of copper, pot of tin.`\n",
                           "It prints `The kettle is of copper, and it sings to all of us.`\n"}) {
    const ReadUnits code = read_all(text);
    EXPECT_NE(code.units.words.back().flags & word_code, 0U) << text;
  }
}
TEST(SentenceUnits, OfManyBareUrlsCostLinearTime) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "See https://kettles.example. ";
  EXPECT_EQ(read_all(text).units.sentences.size(), 20'000U);
}
TEST(SentenceUnits, EndlessOnesAreParted) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  EXPECT_GT(read_all(text).units.sentences.size(), 5U);
}

}  // namespace
}  // namespace stet::sentences_test
