#include "claims/facts.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::facts_test {
namespace {

/// The facts that "was built in $value", "was built by $value" and "is [a] … that was built in $value" state.
struct Facts {
  std::unique_ptr<Found> found;
  std::vector<Fact> facts;

  explicit Facts(const std::string& markdown) : found(find({"built in $value:<year>", "built by $value:<proper>"}, markdown)) {
    const CheckInput input = input_of(*found);
    facts = read_facts(input, statements_of(input), found->matches.of(found->pattern), no_index);
  }
  bool clash() const {
    const CheckInput input = input_of(*found);
    EXPECT_EQ(facts.size(), 2U);
    return facts.size() == 2 && contradict(input, statements_of(input), facts[1], facts[0]);
  }
};

TEST(Facts, AreSaidOfTheSubject) {
  EXPECT_EQ(Facts("The Harlow Mill was built in 1871.\n").facts.size(), 1U);
  EXPECT_EQ(Facts("The Harlow Mill is a ruin that was built in 1871.\n").facts.size(), 1U);
  EXPECT_EQ(Facts("The Harlow Mill burned after a barn was built in 1871.\n").facts.size(), 0U);
  EXPECT_EQ(Facts("The Harlow Mill stands where a barn was built in 1871.\n").facts.size(), 0U);
}
TEST(Facts, MayBeDenied) {
  const Facts denied("The Harlow Mill was not built in 1871.\n");
  ASSERT_EQ(denied.facts.size(), 1U);
  EXPECT_TRUE(denied.facts[0].negated);
}

TEST(FactsContradict, WhenValuesOfOneSubjectDiffer) {
  EXPECT_TRUE(Facts("The Harlow Mill was built in 1871.\n\nThe Harlow Mill was built in 1902.\n").clash());
  EXPECT_FALSE(Facts("The Harlow Mill was built in 1871.\n\nThe Harlow Mill was built in 1871.\n").clash());
  EXPECT_FALSE(Facts("The Harlow Mill was built in 1871.\n\nThe Selby Mill was built in 1902.\n").clash());
}
TEST(FactsContradict, WhenNamesHaveNothingInCommon) {
  EXPECT_TRUE(Facts("The Harlow Mill was built by Ada Quill.\n\nThe Harlow Mill was built by Bea Marsh.\n").clash());
  EXPECT_FALSE(Facts("The Harlow Mill was built by Ada Quill.\n\nThe Harlow Mill was built by Quill.\n").clash());
  EXPECT_FALSE(Facts("The Harlow Mill was built by Ada Quill and Bea Marsh.\n\nThe Harlow Mill was built by Bea Marsh.\n").clash());
}
TEST(Facts, OfItsXAreOfWhatTheSectionOrTheTitleNames) {
  const auto clash = [](const std::string& markdown) {
    const auto found = find({"designed by $value:<proper>", "its designer [was] $value:<proper>"}, markdown);
    const CheckInput input = input_of(*found);
    const std::vector<Fact> facts = read_facts(input, statements_of(input), found->matches.of(found->pattern), no_index);
    EXPECT_EQ(facts.size(), 2U);
    return facts.size() == 2 && contradict(input, statements_of(input), facts[1], facts[0]);
  };
  const std::string built = "# The Harlow Mill: a walk\n\nThe Harlow Mill was designed by Ada Quill.\n\n## Nearby\n\n";
  EXPECT_TRUE(clash(built + "Its designer was Bea Marsh.\n"));
  EXPECT_FALSE(clash(built + "The Selby Barn is old. Its designer was Bea Marsh.\n"));
}

}  // namespace
}  // namespace stet::facts_test
