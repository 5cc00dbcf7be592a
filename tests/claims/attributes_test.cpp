#include "claims/attributes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::attributes_test {
namespace {

using Lines = std::vector<std::string>;

/// What tells a weight in an article, "2 kg of the lamp" each; "topic" is the article's thing. Circumstances are those of `apart`.
Lines weights_in(const std::string& markdown, const std::vector<std::string>& apart = {}) {
  const auto found = find_phrases(phrases({"(weigh|weighs|weight)", "light at"}), markdown, phrases(apart.empty() ? Lines{"zzz"} : apart));
  const CheckInput input = input_of(*found);
  Attribute attribute{.what = "weight", .kind = TypedKind::quantity, .unit = "g", .says = found->pattern};
  if (!apart.empty()) attribute.apart = found->pattern + 1;
  attribute.labels.add("mass");
  attribute.conditions.places = 0xFFFF;
  Lines lines;
  for (const Told& told : told_by(input, attribute)) {
    const std::string owner = told.owner.topic ? "topic" : words_as_written(input, told.owner.words);
    lines.push_back(fmt::format("{} of {}{}", words_as_written(input, told.claim->value.words), owner, told.apart.empty() ? "" : " apart"));
  }
  return lines;
}

const std::string title = "# The Harlow lamp\n\n";

TEST(Attributes, AreToldByWordsNearTheValue) {
  EXPECT_EQ(weights_in(title + "The lamp weighs 2 kg.\n"), Lines{"2 kg of topic"});
  EXPECT_EQ(weights_in(title + "The lamp holds 2 kg.\n"), Lines{});
  EXPECT_EQ(weights_in(title + "The lamp weighs 2 litres.\n"), Lines{}) << "another unit";
  EXPECT_EQ(weights_in(title + "The lamp weighs 2 kg and holds 3 kg.\n"), Lines{"2 kg of topic"}) << "the nearest value";
}
TEST(Attributes, AreToldByLabelsAndHeads) {
  EXPECT_EQ(weights_in(title + "- Mass: 2 kg\n"), Lines{"2 kg of topic"});
  EXPECT_EQ(weights_in(title + "| Mass | 2 kg |\n|---|---|\n| Height | 30 cm |\n"), Lines{"2 kg of topic"});
  EXPECT_EQ(weights_in(title + "| Lamp | Mass |\n|---|---|\n| Selby | 2 kg |\n"), Lines{"2 kg of Selby"});
}
TEST(Attributes, AreToldByTheQuestionThatIsAnswered) {
  EXPECT_EQ(weights_in(title + "What does the lamp weigh? About 2 kg.\n"), Lines{"2 kg of topic"});
}
TEST(Attributes, NeedTheValueWithinReach) {
  const std::string far = " and it glows in the hall and the shed and the barn and the yard and the lane";
  EXPECT_EQ(weights_in(title + "The lamp has a weight" + far + ", 2 kg.\n"), Lines{});
}
TEST(Attributes, AnotherThingIsNotTheArticles) {
  EXPECT_EQ(weights_in(title + "The Selby kettle weighs 2 kg.\n"), Lines{"2 kg of The Selby kettle"});
}
TEST(Attributes, AreToldApartByCircumstances) {
  EXPECT_EQ(weights_in(title + "Empty, the lamp weighs 2 kg.\n", {"empty"}), Lines{"2 kg of topic apart"});
  EXPECT_EQ(weights_in(title + "The lamp weighs 2 kg.\n", {"empty"}), Lines{"2 kg of topic"});
}

/// The bounds of the only weight of a sentence, in grams.
std::pair<double, double> bounds_in(const std::string& sentence) {
  const auto found = find({"(weigh|weighs|weight)"}, title + sentence + "\n");
  const CheckInput input = input_of(*found);
  Attribute attribute{.what = "weight", .kind = TypedKind::quantity, .unit = "g", .says = found->pattern};
  attribute.conditions.places = 0xFFFF;
  const std::vector<Told> told = told_by(input, attribute);
  EXPECT_EQ(told.size(), 1U);
  return told.empty() ? std::pair(0.0, 0.0) : std::pair(told[0].low, told[0].high);
}

TEST(AttributeBounds, NearlyIsNotMuchMore) {
  EXPECT_EQ(bounds_in("The lamp weighs 100 g."), std::pair(100.0, 100.0));
  EXPECT_EQ(bounds_in("The lamp weighs over 100 g."), std::pair(100.0, 150.0));
  EXPECT_EQ(bounds_in("The lamp weighs less than 100 g."), std::pair(60.0, 100.0));
  EXPECT_EQ(bounds_in("The lamp weighs more than 100 g."), std::pair(100.0, 150.0));
  EXPECT_EQ(bounds_in("The lamp weighs under 100 g."), std::pair(60.0, 100.0));
  EXPECT_TRUE(std::isinf(bounds_in("The lamp weighs at least 100 g.").second));
  EXPECT_TRUE(std::isinf(bounds_in("The lamp weighs from just 100 g.").second));
  EXPECT_TRUE(std::isinf(bounds_in("The lamp weighs from 100 g.").second));
}

}  // namespace
}  // namespace stet::attributes_test
