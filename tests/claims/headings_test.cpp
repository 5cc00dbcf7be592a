#include "claims/headings.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::headings_test {
namespace {

bool two_topics(const std::string& markdown, std::string_view a, std::string_view b) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return under_two_topics(input, sentence_with(input, a), sentence_with(input, b));
}

TEST(UnderTwoTopics, WhereBothHeadingsNameSomethingRare) {
  EXPECT_TRUE(two_topics("## Velmora\n\nIt is hot.\n\n## Dorrin\n\nIt is cold.\n", "hot", "cold"));
  EXPECT_FALSE(two_topics("## Velmora\n\nIt is hot.\n\n## More\n\nIt is cold.\n", "hot", "cold"));
  EXPECT_FALSE(two_topics("## Velmora\n\nIt is hot. It is cold.\n", "hot", "cold"));
}
TEST(UnderTwoTopics, TheHeadingsSideBySideCount) {
  const std::string deep = "## Velmora\n\n### More\n\nIt is hot.\n\n## Dorrin\n\n### More\n\nIt is cold.\n";
  EXPECT_TRUE(two_topics(deep, "hot", "cold"));
  EXPECT_TRUE(two_topics("## Velmora\n\n### More\n\nIt is hot.\n\n## Dorrin\n\nIt is cold.\n", "hot", "cold"));
  EXPECT_FALSE(two_topics("## Velmora\n\nIt is hot.\n\n### Dorrin\n\nIt is cold.\n", "hot", "cold")) << "one within the other";
}

/// Of the section that holds "hot".
std::uint32_t heading_length(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return words_of_heading(input, input.units.sentences[sentence_with(input, "hot")].section).size();
}

TEST(WordsOfHeading, AreThoseOfAllItsSentences) {
  EXPECT_EQ(heading_length("## Velmora. Its root\n\nIt is hot.\n"), 3U);
  EXPECT_EQ(heading_length("It is hot.\n"), 0U);
}
TEST(WordsOfHeading, AreSoManyAtMost) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += " mill";
  EXPECT_EQ(heading_length("##" + words + "\n\nIt is hot.\n"), 24U);
}

bool two_entries(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return in_two_entries(input, sentence_with(input, "hot"), sentence_with(input, "cold"));
}

TEST(InTwoEntries, WhereAHeadingNamesCode) {
  EXPECT_TRUE(two_entries("## `heat(kiln)`\n\nIt is hot.\n\n## Use\n\nIt is cold.\n"));
  EXPECT_FALSE(two_entries("## Heat\n\nIt is hot.\n\n## Use\n\nIt is cold.\n"));
  EXPECT_FALSE(two_entries("## `heat(kiln)`\n\nIt is hot. It is cold.\n"));
}

}  // namespace
}  // namespace stet::headings_test
