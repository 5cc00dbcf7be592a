// When two values of two statements may stand against each other, and when another value, verb or thing tells them apart.
//
// For comparing/clashes and comparing/value_copies, which have found that the statements say the same otherwise. Of a pair that is told,
// same_role(), is_alone() and others_agree() hold, speak_of_two_times() does not, and speaks_of_another() does of both or of neither. They
// look at the two clauses and at what stands before these in their sentences: headings and the form of the article are asked elsewhere
// (comparing/parallel). Verbs are seen by their form. Costs the words of two sentences, and their values times each other.
#pragma once

#include "comparing/clashes.h"

namespace stet {

/// Values of a clause, or of a sentence, that are held against those of another: beyond, they are data, and each is asked for all others.
inline constexpr std::uint32_t most_values = 12;

/// Both at, until, before … the same; "before 1911" may stand against "in 1920".
bool same_role(const Value& a, const Value& b);

/// A value that agrees with nothing the other statement says of its kind.
bool is_alone(const Statements& all, std::uint32_t value, IndexRange theirs);

/// Every other value of the one must be one of the other's, where the other has any of its kind.
bool others_agree(const Statements& all, const Clash& clash);

/// The verb that governs a word: the nearest before it in its clause, else the first behind it; no_index when there is none.
std::uint32_t governing_verb(const CheckInput& input, const Statement& statement, std::uint32_t word);

/// "Employed 180 people in 2015", "employs 250 people": one tells its date, and the other speaks of another time.
bool speak_of_two_times(const CheckInput& input, const Statements& all, const Clash& clash);

/// "In another trial", "a second bridge": it is not the one that was spoken of.
bool speaks_of_another(const CheckInput& input, const Statements& all, const Statement& statement);

}  // namespace stet
