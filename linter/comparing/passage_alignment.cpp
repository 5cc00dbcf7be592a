// How two passages align, and how alike they are by that.
#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <span>
#include <utility>

#include "comparing/passages.h"

namespace stet {
namespace {

// Bounds the work. Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr std::uint32_t longest_compared = 200;

/// How long the longest common subsequences are of what stands behind each place of two passages, as one bit for each pair of places: set
/// where the second passage's stem adds nothing (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004). Both are read from their
/// ends; bit 0 is the second's last stem.
class CommonEnds {
 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): rows are filled as far as the passages go
  CommonEnds(std::span<const StemId> first, std::span<const StemId> second) : second_(second), used_((second.size() + 63) / 64) {
    for (std::size_t j = 0; j < second.size(); ++j)
      next_[j] = std::exchange(heads_[second[j] % heads_.size()], static_cast<std::uint8_t>(j + 1));
    rows_[first.size()].fill(~std::uint64_t{0});
    for (std::size_t i = first.size(); i-- > 0;) add_row(i, first[i]);
  }

  /// The length of the longest behind place `i` of the first passage and place `j` of the second.
  std::uint32_t length(std::size_t i, std::size_t j) const {
    std::uint32_t zeros = 0;
    std::size_t left = second_.size() - j;
    for (std::size_t w = 0; left > 0; ++w) {
      const std::size_t bits = std::min<std::size_t>(left, 64);
      zeros += static_cast<std::uint32_t>(std::popcount(~rows_[i][w] & (~std::uint64_t{0} >> (64 - bits))));
      left -= bits;
    }
    return zeros;
  }

  /// Is the longest shorter without the second's stem at `j`?
  bool needs(std::size_t i, std::size_t j) const {
    const std::size_t bit = second_.size() - 1 - j;
    return ((rows_[i][bit / 64] >> (bit % 64)) & 1U) == 0;
  }

 private:
  static constexpr std::size_t most_words = (longest_compared + 63) / 64;
  std::span<const StemId> second_;
  std::size_t used_;
  std::array<std::uint8_t, 256> heads_{};              // by a stem's last bits, the last place of one that has them, plus one
  std::array<std::uint8_t, longest_compared> next_{};  // by place, the one before with the same bits, plus one
  std::array<std::array<std::uint64_t, most_words>, longest_compared + 1> rows_;  // by place of the first

  void add_row(std::size_t row, StemId stem) {
    const std::array<std::uint64_t, most_words>& before = rows_[row + 1];
    std::array<std::uint64_t, most_words> places{};
    bool found = false;
    for (std::size_t place = heads_[stem % heads_.size()]; place != 0; place = next_[place - 1]) {
      if (second_[place - 1] != stem) continue;
      const std::size_t bit = second_.size() - place;
      places[bit / 64] |= std::uint64_t{1} << (bit % 64);
      found = true;
    }
    rows_[row] = before;
    bool carry = false;
    for (std::size_t w = 0; found && w < used_; ++w) {
      const std::uint64_t met = before[w] & places[w];
      const std::uint64_t sum = before[w] + met + (carry ? 1 : 0);
      carry = sum < before[w] || (carry && sum == before[w]);
      rows_[row][w] = sum | (before[w] & ~met);
    }
  }
};

}  // namespace

Alignment align(const Passages& passages, std::uint32_t a, std::uint32_t b) {
  const auto stems_of = [&](std::uint32_t passage) {
    const IndexRange range = passages.passages[passage].stems;
    return std::span<const StemId>(passages.stems).subspan(range.begin, std::min(range.size(), longest_compared));
  };
  const std::span<const StemId> first = stems_of(a);
  const std::span<const StemId> second = stems_of(b);
  const CommonEnds ends(first, second);
  Alignment alignment;
  const std::uint32_t common = ends.length(0, 0);
  alignment.reserve(common);
  for (std::uint32_t i = 0, j = 0; alignment.size() < common;) {
    if (first[i] == second[j]) {
      alignment.emplace_back(i++, j++);
    } else if (ends.needs(i, j) || ends.length(i + 1, j) == ends.length(i, j)) {
      ++i;
    } else {
      ++j;
    }
  }
  return alignment;
}

std::optional<Alignment> align_rotated(const Passages& passages, std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t longest_opening = 4;
  constexpr std::uint32_t shortest = 4;
  const IndexRange left = passages.passages[a].stems;
  const IndexRange right = passages.passages[b].stems;
  const std::uint32_t count = left.size();
  if (count != right.size() || count < shortest || count > longest_compared) return std::nullopt;
  const auto aligned = [&](std::uint32_t by) {
    Alignment alignment;
    for (std::uint32_t i = 0; i < count && alignment.size() + 1 >= i; ++i) {
      const std::uint32_t other = (i + by) % count;
      if (passages.stems[left.begin + i] == passages.stems[right.begin + other]) alignment.emplace_back(i, other);
    }
    return alignment;
  };
  for (std::uint32_t moved = 1; moved <= std::min(longest_opening, count / 2); ++moved) {
    for (const std::uint32_t by : {moved, count - moved}) {
      Alignment alignment = aligned(by);
      if (alignment.size() + 1 >= count) return alignment;
    }
  }
  return std::nullopt;
}

/// Fills in the stems that both passages have, each as often as both have it.
static void count_unordered(const Passages& passages, const Passage& a, const Passage& b, Likeness& likeness) {
  // Only what both may have is sorted: most have little in common.
  std::bitset<512> in_a;
  std::bitset<512> in_b;
  for (std::uint32_t i = a.stems.begin; i < a.stems.end; ++i) in_a.set(passages.stems[i] % in_a.size());
  for (std::uint32_t i = b.stems.begin; i < b.stems.end; ++i) in_b.set(passages.stems[i] % in_b.size());
  std::vector<std::pair<StemId, float>> left;
  for (std::uint32_t i = a.stems.begin; i < a.stems.end; ++i) {
    if (in_b.test(passages.stems[i] % in_b.size())) left.emplace_back(passages.stems[i], passages.weights[i]);
  }
  std::vector<StemId> right;
  for (std::uint32_t i = b.stems.begin; i < b.stems.end; ++i) {
    if (in_a.test(passages.stems[i] % in_a.size())) right.push_back(passages.stems[i]);
  }
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  float common = 0;
  auto other = right.begin();
  for (const auto& [stem, weight] : left) {
    while (other != right.end() && *other < stem) ++other;
    if (other == right.end()) break;
    if (*other == stem) {
      common += weight;
      ++likeness.unordered_shared;
      ++other;
    }
  }
  likeness.unordered_weight = common;
  likeness.unordered = common / std::max(0.001F, a.weight + b.weight - common);
  likeness.unordered_share = common / std::max(0.001F, std::min(a.weight, b.weight));
}

Likeness likeness_of(const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  Likeness likeness;
  std::uint32_t adjacent = 0;
  for (std::size_t k = 0; k < alignment.size(); ++k) {
    likeness.weight += passages.weights[first.stems.begin + alignment[k].first];
    const bool follows = k > 0 && alignment[k].first == alignment[k - 1].first + 1 && alignment[k].second == alignment[k - 1].second + 1;
    adjacent += follows ? 1U : 0U;
  }
  likeness.shared = static_cast<std::uint32_t>(alignment.size());
  likeness.contained = likeness.weight / std::max(0.001F, std::min(first.weight, second.weight));
  likeness.overlap = likeness.weight / std::max(0.001F, first.weight + second.weight - likeness.weight);
  count_unordered(passages, first, second, likeness);
  likeness.cohesion = alignment.size() < 2 ? 0 : static_cast<float>(adjacent) / static_cast<float>(alignment.size() - 1);
  return likeness;
}

}  // namespace stet
