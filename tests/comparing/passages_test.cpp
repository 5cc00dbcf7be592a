#include "comparing/passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "comparing/read.h"

namespace stet::passages_test {
namespace {

Likeness likeness_of_first_two(const std::string& markdown) {
  const auto reading = read(markdown);
  const Passages passages = passages_of(*reading);
  return likeness_of(passages, 1, 0, align(passages, 1, 0));
}

TEST(Passages, LeaveOutStopWords) {
  const auto reading = read("The ferry is already at the harbour.");
  EXPECT_EQ(passages_of(*reading).stems.size(), 2U);
}
TEST(Passages, OfASectionEndAtTheNextHeading) {
  const auto reading = read("## One\n\nFerries leave early. Ferries come back late.\n\n## Two\n\nHarbours sleep soundly.\n");
  EXPECT_EQ(passages_of(*reading, PassageUnit::section).passages.size(), 2U);
}
TEST(Passages, LeaveOutSourcesInBrackets) {
  const auto reading = read("Ferries leave early ([Hallam and Ostrup, 2019](https://example.org/ferries)).");
  EXPECT_EQ(passages_of(*reading).stems.size(), 3U);
}

TEST(Alignment, KeepsTheOrder) {
  const auto reading = read("Ferries carry milk. Milk carries ferries.");
  const Passages passages = passages_of(*reading);
  EXPECT_EQ(align(passages, 1, 0).size(), 1U);
}

/// By the table of Wagner and Fischer, cell by cell.
Alignment aligned_by_table(std::vector<StemId> a, std::vector<StemId> b) {
  a.resize(std::min<std::size_t>(a.size(), 200));
  b.resize(std::min<std::size_t>(b.size(), 200));
  std::vector<std::vector<std::uint32_t>> length(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;)
      length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
  }
  Alignment alignment;
  for (std::uint32_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      alignment.emplace_back(i++, j++);
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return alignment;
}

TEST(Alignment, IsThatOfTheWholeTableWhateverTheLengths) {
  std::mt19937 random(7);
  const auto some = [&](std::size_t count, std::uint32_t kinds) {
    std::vector<StemId> stems(count);
    for (StemId& stem : stems) stem = static_cast<StemId>(random() % kinds) * 128;  // whose last bits are often the same
    return stems;
  };
  for (const std::uint32_t kinds : {2U, 7U, 40U, 900U}) {
    for (const std::size_t count : {1U, 9U, 63U, 64U, 65U, 130U, 200U, 260U}) {
      const std::vector<StemId> first = some(count, kinds);
      const std::vector<StemId> second = some(1 + random() % 260, kinds);
      Passages passages;
      passages.stems = first;
      passages.stems.insert(passages.stems.end(), second.begin(), second.end());
      const auto middle = static_cast<std::uint32_t>(first.size());
      passages.passages = {{0, 1, {0, middle}}, {1, 2, {middle, static_cast<std::uint32_t>(passages.stems.size())}}};
      EXPECT_EQ(align(passages, 0, 1), aligned_by_table(first, second)) << count << " and " << second.size() << " of " << kinds;
    }
  }
}

TEST(Likeness, OfTheSameWordsIsOne) {
  EXPECT_FLOAT_EQ(likeness_of_first_two("The ferry carries milk. A ferry carried the milk.").overlap, 1);
}
TEST(Likeness, OfMovedClausesIsUnordered) {
  const Likeness likeness = likeness_of_first_two("At dawn the ferry leaves Tarsin. The ferry leaves Tarsin at dawn.");
  EXPECT_LT(likeness.overlap, 1);
  EXPECT_FLOAT_EQ(likeness.unordered, 1);
}
TEST(Likeness, OfAPartIsContained) {
  const Likeness likeness = likeness_of_first_two("The ferry carries milk. The ferry carries milk, letters, bottles and coal.");
  EXPECT_FLOAT_EQ(likeness.contained, 1);
  EXPECT_LT(likeness.overlap, 1);
}

TEST(Candidates, ShareTwoStems) {
  const auto reading = read("Ferries carry milk. Harbours sleep. Ferries bring milk. Ferries rest.");
  EXPECT_EQ(candidate_pairs(passages_of(*reading)), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 0}}));
}
TEST(Candidates, ShareARowOfWordsThatAreTheirRarestInNone) {
  std::string article;
  for (const char* word : {"herring", "eels", "tides", "lamps"}) {
    for (int i = 0; i < 3; ++i) article += std::string("Old ") + word + " smell. " + word + " last.\n\n";
  }
  const std::string clause = "herring eels tides lamps";
  const std::string own = " on gravel islands beside mossy chalk cliffs below copper roofs";
  const std::string other = " under velvet skies behind timber granaries among walnut orchards";
  article += clause + own + ".\n\n" + clause + other + ".\n\n";
  for (const std::string& rest : {own, other}) article += "People walk" + rest + ".\n\n";
  const auto reading = read(article);
  const Passages passages = passages_of(*reading);
  const auto last = static_cast<std::uint32_t>(passages.passages.size()) - 1;
  const std::pair<std::uint32_t, std::uint32_t> pair{last - 2, last - 3};
  const auto alike = candidate_pairs(passages);
  const auto runs = run_pairs(passages);
  EXPECT_FALSE(std::binary_search(alike.begin(), alike.end(), pair));
  EXPECT_TRUE(std::binary_search(runs.begin(), runs.end(), pair));
}
TEST(Candidates, GrowInProportionToTheText) {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "Ferries carry milk. ";
  const auto reading = read(text);
  EXPECT_LE(candidate_pairs(passages_of(*reading)).size(), 24U * 3'000U);
}

}  // namespace
}  // namespace stet::passages_test
