// A total behind a label against the parts behind theirs: "Prep: 15 minutes", "Cooking: 25 minutes", "Total: 50 minutes".
#pragma once

#include <string>
#include <vector>

#include "claims/claim.h"

namespace stet {

/// Labels as a rule lists them: the lemma keys of their words.
using LabelWords = std::vector<std::vector<std::string>>;
LabelWords label_words(const std::vector<SharedText>& labels);

struct LabelledTotal {
  const Claim* total = nullptr;
  std::vector<const Claim*> parts;
  double sum = 0;  ///< of the parts, in the unit of the values
};

/// The total that is not what its parts come to: one value each behind a line's label, a row's head or a field's key that is one of the
/// listed, of one kind and unit, exact, all in the front matter or all in the text. Nothing where a label comes twice, or where there
/// are fewer than two parts.
std::vector<LabelledTotal> wrong_labelled_totals(const CheckInput& input, const LabelWords& whole, const LabelWords& parts);

}  // namespace stet
