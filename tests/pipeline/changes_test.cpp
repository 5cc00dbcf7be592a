// What a change brought, on whole articles through the built-in rules.
#include "findings/changes.h"

#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::changes_test {
namespace {

const std::string harbour = "The old harbour of Brenholm, built by Danish merchants, draws thousands of visitors every summer.\n";
const std::string claim = "Research suggests that velmora eases worry.";
const std::string remedy = "## Use\n\nVelmora is a herb that relieves chronic pain.\n\n";
const std::string caveat = "Side effects include drowsiness; ask your doctor first.\n\n";

FileFindings change(const std::string& before, const std::string& now) {
  return check_change(builtin_engine(), *make_source("a.md", now), before);
}
/// "line rule" of every finding that the change brought.
std::string brought(const std::string& before, const std::string& now) {
  const FileFindings file = change(before, now);
  std::string text;
  for (const Finding& finding : file.findings) {
    if (!text.empty()) text += ", ";
    text += std::to_string(file.source.lines.line_at(finding.source.begin)) + " " + builtin_engine().infos[finding.rule].id;
  }
  return text;
}

TEST(Changes, ThatDoNotTouchAFindingDoNotBringIt) {
  EXPECT_EQ(brought(claim + "\n", claim + "\n\nA second paragraph.\n"), "");
  EXPECT_EQ(brought(claim + " Tea is brown.\n", claim + " Tea is mostly brown.\n"), "") << "in the same line";
}
TEST(Changes, BringAClaimThatIsNew) {
  EXPECT_EQ(brought("Tea is brown.\n", "Tea is brown. " + claim + "\n"), "1 citation/unsourced-research");
}
TEST(Changes, BringAClaimThatIsReworded) {
  EXPECT_EQ(brought(claim + "\n", "Research suggests that velmora ends worry.\n"), "1 citation/unsourced-research");
}
TEST(Changes, ByRewrappingBringNothing) {
  EXPECT_EQ(brought(claim + " " + harbour, "Research suggests that\nvelmora *eases* worry.\n\n> " + harbour), "");
}
TEST(Changes, ByMovingBringNothing) {
  EXPECT_EQ(brought("# A\n\n" + claim + "\n\n# B\n\n" + harbour, "# B\n\n" + harbour + "\n# A\n\n" + claim + "\n"), "");
}
TEST(Changes, AtTheLaterEndOfAPairAreShownThere) {
  EXPECT_EQ(brought(harbour + "\nTea is brown.\n", harbour + "\nTea is brown.\n\n" + harbour), "5 repetition/sentence");
}
TEST(Changes, AtTheEarlierEndOfAPairAreShownThere) {
  const FileFindings file = change("Tea is brown.\n\n" + harbour, harbour + "\nTea is brown.\n\n" + harbour);
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_EQ(file.source.lines.line_at(file.findings[0].source.begin), 1U);
  EXPECT_TRUE(file.findings[0].message.starts_with("line 5: repeats line 1"));
  EXPECT_TRUE(file.findings[0].message.ends_with("(shown here because this end has changed)"));
  EXPECT_EQ(file.findings[0].related[0].message, "later");
}
TEST(Changes, ThatAddOneMoreCopyAreShownThere) {
  const std::string twice = harbour + "\n\nTea is brown.\n\n" + harbour + "\n";
  const FileFindings file = change(twice, twice + "\nRain falls.\n\n" + harbour);
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_EQ(file.source.lines.line_at(file.findings[0].source.begin), 11U);
  EXPECT_TRUE(file.findings[0].message.starts_with("line 1: this is said here three times"));
  EXPECT_EQ(file.findings[0].related.back().message, "first");
}
TEST(Changes, KeepTheIdentityOfAFindingThatIsTurnedRound) {
  const std::string now = harbour + "\nTea is brown.\n\n" + harbour;
  const FileFindings whole = check_source(builtin_engine(), *make_source("a.md", now));
  EXPECT_EQ(change("Tea is brown.\n\n" + harbour, now).findings[0].fingerprint, whole.findings[0].fingerprint);
}
TEST(Changes, ThatTakeACaveatOutAreNamedAsTheCause) {
  const FileFindings file = change(remedy + caveat + harbour, remedy + harbour);
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_EQ(file.source.lines.line_at(file.findings[0].source.begin), 3U) << "at the claim";
  ASSERT_EQ(file.findings[0].related.size(), 1U);
  EXPECT_EQ(file.findings[0].related[0].message,
            "caused here, where “Side effects include drowsiness; ask your doctor first.” was taken out or changed (line 5 before)");
}
TEST(Changes, ThatTakeACitationOutBringTheClaim) {
  EXPECT_EQ(brought("Research suggests that velmora eases worry [(Singh 2014)](https://doi.org/10.1000/x).\n", claim + "\n"),
            "1 citation/unsourced-research");
}
TEST(Changes, AmongSeveralTheOneAtFaultIsNamed) {
  const std::string end = "## Harvest\n\n" + harbour;
  const FileFindings file = change(remedy + caveat + end, "Velmora grows here.\n\n" + remedy + "Tea is brown.\n\n" + end + "\nAnd more.\n");
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_NE(file.findings[0].related[0].message.find("“Side effects include drowsiness"), std::string::npos);
}
TEST(Changes, ThatTakeACaveatFromSeveralClaimsAreNamedOnce) {
  const std::string claims = remedy + "It also relieves chronic fatigue.\n\n";
  const FileFindings file = change(claims + caveat + harbour, claims + harbour);
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_NE(file.findings[0].related.back().message.find("was taken out"), std::string::npos);
}
TEST(Changes, ThatTakeAnItemOutOfAListBringItsCount) {
  const std::string items = "# Five tips for tea\n\n1. Boil water well.\n2. Warm the pot first.\n3. Wait for it.\n4. Pour it slowly.\n";
  EXPECT_EQ(brought(items + "5. Drink it hot.\n", items), "1 consistency/promised-count");
}
TEST(Changes, ThatTakeOutOneOfThreeEqualSentencesBringNothing) {
  const std::string three = harbour + "\nOne.\n\n" + harbour + "\nTwo.\n\n" + harbour;
  EXPECT_EQ(brought(three, "One.\n\n" + harbour + "\nTwo.\n\n" + harbour), "");
}
TEST(Changes, ThatAddAnEqualSentenceBringOnlyThatOne) {
  const std::string two = harbour + "\nOne.\n\n" + harbour;
  EXPECT_EQ(brought(two, two + "\nTwo.\n\n" + harbour), "9 repetition/sentence");
}
TEST(Changes, ThatTakeASuppressionOutBringTheFinding) {
  EXPECT_EQ(brought("<!-- stet citation: house survey -->\n" + claim + "\n", claim + "\n"), "1 citation/unsourced-research");
}
TEST(Changes, OfAnArticleThatWasUnreadBringAll) { EXPECT_EQ(brought("\xFF", claim + "\n"), "1 citation/unsourced-research"); }

TEST(Changes, TakeBackAtMostTwelveEditsToFindACause) {
  std::string before;
  std::string now;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "Plant number " + std::to_string(i) + " grows here.\n\n";
    before += "# Part " + std::to_string(i) + "\n\n" + name;
    now += "# Part " + std::to_string(i) + "\n\n";
  }
  FileFindings file = check_source(builtin_engine(), *make_source("a.md", now + claim + "\n"));
  const FileFindings earlier = check_source(builtin_engine(), *make_source("a.md", before + "<!-- stet citation: x -->\n" + claim + "\n"));
  std::size_t rechecks = 0;
  keep_brought(file, earlier, [&](const std::string& bytes) {
    ++rechecks;
    EXPECT_LT(bytes.size(), before.size());
    return check_source(builtin_engine(), *make_source("a.md", now + claim + "\n"));
  });
  EXPECT_EQ(rechecks, most_rechecks);
  ASSERT_EQ(file.findings.size(), 1U);
  EXPECT_TRUE(file.findings[0].related.empty());
}

}  // namespace
}  // namespace stet::changes_test
