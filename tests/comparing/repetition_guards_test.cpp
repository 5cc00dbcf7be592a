#include <gtest/gtest.h>

#include "claims/stated.h"
#include "comparing/guards/repetition.h"
#include "comparing/pairs.h"

namespace stet::repetition_guards_test {
namespace {

bool says(const std::string& markdown, std::string_view said) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return says_something(input, sentence_with(input, said));
}

TEST(SaysSomething, AStatementOrAnItem) {
  EXPECT_TRUE(says("The lid is blue.\n", "lid"));
  EXPECT_TRUE(says("- the lid of the kettle\n", "lid"));
  EXPECT_FALSE(says("The lid prints:\n", "lid"));
  EXPECT_FALSE(says("Filename: lid.md\n", "lid"));
}
TEST(SaysSomething, NotAnIngredientOrAContentsEntry) {
  EXPECT_FALSE(says("- 2 cups of barley\n", "barley"));
  EXPECT_TRUE(says("- cups of barley\n", "barley"));
  EXPECT_FALSE(says("- [The lid](#lid)\n", "lid"));
  EXPECT_TRUE(says("- [The lid](lid.md)\n", "lid"));
}

TEST(SaysSomething, NotWhatWaitsToBeFilledInNorANoteOnTheSource) {
  EXPECT_FALSE(says("The lid was seen by \\_\\_\\_\\_ on the quay.\n", "lid"));
  EXPECT_FALSE(says("- [Please add the name of your lid here]\n", "lid"));
  EXPECT_FALSE(says("Lorem ipsum dolor sit amet. The lid clita kasd gubergren.\n", "lid"));
  EXPECT_FALSE(says("It hangs.^[Sources: the lid, and the list of the harbour.]\n", "lid"));
  EXPECT_TRUE(says("The lid [of the kettle] hangs.\n", "lid"));
}

struct Two {
  Pair pair;
  const Passage& one;
  const Passage& two;
  explicit Two(const std::string& markdown)
      : pair(markdown),
        one(pair.passages.passages.at(pair.view.earlier.passage)),
        two(pair.passages.passages.at(pair.view.later.passage)) {}
};

TEST(IsPicturedStep, AShortParagraphBesideAPicture) {
  const auto pictured = [](const std::string& markdown) {
    const Two both(markdown);
    return is_pictured_step(both.pair.input, both.two);
  };
  const std::string lid = "The red lid hangs.\n\n";
  EXPECT_TRUE(pictured(lid + "Lift the blue lid.\n\n![](lid.png)\n"));
  EXPECT_TRUE(pictured(lid + "![](lid.png)\n\nLift the blue lid.\n"));
  EXPECT_FALSE(pictured(lid + "Lift the blue lid.\n\n![The lid](lid.png) hangs.\n"));
}

TEST(SayOtherwise, ByANumberANegationOrAName) {
  const auto otherwise = [](const std::string& a, const std::string& b) {
    const Two both(a + "\n\n" + b + "\n");
    return say_otherwise(both.pair.input, both.one, both.two);
  };
  EXPECT_TRUE(otherwise("The lid has 3 hooks.", "The lid has 4 hooks."));
  EXPECT_TRUE(otherwise("The lid is blue.", "The lid is never blue."));
  EXPECT_TRUE(otherwise("The lid hangs in Harlow.", "The lid hangs in Selby."));
  EXPECT_TRUE(otherwise("Tuesday: the lid is up at noon.", "Thursday: the lid is up at noon."));
  EXPECT_FALSE(otherwise("The lid hangs in Harlow.", "The blue lid hangs."));
  EXPECT_FALSE(otherwise("The lid is blue.", "The lid is red."));
  EXPECT_FALSE(otherwise("Lid: Press it down when the water boils.", "Lid: When the water boils, press it down."))
      << "no name begins behind a label";
}
TEST(LabelsApart, OnlyWhereTheyDiffer) {
  const auto apart = [](const std::string& markdown) {
    const Two both(markdown);
    return labels_apart(both.pair.input, both.one, both.two);
  };
  EXPECT_TRUE(apart("**Adults:** One blue lid.\n\n**Children:** One blue lid.\n"));
  EXPECT_FALSE(apart("**Adults:** One blue lid.\n\n**Adults:** One red lid.\n"));
  EXPECT_FALSE(apart("One blue lid hangs.\n\nOne red lid hangs.\n"));
}
TEST(LeaveLabelsOut, WhereEnoughIsLeft) {
  const auto reading = read("Note: the blue lid hangs loose.\n\nNote: lid.\n");
  const CheckInput input = input_of(*reading);
  Passages passages = passages_of(*reading);
  const std::uint32_t all = passages.passages.at(0).stems.size();
  const std::uint32_t few = passages.passages.at(1).stems.size();
  leave_labels_out(input, passages, 2);
  EXPECT_EQ(passages.passages[0].stems.size(), all - 1);
  EXPECT_EQ(passages.passages[1].stems.size(), few);
}
TEST(AreSteps, InANumberedList) {
  const auto step = [](const std::string& markdown) {
    const Two both(markdown);
    return are_steps_of_one(both.pair.input, both.two);
  };
  EXPECT_TRUE(step("1. Close the lid.\n2. Open the lid.\n"));
  EXPECT_FALSE(step("- Close the lid.\n- Open the lid.\n"));
}
TEST(ThingAndStep, OfTwoKindsOfList) {
  const auto is = [](const std::string& markdown) {
    const Two both(markdown);
    return are_thing_and_step(both.pair.input, both.one, both.two);
  };
  EXPECT_TRUE(is("- a fine brass sieve\n\nThen:\n\n1. Take the fine brass sieve.\n"));
  EXPECT_FALSE(is("- a fine brass sieve\n- a fine brass sieve\n"));
  EXPECT_FALSE(is("1. Take the fine brass sieve.\n2. Take the fine brass sieve.\n"));
}
TEST(PrecedesCode, ACodeBlockOrAListBehindIt) {
  const auto precedes = [](const std::string& markdown) {
    const auto reading = read(markdown);
    return precedes_code(input_of(*reading), passages_of(*reading).passages.at(0));
  };
  EXPECT_TRUE(precedes("The lid prints this.\n\n```\nblue\n```\n"));
  EXPECT_TRUE(precedes("The lid prints this.\n\n- blue\n"));
  EXPECT_FALSE(precedes("The lid prints this.\n\nIt is blue.\n"));
  EXPECT_FALSE(precedes("The lid prints this.\n"));
}
TEST(Asks, ByItsMark) {
  const auto does = [](const std::string& markdown) {
    const auto reading = read(markdown);
    return asks(input_of(*reading), passages_of(*reading).passages.at(0));
  };
  EXPECT_TRUE(does("Which lid hangs?\n"));
  EXPECT_TRUE(does("(Which lid hangs?)\n"));
  EXPECT_FALSE(does("The lid hangs.\n"));
}
TEST(HasNumbers, ButNotOne) {
  const auto has = [](const std::string& markdown) {
    const auto reading = read(markdown);
    return has_numbers(input_of(*reading), passages_of(*reading).passages.at(0));
  };
  EXPECT_TRUE(has("The lid has three hooks.\n"));
  EXPECT_FALSE(has("One of the lids hangs.\n"));
  EXPECT_FALSE(has("The two lids hang.\n")) << "a pronoun";
}
TEST(LinkTexts, AreNearlyAllOfIt) {
  const auto are = [](const std::string& markdown) {
    const Two both(markdown);
    return are_link_texts(both.pair.input, both.one, both.two);
  };
  EXPECT_TRUE(are("[The blue brass lid](lid.md)\n\nThe blue brass lid.\n"));
  EXPECT_FALSE(are("The [blue](lid.md) brass lid.\n\nThe blue brass lid.\n"));
}
TEST(DifferByHeading, WhereEachNamesItsOwn) {
  const auto differ = [](const std::string& markdown) {
    const Two both(markdown);
    return differ_by_heading(both.pair.input, both.pair.passages, both.pair.view.later.passage, both.pair.view.earlier.passage);
  };
  EXPECT_TRUE(differ("## Kettle\n\nThe kettle template hangs loose.\n\n## Basket\n\nThe basket template hangs loose.\n"));
  EXPECT_FALSE(differ("## Kettle\n\nThe brass template hangs loose.\n\n## Basket\n\nThe blue template hangs loose.\n"));
}
bool deliberate(const std::string& markdown) {
  const Two both(markdown);
  const std::uint32_t later = both.pair.view.later.passage;
  const std::uint32_t earlier = both.pair.view.earlier.passage;
  const Passages& passages = both.pair.passages;
  const Likeness likeness = likeness_of(passages, later, earlier, align(passages, later, earlier));
  return is_deliberate(both.pair.input, passages, both.two, both.one, likeness);
}

TEST(Deliberate, NotWhereNothingDiffers) {
  EXPECT_FALSE(deliberate("The blue brass lid hangs loose above the kettle.\n\nThe blue brass lid hangs loose above the kettle.\n"));
}
TEST(Deliberate, ANumberOrANegationIsThePoint) {
  EXPECT_TRUE(deliberate("The brass lid has 3 blue hooks above.\n\nThe brass lid has 4 blue hooks above.\n"));
  EXPECT_TRUE(deliberate("The brass lid hangs loose above.\n\nThe brass lid never hangs loose above.\n"));
}
TEST(Deliberate, OneSlotFilledOtherwise) {
  EXPECT_TRUE(deliberate("Velmora soothes tired sailors quickly.\n\nDorrin soothes tired sailors quickly.\n"));
  EXPECT_TRUE(deliberate("The lid hangs beside the kettle.\n\nThe lid hangs beside the basket.\n")) << "among few words";
}
TEST(Deliberate, OneNameInThePlaceOfAnother) {
  const std::string long_one = "The brass lid of the old blue kettle hangs loose above the wide stove and the bench in ";
  EXPECT_TRUE(deliberate(long_one + "Harlow.\n\n" + long_one + "Selby.\n"));
  EXPECT_FALSE(deliberate(long_one + "autumn.\n\n" + long_one + "spring.\n"));
}
TEST(Deliberate, StepsOfTwoProcedures) {
  EXPECT_TRUE(deliberate("1. Close the blue brass lid.\n\nThen:\n\n1. Close the blue brass lid.\n"));
}

TEST(DifferentThings, ByNamesOrNumbersOfWhichNoneIsShared) {
  const auto different = [](const std::string& a, const std::string& b) {
    const Two both(a + "\n\n" + b + "\n");
    return speak_of_different_things(both.pair.input, both.one, both.two);
  };
  EXPECT_TRUE(different("The lid hangs in Harlow.", "The lid hangs in Selby."));
  EXPECT_FALSE(different("The lid hangs in Harlow and Selby.", "The lid hangs in Selby."));
  EXPECT_TRUE(different("The lid costs 3 euros for 20 hooks.", "The lid costs 4 euros for 30 hooks."));
  EXPECT_FALSE(different("The lid costs 3 euros.", "The lid costs 4 euros.")) << "one number each";
  EXPECT_TRUE(different("“The blue lid hangs in every hall.”", "The blue lid hangs in every hall."));
}

}  // namespace
}  // namespace stet::repetition_guards_test
