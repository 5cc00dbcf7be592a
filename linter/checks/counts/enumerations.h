// Enumerations: how many things a text names itself behind a number that promised some: "red, green and blue"; "First, … Second, …".
//
// How many items "salt, pepper and oil and vinegar" has cannot be told: an enumeration has at least so many and at most so many. What is
// perhaps no enumeration (whole clauses, "for example", "and so on", a gloss in brackets) is none.
#pragma once

#include <optional>

#include "matching/check_input.h"

namespace stet {

struct Enumerated {
  std::uint32_t fewest = 0;
  std::uint32_t most = 0;
  Span where;  ///< source bytes
};

/// "three colours: red, green and blue": what a sentence lists from a word on, which stands behind a colon, a dash or an opening bracket.
/// `open_ended` are the words that say that it does not list all.
std::optional<Enumerated> enumerated_from(const CheckInput& input, std::uint32_t sentence, std::uint32_t word, ListId open_ended);

/// "First, … Second, … Third, …": sentences behind a promise, in its section, that open with an ordinal each, from the first on.
std::optional<Enumerated> told_in_order(const CheckInput& input, std::uint32_t sentence);

/// A noun phrase in the plural right behind a number: "three [bright colours]". Empty when there is none.
IndexRange plural_behind(const CheckInput& input, std::uint32_t sentence, IndexRange number);

}  // namespace stet
