#include "comparing/verbatim_run.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::verbatim_run_test {
namespace {

VerbatimRun run_of(const std::string& one, const std::string& two, const std::string& title = "") {
  const auto reading = read((title.empty() ? "" : "# " + title + "\n\n") + one + "\n\n" + two + "\n");
  const Passages passages = passages_of(*reading);
  const std::size_t last = passages.passages.size() - 1;
  return longest_verbatim_run(input_of(*reading), passages.passages[last], passages.passages[last - 1]);
}

TEST(VerbatimRun, IsTheLongestPieceThatBothHave) {
  const VerbatimRun run =
      run_of("Gulls steal the bread of whoever sits on the quay.", "In May the bread of whoever sits there is not safe.");
  EXPECT_EQ(run.words, 5U);
  EXPECT_EQ(run.content, 3U);
}
TEST(VerbatimRun, DoesNotCountWhatTheTitleSays) {
  EXPECT_EQ(run_of("Gulls steal the bread of guests.", "Many gulls steal the bread of guests.", "Why gulls steal").content, 2U);
}
TEST(VerbatimRun, SaysWhereItStandsInTheFirst) {
  const VerbatimRun run = run_of("Gulls steal bread.", "In May gulls steal bread.");
  EXPECT_EQ(run.place.size(), 3U);
}
TEST(VerbatimRun, IsAClauseOfEightWordsOrOfFewerThatAllSaySomething) {
  EXPECT_TRUE(is_clause({.words = 8, .content = 4, .place = {}}));
  EXPECT_FALSE(is_clause({.words = 8, .content = 3, .place = {}}));
  EXPECT_TRUE(is_clause({.words = 6, .content = 5, .place = {}}));
  EXPECT_FALSE(is_clause({.words = 7, .content = 4, .place = {}}));
  EXPECT_FALSE(is_clause({.words = 5, .content = 5, .place = {}}));
}
TEST(VerbatimRun, IsNoneOfSentencesThatShareNothing) { EXPECT_EQ(run_of("Gulls scream.", "Terns dive silently.").words, 0U); }

}  // namespace
}  // namespace stet::verbatim_run_test
