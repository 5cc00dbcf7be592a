// The same bytes in, the same bytes out: whatever the threads, the order of arguments, the locale, the time zone and the caches.
#include <algorithm>
#include <random>

#include "folders.h"
#include "process/process.h"

namespace stet::determinism_test {
namespace {

class Determinism : public Process {
 protected:
  std::vector<std::string> articles;

  void SetUp() override {
    Process::SetUp();
    for (const char* name : {"articles", "house", "trades"}) {
      std::error_code error;
      std::filesystem::copy(std::filesystem::path(source_folder()) / "fixtures" / name, folder / "site" / name,
                            std::filesystem::copy_options::recursive, error);
    }
    std::filesystem::copy(std::filesystem::path(source_folder()) / "fixtures/example.md", folder / "site/example.md");
    for (std::size_t i = 0; i < 12; ++i) write("site/copy" + std::to_string(i) + ".md", read("site/example.md") + "\nCopy.\n");
    for (const std::string& file : files()) {
      if (file.ends_with(".md") || file.ends_with(".mdx")) articles.push_back(file);
    }
  }
  std::string sarif(std::vector<std::string> arguments, const std::function<void()>& prepare = {}) const {
    arguments.insert(arguments.begin(), {"--format", "sarif", "--fail-on", "never"});
    const Ended ended = run(arguments, prepare);
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_GT(ended.out.size(), 1000U);
    return ended.out;
  }
};

TEST_F(Determinism, OfTheNumberOfThreads) {
  const std::string one = sarif({"--jobs", "1", "site"});
  for (const char* jobs : {"2", "3", "4", "5", "6", "7", "8"}) EXPECT_EQ(sarif({"--jobs", jobs, "site"}), one) << jobs;
}
TEST_F(Determinism, OfTenRuns) {
  const std::string first = sarif({"site"});
  for (std::size_t i = 1; i < 10; ++i) EXPECT_EQ(sarif({"site"}), first);
}
TEST_F(Determinism, OfTheOrderOfArguments) {
  const std::string sorted = sarif(articles);
  std::minstd_rand random(8);
  for (std::size_t i = 0; i < 3; ++i) {
    std::shuffle(articles.begin(), articles.end(), random);
    EXPECT_EQ(sarif(articles), sorted);
  }
  articles.push_back(articles.front());
  EXPECT_EQ(sarif(articles), sorted) << "named twice, it is still one article";
}
TEST_F(Determinism, OfTheNumberOfProcessesThatMakeAnIndex) {
  EXPECT_EQ(run({"index", "--quiet", "site"}).code, 0);
  const std::string whole = read("site/.stet/site.index");
  std::filesystem::remove_all(folder / "site/.stet");
  std::vector<pid_t> processes;
  std::vector<std::string> merge = {"index", "site", "--quiet", "--merge"};
  for (const char* number : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
    merge.push_back(std::string("part") + number);
    processes.push_back(start({"index", "--quiet", "site", "--shard", std::string(number) + "/8", "--output", merge.back()}));
  }
  for (const pid_t process : processes) {
    int status = 0;
    ::waitpid(process, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const Ended ended = run(merge);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(read("site/.stet/site.index"), whole);
}
TEST_F(Determinism, OfLocaleAndTimeZone) {
  const std::string plain = sarif({"site"});
  EXPECT_EQ(sarif({"site"},
                  [] {
                    ::setenv("LC_ALL", "tr_TR.UTF-8", 1);
                    ::setenv("TZ", "Pacific/Kiritimati", 1);
                  }),
            plain);
  EXPECT_EQ(sarif({"site"},
                  [] {
                    ::setenv("LC_ALL", "C", 1);
                    ::setenv("TZ", "America/Los_Angeles", 1);
                  }),
            plain);
}
TEST_F(Determinism, OfACacheColdOrWarm) {
  const std::string without = sarif({"--no-cache", "site"});
  EXPECT_EQ(sarif({"--cache", "cache", "site"}), without);
  EXPECT_EQ(sarif({"--cache", "cache", "--jobs", "3", "site"}), without);
  write("cache/.stet/findings.cache", read("cache/.stet/findings.cache") + "x");
  EXPECT_EQ(sarif({"--cache", "cache", "site"}), without) << "one that is damaged is none";
}
TEST_F(Determinism, OfASiteIndexColdOrWarm) {
  const std::string cold = sarif({"--site", "site", "site"});
  const std::string index = read("site/.stet/site.index");
  EXPECT_EQ(sarif({"--site", "site", "site"}), cold);
  run({"index", "--jobs", "3", "site"});
  EXPECT_EQ(read("site/.stet/site.index"), index);
  EXPECT_EQ(sarif({"--site", "site", "--jobs", "1", "site"}), cold);
}

}  // namespace
}  // namespace stet::determinism_test
