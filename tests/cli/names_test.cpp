// Names of files as strangers may choose them: line ends, quotes, leading dashes, bytes that are not UTF-8, escapes, links that lead out.
#include <algorithm>

#include "cli/repository.h"
#include "reports/report.h"

namespace stet::names_test {
namespace {

namespace fs = std::filesystem;

const std::string claim = "Research suggests that walking eases worry.\n";
const std::string other_claim = "Studies have shown that reading calms.\n";

// NOLINTBEGIN(bugprone-suspicious-missing-comma,misc-misleading-bidirectional): an escape ends where a literal does; it is meant to mislead
const std::vector<std::string> odd_names = {" a  b .md",
                                            "a\nb.md",
                                            "a\rb.md",
                                            "a\tb.md",
                                            "a\"b'c`d.md",
                                            "-rf.md",
                                            "--output=x.md",
                                            "a\xFF\xFE"
                                            "b.md",
                                            "\x1b]0;x\x07.md",
                                            "a\\nb.md",
                                            "a%0Ab%.md",
                                            "a:1:2: error.md",
                                            "$(touch x);`touch y`.md",
                                            "[a]*?{b}.md",
                                            "::error::x.md",
                                            "#a?b&c.md",
                                            "a\xE2\x80\xAE"
                                            "b.md",
                                            std::string(252, 'a') + ".md"};
// NOLINTEND(bugprone-suspicious-missing-comma,misc-misleading-bidirectional)

/// A folder with an article of each name.
class OddNames : public Repository {
 protected:
  fs::path before = fs::current_path();
  const std::string all = std::to_string(odd_names.size()) + " articles: " + std::to_string(odd_names.size()) + " errors";

  void SetUp() override {
    Repository::SetUp();
    for (const std::string& name : odd_names) write("docs/" + name, claim);
    commit("base");
    fs::current_path(folder);
  }
  void TearDown() override {
    fs::current_path(before);
    Repository::TearDown();
  }
  static Outcome check(std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.end(), {"--color", "never", "docs"});
    return stet_run(arguments);
  }
  void change_all() const {
    for (const std::string& name : odd_names) write("docs/" + name, claim + "\n" + other_claim);
  }
};

TEST_F(OddNames, AreFoundByAWalkAndShownInOneLineEach) {
  const Outcome outcome = check();
  EXPECT_NE(outcome.out.find(all), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find_first_of("\x1b\r\t\x07"), std::string::npos);
  std::size_t shown = 0;
  for (std::size_t at = outcome.out.find("\ndocs/"); at != std::string::npos; at = outcome.out.find("\ndocs/", at + 1)) {
    const std::string line = outcome.out.substr(at + 1, outcome.out.find('\n', at + 1) - at - 1);
    shown += line.find("claims research") != std::string::npos ? 1U : 0U;
  }
  EXPECT_EQ(shown + 1, odd_names.size()) << "the first of them begins the report";
}
TEST_F(OddNames, AreTakenFromTheCommandLine) {
  fs::current_path(folder / "docs");
  std::vector<std::string> arguments = {"--"};
  arguments.insert(arguments.end(), odd_names.begin(), odd_names.end());
  EXPECT_NE(stet_run(arguments).out.find(all), std::string::npos);
}
TEST_F(OddNames, AreInEveryReport) {
  for (const Format& format : formats()) EXPECT_EQ(check({"--format", std::string(format.name)}).code, 1) << format.name;
}
TEST_F(OddNames, AreNoMoreThanPartsOfAddressesInSarif) {
  const std::string sarif = check({"--format", "sarif"}).out;
  for (std::size_t at = sarif.find(R"("uri": ")"); at != std::string::npos; at = sarif.find(R"("uri": ")", at + 1)) {
    const std::string uri = sarif.substr(at + 8, sarif.find('"', at + 8) - at - 8);
    EXPECT_EQ(uri.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%!$&'()*+,;=:@"), std::string::npos)
        << uri;
  }
}
TEST_F(OddNames, AreKnownToABaseline) {
  EXPECT_EQ(check({"--baseline", "baseline.txt", "--update-baseline"}).code, 0);
  const Outcome outcome = check({"--baseline", "baseline.txt"});
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
}
TEST_F(OddNames, AreKnownToGit) {
  EXPECT_EQ(check({"--changed-since", "base"}).code, 0);
  change_all();
  EXPECT_NE(check({"--changed-since", "base"}).out.find(all), std::string::npos);
}
TEST_F(OddNames, AreKnownToADiff) {
  change_all();
  git("diff base --output=changes.diff");
  const Outcome outcome = check({"--diff", "changes.diff"});
  EXPECT_NE(outcome.out.find(all), std::string::npos) << outcome.out << outcome.err;
}
TEST_F(OddNames, AreKnownToAnIndex) {
  EXPECT_EQ(stet_run({"index", "docs"}).out, "docs: 18 articles, 0 paragraphs; 18 read, 0 unchanged, 0 gone\n");
  EXPECT_EQ(stet_run({"index", "docs"}).out, "docs: 18 articles, 0 paragraphs; 0 read, 18 unchanged, 0 gone\n");
}

/// A tree with a secret beside it, and links from the one to the other.
class Links : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("secret/secret.md", "Research suggests that the secret word is velmora.\n");
    write("secret/house/secret.yaml", "kind: forbids\ntitle: secret\nmessage: secret\nfind: secret\n");
    write("tree/.git/HEAD", "");
    write("tree/a.md", "Fine.\n");
  }
  void link(const std::string& to, const std::string& name) const { fs::create_symlink(folder / to, folder / name); }
  Outcome check(std::vector<std::string> arguments = {}) const {
    arguments.push_back(path("tree"));
    return stet_run(arguments);
  }
  static void expect_silent(const Outcome& outcome) {
    EXPECT_EQ((outcome.out + outcome.err).find("velmora"), std::string::npos) << outcome.out << outcome.err;
  }
};

TEST_F(Links, ToFilesAndFoldersAreNotFollowedByAWalk) {
  link("secret/secret.md", "tree/linked.md");
  link("secret", "tree/folder");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.out, "1 article: nothing found\n");
  expect_silent(outcome);
}
TEST_F(Links, ThatGoInCirclesAreNotFollowed) {
  link("tree", "tree/again");
  EXPECT_EQ(check().code, 0);
}
TEST_F(Links, FromAConfigurationToOutsideAreRefused) {
  write("secret/base.yaml", "rules: {citation: off} # velmora\n");
  link("secret/base.yaml", "tree/base.yaml");
  link("secret/house", "tree/house");
  for (const char* line : {"extends: base.yaml\n", "extends: ../secret/base.yaml\n", "rule-folders: [house]\n",
                           "rule-folders: [../secret/house]\n", "rule-folders: [/]\n"}) {
    write("tree/.stet.yaml", line);
    const Outcome outcome = check();
    EXPECT_EQ(outcome.code, 2) << line;
    EXPECT_NE(outcome.err.find("outside"), std::string::npos) << outcome.err;
    expect_silent(outcome);
  }
}
TEST_F(Links, InAFolderOfRulesAreNotFollowed) {
  write("tree/rules/words/fine.yaml", "words: [fine]\n");
  link("secret/house/secret.yaml", "tree/rules/secret.yaml");
  write("tree/.stet.yaml", "rule-folders: [rules]\n");
  EXPECT_EQ(check().code, 0);
  EXPECT_EQ(stet_run({"explain", "rules/secret", "--config", path("tree/.stet.yaml")}).code, 2);
}
TEST_F(Links, OfAnIgnoreFileAreNotFollowed) {
  write("secret/ignore", "a.md\n");
  link("secret/ignore", "tree/.gitignore");
  EXPECT_EQ(check().out, "1 article: nothing found\n") << "a.md is still checked";
}
TEST_F(Links, InPlaceOfAReportAreNotFollowedOutOfTheTree) {
  write("secret/report.txt", "velmora");
  write("tree/.git/config", "velmora");
  link("secret/report.txt", "tree/report.txt");
  link("secret", "tree/reports");
  link("tree/.git/config", "tree/summary.txt");
  for (const char* const name : {"tree/report.txt", "tree/reports/new.txt", "tree/reports/report.txt", "tree/summary.txt"}) {
    for (const char* const option : {"--output", "--baseline"}) {
      std::vector<std::string> arguments = {option, path(name)};
      if (arguments[0] == "--baseline") arguments.emplace_back("--update-baseline");
      const Outcome outcome = check(arguments);
      EXPECT_EQ(outcome.code, 2) << name;
    }
    EXPECT_EQ(stet_run({"index", "--export", path(name), path("tree")}).code, 2) << name;
  }
  EXPECT_EQ(read("secret/report.txt"), "velmora");
  EXPECT_EQ(read("tree/.git/config"), "velmora");
  EXPECT_FALSE(fs::exists(folder / "secret/new.txt"));
}
TEST_F(Links, WithinTheTreeAreWrittenThrough) {
  write("tree/reports/today.txt", "");
  link("tree/reports/today.txt", "tree/latest.txt");
  EXPECT_EQ(check({"--output", path("tree/latest.txt")}).code, 0);
  EXPECT_EQ(read("tree/reports/today.txt"), "1 article: nothing found\n");
  EXPECT_TRUE(fs::is_symlink(folder / "tree/latest.txt"));
}
TEST_F(Links, InPlaceOfATemporaryTableAreNotFollowed) {
  write("secret/profile", "velmora");
  link("secret/profile", "tree/prints.tsv.tmp");
  EXPECT_EQ(stet_run({"index", "--export", path("tree/prints.tsv"), path("tree")}).code, 0);
  EXPECT_EQ(read("secret/profile"), "velmora");
}
TEST_F(Links, OfAMendedArticleAreNotFollowedOutOfTheTree) {
  const std::string twice = "The ferry to Tarsin carries mail, milk and bottles every day.\n\n";
  write("secret/secret.md", twice + twice);
  link("secret/secret.md", "tree/linked.md");
  EXPECT_EQ(stet_run({"--fix", path("tree/linked.md")}).code, 3);
  EXPECT_EQ(read("secret/secret.md"), twice + twice);
}
TEST_F(Links, OfAnIndexEntryAreNotFollowedOutOfTheSite) {
  const std::string twice =
      "The old ferry to Tarsin, built by Danish merchants in a sheltered bay, carries thousands of visitors every summer.\n";
  write("tree/inside/b.md", twice);
  write("tree/c.md", twice);
  EXPECT_EQ(stet_run({"index", path("tree")}).code, 0);
  EXPECT_NE(stet_run({"--site", path("tree"), path("tree/c.md")}).out.find("inside/b.md"), std::string::npos);
  fs::create_directories(folder / "outside");
  fs::rename(folder / "tree/inside/b.md", folder / "outside/b.md");
  fs::remove_all(folder / "tree/inside");
  link("outside", "tree/inside");
  const Outcome outcome = stet_run({"--site", path("tree"), path("tree/c.md")});
  EXPECT_EQ(outcome.out.find("inside/b.md"), std::string::npos) << outcome.out;
}
TEST_F(Links, InPlaceOfAnIndexAreNotFollowed) {
  write("secret/cache/site.index", "secret");
  link("secret/cache", "tree/.stet");
  EXPECT_EQ(stet_run({"index", path("tree")}).code, 3);
  EXPECT_EQ(read("secret/cache/site.index"), "secret");
  EXPECT_EQ(check({"--site", path("tree")}).code, 0);
  EXPECT_EQ(read("secret/cache/site.index"), "secret");
}

}  // namespace
}  // namespace stet::names_test
