#include "text/walk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace stet::walk_test {
namespace {

namespace fs = std::filesystem;

IgnoreRules::Verdict verdict(std::string_view patterns, const std::string& path, bool is_folder = false) {
  return IgnoreRules(patterns).verdict(path, is_folder);
}
constexpr auto ignored = IgnoreRules::Verdict::ignored;
constexpr auto kept = IgnoreRules::Verdict::kept;
constexpr auto none = IgnoreRules::Verdict::none;

TEST(IgnoreRules, NamesMatchAtAnyDepth) { EXPECT_EQ(verdict("draft.md", "a/b/draft.md"), ignored); }
TEST(IgnoreRules, SlashesAnchor) {
  EXPECT_EQ(verdict("/draft.md", "a/draft.md"), none);
  EXPECT_EQ(verdict("a/draft.md", "b/a/draft.md"), none);
}
TEST(IgnoreRules, StarsStayInAFolder) {
  EXPECT_EQ(verdict("a/*.md", "a/b.md"), ignored);
  EXPECT_EQ(verdict("a/*.md", "a/b/c.md"), none);
}
TEST(IgnoreRules, DoubleStarsCrossFolders) {
  EXPECT_EQ(verdict("a/**/c.md", "a/c.md"), ignored);
  EXPECT_EQ(verdict("a/**", "a/b/c.md"), ignored);
  EXPECT_EQ(verdict("**/x", "a/b/x"), ignored);
}
TEST(IgnoreRules, TheLastMatchDecides) { EXPECT_EQ(verdict("*.md\n!keep.md\n", "keep.md"), kept); }
TEST(IgnoreRules, FolderPatternsSpareFiles) {
  EXPECT_EQ(verdict("build/", "build", true), ignored);
  EXPECT_EQ(verdict("build/", "build", false), none);
}
TEST(IgnoreRules, CommentsAndBlankLinesAreNone) { EXPECT_EQ(verdict("# a\n\n", "a"), none); }
TEST(IgnoreRules, SetsAndEscapes) {
  EXPECT_EQ(verdict("[ab].md", "b.md"), ignored);
  EXPECT_EQ(verdict("\\#a", "#a"), ignored);
}

/// A tree of files, removed at the end.
class WalkTest : public testing::Test {
 protected:
  fs::path root = fs::temp_directory_path() / ("stet-walk-" + std::to_string(::getpid()));

  void SetUp() override { fs::create_directories(root); }
  void TearDown() override { fs::remove_all(root); }
  void write(const std::string& path, const std::string& text = "x\n") const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << text;
  }
  std::vector<std::string> walked() const {
    std::vector<std::string> names;
    for (const std::string& file : walk({root.string()}).files) names.push_back(fs::path(file).lexically_relative(root).string());
    return names;
  }
};

TEST_F(WalkTest, TakesMarkdownSorted) {
  write("b.md");
  write("a/c.mdx");
  write("a/d.markdown");
  write("a/e.txt");
  EXPECT_EQ(walked(), (std::vector<std::string>{"a/c.mdx", "a/d.markdown", "b.md"}));
}
TEST_F(WalkTest, TakesAllKindsOfMarkdownInAnyCase) {
  for (const char* name : {"README.MD", "a.Rmd", "b.qmd", "c.mdown", "d.mkd", "e.MDX"}) write(name);
  write("f.mda");
  EXPECT_EQ(walked(), (std::vector<std::string>{"README.MD", "a.Rmd", "b.qmd", "c.mdown", "d.mkd", "e.MDX"}));
}
TEST_F(WalkTest, AFolderWithoutArticlesIsUnread) {
  write("a.txt");
  const WalkResult result = walk({root.string()});
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].path, root.string());
  EXPECT_EQ(result.problems[0].what, "there are no articles in this folder");
}
TEST_F(WalkTest, DoesNotFollowLinksAndNamesThem) {
  write("a.md");
  fs::create_symlink(root / "a.md", root / "b.md");
  fs::create_symlink(root / "nowhere", root / "c.md");
  fs::create_directory_symlink(root, root / "d");
  const WalkResult result = walk({root.string()});
  EXPECT_EQ(result.files, std::vector<std::string>{(root / "a.md").string()});
  EXPECT_EQ(result.links, (std::vector<std::string>{(root / "b.md").string(), (root / "c.md").string(), (root / "d").string()}));
}
TEST_F(WalkTest, HonoursIgnoreFilesOfEachFolder) {
  write("a.md");
  write("sub/a.md");
  write("sub/b.md");
  write("sub/.gitignore", "a.md\n");
  EXPECT_EQ(walked(), (std::vector<std::string>{"a.md", "sub/b.md"}));
}
TEST_F(WalkTest, SaysWhichIgnoreFilesHoldTooMany) {
  std::string lines;
  for (int i = 0; i < 9'000; ++i) lines += "a" + std::to_string(i) + "*\n";
  write("a1.md");
  write("sub/a1.md");
  write("sub/b.md");
  write(".gitignore", lines);
  write("sub/.gitignore", lines + "b.md\n");
  write("other/b.md");
  write("other/.gitignore", "b.md\n");
  const WalkResult result = walk({root.string()});
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].path, (root / "sub/.gitignore").string());
  EXPECT_EQ(result.problems[0].what, "with those of the folders above, this ignore file holds too many globs");
  EXPECT_EQ(result.files, std::vector<std::string>{(root / "sub/b.md").string()}) << "it is walked, and its neighbours' files hold";
}
TEST_F(WalkTest, CountsWildcardsOfIgnoreFiles) {
  std::string stars;
  for (int i = 0; i < 250; ++i) stars += "*a";
  write("a.md");
  write(".gitignore", stars + "\n" + stars + "\n");
  EXPECT_TRUE(walk({root.string()}).problems.empty());
  std::string many;
  for (int i = 0; i < 20; ++i) many += stars + "b\n";
  write(".gitignore", many);
  EXPECT_EQ(walk({root.string()}).problems.size(), 1U);
}
TEST_F(WalkTest, SaysThatAnIgnoreFileIsTooLarge) {
  write("a.md");
  write(".gitignore", "a.md\n#" + std::string(1U << 20U, ' '));
  const WalkResult result = walk({root.string()});
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].what, "larger than 1048576 bytes");
  EXPECT_EQ(result.files.size(), 1U);
}
TEST_F(WalkTest, HonoursTheRepositorysIgnoreFileFromBelow) {
  write(".git/HEAD");
  write(".gitignore", "drafts/\n");
  write("posts/drafts/a.md");
  write("posts/b.md");
  std::vector<std::string> files = walk({(root / "posts").string()}).files;
  ASSERT_EQ(files.size(), 1U);
  EXPECT_TRUE(files[0].ends_with("posts/b.md"));
}
TEST_F(WalkTest, DoesNotFollowLinks) {
  write("outside/a.md");
  fs::create_directories(root / "tree");
  fs::create_directory_symlink(root / "outside", root / "tree" / "link");
  EXPECT_TRUE(walk({(root / "tree").string()}).files.empty());
}
TEST_F(WalkTest, SkipsNodeModules) {
  write("node_modules/a/readme.md");
  EXPECT_TRUE(walked().empty());
}
TEST_F(WalkTest, TakesANamedFileWhateverItsName) {
  write("a.txt");
  EXPECT_EQ(walk({(root / "a.txt").string()}).files.size(), 1U);
}
TEST_F(WalkTest, ReadsOddNames) {
  write("-a\nb\xFF.md");
  EXPECT_EQ(walked().size(), 1U);
}
TEST_F(WalkTest, SaysWhatIsMissing) {
  EXPECT_EQ(walk({(root / "none").string()}).problems.front().what, "there is no such file or folder");
}

}  // namespace
}  // namespace stet::walk_test
