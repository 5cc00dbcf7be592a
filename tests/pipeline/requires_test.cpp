// The kind `requires`, on a rule and word lists of this test's own.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::requires_test {
namespace {

std::string rule_with(const std::string& lines) {
  return "kind: requires\ntitle: T\nseverity: error\nmessage: \"{about}\"\nwhy: W.\ninstead: I.\n" + lines +
         "examples:\n  bad: [Bad]\n  good: [Good]\n";
}

const std::string remedies = "words: |\n  velmora\n  ceylon velmora\n  torvil\n  plant\n";

/// "line severity message (related lines)" of each finding of one rule.
std::string findings_of(const std::string& rule, const std::string& markdown) {
  const auto rules = load_rules(
      {{"t/t.yaml", "t.yaml", rule}, {"words/remedy.yaml", "remedy.yaml", remedies}, {"words/frame-hedge.yaml", "h", "words: [may]\n"}},
      kind_fields());
  if (!rules) return render(rules.error().front());
  const auto engine = compile(*rules);
  const FileFindings file = check_source(**engine, *make_source("t.md", markdown));
  std::string text;
  for (const Finding& finding : file.findings) {
    if (!text.empty()) text += "; ";
    text +=
        std::to_string(file.source.lines.line_at(finding.source.begin)) + " " + std::string(name(finding.severity)) + " " + finding.message;
    for (const RelatedLocation& related : finding.related) text += " +" + std::to_string(file.source.lines.line_at(related.source.begin));
  }
  return text;
}

const std::string claim_rule = rule_with(
    "find: \"(heals|eases) [*] pain\"\nfind-elided: \"(heals|eases) [*] pain\"\nabout: \"{remedy}\"\nabout-any: [\"=it\", plant]\n"
    "about-others: walking\nneeds: [toxic, \"ask a doctor\"]\nneeds-unless: \"less toxic\"\nwithin: section\nneeds-section: dangers\n"
    "needs-section-unless: dangers of damp\nlowered-elsewhere: true\nonce-per: section\n");
std::string claims_in(const std::string& markdown) { return findings_of(claim_rule, markdown); }

TEST(RequiresShows, AClaimToTheEndOfItsLastNounGroup) {
  const std::string rule =
      "kind: requires\ntitle: T\nseverity: error\nmessage: \"{found}\"\nwhy: W.\ninstead: I.\n"
      "find: \"eases [*] [*] $what:(pain|stress)\"\nneeds: toxic\nexamples:\n  bad: [Bad]\n  good: [Good]\n";
  EXPECT_EQ(findings_of(rule, "Velmora eases a natural stress response at once.\n"), "1 error eases a natural stress response");
  EXPECT_EQ(findings_of(rule, "Velmora eases stress-related pain.\n"), "1 error eases stress-related pain");
  EXPECT_EQ(findings_of(rule, "Velmora eases pain quickly.\n"), "1 error eases pain");
  EXPECT_EQ(findings_of(rule, "Velmora eases pain thanks to its oil.\n"), "1 error eases pain");
  EXPECT_EQ(findings_of(rule, "Velmora eases pain, muscle ache too.\n"), "1 error eases pain");
}

TEST(RequiresAbout, NamesWhatTheClaimIsAbout) { EXPECT_EQ(claims_in("Velmora eases pain.\n"), "1 error Velmora"); }
TEST(RequiresAbout, SaysNothingOfAnybodyElse) { EXPECT_EQ(claims_in("A nurse eases pain.\n"), ""); }
TEST(RequiresAbout, SaysNothingOfWhatStandsNearer) { EXPECT_EQ(claims_in("After velmora, walking eases pain.\n"), ""); }
TEST(RequiresAbout, TakesAPronounThatStandsNearerThanAnythingElse) {
  EXPECT_EQ(claims_in("Velmora is green. Walking shows that it eases pain.\n"), "1 error Velmora");
}
TEST(RequiresAbout, TakesTheSubjectOfAGerundAtTheStart) {
  EXPECT_EQ(findings_of(rule_with("find: \"(eases|easing) [*] pain\"\nabout: \"{remedy}\"\nneeds: toxic\nwithin: section\n"),
                        "From easing all pain to dyeing wool and mending torn leather coats, velmora is a gift.\n"),
            "1 error velmora");
}
TEST(RequiresAbout, KeepsToTheSubjectThatSomethingElseIsJoinedTo) {
  EXPECT_EQ(claims_in("Velmora with gentle walking eases pain.\n"), "1 error Velmora");
}
TEST(RequiresAbout, TakesAPronounForTheSentenceBefore) { EXPECT_EQ(claims_in("Velmora is green. It eases pain.\n"), "1 error Velmora"); }
TEST(RequiresAbout, TakesAnElidedSubjectFromTheHeading) { EXPECT_EQ(claims_in("## Torvil\n\n- Eases back pain\n"), "3 error Torvil"); }
TEST(RequiresAbout, TakesAnElidedSubjectFromTheTitle) {
  EXPECT_EQ(claims_in("---\ntitle: On torvil\n---\n\nTorvil grows here.\n\n- Eases back pain\n"), "7 error Torvil");
}
TEST(RequiresAbout, TakesNoElidedSubjectInsideASentence) { EXPECT_EQ(claims_in("## Torvil\n\nA nurse eases back pain.\n"), ""); }
TEST(RequiresAbout, TakesARowOfVerbsForOne) {
  EXPECT_EQ(claims_in("## Torvil\n\n- Warms the heart and eases back pain\n"), "3 error Torvil");
}
TEST(RequiresAbout, TakesNoRowOfVerbsInAParagraph) { EXPECT_EQ(claims_in("## Torvil\n\nWarms the heart and eases back pain.\n"), ""); }
TEST(RequiresAbout, SaysNothingOfAnAddress) { EXPECT_EQ(claims_in("Velmora: https://example.org/it-eases-pain\n"), ""); }
TEST(RequiresAbout, SaysNothingOfALinksText) { EXPECT_EQ(claims_in("[Velmora eases pain](/velmora)\n"), ""); }

TEST(RequiresSection, ThatOnlyLooksSoServesNobody) {
  EXPECT_EQ(claims_in("# Velmora\n\nVelmora eases pain.\n\n## Dangers of damp\n\nMould.\n"), "3 error Velmora");
}
TEST(RequiresSection, OfTheSameSubjectLaterIsANote) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n## B\n\nVelmora heals pain.\n"), "3 error Velmora; 7 note Velmora");
}

const std::string listed_rule = rule_with(
    "find: \"eases [*] pain\"\nfind-listed: \"(back pain|cold)\"\nlisted-under: \"(good for|use|complaint)\"\nabout: \"{remedy}\"\n"
    "needs: toxic\nwithin: section\nonce-per: section\n");
std::string listed_in(const std::string& markdown) { return findings_of(listed_rule, markdown); }

TEST(RequiresListed, ReadsAnEntryUnderALeadIn) {
  EXPECT_EQ(listed_in("Velmora is good for:\n\n- rust\n- back pain\n- a cold\n"), "4 error Velmora +5");
}
TEST(RequiresListed, ReadsAnEntryOfAColumn) {
  EXPECT_EQ(listed_in("| Plant | Use |\n|---|---|\n| Torvil | dyes, colds |\n"), "3 error Torvil");
}
TEST(RequiresListed, ReadsWhatStandsBehindAComplaintInItsRow) {
  EXPECT_EQ(listed_in("| Complaint | What to take |\n|---|---|\n| Cold | Torvil |\n"), "3 error Torvil");
}
TEST(RequiresListed, ReadsAnEntryBehindALabel) { EXPECT_EQ(listed_in("## Torvil\n\n- **Uses**: dyes and back pain\n"), "3 error Torvil"); }
TEST(RequiresListed, SaysNothingUnderOtherWords) {
  EXPECT_EQ(listed_in("## Torvil\n\n- **Signs**: a cold\n\nIt looks like:\n\n- a cold\n"), "");
}
TEST(RequiresListed, SaysNothingOfAnEntryThatSaysMore) {
  EXPECT_EQ(listed_in("Velmora is good for:\n\n- a walk in the cold of the night\n"), "");
}

const std::string ahead_rule = rule_with(
    "find: \"studies show\"\nfind-ahead: \"studies have compared\"\nahead-of: \"the results are\"\nneeds: <citation>\nwithin: sentence\n");

TEST(RequiresAhead, IsAClaimBeforeWhatItIsAheadOf) {
  EXPECT_EQ(findings_of(ahead_rule, "Studies have compared dyes. The results are clear.\n"), "1 error ");
}
TEST(RequiresAhead, IsNoneBeforeAnythingElse) { EXPECT_EQ(findings_of(ahead_rule, "Studies have compared dyes. Blue is dear.\n"), ""); }
TEST(RequiresAhead, IsNoneBeforeAnotherParagraph) {
  EXPECT_EQ(findings_of(ahead_rule, "Studies have compared dyes.\n\nThe results are clear.\n"), "");
}

const std::string news_rule =
    rule_with("find: \"eases [*] pain\"\nonly-beside: researchers\nnot-beside: \"your doctor\"\nneeds: toxic\nwithin: article\n");

TEST(RequiresBeside, HoldsInAnArticleWithTheWords) {
  EXPECT_EQ(findings_of(news_rule, "Velmora eases pain.\n\nSo say researchers.\n"), "1 error ");
}
TEST(RequiresBeside, HoldsInNoArticleWithoutThem) { EXPECT_EQ(findings_of(news_rule, "Velmora eases pain.\n"), ""); }
TEST(RequiresBeside, HoldsInNoArticleWithTheOthers) {
  EXPECT_EQ(findings_of(news_rule, "Velmora eases pain, researchers say.\n\nAsk your doctor.\n"), "");
}

const std::string weighed_rule = rule_with(
    "find: \"(ease|fight) $what:(pain|back pain|thirst|rust)\"\nfind-naming: \"=for $what:(pain|thirst) =drink {remedy}\"\nabout: "
    "\"{remedy}\"\n"
    "needs: toxic\nwithin: section\nonce-per: section\nlowered-for: [thirst, torvil]\nnot-lowered-for: \"fight pain\"\nnote-for: rust\n"
    "lowered-in-section: conclusion\n"
    "not-led-in-by: \"will not\"\n");
std::string weighed_in(const std::string& markdown) { return findings_of(weighed_rule, markdown); }

TEST(RequiresWeight, IsWholeForWhatIsNotMild) { EXPECT_EQ(weighed_in("Velmora eases pain.\n"), "1 error Velmora"); }
TEST(RequiresWeight, IsLessForAMildTrouble) { EXPECT_EQ(weighed_in("Velmora eases thirst.\n"), "1 warning Velmora"); }
TEST(RequiresWeight, IsLessForAMildSubject) { EXPECT_EQ(weighed_in("Torvil eases pain.\n"), "1 warning Torvil"); }
TEST(RequiresWeight, IsWholeWhereTooMuchIsAtStake) { EXPECT_EQ(weighed_in("Torvil fights pain.\n"), "1 error Torvil"); }
TEST(RequiresWeight, IsLeastForWhatIsANote) { EXPECT_EQ(weighed_in("Velmora fights rust.\n"), "1 note Velmora"); }
TEST(RequiresWeight, IsThatOfTheWeightiestClaimOfASection) {
  EXPECT_EQ(weighed_in("Velmora eases thirst.\n\nVelmora eases pain.\n\nVelmora fights rust.\n"), "3 error Velmora +1 +5");
}
TEST(RequiresWeight, IsThatOfTheWeightiestSection) {
  EXPECT_EQ(weighed_in("## A\n\nVelmora eases thirst.\n\n## B\n\nVelmora eases pain.\n"), "3 note Velmora; 7 error Velmora");
}
TEST(RequiresWeight, IsLessInAParagraphThatOpensAsASummary) {
  EXPECT_EQ(weighed_in("## A\n\nIt is toxic.\n\n## B\n\nIn conclusion, it grows. Velmora eases pain.\n"), "7 warning Velmora");
}
TEST(RequiresWeight, IsLessWhereOthersAreSummedUp) {
  EXPECT_EQ(weighed_in("## A\n\nIt is toxic.\n\n## Conclusion\n\nVelmora eases pain.\n"), "7 warning Velmora");
  EXPECT_EQ(weighed_in("## Conclusion\n\nVelmora eases pain.\n"), "3 error Velmora");
}
TEST(RequiresWeight, IsNoneBehindALeadInThatTakesItBack) {
  EXPECT_EQ(weighed_in("What it will not do:\n\n- Velmora eases pain\n"), "");
  EXPECT_EQ(weighed_in("What it will do:\n\n- Velmora eases pain\n"), "3 error Velmora");
}
TEST(RequiresAbout, MayStandAmongTheWordsFound) { EXPECT_EQ(weighed_in("For pain, drink velmora.\n"), "1 error velmora"); }

TEST(RequiresScope, ClearsInTheSameSection) { EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\nIt is toxic.\n"), ""); }
TEST(RequiresScope, ClearsFromASubsection) { EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n### B\n\nIt is toxic.\n"), ""); }
TEST(RequiresScope, LowersFromAnotherSection) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n## B\n\nAsk a doctor.\n"), "3 warning Velmora");
}
TEST(RequiresScope, ClearsFromASectionOfItsOwn) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n## Dangers\n\nUpset stomach.\n"), "");
}
TEST(RequiresScope, IsNotClearedByASectionOnAnother) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n## Dangers of torvil\n\nUpset stomach.\n"), "3 warning Velmora");
}
TEST(RequiresScope, ClearsThePartsOfWhatTheArticleIsAbout) {
  EXPECT_EQ(claims_in("# On velmora\n\n## A\n\nTorvil eases pain.\n\n## Dangers of velmora\n\nUpset stomach.\n"), "");
  EXPECT_EQ(claims_in("# On velmora and torvil\n\n## A\n\nTorvil eases pain.\n\n## Dangers of velmora\n\nUpset stomach.\n"),
            "5 warning torvil");
}
TEST(RequiresScope, IsNotClearedByAnEmptySection) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\n## Dangers\n"), "3 error Velmora");
}
TEST(RequiresScope, IsNotClearedByACaveatOnAnother) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain. Torvil is toxic.\n"), "3 warning Velmora");
}
std::string sold(const std::string& within, const std::string& markdown) {
  return findings_of(rule_with("find: \"sell $what:{remedy}\"\nneeds: \"tested $what\"\nwithin: " + within + "\n"), markdown);
}
TEST(RequiresCaptures, AgreeInASection) { EXPECT_EQ(sold("section", "## A\n\nWe sell torvil.\n\nWe tested torvil.\n"), ""); }
TEST(RequiresCaptures, AgreeInASubsection) { EXPECT_EQ(sold("section", "## A\n\nWe sell torvil.\n\n### B\n\nWe tested torvil.\n"), ""); }
TEST(RequiresCaptures, DifferInASection) { EXPECT_EQ(sold("section", "## A\n\nWe sell torvil.\n\nWe tested velmora.\n"), "3 error "); }
TEST(RequiresCaptures, DifferInAParagraph) { EXPECT_EQ(sold("paragraph", "We tested velmora. We sell torvil.\n"), "1 error "); }
TEST(RequiresCaptures, AgreeInAnArticleWithTheSecondOfTwo) {
  EXPECT_EQ(sold("article", "We tested velmora.\n\n# A\n\nWe tested torvil.\n\n# B\n\nWe sell torvil.\n"), "");
}
TEST(RequiresCaptures, AgreeAsFarBeforeAsTheRuleSays) {
  EXPECT_EQ(sold("{sentences: 0, before: 1}", "We tested torvil. We sell torvil.\n"), "");
  EXPECT_EQ(sold("{sentences: 1}", "We tested torvil. We sell torvil.\n"), "1 error ");
}

TEST(RequiresScope, IsClearedByACaveatOnAKindOfIt) { EXPECT_EQ(claims_in("Velmora eases pain. Ceylon velmora is toxic.\n"), ""); }
TEST(RequiresScope, IsNotClearedByWhatOnlyLooksLikeACaveat) {
  EXPECT_EQ(claims_in("Velmora eases pain. It is less toxic.\n"), "1 error Velmora");
}

TEST(RequiresOnce, GivesOneFindingForASectionAndSubject) {
  EXPECT_EQ(claims_in("## A\n\nVelmora eases pain.\n\nVelmora heals knee pain.\n\nTorvil eases pain.\n"),
            "3 error Velmora +5; 7 error Torvil");
}

std::string cited(const std::string& sources, const std::string& markdown) {
  return findings_of(rule_with("find: studies show\nneeds: <citation>\npoints-back: the studies\nwithin: {sentences: 1}\n" + sources),
                     markdown);
}

TEST(RequiresSources, TakesALinkOut) { EXPECT_EQ(cited("", "Studies show it ([x](https://a.example)).\n"), ""); }
TEST(RequiresSources, TakesAnHtmlLinkOut) { EXPECT_EQ(cited("", "Studies <a href=\"https://a.example\">show</a> it.\n"), ""); }
TEST(RequiresSources, DoesNotTakeAnHtmlLinkInside) { EXPECT_EQ(cited("", "Studies <a href=\"/a\">show</a> it.\n"), "1 error "); }
TEST(RequiresSources, RefusesADomainAndAllBelow) {
  const std::string refuse = "sources: {refuse: [shop.example, \"mart.*\"]}\n";
  EXPECT_EQ(cited(refuse, "Studies show [it](https://www.shop.example/x).\n"), "1 error ");
  EXPECT_EQ(cited(refuse, "Studies show [it](https://mart.co.example/x).\n"), "1 error ");
  EXPECT_EQ(cited(refuse, "Studies show [it](https://workshop.example/x).\n"), "");
}
TEST(RequiresSources, AllowsOnlyDomainsNamed) {
  const std::string allow = "sources: {allow: [doi.org]}\n";
  EXPECT_EQ(cited(allow, "Studies show [it](https://doi.org/10.1/x).\n"), "");
  EXPECT_EQ(cited(allow, "Studies show [it](https://blog.example/x).\n"), "1 error ");
}
TEST(RequiresSources, TakesTheHousesShortcodes) {
  EXPECT_EQ(cited("sources: {shortcodes: [quelle]}\n", "Studies show it {{< quelle \"x\" >}}.\n"), "");
  EXPECT_EQ(cited("", "Studies show it {{< quelle \"x\" >}}.\n"), "1 error ");
}
TEST(RequiresSources, TakesAnUntiedBibliographyWhereTheHouseDoes) {
  const std::string article = "## A\n\nStudies show it.\n\n## References\n\n- Lund, A. (2014). On moss. Harlow Press.\n";
  EXPECT_EQ(cited("", article), "3 error ");
  EXPECT_EQ(cited("sources: {bibliography: true}\n", article), "");
}
TEST(RequiresSources, ReachesFromALeadInIntoTheList) {
  EXPECT_EQ(cited("", "Studies show:\n\n- less ([x](https://a.example))\n"), "");
  EXPECT_EQ(cited("", "Studies show less.\n\n- less ([x](https://a.example))\n"), "1 error ");
}
TEST(RequiresSources, TakesAListOfOneForWhatPointsBack) {
  const std::string claim = "The studies show it.\n\n## References\n\n- [Lund, 2014](https://a.example/lund)\n";
  EXPECT_EQ(cited("", claim), "");
  EXPECT_EQ(cited("", claim + "- [Berg, 2011](https://a.example/berg)\n"), "1 error ");
}
TEST(RequiresSources, TakesAnEarlierOneForWhatPointsBack) {
  EXPECT_EQ(cited("", "See [x](https://a.example). Some more. And more. The studies show it.\n"), "");
  EXPECT_EQ(cited("", "See [x](https://a.example). Some more. And more. New studies show it.\n"), "1 error ");
}

}  // namespace
}  // namespace stet::requires_test
