#include "claims/value_context.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::value_context_test {
namespace {

using Lines = std::vector<std::string>;

/// The first claim of an article, for a test to ask of.
template <typename Ask>
auto of_first_claim(const std::string& markdown, const Ask& ask) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return ask(input, claims_of(input).claims.front());
}

Lines context_in(const std::string& markdown) {
  return of_first_claim(markdown, [](const CheckInput& input, const Claim& claim) {
    Lines words;
    for (const ContextWord& word : context_of(input, std::nullopt, claim)) words.emplace_back(form_of(input, word.word).text);
    std::sort(words.begin(), words.end());
    return words;
  });
}

TEST(ValueContext, IsTheClauseWithItsOwner) {
  EXPECT_EQ(context_in("The kettle boils in two minutes, and the lamp glows.\n"), (Lines{"boils", "kettle"}));
}
TEST(ValueContext, IsTheLabelOrTheRowsHead) {
  EXPECT_EQ(context_in("- Boiling: two minutes\n"), Lines{"boiling"});
  EXPECT_EQ(context_in("| Facts | |\n|---|---|\n| Boiling | two minutes |\n"), Lines{"boiling"});
}
TEST(ValueContext, SaysWhichNotHowLong) {
  const auto which = [](const CheckInput& input, const Claim& claim) { return says_which(input, claim); };
  EXPECT_TRUE(of_first_claim("We sold the two-minute kettles.\n", which));
  EXPECT_FALSE(of_first_claim("It boils in two minutes.\n", which));
}
TEST(ValueContext, DescribesOneThing) {
  const auto one = [](const CheckInput& input, const Claim& claim) { return describes_one(input, claim); };
  EXPECT_TRUE(of_first_claim("It has a 10-hour battery.\n", one));
  EXPECT_FALSE(of_first_claim("It has 10-hour batteries.\n", one));
}
TEST(ValueContext, OfAStampIsNone) {
  const auto stamp = [](const CheckInput& input, const Claim& claim) { return is_stamp(input, claim); };
  EXPECT_TRUE(of_first_claim("*4 March 2031*\n", stamp));
  EXPECT_FALSE(of_first_claim("The fair opens on 4 March 2031.\n", stamp));
}

}  // namespace
}  // namespace stet::value_context_test
