#include "units/within.h"

#include <gtest/gtest.h>

#include "units/read.h"

namespace stet::within_test {
namespace {

std::string words_of(const ReadUnits& read, IndexRange words) {
  std::string text;
  for (std::uint32_t word = words.begin; word < words.end; ++word) text += std::string(read.text(read.units.words[word].plain)) + ".";
  return text;
}

TEST(WordsWithin, AreThoseThatBeginInTheSpan) {
  const ReadUnits read = read_all("Red lamps hang here.\n");
  EXPECT_EQ(words_of(read, words_within(read.units, {4, 14})), "lamps.hang.");
  EXPECT_EQ(words_of(read, words_within(read.units, {5, 11})), "hang.");
}
TEST(WordsWithin, AreNoneOfAnEmptyOrFarSpan) {
  const ReadUnits read = read_all("Red lamps hang here.\n");
  EXPECT_TRUE(words_within(read.units, {4, 4}).empty());
  EXPECT_TRUE(words_within(read.units, {400, 500}).empty());
}

TEST(TypedWithin, AreTheValuesThatBeginAmongTheWords) {
  const ReadUnits read = read_all("Three lamps and 40 chairs cost 90 dollars.\n");
  const auto typed = typed_within(read.units, {2, 5});
  ASSERT_EQ(typed.size(), 1U);
  EXPECT_EQ(typed.front().low, 40);
  EXPECT_TRUE(typed_within(read.units, {1, 3}).empty());
}

}  // namespace
}  // namespace stet::within_test
