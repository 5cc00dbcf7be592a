#include "units/plural.h"

#include <gtest/gtest.h>

namespace stet::plural_test {
namespace {

bool plural(std::string_view word) {
  Vocabulary vocabulary;
  return is_plural(vocabulary.form(vocabulary.add(word)));
}

TEST(Plural, EndsWithAnS) {
  EXPECT_TRUE(plural("rooms"));
  EXPECT_TRUE(plural("oaks"));
  EXPECT_FALSE(plural("room"));
}
TEST(Plural, IsNoneOfWordsThatEndSoAnyway) {
  EXPECT_FALSE(plural("glass"));
  EXPECT_FALSE(plural("campus"));
  EXPECT_FALSE(plural("analysis"));
  EXPECT_FALSE(plural("gas"));
}
TEST(Plural, MayHaveAnotherForm) {
  EXPECT_TRUE(plural("people"));
  EXPECT_TRUE(plural("children"));
}

}  // namespace
}  // namespace stet::plural_test
