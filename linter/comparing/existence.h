// Existence: what a clause, a bullet or an answer says to be there, or not to be: "the hut has a shower", "there is no shower", and, of
// what is spoken of as known, "the shower takes coins".
//
// Order of calls:  std::vector<Existence> all = read_existence(input, phrases);  then  deny_each_other(a, b)  per pair of one `head`.
//
// Only plain clauses are read: without a condition, an occasion, or somebody else's word. What is there is told by an indefinite noun
// phrase behind one of the phrases, or by each of a series of them; "the shower" behind "has" says which, not that there is one.
#pragma once

#include <vector>

#include "claims/claim.h"
#include "claims/existence_phrases.h"

namespace stet {

/// One thing that is said to be there, or not.
struct Existence {
  std::uint32_t sentence = 0;
  IndexRange words;           ///< its noun phrase
  IndexRange said;            ///< the sentence, the row, or the question with its answer
  WordKey head = 0;           ///< of its noun
  std::vector<WordKey> keys;  ///< content words of its noun phrase, ascending
  Owner owner;                ///< what has it, or where it is
  bool denied = false;
  bool used = false;  ///< "the shower takes coins": it is spoken of as known
  bool met = false;   ///< "a wooden bridge takes you over": it is come upon
  bool past = false;
  bool line = false;  ///< a row, a label or a bullet, which may be of what its section alone is about
};

/// In document order. Of an article that denies nothing there is nothing to hold against itself: `elsewhere` asks for its affirmations too,
/// and for nothing that is only spoken of as known.
std::vector<Existence> read_existence(const CheckInput& input, const ExistencePhrases& phrases, bool elsewhere = false);

/// Does one of the two deny that there is what the other says to be there, at the same time and place? "No shower" denies a hot one too.
bool deny_each_other(const Existence& a, const Existence& b);

}  // namespace stet
