// Rules of other trades, written with nothing but the reference of the language at hand: each holds on its examples.
#include <gtest/gtest.h>

#include "folders.h"
#include "pipeline/check.h"
#include "pipeline/rule_tests.h"

namespace stet::trades_test {
namespace {

TEST(Trades, HoldOnTheirExamples) {
  std::vector<RuleFile> files = builtin_rule_files();
  const auto trades = read_rule_folder(source_folder() + "/fixtures/trades");
  ASSERT_TRUE(trades);
  files.insert(files.end(), trades->begin(), trades->end());
  auto rules = load_rules(files, kind_fields());
  ASSERT_TRUE(rules) << render(rules.error().front());
  const auto engine = compile(std::move(*rules));
  ASSERT_TRUE(engine) << render(engine.error().front());
  const RuleTestReport report =
      test_rules(**engine, {.select = {"law", "travel", "software", "food", "sport", "cooking", "estate", "museum", "garden", "insurance",
                                       "education", "energy", "hiring", "motoring", "pets"}});
  EXPECT_GT(report.examples, 110U);
  EXPECT_EQ(report.failures, 0U) << report.text;
}

}  // namespace
}  // namespace stet::trades_test
