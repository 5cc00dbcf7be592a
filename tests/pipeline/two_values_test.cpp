// Values that an article tells twice, in the forms in which people write them: what tells two of them apart, and what only seems to.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet {
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

}  // namespace
}  // namespace stet
