#include <gtest/gtest.h>

#include "document/read.h"

namespace stet::inlines_test {
namespace {

/// "kind text -> target" of every inline span.
std::string inlines_of(const std::string& markdown) {
  const Article article = read(markdown).article;
  std::string text;
  for (const Inline& span : article.inlines) {
    if (!text.empty()) text += ", ";
    text += std::string(name(span.kind));
    if (!span.plain.empty()) text += " '" + std::string(article.text(span.plain)) + "'";
    if (span.link != no_index && span.kind != InlineKind::footnote_reference) text += " -> " + article.links[span.link].target;
  }
  return text;
}

TEST(Inlines, EmphasisAndStrong) { EXPECT_EQ(inlines_of("*a* **b *c***\n"), "emphasis 'a', strong 'b c', emphasis 'c'"); }
TEST(Inlines, StrikethroughIsOneWhateverTheTildes) { EXPECT_EQ(inlines_of("~~a b~~ ~c~\n"), "strikethrough 'a b', strikethrough 'c'"); }
TEST(Inlines, HardBreaksMayEndInCarriageReturns) { EXPECT_EQ(inlines_of("a  \r\nb\n"), inlines_of("a  \nb\n")); }
TEST(Inlines, CodeKeepsItsText) { EXPECT_EQ(inlines_of("`` a`b ``\n"), "code 'a`b'"); }
TEST(Inlines, InlineLinks) { EXPECT_EQ(inlines_of("[a *b*](<x y.md> \"t\")\n"), "link 'a b' -> x y.md, emphasis 'b'"); }
TEST(Inlines, ReferenceLinksAreResolved) {
  EXPECT_EQ(inlines_of("[a][One  Two] [b][] [c]\n\n[one two]: http://1\n[b]: http://2\n[c]: http://3\n"),
            "link 'a' -> http://1, link 'b' -> http://2, link 'c' -> http://3");
}
TEST(Inlines, UnresolvedBracketsStayText) { EXPECT_EQ(inlines_of("see [7] and [@key]\n"), "bracketed '[7]', bracketed '[@key]'"); }
TEST(Inlines, ImagesHaveNoText) { EXPECT_EQ(inlines_of("![alt](a.png)\n"), "image -> a.png"); }
TEST(Inlines, Autolinks) { EXPECT_EQ(inlines_of("<http://a.b>\n"), "autolink 'http://a.b' -> http://a.b"); }
TEST(Inlines, BareUrls) {
  EXPECT_EQ(inlines_of("See (https://a.b/c_(d)), or www.e.f.\n"),
            "autolink 'https://a.b/c_(d)' -> https://a.b/c_(d), autolink 'www.e.f' -> www.e.f");
}
TEST(Inlines, HtmlTagsAndCommentsHaveNoText) {
  EXPECT_EQ(inlines_of("a <b>c</b> <!-- d -->\n"), "strong 'c', html_comment");
  EXPECT_EQ(plain(read("a <b>c</b> <!-- d -->e\n").article), "a c e");
}
TEST(Inlines, TagsWithAttributesWithoutValuesHaveNoText) {
  EXPECT_EQ(plain(read("a <meter value='1' high>c</meter> d\n").article), "a c d");
  EXPECT_EQ(plain(read("a <iframe allowfullscreen></iframe> b <c and < d\n").article), "a  b <c and < d");
  EXPECT_EQ(plain(read("a `<b c>` d\n").article), "a <b c> d");
  EXPECT_EQ(plain(read("a <script async>b *c* d</script> e\n").article), "a  e");
}
TEST(Inlines, ScriptsAndStylesHaveNoText) {
  EXPECT_EQ(plain(read("a <a href=\"b\">c</a><script>d=e||function(f){g(f)};</script> h\n").article), "a c h");
  EXPECT_EQ(plain(read("a <STYLE media=\"b\">c {d: *e*}</Style>f <b>g</b>\n").article), "a f g");
  EXPECT_EQ(plain(read("a <script>b <scripture>c</scripture> d\n").article), "a b c d");
}
TEST(Inlines, EntitiesAndEscapesAreResolved) { EXPECT_EQ(plain(read("a &amp; b \\* &#8217; &unknown;\n").article), "a & b * ’ &unknown;"); }
TEST(Inlines, PricesAreNoMathematics) {
  EXPECT_EQ(plain(read("It costs $5 and not $10 today.\n").article), "It costs $5 and not $10 today.");
}
TEST(Inlines, MathematicsHasNoText) { EXPECT_EQ(plain(read("where $x^2$ grows\n").article), "where  grows"); }
TEST(Inlines, HardBreaksAreOneSpace) { EXPECT_EQ(plain(read("a  \nb\\\nc\n").article), "a b c"); }

TEST(Footnotes, ReferencesFindTheirDefinitions) {
  const Article article = read("a[^1] b[^x]\n\n[^1]: The note.\n").article;
  ASSERT_EQ(article.footnotes.size(), 2U);
  EXPECT_EQ(article.footnotes[0].label, "1");
  EXPECT_NE(article.footnotes[0].block, no_index);
  EXPECT_EQ(article.footnotes[1].block, no_index);
  EXPECT_EQ(plain(article), "a b | The note.");
}
TEST(Footnotes, SeveralMayFollowEachOther) {
  const Article article = read("a[^1] b[^2]\n\n[^1]: One\n[^2]: https://two.example\n").article;
  EXPECT_EQ(article.footnotes.size(), 2U);
  EXPECT_EQ(plain(article), "a b | One | https://two.example");
}

TEST(Spans, LeadBackThroughEmphasisAndSoftBreaks) {
  const Read result = read("> some *evi-\n> dence* here\n");
  const std::size_t at = result.article.plain.find("dence here");
  ASSERT_NE(at, std::string::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  EXPECT_EQ(result.source.view(result.article.to_source({begin, begin + 10})), "dence* here");
}
TEST(Spans, CoverWholeEntities) {
  const Read result = read("a &amp; b\n");
  EXPECT_EQ(result.source.view(result.article.to_source({2, 3})), "&amp;");
}

}  // namespace
}  // namespace stet::inlines_test
