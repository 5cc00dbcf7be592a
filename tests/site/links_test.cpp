#include "site/links.h"

#include <gtest/gtest.h>

namespace stet::links_test {
namespace {

TEST(LinkedPath, FollowsFoldersFromTheArticleOrTheRoot) {
  EXPECT_EQ(linked_path("a/b.md", "c.md"), "a/c");
  EXPECT_EQ(linked_path("a/b.md", "./d/../c.md"), "a/c");
  EXPECT_EQ(linked_path("a/b.md", "../c.md?x=1"), "c");
  EXPECT_EQ(linked_path("a/b.md", "/c/d/"), "c/d");
  EXPECT_EQ(linked_path("b.md", "c/index.md"), "c");
}
TEST(LinkedPath, IsEmptyOfWhatLeadsToNoArticle) {
  for (const char* target : {"", "#part", "c.md#part", "https://c.example/c.md", "mailto:c@c.example", "//c.example/c.md", "../../c.md"}) {
    EXPECT_EQ(linked_path("a/b.md", target), "") << target;
  }
  EXPECT_EQ(linked_path("a/b.md", std::string(5000, 'c')), "");
}
TEST(ArticleKey, IsTheSameOfALinkAndOfTheArticle) {
  EXPECT_EQ(article_key("c/d.md"), article_key(linked_path("a/b.md", "/c/d/")));
  EXPECT_EQ(article_key("c/d/index.md"), article_key(linked_path("a/b.md", "../c/d")));
  EXPECT_NE(article_key("c/d.md"), article_key("c/e.md"));
}

}  // namespace
}  // namespace stet::links_test
