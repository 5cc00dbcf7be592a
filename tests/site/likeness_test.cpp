#include "site/likeness.h"

#include <gtest/gtest.h>

#include "site/site.h"

namespace stet::likeness_test {
namespace {

/// Are two paragraphs of different articles the same passage, and is it no accident?
bool repeats(const std::string& a, const std::string& b) {
  const ArticlePrint first = print_of(a);
  const ArticlePrint second = print_of(b);
  const ParagraphContent left{stems_of(first, 0), first.paragraphs[0].negated};
  const ParagraphContent right{stems_of(second, 0), second.paragraphs[0].negated};
  const Likeness likeness = likeness_of(left, right);
  return is_same_passage(likeness, 0.7F) && !differs_on_purpose(left, right, likeness);
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
  return text.replace(text.find(old), old.size(), with);
}

TEST(SiteLikeness, SeesAWordSwapped) { EXPECT_TRUE(repeats(ferry, replaced(ferry, "milk", "cheese"))); }
TEST(SiteLikeness, SeesASentenceAdded) { EXPECT_TRUE(repeats(ferry, ferry + "In winter it sails on Sundays only.")); }
TEST(SiteLikeness, IsSilentOnAnotherNumber) {
  EXPECT_FALSE(repeats(replaced(ferry, "at dawn", "at 6 sharp"), replaced(ferry, "at dawn", "at 9 sharp")));
}
TEST(SiteLikeness, IsSilentOnAnotherName) { EXPECT_FALSE(repeats(ferry, replaced(ferry, "Tarsin", "Ostrel"))); }
TEST(SiteLikeness, IsSilentOnANegation) { EXPECT_FALSE(repeats(ferry, replaced(ferry, "It carries", "It never carries"))); }
TEST(SiteLikeness, IsSilentOnOtherWords) { EXPECT_FALSE(repeats(ferry, harbour)); }
TEST(SiteLikeness, SeesALongCopyWhateverNumberDiffers) {
  const std::string text = replaced(ferry, "\n", " ") + replaced(harbour, "\n", " ") + baker;
  EXPECT_TRUE(repeats(text + "All that for 6 crowns.", text + "All that for 9 crowns."));
}

}  // namespace
}  // namespace stet::likeness_test
