#include "checks/one_word_apart.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace stet {
namespace {

constexpr std::uint32_t shortest = 4;
constexpr std::uint32_t longest = 14;
constexpr std::size_t most_alike = 4;

/// Hash of the words in order without the one at `left_out`. A collision brings a pair that the caller's own comparison refuses.
std::uint64_t hash_without(const CheckInput& input, IndexRange words, std::uint32_t left_out) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a, a word at a time
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (word != left_out) hash = (hash ^ input.units.words[word].form) * 0x100000001B3ULL;
  }
  return hash;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> one_word_apart(const CheckInput& input, const Passages& passages) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> seen;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t later = 0; later < passages.passages.size(); ++later) {
    const IndexRange words = words_of(input, passages.passages[later]);
    if (words.size() < shortest || words.size() > longest) continue;
    for (std::uint32_t left_out = words.begin; left_out <= words.end; ++left_out) {  // the last leaves out nothing
      std::vector<std::uint32_t>& others = seen[hash_without(input, words, left_out)];
      for (const std::uint32_t earlier : others) {
        if (earlier != later) pairs.emplace_back(later, earlier);
      }
      if (others.size() < most_alike && (others.empty() || others.back() != later)) others.push_back(later);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace stet
