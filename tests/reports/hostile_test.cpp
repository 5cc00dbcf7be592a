// What no format may do, whatever an article, a file name or a rule says: hide that something was not read, or act on what it shows.
#include <gtest/gtest.h>

#include <ctime>

#include "reports/report.h"
#include "reports/run.h"
#include "sanitizer.h"

namespace stet::hostile_test {
namespace {

class EveryFormat : public testing::TestWithParam<std::string> {
 protected:
  static std::string render(const RunFindings& run) { return find_format(GetParam())->render(run, {.color = false, .root = ""}); }
};

Problem unread(std::string path, std::string what) { return unread_fault(std::move(path), std::move(what), "mend"); }

/// Every text of a run that may be a stranger's, with something added.
RunFindings run_with(const std::string& evil) {
  RunFindings run = sample_run();
  for (RuleInfo& rule : run.rules) {
    for (SharedText* text : {&rule.title, &rule.why, &rule.instead}) *text = text->string() + evil;
    for (auto* texts : {&rule.tags, &rule.bad_examples, &rule.good_examples}) texts->push_back(evil);
  }
  FileFindings& file = run.files[0];
  file.source = *make_source("notes/" + evil + ".md", file.source.bytes + evil + "\n");
  for (Finding& finding : file.findings) {
    finding.message += evil;
    finding.source.end = file.source.size();
    for (RelatedLocation& related : finding.related) {
      related.message += evil;
      related.source.end = file.source.size();
    }
    finding.related.push_back({{}, "in another article" + evil, false, PlaceElsewhere{"other" + evil + ".md", 3, 4, "begins" + evil}});
  }
  run.problems.push_back(unread("gone" + evil + ".md", "what" + evil));
  run.notices.push_back(unread("list" + evil, "notice" + evil));
  return run;
}

TEST_P(EveryFormat, ShowsAnArticleThatWasNotRead) {
  RunFindings run = sample_run();
  run.files[1].problems[0].what = "nested too deep";
  EXPECT_NE(render(run).find("nested too deep"), std::string::npos) << render(run);
}
TEST_P(EveryFormat, ShowsWhatWasNotReadOfTheRun) {
  RunFindings run = sample_run();
  run.problems.push_back(unread("gone.md", "there is no such file"));
  const std::string text = render(run);
  EXPECT_NE(text.find("there is no such file"), std::string::npos) << text;
  EXPECT_NE(text.find("gone.md"), std::string::npos) << text;
}
TEST_P(EveryFormat, ShowsThatFindingsWereLeftOut) {
  RunFindings run = sample_run();
  run.files[0].problems.push_back(unread("notes/a b.md", "7 findings beyond the limit of 2"));
  run.files[0].problems.back().kind = ProblemKind::left_out;
  EXPECT_NE(render(run).find("7 findings beyond the limit of 2"), std::string::npos) << render(run);
}
/// Escapes them itself, and may hold what Unicode alone calls a control character.
bool is_json(std::string_view format) {
  return format == "json" || format == "jsonl" || format == "sarif" || format == "gitlab" || format == "rdjson";
}

TEST_P(EveryFormat, HoldsNoControlCharacter) {
  const std::string text =
      render(run_with("\x1b]0;title\x07 \x1b[2J \b\b \x7f \xC2\x9B"
                      "31m"));
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    ASSERT_FALSE((byte < 0x20 && byte != '\n') || (byte == 0x7F && !is_json(GetParam()))) << static_cast<int>(byte) << " in " << text;
  }
  EXPECT_TRUE(is_json(GetParam()) || text.find("\xC2\x9B") == std::string::npos);
}
/// One finding may have as many places, and these as many marks, as an article has words.
TEST_P(EveryFormat, ShowsAFindingOfManyPlacesInBoundedTime) {
  RunFindings run = sample_run();
  RelatedLocation& place = run.files[0].findings[1].related[0];
  place.marks.assign(40, place.marks[0]);
  run.files[0].findings[1].related.assign(2'000, place);
  const std::clock_t start = std::clock();
  EXPECT_FALSE(render(run).empty());
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 5 * sanitizer_slowness);
}
TEST_P(EveryFormat, TakesTextThatIsNotUnicode) {
  RunFindings run = sample_run();
  run.files[0].source.path = "notes/\xFF\xFE.md";
  run.files[0].findings[0].message = "bytes \xC3( \xF0\x28\x8C\x28";
  run.problems.push_back(unread("gone\xFF.md", "what\xFF"));
  EXPECT_FALSE(render(run).empty());
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const Format& format : formats()) all.emplace_back(format.name);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::ValuesIn(names()), [](const auto& test) { return test.param; });

TEST(GithubReport, NamesAFileAsGitDoesWhateverStandsInItsName) {
  RunFindings run = sample_run();
  run.files[0].source.path = "notes/one\r\ntwo, 100%: three.md";
  const std::string text = find_format("github")->render(run, {});
  EXPECT_NE(text.find("file=notes/one%0D%0Atwo%2C 100%25%3A three.md,line="), std::string::npos) << text;
}
TEST(GithubReport, HoldsNoCommandButItsOwn) {
  const std::string text = find_format("github")->render(run_with("\n::set-output name=a::b\r\n##[error]c%0A::stop-commands::d"), {});
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
    const std::string line = text.substr(begin, text.find('\n', begin) - begin);
    const bool own = line.starts_with("::error file=") || line.starts_with("::warning file=") || line.starts_with("::notice file=");
    EXPECT_TRUE(own) << line;
    EXPECT_EQ(line.find('\r'), std::string::npos);
  }
}

}  // namespace
}  // namespace stet::hostile_test
