#include "comparing/synonyms.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::synonyms_test {
namespace {

struct Two {
  std::unique_ptr<ReadArticle> reading;
  Passages passages;

  Two(const std::string& one, const std::string& two) : reading(read(one + " " + two + "\n")), passages(passages_of(*reading)) {}
  Likeness plain() const { return likeness_of(passages, 1, 0, align(passages, 1, 0)); }
  Likeness seen_through() const { return with_synonyms(input_of(*reading), passages, 1, 0, align(passages, 1, 0), plain()); }
  Restatement restated() const { return restatement_of(input_of(*reading), passages, 1, 0); }
};

TEST(Synonyms, InTheSamePlaceMakeTwoSentencesMoreAlike) {
  const Two two("Velmora oil reduces joint pain quickly.", "Velmora oil decreases joint pain quickly.");
  EXPECT_GT(two.seen_through().overlap, two.plain().overlap);
  EXPECT_LT(two.seen_through().overlap, 1);
  EXPECT_EQ(two.seen_through().shared, two.plain().shared + 1);
}
TEST(Synonyms, OtherWordsDoNot) {
  const Two two("Velmora oil reduces joint pain quickly.", "Velmora oil paints joint pain quickly.");
  EXPECT_FLOAT_EQ(two.seen_through().overlap, two.plain().overlap);
}
TEST(Synonyms, AreOneForFourWordsThatAlign) {
  const Two two("Oil reduces pain.", "Oil decreases pain.");
  EXPECT_FLOAT_EQ(two.seen_through().overlap, two.plain().overlap) << "two words align";
}

TEST(Synonyms, AreNoneOfNamesInCodeAndNumbers) {
  const Two code("Velmora oil `reduces` joint pain quickly.", "Velmora oil decreases joint pain quickly.");
  EXPECT_FLOAT_EQ(code.seen_through().overlap, code.plain().overlap);
  const Two capitals("Velmora oil REDUCES joint pain quickly.", "Velmora oil decreases joint pain quickly.");
  EXPECT_FLOAT_EQ(capitals.seen_through().overlap, capitals.plain().overlap);
}
TEST(Synonyms, CountInARestatementToo) {
  const Two near("Velmora oil reduces joint pain quickly.", "Velmora oil decreases joint pain quickly.");
  EXPECT_GT(near.restated().weight, near.plain().weight);
}

TEST(Restatement, CountsWordsInAnyOrder) {
  const Restatement said = Two("Rust eats the iron hull.", "The iron hull is what rust eats.").restated();
  EXPECT_EQ(said.same, 4U);
  EXPECT_FLOAT_EQ(said.share, 1);
  EXPECT_FLOAT_EQ(said.overlap, 1);
}
TEST(Restatement, OfPassagesOfAnyLengthCountsTheSameOwnWords) {
  for (const char* other : {"Rust eats brass, rust and zinc.", "Rust, rust, rust eats the hull.", "Nothing else."}) {
    const Two two("Rust eats the iron hull, and rust eats it for years.", other);
    EXPECT_EQ(own_words_shared(input_of(*two.reading), two.passages, 1, 0), two.restated().own) << other;
  }
}
TEST(Restatement, TakesEachWordOnce) { EXPECT_EQ(Two("Rust eats iron.", "Rust, rust, rust.").restated().same, 1U); }
TEST(Restatement, OfAPartHasAllOfTheLighter) {
  const Restatement said = Two("Rust eats iron.", "Rust eats iron, brass, zinc and copper.").restated();
  EXPECT_FLOAT_EQ(said.share, 1);
  EXPECT_LT(said.overlap, 1);
}

}  // namespace
}  // namespace stet::synonyms_test
