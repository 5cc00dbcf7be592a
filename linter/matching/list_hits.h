// Where entries of word lists occur among some words, and what a row's two cells match together: the one way to ask for them.
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

/// Are some words just one entry of a list?
inline bool is_entry(const Matches& matches, ListId list, IndexRange words) {
  const auto hits = list_hits_in(matches, {words.begin, words.begin + 1});
  return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == list && hit.words.end == words.end; });
}

/// The matches of a pattern that begin in a row's label and end in the cell behind it. O(log matches).
inline std::span<const Match> matches_across_cells(const Matches& matches, PatternId pattern) {
  if (matches.across_cells.empty()) return {};
  const std::uint32_t slot = matches.slot_of(pattern);
  const auto first = std::lower_bound(matches.across_cells.begin(), matches.across_cells.end(), slot,
                                      [](const Match& match, std::uint32_t wanted) { return match.pattern < wanted; });
  const auto last = std::upper_bound(first, matches.across_cells.end(), slot,
                                     [](std::uint32_t wanted, const Match& match) { return wanted < match.pattern; });
  return {first, last};
}

}  // namespace stet
