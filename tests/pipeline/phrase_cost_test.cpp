#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <sstream>

#include "folders.h"
#include "pipeline/many_phrases.h"

namespace stet::phrase_cost_test {
namespace {

/// Processor time of one pass; other processes do not count.
std::clock_t cost_of(const Prepared& prepared) {
  const std::clock_t start = std::clock();
  const Matches matches = prepared.find();
  return std::clock() - start;
}

/// The best of many rounds that alternate between the two, so that a busy machine spoils both or none.
TEST(PhraseCost, TenThousandPhrasesSlowThePassByLessThanHalf) {
  std::ostringstream text;
  text << std::ifstream(source_folder() + "/rules/README.md").rdbuf();
  const auto few = engine_with(0, text.str());
  const auto many = engine_with(10'000, text.str());
  const Prepared with_few(*few, text.str());
  const Prepared with_many(*many, text.str());
  double best_few = 1e9;
  double best_many = 1e9;
  for (int round = 0; round < 60 && (round < 5 || best_many >= 1.5 * best_few); ++round) {
    best_few = std::min(best_few, static_cast<double>(cost_of(with_few)));
    best_many = std::min(best_many, static_cast<double>(cost_of(with_many)));
  }
  EXPECT_LT(best_many, 1.5 * best_few);
}

TEST(PhraseCost, APhraseThatBeginsWithSomethingOptionalIsFoundAmongThousands) {
  std::vector<RuleFile> files = builtin_rule_files();
  std::string rule = "kind: forbids\ntitle: House\nseverity: note\nmessage: house\nwhy: House.\ninstead: Another.\nfind:\n";
  for (int i = 0; i < 2'000; ++i) rule += fmt::format("  - \"[left{0}|right{0}] turn{0} blerk\"\n", i);
  files.push_back({"house/turns.yaml", "house.yaml", std::move(rule), false});
  const auto engine = *compile(*load_rules(files, kind_fields()));
  const Prepared prepared(*engine, "They went right1999 turn1999 blerk. Then turn7 blerk, and left7 turn8 blerk.");
  std::size_t found = 0;
  const Matches matches = prepared.find();
  for (PatternId pattern = 0; pattern < engine->automaton.pattern_count(); ++pattern) {
    for (const Match& match : matches.of(pattern)) found += match.alternative >= 7 ? 1U : 0U;
  }
  EXPECT_EQ(found, 3U);
}

}  // namespace
}  // namespace stet::phrase_cost_test
