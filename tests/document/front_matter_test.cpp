#include "document/front_matter.h"

#include <gtest/gtest.h>

#include "document/article.h"
#include "document/read.h"

namespace stet::front_matter_test {
namespace {

/// Values of front matter, each with the source that it is of, joined by " | ".
std::string values(const std::string& markdown) {
  const Source source = *make_source("test.md", markdown);
  const Article read = read_front_matter(source, parse_article(source));
  std::string text;
  for (const TextRun& run : read.texts) {
    text += (text.empty() ? "" : " | ") + std::string(read.text(run.plain));
    EXPECT_EQ(source.view(read.to_source(run.plain)).front(), read.text(run.plain).front());
    EXPECT_EQ(source.view(read.to_source(run.plain)).back(), read.text(run.plain).back());
  }
  return text;
}

std::string title(const std::string& front_matter) { return find_front_matter("---\n" + front_matter + "---\n")->title; }

TEST(FrontMatter, MayBeJson) {
  const Read result = read(
      "{\n  \"title\": \"A \\\"kettle\\\" of tin\",\n  \"tags\": [\"tin\", \"lead\"],\n  \"nested\": {\"title\": \"b\"}\n}\n\nBody.\n");
  EXPECT_EQ(result.article.front_matter_format, "json");
  EXPECT_EQ(result.article.title, "A \\\"kettle\\\" of tin");
  EXPECT_EQ(shape(result.article), "front_matter paragraph");
  EXPECT_EQ(plain(read_front_matter(result.source, result.article)), "A \\\"kettle\\\" of tin | tin | lead | b");
}
TEST(FrontMatter, OtherBracesAreNone) {
  for (const char* text : {"{{< note >}}\n", "{% include x %}\n", "{x} is a set.\n", "{\"a\": 1} is JSON.\n", "{\"a\": \n"})
    EXPECT_EQ(read(text).article.front_matter_format, "") << text;
}
TEST(FrontMatterTitle, MayBeAYamlBlock) { EXPECT_EQ(title("title: >-\n  Tea for\n  the night\ndraft: true\n"), "Tea for the night"); }
TEST(FrontMatterTitle, MayGoOnInTheNextLine) { EXPECT_EQ(title("title: \"Tea for\n  the night\"\n"), "Tea for the night"); }
TEST(FrontMatterTitle, IsNoneWhereAMappingStands) { EXPECT_EQ(title("title:\n  en: Tea\n"), ""); }
TEST(FrontMatterTitle, MayBeginWithABar) { EXPECT_EQ(title("title: \"| Tea\"\n"), "| Tea"); }

TEST(FrontMatterValues, AreReadWithoutKeysQuotesAndComments) {
  EXPECT_EQ(values("---\ntitle: \"A cure\"\n# a note\ndraft: true # not yet\n---\n"), "A cure | true");
}
TEST(FrontMatterValues, OfListsAreReadOneByOne) {
  EXPECT_EQ(values("---\ntags: [tea, 'sleep well']\nauthors:\n  - Ann Lee\n  - name: Bo\n---\n"), "tea | sleep well | Ann Lee | Bo");
}
TEST(FrontMatterValues, OverSeveralLinesAreOne) {
  EXPECT_EQ(values("---\nsummary: >-\n  Tea cures\n  all: ills.\nlead: It is\n  good.\n---\n"), "Tea cures all: ills. | It is good.");
}
TEST(FrontMatterValues, OfTomlAreRead) { EXPECT_EQ(values("+++\ntitle = \"A cure\"\n+++\n"), "A cure"); }
TEST(FrontMatterValues, SurviveWindowsLineEnds) { EXPECT_EQ(values("---\r\ntitle: A cure\r\ntags: tea\r\n---\r\n"), "A cure | tea"); }
TEST(FrontMatterValues, OfAnArticleWithoutAnyAreNone) { EXPECT_EQ(values("Tea.\n"), ""); }
TEST(FrontMatterValues, OfUrlsStayWhole) { EXPECT_EQ(values("---\nimage: https://example.org/a.png\n---\n"), "https://example.org/a.png"); }

}  // namespace
}  // namespace stet::front_matter_test
