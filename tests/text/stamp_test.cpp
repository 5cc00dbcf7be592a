#include "text/stamp.h"

#include <gtest/gtest.h>

#include "scratch.h"

namespace stet::stamp_test {
namespace {

class FolderStampsTest : public ScratchFolder {};

TEST_F(FolderStampsTest, AreThoseOfTheFiles) {
  for (const char* name : {"a.md", "b.md", "below/a.md", "c.md"}) write(name, name);
  FolderStamps stamps;
  for (const char* name : {"a.md", "b.md", "below/a.md", "c.md"}) {
    EXPECT_EQ(stamps.of(path(name)), stamp_of(path(name))) << name;
    EXPECT_NE(stamps.of(path(name)).modified, -1) << name;
  }
}
TEST_F(FolderStampsTest, AreNoneOfWhatIsNotThere) {
  write("a.md", "a");
  FolderStamps stamps;
  EXPECT_EQ(stamps.of(path("b.md")), FileStamp{});
  EXPECT_EQ(stamps.of(path("missing/a.md")), FileStamp{});
  EXPECT_EQ(stamps.of(path("a.md")), stamp_of(path("a.md")));
}
TEST_F(FolderStampsTest, FollowLinks) {
  write("a.md", "a longer one");
  std::filesystem::create_symlink("a.md", folder / "b.md");
  FolderStamps stamps;
  EXPECT_EQ(stamps.of(path("b.md")), stamp_of(path("a.md")));
}
TEST_F(FolderStampsTest, AreThoseOfThisFolderForABareName) {
  FolderStamps stamps;
  EXPECT_EQ(stamps.of("there is no such file.md"), FileStamp{});
}

}  // namespace
}  // namespace stet::stamp_test
