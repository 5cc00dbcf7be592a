#include "cli/progress.h"

#include <pthread.h>

#include <sstream>

#include "cli/repository.h"

namespace stet::progress_test {
namespace {

TEST(ProgressBar, FillsUp) {
  EXPECT_EQ(progress_bar(0, 40), "[                              ] 0 of 40 articles");
  EXPECT_EQ(progress_bar(20, 40), "[###############               ] 20 of 40 articles");
  EXPECT_EQ(progress_bar(40, 40), "[##############################] 40 of 40 articles");
  EXPECT_EQ(progress_bar(0, 0), "[                              ] 0 of 0 articles");
}
TEST(Progress, ShowsNothingOfAShortRun) {
  std::ostringstream err;
  std::atomic<std::size_t> done = 0;
  { const Progress progress(err, done, 2, {.delay = std::chrono::seconds(60)}); }
  EXPECT_EQ(err.str(), "");
}
TEST(Progress, TakesItsBarAwayAtTheEnd) {
  std::ostringstream err;
  std::atomic<std::size_t> done = 1;
  {
    const Progress progress(err, done, 2, {.delay = std::chrono::milliseconds(0), .pace = std::chrono::milliseconds(1)});
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_TRUE(err.str().starts_with("\r[###############               ] 1 of 2 articles")) << err.str();
  EXPECT_TRUE(err.str().ends_with("\r\x1b[K"));
}
TEST(Progress, IsSilentWhereItIsNotWanted) {
  std::ostringstream err;
  std::atomic<std::size_t> done = 1;
  {
    const Progress progress(err, done, 2, {.shown = false, .delay = std::chrono::milliseconds(0)});
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(err.str(), "");
}
TEST(Progress, IsNotShownWhereTheSystemGivesNoThread) {
  pthread_attr_t before;
  ASSERT_EQ(::pthread_getattr_default_np(&before), 0);
  pthread_attr_t huge;
  ::pthread_attr_init(&huge);
  ::pthread_attr_setstacksize(&huge, std::size_t{1} << 50U);
  ASSERT_EQ(::pthread_setattr_default_np(&huge), 0);
  std::ostringstream err;
  std::atomic<std::size_t> done = 1;
  {
    const Progress progress(err, done, 2, {.delay = std::chrono::milliseconds(0), .pace = std::chrono::milliseconds(1)});
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::pthread_setattr_default_np(&before);
  EXPECT_EQ(err.str(), "");
}

TEST(ToldOutputs, SaysWhereTheReportsWentWhenNoneIsOnStandardOutput) {
  RunFindings run;
  CliOptions options;
  options.outputs = {{.format = "html", .path = "report.html"}, {.format = "sarif", .path = "a.sarif"}};
  EXPECT_EQ(told_outputs(options, run),
            "stet: wrote report.html: 0 errors, 0 warnings, 0 notes in 0 articles; open it in a browser\n"
            "stet: wrote a.sarif: 0 errors, 0 warnings, 0 notes in 0 articles\n");
  options.outputs.push_back({.format = "text", .path = {}});
  EXPECT_EQ(told_outputs(options, run), "");
}

class Telling : public ScratchFolder {};

TEST_F(Telling, VerboseSaysWhatIsCheckedAndWhatIsLeftOut) {
  write("a.md", "One.\n");
  write("drafts/b.md", "Two.\n");
  write(".stet.yaml", "exclude: [drafts/]\n");
  const Outcome outcome = stet_run({"--verbose", "--select", "citation/unsourced-research", "--jobs", "1", folder.string()});
  EXPECT_EQ(outcome.err, "stet: 2 articles, 1 of them excluded by the configuration\nstet: 1 article by 1 rule\nstet: 1 thread\n");
}
TEST_F(Telling, StatsCountFindingsByRule) {
  write("a.md", "Research suggests that walking eases worry.\n\nStudies have shown that reading calms.\n");
  const Outcome outcome = stet_run({"--stats", "--jobs", "1", path("a.md")});
  EXPECT_TRUE(outcome.err.starts_with("stet: 1 article, 2 sentences, 84 bytes, ")) << outcome.err;
  EXPECT_NE(outcome.err.find("stet:      2  citation/unsourced-research\n"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace stet::progress_test
