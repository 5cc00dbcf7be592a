// Where entries of word lists occur among some words: the one way to ask for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "matching/automaton.h"

namespace stet {

/// The hits whose first word is one of `words`, ascending. O(log hits).
inline std::span<const ListHit> list_hits_in(const Matches& matches, IndexRange words) {
  const auto stands_before = [](const ListHit& hit, std::uint32_t word) { return hit.words.begin < word; };
  const auto first = std::lower_bound(matches.list_hits.begin(), matches.list_hits.end(), words.begin, stands_before);
  const auto last = std::lower_bound(first, matches.list_hits.end(), std::max(words.begin, words.end), stands_before);
  return {first, last};
}

}  // namespace stet
