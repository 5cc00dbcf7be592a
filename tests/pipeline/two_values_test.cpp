// Values that an article tells twice, in the forms in which people write them: what tells two of them apart, and what only seems to.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::two_values_test {
namespace {

/// The rule that two lines of an article on the Tarn fair, each in a section of its own, are at odds by; "" where they are not.
std::string at_odds(const std::string& one, const std::string& two) {
  const std::string found = findings_in("# The Tarn fair\n\n" + one + "\n\n## At the gate\n\n" + two + "\n");
  const std::size_t rule = found.find("consistency/");
  return rule == std::string::npos ? std::string() : found.substr(rule, found.find(',', rule) - rule);
}

TEST(TwoValues, OfASpanOfDaysEitherEnd) {
  EXPECT_EQ(at_odds("The fair takes place from 3 to 6 May.", "- **When:** 3–7 May"), "consistency/one-event-date");
  EXPECT_EQ(at_odds("The fair takes place from 3 to 6 May.", "- **When:** 4–6 May"), "consistency/one-event-date");
  EXPECT_EQ(at_odds("The fair takes place from 3 to 6 May.", "- **When:** 3–6 May"), "");
}
TEST(TwoValues, WhatIsSaidOfAnotherMatterTellsNothingApart) {
  EXPECT_EQ(at_odds("The mill was built in 1710 and is open every day except Monday.", "The mill dates from 1850."),
            "consistency/one-building-date");
  EXPECT_EQ(at_odds("The mill is closed on Mondays and was built in 1710.", "The mill dates from 1850."), "consistency/one-building-date");
  EXPECT_EQ(at_odds("More than 30 choirs sing on four stages.", "All five stages are in the park."), "consistency/one-count");
}
TEST(TwoValues, ABoundMayBeTheLastWord) { EXPECT_EQ(findings_in("# The lamp\n\nIt weighs 2 kg, and no more"), ""); }
TEST(TwoValues, WhatAdultsPayIsThePrice) {
  EXPECT_EQ(at_odds("Tickets cost £18 for adults and £9 for children.", "- **Tickets:** £21, children £9"), "consistency/one-price");
  EXPECT_EQ(at_odds("Tickets cost £18 for adults and £9 for children.", "- **Tickets:** £18, children £9"), "");
}
TEST(TwoValues, APriceMayStandInBrackets) {
  EXPECT_EQ(at_odds("The barn museum is free.", "Then see the barn museum (£4)."), "consistency/one-price");
  EXPECT_EQ(at_odds("The barn museum is free.", "Then see the boat museum (£4)."), "");
}
TEST(TwoValues, OfInhabitantsInAnyWords) {
  EXPECT_EQ(at_odds("About 900 people live here.", "With its 1,400 inhabitants Tarn is quiet."), "consistency/one-population");
  EXPECT_EQ(at_odds("About 900 people work here.", "With its 1,400 inhabitants Tarn is quiet."), "");
}
TEST(TwoValues, OfOnePlaceByAShorterName) {
  EXPECT_EQ(at_odds("Hotel Merle has 24 rooms.", "The Merle has only 14 rooms."), "consistency/one-room-count");
  EXPECT_EQ(at_odds("Hotel Merle has 24 rooms.", "Hotel Adler has only 14 rooms."), "");
}
TEST(TwoValues, LinesOfOneParagraphHaveALabelEach) {
  EXPECT_EQ(at_odds("**Entry:** £8\n**Dogs:** on a lead\n**Car park:** 40 spaces", "Entry costs £11."), "consistency/one-price");
  EXPECT_EQ(at_odds("**Entry:** £8\n**Dogs:** on a lead, £3", "Entry costs £8."), "");
}
TEST(TwoValues, AFrontedValueIsNotSetApartByWhatFollows) {
  EXPECT_EQ(at_odds("**Price:** £40", "At £55 the fair beats most of its smaller rivals."), "consistency/one-price");
  EXPECT_EQ(at_odds("**Price:** £40", "At £25 for members the fair beats most of its rivals."), "");
}
TEST(TwoValues, WhatStandsFarBehindAValueSetsNothingApart) {
  EXPECT_EQ(at_odds("The stage weighs three tonnes.", "The stage weighs five tonnes, to the delight of most larger choirs."),
            "consistency/one-weight");
}
TEST(TwoValues, AClauseBeforeAColonSetsNothingApart) {
  EXPECT_EQ(at_odds("**Rating:** 2/5", "The small queues did no harm: four stars out of five."), "consistency/one-rating");
}
TEST(TwoValues, OfRatingsOnScalesOfTheirOwn) {
  EXPECT_EQ(at_odds("**Rating:** 4/5", "We give the fair 6 out of 10 points."), "consistency/one-rating");
  EXPECT_EQ(at_odds("**Rating:** 4/5", "We give the fair 8 out of 10 points."), "");
  EXPECT_EQ(at_odds("**Rating:** 4/5", "Visitors give it two stars out of five."), "");
}
TEST(TwoValues, WhatIsCountedAsAWholeIsSoWhateverIsSaidOfIt) {
  EXPECT_EQ(at_odds("The fair keeps 40 ponies.", "The fair's 60 ponies graze outdoors in summer."), "consistency/one-count");
  EXPECT_EQ(at_odds("A row of nineteen lanterns hangs over it.", "Its twenty-one lanterns are lit at dusk."), "consistency/one-count");
  EXPECT_EQ(at_odds("The fair chose 42 stalls.", "- **Where:** 24 stalls, half of them roofed"), "consistency/one-count");
}
TEST(TwoValues, APartOrARateIsNoCountOfTheWhole) {
  EXPECT_EQ(at_odds("The fair keeps 40 ponies.", "The first 20 ponies are tame."), "");
  EXPECT_EQ(at_odds("The fair keeps 40 ponies.", "- **Rides:** 60 ponies a day"), "");
  EXPECT_EQ(at_odds("The fair bought two ponies.", "All five ponies are tame."), "") << "it may have had others";
  EXPECT_EQ(at_odds("Marbeck keeps 40 ponies.", "Harlow's 60 ponies are tame."), "") << "somebody else's";
}
TEST(TwoValues, OfOneThingByTheNameOfItsKind) {
  EXPECT_EQ(at_odds("The stallion weighs 400 kg.", "Back in its stall, the horse weighs 600 kg."), "consistency/one-weight");
  EXPECT_EQ(at_odds("The stallion weighs 400 kg. The pony is red.", "The horse weighs 600 kg."), "") << "either may be meant";
  EXPECT_EQ(at_odds("The tower is 48 metres high.", "Its spire is 12 metres high."), "") << "a part of it";
}
TEST(TwoValues, WhatHoldsOtherwiseUnderAConditionTellsNothingApart) {
  EXPECT_EQ(at_odds("1. Heat the oven to 180 °C, or 160 °C if it has a fan.", "The fair needs 210 °C in the oven."),
            "consistency/one-oven-temperature");
  EXPECT_EQ(
      at_odds("The fair tracked 42 volunteers, all of them healthy but not very active.", "With 24 participants, the fair was small."),
      "consistency/one-participant-count");
}
TEST(TwoValues, AShortNameIsTheLongerOneBeforeIt) {
  const std::string club = "The After Dark Club is run by sailors. The club closes at 17:30.";
  EXPECT_EQ(at_odds(club, "The After Dark Club stays open until 18:30."), "consistency/one-closing-time");
  EXPECT_EQ(at_odds(club, "The Breakfast Club stays open until 18:30."), "");
}
TEST(TwoValues, AnEventIsNumberedBeforeItsName) {
  EXPECT_EQ(at_odds("This will be the eighth Tarn Fair.", "The tenth Tarn Fair is a special one."), "consistency/one-edition");
  EXPECT_EQ(at_odds("This will be the eighth Tarn Fair.", "The eighth Tarn Fair is a special one."), "");
  EXPECT_EQ(at_odds("This will be the eighth Tarn Fair.", "The tenth Selby Fair is a special one."), "");
}
TEST(TwoValues, WhatARuleSetsApartItDoesInOpeningsToo) {
  EXPECT_EQ(at_odds("Last year 4,000 people came to the fair.", "We counted 6,500 visitors last year."), "consistency/one-attendance");
  EXPECT_EQ(at_odds("Last year 4,000 people came to the fair.", "We expect 6,500 visitors."), "");
}
TEST(TwoValues, TheTopOfTheArticlesThingIsTheThing) {
  const std::string fell = "# Corrie Fell\n\nAt 742 metres, Corrie Fell is no giant.\n\n";
  EXPECT_NE(
      findings_in(fell + "## The way\n\nThe summit of Corrie Fell lies 724 metres above the sea.\n").find("consistency/one-elevation"),
      std::string::npos);
  EXPECT_EQ(findings_in(fell + "## The way\n\nThe summit of Grey Pike lies 724 metres above the sea.\n"), "");
}
TEST(TwoValues, WhatAQuestionAsksOfNamesNoOtherThing) {
  EXPECT_EQ(at_odds("The 7-inch screen is bright.", "**Is the screen big enough?** On a 6-inch display you turn the page."),
            "consistency/one-screen-size");
}
TEST(TwoValues, OfOneDateTwoDaysOfTheWeek) {
  EXPECT_EQ(at_odds("It opens on Monday 12 March.", "On Tuesday 12 March the band plays."), "consistency/one-weekday");
  EXPECT_EQ(at_odds("It opened on Monday 12 March 2029.", "On Tuesday 12 March the band plays, until 1 May 2030."), "") << "two years";
}
TEST(TwoValues, ADayAsHeadingSetsOnlyHoursApart) {
  EXPECT_NE(
      findings_in("# A weekend in Tarn\n\n## Saturday\n\nThe mill was built in 1710.\n\n## Good to know\n\nThe mill dates from 1850.\n")
          .find("consistency/one-building-date"),
      std::string::npos);
}
TEST(TwoValues, OfAdultsAndByTheDay) {
  EXPECT_EQ(at_odds("Healthy adults need 20 mg of malt a day.", "| Malt | |\n|---|---|\n| Daily dose for adults | 50 mg |"),
            "consistency/one-dose");
  EXPECT_EQ(at_odds("Children need 20 mg of malt a day.", "| Malt | |\n|---|---|\n| Daily dose for adults | 50 mg |"), "");
}
TEST(TwoValues, AnAnswersPronounIsWhatIsAskedFor) {
  EXPECT_EQ(at_odds("The mill was built in 1710.", "**How old is the mill?**\n\nIt dates from 1850."), "consistency/one-building-date");
}
TEST(TwoValues, APartIsNamedByItsLabel) {
  EXPECT_EQ(at_odds("Its drum holds 5 litres.", "| Facts | |\n|---|---|\n| Drum capacity | 3 litres |"), "consistency/one-capacity");
}
TEST(TwoValues, TwoLeastValuesDiffer) {
  EXPECT_EQ(at_odds("You need at least 2 GB of memory.", "It needs a minimum of 8 GB of memory."), "consistency/one-memory");
}
TEST(TwoValues, ALabelsNounNumbersNothingBehindItsColon) {
  EXPECT_EQ(at_odds("- **Class:** 12 pupils", "Its 18 pupils meet on Mondays."), "consistency/one-class-size");
}

}  // namespace
}  // namespace stet::two_values_test
