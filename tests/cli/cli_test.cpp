#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "cli/repository.h"

namespace stet::cli_test {
namespace {

namespace fs = std::filesystem;

class Cli : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("good.md", "Nothing is wrong with this.\n");
    write("bad.md", "Research suggests that walking eases worry.\n");
    write("unread.md", "\xFF");
  }
};

TEST_F(Cli, ExitsZeroWhenNothingIsFound) { EXPECT_EQ(stet_run({path("good.md")}).code, 0); }
TEST_F(Cli, ExitsOneOnFindings) { EXPECT_EQ(stet_run({path("bad.md")}).code, 1); }
TEST_F(Cli, ExitsThreeWhenSomethingIsUnread) {
  const Outcome outcome = stet_run({path("bad.md"), path("unread.md")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("claims research but cites none"), std::string::npos) << "the other file is still checked";
  EXPECT_NE(outcome.out.find("unread.md:1:1: not read: a byte that is not UTF-8 stands here"), std::string::npos);
}
TEST_F(Cli, ExitsThreeOnAMissingFile) { EXPECT_EQ(stet_run({path("none.md")}).code, 3); }
/// What is wrong with a file, and what the run says of it.
struct Unreadable {
  std::string name;
  std::string bytes;
  std::string says;
};

class UnreadableFile : public Cli, public testing::WithParamInterface<Unreadable> {};

TEST_P(UnreadableFile, IsNamedWhileTheOthersAreChecked) {
  write("odd.md", GetParam().bytes);
  const Outcome outcome = stet_run({path("odd.md"), path("bad.md")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("claims research but cites none"), std::string::npos);
  EXPECT_NE(outcome.out.find(GetParam().says), std::string::npos) << outcome.out;
}

INSTANTIATE_TEST_SUITE_P(
    Guards, UnreadableFile,
    // NOLINTNEXTLINE(bugprone-string-constructor): so large on purpose
    testing::Values(Unreadable{"of_100_megabytes_in_one_line", std::string(100'000'000, 'x'),
                               "odd.md: not read: larger than 16777216 bytes"},
                    Unreadable{"with_a_broken_sequence", "ab\xC3(", "odd.md:1:3: not read: a byte that is not UTF-8"},
                    Unreadable{"with_a_nul", std::string("a\0b", 3), "odd.md:1:2: not read: a NUL byte stands here"},
                    Unreadable{"in_utf_16_little_endian", "\xFF\xFE" + std::string("a\0", 2), "not read: this is UTF-16"},
                    Unreadable{"in_utf_16_big_endian", "\xFE\xFF" + std::string("\0a", 2), "not read: this is UTF-16"}),
    [](const auto& test) { return test.param.name; });

TEST_F(Cli, ReadsALineOfSixteenMegabytes) {
  std::string line = "Research suggests that walking eases worry. ";
  line.resize(16U << 20U, 'x');
  write("long.md", line);
  const Outcome outcome = stet_run({"--select", "citation", path("long.md")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("long.md:1:1"), std::string::npos);
}
TEST_F(Cli, ReadsAnEmptyFile) {
  write("empty.md", "");
  EXPECT_EQ(stet_run({path("empty.md")}).code, 0);
}
TEST_F(Cli, ReadsByteOrderMarksAndCarriageReturns) {
  write("dos.md", "\xEF\xBB\xBFOne.\r\n\r\nResearch suggests that walking eases worry.\r\n");
  const Outcome outcome = stet_run({path("dos.md")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("dos.md:3:1"), std::string::npos) << outcome.out;
}
TEST_F(Cli, WalksAFolderThatEndsInMd) {
  write("folder.md/bad.md", "Research suggests that walking eases worry.\n");
  EXPECT_EQ(stet_run({path("folder.md")}).code, 1);
}
TEST_F(Cli, ExitsTwoOnAnUnknownOption) {
  const Outcome outcome = stet_run({"--formt", "json", path("good.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("did you mean `--format`?"), std::string::npos) << outcome.err;
}
TEST_F(Cli, ExitsTwoOnAnUnknownRule) {
  const Outcome outcome = stet_run({"--ignore", "citation/unsourced-reserch", path("good.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(
      outcome.err,
      "stet: error: --ignore: there is no rule or pack `citation/unsourced-reserch`\n  did you mean `citation/unsourced-research`?\n");
}
TEST_F(Cli, NamesTheRuleOrPackThatIsMeant) {
  const auto meant = [&](const std::string& name) { return stet_run({"--select", name, path("good.md")}).err; };
  EXPECT_NE(meant("contradition").find("did you mean `contradiction`?"), std::string::npos) << meant("contradition");
  EXPECT_NE(meant("unsourced-research").find("did you mean `citation/unsourced-research`?"), std::string::npos);
  EXPECT_NE(meant("unsuorced-research").find("did you mean `citation/unsourced-research`?"), std::string::npos);
  EXPECT_NE(meant("elephants").find("`stet rules` lists them"), std::string::npos);
}
/// For slips in the first word: what is said of them, by arguments.
struct Slip {
  std::vector<std::string> arguments;
  std::string said;
};
class FirstWord : public Cli, public testing::WithParamInterface<Slip> {};
TEST_P(FirstWord, IsCorrected) {
  const Outcome outcome = stet_run(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find(GetParam().said), std::string::npos) << outcome.err;
}
INSTANTIATE_TEST_SUITE_P(Slips, FirstWord,
                         testing::Values(Slip{{"chekc", "."}, "did you mean `stet check .`?"}, Slip{{"rule"}, "did you mean `stet rules`?"},
                                         Slip{{"expalin", "citation"}, "did you mean `stet explain citation`?"},
                                         Slip{{"hlep"}, "did you mean `stet help`?"},
                                         Slip{{"help", "chekc"}, "did you mean `stet check --help`?"},
                                         Slip{{"stats", "--hlep"}, "did you mean `--help`?"}));
TEST_F(Cli, TakesAFileForAFileWhateverCommandItIsNear) {
  write("chekc", "Nothing is wrong with this.\n");
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  EXPECT_EQ(stet_run({"chekc"}).out, "1 article: nothing found\n");
  fs::create_directory("docs");
  EXPECT_NE(stet_run({"docs"}).err.find("`stet ./docs` checks what has that name here"), std::string::npos);
  EXPECT_NE(stet_run({"docs", "README.md"}).err.find("`stet ./docs README.md` checks what has that name here"), std::string::npos);
  fs::current_path(before);
}
TEST_F(Cli, HelpIsAWordToo) {
  EXPECT_EQ(stet_run({"help"}).out, stet_run({"--help"}).out);
  EXPECT_EQ(stet_run({"help", "stats"}).out, stet_run({"stats", "--help"}).out);
  EXPECT_EQ(stet_run({"help"}).code, 0);
}
TEST_F(Cli, FailOnSetsTheMildestSeverityThatFails) {
  EXPECT_EQ(stet_run({"--fail-on", "never", path("bad.md")}).code, 0);
  EXPECT_EQ(stet_run({"--fail-on", "error", path("bad.md")}).code, 1);
}
TEST_F(Cli, IgnoresAPack) { EXPECT_EQ(stet_run({"--ignore", "citation", path("bad.md")}).code, 0); }
TEST_F(Cli, TakesNothingBehindTwoDashesForAnOption) {
  const Outcome outcome = stet_run({"check", "--", path("bad.md"), "--output=" + path("trapped"), "--fail-on=never"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_FALSE(fs::exists(folder / "trapped"));
  EXPECT_EQ(stet_run({"--", path("bad.md")}).code, 1);
}
TEST_F(Cli, TakesOneWordForAnOptionThatRepeats) {
  EXPECT_EQ(stet_run({"--ignore", "citation", path("bad.md"), path("good.md")}).out, "2 articles: nothing found\n");
}
TEST_F(Cli, ASlipInAChoiceGetsTheNearestOne) {
  EXPECT_NE(stet_run({"--fail-on", "eror", "."})
                .err.find("stet: --fail-on: `eror` is none of error, warning, note, never; did you mean `error`?"),
            std::string::npos)
      << stet_run({"--fail-on", "eror", "."}).err;
  EXPECT_EQ(stet_run({"--show", "everything", "."}).err.find("did you mean"), std::string::npos);
}
TEST_F(Cli, WithoutPathsIsWrongUsage) {
  EXPECT_EQ(stet_run({"check"}).code, 2);
  EXPECT_EQ(stet_run({"--quiet"}).err, "stet: which articles? Name files or folders; `.` is this folder\n");
}
TEST_F(Cli, SaysThatARuleFileOfAnotherEndingIsNotRead) {
  write("house/loud/shouting.yml", "kind: forbids\n");
  const Outcome outcome = stet_run({"--rules", path("house"), path("good.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("the names of rules and word lists end in .yaml\n  rename it to `shouting.yaml`"), std::string::npos)
      << outcome.err;
}
TEST_F(Cli, SelectsARule) { EXPECT_EQ(stet_run({"--select", "repetition/sentence", path("bad.md")}).code, 0); }
TEST_F(Cli, SelectsRulesAndPacksSeparatedByCommas) {
  EXPECT_EQ(stet_run({"--select", "repetition,citation", path("bad.md")}).code, 1);
  EXPECT_EQ(stet_run({"--select", "repetition,contradiction", path("bad.md")}).code, 0);
  EXPECT_EQ(stet_run({"--ignore", "repetition,citation", path("bad.md")}).code, 0);
}
/// A rule that forbids a word.
std::string house_rule(const std::string& word) {
  return "kind: forbids\ntitle: T\nseverity: warning\nmessage: m\nfind: " + word + "\nwhy: W.\ninstead: I.\n";
}

TEST_F(Cli, SelectsOfAPackTheRulesThatAreOn) {
  write("loud/house/loud/on.yaml", house_rule("loud"));
  write("loud/house/loud/off.yaml", house_rule("loud") + "enabled: false\n");
  write("loud/a.md", "It is loud.\n");
  const auto found = [&](const std::string& select) {
    const Outcome outcome = stet_run({"--rules", path("loud/house"), "--select", select, "--format", "jsonl", path("loud/a.md")});
    return outcome.code == 2 ? outcome.err : std::to_string(std::count(outcome.out.begin(), outcome.out.end(), '\n'));
  };
  EXPECT_EQ(found("loud"), "1");
  EXPECT_EQ(found("loud/on"), "1");
  EXPECT_EQ(found("loud/off"), "1");
  EXPECT_EQ(found("loud,loud/off"), "2");
  fs::remove(folder / "loud/house/loud/on.yaml");
  EXPECT_EQ(found("loud"), "1") << "a pack to ask for: all of it is off";
  EXPECT_EQ(found("repetition"), "0");
  write("loud/.stet.yaml", "rules: {loud: off}\n");
  EXPECT_EQ(found("loud"),
            "stet: error: --select: all rules of `loud` are off\n  a rule that is off runs when it is named itself, such as `loud/off`\n");
}
TEST_F(Cli, ReadsNoHiddenFilesAsRules) {
  write("loud/house/loud/on.yaml", house_rule("loud"));
  write("loud/house/.stet.yaml", "rules: {}\n");
  write("loud/house/.github/workflows/check.yaml", "on: push\n");
  write("loud/house/.github/dependabot.yml", "version: 2\n");
  EXPECT_EQ(stet_run({"rules", "--rules", path("loud/house")}).code, 0);
}
TEST_F(Cli, MakesControlCharactersOfRulesVisible) {
  const std::string bell = "\\e[31mloud\\a";
  write("loud/house/loud/on.yaml", "kind: forbids\ntitle: \"" + bell + "\"\nseverity: note\nmessage: \"" + bell +
                                       "\"\nfind: quiet\nwhy: \"" + bell + "\"\ninstead: \"" + bell + "\"\nexamples: {bad: [\"" + bell +
                                       "\"], good: [\"quiet, " + bell + "\"]}\n");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"rules"}, {"explain", "loud/on"}, {"test", "loud"}}) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--rules", path("loud/house")});
    const Outcome outcome = stet_run(all);
    EXPECT_EQ((outcome.out + outcome.err).find('\x1b'), std::string::npos) << arguments.front();
    EXPECT_EQ((outcome.out + outcome.err).find('\a'), std::string::npos) << arguments.front();
    EXPECT_NE(outcome.out.find("loud"), std::string::npos) << arguments.front() << outcome.err;
  }
}
TEST_F(Cli, WritesSeveralReports) {
  EXPECT_EQ(
      stet_run({path("bad.md"), "--format", "json", "--output", path("a.json"), "--format", "sarif", "--output", path("a.sarif")}).code, 1);
  EXPECT_TRUE(fs::exists(folder / "a.json") && fs::exists(folder / "a.sarif"));
}
TEST_F(Cli, SaysWhenAReportCannotBeWritten) {
  const Outcome outcome = stet_run({path("bad.md"), "--format", "json", "--output", path("none/a.json")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("cannot be written: No such file or directory"), std::string::npos);
}
TEST_F(Cli, WritesIntoAPipeAndThroughALink) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  const int reader = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);
  EXPECT_EQ(stet_run({path("bad.md"), "--format", "jsonl", "--output", path("pipe")}).code, 1);
  EXPECT_TRUE(fs::is_fifo(folder / "pipe")) << "a file has taken its place";
  char first = 0;
  EXPECT_EQ(::read(reader, &first, 1), 1);
  ::close(reader);
  write("report.json", "");
  fs::create_symlink("report.json", folder / "link.json");
  EXPECT_EQ(stet_run({path("bad.md"), "--format", "json", "--output", path("link.json")}).code, 1);
  EXPECT_TRUE(fs::is_symlink(folder / "link.json"));
  EXPECT_GT(fs::file_size(folder / "report.json"), 0U);
}
TEST_F(Cli, AddsToTheSummaryOfAJob) {
  write("summary.md", "Before.\n");
  ::setenv("GITHUB_STEP_SUMMARY", path("summary.md").c_str(), 1);
  stet_run({path("bad.md"), "--format", "github"});
  ::unsetenv("GITHUB_STEP_SUMMARY");
  EXPECT_TRUE(read("summary.md").starts_with("Before.\n## stet: 1 error, 0 warnings, 0 notes in 1 article\n"));
}
TEST_F(Cli, TakesHouseRules) {
  write("rules/house/loud.yaml",
        "kind: forbids\ntitle: Loud\nseverity: error\nmessage: \"“{found}” is loud\"\nfind: nothing wrong\nwhy: a\ninstead: b\nexamples: "
        "{bad: [nothing "
        "wrong], good: [x]}\n");
  write("loud.md", "There is nothing wrong.\n");
  const Outcome outcome = stet_run({"--rules", path("rules"), path("loud.md")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("“nothing wrong” is loud"), std::string::npos);
}
TEST_F(Cli, RefusesBrokenHouseRules) {
  write("rules/house/loud.yaml", "kind: forbid\n");
  const Outcome outcome = stet_run({"--rules", path("rules"), path("good.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("did you mean `forbids`?"), std::string::npos);
}
TEST_F(Cli, QuietSaysNothingOfACleanRun) { EXPECT_EQ(stet_run({"--quiet", path("good.md")}).out, ""); }
TEST_F(Cli, ExplainsARule) {
  EXPECT_NE(stet_run({"explain", "citation/unsourced-research"}).out.find("why      A reader cannot check"), std::string::npos);
}

TEST(Rules, ExplainListsTheOptionsThatSaySomethingInThisRule) {
  const std::string stances = stet_run({"explain", "contradiction/safe"}).out;
  EXPECT_NE(stances.find("- absolute: "), std::string::npos);
  EXPECT_EQ(stances.find("- pairs: "), std::string::npos);
  const std::string fact = stet_run({"explain", "consistency/opened"}).out;
  EXPECT_NE(fact.find("- wider: "), std::string::npos);
  EXPECT_EQ(fact.find("- standard: "), std::string::npos);
}
TEST_F(Cli, ListsRules) { EXPECT_NE(stet_run({"rules"}).out.find("citation/unsourced-research"), std::string::npos); }
TEST_F(Cli, ListsWords) { EXPECT_NE(stet_run({"rules", "--words", "research"}).out.find("meta-analysis\n"), std::string::npos); }
TEST_F(Cli, TestsItsOwnRules) { EXPECT_EQ(stet_run({"test"}).code, 0); }
TEST_F(Cli, DumpsAnArticle) { EXPECT_NE(stet_run({"dump", "article", path("good.md")}).out.find("paragraph 1:1-1:28"), std::string::npos); }
TEST_F(Cli, KnowsItsVersion) { EXPECT_TRUE(stet_run({"--version"}).out.starts_with("stet ")); }
TEST_F(Cli, HelpsOnRequest) { EXPECT_EQ(stet_run({"--help"}).code, 0); }
TEST_F(Cli, WithoutArgumentsSaysWhatToType) {
  const Outcome outcome = stet_run({});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("\n  stet articles/ "), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace stet::cli_test
