#include "site/neighbours.h"

#include <gtest/gtest.h>

#include "site/site.h"

namespace stet::neighbours_test {
namespace {

std::string dated(const std::string& date, const std::string& text) { return "---\ndate: " + date + "\n---\n\n" + text; }

/// "path:line" of the first other place of each, with how many paragraphs and articles.
std::string told(const std::vector<Recurrence>& found) {
  std::string text;
  for (const Recurrence& recurrence : found) {
    const ParagraphElsewhere& other = recurrence.others.front();
    text += (text.empty() ? "" : ", ") + other.path + ":" + std::to_string(other.place.first_line) + " " +
            (other.earlier ? "earlier" : "later") + " " + std::to_string(recurrence.paragraphs) + " in " +
            std::to_string(recurrence.articles) + (recurrence.common ? " common" : "");
  }
  return text;
}

/// All articles are checked: what is told at each.
std::string told_of_all(const Articles& articles) {
  const SiteNeighbours site(index_of(articles));
  std::string text;
  for (const auto& [path, markdown] : articles) {
    const std::string here = told(recurrences_of(site, path, markdown));
    if (!here.empty()) text += path + ": " + here + "\n";
  }
  return text;
}

TEST(SiteNeighbours, TellAtTheLaterArticle) {
  EXPECT_EQ(told_of_all({{"a.md", dated("2022-01-01", harbour)}, {"b.md", dated("2021-01-01", harbour)}}), "a.md: b.md:5 earlier 1 in 2\n");
}
TEST(SiteNeighbours, TakeThePathWhereThereIsNoDate) {
  EXPECT_EQ(told_of_all({{"a.md", harbour}, {"b.md", harbour}}), "b.md: a.md:1 earlier 1 in 2\n");
}
TEST(SiteNeighbours, PointAtTheEarliestOfSeveral) {
  EXPECT_EQ(told_of_all({{"a.md", harbour}, {"b.md", harbour}, {"c.md", harbour}}),
            "b.md: a.md:1 earlier 1 in 3\nc.md: a.md:1 earlier 1 in 3\n");
}
TEST(SiteNeighbours, TellWhatIsCommonOnce) {
  Articles articles;
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f'}) articles.emplace_back(std::string(1, letter) + ".md", harbour);
  EXPECT_EQ(told_of_all(articles), "a.md: b.md:1 later 1 in 6 common\n");
}
TEST(SiteNeighbours, TellACommonTemplateOnce) {
  Articles articles;
  for (const std::string word : {"north", "south", "east", "west", "lower"}) {
    articles.emplace_back(word + ".md", "The old " + word +
                                            " harbour, built by merchants in a sheltered bay, draws thousands of visitors every summer "
                                            "with its fish market, its painted houses and its long stone pier.\n");
  }
  EXPECT_EQ(told_of_all(articles), "east.md: lower.md:1 later 1 in 5 common\n");
}
TEST(SiteNeighbours, TellNeighbouringParagraphsAsOne) {
  EXPECT_EQ(told_of_all({{"a.md", "# Title\n\n" + harbour + "\n" + baker + "\n" + ferry},
                         {"b.md", harbour + "\n" + baker + "\n## More\n\n" + ferry}}),
            "b.md: a.md:3 earlier 3 in 2\n");
}
TEST(SiteNeighbours, TellParagraphsInAnotherOrderApart) {
  EXPECT_EQ(told_of_all({{"a.md", harbour + "\n" + baker}, {"b.md", baker + "\n" + harbour}}),
            "b.md: a.md:3 earlier 1 in 2, a.md:1 earlier 1 in 2\n");
}
TEST(SiteNeighbours, LeaveOutTheArticleItself) { EXPECT_EQ(told_of_all({{"a.md", harbour + "\n" + harbour}}), ""); }
TEST(SiteNeighbours, LeaveOutShortParagraphs) {
  const SiteNeighbours site(index_of({{"a.md", harbour}}));
  EXPECT_EQ(told(recurrences_of(site, "b.md", harbour, 10)), "a.md:1 earlier 1 in 2");
  EXPECT_EQ(told(recurrences_of(site, "b.md", harbour, 40)), "");
}
TEST(SiteNeighbours, CountCopiesBeyondThoseTheyReadOneByOne) {
  Articles articles;
  for (int i = 100; i < 300; ++i) articles.emplace_back(std::to_string(i) + ".md", harbour);
  EXPECT_EQ(told_of_all(articles), "100.md: 101.md:1 later 1 in 200 common\n");
}

class SiteOnDisk : public testing::Test {
 protected:
  SiteFolder folder{"neighbours", {{"a.md", harbour}, {"b.md", "Nothing.\n"}, {"z.md", baker}}};

  void SetUp() override { ASSERT_TRUE(update_index(folder.root.string(), {})); }
  /// Checks one file as it is on disk now.
  std::vector<Recurrence> check(const std::string& path, const SiteNeighbours& site) {
    return recurrences_of(site, folder.path(path), folder.read(path));
  }
  SiteNeighbours open(const std::vector<std::string>& checked) {
    std::vector<std::string> files;
    for (const std::string& path : checked) files.push_back(folder.path(path));
    return SiteNeighbours(*read_index(folder.root.string()), folder.root.string(), files, {});
  }
};

TEST_F(SiteOnDisk, ChecksAFileThatIsNewerThanTheIndex) {
  folder.write("b.md", harbour);
  const SiteNeighbours site = open({"b.md"});
  const auto found = check("b.md", site);
  EXPECT_EQ(told(found), "a.md:1 earlier 1 in 2");
  EXPECT_EQ(found[0].others[0].place.path, folder.path("a.md"));
  EXPECT_TRUE(found[0].others[0].place.text.starts_with("The old harbour"));
  EXPECT_FALSE(site.is_stale());
}
TEST_F(SiteOnDisk, TellsAtTheEarlierArticleWhenOnlyThatIsChecked) {
  folder.write("b.md", baker);
  EXPECT_EQ(told(check("b.md", open({"b.md"}))), "z.md:1 later 1 in 2");
}
TEST_F(SiteOnDisk, ComparesCheckedFilesWithEachOther) {
  folder.write("b.md", ferry + ferry);
  folder.write("c.md", ferry + ferry);
  const SiteNeighbours site = open({"b.md", "c.md"});
  EXPECT_EQ(told(check("b.md", site)), "");
  EXPECT_EQ(told(check("c.md", site)), "b.md:1 earlier 1 in 2");
}
TEST_F(SiteOnDisk, ForgetsWhatAChangedFileSaid) {
  folder.write("a.md", "Something else.\n");
  folder.write("b.md", harbour);
  EXPECT_EQ(told(check("b.md", open({"a.md", "b.md"}))), "");
}
TEST_F(SiteOnDisk, NoticesThatAnArticleHasChangedSince) {
  folder.write("a.md", "Something else.\n");
  folder.write("b.md", harbour);
  const SiteNeighbours site = open({"b.md"});
  check("b.md", site);
  EXPECT_TRUE(site.is_stale());
}
/// "changed… | gone…", as paths of the site.
std::string drift(const SiteFolder& folder) {
  const SiteIndex index = *read_index(folder.root.string());
  const Drift found = drift_of(index, folder.root.string(), {});
  std::string text;
  for (const std::string& file : found.changed) text += std::filesystem::path(file).lexically_relative(folder.root).generic_string() + " ";
  text += "|";
  for (const std::uint32_t article : found.gone) text += " " + std::string(index.path(article));
  return text;
}
TEST_F(SiteOnDisk, DriftsWithWhatHasChangedComeAndGone) {
  EXPECT_EQ(drift(folder), "|");
  folder.write("a.md", "Something else.\n");
  folder.write("new.md", harbour);
  std::filesystem::remove(folder.path("z.md"));
  EXPECT_EQ(drift(folder), "a.md new.md | z.md");
}
TEST_F(SiteOnDisk, DriftsByBytesWhereStampsAreMissingOrAnothers) {
  folder.write("a.md", folder.read("a.md"));
  EXPECT_EQ(drift(folder), "|");
  folder.write(".stet/site.stamps", "none at all");
  EXPECT_EQ(drift(folder), "|");
  std::filesystem::remove(folder.path(".stet/site.stamps"));
  folder.write("a.md", "Something else.\n");
  EXPECT_EQ(drift(folder), "a.md |");
}
TEST_F(SiteOnDisk, ComparesWithAnArticleThatHasComeSince) {
  folder.write("new.md", ferry + ferry);
  folder.write("b.md", ferry + ferry);
  const SiteIndex index = *read_index(folder.root.string());
  const SiteNeighbours site(index, folder.root.string(), {folder.path("new.md")}, {}, drift_of(index, folder.root.string(), {}));
  EXPECT_EQ(told(check("new.md", site)), "b.md:1 earlier 1 in 2");
  EXPECT_FALSE(site.is_stale());
}
TEST_F(SiteOnDisk, ChecksAFileOutsideOfTheSite) {
  const SiteFolder outside("draft", {{"draft.md", harbour}});
  const SiteNeighbours site(*read_index(folder.root.string()), folder.root.string(), {outside.path("draft.md")}, {});
  EXPECT_EQ(recurrences_of(site, outside.path("draft.md"), outside.read("draft.md")).size(), 1U);
}

}  // namespace
}  // namespace stet::neighbours_test
