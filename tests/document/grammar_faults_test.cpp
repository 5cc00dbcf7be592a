// What the grammars get wrong by themselves: read as CommonMark and GFM read it.
#include "document/grammar_faults.h"

#include <gtest/gtest.h>

#include "document/read.h"

namespace stet::grammar_faults_test {
namespace {

TEST(GrammarFaults, AFenceEndsThoughBlanksFollow) {
  for (const char* end : {"```  ", "```\t", "````   ", "``` \r"}) {
    EXPECT_EQ(shape(read("```sh\na\n" + std::string(end) + "\n\nb\n").article), "code paragraph") << end;
  }
  EXPECT_EQ(shape(read("~~~  \na\n~~~  \n\nb\n").article), "code paragraph");
  EXPECT_EQ(shape(read("- ```\n  a\n  ```  \n\nb\n").article), "list(list_item(code)) paragraph");
  EXPECT_EQ(shape(read("> ```\n> a\n> ```  \n\nb\n").article), "quote(code) paragraph");
}
TEST(GrammarFaults, AFenceInCodeEndsNothing) {
  EXPECT_EQ(shape(read("````\n```  \na\n````\n\nb\n").article), "code paragraph");
  EXPECT_EQ(shape(read("```\n~~~  \na\n```\n\nb\n").article), "code paragraph");
}
TEST(GrammarFaults, ARowOfBlanksEndsNoTable) {
  const Article article = read("| a | b |\n|---|---|\n|        |        |\n| c | d |\n\nafter\n").article;
  EXPECT_EQ(shape(article), "table(table_row table_row table_row) paragraph");
  EXPECT_EQ(plain(article), "a | b |  |  | c | d | after");
}
TEST(GrammarFaults, ATableMayBeginWithMarkup) {
  EXPECT_EQ(shape(read("`a`|b\n:-|:-\n`c`|d\n").article), "table(table_row table_row)");
  EXPECT_EQ(plain(read("**a**|b\n-|-\nc|d\n").article), "a | b | c | d");
}
TEST(GrammarFaults, ADeclarationEnds) {
  for (const char* declaration : {"<!DOCTYPE html>", "<!doctype html>", "<!A>", "<!ELEMENT lid\nEMPTY>", "<!-->"}) {
    EXPECT_EQ(plain(read(std::string(declaration) + "\n\n# Lids\n\nb\n").article),
              std::string(declaration) == "<!A>" ? "<!A> | Lids | b" : "Lids | b")
        << declaration;
  }
}
TEST(GrammarFaults, ATextAreaIsNoMarkdown) {
  for (const char* close : {"</textarea>", "</TEXTAREA>"}) {
    EXPECT_EQ(plain(read("<textarea rows=\"9\">\n\n*lid*\n\n" + std::string(close) + "\n\nafter\n").article), "after");
  }
  EXPECT_EQ(plain(read("<textareas>\n\n*lid*\n").article), "lid");
}
TEST(GrammarFaults, HeadingsOfHtmlBeginABlockOfHtml) {
  EXPECT_EQ(shape(read("<h1 align=\"center\">\n  Lids\n</h1>\n<p>b</p>\n\nc\n").article), "heading paragraph paragraph");
}
TEST(GrammarFaults, NotesMayFollowATextDirectly) {
  const Article article = read("a[^1] b[^2]\n[^1]: one\n[^2]: two\n  goes on\n\nc\n").article;
  EXPECT_EQ(shape(article), "paragraph footnote_definition footnote_definition paragraph");
  EXPECT_EQ(plain(article), "a b | one | two goes on | c");
  EXPECT_EQ(article.footnotes.at(0).block, 1U);
}
TEST(GrammarFaults, NotesMayBeginInTheNextLine) {
  EXPECT_EQ(plain(read("a[^1]\n\n[^1]:\n    one\n").article), "a | one");
  EXPECT_EQ(plain(read("a[^1]\n\n  [^1]:\n    one\n\nb\n").article), "a | one | b");
  EXPECT_EQ(plain(read("a[^1]\n\n[^1]: one\ngoes on\n\nb\n").article), "a | one goes on | b");
}
TEST(GrammarFaults, AdjacentReferencesAreTwo) {
  const Article article = read("a[^1][^2][^3]\n\n[^1]: one\n[^2]: two\n[^3]: three\n").article;
  ASSERT_EQ(article.footnotes.size(), 3U);
  for (const Footnote& footnote : article.footnotes) EXPECT_EQ(footnote.references, 1U) << footnote.label;
  EXPECT_EQ(plain(article), "a | one | two | three");
}
TEST(GrammarFaults, BracketsMayStandInALink) {
  const Article article = read("- [a [b]](#a-b)\n- [`c[0]` [d] e](#f)\n").article;
  ASSERT_EQ(article.links.size(), 2U);
  EXPECT_EQ(plain(article), "a [b] | c[0] [d] e");
  EXPECT_EQ(article.links[0].target, "#a-b");
}
TEST(GrammarFaults, ALinkInBracketsIsTheLink) {
  EXPECT_EQ(read("[a [b](#c)](#d)\n").article.links.at(0).target, "#c");
  EXPECT_EQ(read("[a [b]](#d)\n\n[b]: #e\n").article.links.at(0).target, "#e");
}

}  // namespace
}  // namespace stet::grammar_faults_test
