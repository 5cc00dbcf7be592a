// The pairs of passages of which the later one repeats the earlier one, and how much an editor would mind.
//
// A pair is graded by its words alone, then weighed by where the two stand (comparing/standing.h): what is short, or only like, is told of
// neighbours and not across an article; what parallel places have in common is their form.
//
// Order of calls:  for (const Pair& pair : find_pairs(input, passages, search)) …
#pragma once

#include <vector>

#include "comparing/guards/repetition.h"
#include "comparing/passages.h"
#include "comparing/standing.h"
#include "matching/window.h"

namespace stet {

/// How alike two passages are, in words an editor uses.
enum class Grade : std::uint8_t { none, reworded, near, exact };

struct Pair {
  std::uint32_t later = 0;    ///< passage
  std::uint32_t earlier = 0;  ///< passage
  Likeness likeness;
  Grade grade = Grade::none;
  bool unordered = false;  ///< alike in what they say, not in its order
  bool slight = false;     ///< short, or in a place where much is said twice: never more than a note
  bool running = false;    ///< both are running text, in a place where the copy helps nobody
};

/// What is looked for.
struct PairSearch {
  PassageUnit unit = PassageUnit::sentence;
  Grade least = Grade::near;
  bool rewordings = false;  ///< of sentences also what is only reworded
  Window within = {Reach::article};
  const std::vector<bool>* pointers = nullptr;  ///< by sentence: sends the reader elsewhere
  std::uint32_t long_from = 7;                  ///< main words in common, from which more than a note is told
  std::uint32_t in_references = 9;              ///< main words of a copy in another section of a reference
  float restated = 0.42F;                       ///< of what both say, by weight, in any order and in near synonyms
};

Grade grade_of(const Likeness& likeness);

/// Each later passage with the earlier one that it is most like; ascending.
std::vector<Pair> find_pairs(const CheckInput& input, const Passages& passages, const PairSearch& search);

}  // namespace stet
