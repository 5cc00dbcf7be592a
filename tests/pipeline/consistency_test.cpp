// Twins: two short articles that differ in one place, of which one contradicts itself.
#include <gtest/gtest.h>

#include <array>

#include "pipeline/check.h"

namespace stet::consistency_test {
namespace {

struct Twin {
  std::string name;
  std::string rule;
  std::string before;        ///< what both say first
  std::string inconsistent;  ///< later
  std::string consistent;    ///< later, in the other twin
};

void PrintTo(const Twin& twin, std::ostream* out) { *out << twin.name; }

std::string article(const std::string& before, const std::string& after) {
  return before + "\n\n## Later\n\nThe weather was fair all week, and the market was full.\n\n" + after + "\n";
}

/// How often the rule finds something.
std::size_t findings_of(const std::string& rule, const std::string& markdown) {
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", markdown));
  return static_cast<std::size_t>(std::count_if(file.findings.begin(), file.findings.end(),
                                                [&](const Finding& finding) { return builtin_engine().infos[finding.rule].id == rule; }));
}

class Consistency : public testing::TestWithParam<Twin> {};

TEST_P(Consistency, IsFoundWhereItIsMissingOnly) {
  const Twin& twin = GetParam();
  EXPECT_EQ(findings_of(twin.rule, article(twin.before, twin.inconsistent)), 1U) << twin.inconsistent;
  EXPECT_EQ(findings_of(twin.rule, article(twin.before, twin.consistent)), 0U) << twin.consistent;
}

const auto twins = std::to_array<Twin>({
    // The same statement with two values.
    {"Year", "consistency/value", "The lighthouse at Orrin Point was repainted in 1921.",
     "The lighthouse at Orrin Point was repainted in 1948.", "The lighthouse at Orrin Point was repainted in the 1920s."},
    {"Date", "consistency/value", "The ferry to Marrow Island was repaired on 4 May 1911.",
     "The ferry to Marrow Island was repaired on 9 June 1911.", "The ferry to Marrow Island was repaired in May 1911."},
    {"DayWithoutYear", "consistency/one-event-date", "The lantern parade in Tolver begins on April 19.",
     "The lantern parade in Tolver begins on March 31.", "The lantern parade in Tolver begins on 19 April."},
    {"Decade", "consistency/value", "Families from Orrin settled the valley in the 1830s.",
     "Families from Orrin settled the valley in the 1870s.", "Families from Orrin settled the valley in 1834."},
    {"Century", "consistency/value", "Salt was mined near Tolver in the fifteenth century.",
     "Salt was mined near Tolver in the second century.", "Salt was mined near Tolver in 1480."},
    {"Span", "consistency/value", "The Harrow family owned the orchard from 1831 until 1902.",
     "The Harrow family owned the orchard from 1841 until 1915.", "The Harrow family owned the orchard from 1831."},
    {"Before", "consistency/one-building-date", "The parish granary at Tolver was built in 1893.",
     "The parish granary at Tolver was built before 1850.", "The parish granary at Tolver was built before 1900."},
    {"CountInDigits", "consistency/one-count", "The flood damaged 239 houses in Tolver.", "The flood damaged 23 houses in Tolver.",
     "The flood damaged about 240 houses in Tolver."},
    {"CountInWords", "consistency/one-count", "The harbour office employs four pilots in winter.",
     "The harbour office employs seven pilots in winter.", "The harbour office employs 4 pilots in winter."},
    {"CountOpen", "consistency/one-count", "The harbour office employs two pilots in winter.",
     "The harbour office employs three or more pilots in winter.", "The harbour office employs at least two pilots in winter."},
    {"Money", "consistency/value", "The council granted the library £40,000.", "The council granted the library £90,000.",
     "The council granted the library more than £39,000."},
    {"Percentage", "consistency/value", "The dye covers 30% of the cloth.", "The dye covers 55 percent of the cloth.",
     "The dye covers about 30 per cent of the cloth."},
    {"UnitsAreConverted", "consistency/one-length", "The rope bridge at Orrin spans 40 meters.", "The rope bridge at Orrin spans 200 feet.",
     "The rope bridge at Orrin spans 131 feet."},
    {"RangeAgainstLeast", "consistency/one-dose", "Growers give velmora powder in doses of 10–12 g daily.",
     "Growers give velmora powder in doses of at least 20 g daily.", "Growers give velmora powder in doses of up to 12 g daily."},
    {"Duration", "consistency/value", "The glaze of the Tolver pots dries in three weeks.",
     "The glaze of the Tolver pots dries in a few days.", "The glaze of the Tolver pots dries in 21 days."},
    {"TimeOfDay", "consistency/one-opening-time", "The market hall in Tolver opens at 7:30 am.", "The market hall in Tolver opens at 9 am.",
     "The market hall in Tolver opens at 07:30."},
    {"Ordinal", "consistency/value", "Tolver hosted the third regatta of the northern lakes.",
     "Tolver hosted the fifth regatta of the northern lakes.", "Tolver hosted the 3rd regatta of the northern lakes."},
    {"OnlyIs", "consistency/one-width", "The dial is about 34 mm across.", "The dial is 52 mm across.", "The dial is 3.3 cm across."},
    {"ClauseOfALongerSentence", "consistency/value",
     "Mira Tolland grew up in Orrin and received her surgeon's licence from the Guild of Tolver in 1907.",
     "Mira Tolland received her surgeon's licence from the Guild of Tolver in 1913.",
     "Mira Tolland received her surgeon's licence from the Guild of Tolver in 1907 or so."},
    // Single-valued facts.
    {"BirthDate", "consistency/birth-date", "Mira Tolland was born on 3 May 1871.", "Tolland was born in 1875.",
     "Tolland was born in May 1871."},
    {"BirthPlace", "consistency/birth-place", "Mira Tolland was born in Orrin, Wales.", "Mira Tolland was born in Tolver.",
     "Mira Tolland was born in Wales."},
    {"DeathDate", "consistency/death-date", "Mira Tolland died in 1931.", "Mira Tolland died in Tolver on 2 May 1935.",
     "Mira Tolland died in Tolver on 2 May 1931."},
    {"Founded", "consistency/founded", "The Tolver Glee Club is a choir that was founded in 1902.", "The club was established in 1911.",
     "The Tolver Glee Club was established in March 1902."},
    {"FoundedByPronoun", "consistency/founded", "The Tolver Glee Club was founded in 1902.",
     "The Tolver Glee Club has a small hall. It was founded in 1911.", "The Tolver Glee Club has a small hall. It was founded in 1902."},
    {"Founder", "consistency/founder", "The Tolver Glee Club was founded by Mira Tolland.", "The Tolver Glee Club was founded by Ben Lark.",
     "The Tolver Glee Club was founded by Ben Lark and Mira Tolland."},
    {"Located", "consistency/located", "Tolver Hall is located in Orrin, Wales.", "Tolver Hall is located in Marrow, Wales.",
     "Tolver Hall is located in Wales."},
    {"Capacity", "consistency/capacity", "Tolver Hall has a capacity of 400.", "Tolver Hall can hold up to 900 people.",
     "Tolver Hall can hold up to 400 people."},
    {"Winner", "consistency/won-by", "The silver cup was won by Mira Tolland of Orrin.", "The silver cup was won by Ben Lark of Orrin.",
     "The silver cup was won by Tolland."},
    {"FilmYear", "consistency/released", "“Mill Lane” is a 1931 silent film.", "“Mill Lane” was released in 1935.",
     "“Mill Lane” was released in May 1931."},
    {"AgeAtDeath", "consistency/age-at-death", "Mira Tolland died in 1931 at the age of 60.", "Mira Tolland died at the age of 72.",
     "Mira Tolland died aged 60."},
    // Arithmetic.
    {"Weekday", "consistency/weekday", "The fair is held each spring.", "It opens on Friday, 12 March 2019.",
     "It opens on Tuesday, 12 March 2019."},
    {"Doubled", "consistency/factor", "The herd is old.", "The herd doubled from 10 to 30 head.", "The herd doubled from 10 to 20 head."},
    {"Change", "consistency/change", "The herd is old.", "It saw a 50% rise from 10 to 20 head.", "It saw a 100% rise from 10 to 20 head."},
    {"Conversion", "consistency/conversion", "The lake is old.", "It is 5 miles (12 km) long.", "It is 5 miles (8 km) long."},
    {"SpanBackwards", "consistency/span", "The mill is old.", "Ben Lark ran it from 1995 to 1990.", "Ben Lark ran it from 1990 to 1995."},
    {"Shares", "consistency/shares", "The soil is old.", "It consists of 60% sand, 30% clay and 20% peat.",
     "It consists of 60% sand, 30% clay and 10% peat."},
    {"Age", "consistency/age", "Mira Tolland was born in 1871.", "Mira Tolland died in 1931 at the age of 72.",
     "Mira Tolland died in 1931 at the age of 60."},
    // Promises and references.
    {"PromiseOfAnyNoun", "consistency/promised-count", "Bees are old.", "The hive knows two dances:\n\n- Round.\n- Waggle.\n- Sickle.",
     "The hive knows three dances:\n\n- Round.\n- Waggle.\n- Sickle."},
    {"PromiseKeptWithinTheSentence", "consistency/promised-count", "Bees are old.", "Honey comes in two grades: pale, amber and dark.",
     "Honey comes in three grades: pale, amber and dark."},
    {"PromiseKeptInBrackets", "consistency/promised-count", "Bees are old.", "The club keeps four races (Buckfast, Carnica and Ligustica).",
     "The club keeps three races (Buckfast, Carnica and Ligustica)."},
    {"AnItemMayHoldAnAnd", "consistency/promised-count", "Bees are old.", "The feed has five parts: bread and butter, sugar, and water.",
     "The feed has three parts: bread and butter, sugar, and water."},
    {"PromiseToldInOrder", "consistency/promised-count", "Bees are old.",
     "Swarms have two causes. First, the hive is full. Second, the queen is old. Third, the spring is warm.",
     "Swarms have three causes. First, the hive is full. Second, the queen is old. Third, the spring is warm."},
    {"LabelledHeadings", "consistency/heading-number", "Bees are old.", "### Step 1: Smoke\n\nGently.\n\n### Step 1: Lift\n\nSlowly.",
     "### Step 1: Smoke\n\nGently.\n\n### Step 2: Lift\n\nSlowly."},
    {"NumbersOfItems", "consistency/list-number", "Bees are old.", "1. Smoke.\n2. Lift.\n4. Look.", "1. Smoke.\n1. Lift.\n1. Look."},
    {"FormerName", "consistency/former-name", "Bees are old.", "The Harlow Hive Club (formerly Harlow Hive Club) meets weekly.",
     "The Harlow Hive Club (formerly Harlow Bee Union) meets weekly."},
    {"TotalOfAList", "consistency/list-total", "Bees are old.", "The club has 48 hives in all:\n\n- Orrin: 17\n- Harlow: 28",
     "The club has 45 hives in all:\n\n- Orrin: 17\n- Harlow: 28"},
    {"TotalBelowAList", "consistency/list-total", "Bees are old.", "- veil, €14\n- smoker, €19\n\nTogether they come to €38.",
     "- veil, €14\n- smoker, €19\n\nTogether they come to €33."},
    // Superlatives against the numbers of a list or table.
    {"LargestOfAList", "consistency/largest", "Bees are old.", "Harlow is the biggest buyer.\n\n- Orrin: 51%\n- Harlow: 22%\n- Tolver: 9%",
     "Orrin is the biggest buyer.\n\n- Orrin: 51%\n- Harlow: 22%\n- Tolver: 9%"},
    {"CheapestOfATable", "consistency/cheapest", "Bees are old.",
     "The straw hive is the cheapest.\n\n| Hive | Price |\n| --- | --- |\n| Straw hive | $40 |\n| Log hive | $25 |\n| Box hive | $80 |",
     "The log hive is the cheapest.\n\n| Hive | Price |\n| --- | --- |\n| Straw hive | $40 |\n| Log hive | $25 |\n| Box hive | $80 |"},
    {"LongestInAnyColumn", "consistency/longest", "Bees are old.",
     "The salt path is the longest.\n\n| Path | Length | Climb |\n| --- | --- | --- |\n| Salt path | 4 km | 9 m |\n| Dune path | 7 km | 12 "
     "m |\n| Ridge | 5 km | 90 m |",
     "The salt path is the longest.\n\n| Path | Length | Climb |\n| --- | --- | --- |\n| Salt path | 4 km | 99 m |\n| Dune path | 7 km | "
     "12 m |\n| Ridge | 5 km | 90 m |"},
    {"Promise", "consistency/promised-count", "Bees are old.", "Here are three reasons to keep them:\n\n- Honey.\n- Wax.",
     "Here are two reasons to keep them:\n\n- Honey.\n- Wax."},
    {"HeadingNumbers", "consistency/heading-number", "Bees are old.", "### 1. Honey\n\nSweet.\n\n### 2. Wax\n\nHard.\n\n### 4. Hum\n\nLow.",
     "### 1. Honey\n\nSweet.\n\n### 2. Wax\n\nHard.\n\n### 3. Hum\n\nLow."},
    {"Anchor", "consistency/anchor", "Bees are old.", "See [wax](#the-wax).\n\n## Wax\n\nHard.", "See [wax](#wax).\n\n## Wax\n\nHard."},
    {"Reference", "consistency/reference-number", "Bees are old.", "They dance [3].\n\n## References\n\n1. Lark.\n2. Tolland.",
     "They dance [2].\n\n## References\n\n1. Lark.\n2. Tolland."},
    {"Footnote", "consistency/footnote", "Bees are old.", "They dance.[^1]", "They dance.[^1]\n\n[^1]: Lark."},
});

INSTANTIATE_TEST_SUITE_P(Twins, Consistency, testing::ValuesIn(twins), [](const auto& test) { return test.param.name; });

/// Pairs that look like a contradiction and are none: nothing of the pack may be found.
class Guard : public testing::TestWithParam<Twin> {};

TEST_P(Guard, NothingIsFound) {
  const Twin& twin = GetParam();
  EXPECT_EQ(findings_in(article(twin.before, twin.inconsistent)).find("consistency/"), std::string::npos)
      << findings_in(article(twin.before, twin.inconsistent));
}

const auto guards = std::to_array<Twin>({
    {"OtherSubject", "", "The lighthouse at Orrin was repainted in 1921.", "The lighthouse at Marrow was repainted in 1948.", ""},
    {"OtherYear", "", "In the 1990 census the parish of Tolver had 180 inhabitants.",
     "In the 2010 census the parish of Tolver had 240 inhabitants.", ""},
    {"OtherStudy", "", "A 2014 study of velmora found a fall of 12% in sleep.", "A 2017 study of velmora found a fall of 30% in sleep.",
     ""},
    {"OtherObject", "", "The council granted the library £40,000.", "The council granted the school £90,000.", ""},
    {"OtherGroup", "", "Grown dogs with velmora fever sleep 12 hours.", "Young dogs with velmora fever sleep 18 hours.", ""},
    {"FigureNumbers", "", "The pattern of the glaze is shown in step 3.", "The pattern of the glaze is shown in step 4.", ""},
    {"Condition", "", "The ferry to Marrow carries 40 cars.", "If the pier is repaired, the ferry to Marrow carries 60 cars.", ""},
    {"Question", "", "The ferry to Marrow carries 40 cars.", "Does the ferry to Marrow carry 60 cars?", ""},
    {"Would", "", "The ferry to Marrow carries 40 cars.", "The ferry to Marrow would carry 60 cars.", ""},
    {"ListItems", "", "- Starting dose is 2 g of velmora daily.\n- Starting dose is 5 g of velmora daily.", "That is all.", ""},
    {"Table", "", "| Day | Dose |\n|---|---|\n| Monday | The dose of velmora is 2 g. |\n| Friday | The dose of velmora is 5 g. |",
     "That is all.", ""},
    {"SideBySide", "", "In 1921 the choir won the silver cup at Orrin. In 1925 the choir won the silver cup at Orrin.", "That is all.", ""},
    {"Code", "", "The default limit is `10` rows.", "The default limit is `20` rows.", ""},
    {"Quotation", "", "The ferry to Marrow carries 40 cars.", "> \u201cThe ferry to Marrow carries 60 cars.\u201d", ""},
    {"Attributed", "", "The ferry to Marrow carries 40 cars.", "According to Lark, the ferry to Marrow carries 60 cars.", ""},
    {"NumbersInNames", "", "The well holds a signed 16-bit integer.", "The well holds a signed 32-bit integer.", ""},
    {"About", "", "The ferry to Marrow carries about 40 cars.", "The ferry to Marrow carries 44 cars.", ""},
    {"OtherEvent", "", "The choir was founded in 1902.", "The railway was founded in 1911.", ""},
    {"HisSon", "", "Ben Lark died in 1931.", "His son died in 1958.", ""},
    {"LongerName", "", "Tolver School opened in 1880.", "Tolver North School opened in 1914.", ""},
    {"SubordinateClause", "", "Tolver County was founded in 1858.",
     "Tolver County keeps the number it got when the register was founded in 1922.", ""},
    {"CouncilsOfTwoTowns", "", "The council of Tolver was formed in 1855.", "The council of Orrin was formed in 1868.", ""},
    {"PromiseOfTheLastNounOnly", "", "Bees are old.",
     "Of two hives chosen blindly, there is:\n\n- A calm one.\n- A wild one.\n- A sick one.", ""},
    {"ExamplesAreNoEnumeration", "", "Bees are old.", "Honey comes in nine grades: pale, amber and dark, for example.", ""},
    {"HeadingNumberIsNoPromise", "", "Bees are old.", "### 4. Benefits of bees\n\n- Honey.\n- Wax.\n- Hum.", ""},
    {"SoftWrappedContents", "",
     "1. [Wax](#wax)\n2. [Hum](#hum)\n    [Low](#low)\n    [High](#high)\n3. [Later](#later)\n\n## Wax\n\nHard.\n\n## Hum\n\nLong.\n\n### "
     "Low\n\n"
     "Deep.\n\n### High\n\nShrill.",
     "That is all.", ""},
});

INSTANTIATE_TEST_SUITE_P(Guards, Guard, testing::ValuesIn(guards), [](const auto& test) { return test.param.name; });

TEST(Footnotes, ThatAreMissingAreOneFindingALabel) {
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", "Bees dance.[^1] They sleep.[^2]\n\nThey wake.[^1]\n"));
  ASSERT_EQ(file.findings.size(), 2U);
  EXPECT_EQ(file.source.view(file.findings[0].source), "[^1]");
  ASSERT_EQ(file.findings[0].related.size(), 1U);
  EXPECT_EQ(file.findings[0].related[0].source.begin, 43U);
  EXPECT_TRUE(file.findings[1].related.empty());
}

}  // namespace
}  // namespace stet::consistency_test
