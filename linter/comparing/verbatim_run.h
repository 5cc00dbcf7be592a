// The longest stretch of words that two sentences have in common, word for word: a clause that was pasted into a longer sentence.
#pragma once

#include "comparing/passages.h"

namespace stet {

/// Words that stand in both passages in one piece.
struct VerbatimRun {
  std::uint32_t words = 0;
  std::uint32_t content = 0;  ///< of these, content words that the article's title lacks
};

/// The longest such run; of two as long, the first. Costs the product of the two lengths, each capped.
VerbatimRun longest_verbatim_run(const CheckInput& input, const Passage& a, const Passage& b);

}  // namespace stet
