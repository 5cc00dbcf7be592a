// Too little of what a process needs: each time a clear error, an exit code that says so, and no half file.
#include <algorithm>
#include <array>

#include "process/process.h"

namespace stet::resources_test {
namespace {

const std::string claim = "Research suggests that walking eases worry.\n\n";

class Resources : public Process {
 protected:
  void SetUp() override {
    Process::SetUp();
    write("site/a.md", claim + "The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws thousands of visitors.\n");
  }
};

/// A full disk, as far as a process can tell: files may not grow beyond so many bytes.
std::function<void()> full_disk(rlim_t bytes) {
  return [bytes] {
    std::signal(SIGXFSZ, SIG_DFL);
    limited(RLIMIT_FSIZE, bytes)();
  };
}

TEST_F(Resources, WithoutRoomForAReportItSaysSoAndLeavesNoHalfFile) {
  write("report.json", "old");
  const Ended ended = run({"--format", "json", "--output", "report.json", "site"}, full_disk(60));
  EXPECT_EQ(ended.code, 2) << ended.signal;
  EXPECT_TRUE(ended.err.starts_with("report.json: error: cannot be written: ")) << ended.err;  // the disk is full for this as well
  EXPECT_EQ(read("report.json"), "old");
}
TEST_F(Resources, WithoutRoomForABaselineItSaysSoAndLeavesNoHalfFile) {
  const Ended ended = run({"--baseline", "site/baseline.txt", "--update-baseline", "site"}, full_disk(100));
  EXPECT_EQ(ended.code, 2) << ended.signal;
  EXPECT_NE(ended.err.find("cannot be written"), std::string::npos) << ended.err;
  EXPECT_EQ(files(), std::vector<std::string>{"site/a.md"});
}
TEST_F(Resources, WithoutRoomForAnIndexItSaysSoAndLeavesNoHalfFile) {
  const Ended ended = run({"index", "site"}, full_disk(100));
  EXPECT_EQ(ended.code, 3) << ended.signal;
  EXPECT_NE(ended.err.find("File too large"), std::string::npos) << ended.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "site/.stet/site.index"));
  EXPECT_FALSE(std::filesystem::exists(folder / "site/.stet/site.index.tmp"));
}
TEST_F(Resources, WithoutRoomForAPartOfAnIndexItSaysSoAndLeavesNoHalfFile) {
  const Ended ended = run({"index", "site", "--shard", "1/1", "--output", "part"}, full_disk(100));
  EXPECT_EQ(ended.code, 3) << ended.signal;
  EXPECT_NE(ended.err.find("/part: not read: "), std::string::npos) << ended.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "part"));
  EXPECT_FALSE(std::filesystem::exists(folder / "part.tmp"));
}
TEST_F(Resources, WithoutRoomForAMergedIndexItSaysSoAndLeavesNoHalfFile) {
  EXPECT_EQ(run({"index", "site", "--shard", "1/1", "--output", "part"}).code, 0);
  const Ended ended = run({"index", "site", "--merge", "part"}, full_disk(100));
  EXPECT_EQ(ended.code, 3) << ended.signal;
  EXPECT_NE(ended.err.find("File too large"), std::string::npos) << ended.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "site/.stet/site.index"));
  EXPECT_FALSE(std::filesystem::exists(folder / "site/.stet/site.index.tmp"));
  EXPECT_EQ(run({"index", "site", "--merge", "part"}).code, 0);
}
TEST_F(Resources, WithoutRoomForATableItSaysSoAndLeavesNoHalfFile) {
  run({"index", "site"});
  const Ended ended = run({"index", "site", "--export", "prints.txt"}, full_disk(5));
  EXPECT_EQ(ended.code, 2) << ended.signal;
  EXPECT_EQ(ended.err, "print");  // the disk is full for this as well
  EXPECT_FALSE(std::filesystem::exists(folder / "prints.txt"));
}
TEST_F(Resources, AFullDeviceIsAnError) {
  const Ended ended = run({"--format", "json", "--output", "/dev/full", "site"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("/dev/full: error: cannot be written: No space left on device"), std::string::npos) << ended.err;
}
TEST_F(Resources, AFullStandardOutputIsAnError) {
  const Ended ended = run({"site"}, [] { ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO); });
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("standard output: error: cannot be written"), std::string::npos) << ended.err;
}
/// For Process::start: nobody reads standard output.
void close_reader() {
  std::array<int, 2> ends = {0, 0};
  if (::pipe(ends.data()) != 0) return;
  ::close(ends[0]);
  ::dup2(ends[1], STDOUT_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
}

TEST_F(Resources, AClosedPipeEndsQuietly) {
  const Ended ended = run({"site"}, close_reader);
  EXPECT_EQ(ended.signal, 0);
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ended.code, 1) << "what was found says how the run ends";
}
TEST_F(Resources, ATableForAClosedPipeEndsQuietly) {
  for (const char* table : {"--export", "--claims", "--pairs"}) {
    const Ended ended = run({"index", "site", table, "-"}, close_reader);
    EXPECT_EQ(ended.signal, 0);
    EXPECT_EQ(ended.err, "") << table;
    EXPECT_EQ(ended.code, 0) << table;
  }
}
TEST_F(Resources, AClosedStandardOutputIsNotTakenForAnotherFile) {
  const Ended ended = run({"--baseline", "site/baseline.txt", "--update-baseline", "site"}, [] {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO}) ::close(number);
  });
  EXPECT_EQ(ended.code, 2) << "there is nowhere to report to";
  EXPECT_EQ(read("site/baseline.txt").find("nothing found"), std::string::npos);
  EXPECT_EQ(read("site/a.md").find("nothing found"), std::string::npos);
}
TEST_F(Resources, AFolderThatMustNotBeWrittenToIsAnError) {
  std::filesystem::permissions(folder / "site", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec |
                                                    std::filesystem::perms::others_read | std::filesystem::perms::others_exec);
  const auto without_rights = [] {
    // Who is root may write everywhere.
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(125);
  };
  const Ended probe = run({"--version"}, without_rights);
  if (probe.code != 0) GTEST_SKIP() << "the program cannot be run as nobody here";
  const Ended index = run({"index", "site"}, without_rights);
  EXPECT_EQ(index.code, 3);
  EXPECT_NE(index.err.find("Permission denied"), std::string::npos) << index.err;
  const Ended baseline = run({"--baseline", "site/baseline.txt", "--update-baseline", "site"}, without_rights);
  EXPECT_EQ(baseline.code, 2);
  EXPECT_NE(baseline.err.find("cannot be written: Permission denied"), std::string::npos) << baseline.err;
  EXPECT_EQ(run({"--fail-on", "never", "site"}, without_rights).code, 0) << "checking writes nothing";
}
TEST_F(Resources, WithoutMemoryItSaysSoAndEndsByItself) {
  if (has_sanitizer || counts_lines) GTEST_SKIP() << "the address sanitizer reserves more address space than there is, and so do counters";
  std::string text;
  while (text.size() < 8U << 20U) text += claim + "> - *one* `two` [three](four)\n\n";
  write("site/large.md", text);
  bool was_short = false;
  // Between the two, from 45 to 53, libraries are loaded and their own constructors find no memory: that is before main(), and the words
  // are the libraries' own.
  for (const rlim_t mebibytes : std::initializer_list<rlim_t>{20, 30, 60, 90, 130, 200, 300}) {
    const Ended ended = run({"--jobs", "2", "--fail-on", "never", "--format", "json", "--output", "report.json", "site"},
                            limited(RLIMIT_AS, mebibytes << 20U));
    if (ended.code == 127) continue;  // not enough to start any program
    if (ended.err.starts_with("terminate called") || ended.err.find("Fatal glibc error") != std::string::npos) continue;
    EXPECT_EQ(ended.signal, 0) << mebibytes << " MiB: " << ended.err;
    EXPECT_TRUE(ended.code == 0 || ended.code == 3) << mebibytes << " MiB: " << ended.code << ended.err;
    const bool said = (ended.err + ended.out).find("not enough memory") != std::string::npos;
    EXPECT_TRUE(ended.code == 0 || said) << mebibytes << " MiB: " << ended.err;
    const std::string report = read("report.json");
    EXPECT_TRUE(report.empty() || report.ends_with("}\n"));
    was_short = was_short || ended.code == 3;
  }
  EXPECT_TRUE(was_short);
}
/// A stack for each thread that no address space has room for.
const std::function<void()> without_threads = limited(RLIMIT_STACK, rlim_t{1} << 50U);

TEST_F(Resources, WithoutThreadsItDoesAllByItself) {
  if (has_sanitizer) GTEST_SKIP() << "sanitizers read the limit of the stack";
  EXPECT_EQ(run({"--jobs", "4", "site"}, without_threads).code, 1);
  EXPECT_EQ(run({"index", "--jobs", "4", "site"}, without_threads).code, 0);
}
TEST_F(Resources, WithoutAThreadTheServerSaysSo) {
  if (has_sanitizer) GTEST_SKIP() << "sanitizers read the limit of the stack";
  const Ended ended = run({"lsp"}, without_threads);
  EXPECT_EQ(ended.signal, 0);
  EXPECT_EQ(ended.code, 3);
  EXPECT_TRUE(ended.err.starts_with("stet: not read: no thread: ")) << ended.err;
}
TEST_F(Resources, WithoutRoomForAMendedArticleItSaysSoAndLeavesTheOldOne) {
  const std::string text = "The ferry leaves at at dawn.\n\n" + claim;
  write("site/a.md", text);
  const Ended ended = run({"--fix", "--no-cache", "site"}, full_disk(10));
  EXPECT_EQ(ended.signal, 0);
  EXPECT_NE(ended.code, 0);
  EXPECT_EQ(read("site/a.md"), text);
  EXPECT_EQ(files(), std::vector<std::string>{"site/a.md"});
}
TEST_F(Resources, WithoutDescriptorsItSaysSo) {
  if (has_sanitizer) GTEST_SKIP() << "the undefined-behaviour sanitizer opens a pipe to see whether an object can be read";
  for (const rlim_t most : std::initializer_list<rlim_t>{3, 4, 5, 6, 8}) {
    const Ended ended = run({"--fail-on", "never", "site"}, limited(RLIMIT_NOFILE, most));
    if (ended.code == 127) continue;
    EXPECT_EQ(ended.signal, 0) << most;
    EXPECT_TRUE(ended.code == 0 || ended.code == 3) << most << ": " << ended.code << ended.err;
    EXPECT_NE(ended.err + ended.out, "") << most;
  }
}

}  // namespace
}  // namespace stet::resources_test
