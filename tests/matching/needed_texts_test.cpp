// What an expression needs must stand in every text that it matches.
#include "matching/needed_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace stet::needed_texts_test {
namespace {

std::string needed(std::string_view expression) {
  std::string shown;
  for (const auto& group : needed_texts(expression).groups) shown += fmt::format("{}({})", shown.empty() ? "" : " ", fmt::join(group, "|"));
  return shown;
}

bool may_match(std::string_view expression, std::string_view sentence) { return needed_texts(expression).are_in(FoldedSentence(sentence)); }

TEST(NeededTexts, AreTextsOutsideOfBrackets) {
  EXPECT_EQ(needed("^Port: [0-9]+$"), "(port: )");
  EXPECT_EQ(needed(R"(\[[^\]\[]{3,80}\] \(https?://[^)\s]+\))"), "(] (http) (://)");
}

TEST(NeededTexts, AreOneOfTheAlternatives) { EXPECT_EQ(needed("^(?P<bell>gong|Chime): (?-i:[A-Z])"), "(: ) (gong|chime)"); }

TEST(NeededTexts, LeaveOutWhatMayBeLeftOut) {
  EXPECT_EQ(needed("(please )?gongs?"), "(gong)");
  EXPECT_EQ(needed("(gong|chime){0,2} of"), "( of)");
  EXPECT_EQ(needed("[^]ab]cd"), "");
}

TEST(NeededTexts, AreNoneWhereTheExpressionIsNotUnderstood) {
  for (const char* const expression : {"gong|chime", "(?i)gong", R"(\x41bc)", R"(\Qgong\E)", "(gong|chim.)", "[[:alpha:]]gong"})
    EXPECT_EQ(needed(expression), "") << expression;
}

TEST(NeededTexts, AreFoundInWhateverCase) {
  EXPECT_TRUE(may_match("the gong", "Under THE GONG."));
  EXPECT_FALSE(may_match("the gong", "Under the chime."));
}

TEST(NeededTexts, SayNothingOfLettersThatStandForOthers) {
  EXPECT_TRUE(may_match("kelp",
                        "\xE2\x84\xAA"
                        "elp is eaten."));
}

}  // namespace
}  // namespace stet::needed_texts_test
