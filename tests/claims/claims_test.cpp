#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "claims/claim.h"
#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::claims_test {
namespace {

/// The claims of an article, "place value of owner" each.
std::vector<std::string> claims_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  std::vector<std::string> result;
  for (const Claim& claim : claims_of(input).claims) {
    if (!claim.asserted) continue;
    std::string owner = claim.owner.topic ? "the article's thing" : words_as_written(input, claim.owner.words);
    result.push_back(fmt::format("{} {}: {}", name(claim.place), words_as_written(input, claim.value.words), owner));
  }
  return result;
}

using Told = std::vector<std::string>;

TEST(Claims, EachKindOfPlaceTells) {
  EXPECT_EQ(claims_in("# The Harlow 40\n\nThe Harlow 40 weighs 2 kg.\n"), Told{"prose 2 kg: the article's thing"});
  EXPECT_EQ(claims_in("# The Harlow lamp\n\n- Weight: 2 kg\n"), Told{"label 2 kg: the article's thing"});
  EXPECT_EQ(claims_in("# The Harlow lamp\n\n**Weight:** 2 kg\n"), Told{"label 2 kg: the article's thing"});
  EXPECT_EQ(claims_in("# The Harlow lamp\n\n| Weight | 2 kg |\n|---|---|\n| Height | 30 cm |\n"),
            (Told{"cell 2 kg: the article's thing", "cell 30 cm: the article's thing"}));
  EXPECT_EQ(claims_in("# The 2-kilo lamp\n"), Told{"title 2-kilo: the article's thing"});
  EXPECT_EQ(claims_in("# The Harlow lamp\n\n*The lamp, 2 kg of brass.*\n").size(), 1U);
}

/// A file that ends in a bar: the grammar gives up, and its rows stand in no table.
TEST(Claims, ARowInNoTableTellsWhatItsCellsTell) {
  EXPECT_EQ(claims_in("# The Harlow lamp\n\n| Weight |\n| --- |\n| 2 kg |\n|"), Told{"cell 2 kg: the article's thing"});
}
TEST(Claims, WhatHoldsWhateverElseIsClaimed) {
  EXPECT_EQ(claims_in("# The Harlow lamp\n\nYou may return the lamp within 60 days, even if you have lit it.\n"),
            Told{"prose 60 days: the article's thing"});
}
TEST(Claims, WhatIsToBeDoneIsNoOwner) {
  EXPECT_EQ(claims_in("# A walk\n\nPlan five hours for it.\n"), Told{"prose five hours: the article's thing"});
  EXPECT_EQ(claims_in("# A walk\n\nAllow 5 hours for it.\n"), Told{"prose 5 hours: the article's thing"});
}
TEST(Claims, AnEndingThatMayBeOfAPluralIsAVerbBeforeItsObject) {
  EXPECT_EQ(claims_in("# A boat\n\nThe hull needs ten hours of sanding.\n"), Told{"prose ten hours: The hull"});
  EXPECT_EQ(claims_in("# A bridge\n\nThe chapel dates from 1898.\n"), Told{"prose 1898: The chapel"});
}
TEST(Claims, ASubjectBehindAPhraseWithoutAComma) {
  EXPECT_EQ(claims_in("# A feast\n\nOn the stone quay the brewer sold 40 barrels.\n"), Told{"prose 40: the brewer"});
}

TEST(Claims, LabelsAreTheHeadsOfRowAndColumn) {
  const auto reading = read("| Lamp | Weight |\n|---|---|\n| Harlow | 2 kg |\n");
  const CheckInput input = input_of(*reading);
  const Claims& claims = claims_of(input);
  ASSERT_EQ(claims.claims.size(), 1U);
  ASSERT_EQ(claims.claims[0].labels.size(), 2U);
  EXPECT_EQ(words_as_written(input, claims.claims[0].labels[0]), "Harlow");
  EXPECT_EQ(words_as_written(input, claims.claims[0].labels[1]), "Weight");
}

/// A way to refer to a thing; `todo`: it is not read yet, or not of the right thing.
struct Way {
  std::string_view name;
  std::string_view told;
  bool todo = false;
};

TEST(Claims, WaysToReferToTheArticlesThing) {
  const std::string title = "# The Harlow backpack\n\n";
  for (const Way& way : std::vector<Way>{{"full name", "The Harlow backpack weighs 2 kg."},
                                         {"short name", "The Harlow weighs 2 kg."},
                                         {"the NOUN", "The pack weighs 2 kg."},
                                         {"pronoun, same sentence", "The Harlow backpack is light, and it weighs 2 kg."},
                                         {"pronoun, next sentence", "The Harlow backpack is light. It weighs 2 kg."},
                                         {"pronoun, next paragraph", "The Harlow backpack is light.\n\nIt weighs 2 kg."},
                                         {"heading", "## A pack of 2 kg"},
                                         {"label", "Weight: 2 kg"},
                                         {"table head", "| Weight | 2 kg |\n|---|---|\n| Colour | red |"},
                                         {"plural", "Harlow backpacks weigh 2 kg."},
                                         {"possessive", "The Harlow backpack's frame of 2 kg is light.", true},
                                         {"passive", "The Harlow backpack was made in Selby and weighs 2 kg."},
                                         {"behind a preposition", "At 2 kg, the Harlow backpack is light."},
                                         {"object of the reader's verb", "You can carry the pack for 2 hours."},
                                         {"relative clause", "The Harlow backpack, which weighs 2 kg, is light."},
                                         {"participle", "Weighing 2 kg, the Harlow backpack is light."},
                                         {"appositive", "The Harlow backpack, a bag of 2 kg, is light."},
                                         {"coordinated clause", "The Harlow backpack is light and weighs 2 kg."},
                                         {"bullet under a lead-in", "The Harlow backpack:\n\n- weighs 2 kg"},
                                         {"what it is said to be", "The Harlow backpack is a bag. The bag weighs 2 kg."},
                                         {"the former", "The Harlow and the Selby differ. The former weighs 2 kg.", true}}) {
    const std::vector<std::string> claims = claims_in(title + std::string(way.told) + "\n");
    const bool holds = !claims.empty() && claims.back().ends_with(": the article's thing");
    EXPECT_EQ(holds, !way.todo) << way.name << ": " << (claims.empty() ? "no claim" : claims.back());
  }
}

TEST(Claims, VerbsThatNoListNamesEndASubject) {
  constexpr std::string_view verbs =
      "sings rehearses admires adores begs bakes believes blames borrows bothers breathes buries carves celebrates chews "
      "collects compels composes cooks deserves destroys dwells eats embraces enjoys entertains explores forgets forgives gathers "
      "grieves "
      "hates hears hesitates imitates invents invites laughs learns listens marries mourns negotiates obeys pretends quarrels "
      "recites refuses "
      "rejoices remembers repents rescues resents sews shivers sends soothes teases tolerates travels understands wanders weeps";
  std::size_t begin = 0;
  std::size_t held = 0;
  std::string missed;
  std::size_t tried = 0;
  while (begin < verbs.size()) {
    const std::size_t end = std::min(verbs.find(' ', begin), verbs.size());
    const std::string verb(verbs.substr(begin, end - begin));
    const std::vector<std::string> claims = claims_in("# The Harlow choir\n\nThe Harlow choir " + verb + " for 2 hours.\n");
    const bool holds = !claims.empty() && claims.back().ends_with(": the article's thing");
    held += holds ? 1 : 0;
    if (!holds) missed += " " + verb;
    ++tried;
    begin = end + 1;
  }
  EXPECT_GE(tried, 60U);
  EXPECT_EQ(held, tried) << missed;
}

TEST(Claims, AKindOfTheTitlesThingIsThatThing) {
  EXPECT_EQ(claims_in("# The Harlow bridge\n\nThe structure is 90 m long.\n"), Told{"prose 90 m: the article's thing"});
  EXPECT_EQ(claims_in("# The Harlow bridge\n\nIts spire is 9 m high.\n"), Told{"prose 9 m: Its spire"});
}

TEST(Claims, InstructionsHaveNoSubject) {
  EXPECT_EQ(claims_in("# Harlow loaf\n\nWalk from end to end and you cover 3 km.\n"), Told{"prose 3 km: the article's thing"});
}

TEST(Claims, ItIsNoPlural) {
  EXPECT_EQ(claims_in("# The Harlow lamp\n\nGuides carried this for weeks. It weighs 2 kg.\n"), Told{"prose 2 kg: the article's thing"});
}

TEST(Claims, ADeniedBoundIsTheOtherBound) {
  const auto reading = read("# A day of bread\n\nWe never take more than six guests.\n");
  const CheckInput input = input_of(*reading);
  const Claims& claims = claims_of(input);
  ASSERT_EQ(claims.claims.size(), 1U);
  EXPECT_TRUE(claims.claims[0].asserted);
  EXPECT_EQ(claims.claims[0].value.high, 6);
}

TEST(Claims, AnAnswerKnowsItsQuestion) {
  const auto reading = read("## How long is the tunnel?\n\nJust over 4 km. It has 2 lanes. Each is 3 m wide.\n");
  const CheckInput input = input_of(*reading);
  const Claims& claims = claims_of(input);
  ASSERT_FALSE(claims.claims.empty());
  EXPECT_FALSE(claims.claims.front().asked.empty());
  EXPECT_TRUE(claims.claims.back().asked.empty());
}

TEST(Claims, OtherThingsAreNotTheArticles) {
  const std::string title = "# The Harlow backpack\n\n";
  for (const std::string_view told :
       {"The Selby weighs 2 kg.", "A bottle weighs 2 kg.", "The Harlow tent weighs 2 kg.", "The strap is 2 m long."}) {
    const std::vector<std::string> claims = claims_in(title + std::string(told) + "\n");
    ASSERT_FALSE(claims.empty()) << told;
    EXPECT_FALSE(claims.back().ends_with(": the article's thing")) << told << " -> " << claims.back();
  }
}

TEST(Claims, AnUnrelatedSentenceChangesNoClaim) {
  const std::string article =
      "# The Harlow backpack\n\nThe pack weighs 2 kg. It holds 40 litres.\n\n## Care\n\nThe warranty lasts two years.\n";
  const std::vector<std::string> alone = claims_in(article);
  const std::vector<std::string> beside = claims_in(article + "\n## Elsewhere\n\nOwls sleep by day.\n");
  EXPECT_EQ(alone, beside);
}

TEST(Claims, MarkupChangesNothing) {
  EXPECT_EQ(claims_in("# The Harlow backpack\n\nThe pack weighs 2 kg.\n"),
            claims_in("# The *Harlow* backpack\n\nThe **pack** weighs\n2 kg.\n"));
}

TEST(Claims, WhatIsSupposedAskedOrDeniedIsNone) {
  EXPECT_EQ(claims_in("# The lamp\n\nIf the lamp weighs 2 kg, it falls.\n"), Told{});
  EXPECT_EQ(claims_in("# The lamp\n\nDoes the lamp weigh 2 kg?\n"), Told{});
  EXPECT_EQ(claims_in("# The lamp\n\nThe lamp does not weigh 2 kg.\n"), Told{});
}

TEST(Claims, AFormulaIsNone) {
  EXPECT_EQ(claims_in("# The Harlow lamp\n\nA lamp for $40 less $5 = $35.\n"), Told{});
  EXPECT_EQ(claims_in("# The Harlow lamp\n\nThe Harlow lamp costs $35.\n"), Told{"prose $35: the article's thing"});
}

/// Values that no clause states, as "value".
std::string unstated_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  std::string text;
  for (const Claim& claim : unstated_of(input)) {
    EXPECT_FALSE(claim.asserted);
    text += (text.empty() ? "" : ", ") + words_as_written(input, claim.value.words);
  }
  return text;
}

TEST(Unstated, AreValuesOfConditionsAndRequests) { EXPECT_EQ(unstated_in("If you weigh more than 90 kg, ask us.\n"), "90 kg"); }
TEST(Unstated, AreNoClaims) {
  EXPECT_EQ(unstated_in("The lamp weighs 2 kg.\n\n| Weight | 2 kg |\n| --- | --- |\n| Height | 9 cm |\n"), "");
}
TEST(Unstated, AreNotAskedFor) { EXPECT_EQ(unstated_in("Does it weigh 2 kg?\n"), ""); }

}  // namespace
}  // namespace stet::claims_test
