#include <algorithm>

#include "cli/repository.h"
#include "config/config.h"
#include "folders.h"
#include "pipeline/cases.h"

namespace stet::configuration_test {
namespace {

namespace fs = std::filesystem;

/// A repository in a folder of its own, in which the command runs.
class Configuration : public ScratchFolder {
 protected:
  void SetUp() override {
    fs::create_directories(folder / "site" / ".git");
    fs::current_path(folder / "site");
    write("blog/a.md", "Research suggests that walking eases worry.\n");
    write("blog/news/b.md", "Research suggests that walking eases worry.\n");
  }
  void TearDown() override {
    fs::current_path("/");
    ScratchFolder::TearDown();
  }
  void write(const std::string& name, const std::string& text) const { ScratchFolder::write("site/" + name, text); }
  /// "file rule" of every finding.
  static std::string findings(const std::vector<std::string>& arguments = {"."}) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--format", "checkstyle"});
    const Outcome outcome = stet_run(all);
    if (outcome.code == 2) return outcome.err;
    std::string text;
    std::string file;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      if (const auto at = line.find("file name=\""); at != std::string::npos)
        file = line.substr(at + 11, line.find('"', at + 11) - at - 11);
      const auto source = line.find("source=\"stet.");
      if (source == std::string::npos) continue;
      const auto severity = line.find("severity=\"") + 10;
      text += (text.empty() ? "" : ", ") + fs::path(file).filename().string() + " " +
              line.substr(source + 13, line.find('"', source + 13) - source - 13) + " " +
              line.substr(severity, line.find('"', severity) - severity);
    }
    return text;
  }
};

const std::string both_errors = "a.md citation/unsourced-research error, b.md citation/unsourced-research error";

TEST_F(Configuration, IsNotNeeded) { EXPECT_EQ(findings(), both_errors); }
TEST_F(Configuration, TellsItsFaultsToEveryReader) {
  write(".stet.yaml", "rule: {citation: off}\n");
  ConfigReader reader;
  for (const char* file : {"blog/a.md", "blog/a.md", "blog/news/b.md"}) {
    const auto config = reader.for_file(file);
    ASSERT_FALSE(config.has_value()) << file;
    EXPECT_EQ(render(config.error().front()),
              ".stet.yaml:1:1: error: unknown key `rule` in this configuration\n  rule: {citation: off}\n  ^\n  did you mean `rules`?\n");
  }
}
TEST_F(Configuration, TurnsAPackOff) {
  write(".stet.yaml", "rules: {citation: off}\n");
  EXPECT_EQ(findings(), "");
}
TEST_F(Configuration, ForbidsSuppressionsOfWholePacks) {
  write("blog/a.md", "<!-- stet citation: quoted -->\nResearch suggests that walking eases worry.\n");
  write("blog/news/b.md", "<!-- stet citation: quoted -->\nResearch suggests that walking eases worry.\n");
  EXPECT_EQ(findings(), "");
  write(".stet.yaml", "suppressions: {blanket: forbidden}\noverrides:\n  - {files: news/, suppressions: {blanket: allowed}}\n");
  EXPECT_EQ(findings(), "a.md stet/blanket-suppression warning, a.md citation/unsourced-research error");
}
TEST_F(Configuration, DoesNotCallARuleThatIsOffUnknown) {
  write("blog/a.md", "<!-- stet citation/unsourced-research: quoted -->\nResearch suggests that walking eases worry.\n");
  EXPECT_EQ(findings({"--select", "repetition", "."}), "");
  write(".stet.yaml", "rules: {citation: off}\n");
  EXPECT_EQ(findings(), "");
}
TEST_F(Configuration, LetsARuleWinOverItsPackWhateverTheirOrder) {
  write(".stet.yaml", "rules:\n  citation/unsourced-research: warning\n  citation: off\n");
  EXPECT_EQ(findings(), "a.md citation/unsourced-research warning, b.md citation/unsourced-research warning");
}
TEST_F(Configuration, IsTheNearestOneAboveTheFile) {
  write(".stet.yaml", "rules: {citation: off}\n");
  write("blog/news/.stet.yaml", "rules: {citation: warning}\n");
  EXPECT_EQ(findings(), "b.md citation/unsourced-research warning");
}
TEST_F(Configuration, DoesNotDependOnWhereTheCommandRuns) {
  write("blog/.stet.yaml", "rules: {citation: off}\n");
  fs::current_path("blog/news");
  EXPECT_EQ(findings(), "");
}
TEST_F(Configuration, IsNotLookedForAboveTheRepository) {
  std::ofstream("../.stet.yaml") << "rules: {citation: off}\n";
  EXPECT_EQ(findings(), both_errors);
}
TEST_F(Configuration, OverridesByGlob) {
  write(".stet.yaml", "overrides:\n  - files: \"blog/news/**\"\n    rules: {citation: off}\n");
  EXPECT_EQ(findings(), "a.md citation/unsourced-research error");
}
TEST_F(Configuration, AFolderThatIsExcludedWholeIsNoCleanOne) {
  write(".stet.yaml", "exclude: [\"news/\"]\n");
  write("news/a.md", "# A\n");
  const Outcome outcome = stet_run({"news"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("news: not read: the configuration excludes the only article here"), std::string::npos) << outcome.out;
  EXPECT_EQ(stet_run({"news/a.md"}).code, 0) << "hooks name what a commit has";
}
TEST_F(Configuration, ExcludesByGlob) {
  write(".stet.yaml", "exclude: [\"news/\"]\n");
  EXPECT_EQ(findings(), "a.md citation/unsourced-research error");
}
TEST_F(Configuration, Extends) {
  write("house/base.yaml", "rules: {citation: warning, repetition: off}\n");
  write(".stet.yaml", "extends: house/base.yaml\nrules: {citation/unsourced-research: note}\n");
  EXPECT_EQ(findings(), "a.md citation/unsourced-research info, b.md citation/unsourced-research info");
}
TEST_F(Configuration, StartsFromSomePacks) {
  write(".stet.yaml", "extends: builtin:repetition\n");
  EXPECT_EQ(findings(), "");
}
TEST_F(Configuration, KnowsThePacksWhoseRulesAreReplaced) {
  write(".stet.yaml", "extends: builtin:repetition\n");
  const Outcome outcome = stet_run({"--rules", source_folder() + "/rules", "--select", "repetition", "."});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}
TEST_F(Configuration, TakesOwnRulesForTheirPartOfTheTree) {
  write("blog/news/.stet.yaml", "rule-folders: [rules]\nextends: builtin:none\n");
  write("blog/news/rules/house/worry.yaml",
        "kind: forbids\ntitle: Worry\nseverity: warning\nmessage: \"{found}\"\nfind: worry\nwhy: It is.\ninstead: Hope.\n");
  EXPECT_EQ(findings(), "a.md citation/unsourced-research error, b.md house/worry warning");
  EXPECT_EQ(findings({".", "--select", "house"}), "b.md house/worry warning");
}
TEST_F(Configuration, SetsOptionsOfARule) {
  write("blog/a.md", "Research suggests that walking eases worry. It is so. It is well known. See [Lind](https://example.org/l).\n");
  write(".stet.yaml", "rules: {citation/unsourced-research: {within: paragraph}}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "");
}
TEST_F(Configuration, NamesTheDomainsThatCount) {
  write("blog/a.md", "Research suggests that walking eases worry ([shop](https://shop.example.org/x)).\n");
  EXPECT_EQ(findings({"blog/a.md"}), "");
  write(".stet.yaml", "citations: {domains: [example.edu]}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "a.md citation/unsourced-research error");
  write(".stet.yaml", "citations: {domains: [example.org]}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "");
}
TEST_F(Configuration, NamesTheDomainsThatCountInHtmlToo) {
  write("blog/a.md", "Research suggests that walking <a href=\"https://shop.example.org/x\">eases</a> worry.\n");
  write(".stet.yaml", "citations: {domains: [example.edu]}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "a.md citation/unsourced-research error");
  write(".stet.yaml", "citations: {domains: [example.org]}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "");
}
TEST_F(Configuration, NamesTheShortcodesThatCite) {
  write("blog/a.md", "Research suggests that walking eases worry {{< quelle 12 >}}.\n");
  EXPECT_EQ(findings({"blog/a.md"}), "a.md citation/unsourced-research error");
  write(".stet.yaml", "citations: {shortcodes: [quelle]}\n");
  EXPECT_EQ(findings({"blog/a.md"}), "");
}
TEST_F(Configuration, IsLeftOutOnRequest) {
  write(".stet.yaml", "rules: {citation: off}\n");
  EXPECT_EQ(findings({".", "--no-config"}), both_errors);
  write("other.yaml", "rules: {citation: warning}\n");
  EXPECT_EQ(findings({"blog/a.md", "--config", "other.yaml"}), "a.md citation/unsourced-research warning");
}

TEST_F(Configuration, FollowsNoLinkOutOfTheTree) {
  std::ofstream("../outside.yaml") << "rules: {citation: off}\n";
  fs::create_symlink("../../outside.yaml", "blog/.stet.yaml");
  EXPECT_EQ(findings(), "blog/.stet.yaml: error: this is a link to outside the tree\n");
}
TEST_F(Configuration, TakesNoRulesThroughALinkOutOfTheTree) {
  fs::create_directories("../outside");
  fs::create_directory_symlink("../outside", "house");
  write(".stet.yaml", "rule-folders: [house]\n");
  EXPECT_NE(findings().find("`house` is outside the tree"), std::string::npos);
}
TEST_F(Configuration, NamedWithoutAFolderItsTreeIsThatOfTheRun) {
  fs::create_directories("../outside");
  write("house.yaml", "rule-folders: [../outside]\n");
  EXPECT_NE(findings({"blog/a.md", "--config", "house.yaml"}).find("`../outside` is outside the tree"), std::string::npos);
}
TEST_F(Configuration, NamedWithoutAFolderItIsNoLinkOutOfTheTree) {
  std::ofstream("../outside.yaml") << "rules: {citation: off}\n";
  fs::create_symlink("../outside.yaml", "house.yaml");
  EXPECT_EQ(findings({"blog/a.md", "--config", "house.yaml"}), "house.yaml: error: this is a link to outside the tree\n");
}
TEST_F(Configuration, DoesNotExtendWithoutEnd) {
  for (int i = 0; i < 20; ++i) write("c" + std::to_string(i) + ".yaml", "extends: c" + std::to_string(i + 1) + ".yaml\n");
  write(".stet.yaml", "extends: c0.yaml\n");
  EXPECT_NE(findings().find("too many configurations extend each other"), std::string::npos);
}
TEST_F(Configuration, BrokenOnesAreAnsweredWordForWord) {
  const auto says = [this](const std::string& yaml) {
    write(".stet.yaml", yaml);
    return stet_run({"config", "blog/a.md"}).err;
  };
  EXPECT_GT(check_cases(source_folder() + "/tests/cli/broken_configurations.txt", says), 20U);
}
TEST_F(Configuration, SaysWhereEachValueComesFrom) {
  write(".stet.yaml", "rules:\n  citation: note\n  citation/unsourced-proof: {within: article}\n");
  // Columns are as wide as the longest name.
  std::string out = stet_run({"config", "blog/a.md"}).out;
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }), out.end());
  EXPECT_NE(out.find(" citation/unsourced-research note .stet.yaml:2:3\n"), std::string::npos) << out;
  EXPECT_NE(out.find(" within: article .stet.yaml:3:30\n"), std::string::npos) << out;
  EXPECT_NE(out.find(" repetition/sentence warning built in\n"), std::string::npos) << out;
}

TEST_F(Configuration, InitLooksAtTheTree) {
  write("mkdocs.yml", "site_name: A\n");
  write("docs/index.md", "Hello.\n");
  EXPECT_EQ(stet_run({"init"}).out, "wrote .stet.yaml\n");
  std::ostringstream text;
  text << std::ifstream(".stet.yaml").rdbuf();
  EXPECT_NE(text.str().find("# This looks like a site made with MkDocs.\n# docs/ holds 1 article.\n"), std::string::npos) << text.str();
  EXPECT_EQ(findings(), both_errors) << "what init writes must be read";
}
TEST_F(Configuration, InitCountsWhatStandsInTheFolderItself) {
  write("c.md", "Text.\n");
  fs::create_directories(".obsidian");
  EXPECT_EQ(stet_run({"init"}).code, 0);
  std::ostringstream text;
  text << std::ifstream(".stet.yaml").rdbuf();
  EXPECT_NE(text.str().find(
                "# This looks like a vault of Obsidian.\n# This folder itself holds 1 article.\n# blog/ holds 2 articles.\n# To check "
                "them:  stet .\n"),
            std::string::npos)
      << text.str();
}
TEST_F(Configuration, InitLeavesWhatIsThere) {
  write(".stet.yaml", "rules: {citation: off}\n");
  const Outcome outcome = stet_run({"init"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err, ".stet.yaml: error: it is there already\n  edit it, or take it away first\n");
}

}  // namespace
}  // namespace stet::configuration_test
