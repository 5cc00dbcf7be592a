#include "comparing/standing.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::standing_test {
namespace {

Standing standing_in(const std::string& markdown, std::string_view a = "hot", std::string_view b = "cold") {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return standing_of(input, sentence_with(input, a), sentence_with(input, b));
}

TEST(Distance, GrowsFromParagraphToArticle) {
  EXPECT_EQ(standing_in("It is hot. It is cold.\n").distance, Distance::paragraph);
  EXPECT_EQ(standing_in("It is hot.\n\nIt is cold.\n").distance, Distance::neighbour);
  EXPECT_EQ(standing_in("It is hot.\n\nRain.\n\nIt is cold.\n").distance, Distance::section);
  EXPECT_EQ(standing_in("It is hot.\n\n## More\n\nIt is cold.\n").distance, Distance::article);
}
TEST(Distance, IsTheSameEitherWay) { EXPECT_EQ(standing_in("It is cold.\n\nIt is hot.\n").distance, Distance::neighbour); }
TEST(Standing, KnowsListsAndTables) {
  const Standing items = standing_in("- It is hot.\n- It is cold.\n");
  EXPECT_TRUE(items.same_list && items.item_a && items.item_b && !items.cell && !items.quoted);
  const Standing lists = standing_in("- It is hot.\n\nRain.\n\n- It is cold.\n");
  EXPECT_TRUE(!lists.same_list && lists.item_a && lists.item_b);
  const Standing rows = standing_in("| a | b |\n|---|---|\n| hot | 1 |\n| cold | 2 |\n");
  EXPECT_TRUE(rows.same_list && rows.cell && !rows.item_a);
  const Standing item = standing_in("- It is hot.\n\nIt is cold.\n");
  EXPECT_TRUE(item.item_a && !item.item_b && !item.same_list);
}
TEST(Standing, TwoSectionsOfOneHeadingAreACopyAndNoPattern) {
  EXPECT_EQ(standing_in("# Kilns\n\n## Week 1\n\nIt is hot.\n\n## Week 2\n\nIt is cold.\n").parallel, Parallel::sections);
  EXPECT_EQ(standing_in("# Kilns\n\n## Week 1\n\nIt is hot.\n\n## Week 1\n\nIt is cold.\n").parallel, Parallel::none);
}

}  // namespace
}  // namespace stet::standing_test
