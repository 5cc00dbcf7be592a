#include "site/store.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

#include "site/site.h"

namespace stet::store_test {
namespace {

namespace fs = std::filesystem;

const Articles site = {{"a.md", ferry + "\n" + harbour}, {"guides/b.md", harbour + "\n" + baker}};

IndexUpdate update(const SiteFolder& folder, unsigned jobs = 1) { return std::move(*update_index(folder.root.string(), {.jobs = jobs})); }

/// "read unchanged gone"
std::string counts(const IndexUpdate& update) {
  return std::to_string(update.read) + " " + std::to_string(update.unchanged) + " " + std::to_string(update.gone);
}

TEST(Store, KeepsWhatItBuilds) {
  const SiteFolder folder("store", site);
  EXPECT_EQ(counts(update(folder)), "2 0 0");
  const auto index = read_index(folder.root.string());
  ASSERT_TRUE(index);
  EXPECT_EQ(index->article_count(), 2U);
  EXPECT_TRUE(index->find_article("guides/b.md"));
}
TEST(Store, DoesNotParseWhatIsUnchanged) {
  const SiteFolder folder("store", site);
  update(folder);
  folder.write("a.md", ferry);
  folder.write("c.md", baker);
  fs::remove(folder.root / "guides/b.md");
  EXPECT_EQ(counts(update(folder)), "2 0 1");
  EXPECT_EQ(counts(update(folder)), "0 2 0");
}
TEST(Store, GivesTheSameBytesWhetherUpdatedOrBuilt) {
  const SiteFolder updated("updated", site);
  update(updated);
  updated.write("c.md", "---\ndate: 2019-01-01\n---\n\n" + harbour);
  updated.write("a.md", baker);
  update(updated, 4);
  const SiteFolder built("built", {{"a.md", baker}, {site[1]}, {"c.md", "---\ndate: 2019-01-01\n---\n\n" + harbour}});
  update(built);
  EXPECT_EQ(updated.read(".stet/site.index"), built.read(".stet/site.index"));
}
TEST(Store, GivesTheSameBytesHoweverLittleIsHeldInMemory) {
  const SiteFolder folder("store", site);
  update(folder);
  const SiteFolder sparing("sparing", site);
  for (std::size_t i = 0; i < 9; ++i) {
    folder.write(std::to_string(i) + ".md", baker + std::to_string(i));
    sparing.write(std::to_string(i) + ".md", baker + std::to_string(i));
  }
  update(folder);
  EXPECT_FALSE(update_index(sparing.root.string(), {.run_bytes = 1})->unwritten);
  EXPECT_EQ(folder.read(".stet/site.index"), sparing.read(".stet/site.index"));
}
TEST(Store, DoesNotWriteWhatIsTheSame) {
  const SiteFolder folder("store", site);
  update(folder);
  const auto written = fs::last_write_time(folder.root / ".stet/site.index");
  fs::last_write_time(folder.root / ".stet/site.index", written - std::chrono::hours(1));
  update(folder);
  EXPECT_LT(fs::last_write_time(folder.root / ".stet/site.index"), written);
}
TEST(Store, BuildsADamagedIndexAnew) {
  const SiteFolder folder("store", site);
  update(folder);
  const std::string whole = folder.read(".stet/site.index");
  std::string damaged = whole;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  folder.write(".stet/site.index", damaged);
  EXPECT_EQ(read_index(folder.root.string()).error().what, "the index is damaged");
  const IndexUpdate again = update(folder);
  EXPECT_EQ(again.rebuilt, "the index is damaged");
  EXPECT_EQ(counts(again), "2 0 0");
  EXPECT_EQ(folder.read(".stet/site.index"), whole);
}
TEST(Store, IsNotHeldUpByWhatACrashLeft) {
  const SiteFolder folder("store", site);
  folder.write(".stet/site.index.tmp", "half a");
  EXPECT_FALSE(update(folder).unwritten);
  EXPECT_TRUE(read_index(folder.root.string()));
  EXPECT_FALSE(fs::exists(folder.root / ".stet/site.index.tmp"));
}
TEST(Store, SurvivesTwoWritersAndAReader) {
  const SiteFolder folder("store", site);
  update(folder);
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 2; ++writer) {
    threads.emplace_back([&folder, writer] {
      for (int round = 0; round < 10; ++round) {
        folder.write("w" + std::to_string(writer) + ".md", harbour + std::to_string(round));
        EXPECT_FALSE(update(folder).unwritten);
      }
    });
  }
  for (int round = 0; round < 50; ++round) EXPECT_TRUE(read_index(folder.root.string()));
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(update(folder).index.article_count(), 4U);
}
TEST(Store, LeavesItsFolderOutOfVersionControl) {
  const SiteFolder folder("store", site);
  update(folder);
  EXPECT_EQ(folder.read(".stet/.gitignore"), "*\n");
}
TEST(Store, DoesNotFollowALinkOutOfTheSite) {
  const SiteFolder outside("outside");
  const SiteFolder folder("store", site);
  fs::create_directory_symlink(outside.root, folder.root / ".stet");
  EXPECT_TRUE(update(folder).unwritten);
  EXPECT_TRUE(fs::is_empty(outside.root));
}
TEST(Store, DoesNotWriteThroughALinkedFile) {
  const SiteFolder outside("outside", {{"precious", "mine"}});
  const SiteFolder folder("store", site);
  fs::create_directories(folder.root / ".stet");
  for (const char* name : {"site.index", "site.index.tmp", "lock"})
    fs::create_symlink(outside.root / "precious", folder.root / ".stet" / name);
  update(folder);
  EXPECT_EQ(outside.read("precious"), "mine");
}
TEST(Store, RefusesPathsThatLeaveTheSite) {
  for (const std::string path : {"../secret.md", "/etc/passwd", "a/../../b.md", ""}) {
    const SiteFolder folder("store", site);
    folder.write(".stet/site.index", text_of(image_of({{path, ferry}}).bytes));
    EXPECT_FALSE(read_index(folder.root.string())) << path;
  }
}
TEST(Store, GoesOnBehindAFileItCannotRead) {
  const SiteFolder folder("store", site);
  folder.write("bad.md", "\xFF");
  const IndexUpdate result = update(folder);
  EXPECT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.index.article_count(), 2U);
}
TEST(Store, RefusesClaimsThatCannotBe) {
  IndexedClaim claim;
  claim.low = std::numeric_limits<double>::quiet_NaN();
  std::vector<IndexedArticle> articles = read_articles(site);
  articles[0].claims.claims = {claim};
  const ClaimSchema schema{1, {{"consistency/one-price", "price"}}};
  EXPECT_EQ(SiteIndex::open(*assemble(articles, 1, schema)).error().what, "the index is damaged");
  claim.low = 1;
  claim.attribute = 1;
  articles[0].claims.claims = {claim};
  EXPECT_EQ(SiteIndex::open(*assemble(articles, 1, schema)).error().what, "the index is damaged");
  claim.attribute = 0;
  articles[0].claims.claims = {claim};
  EXPECT_TRUE(SiteIndex::open(*assemble(articles, 1, schema)));
}
TEST(Store, NeedsAFolder) { EXPECT_FALSE(update_index("/does/not/exist", {})); }
TEST(Store, HasNoIndexBeforeOneIsBuilt) { EXPECT_FALSE(read_index(SiteFolder("store", site).root.string())); }

}  // namespace
}  // namespace stet::store_test
