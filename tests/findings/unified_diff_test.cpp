#include "findings/unified_diff.h"

#include <gtest/gtest.h>

namespace stet::unified_diff_test {
namespace {

const std::string simple =
    "diff --git a/n.md b/n.md\nindex 1..2 100644\n--- a/n.md\n+++ b/n.md\n@@ -1,3 +1,4 @@ heading\n one\n-two\n+zwei\n+drei\n three\n";

std::string fault_of(const std::string& diff) {
  const auto changes = parse_diff(diff);
  return changes ? "" : render(changes.error());
}
std::string before_of(const std::string& diff, const std::string& now) {
  const auto changes = parse_diff(diff);
  if (!changes || changes->size() != 1) return "not one file";
  const auto before = take_back(changes->front(), now);
  return before ? *before : render(before.error());
}

TEST(ParseDiff, ReadsPathsAndHunks) {
  const auto changes = parse_diff(simple);
  ASSERT_TRUE(changes);
  ASSERT_EQ(changes->size(), 1U);
  EXPECT_EQ(changes->front().before_path, "n.md");
  EXPECT_EQ(changes->front().path, "n.md");
  EXPECT_EQ(changes->front().hunks.front().line, 5U);
}
TEST(ParseDiff, KeepsFoldersWithOneLetterWhenThereAreNoPrefixes) {
  const auto changes = parse_diff("--- a/n.md\n+++ a/n.md\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_EQ(changes->front().path, "a/n.md");
}
TEST(ParseDiff, ReadsWhatDiffItselfWrites) {
  const auto changes = parse_diff("--- old/n.md\t2020-01-01 00:00:00\n+++ new/n.md\t2020-01-01 00:00:00\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_EQ(changes->front().path, "new/n.md");
}
TEST(ParseDiff, ReadsQuotedPaths) {
  const auto changes = parse_diff("--- \"a/caf\\303\\251 \\\"x\\\".md\"\n+++ \"b/caf\\303\\251 \\\"x\\\".md\"\n@@ -1 +1 @@\n-x\n+y\n");
  EXPECT_EQ(changes->front().path, "caf\xC3\xA9 \"x\".md");
}
TEST(ParseDiff, KnowsNewAndRemovedAndRenamedFiles) {
  const auto changes = parse_diff(
      "diff --git a/x b/x\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\ndiff --git a/y b/y\n--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-y\n"
      "diff --git a/p b/q\nsimilarity index 100%\nrename from p\nrename to q\n");
  ASSERT_EQ(changes->size(), 3U);
  EXPECT_EQ((*changes)[0].before_path, "");
  EXPECT_EQ((*changes)[1].path, "");
  EXPECT_EQ((*changes)[2].before_path + (*changes)[2].path, "pq");
}
TEST(ParseDiff, TakesADashedLineInAHunkForWhatItIs) {
  EXPECT_EQ(before_of("--- a/n\n+++ b/n\n@@ -1,2 +1,2 @@\n--- a\n+++ b\n c\n", "++ b\nc\n"), "-- a\nc\n");
}
TEST(ParseDiff, RefusesWhatIsNoDiff) {
  EXPECT_EQ(fault_of("hello\n"), "diff:1:1: error: this is not a unified diff\n  write it with `git diff` or `diff -u`\n");
  EXPECT_EQ(fault_of(""), "");
  EXPECT_EQ(fault_of("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n"), "");
}
TEST(ParseDiff, RefusesACutHunk) {
  EXPECT_EQ(fault_of(simple.substr(0, simple.size() - 7)),
            "diff:5:1: error: the diff ends before all of these lines have come\n  was it cut short?\n");
}
TEST(ParseDiff, RefusesAHunkThatHoldsOtherLinesThanItSays) {
  EXPECT_EQ(fault_of("--- a/n\n+++ b/n\n@@ -1,1 +1,2 @@\n-a\n-b\n+c\n+d\n"), "diff:3:1: error: the hunk holds other lines than it says\n");
}
TEST(ParseDiff, RefusesWrongRanges) {
  EXPECT_NE(fault_of("--- a/n\n+++ b/n\n@@ -x +1 @@\n"), "");
  EXPECT_NE(fault_of("--- a/n\n+++ b/n\n@@ -1,99999999999 +1 @@\n"), "");
  EXPECT_NE(fault_of("@@ -1 +1 @@\n-a\n+b\n"), "");
}
TEST(ParseDiff, RefusesTheDiffOfAMerge) { EXPECT_NE(fault_of("diff --cc n\n--- a/n\n+++ b/n\n@@@ -1 -1 +1 @@@\n"), ""); }

TEST(TakeBack, GivesTheEarlierVersion) { EXPECT_EQ(before_of(simple, "one\nzwei\ndrei\nthree\nfour\n"), "one\ntwo\nthree\nfour\n"); }
TEST(TakeBack, FitsAnArticleWithOtherLineEnds) { EXPECT_EQ(before_of(simple, "one\r\nzwei\r\ndrei\r\nthree\r\n"), "one\ntwo\nthree\n"); }
TEST(TakeBack, RestoresAWholeDeletion) { EXPECT_EQ(before_of("--- a/n\n+++ b/n\n@@ -2,2 +1,0 @@\n-b\n-c\n", "a\nd\n"), "a\nb\nc\nd\n"); }
TEST(TakeBack, MindsAMissingLastLineEnd) {
  EXPECT_EQ(before_of("--- a/n\n+++ b/n\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n", "a\nb\n"), "a");
  EXPECT_EQ(before_of("--- a/n\n+++ b/n\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n", "b"), "a\n");
}
TEST(TakeBack, RefusesAnotherVersion) {
  EXPECT_NE(before_of(simple, "eins\nzwei\ndrei\nthree\n").find("n.md: the diff was not made for this version of the article"),
            std::string::npos);
  EXPECT_NE(before_of("--- a/n\n+++ b/n\n@@ -9 +9 @@\n-a\n+b\n", "b\n").find("not made for this version"), std::string::npos);
}
TEST(TakeBack, RefusesHunksOutOfOrder) {
  EXPECT_NE(before_of("--- a/n\n+++ b/n\n@@ -2 +2 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b\n", "b\nb\n").find("out of order"), std::string::npos);
}

/// Both texts, through the diff of one to the other and back.
std::string back_and_forth(const std::string& before, const std::string& now) { return before_of(write_diff("a.md", before, now), now); }

TEST(WriteDiff, IsReadBack) {
  for (const std::string before :
       {"one\ntwo\nthree\n", "one\ntwo\nthree", "", "\n", "one\r\ntwo\r\n", "three\n\n\n", "x\nthree\ny\nthree\n"}) {
    for (const std::string now : {"one\nzwei\nthree\n", "one\ntwo\nthree\n\n[^a]: x\n", "a", "one \ntwo\n"}) {
      EXPECT_EQ(back_and_forth(before, now), before) << "from " << before << " to " << now;
    }
  }
}
TEST(WriteDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(write_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}
TEST(WriteDiff, PartsWhatIsFarAway) {
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += std::to_string(i) + "\n";
  const std::string diff = write_diff("a.md", "x\n" + lines + "y\n", "X\n" + lines + "Y\n");
  EXPECT_EQ(diff, "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n-x\n+X\n 0\n 1\n 2\n@@ -29,4 +29,4 @@\n 27\n 28\n 29\n-y\n+Y\n");
}
TEST(WriteDiff, QuotesOddPaths) { EXPECT_TRUE(write_diff("a\nb\".md", "x\n", "y\n").starts_with("--- \"a/a\\012b\\\".md\"\n")); }

}  // namespace
}  // namespace stet::unified_diff_test
