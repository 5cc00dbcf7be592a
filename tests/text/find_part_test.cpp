#include "text/find_part.h"

#include <gtest/gtest.h>

#include <string>

namespace stet::find_part_test {
namespace {

TEST(FindPart, FindsWhatAnySearchFinds) {
  const std::string text = "ab ^a {#id} id=id= :   : \xE2\x80\x94 end, id";
  for (const std::string part : {"a", "id=", " ^", "{#", ":   ", "\xE2\x80\x94", "end", "nd, id", "idx", "  ", "d"}) {
    for (std::size_t from = 0; from <= text.size() + 1; ++from)
      EXPECT_EQ(find_part(text, part, from), text.find(part, from)) << part << from;
  }
}
TEST(FindPart, FindsNothingInATextThatIsShorter) {
  EXPECT_FALSE(holds_part("", "a"));
  EXPECT_FALSE(holds_part("n=", "an="));
  EXPECT_TRUE(holds_part("an=", "an="));
}

}  // namespace
}  // namespace stet::find_part_test
