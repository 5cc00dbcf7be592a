// `stet explain PATH:LINE`, and --show.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/repository.h"
#include "folders.h"

namespace stet::explain_test {
namespace {

class Explain : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("a.md", "The sea is cold.\n\nResearch suggests that walking\neases worry.\n\nIt is late.\n");
  }
  Outcome explain(const std::string& place) const { return stet_run({"explain", path("a.md") + place}); }
};

TEST_F(Explain, SaysWhatIsFoundInALineAndWhatItsRuleIs) {
  for (const char* place : {":3", ":3:5"}) {
    const Outcome outcome = explain(place);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("a.md:3:1: error"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("citation/unsourced-research: "), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("<!-- stet citation/unsourced-research: reason -->"), std::string::npos) << outcome.out;
    EXPECT_EQ(outcome.out.find("1 article:"), std::string::npos) << outcome.out;
  }
}
TEST_F(Explain, SaysWhereSomethingIsFoundWhenNothingIsThere) {
  const Outcome outcome = explain(":6");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find(":6: nothing is found there; the nearest findings are in line 3\n"), std::string::npos) << outcome.out;
}
TEST_F(Explain, SaysThatTheFileIsNotThere) { EXPECT_EQ(stet_run({"explain", path("gone.md") + ":1"}).code, 3); }
TEST_F(Explain, StillTakesARule) {
  EXPECT_NE(stet_run({"explain", "citation/unsourced-research"}).out.find("citation/unsourced-research: "), std::string::npos);
  EXPECT_EQ(stet_run({"explain", "citation/unsourced"}).code, 2);
}

TEST_F(Explain, OfAFileSaysThatALineIsWanted) {
  const Outcome outcome = stet_run({"explain", path("a.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("`stet explain " + path("a.md") + ":LINE` says"), std::string::npos) << outcome.err;
}

// What sums up is told more mildly.
constexpr const char* summed_up = R"(# Lanterns

Research suggests that paper lanterns calm a room ([Aske 2014](https://doi.org/10.1000/x)).

## Conclusion

Most experts agree that paper lanterns help. Studies have shown that they calm a room. In one study, 40 percent of rooms were calmer.
)";

class RuleList : public ScratchFolder {};

TEST_F(RuleList, HasTheSeveritiesThatFindingsHave) {
  write("lanterns.md", summed_up);
  const std::string rules = stet_run({"rules", "--no-config"}).out;
  std::map<std::string, std::string> listed;
  std::istringstream lines(rules);
  for (std::string line; std::getline(lines, line);)
    listed[line.substr(0, line.find(' '))] =
        line.substr(line.find(' '), line.find("  ", line.find_first_not_of(' ', line.find(' '))) - line.find(' '));
  const Outcome outcome = stet_run({"--no-config", "--format", "jsonl", source_folder() + "/fixtures", folder.string()});
  std::istringstream findings(outcome.out);
  std::size_t met = 0;
  for (std::string line; std::getline(findings, line);) {
    const auto finding = nlohmann::json::parse(line);
    const auto rule = listed.find(finding.value("rule", ""));
    if (rule == listed.end()) continue;
    ++met;
    const std::string severity = finding.value("severity", "");
    const bool within = rule->second.find(severity) != std::string::npos || rule->second.find("note to error") != std::string::npos;
    EXPECT_TRUE(within) << rule->first << " is listed as" << rule->second << " and comes out as " << severity;
  }
  EXPECT_GT(met, 10U);
}

class Show : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write(".stet.yaml", "rules:\n  repetition/sentence: warning\n");
    const std::string twice = "The harbour of Brenholm was built long ago by Danish merchants in a sheltered bay of the north.\n";
    write("a.md", twice + "\nResearch suggests that walking eases worry.\n\n" + twice);
  }
};

TEST_F(Show, LeavesOutWhatIsMilder) {
  EXPECT_NE(stet_run({path("a.md")}).out.find("1 article: 1 error, 1 warning, 0 notes"), std::string::npos) << stet_run({path("a.md")}).out;
  const Outcome outcome = stet_run({"--show", "error", path("a.md")});
  EXPECT_NE(outcome.out.find("1 article: 1 error, 0 warnings, 0 notes; 1 milder not shown"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("repetition/sentence"), std::string::npos);
}
TEST_F(Show, DoesNotFailForWhatIsNotShown) {
  EXPECT_EQ(stet_run({"--ignore", "citation", path("a.md")}).code, 1);
  EXPECT_EQ(stet_run({"--ignore", "citation", "--show", "error", path("a.md")}).code, 0);
}
TEST_F(Show, HoldsForEveryFormat) {
  EXPECT_EQ(stet_run({"--show", "error", "--format", "json", path("a.md")}).out.find("repetition/sentence\""), std::string::npos);
}

class Many : public ScratchFolder {};

TEST_F(Many, FindingsAreCountedByArticleWithWhatToDo) {
  std::string claims;
  for (int i = 0; i < 30; ++i) claims += "Research suggests that walk number " + std::to_string(i) + " eases worry.\n\n";
  write("a.md", claims);
  write("b.md", claims + "Studies have shown that reading calms.\n");
  const Outcome outcome = stet_run({folder.string()});
  const std::size_t first = outcome.out.find("    31  ");
  ASSERT_NE(first, std::string::npos) << outcome.out;
  EXPECT_LT(first, outcome.out.find("    30  "));
  EXPECT_NE(outcome.out.find("--format html"), std::string::npos);
  EXPECT_EQ(stet_run({path("a.md")}).out.find("--format html"), std::string::npos);
}

class StandardInput : public ScratchFolder {};

TEST_F(StandardInput, HasTheConfigurationOfAFolderThatIsNotThereYet) {
  write(".stet.yaml", "rules:\n  citation: off\n");
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  std::istringstream text("Research suggests that walking eases worry.\n");
  std::streambuf* const before = std::cin.rdbuf(text.rdbuf());
  const Outcome outcome = stet_run({"--stdin-path", "posts/2031/walking.md", "-"});
  std::cin.rdbuf(before);
  std::cin.clear();
  std::filesystem::current_path(here);
  EXPECT_EQ(outcome.code, 0) << outcome.out;
}

}  // namespace
}  // namespace stet::explain_test
