// The reference in Markdown and for the terminal, from the rules and the tables of fields and kinds themselves.
#pragma once

#include <string>

#include "rules/rule.h"

namespace stet {

/// One page of all rules: what each finds, why, what to write instead, examples, options.
std::string rules_reference(const RuleSet& rules);
/// The same of one rule, for the terminal; control characters in its texts are made visible.
std::string explanation(const Rule& rule);
/// The severities that findings of a rule come out with: "warning", or "note to error" where some are told more or less gravely.
std::string severities_of(const Rule& rule);
/// One page of the language in which rules are written.
std::string language_reference();

}  // namespace stet
