#include "comparing/same_context.h"

#include <gtest/gtest.h>

#include "claims/value_context.h"
#include "comparing/read.h"

namespace stet::same_context_test {
namespace {

/// Are the first two values of an article told among the same words?
bool in_one_context(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Claims& claims = claims_of(input);
  std::vector<Told> told;
  for (const Claim& claim : claims.claims) {
    Told one{.claim = &claim, .owner = claim.owner};
    one.context = context_of(input, std::nullopt, claim);
    told.push_back(std::move(one));
  }
  return told.size() >= 2 && told_in_one_context(input, claims.topic, told[0], told[1]);
}

TEST(SameContext, TwoClausesThatShareNearlyAllTheirWords) {
  EXPECT_TRUE(in_one_context("The varnish dries within 20 minutes.\n\nIt takes forty minutes to dry the varnish.\n"));
  EXPECT_FALSE(in_one_context("The varnish dries within 20 minutes.\n\nThe undercoat dries within forty minutes.\n"));
  EXPECT_FALSE(in_one_context("The varnish dries within 20 minutes.\n\nThe varnish smells for forty minutes.\n"));
}
TEST(SameContext, ALabelWhoseWordsAllStandAroundTheOtherValue) {
  EXPECT_TRUE(in_one_context("# The boat\n\nThe boat needs ten hours of bailing.\n\n- Bailing: 8 hours\n"));
  EXPECT_FALSE(in_one_context("# The boat\n\nThe boat needs ten hours of bailing.\n\n- Caulking: 8 hours\n"));
}
TEST(SameContext, ARowThatBeginsWithTheTime) {
  EXPECT_TRUE(in_one_context("At 8 p.m. the brass band marches in.\n\n| Time | What |\n|---|---|\n| 9 p.m. | brass band marches in |\n"));
  EXPECT_FALSE(in_one_context("At 8 p.m. the brass band marches in.\n\n| Time | What |\n|---|---|\n| 9 p.m. | speeches |\n"));
}
TEST(SameContext, WhatTheTitleNamesIsNotEnough) {
  EXPECT_FALSE(in_one_context("# The varnish\n\nThe varnish dries within 20 minutes.\n\nThe varnish lasts for forty minutes.\n"));
}

}  // namespace
}  // namespace stet::same_context_test
