#include "comparing/denials.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet {
namespace {

/// Does the second sentence of an article called Lacework deny the first, or the other way round?
bool deny(const std::string& one, const std::string& two) {
  const auto reading = read("# Lacework\n\n" + one + "\n\n## More\n\n" + two + "\n");
  const CheckInput input = input_of(*reading);
  const std::vector<PlainSentence> plain = plain_sentences(input, no_index);
  return plain.size() == 2 && denies(plain[0], plain[1]);
}

TEST(Denials, AreSeenInAnotherOrder) {
  EXPECT_TRUE(deny("Lacework exports woodcuts.", "Woodcuts are not exported."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Etchings are not exported."));
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are exported.")) << "nothing is denied";
}
TEST(Denials, HoldForOneOfASeries) {
  EXPECT_TRUE(deny("Lacework does not print on Solaris.", "Lacework prints on Solaris, Minix and Haiku."));
  EXPECT_FALSE(deny("Lacework does not print on Solaris with gold leaf.", "Lacework prints on Solaris and Haiku.")) << "it denies less";
}
TEST(Denials, AllowForOneWordMore) {
  EXPECT_TRUE(deny("Lacework never exports woodcuts.", "Lacework exports large woodcuts."));
  EXPECT_FALSE(deny("Lacework never exports woodcuts.", "Lacework exports large woodcuts by night train."));
}
TEST(Denials, AreOfPlainSentencesOnly) {
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts are not exported when the plate is locked.")) << "a condition";
  EXPECT_FALSE(deny("Lacework exports woodcuts.", "Woodcuts may not be exported.")) << "a possibility";
  EXPECT_FALSE(deny("Some woodcuts are exported.", "Some woodcuts are not exported.")) << "some of several";
  EXPECT_FALSE(deny("Woodcuts are exported.", "This woodcut is not exported.")) << "one of several";
  EXPECT_FALSE(deny("Woodcuts are hardly exported.", "Woodcuts are exported.")) << "half a denial";
}
TEST(Denials, ShareMoreThanTheTitle) { EXPECT_FALSE(deny("Lacework sings.", "Lacework does not sing.")) << "one word beside the title's"; }

}  // namespace
}  // namespace stet
