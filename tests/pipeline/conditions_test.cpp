// Every kind of rule × every condition that rules have in common.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "pipeline/check.h"
#include "pipeline/rule_tests.h"

namespace stet::conditions_test {
namespace {

/// A rule of some kind and an article in which it finds one thing, in `place`, under the heading “Alpha”, said in a sentence with “zebra”.
struct Case {
  std::string name;
  std::string keys;
  std::string place;
  std::string article;
};

const std::string zebra_night = "The zebra crosses the harbour bridge at midnight.";

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"forbids", "kind: forbids\nfind: loud", "paragraph", "## Alpha\n\nThe zebra is loud.\n"},
      {"requires", "kind: requires\nfind: loud\nneeds: quiet", "paragraph", "## Alpha\n\nThe zebra is loud.\n"},
      {"repeats", "kind: repeats\nunit: sentence", "paragraph",
       "## Alpha\n\n" + zebra_night + "\n\nNobody sees it there.\n\n" + zebra_night + "\n"},
      {"repeats a block", "kind: repeats\nunit: block", "paragraph",
       "## Alpha\n\n" + zebra_night + "\n\nNobody sees it there.\n\n" + zebra_night + "\n"},
      {"repeats a section", "kind: repeats\nunit: section", "paragraph",
       "## Alpha\n\n### Where\n\n" + zebra_night + "\n\n### When\n\n" + zebra_night + "\n"},
      {"opposes, curated", "kind: opposes\nsays: is open\ndenies: is closed", "paragraph",
       "## Alpha\n\nThe zebra museum is open. The zebra museum has paintings. The zebra museum is closed.\n"},
      {"opposes by negation", "kind: opposes\nby: negation", "paragraph",
       "## Alpha\n\n" + zebra_night + "\n\nNobody sees it there.\n\nThe zebra does not cross the harbour bridge at midnight.\n"},
      {"opposes by opposites", "kind: opposes\nby: opposites\npairs: [\"silent | loud\"]", "paragraph",
       "## Alpha\n\nThe zebra crossing the harbour bridge is silent.\n\nNobody sees it there.\n\nThe zebra crossing the harbour bridge is "
       "loud.\n"},
      {"opposes by copies", "kind: opposes\nby: copies", "paragraph",
       "## Alpha\n\nThe zebra crossing the harbour bridge at midnight was painted by Marlow.\n\nNobody sees it there.\n\nThe zebra "
       "crossing the harbour bridge at midnight was painted by Quill.\n"},
      {"agrees on values", "kind: agrees", "paragraph",
       "## Alpha\n\nThe zebra festival draws 300 visitors.\n\nNobody knows why.\n\nThe zebra festival draws 900 visitors.\n"},
      {"one value", "kind: one-value\nof: mass\nsays: weigh", "paragraph",
       "## Alpha\n\nThe zebra weighs 300 kg.\n\nNobody knows why.\n\nThe zebra weighs 400 kg.\n"},
      {"two values", "kind: two-values\nleast: 0", "paragraph",
       "## Alpha\n\nThe zebra weighs 300 kg.\n\nNobody knows why.\n\nThe zebra weighs 400 kg.\n"},
      {"agrees on a fact", "kind: agrees\nfact: \"$subject:<proper> opened in $value:<year>\"", "paragraph",
       "## Alpha\n\nThe zebra hall Northgate opened in 1998. It is large. The zebra hall Northgate opened in 2003.\n"},
      {"agrees on timings", "kind: agrees\nof: timings", "paragraph",
       "## Alpha\n\nWash the zebra with soap 2 hours before the show.\n\nNobody knows why.\n\nWash the zebra with soap 5 hours before the "
       "show.\n"},
      {"one value", "kind: one-value\nof: mass\nwhat: weight\nsays: weigh", "paragraph",
       "## Alpha\n\nThe zebra lamp weighs 12 kg.\n\nNobody knows why.\n\nThe zebra lamp weighs 14 kg.\n"},
      {"counts", "kind: counts\nfind: \"<number> zebra reason\"", "paragraph",
       "## Alpha\n\nFive zebra reasons:\n\n- food\n- rest\n- sun\n"},
      {"counts headings", "kind: counts", "heading",
       "# Alpha\n\n## 1. A zebra eats\n\nGrass.\n\n## 2. A zebra sleeps\n\nAt night.\n\n## 4. A zebra runs\n\nFast.\n"},
      {"refers to footnotes", "kind: refers\nto: footnotes", "paragraph", "## Alpha\n\nThe zebra is loud.[^one]\n"},
      {"refers to unused footnotes", "kind: refers\nto: unused-footnotes", "footnote", "## Alpha\n\nLoud.\n\n[^one]: The zebra is loud.\n"},
      {"refers to anchors", "kind: refers\nto: anchors", "paragraph",
       "## Alpha\n\nThe zebra is [here](#nowhere).\n\n### One\n\nText.\n\n### Two\n\nText.\n"},
      {"refers to contents", "kind: refers\nto: contents", "list",
       "# Alpha\n\n- Food\n- Rest\n- Sun\n- The zebra\n\n## Food\n\nText.\n\n## Rest\n\nText.\n\n## Sun\n\nText.\n"},
      {"refers to sections of contents", "kind: refers\nto: contents-sections", "heading",
       "# Alpha\n\n- Food\n- Rest\n- Sun\n\n## Food\n\nText.\n\n## Rest\n\nText.\n\n## The zebra\n\nText.\n\n## Sun\n\nText.\n"},
      {"refers to references", "kind: refers\nto: references\nfind: reference", "paragraph",
       "# Alpha\n\nThe zebra is loud [7]. Others are not [1].\n\n## References\n\n1. Marlow, 1999.\n2. Quill, 2004.\n3. Harlow, 2007.\n"},
      {"refers to captions", "kind: refers\nto: captions\nfind: \"table <number>\"", "paragraph",
       "## Alpha\n\nThe zebra is in table 7. Another animal is in table 1.\n\nTable 1: Stripes\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable "
       "2: Dots\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"},
      {"refers to sections", "kind: refers\nto: sections\nfind: \"section <number>\"", "paragraph",
       "# Alpha\n\nThe zebra is in section 5.\n\n## 1 Food\n\nText.\n\n## 2 Rest\n\nText.\n\n## 3 Sun\n\nText.\n"},
      {"refers to titles", "kind: refers\nto: titles\nfind: see the section", "paragraph",
       "# Alpha\n\nFor the zebra see the section “Stripes”.\n\n## Food\n\nText.\n\n## Rest\n\nText.\n\n## Sun\n\nText.\n"},
      {"refers to directions", "kind: refers\nto: directions\nfind: \"$thing:table $where:(above|below)\"", "paragraph",
       "## Alpha\n\nThe zebra is in the table above.\n\nLook:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"},
      {"adds up a weekday", "kind: adds-up\nof: weekday\nfind: \"$day:(monday|tuesday) $date:<date>\"", "paragraph",
       "## Alpha\n\nThe zebra comes on Monday, 12 March 2019.\n"},
      {"adds up one weekday", "kind: adds-up\nof: one-weekday\nfind: \"$day:(monday|tuesday) $date:<date>\"", "paragraph",
       "## Alpha\n\nThe mill opens on Tuesday 12 March.\n\nThe zebra comes on Monday 12 March.\n"},
      {"adds up a factor", "kind: adds-up\nof: factor\nfind: \"double from $span:<number>\"", "paragraph",
       "## Alpha\n\nThe zebra herd doubled from 10 to 30.\n"},
      {"adds up a change", "kind: adds-up\nof: change\nfind: \"grow by $percent:<percent> from $span:<number>\"", "paragraph",
       "## Alpha\n\nThe zebra herd grew by 50% from 100 to 300.\n"},
      {"adds up shares", "kind: adds-up\nof: shares\nfind: \"consist of\"", "paragraph",
       "## Alpha\n\nThe zebra's food consists of 60% grass, 30% bark and 30% leaves.\n"},
      {"adds up a conversion", "kind: adds-up\nof: conversion", "paragraph", "## Alpha\n\nThe zebra ran 10 km (16 miles).\n"},
      {"adds up a span", "kind: adds-up\nof: span", "paragraph", "## Alpha\n\nThe zebra show ran from 12 May 2019 to 3 May 2019.\n"},
      {"adds up an age",
       "kind: adds-up\nof: age\nfind: \"died at age $value:<number>\"\nborn: \"born in $value:<year>\"\ndied: \"died in $value:<year>\"",
       "paragraph",
       "## Alpha\n\nAda Quill was born in 1871. She painted. Ada Quill died in 1931 of a fall from a zebra. Ada Quill died at age 72 on a "
       "zebra.\n"},
      {"adds up a total", "kind: adds-up\nof: total\nfind: \"$total:<number> animal\"", "paragraph",
       "## Alpha\n\nThe zebra park has 12 animals: 4 lions, 3 bears and 2 wolves.\n"},
      {"adds up a list", "kind: adds-up\nof: list-total\nfind: \"$total:<number> zebra in all\"", "paragraph",
       "## Alpha\n\nThe club has 9 zebra in all:\n\n- grey: 4\n- brown: 3\n- white: 1\n"},
      {"titles", "kind: titles", "heading",
       "---\ntitle: Alpha boats Marbeck Dory\n---\n\n# Alpha boats Selby Zebra\n\nThe Marbeck dory carries six.\n"},
      {"superlatives", "kind: superlatives\nmost: [heaviest]\nleast: [lightest]\nof: [mass]", "paragraph",
       "## Alpha\n\nThe zebra oar is the lightest.\n\n- Zebra oar: 1.9 kg\n- Pine oar: 1.4 kg\n- Oak oar: 2.6 kg\n"},
      {"ingredients", "kind: ingredients\nlists: [ingredients]", "list",
       "# Alpha\n\n## Ingredients\n\n- 20 g oats\n- 2 figs\n- 10 g bran\n\n## Alpha\n\n- Add 30 g of oats to the zebra.\n"},
      {"cites front pages", "kind: cites\nasks: front-page\nfind: loud", "paragraph",
       "## Alpha\n\nThe zebra is loud, says [Lund](https://lund.example).\n"},
      {"cites one source for two", "kind: cites\nasks: shared\nfind: (loud|tall)\nof: (zebra|lion)", "paragraph",
       "## Alpha\n\nThe lion is tall, says [Lund](https://lund.example/a).\n\nThe zebra is loud, says [Lund](https://lund.example/a).\n"},
      {"adds up a table", "kind: adds-up\nof: table-total", "table",
       "## Alpha\n\n| what | how many |\n|---|---|\n| grey | 4 zebra |\n| brown | 3 zebra |\n| total | 9 zebra |\n"},
      {"adds up what stands before", "kind: adds-up\nof: total-behind\nfind: total of $total:<money>", "paragraph",
       "## Alpha\n\nThe ox costs £310 and the lion £140, a zebra total of £480.\n"},
      {"adds up behind labels", "kind: adds-up\nof: labelled-total\nwhole: [zebra total]\nparts: [prep, cook]", "paragraph",
       "## Alpha\n\n**Prep:** 15 minutes\n\n**Cook:** 25 minutes\n\n**Zebra total:** 50 minutes\n"},
      {"one-holder", "kind: one-holder\noffices: office\nsays: \"the zebra $office:{office} is $name:<proper>\"", "paragraph",
       "## Alpha\n\nThe zebra director is Ada Quill.\n\nNobody sees it there.\n\nThe zebra director is Ada Reed.\n"},
      {"recurs", "kind: recurs", "paragraph",
       "<!-- article: a.md -->\n## Alpha\n\nThe zebra of Brenholm, painted by Danish merchants on a wooden board above the inn, draws "
       "thousands of visitors every summer.\n\n<!-- article: b.md -->\n## Alpha\n\nThe zebra of Brenholm, painted by Danish merchants on a "
       "wooden board above the inn, draws thousands of visitors every summer.\n"},
      {"disagrees", "kind: disagrees\nsubjects: zebra", "paragraph",
       "<!-- article: a.md -->\n## Alpha\n\nThe zebra is loud in the evening, when the whole valley comes to the old river bridge to "
       "watch.\n\n<!-- article: b.md -->\n## Alpha\n\nThe zebra is silent in the evening, when the whole valley comes to the old river "
       "bridge to watch.\n"},
      {"denied-elsewhere", "kind: denied-elsewhere", "paragraph",
       "<!-- article: a.md -->\n---\ntitle: Alpha Zebra 12\n---\n\n## Alpha\n\nWe tried the Alpha Zebra 12 for a month. The zebra weighs "
       "900 "
       "g.\n\n<!-- article: b.md -->\n---\ntitle: Alpha Zebra 12\n---\n\n## Alpha\n\nWe tried the Alpha Zebra 12 for a month. The zebra "
       "weighs 700 g.\n"},
  };
  return all;
}

std::size_t findings_of(const Case& one, const std::string& condition) {
  const std::string rest = "\ntitle: T\nseverity: warning\nmessage: m\nwhy: W.\ninstead: I.\n";
  std::vector<RuleFile> files = word_list_files();
  files.push_back({"house/case.yaml", "house/case.yaml", one.keys + rest + condition, false});
  files.push_back({"house/weight.yaml", "house/weight.yaml", "kind: one-value\nof: mass\nsays: weigh" + rest, false});
  files.push_back({"house/stance.yaml", "house/stance.yaml", "kind: opposes\nsays: is loud\ndenies: is silent" + rest, false});
  auto rules = load_rules(files, kind_fields());
  if (!rules) ADD_FAILURE() << one.name << ": " << rules.error().front().what << "\n" << one.keys << "\n" << condition;
  if (!rules) return 0;
  const auto engine = compile(std::move(*rules));
  if (!engine) ADD_FAILURE() << one.name << ": " << engine.error().front().what << "\n" << one.keys << "\n" << condition;
  if (!engine) return 0;
  std::size_t count = 0;
  for (const FileFindings& file : check_example(**engine, one.article)) {
    count += static_cast<std::size_t>(
        std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& finding) { return finding.rule == 0; }));
  }
  return count;
}

/// A kind that is added stands in the table.
TEST(Conditions, AreTriedOfEveryKind) {
  for (const Kind& kind : kinds()) {
    const std::string keys = "kind: " + std::string(kind.name);
    EXPECT_TRUE(std::any_of(cases().begin(), cases().end(), [&](const Case& one) {
      return one.keys == keys || one.keys.starts_with(keys + "\n");
    })) << kind.name;
  }
}
/// So does everything that a kind tells apart by a choice.
TEST(Conditions, AreTriedOfEveryKindOfReferenceAndSum) {
  for (const Kind& kind : kinds()) {
    for (const Field& field : kind.fields) {
      if (field.name != "to" && !(kind.name == "adds-up" && field.name == "of") && field.name != "unit") continue;
      for (const std::string_view value : field.values) {
        const std::string key = std::string(field.name) + ": " + std::string(value);
        EXPECT_TRUE(std::any_of(cases().begin(), cases().end(),
                                [&](const Case& one) { return (one.keys + "\n").find("\n" + key + "\n") != std::string::npos; }))
            << kind.name << ": " << key;
      }
    }
  }
}

/// A place in which the case finds nothing.
std::string other_place(const Case& one) { return one.place == "table" ? "quote" : "table"; }

TEST(Conditions, OfEveryKindSilence) {
  for (const Case& one : cases()) {
    for (const std::string& condition :
         {std::string("unless: zebra"), "not-in: " + one.place, "in: " + other_place(one), std::string("not-in-section: alpha"),
          std::string("in-section: beta"), std::string("only-when: questioned"), std::string("unless: alpha\nunless-within: article")}) {
      EXPECT_EQ(findings_of(one, condition), 0U) << one.name << ": " << condition;
    }
  }
}

TEST(Conditions, OfEveryKindLetThrough) {
  for (const Case& one : cases()) {
    EXPECT_EQ(findings_of(one, ""), 1U) << one.name;
    for (const std::string& condition :
         {std::string("unless: unicorn"), "in: " + one.place, "not-in: " + other_place(one), std::string("not-in-section: beta"),
          std::string("in-section: alpha"), std::string("not-when: questioned")}) {
      EXPECT_EQ(findings_of(one, condition), 1U) << one.name << ": " << condition;
    }
  }
}

/// In which of the windows a rule is silent, of two placements of "zebra" around "loud".
std::string silent_within(const std::string& article) {
  std::string silent;
  for (const std::string window :
       {"clause", "sentence", "{sentences: 1}", "{sentences: 0, before: 1}", "paragraph", "section", "article"}) {
    const Case one{"forbids", "kind: forbids\nfind: loud", "paragraph", article};
    if (findings_of(one, "unless: zebra\nunless-within: " + window) == 0) silent += window + "; ";
  }
  return silent;
}

TEST(UnlessWithin, ReachesTheClause) {
  EXPECT_EQ(silent_within("The zebra is loud.\n"),
            "clause; sentence; {sentences: 1}; {sentences: 0, before: 1}; paragraph; section; article; ");
}
TEST(UnlessWithin, ReachesTheSentence) {
  EXPECT_EQ(silent_within("It is loud, because the zebra is old.\n"),
            "sentence; {sentences: 1}; {sentences: 0, before: 1}; paragraph; section; article; ");
}
TEST(UnlessWithin, ReachesTheSentenceBehind) {
  EXPECT_EQ(silent_within("It is loud. The zebra is old.\n"), "{sentences: 1}; paragraph; section; article; ");
}
TEST(UnlessWithin, ReachesTheSentenceBefore) {
  EXPECT_EQ(silent_within("The zebra is old. It is loud.\n"), "{sentences: 0, before: 1}; paragraph; section; article; ");
}
TEST(UnlessWithin, ReachesTheParagraph) {
  EXPECT_EQ(silent_within("It is loud. Really. The zebra is old.\n"), "paragraph; section; article; ");
}
TEST(UnlessWithin, ReachesTheSection) {
  EXPECT_EQ(silent_within("# T\n\n## A\n\nIt is loud.\n\nThe zebra is old.\n\n## B\n\nText.\n"), "section; article; ");
}
TEST(UnlessWithin, ReachesSubsections) {
  EXPECT_EQ(silent_within("# T\n\n## A\n\nIt is loud.\n\n### B\n\nThe zebra is old.\n"), "section; article; ");
}
TEST(UnlessWithin, ReachesTheArticle) {
  EXPECT_EQ(silent_within("# T\n\n## A\n\nIt is loud.\n\n## B\n\nThe zebra is old.\n"), "article; ");
}
TEST(UnlessWithin, DoesNotReachFromASubsectionUp) {
  EXPECT_EQ(silent_within("# T\n\n## A\n\nThe zebra is old.\n\n### B\n\nIt is loud.\n"), "article; ");
}

/// Of the places of two statements, and how far apart they may be compared.
TEST(Within, KeepsEveryKindThatComparesNear) {
  const std::string apart = "\n\nNobody sees it there.\n\n";
  for (const auto& [keys, one, other] : std::vector<std::array<std::string, 3>>{
           {"kind: repeats", zebra_night, zebra_night},
           {"kind: opposes\nsays: is open\ndenies: is closed", "The zebra museum has paintings. The zebra museum is open.",
            "The zebra museum is closed."},
           {"kind: opposes\nby: negation", zebra_night, "The zebra does not cross the harbour bridge at midnight."},
           {"kind: agrees", "The zebra festival draws 300 visitors.", "The zebra festival draws 900 visitors."},
           {"kind: agrees\nfact: \"$subject:<proper> opened in $value:<year>\"", "The zebra hall Northgate opened in 1998.",
            "The zebra hall Northgate opened in 2003."},
           {"kind: agrees\nof: timings", "Wash the zebra with soap 2 hours before the show.",
            "Wash the zebra with soap 5 hours before the show."}}) {
    const auto count = [&, keys = keys](const std::string& markdown, const std::string& within) {
      return findings_of({keys, keys, "paragraph", markdown}, "within: " + within);
    };
    const std::string paragraph =
        "# T\n\n## A\n\n" + one + " Nobody sees it. It is dark. The town sleeps. The tide is out. " + other + "\n";
    EXPECT_EQ(count(paragraph, "{sentences: 4}"), 0U) << keys;
    EXPECT_EQ(count(paragraph, "{sentences: 5}"), 1U) << keys;
    EXPECT_EQ(count(paragraph, "paragraph"), 1U) << keys;
    const std::string section = "# T\n\n## A\n\n" + one + apart + other + "\n";
    EXPECT_EQ(count(section, "paragraph"), 0U) << keys;
    EXPECT_EQ(count(section, "section"), 1U) << keys;
    const std::string article = "# T\n\n" + one + "\n\n## A\n\nNobody sees it there.\n\n## B\n\n" + other + "\n";
    EXPECT_EQ(count(article, "section"), 0U) << keys;
    EXPECT_EQ(count(article, "article"), 1U) << keys;
  }
}

TEST(Conditions, AskForFrontMatter) {
  const std::string article = "---\ntitle: The loud zebra\ntags: [quiet]\n---\n\nLoud.\n";
  const Case one{"forbids", "kind: forbids\nfind: loud", "front-matter", article};
  EXPECT_EQ(findings_of(one, "in: front-matter"), 1U);
  EXPECT_EQ(findings_of(one, "in: [front-matter, paragraph]"), 2U);
  EXPECT_EQ(findings_of(one, ""), 1U);
  EXPECT_EQ(findings_of(one, "in: front-matter\nunless: zebra"), 0U);
}

}  // namespace
}  // namespace stet::conditions_test
