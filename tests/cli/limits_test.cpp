// --limit and the `limits` of a configuration.
#include "cli/repository.h"

namespace stet::limits_test {
namespace {

const std::string claim = "Research suggests that walking eases worry.\n\n";
const std::string other_claim = "Studies have shown that reading calms.\n\n";

class LimitsCli : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("docs/a.md", claim + other_claim);
    write("docs/b.md", claim);
  }
  Outcome check(std::vector<std::string> arguments) const {
    arguments.push_back(path("docs"));
    return stet_run(arguments);
  }
};

TEST_F(LimitsCli, OfFileSizeSkipsWhatIsLargerAndChecksTheRest) {
  const Outcome outcome = check({"--limit", "file-size=60"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("a.md: not read: larger than 60 bytes"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("b.md:1:1: error"), std::string::npos);
}
TEST_F(LimitsCli, OfFindingsPerFileLeavesOutTheRest) {
  const Outcome outcome = check({"--limit", "findings-per-file=1"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("a.md: left out: 1 finding beyond the limit of 1 in one article"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("2 articles: 2 errors"), std::string::npos) << outcome.out;
}
TEST_F(LimitsCli, OfFindingsLeavesOutTheRestOfARun) {
  const Outcome outcome = check({"--limit", "findings=1"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("left out: 2 findings beyond the limit of 1 in one run"), std::string::npos) << outcome.out;
}
TEST_F(LimitsCli, AreCountedBehindTheBaseline) {
  check({"--baseline", path("baseline.txt"), "--update-baseline"});
  EXPECT_EQ(check({"--baseline", path("baseline.txt"), "--limit", "findings-per-file=1", "--limit", "findings=1"}).code, 0);
}
TEST_F(LimitsCli, OfRuleSizeIsAFaultOfTheRule) {
  write("house/rule.yaml", "kind: forbids\n" + std::string(100, '#') + "\n");
  const Outcome outcome = check({"--rules", path("house"), "--limit", "rule-size=100"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("house/rule.yaml: error: larger than 100 bytes"), std::string::npos) << outcome.err;
}
TEST_F(LimitsCli, OfExpressionsHoldsForAllRulesTogether) {
  const std::string rule =
      "kind: forbids\ntitle: A\nseverity: warning\nmessage: A\nwhy: B.\ninstead: C.\nfind:\n  - {regex: velmora}\n  - {regex: tarsin}\n";
  write("house/house/one.yaml", rule);
  EXPECT_EQ(check({"--rules", path("house"), "--limit", "expressions=3", "--fail-on", "never"}).code, 0);
  write("house/house/two.yaml", rule);
  const Outcome outcome = check({"--rules", path("house"), "--limit", "expressions=3"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("two.yaml:9:6: error: the rules hold more than 3 regular expressions"), std::string::npos) << outcome.err;
}
/// Each costs up to 6 ms, also one that cannot be compiled: of 3,000 none is tried.
TEST_F(LimitsCli, OfExpressionsHoldsBeforeBadOnesAreTried) {
  std::string rule = "kind: forbids\ntitle: A\nseverity: warning\nmessage: A\nwhy: B.\ninstead: C.\nfind:\n";
  for (int i = 0; i < 3'000; ++i) rule += "  - {regex: '(velmora" + std::to_string(i) + "{900}){900}'}\n";
  write("house/house/one.yaml", rule);
  const Outcome outcome = check({"--rules", path("house")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("one.yaml:308:6: error: the rules hold more than 300 regular expressions"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find("not a regular expression"), std::string::npos) << outcome.err;
}
TEST_F(LimitsCli, OfConfigurationsLeavesOutTheArticlesOfTheOthers) {
  for (const char* const name : {"docs/one", "docs/two", "docs/three"}) {
    write(std::string(name) + "/.stet.yaml", "rules: {repetition: off}\n");
    write(std::string(name) + "/c.md", claim);
  }
  EXPECT_EQ(check({"--limit", "configurations=4"}).code, 1);
  const Outcome outcome = check({"--limit", "configurations=2"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("not read: more than 2 configurations hold in this run; 1 other article is not read either"),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("b.md:1:1: error"), std::string::npos) << outcome.out;
}
TEST_F(LimitsCli, OfIncludeDepthIsAFaultOfTheConfiguration) {
  write("docs/.stet.yaml", "extends: one.yaml\n");
  write("docs/one.yaml", "extends: two.yaml\n");
  write("docs/two.yaml", "rules: {citation: off}\n");
  EXPECT_EQ(check({}).code, 0);
  const Outcome outcome = check({"--limit", "include-depth=2"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("too many configurations extend each other"), std::string::npos) << outcome.err;
}
TEST_F(LimitsCli, OfIncludeDepthIsAFaultOfAWordList) {
  write("house/words/one.yaml", "include: [two]\n");
  write("house/words/two.yaml", "include: [three]\n");
  write("house/words/three.yaml", "words: [velmora]\n");
  EXPECT_EQ(check({"--rules", path("house"), "--fail-on", "never"}).code, 0);
  const Outcome outcome = check({"--rules", path("house"), "--limit", "include-depth=1"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("lists include each other more than 1 deep"), std::string::npos) << outcome.err;
}
TEST_F(LimitsCli, OfIndexSizeKeepsWhatIsTooLargeOffTheDisk) {
  write("docs/c.md",
        "The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws thousands of visitors every summer.\n");
  const Outcome outcome = stet_run({"index", path("docs"), "--limit", "index-size=100"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("larger than 100 bytes"), std::string::npos) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "docs/.stet/site.index"));
}
TEST_F(LimitsCli, OfIndexSizeRefusesAnIndexThatIsThere) {
  stet_run({"index", path("docs")});
  const Outcome outcome = stet_run({"index", "--stats", path("docs"), "--limit", "index-size=100"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("larger than 100 bytes"), std::string::npos) << outcome.err;
}
TEST_F(LimitsCli, OfNoSuchNameAreWrongUsage) {
  const Outcome outcome = check({"--limit", "size=1"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("there is no limit `size`"), std::string::npos) << outcome.err;
}

TEST_F(LimitsCli, AreLoweredByAConfiguration) {
  write("docs/.stet.yaml", "limits: {findings-per-file: 1}\n");
  EXPECT_EQ(check({}).code, 3);
  EXPECT_EQ(check({"--limit", "findings-per-file=100"}).code, 3) << "a configuration may be stricter than the caller";
}
TEST_F(LimitsCli, AreNotRaisedByAConfiguration) {
  write("docs/.stet.yaml", "limits: {findings-per-file: 100}\n");
  EXPECT_EQ(check({"--limit", "findings-per-file=1"}).code, 3) << "the caller's limit holds";
  write("docs/.stet.yaml", "limits: {file-size: 100000000}\n");
  const Outcome outcome = check({});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find(".stet.yaml:1:21: error: a configuration can only lower `file-size`, which is 16777216"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(check({"--limit", "file-size=200M"}).code, 1) << "the caller has allowed it";
}
TEST_F(LimitsCli, OfABaseConfigurationAreNotRaisedByTheOneThatExtendsIt) {
  write("docs/base.yaml", "limits: {findings-per-file: 1}\n");
  write("docs/.stet.yaml", "extends: base.yaml\nlimits: {findings-per-file: 2}\n");
  EXPECT_EQ(check({}).code, 3);
}
TEST_F(LimitsCli, ThatOnlyTheCallerSetsAreUnknownToAConfiguration) {
  write("docs/.stet.yaml", "limits: {findings: 1}\n");
  EXPECT_EQ(check({}).code, 2);
}
TEST_F(LimitsCli, AreShownByConfig) {
  write("docs/.stet.yaml", "limits: {findings-per-file: 1}\n");
  EXPECT_NE(stet_run({"config", path("docs/a.md")}).out.find("limits        findings-per-file=1"), std::string::npos);
}

}  // namespace
}  // namespace stet::limits_test
