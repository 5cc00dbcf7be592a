// What the checks offer to mend, applied.
#include <gtest/gtest.h>

#include "findings/fixes.h"
#include "pipeline/check.h"

namespace stet::mending_test {
namespace {

struct Mending {
  std::string name;
  std::string before;
  std::string after;  ///< the same as before: nothing is mended
  bool unsafe_too = false;
};

void PrintTo(const Mending& mending, std::ostream* out) { *out << mending.name; }

std::string mended(std::string text, bool unsafe_too) {
  for (unsigned round = 0; round < 5; ++round) {
    FixedText fixed = apply_fixes(check_source(builtin_engine(), *make_source("test.md", text)), unsafe_too);
    if (fixed.fixed == 0) return text;
    text = std::move(fixed.bytes);
  }
  return "not done after five rounds:\n" + text;
}

class MendingTest : public testing::TestWithParam<Mending> {};

TEST_P(MendingTest, GivesTheTextExpected) { EXPECT_EQ(mended(GetParam().before, GetParam().unsafe_too), GetParam().after); }

const std::string ferry = "The ferry to Tarsin leaves the eastern quay at dawn.";
const std::string mail = "It carries the mail, the milk and whoever has business on the mainland.";
const std::string other = "The chapel above the village holds a painted ceiling.";
const std::string rain = "Rain falls on the northern cape for most of the year.";

const std::string section =
    ferry + " " + mail +
    "\n\nIn winter the crossing takes an hour longer, and the captain decides on the day whether the weather allows it at "
    "all.\n\n";

Mending untouched(std::string name, const std::string& text, bool unsafe_too = false) { return {std::move(name), text, text, unsafe_too}; }

INSTANTIATE_TEST_SUITE_P(
    Weekdays, MendingTest,
    testing::Values(Mending{"Name", "The fair opens on Friday, 12 March 2019.\n", "The fair opens on Tuesday, 12 March 2019.\n"},
                    Mending{"Abbreviation", "It closed on 13 March 2019 (Thu).\n", "It closed on 13 March 2019 (Wed).\n"},
                    Mending{"Capitals", "OPEN ON FRIDAY, 12 MARCH 2019.\n", "OPEN ON TUESDAY, 12 MARCH 2019.\n"},
                    untouched("RightOne", "The fair opens on Tuesday, 12 March 2019.\n")),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Counts, MendingTest,
    testing::Values(
        Mending{"Word", "Here are three reasons to keep bees:\n\n- Honey.\n- Wax.\n",
                "Here are two reasons to keep bees:\n\n- Honey.\n- Wax.\n", true},
        Mending{"Digits", "## 5 reasons to keep bees\n\n- Honey.\n- Wax.\n", "## 2 reasons to keep bees\n\n- Honey.\n- Wax.\n", true},
        Mending{"CapitalizedWord", "## Five reasons to keep bees\n\n- Honey.\n- Wax.\n",
                "## Two reasons to keep bees\n\n- Honey.\n- Wax.\n", true},
        untouched("NotUnasked", "Here are three reasons to keep bees:\n\n- Honey.\n- Wax.\n"),
        untouched("HeadingThatIsLinkedTo", "See [why](#five-reasons-to-keep-bees).\n\n## Five reasons to keep bees\n\n- Honey.\n- Wax.\n",
                  true),
        untouched("HeadingThatIsNamed",
                  "Contents: five reasons to keep bees.\n\nFive reasons to keep bees\n\n## Five reasons to keep bees\n\n- Honey.\n- Wax.\n",
                  true)),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    RepeatsThatGo, MendingTest,
    testing::Values(Mending{"NeighbourOfOneSentence", ferry + "\n\n" + ferry + "\n\nRain.\n", ferry + "\n\nRain.\n"},
                    Mending{"Neighbour", ferry + " " + mail + "\n\n" + ferry + " " + mail + "\n\nRain.\n",
                            ferry + " " + mail + "\n\nRain.\n"},
                    Mending{"BeyondRunningText", ferry + " " + mail + "\n\n" + other + "\n\n" + ferry + " " + mail + "\n\n" + rain + "\n",
                            ferry + " " + mail + "\n\n" + other + "\n\n" + rain + "\n"},
                    Mending{"AtTheEndWithoutLineFeed", ferry + "\n\n" + other + "\n\n" + ferry, ferry + "\n\n" + other + "\n"},
                    Mending{"CarriageReturns", ferry + " " + mail + "\r\n\r\n" + other + "\r\n\r\n" + ferry + " " + mail + "\r\n",
                            ferry + " " + mail + "\r\n\r\n" + other + "\r\n"},
                    Mending{"ThreeTimes", ferry + " " + mail + "\n\n" + ferry + " " + mail + "\n\n" + ferry + " " + mail + "\n",
                            ferry + " " + mail + "\n"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    RepeatsThatAreOffered, MendingTest,
    testing::Values(Mending{"FirstSentence", ferry + "\n\n" + ferry + " " + other + "\n", ferry + "\n\n" + other + "\n", true},
                    Mending{"LastSentence", ferry + "\n\n" + other + "\n" + ferry + "\n", ferry + "\n\n" + other + "\n", true},
                    Mending{"WrappedElsewhere", ferry + "\n\nRain falls. The ferry to Tarsin\nleaves the eastern quay at dawn. Rain.\n",
                            ferry + "\n\nRain falls. Rain.\n", true},
                    Mending{"SectionWithItsHeadingAtTheEnd",
                            "## Ferry\n\n" + section + "## Chapel\n\n" + other + "\n\n## Ferry\n\n" + section,
                            "## Ferry\n\n" + section + "## Chapel\n\n" + other + "\n", true}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    RepeatsThatStay, MendingTest,
    testing::Values(
        untouched("NotQuiteTheSame", ferry + "\n\n" + other + " The ferry to Tarsin left the eastern quay at dawn.\n"),
        untouched("ALastSentence", ferry + "\n\n" + other + "\n" + ferry + "\n"),
        untouched("InAnotherSection",
                  "## Going\n\n" + ferry + " " + mail + "\n\nRain.\n\n## Coming\n\n" + ferry + " " + mail + "\n\nRain.\n"),
        untouched("SectionWithItsHeading", "## Ferry\n\n" + section + "## Chapel\n\n" + other + "\n\n## Ferry\n\n" + section),
        untouched("BeforeCode", ferry + "\n\n```\none\n```\n\n" + ferry + "\n\n```\ntwo\n```\n"),
        untouched("BeforeAList", ferry + "\n\n" + other + "\n\n" + ferry + "\n\n- " + rain + "\n"),
        untouched("BeforeASentenceThatLeansOnIt",
                  ferry + "\n\n" + other + "\n\n" + ferry + "\n\nThis makes it late on most of the days.\n"),
        untouched("BeyondALabel", ferry + "\n\n**In winter:** " + other + "\n\n" + ferry + "\n"),
        untouched("UnderLabels", "**In summer:** " + ferry + "\n\n**In winter:** " + ferry + "\n"),
        untouched("ALeadIn", "The ferry to Tarsin leaves the eastern quay at:\n\nThe ferry to Tarsin leaves the eastern quay at:\n"),
        untouched("Definitions", "`--a`\n\n: " + ferry + "\n\n`--b`\n\n: " + ferry + "\n"),
        untouched("Verse",
                  "The ferry to Tarsin leaves  \nthe eastern quay at dawn.\n\nThe ferry to Tarsin leaves  \nthe eastern quay at dawn.\n"),
        untouched("InADirective", other + "\n\n" + ferry + "\n\n:::tip\n" + ferry + "\n:::\n\n" + rain + "\n"),
        untouched("InAQuote", "> " + ferry + "\n\n" + other + "\n\n> " + ferry + "\n"),
        untouched("WithEmphasisAround", ferry + "\n\n" + other + " **" + ferry + "** Rain.\n", true),
        untouched("AcrossEmphasis", ferry + "\n\n**Rain falls. " + ferry + "**\n", true),
        untouched("AllThatAHeadingHas", ferry + "\n\n## Ferry\n\n" + ferry + "\n\n## Rain\n\nRain.\n", true),
        untouched("WithANote", ferry + "\n\nRain falls. " + ferry + "[^1] Rain.\n\n[^1]: Seen in May.\n", true),
        untouched("BeforeAListMark", ferry + "\n\n" + ferry + " - so they say.\n"),
        untouched("InAList", "- " + ferry + "\n- Rain.\n- " + ferry + "\n", true),
        untouched("BeforeASentenceOfItsParagraphThatLeansOnIt", ferry + "\n\n" + ferry + " This makes it late on most days.\n", true),
        untouched("AllThatAnElementHolds", ferry + "\n\n" + other + "\n\n<div>\n\n" + ferry + "\n\n</div>\n\n" + rain + "\n", true),
        untouched("BetweenTwoLists", ferry + "\n\n- Rain.\n\n" + ferry + "\n\n- Snow.\n", true),
        untouched("BehindAComment", ferry + "\n\n" + other + "\n\n<!-- keep -->\n" + ferry + "\n\nRain.\n", true)),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Footnotes, MendingTest,
    testing::Values(Mending{"Stub", "The bridge was closed.[^c]\n", "The bridge was closed.[^c]\n\n[^c]: TODO\n", true},
                    Mending{"BehindAnother", "It was closed.[^c] It fell.[^d]\n\n[^c]: In May.\n",
                            "It was closed.[^c] It fell.[^d]\n\n[^c]: In May.\n[^d]: TODO\n", true},
                    Mending{"Two", "It was closed.[^c] It fell.[^d]", "It was closed.[^c] It fell.[^d]\n\n[^c]: TODO\n[^d]: TODO\n", true},
                    Mending{"CarriageReturns", "It fell.[^d]\r\n", "It fell.[^d]\r\n\r\n[^d]: TODO\r\n", true},
                    untouched("NotUnasked", "It fell.[^d]\n"), untouched("BehindOpenCode", "It fell.[^d]\n\n```\ncode\n", true)),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace stet::mending_test
