#include "claims/title.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::title_test {
namespace {

/// "words | name" of an article's title.
std::string title_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Title& title = title_of(input);
  return title.words.empty() ? "" : words_as_written(input, title.words) + " | " + words_as_written(input, title.name);
}

TEST(Title, IsTheFirstHeading) {
  EXPECT_EQ(title_in("# The mill\n\nIt is old.\n\n## The wheel\n"), "The mill | The mill");
  EXPECT_EQ(title_in("## The mill\n\nIt is old.\n"), "The mill | The mill");
}
TEST(Title, NamesItsThingUpToWhatIsSaidOfIt) {
  EXPECT_EQ(title_in("# Ada Quill, painter\n"), "Ada Quill, painter | Ada Quill");
  EXPECT_EQ(title_in("# Northfold: a portrait\n"), "Northfold: a portrait | Northfold");
}
TEST(Title, IsKnownByItsWords) {
  const auto reading = read("# The mill\n\nIt is old.\n\n## The wheel\n\nIt is new.\n");
  const CheckInput input = input_of(*reading);
  EXPECT_TRUE(is_title(input, title_of(input).words));
  EXPECT_FALSE(is_title(input, {4, 6}));
  EXPECT_FALSE(is_title(input, {}));
}
TEST(Title, IsNoHeadingFarBelow) {
  EXPECT_EQ(title_in("#### The mill\n\nIt is old.\n"), "");
  EXPECT_EQ(title_in("It is old.\n"), "");
}

TEST(SentenceOfWord, IsTheOneThatHoldsIt) {
  const auto reading = read("The mill is old. It stands still.\n");
  const CheckInput input = input_of(*reading);
  EXPECT_EQ(sentence_of(input.units, word_at(input, "the")), 0U);
  EXPECT_EQ(sentence_of(input.units, word_at(input, "old")), 0U);
  EXPECT_EQ(sentence_of(input.units, word_at(input, "still")), 1U);
}

}  // namespace
}  // namespace stet::title_test
