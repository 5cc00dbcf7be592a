#include "claims/told_circumstances.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::told_circumstances_test {
namespace {

using Lines = std::vector<std::string>;

/// What sets the last value of an article apart, by the list `circumstance` of these words.
Lines apart_in(const std::string& markdown, const Lines& circumstances) {
  const std::map<std::string, WordList> lists = {{"circumstance", word_list("circumstance", circumstances)}};
  const auto found =
      find_phrases(phrases({"(cost|costs|weigh|weighs|{circumstance})"}), "# The lamp\n\n" + markdown + "\n", phrases({"costs"}), lists);
  const CheckInput input = input_of(*found);
  Attribute attribute{.what = "price", .kind = TypedKind::money, .says = found->pattern + 1};
  attribute.lists.circumstances = 0;
  const Claims& claims = claims_of(input);
  Told told{.claim = &claims.claims.back(), .owner = claims.claims.back().owner};
  add_circumstances(input, attribute, claims, told);
  Lines lines;
  for (const IndexRange words : told.apart_words) lines.push_back(words_as_written(input, words));
  return lines;
}

TEST(ToldCircumstances, StandInTheClauseAndTheHeadingsAbove) {
  EXPECT_EQ(apart_in("In winter the lamp costs £9.", {"winter"}), Lines{"winter"});
  EXPECT_EQ(apart_in("## In winter\n\nThe lamp costs £9.", {"winter"}), Lines{"winter"});
  EXPECT_EQ(apart_in("The lamp costs £9, and in winter it is dark.", {"winter"}), Lines{});
}
TEST(ToldCircumstances, AreNotTheTitlesWords) { EXPECT_EQ(apart_in("The lamp costs £9.", {"lamp"}), Lines{}); }
TEST(ToldCircumstances, OfAFrontedValueEndWithIt) {
  EXPECT_EQ(apart_in("At £9 the lamp beats every winter lamp.", {"winter"}), Lines{});
  EXPECT_EQ(apart_in("At £9 in winter, the lamp is cheap.", {"winter"}), Lines{"winter"});
}
TEST(ToldCircumstances, DoNotReachBackOverAColon) {
  EXPECT_EQ(apart_in("Nobody said in winter what it costs or is worth today: £9.", {"winter"}), Lines{});
}

TEST(ToldCircumstances, WordsBetweenTwoStretches) {
  EXPECT_EQ(words_between({2, 4}, {7, 8}), 3U);
  EXPECT_EQ(words_between({7, 8}, {2, 4}), 3U);
  EXPECT_EQ(words_between({2, 4}, {3, 8}), 0U);
}

}  // namespace
}  // namespace stet::told_circumstances_test
