// Rules carry their examples: this runs them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"

namespace stet {

struct RuleTestReport {
  std::size_t examples = 0;
  std::size_t failures = 0;
  std::size_t known_gaps = 0;  ///< todo examples that do not hold yet
  std::string text;            ///< what failed, missing and noisy told apart, and a last line with the counts
};

/// Runs each example through the whole road. A bad one must give exactly one finding of its rule, a good one none. `select` names rules or
/// packs; empty: all.
RuleTestReport test_rules(const Engine& engine, const std::vector<std::string>& select);

}  // namespace stet
