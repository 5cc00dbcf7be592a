// Clauses: the stretch of a sentence in which one thing is said, cut at punctuation and at contrasting conjunctions.
#pragma once

#include "units/units.h"

namespace stet {

/// The words of the clause that holds `word`: from behind the nearest `, ; : — ( )` or "but/however/although/though/unless/while/whereas/
/// yet" before it to the nearest one after it. A comma inside an enumeration cuts too: clauses are a little too short rather than too long.
IndexRange clause_of(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t sentence, std::uint32_t word);

/// True when there is a clause border right before `word`.
bool starts_clause(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t word);

}  // namespace stet
