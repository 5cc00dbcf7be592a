#include "units/label_lines.h"

#include <gtest/gtest.h>

#include "units/read.h"

namespace stet::label_lines_test {
namespace {

std::vector<std::string> sentences(const char* markdown) {
  const ReadUnits result = read_all(markdown);
  std::vector<std::string> texts;
  for (const Sentence& sentence : result.units.sentences) texts.emplace_back(result.text(sentence.plain));
  return texts;
}

TEST(LabelLines, OfOneParagraphAreSentencesOfTheirOwn) {
  EXPECT_EQ(sentences("**Price:** £40\n**Sold in:** Harlow\n**Weight**: 2 kg\n"),
            (std::vector<std::string>{"Price: £40", "Sold in: Harlow", "Weight: 2 kg"}));
  EXPECT_EQ(sentences("Price: £40\\\nSold in: Harlow\n"), (std::vector<std::string>{"Price: £40", "Sold in: Harlow"}));
}

TEST(LabelLines, GoOnOverALineThatHasNoLabel) {
  EXPECT_EQ(sentences("**Price:** £40 with\na bulb\n**Weight:** 2 kg\n"),
            (std::vector<std::string>{"Price: £40 with a bulb", "Weight: 2 kg"}));
}

TEST(LabelLines, AreNoneWhereTheFirstLineHasNoLabelOrOnlySomeHaveAPlainOne) {
  EXPECT_EQ(sentences("It costs more\n**Price:** £40\n").size(), 1U);
  EXPECT_EQ(sentences("Price: £40 with\na bulb, and this is\nTrue: it works\n").size(), 1U);
  EXPECT_EQ(sentences("**Open** from nine\n**to** five: daily\n").size(), 1U);
}

}  // namespace
}  // namespace stet::label_lines_test
