#include "findings/baseline.h"

#include <gtest/gtest.h>

namespace stet::baseline_test {
namespace {

RuleInfo rule(const std::string& id) { return {.id = id}; }

/// One article with a finding for each of its words; each word is a sentence.
FileFindings article(const std::string& path, const std::vector<std::string>& words, std::uint32_t rule = 0) {
  FileFindings file;
  std::string text;
  for (const std::string& word : words) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word + "\n";
    file.sentences.push_back({begin, static_cast<std::uint32_t>(text.size()) - 1});
    file.findings.push_back({.rule = rule, .source = file.sentences.back(), .message = "m", .related = {}});
  }
  file.source = *make_source(path, text);
  return file;
}

RunFindings run_of(std::vector<FileFindings> files) {
  RunFindings run;
  run.rules = {rule("pack/one"), rule("pack/two")};
  for (FileFindings& file : files) finish(file, run.rules);
  run.files = std::move(files);
  return run;
}

/// All articles but those under gone/ exist.
const BaselineContext context = {.today = "2026-06-15",
                                 .relative = [](const std::string& path) { return path; },
                                 .exists = [](const std::string& path) { return !path.starts_with("gone/"); }};

std::vector<BaselineEntry> entries_for(RunFindings run) { return apply_baseline(run, {}, context).added; }

std::string left(const RunFindings& run) {
  std::string text;
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) text += file.source.path + ":" + std::string(file.source.view(finding.source)) + " ";
  }
  return text;
}

TEST(Baseline, HidesWhatStood) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha", "beta"})}));
  RunFindings run = run_of({article("a.md", {"alpha", "gamma", "beta"})});
  const BaselineOutcome outcome = apply_baseline(run, entries, context);
  EXPECT_EQ(left(run), "a.md:gamma ");
  EXPECT_TRUE(outcome.stale.empty());
  EXPECT_EQ(outcome.added.size(), 1U);
}
TEST(Baseline, IsTheSameWhenWrittenAgainHoweverItsLinesEnd) {
  const auto once = parse_baseline("x", "a.md\trepetition/sentence\t0000000000000001\tThe old harbour \r\r\r\n");
  ASSERT_TRUE(once.has_value());
  const auto again = parse_baseline("x", render_baseline(*once));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(render_baseline(*again), render_baseline(*once));
}
TEST(Baseline, DoesNotLetAMendedFindingHideANewOne) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha"})}));
  RunFindings run = run_of({article("a.md", {"beta"})});
  EXPECT_EQ(apply_baseline(run, entries, context).stale.size(), 1U);
  EXPECT_EQ(left(run), "a.md:beta ");
}
TEST(Baseline, CountsEqualFindings) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha", "alpha"})}));
  RunFindings run = run_of({article("a.md", {"alpha", "alpha", "alpha"})});
  apply_baseline(run, entries, context);
  EXPECT_EQ(left(run), "a.md:alpha ");
}
TEST(Baseline, FollowsAFindingIntoARenamedArticle) {
  const auto entries = entries_for(run_of({article("gone/a.md", {"alpha"})}));
  RunFindings run = run_of({article("b.md", {"alpha"})});
  const BaselineOutcome outcome = apply_baseline(run, entries, context);
  EXPECT_EQ(left(run), "");
  ASSERT_EQ(outcome.kept.size(), 1U);
  EXPECT_EQ(outcome.kept[0].path, "b.md");
}
TEST(Baseline, DoesNotHideACopyInAnotherArticle) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha"})}));
  RunFindings both = run_of({article("0.md", {"alpha"}), article("a.md", {"alpha"})});
  apply_baseline(both, entries, context);
  EXPECT_EQ(left(both), "0.md:alpha ");
  RunFindings copy_alone = run_of({article("0.md", {"alpha"})});
  apply_baseline(copy_alone, entries, context);
  EXPECT_EQ(left(copy_alone), "0.md:alpha ") << "a.md exists, but was not read";
}
TEST(Baseline, KeepsEntriesOfWhatTookNoPart) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha"}), article("b.md", {"beta"}, 1)}));
  RunFindings run = run_of({article("b.md", {})});
  run.rules.pop_back();
  const BaselineOutcome outcome = apply_baseline(run, entries, context);
  EXPECT_EQ(outcome.kept.size(), 2U);
  EXPECT_TRUE(outcome.stale.empty());
}
TEST(Baseline, KeepsEntriesOfAnArticleThatCouldNotBeRead) {
  const auto entries = entries_for(run_of({article("a.md", {"alpha"})}));
  RunFindings run = run_of({article("a.md", {})});
  run.files[0].problems.push_back({.path = "a.md", .what = "x"});
  EXPECT_EQ(apply_baseline(run, entries, context).kept.size(), 1U);
}
TEST(Baseline, ShowsAFindingWhoseEntryHasExpired) {
  auto entries = entries_for(run_of({article("a.md", {"alpha", "beta"})}));
  entries[0].until = "2026-06-14";
  entries[1].until = "2026-06-15";
  RunFindings run = run_of({article("a.md", {"alpha", "beta"})});
  EXPECT_EQ(apply_baseline(run, entries, context).expired.size(), 1U);
  EXPECT_EQ(left(run), "a.md:alpha ");
}
TEST(Baseline, MatchesManyEqualEntriesInLittleTime) {
  const std::vector<std::string> words(20'000, "alpha");
  const auto entries = entries_for(run_of({article("gone/a.md", words)}));
  RunFindings run = run_of({article("b.md", words)});
  EXPECT_TRUE(apply_baseline(run, entries, context).added.empty());
}

TEST(BaselineFile, IsReadBackAsItWasWritten) {
  auto entries = entries_for(run_of({article("b#\t%.md", {"alpha"}), article("#a.md", {"beta", "beta"})}));
  entries[0].until = "2027-01-31";
  const std::string text = render_baseline(entries);
  const auto read = parse_baseline("x", text);
  ASSERT_TRUE(read) << render(read.error());
  EXPECT_EQ(render_baseline(*read), text);
  EXPECT_EQ(text.substr(text.find("%23a")), "%23a.md\tpack/one\t" + text.substr(text.find("one\t") + 4, 16) +
                                                "\tbeta\n%23a.md\tpack/one\t" + text.substr(text.find("one\t") + 4, 16) +
                                                "\tbeta\nb#%09%25.md\tpack/one\t" + text.substr(text.rfind("one\t") + 4, 16) +
                                                " until 2027-01-31\talpha\n");
}
TEST(BaselineFile, SaysWhereItIsBroken) {
  const auto fault = [](const std::string& text) {
    const auto read = parse_baseline("base.txt", text);
    return read ? "" : render(read.error());
  };
  EXPECT_EQ(fault("# x\n\na.md\tpack/one\t0123456789abcdef\twords\n"), "");
  EXPECT_TRUE(fault("# x\na.md\tpack/one\n").starts_with("base.txt:2:1: error: this is no entry of a baseline"))
      << fault("# x\na.md\tpack/one\n");
  EXPECT_NE(fault("a.md\tpack/one\t0123456789abcdeg\twords\n"), "");
  EXPECT_NE(fault("a.md\tpack/one\t0123456789abcdef till 2020-01-01\twords\n"), "");
  EXPECT_NE(fault("a.md\tpack/one\t0123456789abcdef until soon\twords\n"), "");
  EXPECT_NE(fault("\tpack/one\t0123456789abcdef\twords\n"), "");
  EXPECT_NE(fault("<<<<<<< ours\n").find("merge conflict"), std::string::npos);
  EXPECT_NE(fault(std::string("\0\xFF", 2)), "");
}

}  // namespace
}  // namespace stet::baseline_test
