#include "cli/repository.h"

namespace stet::html_report_test {
namespace {

class HtmlReportOfTheCli : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("a.md", "Research suggests that walking eases worry.\n");
  }
  Outcome html(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {"--format", "html", path("a.md")};
    arguments.insert(arguments.begin(), more.begin(), more.end());
    return stet_run(arguments);
  }
};

TEST_F(HtmlReportOfTheCli, ShowsArticlesThatTheCacheRemembers) {
  stet_run({"--cache", folder.string(), path("a.md")});
  EXPECT_NE(html({"--cache", folder.string()}).out.find("walking eases worry"), std::string::npos);
}
TEST_F(HtmlReportOfTheCli, CarriesTheCountsOfAnEarlierOne) {
  write("march.html", html({"--html-label", "March"}).out);
  EXPECT_NE(html({"--html-history", path("march.html")}).out.find(R"([{"label":"March","articles":1)"), std::string::npos);
}
TEST_F(HtmlReportOfTheCli, RefusesAHistoryThatIsNone) {
  const Outcome outcome = html({"--html-history", path("a.md")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("a.md: error: is no earlier report of stet"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace stet::html_report_test
