// What `stet dump units` shows of each article in fixtures/articles.
#include <gtest/gtest.h>

#include "goldens.h"
#include "units/units.h"

namespace stet::golden_test {
namespace {

class UnitsGolden : public testing::TestWithParam<std::string> {};

TEST_P(UnitsGolden, IsWhatTheDumpShows) {
  const Source source = fixture(GetParam());
  const Article article = parse_article(source);
  Vocabulary vocabulary;
  const Units units = read_units(article, vocabulary);
  expect_golden("units", GetParam(), dump(units, article, source, vocabulary));
}

INSTANTIATE_TEST_SUITE_P(Fixtures, UnitsGolden, testing::ValuesIn(fixture_names()), fixture_test_name);

}  // namespace
}  // namespace stet::golden_test
