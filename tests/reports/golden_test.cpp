// One golden a format. STET_UPDATE_GOLDENS=1 writes them anew; read the difference before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "folders.h"
#include "reports/packed_size.h"
#include "reports/report.h"
#include "reports/run.h"

namespace stet::golden_test {
namespace {

std::string golden_path(std::string_view format) { return source_folder() + "/tests/reports/goldens/" + std::string(format) + ".txt"; }

/// The page without its style, its script and their hashes: of a template, goldens say nothing.
std::string without_template(std::string text) {
  for (const auto& [opening, closing] :
       {std::pair("<style>", "</style>"), {"<script>", "</script>"}, {"script-src", ";"}, {"style-src", ";"}}) {
    const std::size_t begin = text.find(opening);
    const std::size_t end = text.find(closing, begin);
    if (begin == std::string::npos || end == std::string::npos) continue;
    text.erase(begin, end - begin);
  }
  return text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatTheFormatGives) {
  const std::string text = without_template(find_format(GetParam())->render(sample_run(), {.root = "", .program_version = "1.2.3"}));
  if (std::getenv("STET_UPDATE_GOLDENS") != nullptr) std::ofstream(golden_path(GetParam())) << text;
  std::ostringstream golden;
  golden << std::ifstream(golden_path(GetParam())).rdbuf();
  EXPECT_EQ(text, golden.str());
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Formats, Golden, testing::ValuesIn(format_names()), [](const auto& test) { return test.param; });

TEST(TextReport, CannotSteerATerminal) {
  RunFindings run = sample_run();
  run.files[0].source = *make_source("a.md", "evil \x1b[2J text that is long enough to hold every span of the sample\n");
  run.files[0].findings.resize(1);
  EXPECT_EQ(find_format("text")->render(run, {}).find('\x1b'), std::string::npos);
}
TEST(RdjsonReport, PointsIntoTheOtherArticle) {
  RunFindings run = sample_run();
  run.files[0].findings.resize(1);
  run.files[0].findings[0].related = {{.source = {}, .message = "there", .elsewhere = PlaceElsewhere{"b.md", 3, 4, "It is."}}};
  const auto json = nlohmann::json::parse(find_format("rdjson")->render(run, {}));
  const auto& related = json["diagnostics"][0]["related_locations"][0]["location"];
  EXPECT_EQ(related["path"], "b.md");
  EXPECT_EQ(related["range"], nlohmann::json::parse(R"({"start": {"line": 3}, "end": {"line": 4}})"));
}
TEST(GithubReport, EscapesWhatWouldBeACommand) {
  RunFindings run = sample_run();
  run.files[0].findings[0].message = "a\n::error::b";
  EXPECT_EQ(find_format("github")->render(run, {}).find("\n::error::b"), std::string::npos);
}
TEST(GithubReport, PutsWhatWasNotReadFirst) {
  EXPECT_TRUE(find_format("github")->render(sample_run(), {}).starts_with("::error file=notes/big.md,line=1::not read"));
}
TEST(MarkdownReport, RendersNothingOfAnArticle) {
  RunFindings run = sample_run();
  run.files[0].findings[0].message = "a|b <img src=x> [c](https://d) @e `f`\n# g";
  const std::string text = find_format("markdown")->render(run, {});
  EXPECT_NE(text.find("a&#124;b &#60;img src=x&#62; &#91;c&#93;&#40;https&#58;//d&#41; &#64;e &#96;f&#96;"), std::string::npos) << text;
  EXPECT_EQ(text.find("\n# g"), std::string::npos);
}
TEST(MarkdownReport, StaysBelowWhatASummaryMayHold) {
  RunFindings run = sample_run();
  run.files[0].findings.assign(20'000, run.files[0].findings[0]);
  const std::string text = find_format("markdown")->render(run, {});
  EXPECT_LT(text.size(), 1'000'000U);
  EXPECT_NE(text.find("more findings that have no room here"), std::string::npos);
}
TEST(MarkdownReport, LinksFilesAndLinesOfTheCommit) {
  const std::string text = find_format("markdown")->render(sample_run(), {.files_at = "https://example.org/ada/site/blob/c0ffee/"});
  EXPECT_NE(text.find("### [notes/a b.md](https://example.org/ada/site/blob/c0ffee/notes/a%20b.md)"), std::string::npos) << text;
  EXPECT_NE(text.find("[line 5](https://example.org/ada/site/blob/c0ffee/notes/a%20b.md?plain=1#L5)"), std::string::npos) << text;
}
TEST(MarkdownReport, ShowsBothEndsOfAPairSideBySide) {
  const std::string text = find_format("markdown")->render(sample_run(), {});
  EXPECT_NE(text.find("| line 5 | earlier, line 1 |\n|---|---|\n|"), std::string::npos) << text;
}
TEST(GithubReport, SaysWhyWhatToWriteAndHowToLetItStand) {
  const std::string text = find_format("github")->render(sample_run(), {});
  EXPECT_NE(text.find("claims research but cites none%0A%0ANobody can check it.%0ALink it.%0A%0ATo let it stand, write before it: "
                      "<!-- stet citation/unsourced-research: reason -->%0Ahttps://"),
            std::string::npos)
      << text;
}
TEST(GitlabReport, TellsEqualFindingsOfTwoArticlesApart) {
  RunFindings run = sample_run();
  run.files.push_back(run.files[0]);
  run.files.back().source.path = "notes/other.md";
  const std::string text = find_format("gitlab")->render(run, {});
  std::set<std::string> fingerprints;
  const std::string key = R"("fingerprint": ")";
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    fingerprints.insert(text.substr(at + key.size(), 32));
  }
  EXPECT_EQ(fingerprints.size(), 5U);
}
TEST(RdjsonReport, CountsBytes) {
  const std::string text = find_format("rdjson")->render(sample_run(), {});
  EXPECT_NE(text.find("\"column\": 12"), std::string::npos) << text;
}
TEST(GithubReport, ShowsTenOfEachSeverityAndCountsTheRest) {
  RunFindings run = sample_run();
  run.files[0].findings.assign(15, run.files[0].findings[0]);
  const std::string text = find_format("github")->render(run, {});
  EXPECT_NE(text.find("\n6 findings not shown here"), std::string::npos);
}
TEST(SarifReport, TakesNoMoreThanCodeScanningDoes) {
  RunFindings run = sample_run();
  run.files[0].findings.assign(25'100, run.files[0].findings[0]);
  EXPECT_NE(find_format("sarif")->render(run, {}).find("100 results left out"), std::string::npos);
}

TEST(SarifReport, NamesAtMostAThousandLocationsAndLinksFive) {
  RunFindings run = sample_run();
  run.files[0].findings[1].related.assign(1'500, run.files[0].findings[1].related[0]);
  const std::string text = find_format("sarif")->render(run, {});
  EXPECT_NE(text.find("\"id\": 999,"), std::string::npos);
  EXPECT_EQ(text.find("\"id\": 1000,"), std::string::npos);
  EXPECT_NE(text.find("[earlier](5) and 1495 more)."), std::string::npos);
}
TEST(SarifReport, AnchorsALongPassageOnItsFirstSentence) {
  RunFindings run = sample_run();
  run.files[0].findings[1].source = {21, 60};
  run.files[0].sentences = {{0, 19}, {21, 39}, {41, 60}};
  EXPECT_NE(find_format("sarif")->render(run, {}).find(R"("text": "Studies [show] it.")"), std::string::npos);
}
TEST(SarifReport, StaysBelowTheBytesThatCodeScanningTakes) {
  RunFindings run = sample_run();
  run.files[0].findings.assign(12, run.files[0].findings[0]);
  // Letters by chance pack to some three quarters.
  std::mt19937 random(1);
  for (Finding& finding : run.files[0].findings) {
    for (int i = 0; i < 1'800'000; ++i) finding.message += "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[random() % 62];
  }
  const std::string text = find_format("sarif")->render(run, {});
  EXPECT_NE(text.find("5 results left out, the mildest"), std::string::npos);
  PackedSize packed;
  packed.add(text);
  EXPECT_LT(packed.bytes(), 10'000'000U);
}
TEST(SarifReport, KeepsAllThatPacksWell) {
  RunFindings run = sample_run();
  run.files[0].findings[0].message.assign(3'000'000, 'x');
  run.files[0].findings.assign(12, run.files[0].findings[0]);
  EXPECT_EQ(find_format("sarif")->render(run, {}).find("left out"), std::string::npos);
}
TEST(SarifReport, EncodesPaths) {
  RunFindings run = sample_run();
  run.files[0].source.path = "/root/a:b #1%/\xC3\xBC.md";
  EXPECT_NE(find_format("sarif")->render(run, {.root = "/root"}).find(R"("uri": "a%3Ab%20%231%25/%C3%BC.md")"), std::string::npos);
}
TEST(SarifReport, CarriesNoticesWithoutFailing) {
  RunFindings run = sample_run();
  run.files.pop_back();
  run.notices.push_back({ProblemKind::usage, "baseline", 3, 1, "matches no more", "", ""});
  const std::string text = find_format("sarif")->render(run, {});
  EXPECT_NE(text.find("\"executionSuccessful\": true"), std::string::npos);
  EXPECT_NE(text.find("matches no more."), std::string::npos);
}

}  // namespace
}  // namespace stet::golden_test
