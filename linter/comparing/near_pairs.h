// Pairs of sentences that are worth comparing closely: those that share rare words and align.
#pragma once

#include "comparing/flips.h"

namespace stet {

struct NearPairs {
  Passages passages;
  std::vector<PairView> pairs;  ///< ascending by later sentence
};

/// The pairs of an article; worked out once for all rules.
const NearPairs& near_pairs_of(const CheckInput& input, const CueLists& cues);

}  // namespace stet
