#include "claims/said_of_value.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::said_of_value_test {
namespace {

/// The words that are said of the last value of a sentence.
std::string said_in(const std::string& sentence) {
  const auto found = find({"costs"}, "# The lamp\n\n" + sentence + "\n");
  const CheckInput input = input_of(*found);
  const Claims& claims = claims_of(input);
  const Told told{.claim = &claims.claims.back(), .owner = claims.claims.back().owner};
  return words_as_written(input, said_of_value(input, claims, told).words);
}

TEST(SaidOfValue, EndsAtACommaOrTheNextPredicate) {
  EXPECT_EQ(said_in("The lamp costs £9, and the bulb is extra."), "The lamp costs £9");
  EXPECT_EQ(said_in("The lamp costs £9 and is sold everywhere."), "The lamp costs £9");
}
TEST(SaidOfValue, OfTwoValuesIsParted) { EXPECT_EQ(said_in("The lamp costs £9 for adults and £6 for children."), "£6 for children"); }
TEST(SaidOfValue, OfAFrontedValueIsItsPhrase) { EXPECT_EQ(said_in("At £9 the lamp beats its rivals."), "At £9"); }
TEST(SaidOfValue, OfAFrontedValueEndsBeforeAPronoun) { EXPECT_EQ(said_in("At £9 it costs little upstairs."), "At £9"); }

/// Are the two values of a sentence the ends of one span?
bool is_span_in(const std::string& sentence) {
  const auto found = find({"costs"}, "# The lamp\n\n" + sentence + "\n");
  const CheckInput input = input_of(*found);
  const Claims& claims = claims_of(input);
  EXPECT_EQ(claims.claims.size(), 2U);
  return is_span(input, claims.claims.front().value.words, claims.claims.back().value.words);
}

TEST(Span, IsTwoValuesTiedByAWordOrADash) {
  EXPECT_TRUE(is_span_in("It is open from 10am to 5pm."));
  EXPECT_TRUE(is_span_in("It is open from 10am until 5pm."));
  EXPECT_FALSE(is_span_in("It is open from 10am and from 5pm."));
}

}  // namespace
}  // namespace stet::said_of_value_test
