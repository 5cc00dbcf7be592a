#include "findings/fixes.h"

#include <gtest/gtest.h>

namespace stet::fixes_test {
namespace {

Finding with_edit(std::uint32_t begin, std::uint32_t end, std::string text, bool safe = true) {
  Finding finding{.source = {begin, end}, .message = {}, .related = {}};
  finding.fixes.push_back({"mend", {{{begin, end}, std::move(text)}}, safe});
  return finding;
}

FixedText fixed(std::vector<Finding> findings, bool unsafe_too = false) {
  FileFindings file;
  file.source = *make_source("a.md", "0123456789");
  file.findings = std::move(findings);
  return apply_fixes(file, unsafe_too);
}

TEST(ApplyFixes, ReplacesDeletesAndInserts) {
  const FixedText text = fixed({with_edit(7, 9, ""), with_edit(1, 3, "abc"), with_edit(10, 10, "!")});
  EXPECT_EQ(text.bytes, "0abc34569!");
  EXPECT_EQ(text.fixed, 3U);
}
TEST(ApplyFixes, LeavesWhatOverlapsForTheNextRound) {
  const FixedText text = fixed({with_edit(1, 5, "x"), with_edit(4, 6, "y"), with_edit(5, 6, "z")});
  EXPECT_EQ(text.bytes, "0xz6789");
  EXPECT_EQ(text.fixed, 2U);
}
TEST(ApplyFixes, MakesEqualFixesOnce) {
  const FixedText text = fixed({with_edit(10, 10, "!"), with_edit(10, 10, "!")});
  EXPECT_EQ(text.bytes, "0123456789!");
  EXPECT_EQ(text.fixed, 2U);
}
TEST(ApplyFixes, DoesNotOrderTwoInsertionsAtOnePlace) {
  EXPECT_EQ(fixed({with_edit(10, 10, "!"), with_edit(10, 10, "?")}).fixed, 1U);
  EXPECT_EQ(fixed({with_edit(10, 10, "?"), with_edit(10, 10, "!")}).fixed, 1U);
}
TEST(ApplyFixes, LeavesUnsafeOnesUnlessAsked) {
  EXPECT_EQ(fixed({with_edit(0, 1, "", false)}).fixed, 0U);
  EXPECT_EQ(fixed({with_edit(0, 1, "", false)}, true).bytes, "123456789");
}
TEST(ApplyFixes, MakesAllEditsOfAFixOrNone) {
  Finding pair = with_edit(2, 3, "b");
  pair.fixes.front().edits.push_back({{5, 7}, "f"});
  EXPECT_EQ(fixed({with_edit(6, 8, "x"), pair}).bytes, "012345x89");
}

}  // namespace
}  // namespace stet::fixes_test
