// Findings that the author lets stand: `<!-- stet RULE…: reason -->` before a block, `stet-begin` to `stet-end`, and front matter.
//
// The pipeline hands over comments as plain data; what is said in them is read here.
#pragma once

#include <string>
#include <vector>

#include "findings/finding.h"

namespace stet {

/// A comment of the article and the block it stands before.
struct SuppressionComment {
  Span source;
  Span content;  ///< between the comment's delimiters
  Span covers;   ///< the next block; empty when none follows
};

/// Rules that report on suppressions themselves, in the order of Suppression::rule_… ; append them to a run's rules.
std::vector<RuleInfo> suppression_rules();

/// Ids named by `stet: {ignore: [a, b]}` or `stet: {ignore: a}` in front matter (YAML, one line or a block list).
std::vector<std::string> ignored_by_front_matter(std::string_view front_matter);

/// Takes out the findings that a comment covers at either end and the rules that front matter names, and adds findings about the comments
/// themselves: no reason, a rule that does not exist, nothing to suppress. `rules` must end with suppression_rules().
void apply_suppressions(FileFindings& file, const std::vector<SuppressionComment>& comments, const std::vector<std::string>& ignored,
                        const std::vector<RuleInfo>& rules);

/// Does `name`, a rule id or a pack, select this rule id?
bool selects(std::string_view name, std::string_view rule_id);

}  // namespace stet
