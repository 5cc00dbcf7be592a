#include "pipeline/findings_cache.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "checks/registry.h"
#include "pipeline/check.h"

namespace stet::findings_cache_test {
namespace {

namespace fs = std::filesystem;

constexpr const char* article = "# Tea\n\nResearch suggests that velmora tea relieves chronic pain.\n\nIt grows on hills.\n";

class Cache : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("stet-cache-" + std::to_string(::getpid()) + "-" + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path cache_file() const { return folder_ / ".stet" / "findings.cache"; }
  std::string bytes() const {
    std::ifstream file(cache_file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write_bytes(const std::string& bytes) const { std::ofstream(cache_file(), std::ios::binary) << bytes; }

  /// Findings of one run over one article, which reads and writes the cache; and whether they came from it.
  std::string run(const std::string& text = article, const Engine& engine = builtin_engine()) {
    FindingsCache cache(folder_.string());
    RunOptions options;
    options.cache = &cache;
    const CacheKey identity = identity_of(engine, options);
    Source source = *make_source("a.md", text);
    hit_ = cache.find(key_of(identity, source)).has_value();
    const FileFindings file = check_remembered(engine, std::move(source), options, identity);
    EXPECT_TRUE(cache.write());
    std::string shown;
    for (const Finding& finding : file.findings) shown += engine.infos[finding.rule].id + " " + finding.message + "\n";
    return shown;
  }

  fs::path folder_;
  bool hit_ = false;
};

TEST_F(Cache, HasASizeOnceItIsWritten) {
  EXPECT_EQ(FindingsCache::size_at(folder_.string()), 0U);
  run();
  EXPECT_EQ(FindingsCache::size_at(folder_.string()), bytes().size());
  fs::rename(cache_file(), folder_ / "elsewhere");
  fs::create_symlink(folder_ / "elsewhere", cache_file());
  EXPECT_EQ(FindingsCache::size_at(folder_.string()), 0U) << "a link is not followed";
}
TEST_F(Cache, AnUnchangedArticleIsNotCheckedAgain) {
  const std::string first = run();
  EXPECT_FALSE(hit_);
  EXPECT_NE(first, "");
  EXPECT_EQ(run(), first);
  EXPECT_TRUE(hit_);
}

TEST_F(Cache, AChangedArticleIs) {
  run();
  run(std::string(article) + "One more.\n");
  EXPECT_FALSE(hit_);
}

TEST_F(Cache, OtherRulesHaveOtherEntries) {
  run();
  auto rules = *load_rules(builtin_rule_files(), kind_fields());
  std::erase_if(rules.rules, [](const Rule& rule) { return rule.info.id.starts_with("citation/"); });
  const auto fewer = *compile(std::move(rules));
  EXPECT_EQ(run(article, *fewer).find("citation/"), std::string::npos);
  EXPECT_FALSE(hit_);
  EXPECT_NE(run().find("citation/"), std::string::npos);
  EXPECT_TRUE(hit_);
}

TEST_F(Cache, OtherLimitsHaveOtherKeys) {
  RunOptions tight;
  tight.parse_limits.inline_marks = 5;
  EXPECT_NE(identity_of(builtin_engine(), tight), identity_of(builtin_engine(), {}));
}

TEST_F(Cache, AnyDamageIsAsGoodAsNone) {
  const std::string expected = run();
  const std::string whole = bytes();
  ASSERT_GT(whole.size(), 40U);
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 60) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    write_bytes(damaged);
    EXPECT_EQ(run(), expected) << at;
    EXPECT_FALSE(hit_) << at;
    write_bytes(whole.substr(0, at));
    EXPECT_EQ(run(), expected) << at;
  }
}

TEST_F(Cache, AFolderOfTheCacheThatIsALinkIsNotFollowed) {
  const fs::path elsewhere = folder_ / "elsewhere";
  fs::create_directories(elsewhere);
  fs::create_directory_symlink(elsewhere, folder_ / ".stet");
  FindingsCache cache(folder_.string());
  cache.keep({1, 2}, "x");
  EXPECT_FALSE(cache.write());
  EXPECT_TRUE(fs::is_empty(elsewhere));
}

TEST_F(Cache, RunsAtOnceLeaveAWholeFile) {
  std::vector<std::thread> runs;
  for (std::uint64_t number = 0; number < 4; ++number) {
    runs.emplace_back([this, number] {
      for (std::uint64_t round = 0; round < 20; ++round) {
        FindingsCache cache(folder_.string());
        cache.keep({number, round}, std::string(1000, 'x'));
        EXPECT_TRUE(cache.write());
      }
    });
  }
  for (std::thread& one : runs) one.join();
  std::size_t found = 0;
  const FindingsCache cache(folder_.string());
  for (std::uint64_t number = 0; number < 4; ++number) {
    for (std::uint64_t round = 0; round < 20; ++round) found += cache.find({number, round}) == std::string(1000, 'x') ? 1U : 0U;
  }
  // A run that meets another one writing lets it be; nothing is ever lost of what was written.
  EXPECT_GT(found, 0U);
  EXPECT_FALSE(fs::exists(folder_ / ".stet" / "findings.cache.tmp"));
}

TEST_F(Cache, VersionControlLeavesItAlone) {
  run();
  EXPECT_TRUE(fs::exists(folder_ / ".stet" / ".gitignore"));
}

TEST_F(Cache, WhatIsTheSameIsNotWrittenAgain) {
  run();
  const auto before = fs::last_write_time(cache_file());
  run();
  EXPECT_EQ(fs::last_write_time(cache_file()), before);
}

}  // namespace
}  // namespace stet::findings_cache_test
