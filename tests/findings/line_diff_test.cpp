#include "findings/line_diff.h"

#include <gtest/gtest.h>

#include <string>

namespace stet::line_diff_test {
namespace {

/// "before -> now" of every edit, line feeds shown as `/`.
std::string edits(const std::string& before, const std::string& now) {
  std::string text;
  for (const Edit& edit : line_edits(before, now)) {
    if (!text.empty()) text += ", ";
    text += before.substr(edit.before.begin, edit.before.size()) + "->" + now.substr(edit.now.begin, edit.now.size());
  }
  for (char& c : text) c = c == '\n' ? '/' : c;
  return text;
}

TEST(LineEdits, AreNoneForEqualTexts) { EXPECT_EQ(edits("a\nb\n", "a\nb\n"), ""); }
TEST(LineEdits, TellAChange) { EXPECT_EQ(edits("a\nb\nc\n", "a\nx\nc\n"), "b/->x/"); }
TEST(LineEdits, TellAnAddition) { EXPECT_EQ(edits("a\nc\n", "a\nb\nc\n"), "->b/"); }
TEST(LineEdits, TellADeletion) { EXPECT_EQ(edits("a\nb\nc\n", "a\nc\n"), "b/->"); }
TEST(LineEdits, TellWhichOfTwoEqualLinesIsNew) { EXPECT_EQ(edits("a\n\nx\n\nb\n", "a\n\nx\n\nb\n\nx\n"), "->/x/"); }
TEST(LineEdits, PassOverLineEndsAndTheLastOne) { EXPECT_EQ(edits("a\r\nb  \r\nc", "a\nb\nc\n"), ""); }
TEST(LineEdits, WorkOnEmptyTexts) {
  EXPECT_EQ(edits("", ""), "");
  EXPECT_EQ(edits("", "a\n"), "->a/");
  EXPECT_EQ(edits("a\n", ""), "a/->");
}
TEST(LineEdits, TakeLittleTimeForManyEqualLines) {
  const std::string before(1'000'000, '\n');
  EXPECT_EQ(line_edits(before, before + "x\n" + before).size(), 1U);
}
TEST(Similarity, IsTheShareOfCommonLines) {
  EXPECT_EQ(similarity("a\nb\n", "b\na\n"), 1.0);
  EXPECT_EQ(similarity("a\nb\n", "a\nc\n"), 0.5);
  EXPECT_EQ(similarity("", ""), 0.0);
}

}  // namespace
}  // namespace stet::line_diff_test
