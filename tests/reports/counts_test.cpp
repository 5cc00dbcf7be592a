#include "reports/counts.h"

#include <gtest/gtest.h>

#include "reports/report.h"
#include "reports/run.h"

namespace stet::counts_test {
namespace {

std::string rendered(std::string_view format, const ReportOptions& options = {}) {
  return find_format(format)->render(sample_run(), options);
}

RunCounts expected(std::string label) { return counts_of(sample_run(), std::move(label)); }

TEST(Counts, AreThoseOfTheRun) {
  const RunCounts counts = counts_of(sample_run(), "today");
  EXPECT_EQ(counts.errors, 1U);
  EXPECT_EQ(counts.warnings, 1U);
  EXPECT_EQ(counts.articles, 2U);
  EXPECT_EQ(counts.rules.at("repetition/sentence"), 1U);
}
TEST(Counts, OfAJsonReportAreReadBack) {
  const auto counts = read_counts("old/march.json", rendered("json"));
  ASSERT_TRUE(counts);
  EXPECT_EQ(*counts, std::vector{expected("march.json")});
}
TEST(Counts, OfASarifReportAreReadBackButForTheArticles) {
  auto wanted = expected("march.sarif");
  wanted.articles = 0;
  EXPECT_EQ(*read_counts("march.sarif", rendered("sarif")), std::vector{wanted});
}
TEST(Counts, OfAPageAreReadBackWithThoseItCarries) {
  const auto counts = read_counts("b.html", rendered("html", {.label = "May", .earlier = {expected("April")}}));
  EXPECT_EQ(*counts, (std::vector{expected("April"), expected("May")}));
}
TEST(Counts, OfAPageWithoutALabelAreCalledByItsFile) { EXPECT_EQ(read_counts("x/b.html", rendered("html"))->back().label, "b.html"); }
TEST(Counts, OfWhatIsNoReportAreAProblem) {
  for (const std::string_view bytes : {"", "null", "[]", "{}", "{\"files\": 3}", "<html>", "{\"runs\"", "\xFF"}) {
    const auto counts = read_counts("a.txt", bytes);
    ASSERT_FALSE(counts) << bytes;
    EXPECT_EQ(counts.error().what, "is no earlier report of stet");
  }
}
TEST(Counts, SurviveDamage) {
  for (const std::string_view bytes :
       {R"({"runs": 3})", R"({"runs": [null, {"results": [1, {"level": 2}]}]})", R"({"summary": [], "files": [[], {"findings": {}}]})",
        R"(<script type="application/json" id="stet-counts">[{"label": 1, "rules": [2], "errors": -1}]</script>)"}) {
    EXPECT_TRUE(read_counts("a.txt", bytes)) << bytes;
  }
}

}  // namespace
}  // namespace stet::counts_test
