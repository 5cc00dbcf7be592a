// Two houses that have nothing to do with medicine: their rules hold on their examples, and their articles show what they find.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "cli/cli.h"
#include "folders.h"

namespace stet::house_packs_test {
namespace {

class House : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { std::filesystem::current_path(source_folder() + "/fixtures/house/" + GetParam()); }
  static std::pair<int, std::string> run(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_cli(arguments, out, err);
    return {code, out.str() + err.str()};
  }
};

TEST_P(House, HoldsOnItsExamples) {
  const auto [code, text] = run({"test", GetParam()});
  EXPECT_EQ(code, 0) << text;
}
TEST_P(House, FindsSomethingInItsArticle) {
  const auto [code, text] = run({"article.md"});
  EXPECT_EQ(code, 1) << text;
  EXPECT_NE(text.find("[" + GetParam() + "/"), std::string::npos) << text;
}
TEST_P(House, LeavesNoPhraseToFindUntried) {
  const auto [code, text] = run({"test", GetParam(), "--coverage"});
  EXPECT_EQ(text.find("`find` in no example"), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(Houses, House, testing::Values("finance", "product"), [](const auto& test) { return test.param; });

}  // namespace
}  // namespace stet::house_packs_test
