#include "units/rows.h"

#include <gtest/gtest.h>

#include "units/read.h"

namespace stet::rows_test {
namespace {

/// The labels that cells of an article have, by what they say: "hot: Shower".
std::string labels_in(const std::string& markdown) {
  const ReadUnits read = read_all(markdown);
  std::string lines;
  for (std::uint32_t s = 0; s < read.units.sentences.size(); ++s) {
    const auto label = label_of_row(read.article, read.units, s);
    if (!label) continue;
    const Span words{read.units.words[label->begin].plain.begin, read.units.words[label->end - 1].plain.end};
    lines += std::string(read.text(read.units.sentences[s].plain)) + ": " + std::string(read.text(words)) + "\n";
  }
  return lines;
}

const std::string head = "| Facts | |\n|---|---|\n";

TEST(RowLabels, AreTheFirstOfTwoCells) {
  EXPECT_EQ(labels_in(head + "| Shower | hot |\n| Main hall | cold |\n"), "hot: Shower\ncold: Main hall\n");
}
TEST(RowLabels, AreNotOfHeadsOrOfRowsOfMoreCells) {
  EXPECT_EQ(labels_in("| Shower | Hot |\n|---|---|\n"), "");
  EXPECT_EQ(labels_in("| Hut | Shower | Stove |\n|---|---|---|\n| Oskerry | hot | iron |\n"), "");
}
TEST(RowLabels, AreOfOneSentence) { EXPECT_EQ(labels_in(head + "| Shower. Bath. | hot |\n| Shower | Hot. Cold. |\n"), ""); }

}  // namespace
}  // namespace stet::rows_test
