// Broken rules by the dozen, and what is said of each, word for word: broken_rules.txt. STET_UPDATE_GOLDENS=1 writes the answers anew; read
// the difference before it is committed. Cases marked (schema) are wrong to the JSON Schema as well; see tests/rules/schema.mjs.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "pipeline/check.h"

namespace stet {
namespace {

const std::string path = std::string(STET_SOURCE_DIR) + "/tests/pipeline/broken_rules.txt";
const std::string divider = "--- says\n";

struct Case {
  std::string name;  ///< first line, "=== name (mark)"
  std::string yaml;
  std::string says;
};

std::vector<Case> read_cases() {
  std::ostringstream whole;
  whole << std::ifstream(path).rdbuf();
  const std::string text = whole.str();
  std::vector<Case> cases;
  for (std::size_t at = text.find("=== "); at != std::string::npos;) {
    const std::size_t next = text.find("\n=== ", at);
    const std::string one = text.substr(at, next == std::string::npos ? next : next + 1 - at);
    const std::size_t line = one.find('\n') + 1;
    const std::size_t middle = one.find(divider);
    cases.push_back({one.substr(0, line), one.substr(line, middle - line), one.substr(middle + divider.size())});
    at = next == std::string::npos ? next : next + 1;
  }
  return cases;
}

std::string says(const std::string& yaml) {
  const auto rendered = [](const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += render(problem);
    return text;
  };
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

TEST(BrokenRules, AreAnsweredWordForWord) {
  std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 50U);
  std::string all;
  for (Case& one : cases) {
    const std::string answer = says(one.yaml);
    EXPECT_NE(answer, "nothing\n") << one.name;
    EXPECT_EQ(answer, one.says) << one.name;
    all += one.name + one.yaml + divider + answer;
  }
  if (std::getenv("STET_UPDATE_GOLDENS") != nullptr) std::ofstream(path) << all;
}

}  // namespace
}  // namespace stet
