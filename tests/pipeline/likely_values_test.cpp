// Of which two values that no attribute tells `two-values` says that they are likely of one thing, and how surely.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::likely_values_test {
namespace {

/// Severities of what a rule with these keys finds in an article.
std::vector<Severity> severities(const std::string& keys, const std::string& markdown) {
  const std::string rule = "kind: two-values\ntitle: T\nseverity: error\nmessage: m\nwhy: W.\ninstead: I.\n" + keys;
  std::vector<RuleFile> files = word_list_files();
  files.push_back({"house/case.yaml", "house/case.yaml", rule, false});
  const auto engine = or_end(compile(or_end(load_rules(files, kind_fields()))));
  std::vector<Severity> found;
  for (const Finding& finding : check_source(*engine, *make_source("test.md", markdown)).findings) found.push_back(finding.severity);
  return found;
}

const std::string article =
    "# The Orrin hand mill\n\nA grain mill for small kitchens. You pour in 600 grams of wheat at a time.\n\n## Details\n\n"
    "| Body | cast iron |\n| --- | --- |\n| Hopper | 450 g of wheat |\n";

using Severities = std::vector<Severity>;

TEST(LikelyValues, AreToldWhereTheyAreLikelyEnough) {
  EXPECT_EQ(severities("least: 0.3\n", article), Severities{Severity::error});
  EXPECT_EQ(severities("least: 0.999\n", article), Severities{});
}
TEST(LikelyValues, AreANoteWhereTheyAreNotSure) {
  EXPECT_EQ(severities("least: 0.3\nsure: 0.3\n", article), Severities{Severity::error});
  EXPECT_EQ(severities("least: 0.3\nsure: 0.999\n", article), Severities{Severity::note});
}
TEST(LikelyValues, StandInOnePairEach) {
  const std::string third = article + "\n## In use\n\nThe hopper takes 500 grams of wheat.\n";
  EXPECT_EQ(severities("least: 0\n", third).size(), 1U) << "of three values two pairs would share one";
}
TEST(LikelyValues, AreLeftToTheRulesOfAttributes) {
  EXPECT_EQ(findings_in("# The Tarn lamp\n\nThe lamp weighs 2 kg.\n\n## Details\n\n| Weight | 3 kg |\n| --- | --- |\n| Colour | red |\n"),
            "7 consistency/one-weight");
}

}  // namespace
}  // namespace stet::likely_values_test
