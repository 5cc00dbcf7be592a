#include "units/lexicon.h"

#include <gtest/gtest.h>

#include "units/vocabulary.h"

namespace stet::lexicon_test {
namespace {

bool alike(std::string_view a, std::string_view b) { return may_mean_the_same(lemma_key(a), lemma_key(b)); }

TEST(Lexicon, KnowsWordsOfOneSense) {
  EXPECT_TRUE(alike("begin", "started"));
  EXPECT_TRUE(alike("teachers", "instructor"));
}
TEST(Lexicon, KnowsAKindOfSomething) {
  EXPECT_TRUE(alike("girl", "women"));
  EXPECT_TRUE(alike("woman", "person"));
}
TEST(Lexicon, TellsKindsOfOneThingApart) {
  EXPECT_FALSE(alike("farm", "hospital"));
  EXPECT_FALSE(alike("uncle", "father"));
}
TEST(Lexicon, SaysNothingOfUnknownWords) {
  EXPECT_FALSE(alike("velmora", "quillon"));
  EXPECT_FALSE(alike("", "fruit"));
}

}  // namespace
}  // namespace stet::lexicon_test
