#include "site/tables.h"

#include <gtest/gtest.h>

#include "site/site.h"

namespace stet::tables_test {
namespace {

const Articles site = {{"a.md", harbour + "\n" + baker}, {"b.md", harbour}, {"tab\there.md", ferry}};

std::string prints_of(const Articles& articles) {
  std::string text;
  write_prints(index_of(articles), [&](std::string_view piece) {
    text += piece;
    return true;
  });
  return text;
}

std::string pairs_of(const Articles& articles, unsigned jobs = 1) {
  std::string text;
  write_pairs(index_of(articles), jobs, [&](std::string_view piece) {
    text += piece;
    return true;
  });
  return text;
}

TEST(Tables, HaveALineForEachParagraphAndBand) {
  const std::string text = prints_of(site);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1 + 4 * static_cast<int>(band_count));
  EXPECT_TRUE(text.starts_with("paragraph\tarticle\tline\twords\tcontent\tband\thash\n0\ta.md\t1\t"));
}
TEST(Tables, EscapeWhatWouldPartFields) { EXPECT_NE(prints_of(site).find("\ttab\\there.md\t"), std::string::npos); }
TEST(Tables, PairWhatStandsWordForWordElsewhere) {
  EXPECT_EQ(pairs_of(site),
            "first\tfirst_article\tfirst_line\tsecond\tsecond_article\tsecond_line\tbands\tshared\twords\toverlap\n"
            "0\ta.md\t1\t2\tb.md\t1\t20\t12\t12\t1.000\n");
}
TEST(Tables, PairVariants) {
  std::string variant = harbour;
  variant.replace(variant.find("visitors"), 8, "tourists");
  const std::string text = pairs_of({{"a.md", harbour}, {"b.md", variant}});
  EXPECT_NE(text.find("\n0\ta.md\t1\t1\tb.md\t1\t"), std::string::npos) << text;
  EXPECT_NE(text.find("\t11\t12\t0."), std::string::npos) << text;
}
TEST(Tables, DoNotPairWithinAnArticle) { EXPECT_EQ(pairs_of({{"a.md", harbour + "\n" + harbour}}), pairs_of({})); }
TEST(Tables, AreTheSameForAnyNumberOfJobs) { EXPECT_EQ(pairs_of(site, 1), pairs_of(site, 4)); }
TEST(Tables, StopWhenNothingIsTaken) {
  EXPECT_FALSE(write_prints(index_of(site), [](std::string_view) { return false; }));
}
TEST(Tables, AreSummedUp) {
  const std::string text = describe(index_of(site));
  EXPECT_TRUE(text.starts_with("articles      3 (0 dated)\nparagraphs    4 (3 different)\nrepeated      1 paragraphs")) << text;
}

}  // namespace
}  // namespace stet::tables_test
