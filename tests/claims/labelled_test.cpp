#include "claims/labelled.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::labelled_test {
namespace {

/// The labelled lines of an article, "Shower = hot" each.
std::vector<std::string> lines_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  std::vector<std::string> lines;
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const auto line = labelled_line(input, s);
    if (line) lines.push_back(words_as_written(input, line->label) + " = " + words_as_written(input, line->value));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(LabelledLines, HaveAColonOrTwoCells) {
  EXPECT_EQ(lines_in("- **Shower:** hot\n"), Lines{"Shower = hot"});
  EXPECT_EQ(lines_in("| Facts | |\n|---|---|\n| Shower | hot |\n"), Lines{"Shower = hot"});
}
TEST(LabelledLines, AreNoHeadsOfTablesOrRowsOfMoreCells) {
  EXPECT_EQ(lines_in("| Shower | hot |\n|---|---|\n"), Lines{});
  EXPECT_EQ(lines_in("| Hut | Shower | Stove |\n|---|---|---|\n| Oskerry | hot | iron |\n"), Lines{});
}
TEST(LabelledLines, AreShortAndAskNothing) {
  EXPECT_EQ(lines_in("The hut has this: a shower, a stove, two beds and a cellar.\n"), Lines{});
  EXPECT_EQ(lines_in("Shower: is it hot?\n"), Lines{});
}

}  // namespace
}  // namespace stet::labelled_test
