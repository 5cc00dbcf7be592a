// Short sentences that are the same but for one word: what an index of rare words does not find ("The shop is open", "The shop is closed").
#pragma once

#include <utility>
#include <vector>

#include "comparing/passages.h"

namespace stet {

/// Pairs (later, earlier), ascending, of passages of 4 to 14 words that differ in one word, or of which one has a word more; at most four
/// for each later passage and place. Found by the hashes of each passage without one of its words (Mor and Fraenkel 1982), so that the cost
/// is linear in the number of passages.
std::vector<std::pair<std::uint32_t, std::uint32_t>> one_word_apart(const CheckInput& input, const Passages& passages);

}  // namespace stet
