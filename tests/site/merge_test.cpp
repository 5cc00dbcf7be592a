#include "site/merge.h"

#include <gtest/gtest.h>

#include "site/site.h"

namespace stet::merge_test {
namespace {

const Articles site = {{"a.md", "---\ndate: 2021-05-01\n---\n\n" + ferry + "\n" + harbour},
                       {"b.md", harbour + "\n" + baker},
                       {"c/d.md", "---\ndate: 2019-01-01\n---\n\n" + baker + "\n- " + ferry},
                       {"e.md", "Short.\n"},
                       {"f.md", harbour}};
const ClaimSchema schema = {9, {{"consistency/one-price", "price"}}};

/// Every `parts`th article from the `part`th on, with a claim each.
std::vector<IndexedArticle> share(std::uint32_t part, std::uint32_t parts) {
  std::vector<IndexedArticle> articles = read_articles(site);
  std::vector<IndexedArticle> result;
  for (std::size_t a = part - 1; a < articles.size(); a += parts) {
    articles[a].claims.claims = {{.entity = 100 - a, .low = 3, .high = 3, .unit = "EUR", .value = "3 euros", .thing = "Tarsin"}};
    result.push_back(std::move(articles[a]));
  }
  return result;
}

NamedPart part(std::uint32_t number, std::uint32_t parts, const ClaimSchema& by = schema) {
  return {"part" + std::to_string(number), *SiteIndex::open_part(*assemble(share(number, parts), 1, by, {number, parts}))};
}

std::vector<NamedPart> all_parts(std::uint32_t parts) {
  std::vector<NamedPart> result;
  for (std::uint32_t number = parts; number > 0; --number) result.push_back(part(number, parts));
  return result;
}

std::string said(const std::vector<NamedPart>& parts) {
  const auto checked = check_parts(parts);
  return checked ? "" : checked.error().path + ": " + checked.error().what;
}

TEST(Merge, GivesTheBytesOfOneIndexForAnyNumberOfParts) {
  const std::string whole = text_of(assemble(share(1, 1), 1, schema)->bytes);
  for (std::uint32_t parts = 1; parts <= 7; ++parts) {
    EXPECT_EQ(said(all_parts(parts)), "");
    EXPECT_EQ(text_of(merged(all_parts(parts), 2)->bytes), whole) << parts;
  }
}
TEST(Merge, LeavesOutArticlesThatAreNotKept) {
  const SiteIndex index = index_of(site);
  std::vector<bool> kept(index.article_count(), true);
  kept[*index.find_article("b.md")] = false;
  MergedArticles articles({{&index, &kept}});
  auto assembly = Assembly::plan(articles, {});
  MemorySink sink(assembly->size());
  assembly->write(sink, 1);
  Articles others = site;
  others.erase(others.begin() + 1);
  EXPECT_EQ(text_of(sink.bytes().bytes), text_of(image_of(others).bytes));
}
TEST(Merge, WantsAllParts) {
  EXPECT_EQ(said({}), ": there are no parts to merge");
  EXPECT_EQ(said({part(1, 3), part(3, 3)}), "part1: part 2 of 3 is missing");
  EXPECT_EQ(said({part(1, 3), part(2, 3)}), "part1: part 3 of 3 is missing");
  EXPECT_EQ(check_parts({part(1, 3)}).error().kind, ProblemKind::usage);
}
TEST(Merge, WantsEachPartOnce) { EXPECT_EQ(said({part(1, 3), part(2, 3), part(2, 3)}), "part2: is part 2 of 3, as part2 is"); }
TEST(Merge, WantsPartsOfOneDivision) { EXPECT_EQ(said({part(1, 2), part(2, 3)}), "part2: is one of 3 parts, and part1 one of 2"); }
TEST(Merge, RefusesPartsOfOtherRules) {
  EXPECT_EQ(said({part(1, 2), part(2, 2, {8, schema.attributes})}), "part2: was made by other rules than part1");
  EXPECT_EQ(said({part(1, 2), part(2, 2, {9, {{"consistency/one-price", "cost"}}})}), "part2: was made by other rules than part1");
}
TEST(Merge, RefusesAnArticleThatStandsInTwoParts) {
  std::vector<IndexedArticle> more = share(2, 2);
  more.push_back(share(1, 2).front());
  const SiteIndex overlapping = *SiteIndex::open_part(*assemble(std::move(more), 1, schema, {2, 2}));
  EXPECT_EQ(said({part(1, 2), {"part2", overlapping}}), "part2: a.md stands in part1 as well");
}
TEST(Merge, TellsPartsFromIndexes) {
  EXPECT_EQ(SiteIndex::open_part(image_of(site)).error().what, "this is no part of an index, but a whole one");
  EXPECT_EQ(SiteIndex::open(*assemble(share(1, 2), 1, schema, {1, 2})).error().what, "this is a part of an index");
}

}  // namespace
}  // namespace stet::merge_test
