// The longest stretch of words that two sentences have in common, word for word: a clause that was pasted into a longer sentence.
#pragma once

#include "comparing/passages.h"

namespace stet {

/// Words that stand in both passages in one piece.
struct VerbatimRun {
  std::uint32_t words = 0;
  std::uint32_t content = 0;  ///< of these, content words that the article's title lacks
  IndexRange place;           ///< the words in the first passage
};

// Set on the open gold articles and on a hundred pairs of other articles (2026-11-29).
inline constexpr std::uint32_t clause_words = 8;
inline constexpr std::uint32_t clause_content = 4;
inline constexpr std::uint32_t dense_words = 6;
inline constexpr std::uint32_t dense_content = 5;

/// Long enough to be a clause.
inline bool is_clause(const VerbatimRun& run) {
  return (run.words >= clause_words && run.content >= clause_content) || (run.words >= dense_words && run.content >= dense_content);
}

/// The longest such run; of two as long, the first. Costs the product of the two lengths, each capped.
VerbatimRun longest_verbatim_run(const CheckInput& input, const Passage& a, const Passage& b);

}  // namespace stet
