// Broken rules by the dozen, and what is said of each, word for word.
#include "folders.h"
#include "pipeline/cases.h"
#include "pipeline/check.h"

namespace stet::broken_rules_test {
namespace {

std::string rendered(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) text += render(problem);
  return text;
}

/// What is said of one rule beside the built-in word lists.
std::string says(const std::string& yaml) {
  std::vector<RuleFile> files;
  for (const RuleFile& file : builtin_rule_files()) {
    if (file.path.starts_with("words/")) files.push_back(file);
  }
  files.push_back({"house/loud.yaml", "house/loud.yaml", yaml});
  auto rules = load_rules(files, kind_fields());
  if (!rules) return rendered(rules.error());
  const auto engine = compile(std::move(*rules));
  return engine ? "nothing\n" : rendered(engine.error());
}

TEST(BrokenRules, AreAnsweredWordForWord) { EXPECT_GT(check_cases(source_folder() + "/tests/pipeline/broken_rules.txt", says), 50U); }

}  // namespace
}  // namespace stet::broken_rules_test
