// What a terminal shows of the lines that a finding speaks of.
#include "reports/excerpt.h"

#include <gtest/gtest.h>

#include "text/unicode.h"

namespace stet::excerpt_test {
namespace {

struct Shown {
  std::string text;
  std::vector<ExcerptRow> rows;
};

/// The article's rows for the words between the first `[` and `]`; one sentence for each full stop.
Shown shown(std::string article, std::size_t columns = 40) {
  const auto begin = static_cast<std::uint32_t>(article.find('['));
  article.erase(begin, 1);
  const auto end = static_cast<std::uint32_t>(article.find(']'));
  article.erase(end, 1);
  std::vector<Span> sentences;
  for (std::uint32_t at = 0, stop = 0; at < article.size(); at = stop) {
    stop = static_cast<std::uint32_t>(std::min(article.find('.', at), article.size() - 1)) + 1;
    sentences.push_back({at, stop});
  }
  Shown result;
  result.rows = excerpt_of(*make_source("a.md", article), sentences, {begin, end}, {columns, '^'});
  for (const ExcerptRow& row : result.rows) {
    result.text += (row.line == 0 ? " " : std::to_string(row.line)) + "|" + row.text + "\n";
    if (!row.marks.empty()) result.text += " |" + row.marks + "\n";
  }
  return result;
}

TEST(Excerpt, MarksTheWordsOfALine) { EXPECT_EQ(shown("One.\nTwo [small] words.\n").text, "2|Two small words.\n |    ^^^^^\n"); }
TEST(Excerpt, ShowsBothLinesOfAFindingOfTwo) {
  EXPECT_EQ(shown("The boats [leave at\n  nine] each day.\n").text,
            "1|The boats leave at\n |          ^^^^^^^^\n2|  nine each day.\n |  ^^^^\n");
}
TEST(Excerpt, SaysThatMoreLinesFollow) {
  const Shown many = shown("[one\ntwo\nthree\nfour\nfive]\n");
  ASSERT_EQ(many.rows.size(), most_excerpt_rows);
  EXPECT_EQ(many.rows.back().text, "four …");
}
TEST(Excerpt, MarksUnderWideAndJoiningCharacters) {
  EXPECT_EQ(shown("茶 e\xCC\x81t\xC3\xA9 [🍵 here]\n").text, "1|茶 e\xCC\x81t\xC3\xA9 🍵 here\n |       ^^^^^^^\n");
}
TEST(Excerpt, ShowsTheSentenceOfALongParagraphInWholeWords) {
  EXPECT_EQ(shown("It is an old harbour with walls. Its ferry [leaves at nine] and comes back at seven in the evening. It is grey.\n").text,
            "1|… Its ferry leaves at nine and comes\n |            ^^^^^^^^^^^^^^\n |back at seven in the evening. …\n");
}
TEST(Excerpt, BreaksMarksWithTheirWords) {
  EXPECT_EQ(shown("[Its ferry leaves at nine and comes back at seven in the evening.]\n").text,
            "1|Its ferry leaves at nine and comes\n |^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n |back at seven in the evening.\n "
            "|^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}
TEST(Excerpt, KeepsTheRowsFromTheMarkedWordsOfAVeryLongSentence) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "word ";
  const Shown cut = shown(words + "and [here] it is " + words);
  ASSERT_EQ(cut.rows.size(), most_excerpt_rows);
  EXPECT_NE(cut.rows.front().marks.find("^^^^"), std::string::npos) << cut.text;
  EXPECT_TRUE(cut.rows.front().text.starts_with("… ")) << cut.text;
  EXPECT_TRUE(cut.rows.back().text.ends_with(" …")) << cut.text;
}
TEST(Excerpt, IsNeverWiderThanAsked) {
  for (std::size_t columns = 12; columns < 60; ++columns) {
    const Shown any = shown(
        "A https://example.org/a/very/long/address/that/has/no/blank/at/all/in/it [茶茶茶茶茶 of the\nharbour] is. And so on.\n", columns);
    for (const ExcerptRow& row : any.rows) {
      EXPECT_LE(display_width(row.text), columns) << any.text;
      EXPECT_LE(row.marks.size(), columns) << any.text;
    }
  }
}
TEST(Excerpt, MarksAPlaceBetweenWords) { EXPECT_EQ(shown("Two[] words.\n").text, "1|Two words.\n |   ^\n"); }
TEST(Excerpt, OfAnEmptyFileIsOneRow) { EXPECT_EQ(excerpt_of(*make_source("a.md", ""), {}, {0, 0}, {}).size(), 1U); }
TEST(Excerpt, OfOneEndlessLineIsFast) {
  const std::string endless(8U << 20U, 'x');
  const Source source = *make_source("a.md", endless);
  for (int i = 0; i < 2'000; ++i) excerpt_of(source, {{0, source.size()}}, {4'000'000, 8'000'000}, {});
}

TEST(Wrapped, BreaksBetweenWords) { EXPECT_EQ(wrapped("one two three", 9, "  "), "  one two\n  three\n"); }
TEST(Wrapped, KeepsAWordThatIsTooWide) { EXPECT_EQ(wrapped("one extraordinarily two", 9, ""), "one\nextraordinarily\ntwo\n"); }

}  // namespace
}  // namespace stet::excerpt_test
