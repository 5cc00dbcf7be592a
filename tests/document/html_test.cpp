// HTML blocks: what a browser shows of them is read.
#include <gtest/gtest.h>

#include "document/html_guard.h"
#include "document/html_inlines.h"
#include "document/read.h"

namespace stet::html_test {
namespace {

/// What stands in the source where the article's n-th text comes from.
std::string source_of(const Read& read, std::uint32_t text) {
  return std::string(read.source.view(read.article.to_source(read.article.texts.at(text).plain)));
}

std::string kinds_of_inlines(const Article& article) {
  std::string text;
  for (const Inline& span : article.inlines) text += std::string(name(span.kind)) + " '" + std::string(article.text(span.plain)) + "' ";
  return text;
}

TEST(Html, ParagraphsHeadingsAndListsAreWhatTheyAreInMarkdown) {
  const Article article = read("<h2>Lids</h2>\n<p>One.</p>\n<ul><li>Two.</li><li>Three.</li></ul>\n<ol><li>Four.</li></ol>\n").article;
  EXPECT_EQ(shape(article), "heading paragraph list(list_item(paragraph) list_item(paragraph)) list(list_item(paragraph))");
  EXPECT_EQ(plain(article), "Lids | One. | Two. | Three. | Four.");
  EXPECT_EQ(article.sections.size(), 2U);
  EXPECT_TRUE(article.blocks.at(7).ordered);
}
TEST(Html, TextWithoutAParagraphIsOne) {
  EXPECT_EQ(shape(read("<div>\none\n<p>two</p>\nthree\n</div>\n").article), "paragraph paragraph paragraph");
  EXPECT_EQ(plain(read("<details>\n<summary>More</summary>\nThe lid is hot.\n</details>\n").article), "More | The lid is hot.");
}
TEST(Html, GoesOnWhereItIsIndentedBehindAnEmptyLine) {
  const Article article =
      read("<div>\n  <section>\n\n    <p>The lid is hot.</p>\n\n    <ul><li>Lift it.</li></ul>\n  </section>\n</div>\n").article;
  EXPECT_EQ(shape(article), "html paragraph list(list_item(paragraph)) html");
  EXPECT_EQ(plain(article), "The lid is hot. | Lift it.");
}
TEST(Html, IsCodeWhereNoTagIsOpen) {
  EXPECT_EQ(shape(read("<p>Write this:</p>\n\n    <p>The lid is hot.</p>\n").article), "paragraph code");
  EXPECT_EQ(shape(read("<div>\n\nWrite this:\n\n    <p>The lid is hot.</p>\n\n</div>\n").article), "html paragraph code html");
  EXPECT_EQ(shape(read("<div>\n\n    lift(lid)\n\n</div>\n").article), "html code html");
}
TEST(Html, ThatIsIndentedCostsLinearTime) {
  std::string text = "<div>\n\n";
  for (int i = 0; i < 20'000; ++i) text += "    <p>lid\n\n";
  EXPECT_GT(read(text + "    " + std::string(100'000, '<') + "\n").article.blocks.size(), 10'000U);
}
TEST(Html, CellsAreTextsOfTheirRow) {
  const Article article =
      read("<table><thead><tr><th>Lid</th><th>Size</th></tr></thead>\n<tr><td>red</td><td><p>2 cm</p></td></tr></table>\n").article;
  EXPECT_EQ(shape(article), "table(table_row table_row)");
  EXPECT_EQ(plain(article), "Lid | Size | red | 2 cm");
  EXPECT_EQ(article.blocks[1].level, 1);
  EXPECT_EQ(article.blocks[2].level, 0);
}
TEST(Html, ACellThatHoldsMoreThanALineHoldsBlocks) {
  const Article article = read("<table><tr><td><p>One.</p><p>Two.</p></td><td>three</td></tr></table>\n").article;
  EXPECT_EQ(shape(article), "table(table_row(paragraph paragraph paragraph))");
}
TEST(Html, CellsWithoutATextKeepTheirColumn) {
  const Article article = read("<table><tr><td>a</td><td></td><td colspan=\"2\">b</td><td>c</td></tr></table>\n").article;
  EXPECT_EQ(plain(article), "a |  | b |  | c");
}
TEST(Html, TextBetweenRowsIsRead) {
  EXPECT_EQ(plain(read("<table><tr><td>a</td></tr>\nstray\n<tr><td>b</td></tr></table>\n").article), "a | stray | b");
}
TEST(Html, TermsAndDescriptionsAreItems) {
  const Article article = read("<dl><dt>Lid<dd>Covers.<dt>Spout<dd>Pours.<dd>Drips.</dl>\n").article;
  EXPECT_EQ(shape(article), "list(list_item(paragraph paragraph) list_item(paragraph paragraph paragraph))");
}
TEST(Html, QuotationsAndCodeAreNoParagraphs) {
  const Article article = read("<blockquote><p>Said.</p></blockquote>\n<pre>\nx = 1\n</pre>\n").article;
  EXPECT_EQ(shape(article), "quote(paragraph) code");
}
TEST(Html, ElementsNeedNoEnd) {
  EXPECT_EQ(plain(read("<ul><li>one<li>two\n<p>three<p>four\n</ul>\n").article), "one | two | three | four");
}
TEST(Html, CustomElementsThatFillLinesAreParagraphs) {
  EXPECT_EQ(plain(read("<div>\n<x-card>One.</x-card>\n<x-card>\nTwo.\n</x-card>\nand <x-mark>three</x-mark> here\n</div>\n").article),
            "One. | Two. | and three here");
}
TEST(Html, WhatABrowserHidesIsNotRead) {
  for (const char* hidden :
       {"<p hidden>no</p>", "<p style=\"display: none\">no</p>", "<span style='visibility:hidden'>no</span>", "<script>no</script>",
        "<style>no</style>", "<template><p>no</p></template>", "<svg><text>no</text></svg>", "<!-- no -->",
        "<select><option>no</option></select>", "<textarea>no</textarea>", "<title>no</title>", "<script>no</script> <script>no</script>",
        "<noscript>no</noscript>", "<iframe>no</iframe>", "<video>no</video>", "<dialog>no</dialog>", "<?php no ?>"}) {
    EXPECT_EQ(plain(read("<div>\n<p>yes</p>\n" + std::string(hidden) + "\n<p>yes</p>\n</div>\n").article), "yes | yes") << hidden;
  }
  EXPECT_EQ(plain(read("<p>one <span aria-hidden=\"true\">two</span></p>\n").article), "one two");
}
TEST(Html, ReferencesAreDecoded) {
  EXPECT_EQ(plain(read("<p>&lt;a&gt; &amp; b&nbsp;c &Eacute;t&eacute; &#8212; &#x41; &copy 2 &unknown; AT&T</p>\n").article),
            "<a> & b\u00A0c \u00C9t\u00E9 \u2014 A \u00A9 2 &unknown; AT&T");
}
TEST(Html, WhatIsNoTagIsText) { EXPECT_EQ(plain(read("<p>a < b, c <3 and x > y</p>\n").article), "a < b, c <3 and x > y"); }
TEST(Html, BlanksAreOneSpace) { EXPECT_EQ(plain(read("<p>\n  one\n   two\t three\n</p>\n").article), "one two three"); }
TEST(Html, PhrasingElementsAreInlines) {
  const Article article =
      read("<p><b>bold</b> <em>set <code>x</code></em> <a href=\"https://a.b/?c=1&amp;d\">link</a><br>next</p>\n").article;
  EXPECT_EQ(kinds_of_inlines(article), "strong 'bold' emphasis 'set x' code 'x' link 'link' hard_break '' ");
  EXPECT_EQ(article.links.at(0).target, "https://a.b/?c=1&d");
  EXPECT_EQ(plain(article), "bold set x link next");
}
TEST(Html, NumbersSetHighStayApartFromTheirWord) {
  EXPECT_EQ(plain(read("<p>It boils.<sup>12</sup> Ten m<sup>2</sup>, the 4<sup>th</sup>.</p>\n").article), "It boils.¹² Ten m², the 4th.");
  EXPECT_EQ(plain(read("<p>It boils.<sup><a href=\"#n1\">[1]</a></sup></p>\n").article), "It boils.¹");
  EXPECT_EQ(superscript_number("[3, 4]"), "³,⁴");
  EXPECT_EQ(superscript_number("th"), "");
}
TEST(Html, SpansAreExact) {
  const Read article = read("<div>\n  <p>A <b>red</b>\n  lid &amp; pot.</p>\n</div>\n");
  EXPECT_EQ(plain(article.article), "A red lid & pot.");
  EXPECT_EQ(source_of(article, 0), "A <b>red</b>\n  lid &amp; pot.");
  EXPECT_EQ(article.source.view(article.article.blocks[0].source), "<p>A <b>red</b>\n  lid &amp; pot.</p>");
  const auto at = static_cast<std::uint32_t>(article.article.plain.find("pot"));
  EXPECT_EQ(article.source.view(article.article.to_source({at, at + 3})), "pot");
}
TEST(Html, InQuotationsAndListsTheirMarksAreCutOut) {
  EXPECT_EQ(plain(read("> <p>one\n> two</p>\n\n- <div>\n  three\n  four\n  </div>\n").article), "one two | three four");
}
TEST(Html, MarkdownBetweenTagsIsMarkdown) {
  const Article article = read("<details>\n<summary>More</summary>\n\nThe *lid* is hot.\n\n- one\n\n</details>\n\n# After\n").article;
  EXPECT_EQ(shape(article), "paragraph paragraph list(list_item(paragraph)) html heading");
  EXPECT_EQ(article.blocks.back().parent, no_index);
}
TEST(Html, ElementsGoOnInTheNextBlockOfHtml) {
  const Article article = read("<table>\n\n<tr>\n\n<td>a</td>\n\n<td>b</td>\n\n</tr>\n\n</table>\n").article;
  EXPECT_EQ(plain(article), "a | b");
  EXPECT_EQ(shape(article), "html table(table_row) html");
}
TEST(Html, AFragmentsFaultsEndWithIt) {
  EXPECT_EQ(plain(read("<div class=\"a\n\nOne.\n\n<p>Two.</p>\n").article), "One. | Two.");
  EXPECT_EQ(plain(read("<div>\n<textarea>\n</div>\n\n<p>Two.</p>\n").article), "Two.");
}
TEST(Html, PicturesBesideTextStayInSight) {
  EXPECT_EQ(shape(read("<figure><img src=\"a.png\" alt=\"no\"><figcaption>A lid</figcaption></figure>\n").article), "html paragraph");
  EXPECT_EQ(shape(read("<div><img src=\"a.png\"></div>\n").article), "html");
}
TEST(Html, CommentsOfBlocksAreKnown) {
  const Article article = read("<!-- one -->\n<p>Lid <!-- two -->hot.</p>\n").article;
  ASSERT_EQ(article.comments.size(), 2U);
  EXPECT_EQ(article.comments[0].block, 1U);
  EXPECT_EQ(article.comments[1].block, 1U);
}
TEST(Html, DepthIsBounded) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div><section>";
  EXPECT_EQ(plain(read(deep + "text").article), "text");
}
TEST(Html, FormattingThatIsNeverClosedCostsNothing) {
  std::string text = "<div>";
  for (int i = 0; i < 5000; ++i) text += "<b a=" + std::to_string(i) + "><p>x";
  EXPECT_EQ(read(text).article.texts.size(), 5000U);
}
TEST(HtmlGuard, FindsTagsWithQuotesInMind) {
  EXPECT_EQ(html_tag_size("<a b=\">\">c"), 9U);
  EXPECT_EQ(html_tag_size("<a b"), 0U);
  EXPECT_EQ(html_tag_size("<a b=\"c>"), 0U);
  EXPECT_EQ(html_tag_name("</DIV >"), "div");
  EXPECT_EQ(html_tag_name("< a>"), "");
}
TEST(HtmlGuard, KeepsLength) {
  const std::string fragment = "a & b <b>c</b> <!-- d --> <p e='f'>g <script>h</script> i < j";
  HtmlGuard guard;
  guard.append(fragment);
  EXPECT_EQ(guard.bytes().size(), fragment.size());
  EXPECT_EQ(guard.bytes().find('&'), std::string::npos);
}

TEST(Html, AContainerThatIsOpenedAnewBeginsBehindWhatCameBetween) {
  const Article article =
      read("<table>\n<tr><th>\nA\n</th><td>\n\n**Tin**\n\n</td></tr>\n<tr><th>\nB\n</th><td>\n\nZinc\n\n</td></tr>\n</table>\n").article;
  std::uint32_t last = 0;
  for (const Block& block : article.blocks) {
    EXPECT_GE(block.source.begin, last);
    last = block.source.begin;
  }
  EXPECT_EQ(plain(article), "A | Tin | B | Zinc");
}

TEST(HtmlInLines, ABlockWithinALineIsSetApart) {
  EXPECT_EQ(read("The boat is old.<h3>Winter</h3>Snow <u>falls</u>.\n").article.plain, "The boat is old. Winter Snow falls.\n");
}

}  // namespace
}  // namespace stet::html_test
