// Every kind of rule × every condition that rules have in common.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/check.h"

namespace stet {
namespace {

/// A rule of some kind and an article in which it finds one thing, in `place`, under the heading “Alpha”, said in a sentence with “zebra”.
struct Case {
  std::string name;
  std::string keys;
  std::string place;
  std::string article;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"forbids", "kind: forbids\nfind: loud", "paragraph", "## Alpha\n\nThe zebra is loud.\n"},
      {"requires", "kind: requires\nfind: loud\nneeds: quiet", "paragraph", "## Alpha\n\nThe zebra is loud.\n"},
      {"repeats", "kind: repeats\nunit: sentence", "paragraph",
       "## Alpha\n\nThe zebra crosses the harbour bridge at midnight.\n\nNobody sees it there.\n\nThe zebra crosses the harbour bridge at "
       "midnight.\n"},
      {"repeats a block", "kind: repeats\nunit: block", "paragraph",
       "## Alpha\n\nThe zebra crosses the harbour bridge at midnight.\n\nNobody sees it there.\n\nThe zebra crosses the harbour bridge at "
       "midnight.\n"},
      {"opposes, curated", "kind: opposes\nsays: is open\ndenies: is closed", "paragraph",
       "## Alpha\n\nThe zebra museum is open. The zebra museum has paintings. The zebra museum is closed.\n"},
      {"opposes, general", "kind: opposes\nby: negation", "paragraph",
       "## Alpha\n\nThe zebra crosses the harbour bridge at midnight.\n\nNobody sees it there.\n\nThe zebra does not cross the harbour "
       "bridge at midnight.\n"},
      {"agrees on a fact", "kind: agrees\nfact: \"$subject:<proper> opened in $value:<year>\"", "paragraph",
       "## Alpha\n\nThe zebra hall Northgate opened in 1998. It is large. The zebra hall Northgate opened in 2003.\n"},
      {"counts", "kind: counts\nfind: \"<number> zebra reason\"", "paragraph",
       "## Alpha\n\nFive zebra reasons:\n\n- food\n- rest\n- sun\n"},
      {"refers to footnotes", "kind: refers\nto: footnotes", "paragraph", "## Alpha\n\nThe zebra is loud.[^one]\n"},
      {"refers to unused footnotes", "kind: refers\nto: unused-footnotes", "footnote", "## Alpha\n\nLoud.\n\n[^one]: The zebra is loud.\n"},
      {"refers to anchors", "kind: refers\nto: anchors", "paragraph",
       "## Alpha\n\nThe zebra is [here](#nowhere).\n\n### One\n\nText.\n\n### Two\n\nText.\n"},
      {"refers to captions", "kind: refers\nto: captions\nfind: \"table <number>\"", "paragraph",
       "## Alpha\n\nThe zebra is in table 7. Another animal is in table 1.\n\nTable 1: Stripes\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable "
       "2: Dots\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"},
      {"adds up", "kind: adds-up\nof: weekday\nfind: \"$day:(monday|tuesday) $date:<date>\"", "paragraph",
       "## Alpha\n\nThe zebra comes on Monday, 12 March 2019.\n"},
  };
  return all;
}

std::size_t findings_of(const Case& one, const std::string& condition) {
  const std::string yaml = one.keys + "\ntitle: T\nseverity: warning\nmessage: m\nwhy: W.\ninstead: I.\n" + condition;
  std::vector<RuleFile> files;
  for (RuleFile& file : builtin_rule_files()) {
    if (file.path.starts_with("words/")) files.push_back(std::move(file));
  }
  files.push_back({"house/case.yaml", "house/case.yaml", yaml, false});
  auto rules = load_rules(files, kind_fields());
  if (!rules) ADD_FAILURE() << one.name << ": " << rules.error().front().what << "\n" << yaml;
  if (!rules) return 0;
  const auto engine = compile(std::move(*rules));
  const FileFindings file = check_source(**engine, *make_source("test.md", one.article));
  return static_cast<std::size_t>(
      std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& finding) { return finding.rule == 0; }));
}

TEST(Conditions, OfEveryKindSilence) {
  for (const Case& one : cases()) {
    for (const std::string& condition :
         {std::string("unless: zebra"), "not-in: " + one.place, std::string("in: table"), std::string("not-in-section: alpha"),
          std::string("in-section: beta"), std::string("only-when: questioned"), std::string("unless: alpha\nunless-within: section")}) {
      EXPECT_EQ(findings_of(one, condition), 0U) << one.name << ": " << condition;
    }
  }
}

TEST(Conditions, OfEveryKindLetThrough) {
  for (const Case& one : cases()) {
    EXPECT_EQ(findings_of(one, ""), 1U) << one.name;
    for (const std::string& condition :
         {std::string("unless: unicorn"), "in: " + one.place, std::string("not-in: table"), std::string("not-in-section: beta"),
          std::string("in-section: alpha"), std::string("not-when: questioned")}) {
      EXPECT_EQ(findings_of(one, condition), 1U) << one.name << ": " << condition;
    }
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
}  // namespace stet
