// Every built-in rule, tried on the examples it carries: each example is a test.
#include <gtest/gtest.h>

#include "pipeline/check.h"
#include "pipeline/rule_tests.h"

namespace stet::rules_test {
namespace {

class BuiltinRule : public testing::TestWithParam<std::string> {};

TEST_P(BuiltinRule, HoldsOnItsExamples) {
  const RuleTestReport report = test_rules(builtin_engine(), {.select = {GetParam()}});
  EXPECT_GT(report.examples, 1U);
  EXPECT_EQ(report.failures, 0U) << report.text;
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const Rule& rule : builtin_engine().rules.rules) ids.push_back(rule.info.id);
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Rules, BuiltinRule, testing::ValuesIn(rule_ids()), [](const auto& test) {
  std::string name = test.param;
  for (char& c : name) c = c == '/' || c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace stet::rules_test
