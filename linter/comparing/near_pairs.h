// Pairs of sentences that are worth comparing closely: those that share rare words and align, or are the same but for one word.
//
// Candidates for a contradiction, in order of the later sentence, and of each the most alike first, six at most; one, once there are
// 20,000. What is repeated is looked for by others (checks/repeats/pairs.h). Left out are sentences that state nothing, pairs that are the
// same word for word, as nothing is turned round, and such of which less than .45 is shared or .3 aligned, by weight, unless one word is
// all that differs. Linear in the sentences, for the candidates of each are capped. Whoever asks first gives the cues; all rules have the
// same.
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
