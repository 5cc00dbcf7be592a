#include "comparing/near_pairs.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "claims/stated.h"
#include "comparing/one_word_apart.h"

namespace stet {
namespace {

// Set 2026-11-25, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr float least_share = 0.45F;        ///< of the lighter sentence, in any order
constexpr float least_rotated = 0.75F;      ///< the same of a pair that may begin and end the other way round
constexpr double least_overlap = 0.3;       ///< aligned / both together
constexpr std::size_t most_for_one = 6;     ///< pairs kept for one later sentence, the most alike first
constexpr std::size_t most_pairs = 20'000;  ///< beyond, one for a later sentence: half a kilobyte each, of a form filled in
constexpr std::uint32_t least_content = 2;  ///< content words of a sentence

class PairFinder {
 public:
  PairFinder(const CheckInput& input, const CueLists& cues) : input_(input), cues_(cues) {}

  NearPairs find() {
    near_.passages = read_passages(input_, PassageUnit::sentence, least_content,
                                   [&](std::uint32_t sentence) { return states_something(input_, sentence); });
    const SortedStems stems(near_.passages);
    twins_ = one_word_apart(input_, near_.passages);
    auto candidates = candidate_pairs(near_.passages);
    candidates.insert(candidates.end(), twins_.begin(), twins_.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (auto first = candidates.begin(); first != candidates.end();) {
      const auto last = std::find_if(first, candidates.end(), [&](const auto& pair) { return pair.first != first->first; });
      add_pairs({first, last}, stems);
      first = last;
    }
    return std::move(near_);
  }

 private:
  struct Scored {
    double overlap = 0;
    std::uint32_t earlier = 0;
    Alignment alignment;
    bool rotated = false;
  };

  const CheckInput& input_;
  const CueLists& cues_;
  NearPairs near_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins_;

  /// Pairs of one later sentence.
  void add_pairs(std::span<const std::pair<std::uint32_t, std::uint32_t>> candidates, const SortedStems& stems) {
    std::vector<Scored> scored;
    const std::uint32_t later = candidates.front().first;
    for (const auto& candidate : candidates) {
      const std::uint32_t earlier = candidate.second;
      const bool twin = std::binary_search(twins_.begin(), twins_.end(), candidate);
      const float shared = twin ? 1 : stems.shared_share(later, earlier);
      if (shared < least_share || same_words(later, earlier)) continue;
      Scored pair{0, earlier, align(near_.passages, later, earlier)};
      auto rotated = shared >= least_rotated ? align_rotated(near_.passages, later, earlier) : std::nullopt;
      if (rotated && rotated->size() > pair.alignment.size()) {
        pair.alignment = std::move(*rotated);
        pair.rotated = true;
      }
      pair.overlap = overlap_of(later, earlier, pair.alignment);
      if (twin || pair.overlap >= least_overlap) scored.push_back(std::move(pair));
    }
    std::sort(scored.begin(), scored.end(),
              [](const Scored& a, const Scored& b) { return a.overlap != b.overlap ? a.overlap > b.overlap : a.earlier < b.earlier; });
    const std::size_t kept = near_.pairs.size() < most_pairs ? most_for_one : 1;
    if (scored.size() > kept) scored.resize(kept);
    for (const Scored& pair : scored) {
      near_.pairs.push_back(view_of(input_, near_.passages, later, pair.earlier, pair.alignment, cues_));
      near_.pairs.back().rotated = pair.rotated;
    }
  }

  double overlap_of(std::uint32_t later, std::uint32_t earlier, const Alignment& alignment) const {
    const Passages& passages = near_.passages;
    const auto weight_of = [&](const Passage& passage) {
      return std::accumulate(passages.raw.begin() + passage.stems.begin, passages.raw.begin() + passage.stems.end, 0.0);
    };
    double aligned = 0;
    for (const auto& [position, other] : alignment) aligned += passages.raw[passages.passages[later].stems.begin + position];
    const double both = weight_of(passages.passages[later]) + weight_of(passages.passages[earlier]) - aligned;
    return aligned / std::max(0.001, both);
  }

  /// Word for word the same: nothing is turned round.
  bool same_words(std::uint32_t later, std::uint32_t earlier) const {
    const auto words = [&](std::uint32_t passage) {
      const IndexRange range = input_.units.sentences[near_.passages.passages[passage].first_sentence].words;
      return std::span(input_.units.words).subspan(range.begin, range.size());
    };
    return std::ranges::equal(words(later), words(earlier), {}, &Word::form, &Word::form);
  }
};

}  // namespace

const NearPairs& near_pairs_of(const CheckInput& input, const CueLists& cues) {
  return input.derived->get<NearPairs>([&] { return PairFinder(input, cues).find(); });
}

}  // namespace stet
