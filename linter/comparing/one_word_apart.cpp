#include "comparing/one_word_apart.h"

#include <algorithm>
#include <array>

namespace stet {
namespace {

constexpr std::uint32_t shortest = 4;
constexpr std::uint32_t longest = 14;
constexpr std::ptrdiff_t most_alike = 4;

/// Hashes of some words in order without one of them. A collision brings a pair that the caller's own comparison refuses.
class HashesWithoutOne {
 public:
  HashesWithoutOne(const CheckInput& input, IndexRange words) : count_(words.size()) {
    for (std::uint32_t i = 0; i < count_; ++i) {
      const std::uint64_t word = mixed(input.units.words[words.begin + i].form);
      before_[i + 1] = before_[i] * base + word;
      const std::uint64_t last = mixed(input.units.words[words.end - 1 - i].form);
      behind_[count_ - 1 - i] = behind_[count_ - i] + last * power_[i];
      power_[i + 1] = power_[i] * base;
    }
  }

  /// Without the word at a position; without none at `words.size()`.
  std::uint64_t without(std::uint32_t position) const {
    if (position == count_) return before_[count_];
    return before_[position] * power_[count_ - 1 - position] + behind_[position + 1];
  }

 private:
  static constexpr std::uint64_t base = 0x100000001B3ULL;
  std::uint32_t count_ = 0;
  std::array<std::uint64_t, longest + 1> before_{};  // of the first words
  std::array<std::uint64_t, longest + 1> behind_{};  // of the words from a position on
  std::array<std::uint64_t, longest + 1> power_{1};

  /// splitmix64 (Steele, Lea and Flood 2014).
  static std::uint64_t mixed(std::uint64_t form) {
    form = (form + 1) * 0x9E3779B97F4A7C15ULL;
    form = (form ^ (form >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    form = (form ^ (form >> 27U)) * 0x94D049BB133111EBULL;
    return form ^ (form >> 31U);
  }
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> one_word_apart(const CheckInput& input, const Passages& passages) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> hashes;  // with the passage
  for (std::uint32_t passage = 0; passage < passages.passages.size(); ++passage) {
    const IndexRange words = words_of(input, passages.passages[passage]);
    if (words.size() < shortest || words.size() > longest) continue;
    const HashesWithoutOne of_words(input, words);
    for (std::uint32_t left_out = 0; left_out <= words.size(); ++left_out) hashes.emplace_back(of_words.without(left_out), passage);
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (auto first = hashes.begin(); first != hashes.end();) {
    const auto end = std::find_if(first, hashes.end(), [&](const auto& other) { return other.first != first->first; });
    for (auto later = first + 1; later < end; ++later) {
      for (auto earlier = first; earlier < std::min(later, first + most_alike); ++earlier)
        pairs.emplace_back(later->second, earlier->second);
    }
    first = end;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace stet
