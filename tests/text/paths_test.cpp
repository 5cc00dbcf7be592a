#include "text/paths.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scratch.h"

namespace stet::paths_test {
namespace {

namespace fs = std::filesystem;

/// A repository with an article, and a link to its folder beside it.
class Paths : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("site/.git/HEAD", "");
    write("site/blog/a.md", "");
    fs::create_directory_symlink(folder / "site/blog", folder / "link");
    fs::create_symlink("a.md", folder / "site/blog/other.md");
  }
};

TEST_F(Paths, ResolveAllLinks) {
  EXPECT_EQ(real_path(folder / "link/other.md"), folder / "site/blog/a.md");
  EXPECT_EQ(real_path(folder / "link/../blog/new.md"), folder / "site/blog/new.md");
  EXPECT_EQ(real_path("no-such/a.md"), fs::current_path() / "no-such/a.md");
}
TEST_F(Paths, AreEmptyWhenLinksGoInACircle) {
  fs::create_symlink("circle", folder / "circle");
  EXPECT_EQ(real_path(folder / "circle/a.md"), fs::path());
  EXPECT_EQ(real_path({}), fs::path());
  EXPECT_EQ(in_real_folder(folder / "circle/x/../a.md"), folder / "circle/a.md");
}
TEST_F(Paths, KeepTheirLastPart) {
  EXPECT_EQ(in_real_folder(folder / "link/other.md"), folder / "site/blog/other.md");
  EXPECT_EQ(in_real_folder(folder / "link/new.md"), folder / "site/blog/new.md");
}
TEST_F(Paths, LeadUpToTheFolderWithGit) {
  EXPECT_EQ(nearest_folder(folder / "site/blog"), folder / "site");
  EXPECT_EQ(nearest_folder(folder / "site"), folder / "site");
  write("site/blog/.git", "gitdir: elsewhere\n");
  EXPECT_EQ(nearest_folder(folder / "site/blog"), folder / "site/blog");
}
TEST_F(Paths, AreFollowedUpwardAsTheyStand) {
  std::vector<std::string> asked;
  const auto keep = [&](const fs::path& at) {
    asked.push_back(at.string());
    return false;
  };
  EXPECT_EQ(nearest_folder("/a/b", keep), std::nullopt);
  EXPECT_EQ(asked, (std::vector<std::string>{"/a/b", "/a", "/"}));
  asked.clear();
  EXPECT_EQ(nearest_folder("a", keep), std::nullopt);
  EXPECT_EQ(asked, (std::vector<std::string>{"a", ""}));
  EXPECT_EQ(nearest_folder(folder / "link/none", [&](const fs::path& at) { return fs::exists(at / "a.md"); }), folder / "link");
}

}  // namespace
}  // namespace stet::paths_test
