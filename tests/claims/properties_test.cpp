#include "claims/properties.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::properties_test {
namespace {

using Lines = std::vector<std::string>;

/// The properties of an article, "not brass: lamp" each.
Lines properties_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  Lines result;
  for (const Property& property : read_properties(input, {}, no_index)) {
    result.push_back(fmt::format("{}{}{}: {}", property.past ? "once " : "", property.denied ? "not " : "",
                                 form_of(input, property.word).text, form_of(input, property.noun).text));
  }
  return result;
}

TEST(Properties, ArePredicatesAndWordsBeforeTheNoun) {
  EXPECT_EQ(properties_in("The kettle is waterproof.\n"), Lines{"waterproof: kettle"});
  EXPECT_EQ(properties_in("We filled the waterproof kettle.\n"), Lines{"waterproof: kettle"});
  EXPECT_EQ(properties_in("The kettle is not waterproof.\n"), Lines{"not waterproof: kettle"});
  EXPECT_EQ(properties_in("The kettle was never waterproof.\n"), Lines{"once not waterproof: kettle"});
}

TEST(Properties, APronounStandsForTheSubjectBefore) {
  EXPECT_EQ(properties_in("The kettle has a lid. It is waterproof.\n"), Lines{"waterproof: kettle"});
  EXPECT_EQ(properties_in("The kettle has a lid.\n\nIt is waterproof.\n"), Lines{});
}

TEST(Properties, WhatIsWeakenedOrComparedIsNone) {
  EXPECT_EQ(properties_in("The kettle is almost waterproof.\n"), Lines{});
  EXPECT_EQ(properties_in("The kettle is quieter than most.\n"), Lines{});
  EXPECT_EQ(properties_in("Is the kettle waterproof?\n"), Lines{});
}

TEST(Properties, OneThingIsOneNounPhrase) {
  const auto reading = read("The kettle is waterproof. The lid is waterproof. The kettle is not quiet.\n");
  const CheckInput input = input_of(*reading);
  const std::vector<Property> properties = read_properties(input, {}, no_index);
  ASSERT_EQ(properties.size(), 3U);
  EXPECT_FALSE(of_one_thing(properties[0], properties[1]));
  EXPECT_TRUE(of_one_thing(properties[0], properties[2]));
}
TEST(Properties, WhatIsPresentedHasThem) {
  EXPECT_EQ(properties_in("This is a waterproof kettle.\n"), Lines{"waterproof: kettle"});
  EXPECT_EQ(properties_in("This is the waterproof kettle.\n"), Lines{"waterproof: kettle"}) << "before its noun";
}
TEST(Properties, ANounOfAKindIsOne) { EXPECT_EQ(properties_in("The fern is a perennial.\n"), Lines{"perennial: fern"}); }

TEST(Properties, AreTiedByOtherVerbsThanBe) {
  EXPECT_EQ(properties_in("The kettle stays quiet.\n"), Lines{"quiet: kettle"});
  EXPECT_EQ(properties_in("The tea tasted bitter.\n"), Lines{"once bitter: tea"});
}

TEST(Properties, OfTheTitleAreOfItsOneThing) {
  EXPECT_EQ(properties_in("# A quiet kettle for two\n\nBuy it.\n"), Lines{"quiet: kettle"});
  EXPECT_EQ(properties_in("# Quiet kettles\n\nBuy one.\n"), Lines{}) << "some of them may not be";
}

}  // namespace
}  // namespace stet::properties_test
