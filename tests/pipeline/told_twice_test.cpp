// Articles of ten genres as anybody might write them, with values that agree, differ, or only look as if they did: what is read of each,
// and what is found. STET_UPDATE_GOLDENS=1 writes the goldens anew; read the difference before it is committed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "folders.h"
#include "goldens.h"
#include "pipeline/check.h"
#include "pipeline/claims_dump.h"

namespace stet::told_twice_test {
namespace {

const std::string folder = source_folder() + "/fixtures/told-twice/";

std::vector<std::string> articles() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The findings of the rules of one value, then the claims.
std::string picture_of(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(folder + name, std::ios::binary).rdbuf();
  const Source source = *make_source(name, bytes.str());
  const FileFindings file = check_source(builtin_engine(), source);
  std::string text = "# Found\n";
  for (const Finding& finding : file.findings) {
    const std::string& rule = builtin_engine().infos[finding.rule].id;
    if (rule.starts_with("consistency/"))
      text += fmt::format("{} {} [{}]\n", source.lines.line_at(finding.source.begin), finding.message, rule);
  }
  return text + "\n# Claims\n" + dump_claims(builtin_engine().rules, source, parse_article(source));
}

class ToldTwice : public testing::TestWithParam<std::string> {};

TEST_P(ToldTwice, IsWhatTheGoldenShows) { expect_golden("pipeline", GetParam(), picture_of(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Fixtures, ToldTwice, testing::ValuesIn(articles()), fixture_test_name);

}  // namespace
}  // namespace stet::told_twice_test
