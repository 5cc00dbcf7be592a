// What is told as a repetition of articles that are read through, and what only looks like one.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::repeating_test {
namespace {

const std::string crossing = "The ferry crosses the sound in forty minutes when the tide runs with it.";
const std::string between = "\n\n## Winter\n\nSnow falls late on the island.\n\n## Again\n\n";

/// An article in which one thing stands, and another under a later heading.
std::string apart(const std::string& first, const std::string& second, const std::string& front_matter = "") {
  return front_matter + "## First\n\n" + first + between + second + "\n";
}

const std::string examples = "Call `open`, then `read`, `write`, `seek` and `close` on the `Sound`.\n\n";
const std::string flood = "Water runs over the southern meadows twice a year.";

TEST(Repeating, IsToldOfWordsInAnotherOrder) {
  EXPECT_EQ(findings_in(apart("Salt, wind and the bark of old pines give the cheese of Brenholm its taste.",
                              "Its taste comes to the cheese of Brenholm from old pine bark, wind and salt.")),
            "11 repetition/sentence");
}

TEST(Repeating, IsToldOfNearSynonyms) {
  EXPECT_EQ(findings_in(apart("Storms begin in autumn, when cold air from the mountains meets the warm water of the sound.",
                              "In autumn the storms start: warm water of the sound meets the cold air that comes from the mountains.")),
            "11 repetition/sentence");
}

TEST(Repeating, IsToldOfAClauseThatHoldsAllFiguresOfOneOfThem) {
  const std::string claim = "a new keel can shorten the crossing to Tarsin by up to 12 minutes";
  EXPECT_EQ(findings_in(apart("Shipwrights say that " + claim + ".",
                              "Tests show that " + claim + ", while boats with a copper skin have 5 fewer days in dock.")),
            "11 repetition/sentence");
}

TEST(Repeating, IsSilentOnAClauseThatHasAFigureOfItsOwn) {
  EXPECT_EQ(findings_in(apart("Shipwrights say that a new keel can shorten the crossing to Tarsin by up to 12 minutes in 1990.",
                              "Tests show that a new keel can shorten the crossing to Tarsin by up to 12 minutes, while 5 boats went.")),
            "");
}

TEST(Repeating, IsToldOfAnItemWithAKindredLabelWhereThatIsLikely) {
  const std::string before = "- **Damp lids**: Wet wood chills brood and feeds mould\n- **Mites**: They come with swarms\n\n";
  const std::string after = "1. Look for queen cells every week.\n\n- **Ask around**: Neighbours know which field will bloom next\n";
  const std::string drowned = "Bees drown where they find nothing to stand on.";
  EXPECT_EQ(findings_in(apart(before + drowned, after + "- **Keep lids dry**: Wet wood chills brood")), "17 repetition/sentence");
  EXPECT_EQ(findings_in(apart(before + drowned, after + "- **Weigh them**: Wet wood chills brood")), "");
  EXPECT_EQ(findings_in(apart(before + drowned, after + "- **Keep lids dry**: Wet wood chills 5 frames of brood")), "");
}

TEST(Repeating, IsToldOfARemarkThatIsPastedBehindEachLabelOfAList) {
  const std::string remark = "That costs a season. Mend one frame at a time before the lime trees bloom.";
  EXPECT_EQ(findings_in("## Slips\n\n- **Opening hives in the rain:** " + remark + "\n- **Feeding too late:** " + remark + "\n"),
            "4 repetition/sentence");
}

TEST(Repeating, IsSilentOnExamplesInAListThatDifferInTheirSymbols) {
  const std::string example = "For example, the frame of the lower box is the one where ";
  EXPECT_EQ(findings_in("## Frames\n\n- A shut frame lets nobody in. " + example + "`0 <= x`.\n- An open frame lets all in. " + example +
                        "`0 < x`.\n"),
            "");
}

TEST(Repeating, IsSilentOnASentenceThatIsQuotedToBeAnswered) {
  EXPECT_EQ(findings_in(apart(crossing, "A reader writes: \"" + crossing + "\" He has not tried it in March.")), "");
}

TEST(Repeating, IsSilentOnAThingAndTheStepThatNeedsIt) {
  EXPECT_EQ(
      findings_in(apart("- Fine copper sieve or linen cloth", "1. Pour the whey through a fine copper sieve or linen cloth, and wait.")),
      "");
}

TEST(Repeating, IsSilentOnLinksToTheNextArticle) {
  const std::string link = "[How the ferry of Brenholm got its second engine](/second-engine)";
  EXPECT_EQ(findings_in(apart("Next: " + link + ".", "Next in this series: " + link + ".")), "");
}

TEST(Repeating, IsToldOfManyListsThatHaveItemsInCommon) {
  const std::string one =
      "- **Rope:** Coil the rope by the mast before dusk.\n\nWords.\n\n- **Lamp:** Fill the copper lamp with whale oil.\n";
  const std::string two =
      "- **Rope:** Coil the rope by the tall mast before dusk.\n\nOthers.\n\n- **Lamp:** Fill each copper lamp with whale oil.\n";
  EXPECT_EQ(findings_in(apart(one, two)), "16 repetition/sentence, 20 repetition/sentence");
}

TEST(Repeating, AsksForLessUnderALabelThatStandsTwice) {
  const std::string one = "- **Boat wax:** Rub warm beeswax into the planks before spring.";
  const std::string two = "- **Boat wax:** In spring the planks want beeswax and a long day of dry wind.";
  EXPECT_EQ(findings_in(apart(one, two)), "11 repetition/sentence");
  EXPECT_EQ(findings_in(apart(one, two + "\n- **Boat wax:** None is sold on Tarsin.")), "");
}

TEST(Repeating, IsToldOfFourWordsThatAreAllTheSame) {
  EXPECT_EQ(findings_in(apart("Raw limpets can be poisonous in warm months.", "In warm months limpets can also be poisonous.")),
            "11 repetition/sentence");
  EXPECT_EQ(findings_in(
                apart("**Mussels:** In warm months they can be poisonous raw.", "**Limpets:** Raw, they can be poisonous in warm months.")),
            "");
}

TEST(Repeating, IsToldOfALongSentenceOfWhichMuchIsTheSame) {
  EXPECT_EQ(findings_in(apart(
                "Gales from the north empty the harbour of Tarsin within hours, tear at chains and drive herring boats onto the sandbank.",
                "Whoever moors at Tarsin should know that northern gales empty its harbour, and that herring boats end on the sandbank "
                "when chains break.")),
            "11 repetition/sentence");
}

TEST(Repeating, IsSilentWhereAllThatIsTheSameIsTheTitle) {
  EXPECT_EQ(findings_in("# How to tar and caulk old herring boats\n\n" +
                        apart("This page explains how to tar and caulk old herring boats with what you have at home.",
                              "Patience is all it needs to tar and caulk old herring boats.")),
            "");
}

TEST(Repeating, IsToldOfSectionsThatAskOfOneTopic) {
  const std::string causes = "Salt in the air eats the copper of lamps within a winter.";
  const std::string care = "The copper of lamps is eaten by salt in the air within one winter.";
  const std::string in_between = "\n\n## How long do lamps last?\n\nNobody counts the years.\n\n";
  EXPECT_EQ(findings_in("# Lamps\n\n## What harms lamps?\n\n" + causes + in_between + "## How to care for lamps?\n\n" + care + "\n"),
            "13 repetition/sentence");
  EXPECT_EQ(
      findings_in("# Lamps\n\n## Should a red lamp burn?\n\n" + causes + in_between + "## Should a blue lamp burn?\n\n" + care + "\n"), "");
}

TEST(Repeating, IsToldOfANearSynonymInASlot) {
  EXPECT_EQ(findings_in(apart("Dry moss is essential for the packing of eggs.", "Dry moss is necessary for the packing of eggs.")),
            "11 repetition/sentence");
  EXPECT_EQ(findings_in(apart("Dry moss is essential for the packing of eggs.", "Dry moss is essential for the packing of lamps.")), "");
}

TEST(Repeating, IsToldOfSentencesBetweenBackticks) {
  const std::string prose = "The keeper trims the wick at dusk, because a long one smokes and blackens the glass.";
  EXPECT_EQ(findings_in(apart("```" + prose + "```", prose)), "11 repetition/sentence");
}

TEST(Repeating, IsToldOfAClauseInALongerSentence) {
  EXPECT_EQ(
      findings_in(apart("The island asks painters, who come each May, to leave the lamp of the old lighthouse alone at night.",
                        "The baker lets small rooms above the oven to summer guests for a fair price, and tells these as well to leave the "
                        "lamp of the old lighthouse alone.")),
      "11 repetition/sentence");
}

TEST(Repeating, IsToldUnderLabelsThatShareAWord) {
  EXPECT_EQ(findings_in(apart("- **Rust:** Salt air eats thin iron, so paint it.\n- **Rope:** Coil it.",
                              "- **Rust on hinges:** Iron that is thin is eaten by salt and damp.\n- **Nets:** Dry them.")),
            "12 repetition/sentence");
}

TEST(Repeating, IsANoteOfALongNearCopyInParallelSectionsOfProse) {
  const std::string one = "Cork floats keep the upper rope of the net above the waves when herring pull it down.";
  const std::string two = "Cork floats keep the upper rope of the net above steep waves when herring pull it down.";
  EXPECT_EQ(findings_in("## Drift nets\n\nBrass is heavy. " + one + "\n\n## Bag nets\n\nTin is cheap, and rusts. " + two + "\n"),
            "7 repetition/sentence");
}

TEST(Repeating, IsToldOfAListThatItsSectionHasTwice) {
  const std::string list =
      "- `oar`: the boat has lost both oars of ash and drifts north.\n- `leak`: water stands between the tarred planks of the boat at "
      "dawn.\n"
      "- `sail`: the linen sail of the boat is torn from mast to boom.\n";
  EXPECT_EQ(findings_in("## Signals\n\n" + list + "\nThe `pilot` flies one of these:\n\n" + list), "9 repetition/sentence");
}

TEST(Repeating, IsToldOfADatedArticleFullOfCode) {
  const std::string dated = "---\ndate: 2031-04-02\n---\n\n";
  EXPECT_EQ(findings_in(apart(examples + flood, flood)), "");
  EXPECT_EQ(findings_in(apart(examples + flood, flood, dated)), "17 repetition/sentence");
}

TEST(Repeating, TakesAnUndatedFieldForNoDate) {
  EXPECT_EQ(findings_in(apart(examples + flood, flood, "---\npublished: true\n---\n\n")), "");
}

TEST(Repeating, IsSilentOnAQuestionAndItsAnswer) {
  EXPECT_EQ(findings_in(apart("Does the ferry of Brenholm cross the sound in winter storms at night?",
                              "The ferry of Brenholm does not leave. It crosses the sound in winter storms by night when a doctor asks.")),
            "");
}

TEST(Repeating, IsSilentOnTheLinesOfAnExampleThatAreGoneThrough) {
  const std::string line = "- `add(oars, 2)` puts two oars of ash into the boat that lies at the quay.\n";
  EXPECT_EQ(findings_in("## Loading\n\n" + line + line), "");
  const std::string option = "- `oars` puts two oars of ash into the boat that lies at the quay.\n";
  EXPECT_EQ(findings_in("## Loading\n\n" + option + option), "4 repetition/sentence");
}

TEST(Repeating, IsANoteOfALongSentenceThatParallelSectionsHaveInProse) {
  const std::string boilerplate = "The harbour office of Tarsin asks sailors, fishers, painters and guests to leave lamps lit until dawn.";
  EXPECT_EQ(findings_in("## Lamps for boats\n\nBrass is heavy. " + boilerplate + "\n\n## Lamps for sheds\n\nTin is cheap, and rusts. " +
                        boilerplate + "\n"),
            "7 repetition/sentence");
}

TEST(Repeating, LeavesOneNameInThePlaceOfAnotherToNearCopies) {
  const std::string boat = "The boat has oars of ash, a mast of pine, two sails of linen and a keel from Tarsin in the sound.";
  const std::string other = "The boat has oars of ash, a mast of pine, two sails of linen and a keel from Ostvik in the sound.";
  EXPECT_EQ(findings_in(apart(boat, other)), "11 contradiction/near-copy");
}

const std::string boats =
    "The boats of Brenholm are told here.\n\n| Boat | What it carries |\n|---|---|\n| Gull | salted herring, barrels, rope and lamps |\n| "
    "Tern | "
    "postcards, visitors and their dogs |\n";

TEST(Repeating, IsToldOfRowsThatSayTheSameOfOneThing) {
  EXPECT_EQ(findings_in(boats + "| Old Gull | salted herring, barrels, rope and lamps |\n"), "7 repetition/sentence");
  EXPECT_EQ(findings_in(boats + "| Petrel | salted herring, barrels, rope and lamps |\n"), "");
}

TEST(Repeating, IsSilentOnOneOpeningWithTwoEnds) {
  const std::string opening = "Ring the brass bell at the head of the eastern quay ";
  EXPECT_EQ(findings_in(apart(opening + "to call the ferry over from the mainland when fog lies on the sound.",
                              opening + "and wait under the lamp until the baker opens her shutters for the fishers.")),
            "");
  EXPECT_EQ(findings_in(apart(opening + "to call the ferry over when fog lies on the sound.",
                              opening + "to call the ferry over from the mainland.")),
            "11 repetition/sentence");
}

TEST(Repeating, IsToldOfAShortSentenceWithinALongerOneUnderTheSameLabel) {
  const std::string currents = "It is safest not to cross sandbanks, as the currents behind the cape have drowned a fisher every winter.";
  EXPECT_EQ(findings_in(apart("- **Avoid sandbanks:** The mast is new. It is safest not to cross sandbanks at all.",
                              "- **Stay away from sandbanks:** " + currents)),
            "11 repetition/sentence");
  EXPECT_EQ(
      findings_in(apart("- **New masts:** The mast is new. It is safest not to cross sandbanks at all.", "- **Fishers:** " + currents)),
      "");
}

TEST(Repeating, IsToldOfASentenceThatALongerOneAddsAFigureTo) {
  EXPECT_EQ(
      findings_in(apart("In wet springs the meadows behind the chapel are flooded, and 10 % of the lambs are lost to the water.",
                        "In wet springs the meadows behind the chapel are flooded, 10 % of the lambs are lost to the water and 5 % of "
                        "the calves.")),
      "11 repetition/sentence");
}

}  // namespace
}  // namespace stet::repeating_test
