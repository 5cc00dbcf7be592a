// Title holders: what is said to be the most or the least of its kind, where only one thing can be. "The silo is the tallest building in
// Selby." – "The tallest building in Selby is the water tower."
//
// Order of calls:  std::vector<SuperlativeHolder> all = superlative_holders(input, circumstances);  then  hold_one_superlative(a, b)  per
// pair.
#pragma once

#include <vector>

#include "claims/keys.h"
#include "matching/check_input.h"

namespace stet {

/// One sentence that gives a title to one thing.
struct SuperlativeHolder {
  std::uint32_t sentence = 0;
  IndexRange words;             ///< from the superlative to the end of what it is said of all of: "tallest building in Selby"
  StemId degree = no_index;     ///< of the superlative; of "most expensive" that of "expensive"
  bool most = true;             ///< false: "the least expensive"
  bool past = false;            ///< "was the tallest"
  std::vector<WordKey> among;   ///< content words of what it is one of, ascending; numbers go without saying
  std::vector<WordKey> holder;  ///< content words of the thing, ascending
  WordKey head = 0;             ///< of its noun
  IndexRange holder_words;
};

/// What the article itself says without condition, exception or occasion, in order. Sentences that hold an entry of the list
/// `circumstances` tell of one of several times or variants, and are left out.
std::vector<SuperlativeHolder> superlative_holders(const CheckInput& input, ListId circumstances);

/// Do two sentences give one title to two things? Where neither says of which things, both must be of one kind: "the northern route", "the
/// southern route".
bool hold_one_superlative(const SuperlativeHolder& a, const SuperlativeHolder& b);

}  // namespace stet
