// Openings: what stands in a sentence before the thing that it speaks of: “In 1985, the band …”, “For 30 euros you …”, “Luckily, …”.
//
// One answer to where the subject of a sentence is looked for. When in doubt the opening is empty, and the first words are the subject.
#pragma once

#include "claims/sentence_words.h"

namespace stet {

/// Behind a label that a clause follows: "**April 9:** The box …"; the sentence's first word where there is none.
std::uint32_t label_end(const SentenceWords& words);

/// The word at which the subject of the sentence is looked for: behind "In 1985," or "Born on 8 July in Lyon,". `first` is the sentence's
/// first word, or the one behind its label. Linear in the opening.
std::uint32_t opening_end(const SentenceWords& words, std::uint32_t first);

/// "Heat the oven", "Walk from one bank to the other": a sentence that begins with what is to be done has no subject.
bool instructs(const SentenceWords& words, std::uint32_t word);

}  // namespace stet
