// What a number counts: "sixteen rooms", "| Participants | 120 |".
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
