#include "lsp/let_stand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "folders.h"
#include "pipeline/check.h"

namespace stet::let_stand_test {
namespace {

const std::string unsourced = "Research suggests that walking eases worry";

std::string insert(const Source& source, const Insertion& insertion, const std::string& reason) {
  std::string bytes = source.bytes;
  std::string text = insertion.text;
  text.insert(insertion.reason, reason);
  return bytes.insert(insertion.offset, text);
}

/// The article after the only finding in it has been let stand.
std::string let_stand_in(const std::string& markdown, const std::string& path = "a.md") {
  const FileFindings file = check_source(builtin_engine(), *make_source(path, markdown));
  if (file.findings.size() != 1) return "findings: " + std::to_string(file.findings.size());
  const RuleInfo& rule = builtin_engine().infos[file.findings[0].rule];
  return insert(file.source, let_stand(parse_article(file.source), file.source, rule.id, file.findings[0].source), "quoted ");
}

struct Place {
  std::string name;
  std::string markdown;
  std::string comment;
  std::string path = "a.md";
};

class LetStand : public testing::TestWithParam<Place> {};

TEST_P(LetStand, SilencesTheFindingAndNothingElse) {
  const std::string after = let_stand_in(GetParam().markdown, GetParam().path);
  EXPECT_NE(after.find(GetParam().comment), std::string::npos) << after;
  EXPECT_EQ(findings_in(after, GetParam().path), "") << after;
}

const std::string comment = "<!-- stet citation/unsourced-research: quoted -->";

INSTANTIATE_TEST_SUITE_P(
    Places, LetStand,
    testing::Values(Place{"paragraph", "One.\n\nTwo. " + unsourced + ".\n", "\n" + comment + "\nTwo."},
                    Place{"carriage_returns", "One.\r\n\r\n" + unsourced + ".\r\n", "\n" + comment + "\r\nResearch"},
                    Place{"directly_behind_a_heading", "# Walking\n" + unsourced + ".\n", "Walking\n" + comment + "\nResearch"},
                    Place{"indented", "One.\n\n  " + unsourced + ".\n", "\n" + comment + "\n  Research"},
                    Place{"list", "- One.\n- " + unsourced + ".\n- Three.\n", "worry. " + comment + "\n- Three"},
                    Place{"list_of_paragraphs", "1. One.\n\n2. Two.\n\n   **" + unsourced + "**\n\n3. Three.\n", "worry** " + comment},
                    Place{"table", "| a | b |\n|---|---|\n| One | " + unsourced + ". |\n| Two | Three |\n", "worry. " + comment + " |"},
                    Place{"mdx", "One.\n\n" + unsourced + ".\n", "\n{/* stet citation/unsourced-research: quoted */}\nResearch", "a.mdx"},
                    Place{"mdx_list", "- One.\n- " + unsourced + ".\n", "worry. {/* stet citation/unsourced-research: quoted */}\n",
                          "a.mdx"}),
    [](const auto& test) { return test.param.name; });

TEST(LetStandAnywhere, KeepsAnotherCommentWhereItSpeaksOfTheBlock) {
  const std::string markdown =
      "<!-- stet medical: a test -->\n" + unsourced + " and that turmeric, which many add, lowers high blood pressure.\n";
  EXPECT_EQ(findings_in(let_stand_in(markdown)), "") << let_stand_in(markdown);
}

/// How many findings of each rule.
std::map<std::string, std::size_t> counts_in(const FileFindings& file) {
  std::map<std::string, std::size_t> counts;
  for (const Finding& finding : file.findings) ++counts[builtin_engine().infos[finding.rule].id];
  return counts;
}

TEST(LetStandAnywhere, TakesAFindingAway) {
  const auto source = read_source(source_folder() + "/fixtures/example.md");
  ASSERT_TRUE(source);
  const FileFindings file = check_source(builtin_engine(), *source);
  ASSERT_GT(file.findings.size(), 4U);
  const Article article = parse_article(*source);
  for (const Finding& finding : file.findings) {
    const std::string& rule = builtin_engine().infos[finding.rule].id;
    const std::string after = insert(*source, let_stand(article, *source, rule, finding.source), "a test ");
    auto expected = counts_in(file);
    if (--expected[rule] == 0) expected.erase(rule);
    EXPECT_EQ(counts_in(check_source(builtin_engine(), *make_source("a.md", after))), expected) << rule;
  }
}

}  // namespace
}  // namespace stet::let_stand_test
