#include "comparing/one_owner.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::one_owner_test {
namespace {

/// Are the first and the last value of an article told of one thing?
bool one_owner(const std::string& markdown) {
  const auto reading = read("# The Tarn fair\n\n" + markdown + "\n");
  const CheckInput input = input_of(*reading);
  std::vector<Told> told;
  for (const Claim& claim : claims_of(input).claims)
    told.push_back({.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high});
  EXPECT_GE(told.size(), 2U) << markdown;
  return told.size() >= 2 && of_one_owner(input, told, told.front(), told.back());
}

TEST(OneOwner, ByTheSameName) {
  EXPECT_TRUE(one_owner("The grey tent weighs 2 kg.\n\nThe grey tent weighs 3 kg."));
  EXPECT_FALSE(one_owner("The grey tent weighs 2 kg.\n\nThe red tent weighs 3 kg."));
}
TEST(OneOwner, ByAShorterNameWhereThereIsNoOther) {
  EXPECT_TRUE(one_owner("The grey tent weighs 2 kg.\n\nThe tent weighs 3 kg."));
  EXPECT_FALSE(one_owner("The grey tent weighs 2 kg.\n\nThe red tent weighs 4 kg.\n\nThe tent weighs 3 kg."));
}
TEST(OneOwner, ByTheNameOfItsKind) { EXPECT_TRUE(one_owner("A stallion weighs 400 kg.\n\nThe horse weighs 600 kg.")); }

}  // namespace
}  // namespace stet::one_owner_test
