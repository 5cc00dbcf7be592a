#include "site/index.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "site/site.h"

namespace stet::index_test {
namespace {

const Articles three = {{"b.md", "---\ndate: 2020-01-01\n---\n\n" + ferry + "\n" + harbour},
                        {"a.md", "---\ndate: 2021-01-01\n---\n\n" + harbour + "\n" + baker},
                        {"c/undated.md", baker}};

TEST(SiteIndex, OrdersArticlesByDateThenPath) {
  const SiteIndex index = index_of(three);
  ASSERT_EQ(index.article_count(), 3U);
  EXPECT_EQ(index.path(0), "b.md");
  EXPECT_EQ(index.path(1), "a.md");
  EXPECT_EQ(index.path(2), "c/undated.md");
}
TEST(SiteIndex, FindsArticlesByPath) {
  const SiteIndex index = index_of(three);
  EXPECT_EQ(index.find_article("a.md"), 1U);
  EXPECT_EQ(index.find_article("d.md"), std::nullopt);
}
TEST(SiteIndex, FindsArticlesOneAfterTheOtherInTheOrderOfTheirPaths) {
  const SiteIndex index = index_of(three);
  std::size_t next = 0;
  EXPECT_EQ(index.find_article("a.md", next), 1U);
  EXPECT_EQ(index.find_article("b.md", next), 0U);
  EXPECT_EQ(index.find_article("b2.md", next), std::nullopt);
  EXPECT_EQ(index.find_article("c/undated.md", next), 2U);
  EXPECT_EQ(index.find_article("d.md", next), std::nullopt);
  EXPECT_EQ(index.find_article("a.md", next), 1U);
}
TEST(SiteIndex, BeginsItsTextWithThePaths) {
  const SiteIndex index = index_of(three);
  EXPECT_EQ(index.path(0).data() + index.path(0).size(), index.path(1).data());
  EXPECT_EQ(index.path(1).data() + index.path(1).size(), index.path(2).data());
}
TEST(SiteIndex, KeepsEachContentOnce) {
  const SiteIndex index = index_of(three);
  EXPECT_EQ(index.paragraph_count(), 5U);
  EXPECT_EQ(index.content_count(), 3U);
  const auto content = index.find_content(print_of(harbour).paragraphs[0].content);
  ASSERT_TRUE(content);
  EXPECT_EQ(index.content(*content).articles, 2U);
  ASSERT_EQ(index.members(*content).size(), 2U);
  EXPECT_EQ(index.path(index.paragraph(index.members(*content)[0]).article), "b.md") << "the earlier one comes first";
  EXPECT_EQ(index.excerpt(index.paragraph(index.members(*content)[0])).substr(0, 23), "The old harbour of Bren");
}
TEST(SiteIndex, FindsCandidatesOfAVariant) {
  const SiteIndex index = index_of(three);
  const ArticlePrint print =
      print_of("The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws painters in winter.\n");
  const auto candidates = index.candidates(stems_of(print, 0));
  ASSERT_EQ(candidates.size(), 1U);
  EXPECT_EQ(candidates[0].content, *index.find_content(print_of(harbour).paragraphs[0].content));
}
TEST(SiteIndex, IsTheSameInAnyOrderAndWithAnyNumberOfJobs) {
  Articles turned(three.rbegin(), three.rend());
  EXPECT_EQ(text_of(image_of(three, 1).bytes), text_of(image_of(turned, 4).bytes));
}
TEST(SiteIndex, GivesArticlesBackAsTheyWere) {
  const SiteIndex index = index_of(three);
  std::vector<IndexedArticle> articles;
  for (std::uint32_t a = 0; a < index.article_count(); ++a) articles.push_back(article_of(index, a));
  EXPECT_EQ(text_of(assemble(std::move(articles), 1)->bytes), text_of(index.bytes()));
}
TEST(SiteIndex, MayBeEmpty) {
  const SiteIndex index = index_of({});
  EXPECT_EQ(index.article_count(), 0U);
  EXPECT_TRUE(index.candidates(stems_of(print_of(ferry), 0)).empty());
}

/// An article print with made-up paragraphs, which need no parsing.
ArticlePrint made_up(std::uint32_t paragraphs, const std::function<SiteStem(std::uint32_t paragraph, std::uint32_t word)>& stem_at,
                     std::uint32_t words) {
  ArticlePrint print;
  print.date = no_date;
  for (std::uint32_t p = 0; p < paragraphs; ++p) {
    ParagraphPrint paragraph;
    paragraph.stems.begin = static_cast<std::uint32_t>(print.stems.size());
    std::uint64_t hash = 0;
    for (std::uint32_t w = 0; w < words; ++w) {
      print.stems.push_back(stem_at(p, w) & stem_bits);
      hash = hash * 0x9E3779B97F4A7C15U + print.stems.back();
    }
    paragraph.stems.end = static_cast<std::uint32_t>(print.stems.size());
    paragraph.words = words;
    paragraph.content = hash;
    paragraph.first_line = p + 1;
    paragraph.last_line = p + 1;
    print.paragraphs.push_back(paragraph);
  }
  return print;
}

/// Looks every paragraph up in an index of all of them.
LookupCost cost_of_all(const ArticlePrint& print) {
  const SiteIndex index = *SiteIndex::open(*assemble({{"a.md", 1, print}}, 1));
  LookupCost cost;
  for (std::uint32_t c = 0; c < index.content_count(); ++c) index.candidates(index.words_of(c).stems, &cost);
  return cost;
}

constexpr std::uint32_t many = 20'000;

TEST(SiteIndexGrowth, OneSentenceAThousandfoldIsOneContent) {
  const ArticlePrint print = made_up(
      many, [](std::uint32_t, std::uint32_t w) { return w * 7919; }, 20);
  const SiteIndex index = *SiteIndex::open(*assemble({{"a.md", 1, print}}, 1));
  EXPECT_EQ(index.content_count(), 1U);
  EXPECT_EQ(index.members(0).size(), many);
  EXPECT_EQ(cost_of_all(print).candidates, 1U);
}
TEST(SiteIndexGrowth, ACommonPrefixCostsAFixedAmountEach) {
  const auto stem_at = [](std::uint32_t p, std::uint32_t w) { return w < 40 ? w * 7919 : p * 104729 + w; };
  const LookupCost cost = cost_of_all(made_up(many, stem_at, 60));
  EXPECT_LE(cost.postings, std::uint64_t{many} * band_count * postings_read);
  EXPECT_LE(cost.candidates, std::uint64_t{many} * most_candidates);
}
TEST(SiteIndexGrowth, ACommonPrefixDoesNotHideARareCopy) {
  // All share 40 words; the last two share the 20 behind them as well, except one.
  const auto stem_at = [](std::uint32_t p, std::uint32_t w) {
    if (w < 40) return w * 7919;
    return (p + 1 == many && w != 50 ? p - 1 : p) * 104729 + w;
  };
  const ArticlePrint print = made_up(many, stem_at, 60);
  const SiteIndex index = *SiteIndex::open(*assemble({{"a.md", 1, print}}, 1));
  const auto candidates = index.candidates(stems_of(print, many - 1));
  const auto copy =
      std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) { return candidate.content == many - 2; });
  EXPECT_NE(copy, candidates.end());
}
TEST(SiteIndexGrowth, DifferentParagraphsHaveFewCandidates) {
  const LookupCost cost = cost_of_all(made_up(
      many, [](std::uint32_t p, std::uint32_t w) { return p * 7919 + w * w * 31; }, 20));
  EXPECT_LE(cost.candidates, std::uint64_t{many} * 2);
}

}  // namespace
}  // namespace stet::index_test
