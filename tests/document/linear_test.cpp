// Texts that once took a stage of reading more than its length, each of a size at which that shows: from half a minute to days.
#include <gtest/gtest.h>

#include <ctime>

#include "document/backtick_runs.h"
#include "document/grammar_faults.h"
#include "document/html_guard.h"
#include "document/masking.h"
#include "document/read.h"
#include "sanitizer.h"

namespace stet::linear_test {
namespace {

constexpr std::size_t size = 2'000'000;  // bytes of each text, about

std::string filled(std::string_view unit, std::size_t bytes = size) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

template <typename Work>
double seconds(const Work& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / sanitizer_slowness;
}

double seconds_without_block_faults(const std::string& text) {
  return seconds([&] { without_block_faults(text); });
}
double seconds_guarded(const std::string& text) {
  return seconds([&] { HtmlGuard().append(text); });
}

TEST(WithoutBlockFaults, OfCodeThatNeverEndsIsLinear) { EXPECT_LT(seconds_without_block_faults("```\n" + filled("a\n")), 2); }
TEST(WithoutBlockFaults, OfRowsOfPipesIsLinear) { EXPECT_LT(seconds_without_block_faults(filled("||\n")), 2); }
TEST(WithoutBlockFaults, OfDeclarationsThatNeverEndIsLinear) { EXPECT_LT(seconds_without_block_faults(filled("<!A\n")), 2); }
TEST(WithoutBlockFaults, OfDeclarationsThatEndTogetherIsLinear) { EXPECT_LT(seconds_without_block_faults(filled("<!A\n") + ">\n"), 2); }

TEST(Masking, OfManyImportsIsLinear) {
  const std::string text = filled("import a\n\n");
  EXPECT_LT(seconds([&] { mask_generator_syntax(text, true); }), 2);
}

TEST(BacktickRuns, FindsTheNextThatIsAsLongOrLonger) {
  const BacktickRuns runs("`` a ` b ``` c `");
  EXPECT_EQ(runs.find(1, 2), 5U);
  EXPECT_EQ(runs.find(2, 2), 9U);
  EXPECT_EQ(runs.find(4, 2), std::string_view::npos);
  EXPECT_EQ(runs.find(2, 12), std::string_view::npos);
  EXPECT_EQ(runs.find(1, 12), 15U);
}

/// A long run of each sign, in each place where a line may hold one.
TEST(Blocks, OfLongRunsOfSignsAreLinear) {
  for (const char* before : {"a ", "*a ", "- a ", "> a ", "<p>", "| a | b |\n|---|---|\n| ", "```\na "}) {
    for (const char sign : {'`', '~', '*', '_'}) {
      const std::string text = before + std::string(60'000, sign) + "]\n";
      EXPECT_LT(seconds([&] { read(text); }), 2) << before << sign;
    }
  }
}
TEST(Blocks, OfALongRunOfSignsThatBeginsALineAreLinear) {
  for (const char* before : {"", "<div>\n", "<table>\n\n", "- ", "> "}) {
    for (const char sign : {'`', '~', '*', '_'}) {
      for (const char* behind : {"\n", "]\n", "`\n"}) {
        const std::string text = before + std::string(60'000, sign) + behind;
        EXPECT_LT(seconds([&] { read(text); }), 2) << before << sign << behind;
      }
    }
  }
}
TEST(Blocks, OfManySignsWithBlanksAreLinear) { EXPECT_LT(seconds_without_block_faults(filled("* ")), 2); }
TEST(Blocks, OfLongFencesAndBreaksAreWhatTheyAre) {
  EXPECT_EQ(shape(read(std::string(300, '~') + "\na\n" + std::string(300, '~') + "\n").article), "code");
  EXPECT_EQ(shape(read(std::string(250, '`') + "\na\n" + std::string(240, '`') + "\nb\n").article), "code");
  EXPECT_EQ(shape(read("- " + std::string(300, '`') + "\n  a\n").article), "list(list_item(code))");
  EXPECT_EQ(shape(read(std::string(300, '*') + " \n").article), "thematic_break");
}

/// Runs of backticks, each with one fewer than that before.
std::string ever_fewer_backticks() {
  std::string text;
  for (std::size_t run = 2'000; run > 0; --run) text += std::string(run, '`') + "e";
  return text;
}

TEST(Masking, OfEverFewerBackticksIsLinear) {
  const std::string text = "{" + ever_fewer_backticks();
  EXPECT_LT(seconds([&] { mask_generator_syntax(text, false); }), 2);
}
TEST(BracketsInLinks, OfEverFewerBackticksIsLinear) {
  const std::string text = ever_fewer_backticks();
  EXPECT_LT(seconds([&] { brackets_in_links(text); }), 2);
}

TEST(HtmlGuard, OfInstructionsWithoutTheirEndIsLinear) { EXPECT_LT(seconds_guarded(filled("<? >\n")), 2); }
TEST(HtmlGuard, OfDataWithoutItsEndIsLinear) { EXPECT_LT(seconds_guarded(filled("<![CDATA[ >\n")), 2); }
TEST(HtmlGuard, OfTagsWithinTagsIsLinear) { EXPECT_LT(seconds_guarded(filled("<a") + ">"), 2); }

TEST(Html, OfTagsThatCloseNothingIsLinear) {
  const std::string text = "a " + filled("<b>", size / 8) + filled("</i>", size / 8) + "\n";
  EXPECT_LT(seconds([&] { read(text); }), 10);
}
TEST(Html, OfTermsThatNeverEndIsLinear) {
  const std::string text = "<dl>" + filled("<dt>a<dd>b", size / 4) + "</dl>\n";
  EXPECT_LT(seconds([&] { read(text); }), 15);
}
TEST(Html, OfSignsThatEndTogetherIsLinear) {
  const std::string text = "<div>\n" + filled("<", size / 2) + ">\n</div>\n";
  EXPECT_LT(seconds([&] { read(text); }), 10);
}

}  // namespace
}  // namespace stet::linear_test
