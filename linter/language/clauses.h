// Clauses: the stretch of a sentence in which one thing is said, cut at punctuation and at contrasting conjunctions.
//
// For whoever asks whether two words stand in one breath: a condition and what holds under it, a denial and what is denied. No verb or
// subject is looked for: a list of words is cut at each of its commas, and “the mill that he built closed in 1920” is one clause. Whoever
// wants a subject with each clause asks claims/statements. A clause lies within its sentence, always holds the word that it was asked of,
// and reaches 80 words to either side of it at most, so that an answer costs no more than that.
#pragma once

#include "units/units.h"

namespace stet {

/// The words of the clause that holds `word`: from behind the nearest `, ; : — ( )` or "but/however/although/though/unless/while/whereas/
/// yet" before it to the nearest one after it. A comma inside an enumeration cuts too: clauses are a little too short rather than too long.
IndexRange clause_of(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t sentence, std::uint32_t word);

/// True when there is a clause border right before `word`.
bool starts_clause(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t word);

}  // namespace stet
