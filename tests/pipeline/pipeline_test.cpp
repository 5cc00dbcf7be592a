#include "pipeline/pipeline.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "pipeline/check.h"

namespace stet::pipeline_test {
namespace {

const std::string repeated = "The old harbour of Brenholm, built by Danish merchants, draws thousands of visitors every summer.";

TEST(Pipeline, FindsNothingInAnEmptyArticle) { EXPECT_EQ(findings_in(""), ""); }
TEST(Pipeline, ReadsATableThatEndsInABarAlone) {
  for (const char* row : {"| velmora cures headaches |", "| 2 kg |", " 1954 kg |", "| Research suggests that it helps |"}) {
    EXPECT_EQ(findings_in(std::string("| Weight |\n| --- |\n") + row + "\n|").find("consistency"), std::string::npos) << row;
  }
}
TEST(Pipeline, FindsAPairOnceAtItsLaterEnd) {
  EXPECT_EQ(findings_in(repeated + "\n\nSomething else.\n\n" + repeated + "\n"), "5 repetition/sentence");
}
TEST(Pipeline, SentencesOfARepeatedParagraphAreNotFoundAgain) {
  const std::string paragraph = repeated + " Few of them stay longer than an afternoon, and fewer still come back.";
  EXPECT_EQ(findings_in(paragraph + "\n\nSomething else.\n\n" + paragraph + "\n"), "5 repetition/paragraph");
}
TEST(Pipeline, DoesNotDependOnWrapping) {
  std::string wrapped = repeated;
  wrapped[wrapped.find(" draws")] = '\n';
  EXPECT_EQ(findings_in(wrapped + "\n\nSomething else.\n\n" + repeated + "\n"), "6 repetition/sentence");
}
TEST(Pipeline, DoesNotDependOnLineEnds) {
  EXPECT_EQ(findings_in(repeated + "\r\n\r\nSomething else.\r\n\r\n" + repeated + "\r\n"), "5 repetition/sentence");
}
TEST(Pipeline, LetsAPassageStandFromItsLaterEnd) {
  EXPECT_EQ(findings_in(repeated + "\n\n<!-- stet repetition/sentence: a refrain -->\n" + repeated + "\n"), "");
}
TEST(Pipeline, LetsAPassageStandFromItsEarlierEnd) {
  EXPECT_EQ(findings_in("<!-- stet repetition: a refrain -->\n" + repeated + "\n\nElse.\n\n" + repeated + "\n"), "");
}
TEST(Pipeline, WantsAReason) {
  EXPECT_EQ(findings_in(repeated + "\n\n<!-- stet repetition/sentence -->\n" + repeated + "\n"), "3 stet/suppression-without-reason");
}
TEST(Pipeline, ReportsAnUnusedSuppression) {
  EXPECT_EQ(findings_in("<!-- stet repetition: a refrain -->\nOnce.\n"), "1 stet/unused-suppression");
}
TEST(Pipeline, CommentsOnNeighbouringLinesSpeakOfOneBlock) {
  const std::string claim = "Research suggests that velmora helps people fall asleep.\n";
  const std::string html = "<!-- stet repetition: a refrain -->\n";
  EXPECT_EQ(findings_in(html + "<!-- stet citation: house survey -->\n" + claim + "\n" + claim), "5 citation/unsourced-research");
  EXPECT_EQ(findings_in(html + "\n<!-- stet citation: house survey -->\n\n" + claim + "\n" + claim), "7 citation/unsourced-research");
  EXPECT_EQ(findings_in(html + "<!-- not for stet --> <!-- stet citation: house survey -->\n" + claim + "\n" + claim),
            "5 citation/unsourced-research");
  EXPECT_EQ(findings_in("{/* stet repetition: a refrain */}\n{/* stet citation: house survey */}\n" + claim + "\n" + claim, "a.mdx"),
            "5 citation/unsourced-research");
}
TEST(Pipeline, ReportsAnUnknownRule) {
  EXPECT_EQ(findings_in("<!-- stet repetitoin: a refrain -->\nOnce.\n"), "1 stet/unknown-rule, 1 stet/unused-suppression");
}
TEST(Pipeline, HonoursFrontMatter) {
  EXPECT_EQ(findings_in("---\nstet: {ignore: [repetition]}\n---\n\n" + repeated + "\n\nElse.\n\n" + repeated + "\n"), "");
}
TEST(Pipeline, HonoursAStretch) {
  EXPECT_EQ(findings_in(repeated + "\n\n<!-- stet-begin repetition: a refrain -->\n\nElse.\n\n" + repeated + "\n\n<!-- stet-end -->\n"),
            "");
}

TEST(Pipeline, TakesACommentOfMdx) {
  EXPECT_EQ(findings_in(repeated + "\n\n{/* stet repetition/sentence: a refrain */}\n\n" + repeated + "\n", "test.mdx"), "");
  EXPECT_EQ(
      findings_in("{/* stet-begin repetition: a refrain */}\n\n" + repeated + "\n\n" + repeated + "\n\n{/* stet-end */}\n", "test.mdx"),
      "");
  EXPECT_EQ(findings_in(repeated + "\n\n{/* stet repetition/sentence */}\n\n" + repeated + "\n", "test.mdx"),
            "3 stet/suppression-without-reason");
}
TEST(Pipeline, DoesNotCallASuppressionOfASiteRuleUnusedWithoutASite) {
  EXPECT_EQ(findings_in("<!-- stet repetition/site: printed there too -->\n" + repeated + "\n"), "");
}

/// A folder with articles, removed at the end.
class Folder {
 public:
  explicit Folder(int articles) : path_(std::filesystem::temp_directory_path() / ("stet-pipeline-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
    for (int i = 0; i < articles; ++i) {
      std::ofstream(path_ / (std::to_string(i) + ".md")) << repeated << "\n\nNumber " << i << ".\n\n" << repeated << "\n";
      paths.push_back((path_ / (std::to_string(i) + ".md")).string());
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::vector<std::string> paths;

 private:
  std::filesystem::path path_;
};

TEST(Pipeline, GivesTheSameForAnyNumberOfJobs) {
  const Folder folder(20);
  const RunFindings one = check_files(builtin_engine(), folder.paths, {.jobs = 1});
  const RunFindings four = check_files(builtin_engine(), folder.paths, {.jobs = 4});
  ASSERT_EQ(one.files.size(), four.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    ASSERT_EQ(one.files[i].findings.size(), 1U);
    EXPECT_EQ(one.files[i].findings[0].fingerprint, four.files[i].findings[0].fingerprint);
    EXPECT_EQ(one.files[i].source.path, folder.paths[i]);
  }
}
TEST(Pipeline, GoesOnBehindAFileItCannotRead) {
  const Folder folder(1);
  const RunFindings run = check_files(builtin_engine(), {"/does/not/exist.md", folder.paths[0]});
  EXPECT_EQ(run.files[0].problems.size(), 1U);
  EXPECT_EQ(run.files[1].findings.size(), 1U);
}

}  // namespace
}  // namespace stet::pipeline_test
