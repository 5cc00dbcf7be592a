// What `stet dump article` shows of each article in fixtures/articles.
#include <gtest/gtest.h>

#include "document/article.h"
#include "goldens.h"

namespace stet::golden_test {
namespace {

class ArticleGolden : public testing::TestWithParam<std::string> {};

TEST_P(ArticleGolden, IsWhatTheDumpShows) {
  const Source source = fixture(GetParam());
  expect_golden("document", GetParam(), dump(parse_article(source), source));
}

INSTANTIATE_TEST_SUITE_P(Fixtures, ArticleGolden, testing::ValuesIn(fixture_names()), fixture_test_name);

}  // namespace
}  // namespace stet::golden_test
