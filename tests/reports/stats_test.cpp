#include "reports/stats.h"

#include <gtest/gtest.h>

namespace stet::stats_test {
namespace {

RunFindings run_of(std::string bytes) {
  RunFindings run;
  for (const char* id : {"citation/a", "citation/b", "medical/c", "repetition/d", "contradiction/e"}) {
    run.rules.emplace_back();
    run.rules.back().id = id;
  }
  FileFindings file;
  file.source = *make_source("a.md", std::move(bytes));
  const Span all{0, file.source.size()};
  file.prose.text = file.source.bytes;
  file.prose.runs = {{all, all, 0}};
  file.prose.blocks = {{.kind = ProseKind::heading, .end = 1, .words = 10, .source = all, .runs = {0, 1}}};
  run.files.push_back(std::move(file));
  return run;
}

TEST(Stats, CountAClaimOfTwoRulesOnce) {
  RunFindings run = run_of("Studies show it, and research proves it.");
  run.files[0].claims = {{0, {0, 12}, false}, {0, {21, 36}, false}, {1, {8, 15}, true}};
  const SiteStats stats = stats_of(run);
  EXPECT_EQ(stats.sources.claims, 2U);
  EXPECT_EQ(stats.sources.met, 1U);
}
TEST(Stats, KeepClaimsOfAnotherPackApart) {
  RunFindings run = run_of("It cures.");
  run.files[0].claims = {{2, {0, 8}, true}};
  EXPECT_EQ(stats_of(run).sources.claims, 0U);
  EXPECT_EQ(stats_of(run).cautions.met, 1U);
}
TEST(Stats, CountRepeatedWordsOnce) {
  RunFindings run = run_of("One two three four five.");
  run.files[0].findings = {{.rule = 3, .source = {0, 7}, .covers = {0, 13}, .related = {}},
                           {.rule = 3, .source = {4, 13}, .covers = {4, 18}, .related = {}}};
  EXPECT_EQ(stats_of(run).repeated_words, 4U);
}
TEST(Stats, CountFindingsAndTheirArticlesByName) {
  RunFindings run = run_of("Tea");
  run.files[0].findings = {{.rule = 4, .source = {0, 3}, .related = {}}, {.rule = 4, .source = {0, 3}, .related = {}}};
  run.files.push_back(run.files[0]);
  const SiteStats stats = stats_of(run);
  EXPECT_EQ(stats.contradictions, 4U);
  EXPECT_EQ(stats.articles_with_contradictions, 2U);
  EXPECT_EQ(stats.sections.at(0).name, "tea");
  EXPECT_EQ(stats.sections.at(0).findings, 4U);
}
TEST(Stats, OfNothingAreNoughts) {
  const std::string text = render_stats_text(stats_of({}));
  EXPECT_TRUE(text.starts_with("0 articles, 0 words; findings in 0 articles\n")) << text;
  EXPECT_EQ(text.find("nan"), std::string::npos);
}

}  // namespace
}  // namespace stet::stats_test
