// --changed-since and --diff on scratch repositories.
#include <optional>

#include "cli/repository.h"
#include "folders.h"

namespace stet::changed_test {
namespace {

namespace fs = std::filesystem;

const std::string claim = "Research suggests that walking eases worry.\n";
const std::string other_claim = "Studies have shown that reading calms.\n";
const std::string filler = "The harbour of Brenholm was built by merchants.\n\nIts walls are grey.\n\nThe sea is cold there.\n\n";

class ChangedSince : public Repository {
 protected:
  void SetUp() override {
    Repository::SetUp();
    write("docs/a.md", filler + claim);
    write("docs/b.md", claim);
    commit("base");
  }
  Outcome check(const std::string& since = "base") const { return stet_run({"--changed-since", since, "--color", "never", path("docs")}); }
};

TEST_F(ChangedSince, FindsNothingWithoutAChange) {
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "0 articles: nothing found\n");
  EXPECT_EQ(outcome.err, "stet: no article here has changed since base\n");
}
TEST_F(ChangedSince, SeesTheWorkTree) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("a.md:9:1: error"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(ChangedSince, TakesANewArticleWhole) {
  write("docs/c.md", other_claim);
  EXPECT_NE(check().out.find("c.md:1:1: error"), std::string::npos);
}
TEST_F(ChangedSince, FollowsARename) {
  git("mv docs/a.md docs/z.md");
  EXPECT_EQ(check().code, 0);
  write("docs/z.md", filler + "One more.\n\n" + claim + "\n" + other_claim);
  const Outcome outcome = check();
  EXPECT_NE(outcome.out.find("z.md:11:1: error"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(ChangedSince, FollowsAPassageIntoAnotherArticle) {
  write("docs/c.md", "# Worry\n\nIt passes.\n");
  commit("with-c");
  write("docs/a.md", filler);
  write("docs/c.md", "# Worry\n\nResearch suggests that\nwalking eases worry.\n\nIt passes.\n");
  EXPECT_EQ(check("with-c").out, "2 articles: nothing found\n");
}
TEST_F(ChangedSince, FollowsTheEndsOfAPairIntoAnotherArticle) {
  const std::string twice = "The harbour of Brenholm was built long ago by Danish merchants in a sheltered bay of the north.\n";
  write("docs/a.md", filler + twice + "\nThere are boats.\n\n" + twice);
  commit("twice");
  write("docs/a.md", filler);
  write("docs/c.md", "# Brenholm\n\n" + twice + "\nThere are boats.\n\n" + twice);
  EXPECT_EQ(check("twice").out, "2 articles: nothing found\n");
  write("docs/a.md", filler + twice);
  write("docs/c.md", "# Brenholm\n\nThere are boats.\n\n" + twice);
  EXPECT_EQ(check("twice").out, "2 articles: nothing found\n");
}
TEST_F(ChangedSince, FollowsWhatAGoneArticleSaidIntoOthers) {
  write("docs/long.md", filler + claim + "\n## Books\n\n" + other_claim + "\nThere are many.\n");
  commit("long");
  fs::remove(folder / "docs/long.md");
  write("docs/harbour.md", filler + claim);
  write("docs/books.md", "# Books\n\n" + other_claim + "\nThere are many.\n");
  EXPECT_EQ(check("long").out, "2 articles: nothing found\n");
}
TEST_F(ChangedSince, TellsACopyAsNew) {
  write("docs/c.md", claim);
  EXPECT_NE(check().out.find("c.md:1:1: error"), std::string::npos);
}
TEST_F(ChangedSince, TellsOneOfTwoCopiesOfAPassageThatMovedAsNew) {
  write("docs/a.md", filler);
  write("docs/c.md", claim);
  write("docs/d.md", claim);
  const Outcome outcome = check();
  EXPECT_NE(outcome.out.find("3 articles: 1 error"), std::string::npos) << outcome.out;
}
TEST_F(ChangedSince, TellsAClaimThatLeftItsSourceBehind) {
  write("docs/a.md", filler + "Research suggests that walking eases worry ([Lind 2019](https://example.org/lind)).\n");
  commit("sourced");
  write("docs/a.md", filler);
  write("docs/c.md", claim);
  EXPECT_NE(check("sourced").out.find("c.md:1:1: error"), std::string::npos);
}
TEST_F(ChangedSince, ShowsNothingOfARevert) {
  write("docs/a.md", filler);
  commit("mended");
  git("revert -n HEAD");
  EXPECT_NE(check("mended").out.find("1 article: 1 error"), std::string::npos) << "it is there again";
  commit("reverted");
  EXPECT_EQ(check("base").out, "0 articles: nothing found\n");
}
TEST_F(ChangedSince, SeesAMergeAsWhatItsBranchBrought) {
  git("checkout -q -b topic");
  write("docs/c.md", other_claim);
  commit("topic-1");
  git("checkout -q -");
  write("docs/d.md", claim);
  commit("main-1");
  git("merge -q --no-edit topic");
  const Outcome outcome = check("HEAD^1");
  EXPECT_NE(outcome.out.find("c.md:1:1: error"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos) << outcome.out;
}

TEST_F(ChangedSince, SaysWhatAllZerosAre) {
  const Outcome outcome = check(std::string(40, '0'));
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("a push event names them for a new branch"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find("git fetch origin 000"), std::string::npos) << outcome.err;
}

/// A repository with another one in it, at a commit that it names.
class ChangedSinceWithSubmodule : public ChangedSince {
 protected:
  void SetUp() override {
    ChangedSince::SetUp();
    write("guide/g.md", filler + claim);
    git("init -q", path("guide"));
    commit_guide();
    git("submodule add -q ./guide guide");
    commit("with-guide");
  }
  void commit_guide() const {
    git("add -A", path("guide"));
    git("commit -q -m x", path("guide"));
  }
  Outcome check_all() const { return stet_run({"--changed-since", "with-guide", "--color", "never", folder.string()}); }
};

TEST_F(ChangedSinceWithSubmodule, FindsNothingWithoutAChange) { EXPECT_EQ(check_all().out, "0 articles: nothing found\n"); }
TEST_F(ChangedSinceWithSubmodule, ComparesWithTheCommitThatTheBaseNames) {
  write("guide/g.md", filler + claim + "\n" + other_claim);
  commit_guide();
  commit("guide-moved");
  const Outcome outcome = check_all();
  EXPECT_NE(outcome.out.find("guide/g.md:9:1: error"), std::string::npos) << outcome.out << outcome.err;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos) << outcome.out;
}
TEST_F(ChangedSinceWithSubmodule, LooksAtItAloneToo) {
  write("guide/g.md", filler + claim + "\n" + other_claim);
  EXPECT_NE(stet_run({"--changed-since", "HEAD", path("guide")}).out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(ChangedSinceWithSubmodule, SaysWhatToDoWithoutItsCommit) {
  git("rev-parse HEAD >object 2>/dev/null; cd .git/objects && rm -f $(sed 's|^..|&/|' ../../object)", path("guide"));
  const Outcome outcome = check_all();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("--changed-since: the submodule guide does not have "), std::string::npos) << outcome.err;
}
TEST_F(ChangedSince, ComparesWithTheMergeBase) {
  git("checkout -q -b topic");
  write("docs/c.md", "Fine.\n");
  commit("topic-1");
  git("checkout -q -");
  write("docs/b.md", "Mended on the main branch.\n");
  commit("main-1");
  git("checkout -q topic");
  EXPECT_EQ(check("main-1").code, 0) << "what main did since is not this branch's doing";
}
TEST_F(ChangedSince, WorksBelowTheRootAndOnOneFile) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  const Outcome outcome = stet_run({"--changed-since", "base", path("docs/a.md")});
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(ChangedSince, SaysWhatToDoWithoutTheCommit) {
  const Outcome outcome = check("origin/main");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "stet: error: --changed-since: there is no commit `origin/main` here\n  fetch it first: `git fetch origin main`\n");
}
TEST_F(ChangedSince, SaysWhatToDoInAShallowClone) {
  write("docs/a.md", "Second.\n");
  commit("second");
  git("clone -q --depth 1 'file://" + folder.string() + "' shallow", folder.string());
  const Outcome outcome = stet_run({"--changed-since", "base", path("shallow/docs")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("git fetch --unshallow"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("fetch-depth: 0"), std::string::npos);
}
TEST_F(ChangedSince, WorksInAShallowCloneThatHoldsTheCommit) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  commit("second");
  git("clone -q --depth 2 'file://" + folder.string() + "' shallow", folder.string());
  EXPECT_NE(stet_run({"--changed-since", "HEAD^1", path("shallow/docs")}).out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(ChangedSince, TakesNoOptionForACommit) {
  EXPECT_EQ(check("--upload-pack=touch x").code, 2);
  EXPECT_EQ(check("-x").code, 2);
  EXPECT_EQ(check("").code, 2);
}
TEST_F(ChangedSince, RunsNothingThatTheRepositoryNames) {
  const std::string trap = "touch '" + path("trapped") + "'; cat";
  for (const char* setting : {"core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge",
                              "core.pager", "core.sshCommand", "core.editor"}) {
    git("config " + std::string(setting) + " \"" + trap + "\"");
  }
  write(".gitattributes", "*.md diff=x filter=x\n");
  write("docs/a.md", filler + claim + "\n" + other_claim);
  fs::remove(folder / "trapped");
  EXPECT_EQ(check().code, 1);
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
/// A variable of the environment for as long as it lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    ::setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { old_ ? ::setenv(name_, old_->c_str(), 1) : ::unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

TEST_F(ChangedSince, FollowsNoVariableElsewhere) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  const std::string trap = "touch '" + path("trapped") + "'";
  const Variable directory("GIT_DIR", "/nowhere");
  const Variable index("GIT_INDEX_FILE", "/nowhere");
  const Variable diff("GIT_EXTERNAL_DIFF", trap);
  const Variable ssh("GIT_SSH_COMMAND", trap);
  const Variable trace("GIT_TRACE", path("trapped"));
  EXPECT_EQ(check().code, 1);
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(ChangedSince, RunsNoGitOfTheTreeUnderCheck) {
  write("git", "#!/bin/sh\ntouch '" + path("trapped") + "'\n");
  fs::permissions(folder / "git", fs::perms::all);
  write("docs/a.md", filler + claim + "\n" + other_claim);
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  const Variable path_variable("PATH", std::string(":.:") + std::getenv("PATH"));
  EXPECT_EQ(check().code, 1);
  fs::current_path(before);
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(ChangedSince, FetchesNothingThatAPartialCloneLacks) {
  git("config remote.origin.url 'ext::touch " + path("trapped") + "'");
  git("config remote.origin.promisor true");
  git("config remote.origin.partialclonefilter blob:none");
  git("config core.repositoryformatversion 1");
  git("config extensions.partialClone origin");
  git("config core.alternateRefsCommand \"touch '" + path("trapped") + "'\"");
  git("config protocol.ext.allow always");
  // The blob of docs/a.md goes away, as if it had never been fetched.
  git("rev-parse base:docs/a.md >object 2>/dev/null; cd .git/objects && rm -f $(sed 's|^..|&/|' ../../object)");
  write("docs/a.md", filler + claim + "\n" + other_claim);
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("--changed-since"), std::string::npos) << outcome.err;
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
/// Whose commits say that nothing has changed, and whose configuration has a command run.
TEST_F(ChangedSince, TakesNoBareRepositoryAmongTheArticlesForTheRepository) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("init -q --bare '" + path("docs/b") + "'");
  git("push -q docs/b base:refs/heads/base");
  git("--git-dir=docs/b config core.bare false");
  git("--git-dir=docs/b config core.worktree ../..");
  git("--git-dir=docs/b config core.fsmonitor \"touch '" + path("trapped") + "'\"");
  write("docs/b/b.md", claim);
  const Outcome outcome = stet_run({"--changed-since", "base", path("docs/b")});
  EXPECT_EQ(outcome.code, 2) << outcome.out;
  EXPECT_NE(outcome.err.find("bare repository"), std::string::npos) << outcome.err;
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(ChangedSince, RefusesAnArticleOutsideOfTheRepository) {
  const Outcome outcome = stet_run({"--changed-since", "base", path("docs"), source_folder() + "/fixtures"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("is outside of the repository"), std::string::npos) << outcome.err;
}
TEST_F(ScratchFolder, ChangedSinceWantsARepository) {
  write("a.md", claim);
  const Outcome outcome = stet_run({"--changed-since", "base", path("a.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("give the changes with --diff"), std::string::npos) << outcome.err;
}

class Diff : public Repository {
 protected:
  fs::path before = fs::current_path();
  void SetUp() override {
    Repository::SetUp();
    write("docs/a.md", filler + claim);
    commit("base");
    fs::current_path(folder);
  }
  void TearDown() override {
    fs::current_path(before);
    Repository::TearDown();
  }
  static Outcome check() { return stet_run({"--diff", "changes.diff", "--color", "never", "docs"}); }
};

TEST_F(Diff, KeepsWhatItBrought) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("diff base --output=changes.diff");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("docs/a.md:9:1: error"), std::string::npos) << outcome.out << outcome.err;
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos);
}
TEST_F(Diff, FollowsARename) {
  git("mv docs/a.md docs/z.md");
  git("diff -M base --output=changes.diff");
  EXPECT_EQ(check().out, "1 article: nothing found\n");
}
TEST_F(Diff, FollowsAPassageOutOfAnArticleThatIsGone) {
  write("docs/b.md", "# Worry\n\nIt passes.\n");
  commit("two");
  fs::remove(folder / "docs/a.md");
  write("docs/b.md", "# Worry\n\n" + claim + "\nIt passes.\n");
  git("diff --no-renames two --output=changes.diff");
  EXPECT_EQ(check().out, "1 article: nothing found\n");
}
TEST_F(Diff, OfAnotherVersionIsWrongUsage) {
  write("docs/a.md", filler + claim + "\n" + other_claim);
  git("diff base --output=changes.diff");
  write("docs/a.md", "Something else.\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("changes.diff:5:1: error: docs/a.md: the diff was not made for this version of the article"),
            std::string::npos)
      << outcome.err;
}
TEST_F(Diff, IsReadInColor) {
  write("docs/a.md", filler + claim + "\n" + other_claim + "\r\n");
  git("diff -U0 --color=always --output=changes.diff");
  EXPECT_NE(read("changes.diff").find("\x1b["), std::string::npos);
  const Outcome outcome = check();
  EXPECT_NE(outcome.out.find("1 article: 1 error"), std::string::npos) << outcome.out << outcome.err;
}
TEST_F(Diff, AgainstABranchThatHasGoneOnIsNoticed) {
  git("branch -M main");
  git("checkout -q -b topic");
  write("docs/a.md", filler + claim + "\nIt is late.\n");
  commit("topic-1");
  git("checkout -q main");
  write("docs/a.md", filler + "It is said that walking eases worry.\n");
  commit("main-1");
  git("checkout -q topic");
  git("diff -U0 --output=changes.diff main");
  EXPECT_NE(check().out.find("note: this compares with what `main` is now"), std::string::npos) << check().out;
  EXPECT_NE(check().out.find("git diff -U0 --merge-base main"), std::string::npos) << check().out;
  git("diff -U0 --output=changes.diff --merge-base main");
  EXPECT_EQ(check().out, "1 article: nothing found\n");
}
TEST_F(Diff, ThatIsMissingIsWrongUsage) { EXPECT_EQ(check().code, 2); }
TEST_F(Diff, ThatNamesFilesOutsideIsPassedOver) {
  write("changes.diff", "--- a/x\n+++ b/../../../../etc/passwd\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_EQ(check().out, "0 articles: nothing found\n");
}
TEST_F(Diff, AndChangedSinceDoNotGoTogether) { EXPECT_EQ(stet_run({"--diff", "x", "--changed-since", "y", "docs"}).code, 2); }
TEST_F(Diff, AndAnArticleCannotBothBeStandardInput) { EXPECT_EQ(stet_run({"--diff", "-", "-"}).code, 2); }

}  // namespace
}  // namespace stet::changed_test
