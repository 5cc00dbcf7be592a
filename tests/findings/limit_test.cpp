#include "findings/limit.h"

#include <gtest/gtest.h>

namespace stet::limit_test {
namespace {

FileFindings file_with(const std::vector<Severity>& severities) {
  FileFindings file;
  file.source = *make_source("a.md", "text");
  for (const Severity severity : severities)
    file.findings.push_back({.severity = severity, .message = std::to_string(file.findings.size())});
  return file;
}

std::string messages(const FileFindings& file) {
  std::string all;
  for (const Finding& finding : file.findings) all += finding.message;
  return all;
}

constexpr auto note = Severity::note;
constexpr auto warning = Severity::warning;
constexpr auto error = Severity::error;

TEST(LimitOfAFile, LeavesFewFindingsAlone) {
  FileFindings file = file_with({note, error});
  limit_findings(file, {.findings_per_file = 2});
  EXPECT_EQ(messages(file), "01");
  EXPECT_TRUE(file.problems.empty());
}
TEST(LimitOfAFile, KeepsTheWorstAndAmongEqualsTheFirstInTheirOrder) {
  FileFindings file = file_with({note, warning, error, warning, note, error});
  limit_findings(file, {.findings_per_file = 3});
  EXPECT_EQ(messages(file), "125");
}
TEST(LimitOfAFile, SaysHowManyAreLeftOut) {
  FileFindings file = file_with({note, warning, error});
  limit_findings(file, {.findings_per_file = 1});
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_EQ(render(file.problems[0]),
            "a.md: left out: 2 findings beyond the limit of 1 in one article\n  mend or suppress some, or raise it: --limit "
            "findings-per-file=N\n");
}
TEST(LimitOfARun, KeepsTheWorstOfAllFiles) {
  RunFindings run;
  run.files = {file_with({note, warning}), file_with({error, warning})};
  limit_findings(run, {.findings = 2});
  EXPECT_EQ(messages(run.files[0]), "1");
  EXPECT_EQ(messages(run.files[1]), "0");
  ASSERT_EQ(run.problems.size(), 1U);
  EXPECT_EQ(run.problems[0].what, "2 findings beyond the limit of 2 in one run");
}

}  // namespace
}  // namespace stet::limit_test
