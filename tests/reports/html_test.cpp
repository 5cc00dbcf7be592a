#include <gtest/gtest.h>

#include "reports/html_article.h"
#include "reports/report.h"
#include "reports/run.h"

namespace stet::html_test {
namespace {

std::string page(const RunFindings& run) { return find_format("html")->render(run, {}); }

/// An article of one paragraph for each line, as the pipeline would hand it over.
FileFindings file_of(std::string bytes) {
  FileFindings file;
  file.source = *make_source("a.md", std::move(bytes));
  file.prose.text = file.source.bytes;
  for (std::uint32_t line = 1; line <= file.source.lines.count(); ++line) {
    const Span span = file.source.lines.line(line);
    const auto index = static_cast<std::uint32_t>(file.prose.blocks.size());
    file.prose.runs.push_back({span, span, 0});
    file.prose.blocks.push_back({.kind = ProseKind::paragraph, .end = index + 1, .source = span, .runs = {index, index + 1}});
    file.sentences.push_back(span);
  }
  return file;
}

std::string article(const FileFindings& file) { return article_json(file, {0}, {}).dump(); }

TEST(HtmlReport, LetsNoTextOfAnArticleEndItsElement) {
  RunFindings run = sample_run();
  run.files[0] = file_of("</script><script>alert(1)</script> <!-- <script>\n");
  run.files[0].findings = {{.source = {0, 9}, .message = "</script><img src=x onerror=alert(1)>", .related = {}}};
  const std::string text = page(run);
  EXPECT_EQ(text.find("<script>alert"), std::string::npos);
  EXPECT_EQ(text.find("<img"), std::string::npos);
  EXPECT_EQ(text.find("<!-- <script>"), std::string::npos);
}
TEST(HtmlReport, AsksForNothingElse) {
  const std::string text = page(sample_run());
  for (const std::string_view address : {"http:", "https:", "url(", "@import", "src=", "fetch("}) {
    std::string stripped = text;
    // The namespace of SVG is a name, not an address that is asked for.
    if (const std::size_t at = stripped.find("http://www.w3.org/2000/svg"); at != std::string::npos) stripped.erase(at, 26);
    EXPECT_EQ(stripped.find(address), std::string::npos) << address;
  }
}
TEST(HtmlReport, CutsARunWhereAFindingBeginsAndEnds) {
  FileFindings file = file_of("One two three.\n");
  file.findings = {{.source = {4, 7}, .message = "two", .related = {}}};
  EXPECT_NE(article(file).find(R"("r":["One ",["two",0,[0]]," three."])"), std::string::npos) << article(file);
}
TEST(HtmlReport, MarksWordsOfTwoFindingsWithBoth) {
  FileFindings file = file_of("One two three.\n");
  file.findings = {{.source = {0, 7}, .message = "a", .related = {}}, {.source = {4, 13}, .message = "b", .related = {}}};
  EXPECT_NE(article(file).find(R"("r":[["One ",0,[0]],["two",0,[0,64]],[" three",0,[64]],"."])"), std::string::npos) << article(file);
}
TEST(HtmlReport, QuotesBothEndsOfAPairWithTheirMarks) {
  FileFindings file = file_of("It is safe.\nIt is never safe.\n");
  file.findings = {{.source = {18, 28},
                    .message = "otherwise",
                    .related = {{.source = {6, 10}, .message = "says otherwise", .marks = {{{6, 10}, MarkKind::aligns}}}},
                    .marks = {{{18, 23}, MarkKind::flips}, {{24, 28}, MarkKind::aligns}}}};
  const std::string text = article(file);
  EXPECT_NE(text.find(R"("t":[["It is ",0],["never",2],[" ",1],["safe",3],[".",0]])"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("t":[["It is ",0],["safe",3],[".",0]])"), std::string::npos) << text;
}
TEST(HtmlReport, ShowsAnEndInAnotherFileByItsPath) {
  FileFindings file = file_of("It is safe.\n");
  file.findings = {{.source = {0, 5},
                    .message = "m",
                    .related = {{.source = {}, .message = "there", .elsewhere = PlaceElsewhere{"b.md", 3, 4, "It is."}}}}};
  EXPECT_NE(article(file).find(R"("e":[{"m":"there","p":"b.md","l":3,"t":[["It is.",1]]}])"), std::string::npos) << article(file);
}
TEST(HtmlReport, LeavesOutTheTextOfArticlesWithoutFindings) {
  RunFindings run = sample_run();
  run.files[0] = file_of("Nothing wrong here.\n");
  EXPECT_EQ(page(run).find("Nothing wrong"), std::string::npos);
}
TEST(HtmlReport, StaysLinearWhereFindingsOverlap) {
  FileFindings file = file_of(std::string(20'000, 'x') + "\n");
  for (std::uint32_t i = 0; i < 5'000; ++i) file.findings.push_back({.source = {i, 20'000 - i}, .message = "m", .related = {}});
  EXPECT_LT(article(file).size(), 1'000'000U);
}

}  // namespace
}  // namespace stet::html_test
