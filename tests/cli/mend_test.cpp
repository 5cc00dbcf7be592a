#include <sys/stat.h>

#include "cli/repository.h"

namespace stet::mend_test {
namespace {

namespace fs = std::filesystem;

const std::string wrong = "\xEF\xBB\xBFThe fair opens on Friday, 12 March 2019.\r\n\r\nIt is old.[^a]\r\n";
const std::string right = "\xEF\xBB\xBFThe fair opens on Tuesday, 12 March 2019.\r\n\r\nIt is old.[^a]\r\n";

class Mend : public Repository {};

TEST_F(Mend, WritesWhatIsSafeAndReportsTheRest) {
  write("a.md", wrong);
  const Outcome outcome = stet_run({"--fix", path("a.md")});
  EXPECT_EQ(read("a.md"), right) << "byte order mark and carriage returns stay";
  EXPECT_EQ(outcome.code, 1) << "the footnote is still missing";
  EXPECT_EQ(outcome.out.find("weekday"), std::string::npos);
  EXPECT_NE(outcome.out.find("consistency/footnote"), std::string::npos);
  EXPECT_EQ(outcome.err, "stet: 1 fault mended in 1 article\n");
}
TEST_F(Mend, FindsNothingToMendTheSecondTime) {
  write("a.md", wrong);
  stet_run({"--fix", "--unsafe-fixes", path("a.md")});
  const std::string once = read("a.md");
  EXPECT_EQ(stet_run({"--fix", "--unsafe-fixes", path("a.md")}).err, "");
  EXPECT_EQ(read("a.md"), once);
}
TEST_F(Mend, KeepsTheModeAndTheLink) {
  write("real/a.md", wrong);
  ASSERT_EQ(::chmod(path("real/a.md").c_str(), 0640), 0);
  fs::create_symlink("real/a.md", folder / "link.md");
  stet_run({"--fix", path("link.md")});
  struct stat status {};
  ASSERT_EQ(::stat(path("real/a.md").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
  EXPECT_TRUE(fs::is_symlink(folder / "link.md"));
  EXPECT_EQ(read("real/a.md"), right);
}
TEST_F(Mend, LeavesNoTemporaryFiles) {
  write("articles/a.md", wrong);
  stet_run({"--fix", path("articles")});
  EXPECT_EQ(std::distance(fs::directory_iterator(folder / "articles"), fs::directory_iterator()), 1);
}
TEST_F(Mend, DoesNotTouchWhatNeedsNothing) {
  write("a.md", right);
  const auto before = fs::last_write_time(folder / "a.md");
  stet_run({"--fix", path("a.md")});
  EXPECT_EQ(fs::last_write_time(folder / "a.md"), before);
}
TEST_F(Mend, TakesAFileThatIsNamedTwice) {
  write("a.md", wrong);
  EXPECT_EQ(stet_run({"--fix", path("a.md"), path("./a.md")}).code, 1);
  EXPECT_EQ(read("a.md"), right);
}
TEST_F(Mend, ShowsADiffThatGitApplies) {
  write("a b/\xC3\xBC.md", wrong);
  commit("base");
  const std::string here = fs::current_path().string();
  fs::current_path(folder);
  const Outcome outcome = stet_run({"--fix", "--diff", "."});
  fs::current_path(here);
  EXPECT_EQ(read("a b/\xC3\xBC.md"), wrong) << "nothing is written";
  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(outcome.out.starts_with("--- a/a b/\xC3\xBC.md\t\n+++ b/a b/\xC3\xBC.md\t\n@@ -1,3 +1,3 @@\n-")) << outcome.out;
  write("fix.diff", outcome.out);
  git("apply fix.diff");
  EXPECT_EQ(read("a b/\xC3\xBC.md"), right);
}
TEST_F(Mend, ShowsNothingWhenThereIsNothing) {
  write("a.md", right);
  const Outcome outcome = stet_run({"--fix", "--diff", path("a.md")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}
TEST_F(Mend, StillTakesTheDiffOfAChange) {
  write("a.md", right);
  commit("base");
  write("a.md", wrong + "\nIt opens on Friday, 13 March 2019.\n");
  write("none.diff", "");
  stet_run({"--fix", "--diff=" + path("none.diff"), path("a.md")});
  EXPECT_EQ(read("a.md"), wrong + "\nIt opens on Friday, 13 March 2019.\n") << "by that diff the article has not changed";
}
TEST_F(Mend, MendsOnlyWhatAChangeBrought) {
  write("a.md", "It opens on Friday, 12 March 2019.\n\nIt closes late.\n");
  commit("base");
  write("a.md", "It opens on Friday, 12 March 2019.\n\nIt closes on Friday, 13 March 2019.\n");
  stet_run({"--fix", "--changed-since", "base", path("a.md")});
  EXPECT_EQ(read("a.md"), "It opens on Friday, 12 March 2019.\n\nIt closes on Wednesday, 13 March 2019.\n");
}
TEST_F(Mend, LeavesWhatTheBaselineHolds) {
  write("a.md", wrong);
  stet_run({"--baseline", path("baseline"), "--update-baseline", path("a.md")});
  EXPECT_EQ(stet_run({"--fix", "--baseline", path("baseline"), path("a.md")}).code, 0);
  EXPECT_EQ(read("a.md"), wrong);
}
TEST_F(Mend, MendsNoStandardInput) { EXPECT_EQ(stet_run({"--fix", "-"}).code, 2); }
TEST_F(Mend, WritesNothingIntoAFolderThatMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "nothing is forbidden to root";
  write("locked/a.md", wrong);
  ASSERT_EQ(::chmod(path("locked").c_str(), 0500), 0);
  const Outcome outcome = stet_run({"--fix", path("locked/a.md")});
  ASSERT_EQ(::chmod(path("locked").c_str(), 0700), 0);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(read("locked/a.md"), wrong);
}
TEST_F(Mend, CountsInTheSummaryWhatCanBeMended) {
  write("a.md", wrong);
  EXPECT_NE(stet_run({path("a.md")}).out.find("1 article: 2 errors, 0 warnings, 0 notes; 1 can be mended with --fix\n"), std::string::npos);
}

}  // namespace
}  // namespace stet::mend_test
