#include <gtest/gtest.h>

#include "document/read.h"

namespace stet::blocks_test {
namespace {

TEST(Blocks, NestAsMarkdownNests) {
  EXPECT_EQ(shape(read("# H\n\ntext\n\n- a\n  - b\n\n> q\n\n```\nc\n```\n").article),
            "heading paragraph list(list_item(paragraph list(list_item(paragraph)))) quote(paragraph) code");
}
TEST(Blocks, HeadingsOfBothKindsHaveLevels) {
  const Article article = read("# One\n\nTwo\n---\n\n### Three ###\n").article;
  EXPECT_EQ(article.blocks[0].level, 1);
  EXPECT_EQ(article.blocks[1].level, 2);
  EXPECT_EQ(article.blocks[2].level, 3);
  EXPECT_EQ(plain(article), "One | Two | Three");
}
TEST(Blocks, TableCellsAreTextsOfTheirRow) {
  const Article article = read("| a | b |\n|---|---|\n| c d | e |\n").article;
  EXPECT_EQ(shape(article), "table(table_row table_row)");
  EXPECT_EQ(plain(article), "a | b | c d | e");
  EXPECT_EQ(article.blocks[1].level, 1);
}
TEST(Blocks, QuoteMarksAreCutOutOfText) { EXPECT_EQ(plain(read("> one\n> two\n").article), "one two"); }
TEST(Blocks, SoftBreaksAreOneSpace) { EXPECT_EQ(plain(read("one  two \r\n   three\n").article), "one  two three"); }
TEST(Blocks, OrderedListsAreKnown) { EXPECT_TRUE(read("1. a\n2. b\n").article.blocks[0].ordered); }
TEST(Blocks, AnHtmlHeadingIsAHeading) {
  const Article article = read("<h2 class=\"wide\">Doctors <em>may</em> advise rest</h2>\n\ntext\n").article;
  EXPECT_EQ(shape(article), "heading paragraph");
  EXPECT_EQ(article.blocks[0].level, 2);
  EXPECT_FALSE(article.blocks[0].implied);
  EXPECT_EQ(plain(article), "Doctors may advise rest | text");
}
TEST(Blocks, WhatOnlyBeginsOrEndsAsAnHtmlHeadingIsNone) {
  for (const char* text :
       {"<h2>One</h2> and more\n", "<h2>One</h2> <h2>two</h2>\n", "<h7>One</h7>\n", "<h2x>One</h2>\n", "</h2>\n", "<h2\n", "One</h2>\n"}) {
    EXPECT_NE(shape(read(text).article), "heading") << text;
  }
}
TEST(Blocks, BoldLineIsAnImpliedHeading) {
  const Article article = read("**Benefits:**\n\ntext\n").article;
  EXPECT_EQ(article.blocks[0].kind, BlockKind::heading);
  EXPECT_TRUE(article.blocks[0].implied);
  EXPECT_EQ(article.sections.size(), 2U);
}
TEST(Blocks, BoldSentenceIsNoHeading) { EXPECT_EQ(read("**Take it with food.**\n\ntext\n").article.blocks[0].kind, BlockKind::paragraph); }

TEST(FrontMatter, YamlIsABlockWithATitle) {
  const Article article = read("---\ntitle: \"A tale\"\ntags: [x]\n---\n\ntext\n").article;
  EXPECT_EQ(shape(article), "front_matter paragraph");
  EXPECT_EQ(article.title, "A tale");
}
TEST(FrontMatter, TomlIsABlockWithATitle) { EXPECT_EQ(read("+++\ntitle = 'A tale'\n+++\ntext\n").article.title, "A tale"); }
TEST(FrontMatter, UnclosedIsMarkdown) { EXPECT_FALSE(read("---\ntitle: x\n\ntext\n").article.front_matter); }
TEST(FrontMatter, MayFollowAByteOrderMark) { EXPECT_EQ(read("\xEF\xBB\xBF---\ntitle: x\n---\ntext\n").article.title, "x"); }

TEST(Sections, NestByLevel) {
  const Article article = read("intro\n\n# A\n\n## B\n\ntext\n\n# C\n").article;
  ASSERT_EQ(article.sections.size(), 4U);
  EXPECT_EQ(article.sections[2].parent, 1U);
  EXPECT_EQ(article.sections[3].parent, 0U);
  EXPECT_EQ(article.sections[1].blocks.end, article.sections[3].blocks.begin);
  EXPECT_EQ(article.blocks[3].section, 2U);
}

TEST(LinePerParagraph, EachLineIsABlock) {
  const std::string sentence =
      "This long line stands for a whole paragraph of an exported article, and it goes on for quite a while so that it is long enough. ";
  const std::string text = sentence + sentence + "\n" + sentence + sentence + "\n- First entry\n- Second entry\nA short heading line\n" +
                           sentence + sentence + "\n" + sentence + sentence + "\n";
  const Read result = read(text);
  EXPECT_TRUE(result.article.line_per_paragraph);
  EXPECT_EQ(shape(result.article), "paragraph paragraph list(list_item(paragraph) list_item(paragraph)) heading paragraph paragraph");
  const Block& heading = result.article.blocks[7];
  EXPECT_EQ(result.source.view(heading.source), "A short heading line");
}

TEST(LinePerParagraph, ShortHeadingsAndBulletsDoNotHideIt) {
  const std::string line = "This line of an exported article is longer than anyone would wrap at, for it holds a whole paragraph of it. ";
  const std::string text = "---\ntitle: x\n---\nA heading\n" + line + line + "\n- a\n- b\n- c\n- d\n" + line + line + "\n";
  EXPECT_TRUE(read(text).article.line_per_paragraph);
}
TEST(LinePerParagraph, WrappedTextIsNot) {
  EXPECT_FALSE(read("one two three\nfour five six\nseven eight nine\nten\neleven\ntwelve\n").article.line_per_paragraph);
}

TEST(LinePerParagraph, RowsOfATableAreAsLongAsTheirCells) {
  const std::string cell = " a cell of this table goes on and on, for it says all that the harbour asks of whoever keeps a lamp there |";
  const std::string row = "| Keeper |" + cell + cell + "\n";
  const Read result = read("# Lamps\n\n| Who | What | Why |\n|---|---|---|\n" + row + row + row);
  EXPECT_FALSE(result.article.line_per_paragraph);
  EXPECT_EQ(shape(result.article), "heading table(table_row table_row table_row table_row)");
}

TEST(Footnotes, MayHaveSeveralParagraphs) {
  const Article article = read("a[^b]\n\n[^b]: one\n\n    two\n    more\n\n    three\n\nfour\n").article;
  EXPECT_EQ(shape(article), "paragraph footnote_definition paragraph");
  EXPECT_EQ(plain(article), "a | one | two more | three | four");
}

TEST(Containers, EndWithTheirLastBlock) {
  const Read result = read("> - a\n>\n> > b\n>\n> c\n");
  for (const Block& block : result.article.blocks) EXPECT_EQ(result.source.view(block.source).find_last_of("abc") + 1, block.source.size());
}

TEST(Generators, ShortcodeLinesAreDirectives) {
  EXPECT_EQ(shape(read("one\n{{< figure src=\"a.png\" >}}\ntwo\n").article), "paragraph directive paragraph");
}
TEST(Generators, ShortcodesInsideALineAreLeftOut) {
  const Article article = read("See {{< ref \"a\" >}} there.\n").article;
  EXPECT_EQ(plain(article), "See  there.");
  EXPECT_EQ(article.inlines[0].kind, InlineKind::shortcode);
}
TEST(Generators, LiquidIsLeftOut) { EXPECT_EQ(plain(read("{% if x %}\ntext {{ page.title }} more\n{% endif %}\n").article), "text  more"); }
TEST(Generators, CodeIsNotMasked) { EXPECT_EQ(shape(read("```\n{{< x >}}\n```\n").article), "code"); }
TEST(Generators, AttributeListsAreLeftOut) { EXPECT_EQ(plain(read("## Head {#anchor .big}\n\ntext\n{: .note}\n").article), "Head | text"); }
TEST(Generators, FencedDivsAreDirectives) { EXPECT_EQ(plain(read(":::note\ninside\n:::\n").article), "inside"); }
TEST(Generators, MdxStatementsAndComponentsAreNoProse) {
  const Read result = read("import X from 'x'\n\n# Head\n\n<Tabs items={['a', 'b']}>\n\ntext {props.name} more\n\n</Tabs>\n", "a.mdx");
  EXPECT_EQ(plain(result.article), "Head | text  more");
}
TEST(Generators, UnclosedBracesStayText) { EXPECT_EQ(plain(read("a {{ b\n\nc\n").article), "a {{ b | c"); }

TEST(Comments, StandBeforeTheNextBlock) {
  const Read result = read("one\n\n<!-- stet x: y -->\ntwo\n");
  ASSERT_EQ(result.article.comments.size(), 1U);
  EXPECT_EQ(result.source.view(result.article.comments[0].content), " stet x: y ");
  EXPECT_EQ(result.source.view(result.article.blocks[result.article.comments[0].block].source), "two");
}
TEST(Comments, OfMdxAreComments) {
  const Read result = read("{/* stet x: y */}\ntwo\n", "a.mdx");
  ASSERT_EQ(result.article.comments.size(), 1U);
  EXPECT_EQ(result.source.view(result.article.comments[0].content), " stet x: y ");
}
TEST(Comments, OfMdxInsideATextStandBeforeIt) {
  const Read result = read("one {/* stet x: y */} two\n\nthree\n", "a.mdx");
  ASSERT_EQ(result.article.comments.size(), 1U);
  EXPECT_EQ(result.article.comments[0].block, 0U);
}

}  // namespace
}  // namespace stet::blocks_test
