// One fault, one finding: the pairs of a repetition put together.
//
// Sentences that follow each other in one block and repeat sentences of one other block are one fault, told at the first of them; so are
// three items or more that stand nearly word for word in another list; so is a passage that stands in three places or more, told where it
// stands first, with all its places. Of a reference in which many lists have an item in common with another, those are the form.
//
// Order of calls:  for (const Fault& fault : faults_of(input, passages, find_pairs(…))) …
#pragma once

#include <vector>

#include "checks/repeats/pairs.h"

namespace stet {

/// Sentences of one block, or items of one list, that repeat those of another: pairs, ascending by the later one. Of paragraphs and
/// sections one pair.
struct Run {
  std::vector<Pair> pairs;
  bool of_list = false;
};

/// The runs that repeat the same earlier passages, ascending.
using Fault = std::vector<Run>;

std::vector<Fault> faults_of(const CheckInput& input, const Passages& passages, std::vector<Pair> pairs);

}  // namespace stet
