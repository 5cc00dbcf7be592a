#include "findings/suppression.h"

#include <gtest/gtest.h>

#include <ctime>

#include "findings/fixes.h"
#include "sanitizer.h"

namespace stet::suppression_test {
namespace {

/// Two paragraphs, each behind a comment; the first has a finding of pack/one, and the second is its other end.
class Suppressions : public testing::Test {
 protected:
  SuppressionPolicy policy;
  FrontMatterIgnore ignored;
  FileFindings file;

  /// "rule" of each finding that is left, joined by blanks.
  std::string left(const std::string& first_comment, const std::string& second_comment = {}) {
    std::vector<RuleInfo> rules(2);
    rules[0].id = "pack/one";
    rules[1].id = "pack/two";
    for (RuleInfo& rule : suppression_rules()) rules.push_back(std::move(rule));
    file = {};
    const std::string head = "---\nstet: x\n---\n\n";
    const std::string text = head + first_comment + "\nfirst\n\n" + second_comment + "\nsecond\n";
    file.source = *make_source("a.md", text);
    const auto span_of = [&](const std::string& part) {
      const auto at = static_cast<std::uint32_t>(text.find(part, head.size()));
      return Span{at, at + static_cast<std::uint32_t>(part.size())};
    };
    file.findings.push_back(
        {.rule = 0, .source = span_of("second"), .message = "m", .related = {{.source = span_of("first"), .message = "earlier"}}});
    if (!ignored.names.empty()) ignored.source = {4, 12};
    std::vector<SuppressionComment> comments;
    const auto add = [&](const std::string& comment, const std::string& covered) {
      if (comment.empty()) return;
      const Span source = span_of(comment);
      comments.push_back({source, {source.begin + 4, source.end - 3}, span_of(covered)});
    };
    add(first_comment, "first");
    add(second_comment, "second");
    apply_suppressions(file, comments, ignored, rules, policy);
    std::string ids;
    for (const Finding& finding : file.findings) ids += (ids.empty() ? "" : " ") + rules[finding.rule].id;
    return ids;
  }
};

TEST_F(Suppressions, SilenceAPairFromEitherEnd) {
  EXPECT_EQ(left("<!-- stet pack/one: kept -->"), "");
  EXPECT_EQ(left("", "<!-- stet pack/one: kept -->"), "");
}
TEST_F(Suppressions, OfAPackAreAllowedUnlessForbidden) {
  EXPECT_EQ(left("", "<!-- stet pack: kept -->"), "");
  policy.blanket = false;
  EXPECT_EQ(left("", "<!-- stet pack: kept -->"), "pack/one stet/blanket-suppression");
  EXPECT_EQ(left("", "<!-- stet pack/: kept -->"), "pack/one stet/blanket-suppression");
}
TEST_F(Suppressions, OfNothingNamedAreBlanketToo) {
  EXPECT_EQ(left("", "<!-- stet : kept -->"), "");
  policy.blanket = false;
  EXPECT_EQ(left("", "<!-- stet : kept -->"), "pack/one stet/blanket-suppression");
  EXPECT_EQ(left("", "<!-- stet-begin : kept -->"), "pack/one stet/unclosed-suppression stet/blanket-suppression");
}
TEST_F(Suppressions, OfARuleStayAllowed) {
  policy.blanket = false;
  EXPECT_EQ(left("", "<!-- stet pack/one: kept -->"), "");
}
TEST_F(Suppressions, InFrontMatterFollowTheSamePolicy) {
  ignored.names = {"pack"};
  EXPECT_EQ(left(""), "");
  policy.blanket = false;
  EXPECT_EQ(left(""), "pack/one stet/blanket-suppression");
  ignored.names = {"pack/one"};
  EXPECT_EQ(left(""), "");
}
TEST_F(Suppressions, InFrontMatterAreLookedAtToo) {
  ignored.names = {"pakc", "pack/two"};
  EXPECT_EQ(left(""), "pack/one stet/unknown-rule stet/unused-suppression stet/unused-suppression");
}
TEST_F(Suppressions, OfARuleThatTakesNoPartAreNeitherUnknownNorUnused) {
  EXPECT_EQ(left("<!-- stet other/rule: kept -->"), "pack/one stet/unknown-rule stet/unused-suppression");
  policy.absent = {"other/rule"};
  EXPECT_EQ(left("<!-- stet other/rule: kept -->"), "pack/one");
  EXPECT_EQ(left("<!-- stet other: kept -->"), "pack/one");
}
TEST_F(Suppressions, ThatAreUnusedCanBeTakenOut) {
  left("<!-- stet pack/two: kept -->");
  EXPECT_EQ(apply_fixes(file, false).fixed, 0U);
  EXPECT_EQ(apply_fixes(file, true).bytes, "---\nstet: x\n---\n\nfirst\n\n\nsecond\n");
}

/// `count` stretches, each begun within the one before and never closed, each around one more finding of pack/one.
FileFindings nested_stretches(std::size_t count, const std::string& name) {
  const std::string comment = "<!-- stet-begin " + name + ": kept -->";
  std::vector<RuleInfo> rules(1);
  rules[0].id = "pack/one";
  for (RuleInfo& rule : suppression_rules()) rules.push_back(std::move(rule));
  std::string text;
  std::vector<SuppressionComment> comments;
  FileFindings file;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::uint32_t>(text.size());
    const auto end = at + static_cast<std::uint32_t>(comment.size());
    text += comment + "\nx\n";
    comments.push_back({{at, end}, {at + 4, end - 3}, {}});
    file.findings.push_back({.rule = 0, .source = {end + 1, end + 2}, .message = "m", .related = {}});
  }
  file.source = *make_source("a.md", std::move(text));
  apply_suppressions(file, comments, {}, rules);
  std::erase_if(file.findings, [&](const Finding& finding) { return rules[finding.rule].id == "stet/unclosed-suppression"; });
  return file;
}

TEST(NestedSuppressions, EachCoverAllThatFollows) { EXPECT_TRUE(nested_stretches(3, "pack/one").findings.empty()); }
TEST(NestedSuppressions, CoverNothingOfAnotherRule) { EXPECT_EQ(nested_stretches(3, "pack/two").findings.size(), 9U); }
TEST(NestedSuppressions, CostTimeByTheirNumberAlone) {
  const std::clock_t start = std::clock();
  nested_stretches(200'000, "pack/one");
  EXPECT_LT(std::clock() - start, std::clock_t{10} * sanitizer_slowness * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace stet::suppression_test
