// The conditions of a rule, asked of claims: the article and its front matter are two texts, each with a test of its own.
#pragma once

#include <optional>

#include "claims/claim.h"
#include "matching/conditions.h"

namespace stet {

class ClaimConditions {
 public:
  ClaimConditions(const Conditions& conditions, const CheckInput& input) : article_(conditions, input) {
    if (input.front_matter != nullptr) front_matter_.emplace(conditions, *input.front_matter);
  }

  /// The test of the text that a claim's words and sentence belong to.
  const ConditionTest& of(const Claim& claim) const { return claim.of_front_matter ? *front_matter_ : article_; }

 private:
  ConditionTest article_;
  std::optional<ConditionTest> front_matter_;
};

}  // namespace stet
