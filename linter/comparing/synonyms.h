// Likeness that sees through a light rewording: "helps lower the risk" and "helps reduce the risk".
//
// And likeness in any order: a sentence that says again what another says keeps most of its words, but not always their order ("X is caused
// by Y", "Y is what causes X").
//
// Between two words that align, one or two words of either passage that stand in the same place and may mean the same (WordNet, by way of
// units/lexicon.h) count as aligned, at less than their weight. So many at most that a pair cannot be alike by synonyms alone.
#pragma once

#include "comparing/passages.h"

namespace stet {

/// May one word stand for the other here? Names, numbers and what denies stand for themselves.
bool may_replace(const CheckInput& input, std::uint32_t word, std::uint32_t other);

/// The likeness of two passages with the words counted in that may mean the same in the same place.
Likeness with_synonyms(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment,
                       Likeness likeness);

/// What two passages say alike, in any order: words that are the same, and words that may mean the same.
struct Restatement {
  float overlap = 0;       ///< of both together, by weight
  float share = 0;         ///< of the lighter passage
  float weight = 0;        ///< of what is alike
  std::uint32_t same = 0;  ///< words that are the same
  std::uint32_t own = 0;   ///< of these, words that the article's title lacks
};
/// Of sentences: each word of the one is held against each of the other.
Restatement restatement_of(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b);

/// `own` of a restatement, of passages of any length.
std::uint32_t own_words_shared(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b);

}  // namespace stet
