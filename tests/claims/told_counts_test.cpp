#include "claims/told_counts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::told_counts_test {
namespace {

using Lines = std::vector<std::string>;

/// What an article counts, whatever that is: "40 ponies", with how it is told.
Lines counts_in(const std::string& sentence) {
  const auto found = find({"(has|have)"}, "# The Tarn fair\n\n" + sentence + "\n");
  const CheckInput input = input_of(*found);
  const Attribute attribute{.what = "number", .kind = TypedKind::number, .says = found->pattern, .counts_anything = true};
  Lines lines;
  for (const Claim& claim : claims_of(input).claims) {
    if (claim.value.kind != TypedKind::number) continue;
    Told told{.claim = &claim, .owner = claim.owner};
    IndexRange by;
    IndexRange of;
    if (!tells_count(input, attribute, claim, told, by, of)) continue;
    lines.push_back(fmt::format("{} {}{}{}{}", words_as_written(input, claim.value.words), words_as_written(input, by),
                                told.determined ? " all" : "", told.loose ? " loose" : "", told.of_whoever ? " whoever" : ""));
  }
  return lines;
}

TEST(ToldCounts, ByAPhraseBesideTheNumber) { EXPECT_EQ(counts_in("The fair has 40 ponies."), Lines{"40 ponies"}); }
TEST(ToldCounts, OfAWholeThatIsTakenForGranted) {
  EXPECT_EQ(counts_in("We fed all 40 ponies."), Lines{"40 ponies all whoever"});
  EXPECT_EQ(counts_in("We fed its 40 ponies."), Lines{"40 ponies all"});
  EXPECT_EQ(counts_in("We fed the fair's 40 ponies."), Lines{"40 ponies all"});
}
TEST(ToldCounts, LooselyByAnyVerbThatKeepsThem) {
  EXPECT_EQ(counts_in("The fair keeps 40 ponies."), Lines{"40 ponies loose"});
  EXPECT_EQ(counts_in("A row of nineteen lanterns hangs there."), Lines{"nineteen lanterns loose"});
  EXPECT_EQ(counts_in("The fair bought two ponies."), Lines{}) << "it may have bought others";
}
TEST(ToldCounts, NotOfPartsRatesOrWhatAClauseNarrows) {
  EXPECT_EQ(counts_in("The first three ponies are grey."), Lines{});
  EXPECT_EQ(counts_in("It has 40 ponies a day."), Lines{});
  EXPECT_EQ(counts_in("The two ponies that ran off are grey."), Lines{});
}
TEST(ToldCounts, KeysOfFieldsAreWords) {
  EXPECT_EQ(words_of_key("pageCount"), (std::vector<std::string>{lemma_key("page"), lemma_key("count")}));
  EXPECT_EQ(words_of_key("page_count"), words_of_key("pageCount"));
}
TEST(ToldCounts, TheLongestLabelCounts) {
  Attribute attribute;
  attribute.labels.add("weight");
  attribute.labels.add("net weight");
  EXPECT_EQ(label_in(attribute, {"the", "net", "weight"}).size(), 2U);
  EXPECT_TRUE(label_in(attribute, {"height"}).empty());
}

}  // namespace
}  // namespace stet::told_counts_test
