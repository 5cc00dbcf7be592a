// kill -9 before or after any call to the system: what is written to is whole, old or new, and the next run is not in the way of itself.
//
// STET_KILLS sets how often each is killed (40).
#include <algorithm>
#include <random>

#include "process/process.h"

namespace stet::crash_test {
namespace {

std::size_t kills() {
  const char* given = std::getenv("STET_KILLS");
  return given == nullptr ? 40 : std::strtoul(given, nullptr, 10);
}

class Killed : public Process {
 protected:
  std::minstd_rand random{8};

  void SetUp() override {
    if (has_sanitizer) GTEST_SKIP() << "the leak sanitizer cannot run in a process that is traced";
    Process::SetUp();
  }

  /// Runs stet until its `last`th call to the system and kills it there; the number of calls, or -1 when it cannot be watched. A run that
  /// ends before is not killed.
  long calls(const std::vector<std::string>& arguments, long last) {
    const pid_t process = start(arguments, [] { ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); });
    int status = 0;
    ::waitpid(process, &status, 0);
    if (!WIFSTOPPED(status)) return -1;
    long count = 0;
    for (; count < last; ++count) {
      const int signal = WIFSTOPPED(status) && WSTOPSIG(status) != SIGTRAP ? WSTOPSIG(status) : 0;
      if (::ptrace(PTRACE_SYSCALL, process, nullptr, signal) != 0) return -1;
      ::waitpid(process, &status, 0);
      if (WIFEXITED(status) || WIFSIGNALED(status)) return count;
    }
    ::kill(process, SIGKILL);
    ::waitpid(process, &status, 0);
    return count;
  }

  /// Kills a run again and again: mostly in its last calls, where it writes, else anywhere. `begin` makes the folder as it was, `check`
  /// says whether what is there now is whole.
  void kill_often(const std::vector<std::string>& arguments, const std::function<void()>& begin, const std::function<void()>& check) {
    begin();
    const long all = calls(arguments, 1'000'000'000);
    if (all < 0) GTEST_SKIP() << "processes cannot be traced here";
    ASSERT_GT(all, 100);
    for (std::size_t i = 0; i < kills(); ++i) {
      const auto last_calls = static_cast<unsigned long>(std::min(all, 120L));
      const auto back = static_cast<long>(i % 4 == 0 ? random() % static_cast<unsigned long>(all) : random() % last_calls);
      begin();
      calls(arguments, all - back);
      check();
      if (HasFatalFailure()) FAIL() << "killed at call " << all - back << " of " << all;
    }
  }
};

std::string article(std::size_t number) {
  return "# Walking " + std::to_string(number) + "\n\nResearch suggests that walking " + std::to_string(number) +
         " times a day eases worry, and the worried say so as well.\n\n";
}

TEST_F(Killed, WhileItWritesABaselineLeavesTheOldOneOrTheNewOne) {
  const std::vector<std::string> grow = {"--baseline", "site/baseline.txt", "--grow-baseline", "--jobs", "1", "site"};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) text += article(i);
  write("site/a.md", article(100));
  run(grow);
  const std::string old_baseline = read("site/baseline.txt");
  write("site/a.md", text);
  run(grow);
  const std::string new_baseline = read("site/baseline.txt");
  ASSERT_NE(old_baseline, new_baseline);
  kill_often(
      grow, [&] { write("site/baseline.txt", old_baseline); },
      [&] {
        const std::string now = read("site/baseline.txt");
        ASSERT_TRUE(now == old_baseline || now == new_baseline) << now.size() << " bytes";
      });
  EXPECT_EQ(run(grow).code, 0) << "what a killed run left is not in the way";
}

TEST_F(Killed, WhileItWritesAnIndexLeavesTheOldOneOrTheNewOne) {
  const std::vector<std::string> index = {"index", "--jobs", "1", "site"};
  write("site/a.md", article(1));
  run(index);
  const std::string old_index = read("site/.stet/site.index");
  for (std::size_t i = 0; i < 20; ++i) write("site/" + std::to_string(i) + ".md", article(i));
  run(index);
  const std::string new_index = read("site/.stet/site.index");
  ASSERT_NE(old_index, new_index);
  kill_often(
      index, [&] { write("site/.stet/site.index", old_index); },
      [&] {
        const std::string now = read("site/.stet/site.index");
        ASSERT_TRUE(now == old_index || now == new_index) << now.size() << " bytes";
      });
  EXPECT_EQ(run(index).code, 0);
  EXPECT_EQ(read("site/.stet/site.index"), new_index);
  EXPECT_EQ(std::ranges::count(files(), "site/.stet/site.index.tmp"), 0) << "what a killed run left is swept up by the next";
}

TEST_F(Killed, WhileItMergesPartsLeavesTheOldIndexOrTheNewOne) {
  write("site/a.md", article(1));
  run({"index", "site"});
  const std::string old_index = read("site/.stet/site.index");
  for (std::size_t i = 0; i < 20; ++i) write("site/" + std::to_string(i) + ".md", article(i));
  std::vector<std::string> merge = {"index", "--jobs", "1", "site", "--merge"};
  for (const char* part : {"1", "2"}) {
    merge.push_back(std::string("part") + part);
    EXPECT_EQ(run({"index", "site", "--shard", std::string(part) + "/2", "--output", merge.back()}).code, 0);
  }
  run(merge);
  const std::string new_index = read("site/.stet/site.index");
  ASSERT_NE(old_index, new_index);
  kill_often(
      merge, [&] { write("site/.stet/site.index", old_index); },
      [&] {
        const std::string now = read("site/.stet/site.index");
        ASSERT_TRUE(now == old_index || now == new_index) << now.size() << " bytes";
      });
  EXPECT_EQ(run(merge).code, 0);
  EXPECT_EQ(read("site/.stet/site.index"), new_index);
  EXPECT_EQ(std::ranges::count(files(), "site/.stet/site.index.tmp"), 0) << "what a killed merge left is swept up by the next";
}

TEST_F(Killed, WhileItMendsArticlesLeavesEachAsItWasOrMended) {
  const std::vector<std::string> fix = {"--fix", "--fail-on", "never", "--jobs", "1", "site"};
  std::string text;
  for (std::size_t i = 0; i < 200; ++i) text += "Boat " + std::to_string(i) + " sailed on Monday, 12 March 2019.\n\n";
  const auto begin = [&] {
    for (const char* name : {"site/a.md", "site/b.md"}) write(name, text);
  };
  begin();
  run(fix);
  const std::string mended = read("site/a.md");
  ASSERT_NE(mended, text) << "there is something to mend";
  kill_often(fix, begin, [&] {
    for (const char* name : {"site/a.md", "site/b.md"}) {
      const std::string now = read(name);
      ASSERT_TRUE(now == text || now == mended) << now.size() << " bytes";
    }
  });
}

TEST_F(Killed, WhileItWritesACacheLeavesOneThatIsWhole) {
  const std::vector<std::string> check = {"--cache", "cache", "--format", "json", "--fail-on", "never", "--jobs", "1", "site"};
  for (std::size_t i = 0; i < 20; ++i) write("site/" + std::to_string(i) + ".md", article(i));
  std::filesystem::create_directories(folder / "cache");
  const std::string found = run({"--no-cache", "--format", "json", "--fail-on", "never", "--jobs", "1", "site"}).out;
  run(check);
  kill_often(
      check, [&] { std::filesystem::remove_all(folder / "cache/.stet"); },
      [&] { ASSERT_EQ(run(check).out, found) << "what the killed run left is read, or is as good as nothing"; });
}

TEST_F(Killed, WhileItWritesAReportLeavesTheOldOneOrTheNewOne) {
  write("site/a.md", article(1) + article(2));
  const std::vector<std::string> check = {"--format", "sarif", "--output", "report.sarif", "--jobs", "1", "site"};
  run(check);
  const std::string whole = read("report.sarif");
  kill_often(
      check, [&] { write("report.sarif", "old"); },
      [&] {
        const std::string now = read("report.sarif");
        ASSERT_TRUE(now == "old" || now == whole) << now.size() << " bytes";
      });
}

}  // namespace
}  // namespace stet::crash_test
