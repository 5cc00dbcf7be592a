#include "claims/heading_owners.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::heading_owners_test {
namespace {

/// Whether the last claim of an article, a line's, is of a name that only its heading gives.
bool is_of_heading(const std::string& markdown) {
  const auto reading = read("# Vessels of the bay\n\n" + markdown + "\n");
  const CheckInput input = input_of(*reading);
  const Owner& owner = claims_of(input).claims.back().owner;
  return owner.kind == OwnerKind::name && owner.words.empty() && !owner.topic;
}

const std::string of_tern = "The Tern is 31 m long.\n\n";

TEST(HeadingOwners, AreOfLinesThatNameNothing) {
  EXPECT_TRUE(is_of_heading(of_tern + "## The Tern\n\n| Length | 30 m |\n| --- | --- |\n"));
  EXPECT_TRUE(is_of_heading(of_tern + "## The Tern\n\n**Length:** 30 m"));
  EXPECT_FALSE(is_of_heading(of_tern + "## The Tern\n\nThe mast is 12 m high."));
}
TEST(HeadingOwners, AreNamedElsewhere) {
  EXPECT_FALSE(is_of_heading("## The Tern\n\n**Length:** 30 m"));
  EXPECT_FALSE(is_of_heading(of_tern + "## Size\n\n**Length:** 30 m"));
}
TEST(HeadingOwners, AreOfTheNearestHeadingThatNamesAny) {
  EXPECT_TRUE(is_of_heading(of_tern + "## The Tern\n\n### Size\n\n**Length:** 30 m"));
}
TEST(HeadingOwners, AreNoneBelowTwoNames) {
  EXPECT_FALSE(is_of_heading(of_tern + "The Gannet is 40 m long.\n\n## Tern and Gannet\n\n**Length:** 30 m"));
}

}  // namespace
}  // namespace stet::heading_owners_test
