// What a number counts: "sixteen rooms", "| Participants | 120 |".
//
// The noun and no more: whether that is a count of all there are, and of which attribute, claims/told_counts asks on top of this. It is the
// noun that claims/value_reader has found behind the number, up to four words on, with all that stands between; or, of a cell or a labelled
// line that is nothing but the number, the whole label. Where no content word stands there, nothing is counted. Costs those few words.
#pragma once

#include <optional>
#include <vector>

#include "claims/claim.h"

namespace stet {

struct Counted {
  IndexRange words;           ///< the noun and what stands before it
  std::vector<WordKey> keys;  ///< of its content words, ascending
  WordKey noun = 0;
  bool determined = false;  ///< "the 140 participants", "all 19 rooms": the reader knows them
};

/// Of a number's claim; nothing where it counts no noun.
std::optional<Counted> counted_of(const CheckInput& text, const Claim& claim);

}  // namespace stet
