// What a stranger's file must not do: crash, hang or overrun the grammar's buffers.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <ostream>
#include <random>

#include "document/nesting.h"
#include "document/parser_memory.h"
#include "document/read.h"
#include "document/syntax_tree.h"
#include "sanitizer.h"

namespace stet::guards_test {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST(Nesting, IsReadUpToTheLimit) {
  const Article article = read(repeated("> ", ParseLimits{}.nesting) + "deep\n").article;
  EXPECT_TRUE(article.problems.empty());
  EXPECT_EQ(plain(article), "deep");
}
TEST(Nesting, BeyondTheLimitIsSkippedWithAProblem) {
  const Article article = read(repeated("> ", ParseLimits{}.nesting + 1) + "deep\n").article;
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_EQ(article.problems[0].what, "blocks are nested 201 deep, 200 is the most");
  EXPECT_TRUE(article.blocks.empty());
}
TEST(Nesting, OfListsIsCountedByIndentation) {
  std::string lists;
  for (std::size_t depth = 0; depth < 300; ++depth) lists += std::string(2 * depth, ' ') + "- item\n";
  EXPECT_EQ(read(lists).article.problems.size(), 1U);
}
TEST(Nesting, OfMarkersOnOneLineIsCounted) { EXPECT_EQ(measure_nesting(repeated("1. - > ", 90)).depth, 270U); }
TEST(Nesting, IndentedCodeIsNotDeep) { EXPECT_LE(measure_nesting("text\n\n" + std::string(2000, ' ') + "code\n").depth, 1U); }
TEST(Nesting, LongTightListsAreNotDeep) { EXPECT_LE(measure_nesting(repeated("- a\n  - b\n", 10'000)).depth, 2U); }

TEST(Nesting, AtTheLimitFitsTheParsersBuffer) {
  // Its scanner saves five bytes and four for each open block: the containers, and one leaf.
  EXPECT_LE(5 + 4 * (ParseLimits{}.nesting + 1), 1024U);
}
TEST(Nesting, IsReadUpToTheLimitWhateverOpensIt) {
  for (const std::string_view unit : {"> ", ">", "- ", "* ", "1. ", "10) ", "> - ", "- > 1. "}) {
    const auto markers = static_cast<std::size_t>(measure_nesting(std::string(unit) + "a\n").depth);
    const std::string deepest = repeated(unit, ParseLimits{}.nesting / markers);
    const std::string rest = repeated("> ", ParseLimits{}.nesting % markers);
    EXPECT_TRUE(read(rest + deepest + "deep\n").article.problems.empty()) << unit;
    EXPECT_EQ(read("> " + rest + deepest + "deep\n").article.problems.size(), 1U) << unit;
  }
}

/// How many containers are open at the deepest block.
std::uint32_t depth_of(const Article& article) {
  std::uint32_t deepest = 0;
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    std::uint32_t depth = 0;
    for (std::uint32_t at = b; at != no_index; at = article.blocks[at].parent) {
      const BlockKind kind = article.blocks[at].kind;
      depth += kind == BlockKind::quote || kind == BlockKind::list_item ? 1U : 0U;
    }
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

TEST(Nesting, IsNeverDeeperThanMeasured) {
  constexpr auto pieces =
      std::to_array<std::string_view>({"> ", ">", "- ", "+ ", "* ", "1. ", "7) ", "  ", "    ", "\t", " ", "a", "```", "\n", "\n\n"});
  std::minstd_rand random(8);
  for (std::size_t text_number = 0; text_number < 2000; ++text_number) {
    std::string text;
    for (std::size_t i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    EXPECT_LE(depth_of(read(text + "\n").article), measure_nesting(text).depth) << text;
  }
}

/// Bytes that have cost parsers more than linear time, and how often they are repeated.
struct Hostile {
  std::string_view name;
  std::string_view unit;
  std::size_t count;
};

std::ostream& operator<<(std::ostream& out, const Hostile& hostile) { return out << hostile.name; }

class HostileInput : public testing::TestWithParam<Hostile> {};

TEST_P(HostileInput, IsReadInBoundedTime) {
  const std::clock_t start = std::clock();
  read(repeated(GetParam().unit, GetParam().count) + "\n");
  EXPECT_LT(std::clock() - start, std::clock_t{20} * sanitizer_slowness * CLOCKS_PER_SEC);
}

INSTANTIATE_TEST_SUITE_P(
    Guards, HostileInput,
    testing::Values(Hostile{"mixed emphasis", "*a _b ", 50'000}, Hostile{"open brackets", "[", 50'000},
                    Hostile{"open links", "[a](", 50'000}, Hostile{"open images", "![", 50'000}, Hostile{"backticks", "`a``b", 50'000},
                    Hostile{"angle brackets", "<a ", 50'000}, Hostile{"comments", "<!-- ", 50'000}, Hostile{"dollars", "$a ", 50'000},
                    Hostile{"tildes", "~~a ", 50'000}, Hostile{"entities", "&amp;", 50'000}, Hostile{"quotes a line", "> a\n", 50'000},
                    Hostile{"deep quotes", "> > > > > > > > > > > > > > > > a\n", 5'000}, Hostile{"headings", "# a\n", 50'000},
                    Hostile{"definitions", "[a]: b\n", 50'000}, Hostile{"footnotes", "a[^b] ", 50'000},
                    Hostile{"table cells", "|a", 50'000}, Hostile{"open shortcodes", "{{< ", 50'000},
                    Hostile{"masked lines", "{{<a>}}\n", 50'000}, Hostile{"fences", "```\n", 50'000},
                    Hostile{"paragraphs", "*a _b\n\n", 50'000}, Hostile{"combining marks", "a\xCC\x81\xCC\x81", 50'000}),
    [](const auto& test) {
      std::string name(test.param.name);
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST(ParseTime, PastItsLimitTheArticleIsSkippedWithAProblem) {
  const Source source = *make_source("test.md", repeated("> a\n\n", 50'000));
  const Article article = parse_article(source, Dialect::by_path, {.blocks = {.milliseconds = 0}});
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_EQ(article.problems[0].what, "parsing takes too much time or memory");
  EXPECT_TRUE(article.blocks.empty());
}
TEST(ParseTime, OfOneTextIsNotCountedForTheNext) {
  for (const MarkdownGrammar grammar : {MarkdownGrammar::block, MarkdownGrammar::inline_}) {
    SyntaxTree before;
    EXPECT_TRUE(parse_syntax(grammar, "> *a*\n", {}, before));
    EXPECT_FALSE(before.empty());
    SyntaxTree cut;
    EXPECT_FALSE(parse_syntax(grammar, "> " + repeated("*a*b ", 50'000), {.milliseconds = 0}, cut));
    EXPECT_TRUE(cut.empty());
    SyntaxTree after;
    EXPECT_TRUE(parse_syntax(grammar, "> *a*\n", {}, after));
    EXPECT_EQ(after.size(), before.size());
  }
}

TEST(ParseMemory, ATextOfManyBlocksTakesTooMuchOfAndARealOneDoesNot) {
  SyntaxTree tree;
  EXPECT_FALSE(parse_syntax(MarkdownGrammar::block, repeated("1\n\n", 100'000), {.bytes = 0}, tree));
  EXPECT_TRUE(tree.empty());
  const std::string paragraph = "The ferry leaves the eastern quay at dawn, with the mail and a few people who walk on the far shore.\n\n";
  EXPECT_TRUE(parse_syntax(MarkdownGrammar::block, repeated(paragraph, 100'000), {.bytes = 0}, tree));
}

TEST(ParseMemory, MoreBlocksThanAnyArticleHasAreSkippedWithAProblem) {
  const Source source = *make_source("test.md", repeated("a\n\n", 1'100'000));
  const Article article = parse_article(source, Dialect::by_path);
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_EQ(article.problems[0].what, "parsing takes too much time or memory");
  EXPECT_TRUE(article.blocks.empty());
}
TEST(ParseMemory, WhatAParserHoldsIsGivenBackAndCounted) {
  SyntaxTree tree;
  EXPECT_TRUE(parse_syntax(MarkdownGrammar::block, "> *a*\n", {}, tree));
  const std::uint64_t held = parser_memory().held;
  EXPECT_GT(parser_memory().asked_for, 0U);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(parse_syntax(MarkdownGrammar::block, repeated("> *a*\n\n", 200), {}, tree));
  EXPECT_LT(parser_memory().held, held + (std::uint64_t{1} << 20U));
}

TEST(Guards, MarkupBeyondTheLimitIsTextWithAProblem) {
  const Article article = read(repeated("*a _b ", 50'000)).article;
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_NE(article.problems[0].what.find("the markup of this block"), std::string::npos);
  EXPECT_FALSE(article.texts.empty());
}
TEST(Guards, AParagraphOfManyLinksIsRead) {
  const Article article = read(repeated("See [the ferry](https://example.org/a) and `b`. ", 400)).article;
  EXPECT_TRUE(article.problems.empty());
  EXPECT_EQ(article.links.size(), 400U);
}
TEST(Guards, TheLimitOfMarksIsExact) {
  const std::uint32_t most = ParseLimits{}.inline_marks;
  EXPECT_TRUE(read(repeated("*", most) + "a\n").article.problems.empty());
  EXPECT_EQ(read("b" + repeated("*", most + 1) + "a\n").article.problems.size(), 1U);
  // An image counts as four signs of emphasis, and its other bracket as a twentieth of one.
  const std::uint32_t most_images = most * 20 / 81;
  EXPECT_TRUE(read("b " + repeated("![] ", most_images) + "a\n").article.problems.empty());
  EXPECT_EQ(read("b " + repeated("![] ", most_images + 1) + "a\n").article.problems.size(), 1U);
}
TEST(Guards, NestedFrontMatterIsBounded) {
  EXPECT_EQ(plain(read("---\ntitle: " + repeated("[", 100'000) + "\n---\ntext\n").article), "text");
}
TEST(Guards, ACommentOfNothingIsNoInsideOutSpan) {
  for (const char* text : {"a <!--> b\n", "a <!---> b\n", "<!-->\n\nb\n", "<!--->\n"}) {
    for (const Comment& comment : read(text).article.comments) EXPECT_LE(comment.content.begin, comment.content.end) << text;
  }
}
TEST(Guards, AnEmptyFileHasNoBlocks) { EXPECT_TRUE(read("").article.blocks.empty()); }
TEST(Guards, ABlankFileHasNoBlocks) { EXPECT_TRUE(read(" \n\t\n").article.blocks.empty()); }
TEST(Guards, ACarriageReturnEndsALine) { EXPECT_EQ(plain(read("one\r\n\r\ntwo\r\n").article), "one | two"); }

}  // namespace
}  // namespace stet::guards_test
