#include <gtest/gtest.h>

#include <array>
#include <ctime>

#include "sanitizer.h"
#include "units/read.h"

namespace stet::words_test {
namespace {

/// Folded forms of all words; `~` before those that touch the word before.
std::string words_of(const std::string& markdown) {
  const ReadUnits result = read_all(markdown);
  std::string text;
  for (const Word& word : result.units.words) {
    if (!text.empty()) text += ' ';
    if ((word.flags & word_joined) != 0) text += '~';
    text += result.vocabulary->form(word.form).text;
  }
  return text;
}

TEST(Words, AreFolded) { EXPECT_EQ(words_of("The ÉCLAIR’s"), "the éclair"); }
TEST(Words, ContractionsAreTwo) { EXPECT_EQ(words_of("don't can’t won't it's they're"), "do ~not can ~not will ~not it ~is they ~are"); }
TEST(Words, PossessivesAreDropped) { EXPECT_EQ(words_of("the plant's leaves and dogs' ears"), "the plant leaves and dogs ears"); }
TEST(Words, HyphensPart) { EXPECT_EQ(words_of("long-term and/or"), "long ~term and ~or"); }
TEST(Words, NumbersKeepTheirDecimals) { EXPECT_EQ(words_of("2,500 and 3.5. Then 10mg"), "2500 and 3.5 then 10 ~mg"); }
TEST(Words, SignsAreWords) { EXPECT_EQ(words_of("$5 and 20%"), "$ ~5 and 20 ~%"); }
TEST(Words, DottedAbbreviationsAreOne) { EXPECT_EQ(words_of("the U.S. and e.g. tea"), "the u.s. and e.g. tea"); }

TEST(WordFlags, ComeFromMarkup) {
  const ReadUnits result = read_all("`code` [link](http://x) *em* \"quoted\" (inside)\n");
  const auto wanted = std::to_array<std::uint16_t>({word_code, word_link, word_emphasis, word_quoted, word_bracketed});
  ASSERT_EQ(result.units.words.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NE(result.units.words[i].flags & wanted[i], 0) << i;
}
TEST(WordFlags, OfMarkupWithinMarkupReachToTheEndOfTheOuter) {
  const ReadUnits result = read_all("<b>one <b>two</b> three</b> four\n");
  ASSERT_EQ(result.units.words.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ((result.units.words[i].flags & word_emphasis) != 0, i < 3) << i;
}
TEST(WordFlags, OfMarkupThatNeverEndsAreLinear) {
  std::string text;
  while (text.size() < 1'000'000) text += "<b>a ";
  const std::clock_t start = std::clock();
  read_all(text + "\n");
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 10 * sanitizer_slowness);
}

}  // namespace
}  // namespace stet::words_test
