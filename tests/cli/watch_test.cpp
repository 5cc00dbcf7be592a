#include "cli/watch.h"

#include <iostream>

#include "cli/repository.h"

namespace stet::watch_test {
namespace {

WatchedFile file_of(const std::string& path, std::vector<WatchedFinding> findings) { return {path, std::move(findings)}; }

const WatchedFile two = file_of("a.md", {{Severity::error, {3, 7}, "claims research but cites none", "citation/x"},
                                         {Severity::note, {9, 1}, "a \x1b[2J steers nothing", "b/y"}});
const WatchedFile one = file_of("long/folder/b.md", {{Severity::warning, {1, 1}, "a byte that is not UTF-8", ""}});

TEST(WatchScreen, ShowsOneLineAFinding) {
  EXPECT_EQ(watch_screen({&two, &one}, "", {24, 80}, false),
            "2 articles: 1 error, 0 warnings, 1 note; 1 not read\n"
            "a.md:3:7: error: claims research but cites none [citation/x]\n"
            "a.md:9:1: note: a \xEF\xBF\xBD[2J steers nothing [b/y]\n"
            "long/folder/b.md:1:1: not read: a byte that is not UTF-8\n"
            "q leaves");
}

TEST(WatchScreen, FitsTheTerminal) {
  EXPECT_EQ(watch_screen({&two, &one}, "", {4, 24}, false),
            "2 articles: 1 error, 0 …\n"
            "a.md:3:7: error: claims…\n"
            "a.md:9:1: note: a \xEF\xBF\xBD[2J …\n"
            "1 more; q leaves");
  EXPECT_EQ(watch_screen({&two}, "", {1, 80}, false), "1 article: 1 error, 0 warnings, 1 note");
}

TEST(WatchScreen, PaintsSeverities) {
  EXPECT_NE(watch_screen({&two}, "", {24, 80}, true).find(": \x1b[31merror\x1b[0m: claims"), std::string::npos);
  EXPECT_EQ(watch_screen({&two}, "", {3, 13}, true), "1 article: 1…\na.md:3:7: er…\n1 more; q le…") << "cut off in the severity";
}

TEST(WatchScreen, ShowsFaultsInsteadOfFindings) {
  EXPECT_EQ(watch_screen({&two}, ".stet.yaml:1:1: error: x\n  mend\n", {24, 80}, false),
            "stet cannot check:\n.stet.yaml:1:1: error: x\n  mend\nq leaves");
}

class Watched : public ScratchFolder {
 protected:
  CliOptions options;
  void SetUp() override {
    ScratchFolder::SetUp();
    options.paths = {folder.string()};
    options.no_config = true;
  }
  /// Findings by file, in the order in which they are shown.
  static std::string shown(const WatchedArticles& articles) {
    std::string text;
    for (const WatchedFile* file : articles.files()) {
      text += std::filesystem::path(file->path).filename().string() + ":" + std::to_string(file->findings.size()) + " ";
    }
    return text;
  }
};

TEST_F(Watched, ChecksOnlyWhatHasChanged) {
  write("a.md", "Research suggests that walking eases worry.\n");
  write("b.md", "Walking takes time.\n");
  WatchedArticles articles(options, 1);
  EXPECT_TRUE(articles.refresh());
  EXPECT_EQ(shown(articles), "a.md:1 b.md:0 ");
  EXPECT_FALSE(articles.refresh());
  write("b.md", "Research suggests that walking, too, eases worry.\n");
  EXPECT_TRUE(articles.refresh());
  EXPECT_EQ(articles.last_run().files.size(), 1U);
  EXPECT_EQ(shown(articles), "b.md:1 a.md:1 ") << "what changed last comes first";
}

TEST_F(Watched, ForgetsWhatIsGone) {
  write("a.md", "Walking takes time.\n");
  WatchedArticles articles(options, 1);
  articles.refresh();
  std::filesystem::remove(path("a.md"));
  EXPECT_TRUE(articles.refresh());
  EXPECT_EQ(shown(articles), "");
}

TEST_F(Watched, ReadsConfigurationsAnew) {
  options.no_config = false;
  write(".git/HEAD", "");
  write("a.md", "Research suggests that walking eases worry.\n");
  WatchedArticles articles(options, 1);
  articles.refresh();
  write(".stet.yaml", "rulez: {}\n");
  EXPECT_TRUE(articles.refresh());
  EXPECT_NE(articles.faults().find("rulez"), std::string::npos);
  EXPECT_FALSE(articles.refresh());
  write(".stet.yaml", "rules: {citation: off}\n");
  EXPECT_TRUE(articles.refresh());
  EXPECT_EQ(articles.faults(), "");
  EXPECT_EQ(shown(articles), "a.md:0 ");
}

TEST_F(Watched, BelongsToOneReportOnly) {
  EXPECT_EQ(stet_run({"--watch", "--format", "json", path(".")}).code, 2);
  EXPECT_EQ(stet_run({"--watch", "--changed-since", "main", path(".")}).code, 2);
  EXPECT_EQ(stet_run({"--watch", "-"}).code, 2);
}
TEST_F(Watched, RefusesWhatItWouldNotDo) {
  for (const char* option : {"--no-cache", "--verbose", "--stats", "--quiet"}) {
    EXPECT_EQ(stet_run({"--watch", option, path(".")}).err,
              "stet: " + std::string(option) + " excludes --watch\nRun with --help for more information.\n");
  }
  EXPECT_EQ(stet_run({"--watch", "--cache", path("."), path(".")}).code, 2);
}

/// Standard input from memory.
struct StandardInput {
  std::istringstream bytes;
  std::streambuf* before;
  explicit StandardInput(const std::string& text) : bytes(text), before(std::cin.rdbuf(bytes.rdbuf())) {}
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  ~StandardInput() { std::cin.rdbuf(before); }
};

TEST_F(Watched, StandardInputIsCheckedUnderThePathItIsGiven) {
  write(".git/HEAD", "");
  write(".stet.yaml", "overrides:\n  - files: [\"news/**\"]\n    rules: {citation: note}\n");
  const StandardInput input("{/* stet repetition: only MDX reads this */}\nResearch suggests that walking eases worry.\n");
  const Outcome outcome = stet_run({"check", "-", "--stdin-path", path("news/a.mdx"), "--fail-on", "note"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("news/a.mdx:2:1: note: "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("[stet/unused-suppression]"), std::string::npos) << "read as MDX";
}

}  // namespace
}  // namespace stet::watch_test
