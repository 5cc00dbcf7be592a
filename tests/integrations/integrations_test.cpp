// The action's script in a made-up runner, and the hooks in pre-commit itself.
#include <sys/utsname.h>

#include <cstdlib>

#include "cli/repository.h"
#include "folders.h"

namespace stet::integrations_test {
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
  int run(const std::string& variables, const std::string& step = "check", const std::string& within = {},
          const std::string& script = source_folder() + "/.github/integrations/action") {
    const std::string command = "cd '" + (within.empty() ? folder.string() : within) + "' && env GITHUB_OUTPUT='" + path("output.txt") +
                                "' GITHUB_STEP_SUMMARY='" + path("summary.md") + "' STET_PROGRAM='" STET_PROGRAM "' " + variables + " '" +
                                script + "' " + step + " >'" + path("log.txt") + "' 2>&1";
    const int status = std::system(command.c_str());
    output = read("log.txt");
    return WEXITSTATUS(status);
  }
  std::string commit_of(const std::string& name) const {
    EXPECT_EQ(std::system(("git -C '" + folder.string() + "' rev-parse '" + name + "^{commit}' >'" + path("commit.txt") + "'").c_str()), 0);
    const std::string commit = read("commit.txt");
    return commit.substr(0, commit.find('\n'));
  }
  /// The action with few sources, and a build that only says that it was asked for.
  void copy_action() const {
    for (const char* part : {".github/integrations", "packaging", "linter", "rules", "cmake"})
      fs::create_directories(folder / "action" / part);
    fs::copy(fs::path(source_folder()) / ".github/integrations/action", folder / "action/.github/integrations");
    fs::copy(fs::path(source_folder()) / "packaging/repository", folder / "action/packaging");
    write("action/CMakeLists.txt", "project(stet VERSION 1.2.3 LANGUAGES C CXX)\n");
    write("action/CMakePresets.json", "{}\n");
    write("action/package-lock.json", "{}\n");
    write("action/rules/a.yaml", "kind: forbids\n");
    write("action/bootstrap",
          "#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$@\" >asked\nmkdir -p build/static\necho built >build/static/stet\n");
    fs::permissions(folder / "action/bootstrap", fs::perms::owner_all);
  }
  int run_copy(const std::string& step) {
    return run("RUNNER_TEMP='" + path("temp") + "' PATH='" + path("bin") + "':\"$PATH\"", step, folder.string(),
               path("action/.github/integrations/action"));
  }
  std::string key_of_action() {
    fs::remove(folder / "output.txt");
    EXPECT_EQ(run_copy("find"), 0) << output;
    const std::string answers = read("output.txt");
    fs::remove(folder / "output.txt");
    const std::size_t key = answers.find("key=");
    return answers.substr(key, answers.find('\n', key) - key);
  }
  /// What GitHub says of an event.
  std::string with_event(const std::string& name, const std::string& json) const {
    write("event.json", json);
    return "GITHUB_EVENT_NAME=" + name + " GITHUB_EVENT_PATH='" + path("event.json") + "' ";
  }
  static std::string processor() {
    struct utsname machine {};
    ::uname(&machine);
    return machine.machine;
  }
  /// A release in a folder, and a curl that copies from there by the last part of the address.
  void make_release() const {
    write("release/stet", "the program\n");
    const std::string archive = "stet-1.2.3-linux-" + processor() + ".tar.gz";
    ASSERT_EQ(
        std::system(("cd '" + path("release") + "' && tar -czf " + archive + " stet && sha256sum " + archive + " >SHA256SUMS").c_str()), 0);
    write("bin/curl", "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" != --output ] || to=$2; shift; done\nexec cp '" + path("release") +
                          "'/\"${1##*/}\" \"$to\"\n");
    fs::permissions(folder / "bin/curl", fs::perms::owner_all);
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
  EXPECT_NE(read("summary.md").find("### docs/a.md\n\n**error** line 1: "), std::string::npos);
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
  EXPECT_NE(output.find("stet: 1 article changed since HEAD^1\n"), std::string::npos) << "a green log says what was looked at\n" << output;
  EXPECT_EQ(read("summary.md"), "## stet: nothing found in 1 article\n");
}
TEST_F(Action, ChecksAllOfAPullRequestWhenAskedTo) {
  merge_pull_request("Fine.\n");
  EXPECT_EQ(run("GITHUB_BASE_REF=main STET_CHANGED_ONLY=false"), 1);
}
TEST_F(Action, SaysWhatToDoWhenTheBaseIsNotThere) {
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main"), 2);
  EXPECT_NE(output.find("::error title=stet::the base of this pull request is not in the clone: check out with fetch-depth: 2"),
            std::string::npos)
      << output;
}
TEST_F(Action, DoesNotPassWhereTheCloneHoldsThePullRequestAlone) {
  // A clone of one commit, in which the base's name stands for the merge.
  merge_pull_request(other_claim);
  git("checkout -q -B main");
  git("clone -q --depth 1 'file://" + folder.string() + "' '" + path("runner") + "'");
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main", "check", path("runner")), 2) << output;
  EXPECT_NE(output.find("check out with fetch-depth: 2"), std::string::npos) << output;
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
  EXPECT_EQ(run("STET_PATHS='$(touch trapped).md\n;touch trapped\n--output=trapped\n'"), 2) << output;
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(Action, TakesAConfiguration) {
  write("lenient.yaml", "rules: {citation: off}\n");
  EXPECT_EQ(run("STET_CONFIG=lenient.yaml"), 0) << output;
}
TEST_F(Action, LooksAtTheEventWhenAWorkflowChecksOutTheBranchItself) {
  // The branch has itself merged the base: its first parent is not what the pull request is compared with.
  git("checkout -q -b topic");
  write("docs/b.md", other_claim);
  commit("head");
  git("checkout -q --detach base");
  write("docs/c.md", "Fine.\n");
  commit("base-moved");
  git("checkout -q topic");
  git("merge -q -m merge base-moved");
  const std::string event = R"({"number": 1, "pull_request": {"base": {"ref": "main", "sha": ")" + commit_of("base-moved") + "\"}}}\n";
  write("event.json", event);
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main GITHUB_SHA=" + commit_of("base") + " GITHUB_EVENT_PATH='" +
                path("event.json") + "'"),
            1);
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << output;
}
TEST_F(Action, NeedsNothingButTheMergeForAFork) {
  // A clone as actions/checkout makes it of a fork's pull request: depth 2, detached, no branches and no token.
  merge_pull_request(other_claim);
  git("tag merged");
  git("clone -q --depth 2 --no-single-branch --branch merged 'file://" + folder.string() + "' '" + path("runner") + "'");
  write("event.json", R"({"pull_request": {"head": {"repo": {"fork": true, "full_name": "stranger/site"}}, "base": {"sha": ")" +
                          commit_of("base") + "\"}}}\n");
  EXPECT_EQ(run("GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main GITHUB_SHA=" + commit_of("merged") + " GITHUB_EVENT_PATH='" +
                    path("event.json") + "' STET_SARIF_FILE=stet.sarif GITHUB_TOKEN=",
                "check", path("runner")),
            1)
      << output;
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << output;
  EXPECT_NE(read("summary.md").find("### docs/b.md\n\n**error** line 1: "), std::string::npos);
  EXPECT_TRUE(fs::exists(folder / "runner/stet.sarif"));
}
TEST_F(Action, PutsNothingOfAnEventIntoACommand) {
  merge_pull_request("Fine.\n");
  write("event.json", "{\"pull_request\": {\"base\": {\"sha\": \"--output=trapped\"}}}\n");
  run("GITHUB_BASE_REF=main GITHUB_SHA=0 GITHUB_EVENT_PATH='" + path("event.json") + "'");
  EXPECT_NE(output.find("the base of this pull request is not in the clone"), std::string::npos) << output;
  EXPECT_FALSE(fs::exists(folder / "trapped"));
}
TEST_F(Action, TakesTheProgramThatTheCacheBrought) {
  write("temp/stet-program/stet", "#!/bin/sh\n");
  fs::permissions(folder / "temp/stet-program/stet", fs::perms::owner_all);
  copy_action();
  EXPECT_EQ(run_copy("install"), 0) << output;
  EXPECT_NE(output.find("out of the cache"), std::string::npos) << output;
  EXPECT_EQ(read("output.txt"), "program=" + path("temp/stet-program/stet") + "\n");
}
TEST_F(Action, BuildsWhenThereIsNoReleaseOfTheseSources) {
  copy_action();
  write("bin/curl", "#!/bin/sh\nexit 22\n");
  fs::permissions(folder / "bin/curl", fs::perms::owner_all);
  EXPECT_EQ(run_copy("install"), 0) << output;
  EXPECT_EQ(read("action/asked"), "static\n");
  EXPECT_EQ(read("temp/stet-program/stet"), "built\n");
}
TEST_F(Action, TakesTheReleaseOfItsSources) {
  copy_action();
  make_release();
  write("release/SOURCES", key_of_action().substr(key_of_action().rfind('-') + 1) + "\n");
  EXPECT_EQ(run_copy("install"), 0) << output;
  EXPECT_NE(output.find("of release 1.2.3"), std::string::npos) << output;
  EXPECT_EQ(read("temp/stet-program/stet"), "the program\n");
  EXPECT_FALSE(fs::exists(folder / "action/asked"));
}
TEST_F(Action, TakesNoReleaseOfOtherSources) {
  copy_action();
  make_release();
  write("release/SOURCES", std::string(64, '0') + "\n");
  EXPECT_EQ(run_copy("install"), 0) << output;
  EXPECT_EQ(read("temp/stet-program/stet"), "built\n");
}
TEST_F(Action, IsCachedByTheBytesOfItsSources) {
  copy_action();
  const std::string before = key_of_action();
  EXPECT_EQ(key_of_action(), before);
  write("action/rules/a.yaml", "kind: counts\n");
  EXPECT_NE(key_of_action(), before);
}
TEST_F(Action, TakesAReleaseWhoseChecksumFits) {
  make_release();
  EXPECT_EQ(run("STET_VERSION=v1.2.3 RUNNER_TEMP='" + path("temp") + "' PATH='" + path("bin") + "':\"$PATH\"", "install"), 0) << output;
  EXPECT_EQ(read("output.txt"), "program=" + path("temp/stet-program/stet") + "\n");
  EXPECT_EQ(read("temp/stet-program/stet"), "the program\n");
}
TEST_F(Action, TakesNoReleaseWhoseChecksumDoesNotFit) {
  make_release();
  write("release/SHA256SUMS", std::string(64, '0') + "  stet-1.2.3-linux-" + processor() + ".tar.gz\n");
  EXPECT_EQ(run("STET_VERSION=1.2.3 RUNNER_TEMP='" + path("temp") + "' PATH='" + path("bin") + "':\"$PATH\"", "install"), 2);
  EXPECT_NE(output.find("is not what its checksum says"), std::string::npos) << output;
  EXPECT_FALSE(fs::exists(folder / "temp/stet-program/stet"));
}
TEST_F(Action, RefusesAVersionThatIsNone) {
  EXPECT_EQ(run("STET_VERSION='../../../x'", "install"), 2);
  EXPECT_EQ(run("STET_VERSION='1.0.0 --upload-file x'", "install"), 2);
}
TEST_F(Action, ChecksWhatAMergeQueuesGroupBrings) {
  write("docs/b.md", other_claim);
  commit("group");
  EXPECT_EQ(run(with_event("merge_group", R"({"merge_group": {"base_sha": ")" + commit_of("base") + "\"}}")), 1);
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << "old findings do not block the queue: " << output;
  EXPECT_EQ(run(with_event("merge_group", R"({"merge_group": {"base_sha": ")" + std::string(40, 'a') + "\"}}")), 2);
  EXPECT_NE(output.find("fetch-depth: 0"), std::string::npos) << output;
}
TEST_F(Action, ChecksWhatAPushBrings) {
  write("docs/b.md", other_claim);
  commit("pushed");
  EXPECT_EQ(run(with_event("push", R"({"before": ")" + commit_of("base") + "\"}")), 1);
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << output;
  EXPECT_EQ(run(with_event("push", R"({"before": ")" + std::string(40, 'a') + "\"}")), 2);
  EXPECT_NE(output.find("fetch-depth: 0"), std::string::npos) << output;
}
TEST_F(Action, ChecksWhatTheFirstPushOfABranchBrings) {
  git("update-ref refs/remotes/origin/main base");
  write("docs/b.md", other_claim);
  commit("pushed");
  const std::string event =
      with_event("push", R"({"before": ")" + std::string(40, '0') + R"(", "repository": {"default_branch": "main"}})");
  EXPECT_EQ(run(event + "GITHUB_REF=refs/heads/topic"), 1);
  EXPECT_NE(output.find("::error file=docs/b.md,line=1,"), std::string::npos) << output;
  EXPECT_EQ(output.find("docs/a.md"), std::string::npos) << output;
  EXPECT_EQ(run(event + "GITHUB_REF=refs/heads/main"), 1);
  EXPECT_NE(output.find("docs/a.md"), std::string::npos) << "of a repository's first push everything is new: " << output;
  git("update-ref -d refs/remotes/origin/main");
  EXPECT_EQ(run(event + "GITHUB_REF=refs/heads/topic"), 2);
  EXPECT_NE(output.find("fetch-depth: 0"), std::string::npos) << output;
}
TEST_F(Action, ChecksWholeArticlesWhenAskedByHandAndSaysSo) {
  EXPECT_EQ(run(with_event("workflow_dispatch", "{}")), 1);
  EXPECT_NE(output.find("::notice title=stet::workflow_dispatch brings nothing of its own here: whole articles are checked"),
            std::string::npos)
      << output;
  EXPECT_NE(output.find("docs/a.md"), std::string::npos) << output;
  EXPECT_EQ(run(with_event("workflow_dispatch", "{}") + "STET_CHANGED_ONLY=true"), 2);
}
TEST_F(Action, SaysThatPullRequestTargetChecksOutTheBase) {
  EXPECT_EQ(run(with_event("pull_request_target", "{}") + "GITHUB_BASE_REF=main GITHUB_SHA=" + commit_of("base")), 2);
  EXPECT_NE(output.find("run on pull_request"), std::string::npos) << output;
}
TEST_F(Action, FailsOnAPathThatIsWrong) {
  EXPECT_EQ(run("STET_PATHS='dosc'"), 2);
  EXPECT_NE(output.find("::error title=stet::paths: dosc is not in the checkout"), std::string::npos) << output;
  write("pictures/a.txt", "x");
  EXPECT_EQ(run("STET_PATHS='docs\npictures'"), 2);
  EXPECT_NE(output.find("::error title=stet::paths: there is no article in pictures"), std::string::npos) << output;
  write("notes/Report.QMD", claim);
  EXPECT_EQ(run("STET_PATHS=notes"), 1) << output;
}
TEST_F(Action, WritesSuggestedChangesForReviewdog) {
  EXPECT_EQ(run("STET_RDJSON_FILE=stet.json"), 1);
  EXPECT_NE(read("stet.json").find("\"diagnostics\""), std::string::npos);
}
TEST_F(Action, ShowsNothingMilderThanAsked) {
  EXPECT_EQ(run("STET_SHOW=note"), 1);
  EXPECT_EQ(run("STET_SHOW=never"), 2);
}
TEST_F(Action, RefusesAnUnknownWay) { EXPECT_EQ(run("STET_CHANGED_ONLY=maybe"), 2); }

class PreCommit : public Repository {
 protected:
  void SetUp() override {
    Repository::SetUp();
    if (std::system("pre-commit --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "pre-commit is not there";
    // A clone of stet as pre-commit makes it, with the program already built.
    const fs::path source = source_folder();
    fs::create_directories(folder / "stet/.github/integrations");
    fs::copy(source / ".pre-commit-hooks.yaml", folder / "stet");
    fs::copy(source / ".github/integrations/pre-commit", folder / "stet/.github/integrations");
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
  int run(const std::string& hook, const std::string& files = "--all-files") {
    git("add -A", path("site"));
    const std::string command = "cd '" + path("site") + "' && env GIT_CONFIG_GLOBAL='" + path("no-config") + "' PRE_COMMIT_HOME='" +
                                path("cache") + "' PATH='" + path("bin") + "':\"$PATH\" pre-commit try-repo ../stet " + hook + " " + files +
                                " >'" + path("log.txt") + "' 2>&1";
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
TEST_F(PreCommit, TakesWhatAFolderIsWalkedFor) {
  for (const char* name : {"README.MD", "b.markdown", "c.mdown", "d.mkd", "e.mdx", "f.qmd", "g.Rmd"})
    write("site/" + std::string(name), claim);
  EXPECT_EQ(run("stet"), 1) << output;
  EXPECT_NE(output.find("8 articles: 7 errors"), std::string::npos) << output;
}
TEST_F(PreCommit, KeepsStillOfOldFindings) {
  write("site/old.md", claim);
  git("add -A", path("site"));
  git("commit -q -m old", path("site"));
  write("site/old.md", "# A title\n\n" + claim);
  for (const char* hook : {"stet", "stet-system"}) {
    EXPECT_EQ(run(hook), 0) << output;
    write("site/old.md", "# A title\n\n" + claim + "\n" + other_claim);
    EXPECT_EQ(run(hook), 1) << output;
    EXPECT_NE(output.find("old.md:5:1: error"), std::string::npos) << output;
    EXPECT_EQ(output.find("old.md:3:1"), std::string::npos) << output;
    write("site/old.md", "# A title\n\n" + claim);
  }
  for (const char* hook : {"stet-whole", "stet-system-whole"}) EXPECT_EQ(run(hook), 1) << output;
}
TEST_F(PreCommit, TellsWhatTheCommitsSinceBrought) {
  write("site/old.md", claim);
  git("add -A", path("site"));
  git("commit -q -m old", path("site"));
  git("tag old", path("site"));
  write("site/old.md", "# A title\n\n" + claim + "\n" + other_claim);
  git("add -A", path("site"));
  git("commit -q -m new", path("site"));
  for (const char* hook : {"stet", "stet-system"}) {
    EXPECT_EQ(run(hook, "--from-ref old --to-ref HEAD"), 1) << output;
    EXPECT_NE(output.find("old.md:5:1: error"), std::string::npos) << output;
    EXPECT_EQ(output.find("old.md:3:1"), std::string::npos) << output;
  }
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
}  // namespace stet::integrations_test
