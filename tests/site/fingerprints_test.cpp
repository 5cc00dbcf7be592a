#include "site/fingerprints.h"

#include <gtest/gtest.h>

#include "site/site.h"
#include "text/unicode.h"

namespace stet::fingerprints_test {
namespace {

std::uint64_t content_of(const std::string& markdown) { return print_of(markdown).paragraphs.at(0).content; }

int shared_bands(const std::string& a, const std::string& b) {
  const ArticlePrint first = print_of(a);
  const ArticlePrint second = print_of(b);
  const BandHashes bands_a = band_hashes(stems_of(first, 0));
  const BandHashes bands_b = band_hashes(stems_of(second, 0));
  int shared = 0;
  for (std::uint32_t band = 0; band < band_count; ++band) shared += bands_a[band] == bands_b[band] ? 1 : 0;
  return shared;
}

TEST(Fingerprints, DoNotDependOnWrappingAndMarkup) {
  std::string other = ferry;
  other[other.find(" carries")] = '\n';
  other.replace(other.find("eastern quay"), 12, "*eastern* **quay**");
  EXPECT_EQ(content_of(ferry), content_of(other));
}
TEST(Fingerprints, DependOnTheOrderOfWords) {
  EXPECT_NE(content_of(ferry),
            content_of("It carries the mail, the milk and whoever has business on the mainland. The ferry to Tarsin leaves "
                       "the eastern quay at dawn."));
}
TEST(Fingerprints, DependOnNegation) {
  std::string other = ferry;
  other.replace(other.find("It carries"), 10, "It never carries");
  EXPECT_NE(content_of(ferry), content_of(other));
}
TEST(Fingerprints, AreMadeOfListItems) {
  const ArticlePrint print = print_of("# Title\n\n- " + harbour + "- " + baker);
  ASSERT_EQ(print.paragraphs.size(), 2U);
  EXPECT_EQ(print.paragraphs[0].first_line, 3U);
  EXPECT_EQ(print.paragraphs[1].first_line, 4U);
}
TEST(Fingerprints, AreNotMadeOfHeadingsCodeAndQuotations) {
  EXPECT_TRUE(print_of("# " + harbour + "\n```\n" + harbour + "```\n\n> " + harbour).paragraphs.empty());
}
TEST(Fingerprints, AreNotMadeOfAFewWords) { EXPECT_TRUE(print_of("The ferry leaves the eastern quay at dawn.\n").paragraphs.empty()); }
TEST(Fingerprints, MarkNumbersAndNames) {
  const ArticlePrint print = print_of("Sailors pay 40 crowns in Tarsin for a cabin below deck and breakfast with herring.\n");
  int numbers = 0;
  int names = 0;
  for (const SiteStem stem : print.stems) {
    numbers += (stem & number_mark) != 0 ? 1 : 0;
    names += (stem & name_mark) != 0 ? 1 : 0;
  }
  EXPECT_EQ(numbers, 1);
  EXPECT_EQ(names, 1) << "Tarsin, and not the first word of the sentence";
}
TEST(Fingerprints, KeepTheFirstWordsOfALongParagraph) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "harbour" + std::to_string(i) + " ";
  const ArticlePrint print = print_of(text + "closes.\n");
  ASSERT_EQ(print.paragraphs.size(), 1U);
  EXPECT_EQ(print.paragraphs[0].stems.size(), most_words);
  EXPECT_GT(print.paragraphs[0].words, most_words);
}
TEST(Fingerprints, CutExcerptsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "\u00e4";  // one word of 120 bytes
  for (int i = 0; i < 12; ++i) text += " quay" + std::string(1, static_cast<char>('a' + i));
  const ArticlePrint print = print_of(text + ".\n");
  ASSERT_EQ(print.paragraphs.size(), 1U);
  EXPECT_LE(print.text.size(), 96U);
  EXPECT_EQ(find_invalid_utf8(print.text), std::string_view::npos);
}
TEST(Fingerprints, OfTheSameWordsShareAllBands) { EXPECT_EQ(shared_bands(ferry, ferry), static_cast<int>(band_count)); }
TEST(Fingerprints, OfOtherWordsShareNoBand) { EXPECT_EQ(shared_bands(ferry, harbour), 0); }
TEST(Fingerprints, OfNearlyTheSameWordsShareSomeBands) {
  std::string other = ferry;
  other.replace(other.find("milk"), 4, "cheese");
  EXPECT_GT(shared_bands(ferry, other), 2);
}

TEST(ArticleDate, IsReadFromYaml) { EXPECT_EQ(article_date("title: x\ndate: 2021-03-04T10:00:00Z\n", "a.md"), 20210304U); }
TEST(ArticleDate, IsReadFromToml) { EXPECT_EQ(article_date("date = \"2021-03-04\"\n", "a.md"), 20210304U); }
TEST(ArticleDate, IsReadFromOtherKeys) { EXPECT_EQ(article_date("pubDate: '2021/03/04'\n", "a.md"), 20210304U); }
TEST(ArticleDate, IsReadFromTheNameOfAPost) { EXPECT_EQ(article_date("", "_posts/2021-03-04-ferry.md"), 20210304U); }
TEST(ArticleDate, IsNotReadFromANestedKey) { EXPECT_EQ(article_date("event:\n  date: 2021-03-04\n", "a.md"), no_date); }
TEST(ArticleDate, IsNotReadFromALongerKey) { EXPECT_EQ(article_date("dateline: 2021-03-04\n", "a.md"), no_date); }
TEST(ArticleDate, IsNoDateThatTheCalendarDoesNotHave) { EXPECT_EQ(article_date("date: 2021-13-40\n", "a.md"), no_date); }

}  // namespace
}  // namespace stet::fingerprints_test
