// Comparatives: of two things one is said to be more of something than the other, "the north route is shorter than the south route", and
// elsewhere the other.
//
// Order of calls:  std::vector<Comparative> all = read_comparatives(input, circumstances);  then  turn_round(input, opposites, a, b)  per
// pair.
//
// Only plain clauses are read that name both things: without a condition, a denial, a number behind "than", or an occasion of their own.
#pragma once

#include <vector>

#include "claims/claim.h"
#include "comparing/opposites.h"

namespace stet {

struct Comparative {
  std::uint32_t sentence = 0;
  IndexRange words;             ///< from the word that compares to the end of what it is compared with
  std::uint32_t degree = 0;     ///< the word that says in what: "shorter", "expensive" of "more expensive"
  bool less = false;            ///< "less expensive"
  bool past = false;            ///< "was shorter"
  bool of_manner = false;       ///< "more often": only beside something else that both clauses say
  std::vector<WordKey> more;    ///< what names the thing that is so, and not the other; ascending
  std::vector<WordKey> than;    ///< what names the other, and not this one; ascending
  std::vector<WordKey> beside;  ///< all other content words of the clause, ascending
};

/// In document order.
std::vector<Comparative> read_comparatives(const CheckInput& input, ListId circumstances);

/// Does one say of two things what the other says of them turned round, or its opposite: "A is longer than B", "B is longer than A"?
bool turn_round(const CheckInput& input, const OppositeWords& opposites, const Comparative& a, const Comparative& b);

}  // namespace stet
