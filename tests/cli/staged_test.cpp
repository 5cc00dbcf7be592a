// --staged on scratch repositories: what the index holds against what HEAD names.
#include "cli/repository.h"

namespace stet::staged_test {
namespace {

namespace fs = std::filesystem;

const std::string claim = "Research suggests that walking eases worry.\n";
const std::string other_claim = "Studies have shown that reading calms.\n";
const std::string filler = "The harbour of Brenholm was built by merchants.\n\nIts walls are grey.\n\nThe sea is cold there.\n\n";

class Staged : public Repository {
 protected:
  void SetUp() override {
    Repository::SetUp();
    write("docs/a.md", filler + claim);
    write("docs/b.md", claim);
    commit("base");
  }
  Outcome check() const { return stet_run({"--staged", "--color", "never", path("docs")}); }
};

TEST_F(Staged, SaysThatNothingIsStaged) {
  write("docs/a.md", other_claim);
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "0 articles: nothing found\n");
  EXPECT_EQ(outcome.err, "stet: no article is staged here; without --staged whole articles are checked\n");
}
TEST_F(Staged, ChecksTheBytesOfTheIndexAndNotThoseOfTheWorkTree) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("add docs/a.md");
  write("docs/a.md", "Nothing of it is here any more.\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("a.md:9:1: error"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos) << outcome.out;
}
TEST_F(Staged, KeepsStillOfOldFindings) {
  write("docs/a.md", "# A new title\n\n" + filler + claim);
  git("add docs/a.md");
  EXPECT_EQ(check().code, 0) << check().out;
}
TEST_F(Staged, KeepsStillOfWhatIsNotStaged) {
  write("docs/a.md", filler + claim + "\nIt is late.\n");
  git("add docs/a.md");
  write("docs/a.md", filler + claim + "\nIt is late.\n\n" + other_claim);
  EXPECT_EQ(check().code, 0) << check().out;
}
TEST_F(Staged, TakesANewArticleWholeThatIsGoneFromTheWorkTree) {
  write("docs/new/c.md", other_claim);
  git("add docs/new/c.md");
  fs::remove_all(folder / "docs/new");
  EXPECT_NE(check().out.find("docs/new/c.md:1:1: error"), std::string::npos) << check().out << check().err;
}
TEST_F(Staged, FollowsARenameAndAMove) {
  git("mv docs/a.md docs/z.md");
  EXPECT_EQ(check().code, 0) << check().out;
  write("docs/b.md", "It passes.\n");
  write("docs/c.md", claim);
  git("add -A");
  EXPECT_EQ(check().code, 0) << check().out;
}
TEST_F(Staged, ChecksOnlyWhatIsNamed) {
  write("docs/a.md", other_claim);
  write("docs/-b.md", other_claim);
  git("add -A");
  EXPECT_NE(stet_run({"--staged", path("docs/-b.md")}).out.find("1 article: 1 error"), std::string::npos);
  EXPECT_NE(stet_run({"--staged", path(".")}).out.find("2 articles: 2 errors"), std::string::npos);
}
TEST_F(Staged, LeavesAloneWhatIsNoArticle) {
  write("docs/a.txt", claim);
  git("add -A");
  EXPECT_EQ(check().code, 0);
}
TEST_F(Staged, TakesTheIndexThatGitNames) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("add docs/a.md");
  fs::copy_file(folder / ".git/index", folder / ".git/other");
  git("reset -q");
  EXPECT_EQ(check().code, 0);
  ::setenv("GIT_INDEX_FILE", path(".git/other").c_str(), 1);
  const Outcome outcome = check();
  ::unsetenv("GIT_INDEX_FILE");
  EXPECT_EQ(outcome.code, 1) << outcome.out << outcome.err;
}
TEST_F(Staged, SaysWhatIsTooLargeToBeRead) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("add -A");
  const Outcome outcome = stet_run({"--staged", "--limit", "file-size=100", path("docs")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.out.find("larger than 100 bytes"), std::string::npos) << outcome.out;
}
TEST_F(Staged, SaysWhichPathIsNowhere) { EXPECT_EQ(stet_run({"--staged", path("docs/gone.md")}).code, 3); }
TEST_F(Staged, DoesNotGoTogetherWithWhatReadsTheWorkTree) {
  for (const char* option : {"--fix", "--watch", "--site=docs", "--diff=x", "--changed-since=base"}) {
    EXPECT_EQ(stet_run({"--staged", option, path("docs")}).code, 2) << option;
  }
  EXPECT_EQ(stet_run({"--staged", "-"}).code, 2);
}

class StagedFirst : public Repository {};

TEST_F(StagedFirst, CommitIsComparedWithNothing) {
  write("a.md", claim);
  git("add -A");
  EXPECT_NE(stet_run({"--staged", folder.string()}).out.find("1 article: 1 error"), std::string::npos);
}

class NoRepository : public ScratchFolder {};

TEST_F(NoRepository, IsSaidWithWhatToDo) {
  const Outcome outcome = stet_run({"--staged", folder.string()});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("--staged asks git what is about to be committed"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace stet::staged_test
