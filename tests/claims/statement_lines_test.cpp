#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claims/read.h"
#include "claims/statements.h"
#include "matching/quoting.h"

namespace stet::statement_lines_test {
namespace {

std::string_view name_of(SubjectKind kind) {
  constexpr auto names = std::to_array<std::string_view>({"none", "pronoun", "generic", "nominal", "name"});
  return names[static_cast<std::size_t>(kind)];
}

/// The statements of a line: kind and words of the subject, the clause, its values, and the stems that are neither.
std::string statements_in(std::string_view line) {
  const auto reading = read(std::string(line) + "\n");
  const CheckInput input = input_of(*reading);
  const Statements& all = statements_of(input);
  std::string result;
  for (const Statement& statement : all.statements) {
    const Subject& subject = all.subjects[statement.subject];
    if (!result.empty()) result += " / ";
    result += fmt::format("{} “{}”: {}“{}”", name_of(subject.kind), subject.words.empty() ? "" : words_as_written(input, subject.words),
                          statement.negated ? "not " : "", words_as_written(input, statement.words));
    for (std::uint32_t v = statement.values.begin; v < statement.values.end; ++v)
      result += fmt::format(" {}{:.6g}", all.values[v].names ? "in " : "", all.values[v].low);
    result += " [";
    for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i)
      result += fmt::format("{}{}", i > statement.stems.begin ? " " : "", reading->vocabulary.stem_text(all.stems[i]));
    result += "]";
  }
  return result;
}

struct Line {
  std::string_view said;
  std::string_view statements;
};
void expect(const std::vector<Line>& lines) {
  for (const Line& line : lines) EXPECT_EQ(statements_in(line.said), line.statements) << line.said;
}

TEST(StatementLines, AnOpeningIsNoSubject) {
  expect({
      {"In 1985, the mill burned.", "generic “the mill”: “In 1985, the mill burned” 5479 [burn]"},
      {"In 1985 the mill burned.", "generic “the mill”: “In 1985 the mill burned” 5479 [burn]"},
      {"For 30 euros you rent the mill.", "none “you”: “For 30 euros you rent the mill” 30 [rent mill]"},
      {"Writing quickly, Ada Quill finished plays.",
       "name “Ada Quill”: “Writing quickly, Ada Quill finished plays” [write quick finish play]"},
      {"However, the mill burned.", "generic “the mill”: “However, the mill burned” [burn]"},
      {"Currently the mill has three floors.", "generic “the mill”: “Currently the mill has three floors” 3 [current floor]"},
      {"In summer we sell 40 boats.", "none “we”: “In summer we sell 40 boats” 40 [summer sell boat]"},
      {"During the long dry summer they sold boats.",
       "pronoun “they”: “During the long dry summer they sold boats” [long dri summer sell boat]"},
  });
}

TEST(StatementLines, ClausesBeginWhereSomethingNewIsSaid) {
  expect({
      {"The mill burned in 1871; the barn was sold.",
       "generic “The mill”: “The mill burned in 1871” -36159 [burn] / generic “the barn”: “the barn was sold” [sell]"},
      {"The mill burned — the barn was sold.",
       "generic “The mill”: “The mill burned” [burn] / generic “the barn”: “the barn was sold” [sell]"},
      {"The mill burned, where she lived.", "generic “The mill”: “The mill burned” [burn] / pronoun “she”: “where she lived” [live]"},
      {"The mill burned, killing 3 horses.",
       "generic “The mill”: “The mill burned” [burn] / generic “The mill”: “killing 3 horses” 3 [kill hors]"},
      {"The mill burned because the miller slept.",
       "generic “The mill”: “The mill burned” [burn] / generic “the miller”: “because the miller slept” [sleep]"},
      {"The mill burned when it rained.", "generic “The mill”: “The mill burned” [burn] / pronoun “it”: “when it rained” [rain]"},
      {"The mill burned and then was sold.",
       "generic “The mill”: “The mill burned” [burn] / generic “The mill”: “and then was sold” [sell]"},
      {"The mill burned but later was sold.",
       "generic “The mill”: “The mill burned” [burn] / generic “The mill”: “but later was sold” [later sell]"},
      {"The mill and the barn burned.", "generic “The mill”: “The mill and the barn burned” [barn burn]"},
      {"Walk from end to end and you cover 3 km.",
       "none “”: “Walk from end to end” [walk end end] / none “you”: “and you cover 3 km” 3000 [walk end end cover]"},
      {"The mill burned, and he sold boats.",
       "generic “The mill”: “The mill burned” [burn] / pronoun “he”: “and he sold boats” [sell boat]"},
      {"The mill burned while the barn was sold.", "generic “The mill”: “The mill burned while the barn was sold” [burn barn sell]"},
      {"The mill burned after 1871.", "generic “The mill”: “The mill burned after 1871” -36159 [burn]"},
  });
}

TEST(StatementLines, SubjectsEndBeforeTheirVerb) {
  expect({
      {"A mid-mounted motor drives the boat.", "nominal “A mid-mounted motor”: “A mid-mounted motor drives the boat” [drive boat]"},
      {"Two long tusks were found.", "nominal “Two long tusks”: “Two long tusks were found” 2 [find]"},
      {"Quill sold boats.", "name “Quill”: “Quill sold boats” [sell boat]"},
      {"Ada Quill of Harlow sold boats.", "name “Ada Quill of Harlow”: “Ada Quill of Harlow sold boats” [sell boat]"},
      {"This film was sold.", "generic “This film”: “This film was sold” [sell]"},
      {"They sold boats.", "pronoun “They”: “They sold boats” [sell boat]"},
      {"Our mill sells boats.", "nominal “Our mill”: “Our mill sells boats” [sell boat]"},
      {"The mill, with its barn, was sold.", "generic “The mill”: “The mill, with its barn, was sold” [barn sell]"},
  });
}

TEST(StatementLines, WhatIsSupposedOrLimitedIsNone) {
  expect({
      {"The mill has not only burned.", ""},
      {"The mill had no barn.", "generic “The mill”: “The mill had no barn” [barn]"},
      {"Without a barn the mill burned.", ""},
      {"If it rained, the mill burned.", ""},
      {"The mill might burn.", ""},
  });
}

TEST(StatementLines, ValuesOfAnOpeningSayWhich) {
  expect({
      {"The mill sold 40 boats and 3 nets in 1871.",
       "generic “The mill”: “The mill sold 40 boats and 3 nets in 1871” 40 3 -36159 [sell boat net]"},
      {"In 1871 the mill sold 40 boats and bought 3 nets.",
       "generic “the mill”: “In 1871 the mill sold 40 boats” -36159 40 [sell boat] / generic “the mill”: “and bought 3 nets” in -36159 3 "
       "[buy net]"},
      {"The mill weighs 2 kg.", "generic “The mill”: “The mill weighs 2 kg” 2000 [weigh]"},
  });
}

}  // namespace
}  // namespace stet::statement_lines_test
