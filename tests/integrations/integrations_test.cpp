// The action's script in a made-up runner, and the hooks in pre-commit itself.
#include <cstdlib>

#include "cli/repository.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

const std::string claim = "Research suggests that walking eases worry.\n";
const std::string other_claim = "Studies have shown that reading calms.\n";

class Action : public Repository {
 protected:
  std::string output;

  void SetUp() override {
    Repository::SetUp();
    write("docs/a.md", claim);
    commit("base");
  }
  /// The script's exit code, with GitHub's variables and the inputs in `variables`, as the shell reads them.
  int run(const std::string& variables) {
    const std::string command = "cd '" + folder.string() + "' && env GITHUB_OUTPUT='" + path("output.txt") + "' GITHUB_STEP_SUMMARY='" +
                                path("summary.md") + "' STET_PROGRAM='" STET_PROGRAM "' " + variables +
                                " '" STET_SOURCE_DIR "/integrations/action' check >'" + path("log.txt") + "' 2>&1";
    const int status = std::system(command.c_str());
    output = read("log.txt");
    return WEXITSTATUS(status);
  }
  /// As GitHub checks out a pull request: the merge of a branch into the base.
  void merge_pull_request(const std::string& article) {
    git("checkout -q -b topic");
    write("docs/b.md", article);
    commit("head");
    git("checkout -q --detach base");
    git("merge -q --no-ff -m merge head");
  }
};

TEST_F(Action, ChecksAllOnAPush) {
  EXPECT_EQ(run("GITHUB_EVENT_NAME=push"), 1) << output;
  EXPECT_NE(output.find("::error file=docs/a.md,line=1,"), std::string::npos) << output;
  EXPECT_NE(read("summary.md").find("| error | docs/a.md, line 1 |"), std::string::npos);
  EXPECT_EQ(read("output.txt"), "exit-code=1\n");
}
TEST_F(Action, ChecksWhatAPullRequestBrings) {
  merge_pull_request(other_claim);
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main"), 1);
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << output;
}
TEST_F(Action, IsCleanWhenAPullRequestBringsNothing) {
  merge_pull_request("Fine.\n");
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main"), 0) << output;
  EXPECT_EQ(read("output.txt"), "exit-code=0\n");
}
TEST_F(Action, ChecksAllOfAPullRequestWhenAskedTo) {
  merge_pull_request("Fine.\n");
  EXPECT_EQ(run("GITHUB_BASE_REF=main STET_CHANGED_ONLY=false"), 1);
}
TEST_F(Action, SaysWhatToDoWhenTheBaseIsNotThere) {
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main"), 2);
  EXPECT_NE(output.find("there is no commit `origin/main` here"), std::string::npos) << output;
  EXPECT_NE(output.find("::error title=stet::"), std::string::npos);
}
TEST_F(Action, TakesPathsFailOnAndSarif) {
  write("other folder/c.md", other_claim);
  EXPECT_EQ(run("STET_PATHS='docs\nother folder\n' STET_FAIL_ON=never STET_SARIF_FILE=out.sarif"), 0) << output;
  EXPECT_NE(output.find("file=other folder/c.md"), std::string::npos) << output;
  EXPECT_NE(read("out.sarif").find("other%20folder/c.md"), std::string::npos);
}
TEST_F(Action, RunsNothingThatAnInputNames) {
  write("$(touch trapped).md", claim);
  EXPECT_EQ(run("STET_PATHS='$(touch trapped).md\n`touch trapped`\n;touch trapped\n--output=trapped\n' STET_RULES='$(touch trapped)' "
                "GITHUB_BASE_REF='$(touch trapped)'"),
            2);
  EXPECT_EQ(run("STET_PATHS='$(touch trapped).md\n;touch trapped\n--output=trapped\n'"), 3) << output;
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(Action, RefusesAnUnknownWay) { EXPECT_EQ(run("STET_CHANGED_ONLY=maybe"), 2); }

class PreCommit : public Repository {
 protected:
  void SetUp() override {
    Repository::SetUp();
    if (std::system("pre-commit --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "pre-commit is not there";
    // A clone of stet as pre-commit makes it, with the program already built.
    const fs::path source = STET_SOURCE_DIR;
    fs::create_directories(folder / "stet/integrations");
    fs::copy(source / ".pre-commit-hooks.yaml", folder / "stet");
    fs::copy(source / "integrations/pre-commit", folder / "stet/integrations");
    write("stet/build/release/stet", "#!/bin/sh\nexec '" STET_PROGRAM "' \"$@\"\n");
    fs::permissions(folder / "stet/build/release/stet", fs::perms::owner_all);
    fs::create_directories(folder / "bin");
    fs::create_symlink(STET_PROGRAM, folder / "bin/stet");
    git("init -q", path("stet"));
    git("add -A", path("stet"));
    git("commit -q -m x", path("stet"));
    fs::create_directories(folder / "site");
    git("init -q", path("site"));
    write("site/good.md", "Nothing is wrong here.\n");
    write("site/notes.txt", claim);
  }
  /// pre-commit's exit code and answer, offline and with a cache of its own.
  int run(const std::string& hook) {
    git("add -A", path("site"));
    const std::string command = "cd '" + path("site") + "' && env GIT_CONFIG_GLOBAL='" + path("no-config") + "' PRE_COMMIT_HOME='" +
                                path("cache") + "' PATH='" + path("bin") + "':\"$PATH\" pre-commit try-repo ../stet " + hook +
                                " --all-files >'" + path("log.txt") + "' 2>&1";
    const int status = std::system(command.c_str());
    output = read("log.txt");
    return WEXITSTATUS(status);
  }
  std::string output;
};

TEST_F(PreCommit, PassesWhenNothingIsFound) {
  EXPECT_EQ(run("stet"), 0) << output;
  EXPECT_NE(output.find("Passed"), std::string::npos) << output;
}
TEST_F(PreCommit, FailsOnAFinding) {
  write("site/bad.md", claim);
  EXPECT_EQ(run("stet"), 1) << output;
  EXPECT_NE(output.find("bad.md:1:1: error"), std::string::npos) << output;
}
TEST_F(PreCommit, UsesTheInstalledProgram) {
  write("site/bad.md", claim);
  EXPECT_EQ(run("stet-system"), 1) << output;
  EXPECT_NE(output.find("bad.md:1:1: error"), std::string::npos) << output;
}
TEST_F(PreCommit, TakesNoFileForAnOption) {
  write("site/--output=good.md", claim);
  EXPECT_EQ(run("stet-system"), 0) << output;
  EXPECT_EQ(read("site/good.md"), "Nothing is wrong here.\n");
}

}  // namespace
}  // namespace stet
