// Rules carry their examples: this runs them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"

namespace stet {

struct RuleTestOptions {
  std::vector<std::string> select;  ///< rules or packs; empty: all
  bool coverage = false;            ///< also list phrases and entries of word lists that no example exercises
};

struct RuleTestReport {
  std::size_t examples = 0;
  std::size_t failures = 0;
  std::size_t known_gaps = 0;  ///< todo examples that do not hold yet
  std::string text;            ///< what failed and why, missing and noisy told apart, and a last line with the counts
};

/// Checks an example: one article, or several that each begin with a line `<!-- article: PATH -->` and are a site.
std::vector<FileFindings> check_example(const Engine& engine, const std::string& markdown);

/// Runs each example through the whole road. A bad one must give exactly one finding of its rule, a good one none. What failed is shown
/// with the phrases of the rule that matched in it.
RuleTestReport test_rules(const Engine& engine, const RuleTestOptions& options);

}  // namespace stet
