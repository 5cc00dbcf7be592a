// What the examples in the rules cannot say of contradictions: severity, both ends, effort.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "pipeline/check.h"

namespace stet::opposing_test {
namespace {

const std::string between = "\n\nThe winters are long, and few people come.\n\n";

FileFindings check(const std::string& markdown) { return check_source(builtin_engine(), *make_source("test.md", markdown)); }

const Finding* find(const FileFindings& file, std::string_view rule) {
  const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                  [&](const Finding& finding) { return builtin_engine().infos[finding.rule].id == rule; });
  return found == file.findings.end() ? nullptr : &*found;
}

TEST(Opposing, IsAnErrorWhenALongSentenceAlignsWhollyAndAWarningOtherwise) {
  const FileFindings whole = check("The Quillon ferry carries livestock and timber to the outer islands of Oskerry." + between +
                                   "The Quillon ferry never carries livestock and timber to the outer islands of Oskerry.");
  const FileFindings part = check("The gardener waters the plums at dawn." + between + "The gardener never waters the plums, being away.");
  ASSERT_NE(find(whole, "contradiction/negation"), nullptr);
  EXPECT_EQ(find(whole, "contradiction/negation")->severity, Severity::error);
  ASSERT_NE(find(part, "contradiction/negation"), nullptr);
  EXPECT_EQ(find(part, "contradiction/negation")->severity, Severity::warning);
}
TEST(Opposing, StandsAtTheLaterSentenceAndPointsAtTheEarlierOne) {
  const FileFindings file = check("Regular pruning increases the yield of the Brenholm plum." + between +
                                  "Regular pruning reduces the yield of the Brenholm plum.");
  const Finding* finding = find(file, "contradiction/opposite");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(file.source.view(finding->source), "Regular pruning reduces the yield of the Brenholm plum.");
  ASSERT_EQ(finding->related.size(), 1U);
  EXPECT_EQ(file.source.view(finding->related[0].source), "Regular pruning increases the yield of the Brenholm plum.");
}
TEST(Opposing, ShowsTheWordsThatFlip) {
  const FileFindings file = check("Regular pruning increases the yield of the Brenholm plum." + between +
                                  "Regular pruning reduces the yield of the Brenholm plum.");
  const Finding* finding = find(file, "contradiction/opposite");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->message, "“reduces” here, but line 1 says “increases” of the same thing");
}
TEST(Opposing, IsOneFindingForAPairHoweverManyRulesKnowTheWords) {
  const FileFindings file = check("Regular pruning increases the yield of the Brenholm plum." + between +
                                  "Regular pruning reduces the yield of the Brenholm plum.");
  EXPECT_EQ(std::count_if(file.findings.begin(), file.findings.end(),
                          [](const Finding& finding) { return builtin_engine().infos[finding.rule].id.starts_with("contradiction/"); }),
            1);
}
TEST(Opposing, IsOneFindingWhereAStanceKnowsTheWords) {
  const FileFindings file = check("# Tea\n\nThe tea is safe. The tea is not safe.\n\nThe tea is made of leaves.");
  EXPECT_NE(find(file, "contradiction/safe"), nullptr);
  EXPECT_EQ(find(file, "contradiction/negation"), nullptr);
}
TEST(Obligations, AreReadInCodeAndPointAtTheEarlierOne) {
  const FileFindings file = check("Note that `serial` SHOULD be omitted by buoys without a bell." + between +
                                  "The bell is red. `serial` MUST be omitted by buoys without a bell.");
  const Finding* finding = find(file, "contradiction/obligation");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->message, "“MUST” here, but “SHOULD” of the same in line 1");
}
TEST(Obligations, OfTwoStrengthsAreNoFaultInSmallLetters) {
  EXPECT_EQ(find(check("Buoys should be painted before the winter by the harbour master." + between +
                       "Buoys must be painted before the winter by the harbour master."),
                 "contradiction/obligation"),
            nullptr);
}
TEST(Entries, TieWhatARowSaysToWhatTheTextSaysOfItsThing) {
  const std::string table = "| Sight | When |\n| --- | --- |\n| Salt House | Open every day |\n| Lock Tower | In May |\n\n";
  EXPECT_NE(find(check("# Marbeck\n\nThe Salt House is closed on Tuesdays.\n\n" + table), "contradiction/every-day"), nullptr);
  EXPECT_EQ(find(check("# Marbeck\n\nThe Lock Tower is closed on Tuesdays; see the Salt House.\n\n" + table), "contradiction/every-day"),
            nullptr);
}
TEST(Opposing, OverridesAnAttributionForANearCopy) {
  const std::string said = "herons nest on the gravel islands of the Oskerry estuary below the old salt works.";
  EXPECT_NE(find(check("According to the innkeeper, " + said + between + "No " + said), "contradiction/negation"), nullptr);
}
TEST(Opposing, DoesNotDependOnHowLinesAreWrapped) {
  EXPECT_EQ(findings_in("The valve opens when pressure\nrises in the left chamber." + between +
                        "The valve never opens when\npressure rises in the left chamber."),
            "6 contradiction/negation");
}
TEST(Opposing, TakesTimeInProportionToTheArticle) {
  const auto seconds = [](std::size_t sentences) {
    std::string markdown;
    for (std::size_t i = 0; i < sentences; ++i) {
      markdown += "The quillon ferry " + std::string(i % 2 == 0 ? "carries " : "never carries ") + std::string(1 + i % 7, 'a') +
                  " livestock to outer islands " + std::string(1 + i % 11, 'b') + ".\n\n";
    }
    const std::clock_t start = std::clock();  // the processor's time: other processes do not count
    check(markdown);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const double small = seconds(1000);
  EXPECT_LT(seconds(8000), 24 * std::max(small, 0.05));
}

}  // namespace
}  // namespace stet::opposing_test
