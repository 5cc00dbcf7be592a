#include "pipeline/rule_tests.h"

#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::rule_tests_test {
namespace {

/// What the test of one rule says; `examples` is YAML.
std::string says(const std::string& examples, bool coverage = false) {
  std::vector<RuleFile> files = builtin_rule_files();
  files.push_back({"house/loud.yaml", "loud.yaml",
                   "kind: forbids\ntitle: Loud\nseverity: note\nmessage: \"{found}\"\nfind: [loud, \"{noise}\"]\nunless: not\nwhy: a\n"
                   "instead: b\n" +
                       examples});
  files.push_back({"words/noise.yaml", "noise.yaml", "words: [din, racket]\n"});
  const auto engine = *compile(*load_rules(files, kind_fields()));
  return test_rules(*engine, {.select = {"house"}, .coverage = coverage}).text;
}

TEST(RuleTests, TellMissingAndWhatKeptItAway) {
  EXPECT_EQ(says("examples:\n  bad: [It is not loud.]\n  good: [Quiet.]\n"),
            "loud.yaml:10:9: house/loud missing: a bad example in which nothing is found\n"
            "    in    “It is not loud.”\n"
            "    `find` matched “loud”: loud (line 5)\n"
            "    `unless` matched “not”: not (line 6)\n"
            "2 examples, 1 failed, 0 known gaps\n");
}
TEST(RuleTests, TellNoisyAndWhichPhraseFoundIt) {
  EXPECT_EQ(says("examples:\n  bad: [A din.]\n  good: [What a racket.]\n"),
            "loud.yaml:11:10: house/loud noisy: a good example in which something is found\n"
            "    in    “What a racket.”\n"
            "    found “racket”: racket\n"
            "    `find` matched “racket”: {noise} (line 5)\n"
            "2 examples, 1 failed, 0 known gaps\n");
}
TEST(RuleTests, SayWhenASortOfExampleIsMissing) {
  EXPECT_EQ(says("examples:\n  bad: [A din.]\n"),
            "loud.yaml: house/loud has no `good` example: nothing shows that it lets other things be\n"
            "1 examples, 0 failed, 0 known gaps\n");
}
TEST(RuleTests, CountKnownGaps) {
  EXPECT_EQ(says("examples:\n  bad: [A din.]\n  good: [x]\n  todo-bad: [A bang.]\n"), "3 examples, 0 failed, 1 known gaps\n");
}
TEST(RuleTests, ListWhatNoExampleExercises) {
  EXPECT_EQ(says("examples:\n  bad: [A din.]\n  good: [x]\n", true),
            "loud.yaml:5:8: `find` in no example: loud\n"
            "loud.yaml:6:9: `unless` in no example: not\n"
            "noise.yaml: 1 of 2 entries in no example: racket\n"
            "2 examples, 0 failed, 0 known gaps\n");
}

}  // namespace
}  // namespace stet::rule_tests_test
