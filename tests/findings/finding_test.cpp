#include "findings/finding.h"

#include <gtest/gtest.h>

#include "findings/suppression.h"

namespace stet::finding_test {
namespace {

const std::vector<RuleInfo> rules = {{"pack/one", {}, {}, {}, Severity::warning, Precision::medium, {}, {}, {}}};

std::uint64_t fingerprint_of(const std::string& text, Span span) {
  FileFindings file;
  file.source = *make_source("a.md", text);
  file.findings = {{.source = span, .message = "m", .related = {}}};
  finish(file, rules);
  return file.findings[0].fingerprint;
}

TEST(Fingerprint, SurvivesLineMovesAndRewrapping) {
  EXPECT_EQ(fingerprint_of("one two three", {0, 13}), fingerprint_of("\n\n> one *two*\n> three", {4, 21}));
}
TEST(Fingerprint, ChangesWithTheWords) { EXPECT_NE(fingerprint_of("one two three", {0, 13}), fingerprint_of("one two four!", {0, 13})); }
TEST(Fingerprint, TellsEqualsApart) {
  FileFindings file;
  file.source = *make_source("a.md", "same same");
  file.findings = {{.source = {0, 4}, .message = "m", .related = {}}, {.source = {5, 9}, .message = "m", .related = {}}};
  finish(file, rules);
  EXPECT_NE(file.findings[0].fingerprint, file.findings[1].fingerprint);
}
TEST(Covered, FindingsInsideARuleTheyYieldToAreDropped) {
  std::vector<RuleInfo> pair(2);
  pair[0] = {.id = "pack/part", .yields_to = {"pack/whole"}};
  pair[1] = {.id = "pack/whole"};
  FileFindings file;
  file.findings = {{.rule = 1, .source = {10, 12}, .covers = {10, 40}, .message = "whole"},
                   {.rule = 0, .source = {15, 20}, .message = "inside"},
                   {.rule = 0, .source = {35, 45}, .message = "across the end"}};
  drop_covered(file, pair);
  ASSERT_EQ(file.findings.size(), 2U);
  EXPECT_EQ(file.findings[1].message, "across the end");
}
TEST(Covered, FindingsAroundARuleTheyYieldToAreDropped) {
  std::vector<RuleInfo> pair(2);
  pair[0] = {.id = "pack/whole", .yields_to = {"pack/part"}};
  pair[1] = {.id = "pack/part"};
  FileFindings file;
  file.findings = {{.rule = 0, .source = {10, 12}, .covers = {10, 40}, .message = "around"},
                   {.rule = 1, .source = {15, 20}, .message = "part"},
                   {.rule = 0, .source = {50, 52}, .covers = {50, 60}, .message = "beside"}};
  drop_covered(file, pair);
  ASSERT_EQ(file.findings.size(), 2U);
  EXPECT_EQ(file.findings[0].message, "part");
}
TEST(Fingerprint, IsOfTheWholeSentence) {
  const auto content = [](const std::string& text) {
    FileFindings file;
    file.source = *make_source("a.md", text);
    file.sentences = {{0, file.source.size()}};
    file.findings = {{.source = {0, 7}, .message = "m", .related = {}}};
    finish(file, rules);
    return file.findings[0].content;
  };
  EXPECT_NE(content("Studies say that tea wakes."), content("Studies say that tea sleeps."));
  EXPECT_EQ(content("Studies say that tea wakes."), content("Studies say\nthat *tea* wakes!"));
}
TEST(WithSentences, TakesInAllThatAreTouched) {
  const std::vector<Span> sentences = {{0, 10}, {11, 20}, {30, 40}};
  EXPECT_EQ(with_sentences(sentences, {5, 12}), (Span{0, 20}));
  EXPECT_EQ(with_sentences(sentences, {22, 25}), (Span{22, 25}));
  EXPECT_EQ(with_sentences(sentences, {10, 11}), (Span{10, 11}));
  EXPECT_EQ(with_sentences({}, {1, 2}), (Span{1, 2}));
}
TEST(Finish, SortsByPlaceAndDropsDoubles) {
  FileFindings file;
  file.source = *make_source("a.md", "0123456789");
  file.findings = {{.source = {5, 6}, .message = "b", .related = {}},
                   {.source = {1, 2}, .message = "a", .related = {}},
                   {.source = {5, 6}, .message = "b", .related = {}}};
  finish(file, rules);
  ASSERT_EQ(file.findings.size(), 2U);
  EXPECT_EQ(file.findings[0].message, "a");
}

TEST(Selects, RulesAndPacks) {
  EXPECT_TRUE(selects("pack/one", "pack/one"));
  EXPECT_TRUE(selects("pack", "pack/one"));
  EXPECT_TRUE(selects("pack/", "pack/one"));
  EXPECT_FALSE(selects("pac", "pack/one"));
  EXPECT_FALSE(selects("pack/one", "pack/one-more"));
}

TEST(FrontMatterIgnore, ReadsFlowAndBlockStyle) {
  EXPECT_EQ(ignored_by_front_matter("title: x\nstet: {ignore: [a/b, c]}\n"), (std::vector<std::string>{"a/b", "c"}));
  EXPECT_EQ(ignored_by_front_matter("stet:\n  ignore:\n    - a/b\n    - c\nother:\n  - d\n"), (std::vector<std::string>{"a/b", "c"}));
  EXPECT_EQ(ignored_by_front_matter("stet:\n  ignore: a\n"), std::vector<std::string>{"a"});
  EXPECT_TRUE(ignored_by_front_matter("ignore: [a]\n").empty());
}

}  // namespace
}  // namespace stet::finding_test
