// Likeness that sees through a light rewording: "helps lower the risk" and "helps reduce the risk".
//
// Between two words that align, one or two words of either passage that stand in the same place and may mean the same (WordNet, by way of
// units/lexicon.h) count as aligned, at less than their weight. So many at most that a pair cannot be alike by synonyms alone.
#pragma once

#include "comparing/passages.h"

namespace stet {

/// The likeness of two passages with the words counted in that may mean the same in the same place.
Likeness with_synonyms(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment,
                       Likeness likeness);

}  // namespace stet
