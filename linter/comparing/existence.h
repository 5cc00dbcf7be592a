// Existence: what a clause, a bullet or an answer says to be there, or not to be: "the hut has a shower", "there is no shower", and, of
// what is spoken of as known, "the shower takes coins".
//
// Order of calls:  std::vector<Existence> all = read_existence(input, phrases);  then  deny_each_other(a, b)  per pair of one `head`.
//
// Only plain clauses are read: without a condition, an occasion, or somebody else's word. What is there is told by an indefinite noun
// phrase behind one of the phrases, or by each of a series of them; "the shower" behind "has" says which, not that there is one.
#pragma once

#include <vector>

#include "claims/answers.h"
#include "claims/claim.h"
#include "matching/compile_context.h"

namespace stet {

struct ExistencePhrases {
  PatternId has = 0;      ///< what stands before a thing that is there
  PatternId lacks = 0;    ///< the same of one that is not
  PatternId present = 0;  ///< what stands behind a thing that is there: "is fitted"
  PatternId absent = 0;   ///< what stands behind one that is not: "is missing"
  PatternId asks = 0;     ///< what stands before one that is asked for: "is there"
  AnswerLists answers;
  ListId things = no_index;  ///< by which an article calls what it is about: "the course"
  ListId parts = no_index;   ///< parts of what is spoken of: "the ground floor"
  ListId circumstances = no_index;
};

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

/// In document order.
std::vector<Existence> read_existence(const CheckInput& input, const ExistencePhrases& phrases);

/// Does one of the two deny that there is what the other says to be there, at the same time and place? "No shower" denies a hot one too.
bool deny_each_other(const Existence& a, const Existence& b);

}  // namespace stet
