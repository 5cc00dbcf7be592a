#include "claims/told_owners.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::told_owners_test {
namespace {

/// Whose weight the last value of an article is; "topic" of the article's thing.
std::string owner_in(const std::string& markdown) {
  const auto found = find({"(weight|weigh|weighs)"}, "# The Harlow lamp\n\n" + markdown + "\n");
  const CheckInput input = input_of(*found);
  const Attribute attribute{.what = "weight", .kind = TypedKind::quantity, .unit = "g", .says = found->pattern};
  const Claims& claims = claims_of(input);
  Told told{.claim = &claims.claims.back(), .owner = claims.claims.back().owner};
  if (!found->matches.of(found->pattern).empty()) told.by = found->matches.of(found->pattern).back().words;
  find_owner(input, attribute, claims, {}, told);
  return told.owner.topic ? "topic" : words_as_written(input, told.owner.words);
}

TEST(ToldOwners, AreWithoutTheAttributesOwnWords) {
  EXPECT_EQ(owner_in("The weight of the kettle is 2 kg."), "kettle");
  EXPECT_EQ(owner_in("The kettle weighs 2 kg."), "The kettle");
}
TEST(ToldOwners, OfALabelAreItsOtherWords) {
  EXPECT_EQ(owner_in("- Weight: 2 kg"), "topic");
  EXPECT_EQ(owner_in("- Kettle weight: 2 kg"), "Kettle");
}
TEST(ToldOwners, OfAnAnswerAreAskedFor) { EXPECT_EQ(owner_in("**What is the weight of the kettle?**\n\nIt is 2 kg."), "kettle"); }
TEST(ToldOwners, NothingNamedIsTheArticles) { EXPECT_TRUE(elided_owner().topic); }

}  // namespace
}  // namespace stet::told_owners_test
