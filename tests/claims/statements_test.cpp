#include "claims/statements.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::statements_test {
namespace {

using Lines = std::vector<std::string>;

/// "subject | clause" of each statement.
Lines statements_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& all = statements_of(input);
  Lines lines;
  for (const Statement& statement : all.statements) {
    const IndexRange subject = all.subjects[statement.subject].words;
    lines.push_back(fmt::format("{} | {}{}", subject.empty() ? "" : words_as_written(input, subject), statement.negated ? "not: " : "",
                                words_as_written(input, statement.words)));
  }
  return lines;
}

SubjectKind kind_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& all = statements_of(input);
  return all.statements.empty() ? SubjectKind::none : all.subjects[all.statements.back().subject].kind;
}

TEST(Statements, HaveASubjectEach) {
  EXPECT_EQ(statements_in("The mill burned in 1871 and was rebuilt in 1902.\n"),
            (Lines{"The mill | The mill burned in 1871", "The mill | and was rebuilt in 1902"}));
  EXPECT_EQ(statements_in("The mill burned, and the barn was sold.\n"),
            (Lines{"The mill | The mill burned", "the barn | and the barn was sold"}));
}
TEST(Statements, AreNotWhatIsAskedSupposedOrIntroduced) {
  EXPECT_EQ(statements_in("Did the mill burn?\n"), Lines{});
  EXPECT_EQ(statements_in("The mill would burn.\n"), Lines{});
  EXPECT_EQ(statements_in("The mill sells:\n"), Lines{});
  EXPECT_EQ(statements_in("# The mill burned\n"), Lines{});
}
TEST(Statements, KnowThatTheyDeny) {
  EXPECT_EQ(statements_in("The mill was not sold.\n"), Lines{"The mill | not: The mill was not sold"});
  EXPECT_EQ(statements_in("The mill was not sold until 1902.\n"), Lines{}) << "limited, and no denial";
}
TEST(Statements, AnOpeningIsNoSubject) {
  EXPECT_EQ(statements_in("In 1902 the mill burned.\n"), Lines{"the mill | In 1902 the mill burned"});
  EXPECT_EQ(statements_in("However, the mill burned.\n"), Lines{"the mill | However, the mill burned"});
  EXPECT_EQ(statements_in("Today the mill has three floors.\n"), Lines{"the mill | Today the mill has three floors"});
}
TEST(Statements, InstructionsHaveNoSubject) {
  EXPECT_EQ(statements_in("Heat the oven for 10 minutes.\n"), Lines{" | Heat the oven for 10 minutes"});
}
TEST(Statements, AVerbWithoutAnEndingEndsAPlural) {
  EXPECT_EQ(statements_in("Boats leave the quay at noon.\n"), Lines{"Boats | Boats leave the quay at noon"});
  EXPECT_EQ(statements_in("Children leave the quay at noon.\n"), Lines{"Children | Children leave the quay at noon"});
}

TEST(Statements, AVerbThatIsMostlyANounEndsASubjectBeforeItsObject) {
  EXPECT_EQ(statements_in("Lanterns cost $25.\n"), Lines{"Lanterns | Lanterns cost $25"});
  EXPECT_EQ(statements_in("The chapel seats 300.\n"), Lines{"The chapel | The chapel seats 300"});
  EXPECT_EQ(statements_in("Chapel seats are narrow.\n"), Lines{"Chapel seats | Chapel seats are narrow"});
}
TEST(Statements, TheOnlyWordThatMayBeTheVerbIsIt) {
  EXPECT_EQ(statements_in("The old canal ends at the quay.\n"), Lines{"The old canal | The old canal ends at the quay"});
  EXPECT_EQ(statements_in("The boat trips to the quay are short.\n"), Lines{"The boat trips | The boat trips to the quay are short"});
}
TEST(Statements, APluralGoesOnWithABaseForm) {
  EXPECT_EQ(statements_in("Lanterns cost $25 and go on sale in May.\n"),
            (Lines{"Lanterns | Lanterns cost $25", "Lanterns | and go on sale in May"}));
}
TEST(Statements, AParticipleOpens) {
  EXPECT_EQ(statements_in("Born in 1923, Quill moved to Selby.\n"), Lines{"Quill | Born in 1923, Quill moved to Selby"});
}
TEST(SubjectKind, IsToldByForm) {
  EXPECT_EQ(kind_in("It burned.\n"), SubjectKind::pronoun);
  EXPECT_EQ(kind_in("The mill burned.\n"), SubjectKind::generic);
  EXPECT_EQ(kind_in("The old mill burned.\n"), SubjectKind::nominal);
  EXPECT_EQ(kind_in("The Harlow Mill burned.\n"), SubjectKind::name);
  EXPECT_EQ(kind_in("You burned it.\n"), SubjectKind::none);
}

/// Have the first two statements of an article one subject?
bool one_subject(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& all = statements_of(input);
  EXPECT_GE(all.statements.size(), 2U);
  const bool same = same_subject(all.subjects[all.statements[0].subject], all.subjects[all.statements[1].subject]);
  EXPECT_EQ(same, same_subject(all.subjects[all.statements[1].subject], all.subjects[all.statements[0].subject]));
  return same;
}

TEST(SameSubject, OfNames) {
  EXPECT_TRUE(one_subject("Ada Quill wrote plays. Quill sold boats.\n"));
  EXPECT_TRUE(one_subject("The council of Harlow sold boats. The council of Harlow bought barns.\n"));
  EXPECT_FALSE(one_subject("The council of Harlow sold boats. The council of Selby bought barns.\n"));
  EXPECT_FALSE(one_subject("Ada Quill wrote plays. Bea Quill sold boats.\n"));
  EXPECT_TRUE(one_subject("Ada Quill of Harlow wrote plays. Quill sold boats.\n"));
  EXPECT_FALSE(one_subject("Ada Quill of Harlow wrote plays. Quill of Selby sold boats.\n"));
}
TEST(SameSubject, OfPronouns) {
  EXPECT_TRUE(one_subject("Ada Quill wrote plays. She sold boats.\n"));
  EXPECT_FALSE(one_subject("The old mill burned. She sold boats.\n"));
  EXPECT_FALSE(one_subject("He wrote plays. She sold boats.\n"));
}
TEST(SameSubject, OfWhatANameIsCalled) {
  EXPECT_TRUE(one_subject("Northbrook is a bakery. The bakery sold boats.\n"));
  EXPECT_FALSE(one_subject("Northbrook is a bakery. The museum sold boats.\n"));
}

Value date(double low, double high, Role role = Role::at) { return {TypedKind::date, role, low, high, "day", {}}; }
Value grams(double value, bool approximate = false) {
  return {TypedKind::quantity, Role::at, value, value, "g", {}, no_index, approximate};
}

TEST(Disjoint, AllowsForRoundingOfMeasures) {
  EXPECT_FALSE(disjoint(grams(1000), grams(1020)));
  EXPECT_TRUE(disjoint(grams(1000), grams(1050)));
  EXPECT_FALSE(disjoint(grams(1000, true), grams(1100)));
  EXPECT_TRUE(disjoint(grams(1000, true), grams(1300)));
}
TEST(Disjoint, AllowsForNumbersInThousandsAndMillions) {
  const auto round = [](double value, double place) {
    Value number{TypedKind::number, Role::at, value, value, "", {}};
    number.place = place;
    return number;
  };
  EXPECT_FALSE(disjoint(round(1.2e6, 1e5), round(1234567, 0)));
  EXPECT_FALSE(disjoint(round(1234567, 0), round(1.2e6, 1e5)));
  EXPECT_TRUE(disjoint(round(1.2e6, 1e5), round(1290000, 0)));
  EXPECT_TRUE(disjoint(round(1.2e6, 1e5), round(1.3e6, 1e5)));
  EXPECT_TRUE(disjoint(round(2e6, 1e6), round(1.6e6, 1e5))) << "that 1.6 is 2 when it is rounded, nobody means";
}
TEST(Disjoint, AllowsForWhatIsSaidToBeAbout) {
  const auto about = [](TypedKind kind, double value) { return Value{kind, Role::at, value, value, "", {}, no_index, true}; };
  EXPECT_FALSE(disjoint(about(TypedKind::number, 100), about(TypedKind::number, 117)));
  EXPECT_TRUE(disjoint(about(TypedKind::number, 100), about(TypedKind::number, 118)));
  EXPECT_FALSE(disjoint(about(TypedKind::duration, 3600), about(TypedKind::duration, 3600 * 1.24))) << "more of a time";
  EXPECT_TRUE(disjoint(about(TypedKind::duration, 3600), about(TypedKind::duration, 3600 * 1.26)));
}
TEST(Disjoint, NumbersAreExact) {
  const auto exactly = [](double value) { return Value{TypedKind::number, Role::at, value, value, "", {}}; };
  EXPECT_TRUE(disjoint(exactly(1000), exactly(1001)));
  EXPECT_TRUE(disjoint(exactly(1001), exactly(1000)));
  EXPECT_FALSE(disjoint(exactly(0.1 + 0.2), exactly(0.3)));
}
TEST(Disjoint, HoldsBothOfTwoRangesThatMeet) {
  EXPECT_FALSE(disjoint(date(10, 20), date(20, 30)));
  EXPECT_FALSE(disjoint(date(20, 30), date(10, 20)));
  EXPECT_TRUE(disjoint(date(10, 20), date(21, 30)));
  EXPECT_TRUE(disjoint(date(21, 30), date(10, 20)));
}
TEST(Disjoint, DatesAreExact) {
  EXPECT_TRUE(disjoint(date(10, 10), date(11, 11)));
  EXPECT_FALSE(disjoint(date(0, 30), date(12, 12)));
}
TEST(Disjoint, OpenEndsHoldWhatLiesBeyond) {
  EXPECT_FALSE(disjoint(date(10, 10, Role::after), date(40, 40)));
  EXPECT_TRUE(disjoint(date(10, 10, Role::after), date(4, 4)));
  EXPECT_FALSE(disjoint(date(10, 10, Role::by), date(4, 4)));
  EXPECT_TRUE(disjoint(date(10, 10, Role::before), date(10, 10)));
  EXPECT_FALSE(disjoint(date(10, 10, Role::by), date(10, 10)));
}
TEST(Comparable, OneKindAndUnitThatSaysHowMany) {
  EXPECT_TRUE(comparable(grams(1), grams(2)));
  EXPECT_FALSE(comparable(grams(1), date(1, 1)));
  Value version = grams(1);
  version.names = true;
  EXPECT_FALSE(comparable(version, grams(2)));
  EXPECT_FALSE(comparable(grams(2), version));
}
TEST(Statements, BehindTheCommaOfAnOpeningWhatMayBeAVerbIsOne) {
  EXPECT_EQ(statements_in("After five days at sea, the voyage ends.\n"), Lines{"the voyage | After five days at sea, the voyage ends"});
}
TEST(Statements, ANounBehindAYearIsTheSubject) {
  EXPECT_EQ(statements_in("In 2019 sales fell by a tenth.\n"), Lines{"sales | In 2019 sales fell by a tenth"});
}
TEST(Statements, ANumberInsideANameEndsNoSubject) {
  EXPECT_EQ(statements_in("The Marbeck 12 Plus has a lid.\n"), Lines{"The Marbeck 12 Plus | The Marbeck 12 Plus has a lid"});
}
TEST(Statements, ADemonstrativeMayBeAllOfTheSubject) {
  EXPECT_EQ(statements_in("This makes three loaves.\n"), Lines{"This | This makes three loaves"});
}
TEST(Statements, HaveTheSubjectBehindAPhraseThatNoCommaEnds) {
  EXPECT_EQ(statements_in("At 2.6 kg it is light, the handle is long.\n").front(), "it | At 2.6 kg it is light, the handle is long");
}
TEST(Statements, AnAsideIsNoSubject) {
  EXPECT_EQ(statements_in("For example, renewal takes 60 days.\n"), Lines{"renewal | For example, renewal takes 60 days"});
  EXPECT_EQ(statements_in("Unfortunately, boats cost $4.\n"), Lines{"boats | Unfortunately, boats cost $4"});
  EXPECT_EQ(statements_in("On average, the crossing takes an hour.\n"), Lines{"the crossing | On average, the crossing takes an hour"});
}
TEST(Statements, WhatIsToBeNotedIsSaid) {
  EXPECT_EQ(statements_in("Please note that setup takes 3 days.\n"), Lines{"setup | Please note that setup takes 3 days"});
}
TEST(Statements, ALabelIsNoSubject) {
  EXPECT_EQ(statements_in("**April 9, 2028:** The box will weigh 3 kg.\n"), Lines{"The box | The box will weigh 3 kg"});
}
TEST(Statements, NoLongerIsNoPartOfAName) {
  EXPECT_EQ(statements_in("The Larkbox no longer costs $40.\n"), Lines{"The Larkbox | The Larkbox no longer costs $40"});
}
TEST(Statements, AreNotDeniedByARelativeClauseBehindTheirVerb) {
  EXPECT_EQ(statements_in("The mill was built in 1902 by people who could not wait.\n"),
            Lines{"The mill | The mill was built in 1902 by people who could not wait"});
  EXPECT_EQ(statements_in("The mill was sold to a man who would pay 40 dollars.\n"), Lines{}) << "its number is supposed";
}

}  // namespace
}  // namespace stet::statements_test
