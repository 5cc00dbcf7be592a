// Paragraphs and headings that need no parser: their tree must be that of the parser.
#include "document/flat_blocks.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "document/trees.h"

namespace stet::flat_blocks_test {
namespace {

/// "F" for each flat stretch and "p" for each that is parsed, in order.
std::string kinds_of(std::string_view text) {
  std::string kinds;
  for (const Stretch& stretch : stretches_of(text)) kinds += stretch.flat ? 'F' : 'p';
  return kinds;
}

/// A paragraph long enough to be a stretch of its own.
const std::string prose = "The gate is closed at dusk, and whoever comes later has to ring the bell twice.\n\n";

TEST(FlatBlocks, AreParagraphsAndHeadings) { EXPECT_EQ(kinds_of("# Gates\n\n" + prose + "## Bells\n" + prose), "F"); }

TEST(FlatBlocks, FollowAListThatTheyClose) { EXPECT_EQ(kinds_of("- one\n- two\n\n  ```\n  code\n\n" + prose), "pF"); }

TEST(FlatBlocks, FollowAQuotationThatTheyClose) { EXPECT_EQ(kinds_of("> ```\n> code\n\n" + prose), "pF"); }

TEST(FlatBlocks, AreListsOfOneLineAnItemBetweenOthers) {
  const std::string items = "- the keeper of the eastern gate, by name\n- [the bell](bells.md), and who rings it\n\n";
  EXPECT_EQ(kinds_of(prose + items + prose), "F");
  EXPECT_EQ(kinds_of("1. the keeper of the eastern gate, by name\n2. **the bell**, and who rings it\n\n\n## Bells\n" + prose), "F");
  EXPECT_EQ(kinds_of("- one\n  more\n\n" + items + prose), "pF");
  EXPECT_EQ(kinds_of(prose + items + "  more of the same that is long enough by itself\n\n" + prose), "FpF");
  EXPECT_EQ(kinds_of(prose + items + "- loose item that is long enough to stand by itself here\n\n" + prose), "FpF");
}
TEST(FlatBlocks, AreCodeBetweenPlainFences) {
  EXPECT_EQ(kinds_of("```js\n\n" + prose + "```\n\n" + prose), "F");
  EXPECT_EQ(kinds_of("~~~~\n" + prose + "- a\n\n~~~~\n"), "F");
}
TEST(FlatBlocks, AreNotWithinAnotherFence) {
  for (const char* const fence : {"```{r}\n\n", "``` js\n\n"}) EXPECT_EQ(kinds_of(fence + prose + "```\n\n" + prose), "pF") << fence;
  EXPECT_EQ(kinds_of("````\n```\n\n" + prose + "````\n\n" + prose), "pF");
}

TEST(FlatBlocks, AreNotWithinAComment) { EXPECT_EQ(kinds_of("<!-- out\n\n" + prose + "-->\n\n" + prose), "pF"); }

TEST(FlatBlocks, AreNotBehindWhatMayStillBeOpen) {
  for (const char* const opener : {"<script>\n\n", "  ```\n\n", "---\n\n"}) EXPECT_EQ(kinds_of(opener + prose), "p") << opener;
}

TEST(FlatBlocks, AreNotUnderlinedNorTables) {
  EXPECT_EQ(kinds_of("Gates and bells of the old town, as they were\n===\n\n"), "p");
  EXPECT_EQ(kinds_of("gates and bells | keepers of both of them, by name\n-|-\n\n"), "p");
}

TEST(FlatBlocks, ShortOnesGoWithTheirNeighbours) { EXPECT_EQ(kinds_of("- one\n\nTwo.\n\n- three\n"), "p"); }

/// Lines that open, close and interrupt every kind of block, in any order.
std::string made_up(std::mt19937& random) {
  static constexpr auto lines =
      std::to_array<std::string_view>({"A line of prose that is long enough to stand in a stretch of its own, without any markup.",
                                       "A line of *prose* that is long enough too, and ends in a blank. ",
                                       "## A heading of so many words that it could be a stretch by itself ##",
                                       "",
                                       "",
                                       "",
                                       "",
                                       "- item",
                                       "  more",
                                       "  ```",
                                       "```",
                                       "```",
                                       "~~~",
                                       "```js",
                                       "> quote",
                                       "> ```",
                                       ">",
                                       "<div>",
                                       "</div>",
                                       "<!-- c",
                                       "-->",
                                       "<!-- x -->",
                                       "1. one",
                                       "10. ten",
                                       "    code",
                                       "   ```",
                                       "    ```",
                                       "| a | b |",
                                       "|---|---|",
                                       "# Heading",
                                       "===",
                                       "---",
                                       "[a]: b",
                                       "\tx",
                                       "\t```",
                                       "<pre>",
                                       "</pre>",
                                       "* star",
                                       "+ plus",
                                       "-",
                                       "1)",
                                       "   <div>",
                                       "  <!-- c",
                                       "***",
                                       "a|b",
                                       "-|-",
                                       "[^1]: note",
                                       "Text\\",
                                       "Line with `code`",
                                       "  - nested",
                                       "    - deeper",
                                       "<script>",
                                       "</script>",
                                       "<?php",
                                       "?>",
                                       "**Bold** words open a line that is long enough to stand in a stretch of its own.",
                                       "[A link](x) opens a line that is long enough to stand in a stretch of its own.",
                                       "1950 was a year that opens a line which is long enough to be one of its own too.",
                                       "*Soft* words, and _others_, open lines.",
                                       "_others_ too",
                                       "__all__ of them",
                                       "[ref] and [ref][a]",
                                       "[open",
                                       "[[w]]",
                                       "12",
                                       "12,5 m",
                                       "*",
                                       "** a",
                                       "___",
                                       "_ _ _",
                                       "***both***",
                                       "~~~~",
                                       "- an item that is long enough to stand in a stretch of its own, without markup",
                                       "- [ ] a task that is long enough to stand in a stretch of its own, without markup",
                                       "- [an](item) with a link",
                                       "* **an** item with *stars* ",
                                       "2. a second one, of some words",
                                       "2) a second one, of some words",
                                       "-  two blanks",
                                       "- ",
                                       "+ 12 pluses",
                                       "- a\r",
                                       "```c++",
                                       "a ``` b",
                                       "Prose <b>x</b> tag",
                                       "#not a heading",
                                       "# ",
                                       "- ```",
                                       "- > q",
                                       "1. ```",
                                       "   text",
                                       "Z",
                                       "````",
                                       "``` ",
                                       "\xC3\x9Cn\xC3\xAF"});
  std::string text;
  const std::size_t count = 2 + random() % 14;
  for (std::size_t i = 0; i < count; ++i) {
    text += random() % 3 == 0 ? lines[random() % 3] : lines[random() % lines.size()];
    text += random() % 40 == 0 ? "\r\n" : "\n";
    if (random() % 4 == 0) text += "\n";
  }
  if (random() % 5 == 0) text.pop_back();
  return text;
}

TEST(FlatBlocks, HaveTheTreesThatTheParserGives) {
  std::mt19937 random(20261129);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts in every run
  std::size_t flat = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = made_up(random);
    flat += static_cast<std::size_t>(kinds_of(text).find('F') != std::string::npos);
    ASSERT_EQ(tree_of(MarkdownGrammar::block, text, TreeReading::coarse), tree_of(MarkdownGrammar::block, text, TreeReading::exact))
        << text;
  }
  EXPECT_GT(flat, 500U);
}

}  // namespace
}  // namespace stet::flat_blocks_test
