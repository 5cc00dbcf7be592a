#include "cli/repository.h"

namespace stet::baseline_test {
namespace {

const std::string claim = "Research suggests that walking eases worry.\n";
const std::string other_claim = "Studies have shown that reading calms.\n";

class BaselineCli : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("docs/a.md", claim);
    write("docs/b.md", "Fine.\n\n" + other_claim);
  }
  Outcome check(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"--baseline", path("stet-baseline.txt"), path("docs")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return stet_run(arguments);
  }
};

TEST_F(BaselineCli, IsMadeAndThenHidesWhatStands) {
  EXPECT_EQ(check({"--update-baseline"}).code, 0);
  EXPECT_NE(read("stet-baseline.txt").find("\ndocs/a.md\tcitation/unsourced-research\t"), std::string::npos);
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  EXPECT_EQ(outcome.out, "2 articles: nothing found\n");
}
TEST_F(BaselineCli, HidesAcrossMovesRenamesAndRewrapping) {
  check({"--update-baseline"});
  std::filesystem::remove(folder / "docs/a.md");
  write("docs/c.md", "Something before.\n\nResearch suggests\nthat walking eases worry.\n");
  EXPECT_EQ(check().out, "2 articles: nothing found\n");
}
TEST_F(BaselineCli, ShowsWhatIsNew) {
  check({"--update-baseline"});
  write("docs/a.md", "Scientists have found that tea wakes.\n\n" + claim);
  EXPECT_NE(check().out.find("a.md:1:1"), std::string::npos);
}
TEST_F(BaselineCli, ListsStaleEntriesAndTakesThemOut) {
  check({"--update-baseline"});
  write("docs/a.md", "Mended.\n");
  const Outcome outcome = check();
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find("stet-baseline.txt:3:1: note: this entry matches nothing any more: citation/unsourced-research in docs/a.md: "
                             "“Research suggests that walking eases worry.”"),
            std::string::npos)
      << outcome.out;
  const Outcome update = check({"--update-baseline"});
  EXPECT_NE(update.err.find("stet-baseline.txt: 1 entries, 1 taken out, 0 added"), std::string::npos) << update.err;
}
TEST_F(BaselineCli, ShrinksUnlessToldToGrow) {
  check({"--update-baseline"});
  write("docs/c.md", "Scientists have found that tea wakes.\n");
  EXPECT_EQ(check({"--update-baseline"}).code, 1);
  EXPECT_EQ(check().code, 1);
  EXPECT_EQ(check({"--grow-baseline"}).code, 0);
  EXPECT_EQ(check().code, 0);
}
TEST_F(BaselineCli, IsTheSameWhateverTheNumberOfJobs) {
  check({"--update-baseline", "--jobs", "1"});
  const std::string one = read("stet-baseline.txt");
  std::filesystem::remove(folder / "stet-baseline.txt");
  check({"--update-baseline", "--jobs", "4"});
  EXPECT_EQ(read("stet-baseline.txt"), one);
}
TEST_F(BaselineCli, ThatIsMissingOrBrokenIsWrongUsage) {
  EXPECT_EQ(check().code, 2);
  write("stet-baseline.txt", "{}\n");
  EXPECT_EQ(check().code, 2);
  EXPECT_EQ(check({"--update-baseline"}).code, 2) << "what cannot be read is not overwritten";
  EXPECT_EQ(read("stet-baseline.txt"), "{}\n");
}
TEST_F(BaselineCli, IsNotWrittenFromAChangeAlone) {
  EXPECT_EQ(check({"--update-baseline", "--changed-since", "main"}).code, 2);
  EXPECT_EQ(stet_run({"--update-baseline", path("docs")}).code, 2);
}

/// Two branches that each bring their baseline up to date.
class MergedBaseline : public Repository {
 protected:
  void SetUp() override {
    Repository::SetUp();
    // Enough entries that two branches change different places, as a site with a past has them.
    for (int i = 0; i < 20; ++i) write("docs/" + std::to_string(10 + i) + ".md", claim);
    update("--update-baseline");
    commit("base");
  }
  void update(const std::string& how) const {
    stet_run({"--baseline", path("stet-baseline.txt"), how, "--fail-on", "never", path("docs")});
  }
  /// A branch that does something to the articles, with the baseline to go with it.
  void branch(const std::string& name, const std::string& article, const std::string& text) const {
    git("checkout -q -b " + name + " base");
    write(article, text);
    update("--grow-baseline");
    commit("done-" + name);
  }
  std::string checked() const { return stet_run({"--baseline", path("stet-baseline.txt"), path("docs")}).out; }
};

TEST_F(MergedBaseline, OfTwoBranchesThatAddHoldsBoth) {
  branch("one", "docs/12a.md", other_claim);
  branch("two", "docs/25a.md", other_claim);
  git("merge -q --no-edit one");
  EXPECT_EQ(checked(), "22 articles: nothing found\n");
}
TEST_F(MergedBaseline, OfOneThatAddsAndOneThatMendsIsRight) {
  branch("one", "docs/12a.md", other_claim);
  branch("two", "docs/25.md", "Mended.\n");
  git("merge -q --no-edit one");
  EXPECT_EQ(checked(), "21 articles: nothing found\n");
  const std::string merged = read("stet-baseline.txt");
  update("--update-baseline");
  EXPECT_EQ(read("stet-baseline.txt"), merged) << "it is sorted as a new one is";
}
TEST_F(MergedBaseline, OfTwoThatAddTheSamePassageHoldsItOnce) {
  branch("one", "docs/12a.md", other_claim);
  branch("two", "docs/12a.md", other_claim);
  git("merge -q --no-edit one");
  EXPECT_EQ(checked(), "21 articles: nothing found\n");
}
TEST_F(MergedBaseline, SaysWhatToDoAboutAConflict) {
  branch("one", "docs/12a.md", other_claim);
  branch("two", "docs/12b.md", other_claim);
  git("merge -q --no-edit one || true");
  EXPECT_NE(read("stet-baseline.txt").find("<<<<<<<"), std::string::npos) << "neighbouring lines conflict";
  const Outcome broken = stet_run({"--baseline", path("stet-baseline.txt"), path("docs")});
  EXPECT_EQ(broken.code, 2);
  EXPECT_NE(broken.err.find("a merge conflict has not been resolved"), std::string::npos) << broken.err;
  EXPECT_NE(broken.err.find("stet-baseline.txt merge=union"), std::string::npos) << broken.err;
}
TEST_F(MergedBaseline, NeverConflictsWithTheUnionDriver) {
  write(".gitattributes", "stet-baseline.txt merge=union\n");
  commit("attributes");
  git("tag -f base");
  branch("one", "docs/12a.md", other_claim);
  branch("two", "docs/12b.md", other_claim);
  git("merge -q --no-edit one");
  EXPECT_EQ(checked(), "22 articles: nothing found\n");
}

}  // namespace
}  // namespace stet::baseline_test
