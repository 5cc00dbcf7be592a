// Findings that the author lets stand: `<!-- stet RULE…: reason -->` before a block, `stet-begin` to `stet-end`, and front matter.
//
// The pipeline hands over comments as plain data; what is said in them is read here.
#pragma once

#include <optional>
#include <set>
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

/// What a house allows, and what a run cannot know by its own rules.
struct SuppressionPolicy {
  bool blanket = true;           ///< a suppression may name a pack, or nothing and so all rules
  std::set<std::string> absent;  ///< ids of rules that exist but take no part in the run: what names them is neither unknown nor unused
  /// Ids of rules that compare with other articles, in a run without any: one that is named by its id is not called unused.
  std::set<std::string> without_site;
};

/// `stet: {ignore: [a, b]}` of an article.
struct FrontMatterIgnore {
  std::vector<std::string> names;
  Span source;  ///< of the front matter
};

/// Rules that report on suppressions themselves, in the order of Suppression::rule_… ; append them to a run's rules.
std::vector<RuleInfo> suppression_rules();

/// Ids named by `stet: {ignore: [a, b]}` or `stet: {ignore: a}` in front matter (YAML, one line or a block list).
std::vector<std::string> ignored_by_front_matter(std::string_view front_matter);

/// Takes out the findings that a comment covers at either end and the rules that front matter names, and adds findings about the
/// suppressions themselves: no reason, a rule that does not exist, nothing to suppress, more than the house allows. What is not allowed
/// suppresses nothing. `rules` must end with suppression_rules().
void apply_suppressions(FileFindings& file, const std::vector<SuppressionComment>& comments, const FrontMatterIgnore& ignored,
                        const std::vector<RuleInfo>& rules, const SuppressionPolicy& policy = {});

/// Does `name`, a rule id or a pack, select this rule id?
bool selects(std::string_view name, std::string_view rule_id);

}  // namespace stet
