// Passages: sentences (or whole blocks) as weighted sequences of content stems, and how alike two of them are.
//
// Order of calls:  Passages p = read_passages(...);  for (auto [later, earlier] : candidate_pairs(p)) align(p, later, earlier);
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "matching/check_input.h"

namespace stet {

/// One sentence or block as its content stems (no stop words), in order.
struct Passage {
  std::uint32_t first_sentence = 0;
  std::uint32_t end_sentence = 0;
  IndexRange stems;  ///< into Passages::stems
  float weight = 0;  ///< sum over its stems
};

struct Passages {
  std::vector<Passage> passages;
  std::vector<StemId> stems;
  std::vector<float> weights;        ///< beside stems: inverse document frequency, less for what the article says all the time
  std::vector<float> raw;            ///< beside stems: inverse document frequency alone
  std::vector<std::uint32_t> words;  ///< beside stems: index of the word
};

/// A block is a whole paragraph or list item; a section what stands under one heading, without its subsections.
enum class PassageUnit : std::uint8_t { sentence, block, section };

/// Passages of at least `at_least` content words whose sentences `holds`.
Passages read_passages(const CheckInput& input, PassageUnit unit, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds);

/// All words of a passage.
IndexRange words_of(const CheckInput& input, const Passage& passage);

/// The content words that two passages share in the same order: positions counted from each passage's first stem.
using Alignment = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Longest common subsequence of at most 200 stems each: the earliest place of the second passage that keeps it longest, for each of the
/// first.
Alignment align(const Passages& passages, std::uint32_t a, std::uint32_t b);

/// The alignment of two passages of which one begins with what the other ends with ("In 2019 sales fell" and "Sales fell in 2019"), and
/// that are otherwise the same stems in the same order, but for one at most. Nothing when they are no such pair. The first stems that are
/// moved are at most four.
std::optional<Alignment> align_rotated(const Passages& passages, std::uint32_t a, std::uint32_t b);

/// How alike two passages are; fractions are of weight, between 0 and 1.
struct Likeness {
  float contained = 0;                 ///< aligned / the lighter passage
  float overlap = 0;                   ///< aligned / both together (a Jaccard index on sequences)
  float cohesion = 0;                  ///< aligned words that follow each other without a gap on both sides / aligned words that could
  float unordered = 0;                 ///< shared in any order / both together: clauses may have moved
  float unordered_share = 0;           ///< shared in any order / the lighter passage
  std::uint32_t shared = 0;            ///< aligned words
  std::uint32_t unordered_shared = 0;  ///< words shared in any order
  float weight = 0;                    ///< of what is aligned
  float unordered_weight = 0;          ///< of what is shared in any order
};
Likeness likeness_of(const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment);

/// The stems of each passage in order of their ids, to see quickly what two passages share.
class SortedStems {
 public:
  /// `passages` must outlive it, and stay as they are.
  explicit SortedStems(const Passages& passages);

  /// What two passages share in any order / the lighter passage, in inverse document frequency: a cheap upper bound of what aligns.
  float shared_share(std::uint32_t a, std::uint32_t b) const;

 private:
  const Passages& passages_;
  std::vector<std::pair<StemId, float>> stems_;  // beside Passages::stems, sorted within each passage
  std::vector<float> totals_;                    // by passage
};

/// Pairs (later, earlier) that share at least two of their six rarest stems: an index of postings with a fixed cap of 64, and of each
/// passage the 24 pairs that share most, so that the number of pairs is linear in the number of passages.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const Passages& passages);

/// Pairs (later, earlier) that share a row of four content stems, ascending: what one says within a longer sentence may be none of its
/// rarest words. Of the passages that have a row, each is paired with the first two, so that the number of pairs is linear.
std::vector<std::pair<std::uint32_t, std::uint32_t>> run_pairs(const Passages& passages);

}  // namespace stet
