// Articles of fixtures/contradictions and their pairs: a sentence that contradicts the article, and a twin that differs only in being
// consistent. The first must be found by its rule, the second by no rule of the family.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "folders.h"
#include "pipeline/check.h"

namespace stet::article_pairs_test {
namespace {

namespace fs = std::filesystem;

struct Pair {
  std::string name;     ///< "ferry12": the article and the line of the pair
  std::string rule;     ///< or "guard": neither may be found
  std::string article;  ///< without the sentence
  std::string first;
  std::string second;
};

void PrintTo(const Pair& pair, std::ostream* out) { *out << pair.name; }

std::string read_all(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '|');) {
    field.erase(0, field.find_first_not_of(' '));
    field.erase(field.find_last_not_of(' ') + 1);
    for (std::size_t at = field.find("\\n"); at != std::string::npos; at = field.find("\\n")) field.replace(at, 2, "\n");
    fields.push_back(field);
  }
  return fields;
}

void add_pairs(const fs::path& file, std::vector<Pair>& pairs) {
  const std::string article = read_all(fs::path(file).replace_extension(".md"));
  std::istringstream in(read_all(file));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() != 3) continue;
    pairs.push_back({file.stem().string() + std::to_string(number), fields[0], article, fields[1], fields[2]});
  }
}

std::vector<Pair> all_pairs() {
  std::vector<Pair> pairs;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(source_folder()) / "fixtures" / "contradictions")) {
    if (entry.path().extension() == ".pairs") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) add_pairs(file, pairs);
  return pairs;
}

std::string with(const Pair& pair, const std::string& sentence) {
  return pair.article + "\n## Afterword\n\nThe weather was fair all week, and the market was full.\n\n" + sentence + "\n";
}

/// Ids of the family's rules that find something, each with a blank behind it.
std::string found_in(const std::string& markdown) {
  std::string found;
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", markdown));
  for (const Finding& finding : file.findings) {
    const std::string& rule = builtin_engine().infos[finding.rule].id;
    if (rule.starts_with("contradiction/") || rule.starts_with("consistency/")) found += rule + " ";
  }
  return found;
}

class ArticlePairs : public testing::TestWithParam<Pair> {};

TEST_P(ArticlePairs, AreToldApart) {
  const Pair& pair = GetParam();
  const bool guard = pair.rule == "guard";
  if (guard) {
    EXPECT_EQ(found_in(with(pair, pair.first)), "") << pair.first;
  } else {
    const std::string found = " " + found_in(with(pair, pair.first));
    // A value whose attribute is known is told of by the attribute's own rule.
    const bool by_attribute = pair.rule.starts_with("consistency/") && found.find(" consistency/one-") != std::string::npos;
    EXPECT_TRUE(by_attribute || found.find(" " + pair.rule + " ") != std::string::npos) << pair.first;
  }
  EXPECT_EQ(found_in(with(pair, pair.second)), "") << pair.second;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, ArticlePairs, testing::ValuesIn(all_pairs()), [](const auto& test) { return test.param.name; });

TEST(ArticlePairsOfTheFixtures, AreSixtyAtLeast) {
  const std::vector<Pair> pairs = all_pairs();
  EXPECT_GE(std::count_if(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.rule != "guard"; }), 60);
}

}  // namespace
}  // namespace stet::article_pairs_test
