// Whose words a block quote holds.
#include <gtest/gtest.h>

#include "document/read.h"

namespace stet::quotations_test {
namespace {

Quotation quotation_in(const std::string& markdown) {
  for (const Block& block : read(markdown).article.blocks) {
    if (block.kind == BlockKind::quote) return block.quotation;
  }
  return Quotation::none;
}

TEST(Quotations, ABoxIsTheAuthors) {
  EXPECT_EQ(quotation_in("Text.\n\n> Warm the pot before the tea.\n\nMore.\n"), Quotation::box);
  EXPECT_EQ(quotation_in("Text.\n\n> **Note:** Warm the pot.\n\nMore.\n"), Quotation::box);
  EXPECT_EQ(quotation_in("A few of them:\n\n> - Warm the pot.\n> - Pour.\n\nMore.\n"), Quotation::box);
}
TEST(Quotations, ANameBehindThemMakesThemSomebodys) {
  EXPECT_EQ(quotation_in("> Clay forgives.\n>\n> — Ada Brenholm\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> Clay forgives.\n> - Ada Brenholm\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> Clay forgives. -- Ada Brenholm\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> “Clay forgives.” – Ada Brenholm, potter\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> Clay forgives.\n\n— Ada Brenholm\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> Clay forgives.\n> <cite>Ada Brenholm</cite>\n"), Quotation::attributed);
  EXPECT_EQ(quotation_in("> Clay forgives.\n>\n> [The Potter's Year](https://example.org/year)\n"), Quotation::attributed);
}
TEST(Quotations, WhatLeadsToThemWithAColonSaysWhoSpeaks) {
  EXPECT_EQ(quotation_in("Ada wrote:\n\n> Clay forgives what copper does not.\n"), Quotation::attributed);
}
TEST(Quotations, ADashWithinASentenceNamesNobody) {
  EXPECT_EQ(quotation_in("Text.\n\n> Clay forgives — copper does not, and tin is in between them both.\n"), Quotation::box);
}
TEST(Quotations, MarksMakeThemSomebodys) { EXPECT_EQ(quotation_in("Text.\n\n> “Clay forgives.”\n"), Quotation::marked); }
TEST(Quotations, APullQuoteIsTheArticlesOwn) {
  EXPECT_EQ(quotation_in("Clay forgives what copper does not. So be it.\n\n> Clay forgives what copper does not.\n"),
            Quotation::pull_quote);
  EXPECT_EQ(quotation_in("Clay forgives what copper does not. So be it.\n\n> “Clay forgives what copper does not.”\n"),
            Quotation::pull_quote);
}
TEST(Quotations, TheBodyOfAnArticleIsTheAuthors) {
  EXPECT_EQ(quotation_in("# Clay\n\n> Clay forgives what copper does not.\n>\n> Tin is in between them both, and lead is heavy.\n"),
            Quotation::body);
}
TEST(Quotations, ShowInTheDump) {
  const Read result = read("Text.\n\n> “Clay forgives.”\n");
  EXPECT_NE(dump(result.article, result.source).find("quote (marked) 3:1"), std::string::npos);
}

}  // namespace
}  // namespace stet::quotations_test
