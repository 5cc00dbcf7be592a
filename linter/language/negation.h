// Negation: whether a word denies, and how strongly, by itself and by the word behind it.
//
// A negator (rules/grammar/negator.yaml) denies by itself; the word behind it may make less of that: “not only” denies nothing, “not
// always” and “no doubt” something other than what is said. “No. 5”, “the Never Inn” and code hold no denial. What a form knows of itself
// is less: that its word is a negator, whatever stands around it. Denials of several words (“lack of”, “fail to”) are word lists of their
// own, and found by the automaton: see matching/frames.h and comparing/flips.h, which ask this for the rest. What is denied is the asker's
// affair: frames look so many words back, claims through a clause, comparisons at the same place.
#pragma once

#include "units/units.h"

namespace stet {

enum class Denial : std::uint8_t {
  none,
  cancelled,  ///< “not only”: affirmed, and more than that
  weakened,   ///< “not always”, “no doubt”
  half,       ///< “hardly”
  full,
};

/// `within` is the sentence, or the part of it that is looked at: what stands behind that makes nothing of a denial.
Denial denial_at(const Units& units, const Vocabulary& vocabulary, IndexRange within, std::uint32_t word);

/// Does a word deny, in half at least? “Not only” does not; “not always” does, less than all.
bool denies(const Units& units, const Vocabulary& vocabulary, IndexRange within, std::uint32_t word);

/// Does any of some words?
bool holds_denial(const Units& units, const Vocabulary& vocabulary, IndexRange words);

/// “Not until 1911”, “not only”: some words hold a denial that denies nothing of what follows it.
bool is_limited(const Article& article, const Units& units, const Vocabulary& vocabulary, IndexRange words);

/// “Not”, “never”: deny the verb that they stand with, and so the whole clause. “No” and “none” deny a thing.
bool denies_its_verb(const Form& form);

}  // namespace stet
