#include <nlohmann/json.hpp>

#include "cli/repository.h"

namespace stet::site_test {
namespace {

namespace fs = std::filesystem;

const std::string harbour =
    "The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws thousands of visitors every summer.\n";

class SiteCli : public ScratchFolder {
 protected:
  std::string root = (folder / "site").string();

  void SetUp() override {
    write("guides/tea.md", "# Tea\n\n" + harbour);
    write("news.md", "Nothing is new.\n");
  }
  void write(const std::string& name, const std::string& text) const { ScratchFolder::write("site/" + name, text); }
  std::string path(const std::string& name) const { return ScratchFolder::path("site/" + name); }
};

TEST_F(SiteCli, IndexTellsWhatItDid) {
  EXPECT_EQ(stet_run({"index", root}).out, root + ": 2 articles, 1 paragraph; 2 read, 0 unchanged, 0 gone\n");
  EXPECT_EQ(stet_run({"index", root}).out, root + ": 2 articles, 1 paragraph; 0 read, 2 unchanged, 0 gone\n");
}
TEST_F(SiteCli, StatsTellOfAnIndex) {
  stet_run({"index", "--quiet", root});
  const Outcome outcome = stet_run({"index", "--stats", root});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(outcome.out.starts_with("articles      2 (0 dated)\n")) << outcome.out;
}
TEST_F(SiteCli, StatsNeedAnIndex) { EXPECT_EQ(stet_run({"index", "--stats", root}).code, 3); }
TEST_F(SiteCli, IndexNeedsAFolder) { EXPECT_EQ(stet_run({"index", path("none")}).code, 3); }
TEST_F(SiteCli, IndexTellsWhatItCouldNotRead) {
  write("bad.md", "\xFF");
  const Outcome outcome = stet_run({"index", root});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("a byte that is not UTF-8 stands here"), std::string::npos);
  EXPECT_EQ(stet_run({"index", "--stats", root}).code, 0) << "the others are indexed";
}
TEST_F(SiteCli, ExportsToStandardOutput) {
  EXPECT_TRUE(stet_run({"index", "--export", "-", root}).out.starts_with("paragraph\tarticle\t"));
}
TEST_F(SiteCli, ExportsToAFile) {
  EXPECT_EQ(stet_run({"index", "--export", (folder / "prints.tsv").string(), "--pairs", (folder / "pairs.tsv").string(), root}).code, 0);
  EXPECT_GT(fs::file_size(folder / "prints.tsv"), 500U);
  EXPECT_GT(fs::file_size(folder / "pairs.tsv"), 50U);
}
TEST_F(SiteCli, ExportFailsWhereItCannotWrite) { EXPECT_EQ(stet_run({"index", "--export", path("none/prints.tsv"), root}).code, 2); }
TEST_F(SiteCli, CheckPointsAtTheOtherArticle) {
  stet_run({"index", "--quiet", root});
  write("news.md", "Nothing is new.\n\n" + harbour);
  const Outcome outcome = stet_run({"--site", root, path("news.md")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("news.md:3:1: warning: stands already in guides/tea.md, line 3: 12 of 12 words [repetition/site]"),
            std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("    3 | The old harbour of Brenholm"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.err, "");
}
TEST_F(SiteCli, CheckBuildsAnIndexThatIsMissing) {
  write("news.md", harbour);
  EXPECT_EQ(stet_run({"--site", root, path("news.md")}).code, 1);
  EXPECT_TRUE(fs::exists(folder / "site/.stet/site.index"));
}
TEST_F(SiteCli, CheckSaysThatADamagedIndexIsBuiltAnew) {
  fs::create_directories(folder / "site/.stet");
  write(".stet/site.index", "no index at all");
  const Outcome outcome = stet_run({"--site", root, path("news.md")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "stet: " + root + ": this is no index; it is built anew\n");
}
TEST_F(SiteCli, CheckSeesWhatHasChangedSinceTheIndexWasMade) {
  stet_run({"index", "--quiet", root});
  const std::string index = read("site/.stet/site.index");
  write("guides/tea.md", "# Tea\n\nGone.\n");
  write("news.md", harbour);
  EXPECT_EQ(stet_run({"--site", root, path("news.md")}).code, 0) << "the article that had it has changed";
  write("guides/coffee.md", "# Coffee\n\n" + harbour);
  const Outcome added = stet_run({"--site", root, path("news.md")});
  EXPECT_EQ(added.code, 1);
  EXPECT_NE(added.out.find("in guides/coffee.md, line 3"), std::string::npos) << added.out;
  EXPECT_EQ(added.err, "");
  fs::remove(path("guides/coffee.md"));
  EXPECT_EQ(stet_run({"--site", root, path("news.md")}).code, 0) << "the article that had it is gone";
  EXPECT_EQ(read("site/.stet/site.index"), index) << "nothing else was read, so nothing is written";
}
TEST_F(SiteCli, CheckTellsAValueThatAnotherArticleDenies) {
  write("lamp.md", "# Selwick 12\n\nWe tried the Selwick 12. The lamp weighs 900 g.\n");
  stet_run({"index", "--quiet", root});
  write("review.md", "# Selwick 12 review\n\nWe tried the Selwick 12. The lamp weighs 1.4 kg.\n");
  const Outcome outcome = stet_run({"--site", root, "--no-cache", path("review.md")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(
      outcome.out.find("review.md:3:42: warning: “1.4 kg” here, but “900 g” in lamp.md, line 3 (neither has a date): weight of Selwick 12 "
                       "[consistency/site]"),
      std::string::npos)
      << outcome.out;
}
TEST_F(SiteCli, WritesClaimsAsATable) {
  write("lamp.md", "# Selwick 12\n\nWe tried the Selwick 12. The lamp weighs 900 g.\n");
  const Outcome outcome = stet_run({"index", "--claims", "-", root});
  EXPECT_TRUE(outcome.out.starts_with("claim\tarticle\tline\tcolumn\tdate\tedition\tentity\tlink\tthing\tattribute\t")) << outcome.out;
  EXPECT_NE(outcome.out.find("\n0\tlamp.md\t3\t42\t99999999\t0000000000000000\t"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("\tSelwick 12\tconsistency/one-weight\t"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("\tquantity\tg\t900\t900\t900 g\n"), std::string::npos) << outcome.out;
}
TEST_F(SiteCli, MakesAnIndexAnewWhenOtherRulesReadClaims) {
  stet_run({"index", "--quiet", root});
  write("rules/one-gauge.yaml",
        "kind: one-value\ntitle: T\nseverity: warning\nmessage: m\nof: length\nsays: gauge\nwhy: W.\ninstead: I.\n");
  const Outcome outcome = stet_run({"index", "--quiet", "--rules", path("rules"), root});
  EXPECT_EQ(outcome.err, "stet: " + root + ": the index was made by other rules; it is built anew\n");
  EXPECT_EQ(stet_run({"index", "--quiet", "--rules", path("rules"), root}).err, "");
  EXPECT_EQ(stet_run({"--site", root, "--rules", path("rules"), "--select", "repetition", path("news.md")}).err, "");
}
TEST_F(SiteCli, CheckOfAllArticlesTellsEachPairOnce) {
  write("news.md", harbour);
  const Outcome outcome = stet_run({"--site", root, "--select", "repetition/site", root});
  EXPECT_NE(outcome.out.find("2 articles: 0 errors, 1 warning, 0 notes"), std::string::npos) << outcome.out;
}
TEST_F(SiteCli, CheckWithoutASiteComparesNothing) {
  write("news.md", harbour);
  EXPECT_EQ(stet_run({root}).code, 0);
}
TEST_F(SiteCli, CheckNeedsAFolder) { EXPECT_EQ(stet_run({"--site", path("none"), path("news.md")}).code, 2); }
TEST_F(SiteCli, HonoursASuppression) {
  write("news.md", "<!-- stet repetition/site: the harbour's own words -->\n" + harbour);
  EXPECT_EQ(stet_run({"--site", root, path("news.md")}).code, 0);
}
TEST_F(SiteCli, GivesTheSameForAnyNumberOfJobs) {
  for (int i = 0; i < 20; ++i) write("n" + std::to_string(i) + ".md", harbour + "\nNumber " + std::to_string(i) + ".\n");
  const std::string one = stet_run({"--site", root, "--jobs", "1", "--format", "json", root}).out;
  EXPECT_EQ(stet_run({"--site", root, "--jobs", "4", "--format", "json", root}).out, one);
}

TEST_F(SiteCli, SarifNamesTheOtherFile) {
  write("news.md", harbour);
  const auto sarif = nlohmann::json::parse(stet_run({"--site", root, "--format", "sarif", path("news.md")}).out);
  const auto& related = sarif["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"];
  EXPECT_TRUE(related["artifactLocation"]["uri"].get<std::string>().ends_with("/site/guides/tea.md"));
  EXPECT_EQ(related["region"]["startLine"], 3);
}
TEST_F(SiteCli, JsonNamesTheOtherFile) {
  write("news.md", harbour);
  const auto json = nlohmann::json::parse(stet_run({"--site", root, "--format", "json", path("news.md")}).out);
  const auto& related = json["files"][0]["findings"][0]["related"][0];
  EXPECT_TRUE(related["path"].get<std::string>().ends_with("/site/guides/tea.md"));
  EXPECT_EQ(related["line"], 3);
  EXPECT_EQ(related["message"], "earlier");
}

/// Two articles that say the opposite of velmora, and a configuration that names it.
class SiteClaims : public SiteCli {
 protected:
  const std::string safe = "Velmora is a shrub of the northern hills. Velmora is not addictive, and most people drink it in the evening.\n";
  const std::string unsafe =
      "Our readers ask about velmora again and again. Velmora is highly addictive, as the doctors of Harlow found.\n";

  void SetUp() override {
    write(".stet.yaml", "rules: {contradiction/site: {subjects: [\"(velmora|northern shrub)\", Harlow Glass]}}\n");
    write("2019-05-01-tea.md", "# Tea\n\n" + safe);
    write("2020-05-01-news.md", "# News\n\nNothing is new.\n\n" + unsafe);
    stet_run({"index", "--quiet", root});
  }
  std::string told(const std::vector<std::string>& files) const {
    std::vector<std::string> arguments = {"--site", root, "--select", "contradiction/site", "--format", "json"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    const nlohmann::json report = nlohmann::json::parse(stet_run(arguments).out);
    std::string text;
    for (const auto& file : report["files"]) {
      for (const auto& finding : file["findings"]) {
        text += fs::path(file["path"].get<std::string>()).filename().string() + ":" + std::to_string(finding["line"].get<int>()) + " " +
                finding["message"].get<std::string>() + "\n";
      }
    }
    return text;
  }
};

const std::string later_tells =
    "2020-05-01-news.md:5 \u201cis highly addictive\u201d, but 2019-05-01-tea.md, line 3, says \u201cnot addictive\u201d\n";

TEST_F(SiteClaims, AreToldAtTheLaterArticle) { EXPECT_EQ(told({root}), later_tells); }
TEST_F(SiteClaims, AreToldAtTheCheckedArticle) {
  EXPECT_EQ(told({path("2020-05-01-news.md")}), later_tells);
  EXPECT_EQ(told({path("2019-05-01-tea.md")}),
            "2019-05-01-tea.md:3 \u201cnot addictive\u201d, but 2020-05-01-news.md, line 5, says \u201cis highly addictive\u201d\n");
}
TEST_F(SiteClaims, AreReadFromWhatACheckedFileSaysNow) {
  write("2020-05-01-news.md", "# News\n\nNothing is new.\n");
  EXPECT_EQ(told({root}), "");
}
TEST_F(SiteClaims, AreReadAnewWhenAnotherFileHasChanged) {
  write("2019-05-01-tea.md", "# Tea\n\nVelmora is a shrub of the northern hills, and people drink it in the evening.\n");
  EXPECT_EQ(told({path("2020-05-01-news.md")}), "");
}
TEST_F(SiteClaims, AreOfDeclaredSubjectsOnly) {
  write(".stet.yaml", "rules: {contradiction/site: {subjects: [tarvex]}}\n");
  EXPECT_EQ(told({root}), "");
}
TEST_F(SiteClaims, MeetUnderOtherNamesOfASubject) {
  write("2020-05-01-news.md", "The northern shrub is highly addictive, as the doctors of Harlow found out in a long trial.\n");
  EXPECT_EQ(told({root}),
            "2020-05-01-news.md:1 \u201cis highly addictive\u201d, but 2019-05-01-tea.md, line 3, says \u201cnot addictive\u201d\n");
}
TEST_F(SiteClaims, AreFactsToo) {
  write("2019-05-01-tea.md", "Harlow Glass was founded in 1902 by two sisters who sold lenses from a cart on the market square.\n");
  write("2020-05-01-news.md", "Harlow Glass was founded in 1911 and sells lenses in forty shops, most of them by the sea.\n");
  EXPECT_EQ(told({root}),
            "2020-05-01-news.md:1 \u201cwas founded in 1911\u201d, but 2019-05-01-tea.md, line 1, says \u201cwas founded in 1902\u201d\n");
}

class SiteInRepository : public Repository {
 protected:
  std::string bridge(const std::string& length) const {
    return "# Orrel Bridge\n\nAll cross Orrel Bridge. The bridge is " + length + " long.\n";
  }
  void commit_of(const std::string& date) const {
    git("add -A");
    ASSERT_EQ(::setenv("GIT_COMMITTER_DATE", (date + "T12:00:00Z").c_str(), 1), 0);
    git("commit -q -m x");
    ::unsetenv("GIT_COMMITTER_DATE");
  }
  std::string told() const {
    return stet_run({"--no-cache", "--select", "consistency/site", "--site", folder.string(), folder.string()}).out;
  }
};

TEST_F(SiteInRepository, AnArticleWithoutADateIsAsOldAsItsLastChange) {
  write("a.md", bridge("420 metres"));
  write("b.md", "Nothing.\n");
  commit_of("2021-04-05");
  write("b.md", bridge("460 metres"));
  commit_of("2020-02-03");
  EXPECT_NE(told().find("a.md:3:39: warning: “420 metres” here, but “460 metres” in b.md, line 3 (older, of 2020-02-03)"),
            std::string::npos)
      << told();
}
TEST_F(SiteInRepository, WhatIsNotCommittedHasNoDate) {
  write("a.md", bridge("420 metres"));
  write("b.md", bridge("460 metres"));
  EXPECT_NE(told().find("b.md:3:39: warning: “460 metres” here, but “420 metres” in a.md, line 3 (neither has a date)"), std::string::npos)
      << told();
}

}  // namespace
}  // namespace stet::site_test
