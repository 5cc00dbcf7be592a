#include "cli/cache.h"

#include "scratch.h"

namespace stet::cli_cache_test {
namespace {

namespace fs = std::filesystem;

/// A tree with a cache of two megabytes, in which the test runs.
class LargeCache : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    before_ = fs::current_path();
    write(".stet.yaml", "{}\n");
    write(".stet/findings.cache", std::string(std::size_t{2} << 20U, 'x'));
    fs::current_path(folder);
  }
  void TearDown() override {
    fs::current_path(before_);
    ScratchFolder::TearDown();
  }

  std::string article(std::size_t bytes) const {
    write("a.md", std::string(bytes, 'a'));
    return path("a.md");
  }

 private:
  fs::path before_;
};

TEST_F(LargeCache, IsNotReadForAFewSmallArticles) {
  EXPECT_EQ(open_cache({}, {article(1000)}), nullptr);
  EXPECT_NE(open_cache({}, {article(100'000)}), nullptr);
}
TEST_F(LargeCache, IsReadForManyArticles) { EXPECT_NE(open_cache({}, std::vector<std::string>(100, article(10))), nullptr); }
TEST_F(LargeCache, IsReadWhenItIsAskedFor) {
  CliOptions options;
  options.cache_folder = ".";
  EXPECT_NE(open_cache(options, {article(1000)}), nullptr);
}

}  // namespace
}  // namespace stet::cli_cache_test
