// The reference in Markdown, from the rules and the tables of fields and kinds themselves.
#pragma once

#include <string>

#include "rules/rule.h"

namespace stet {

/// One page of all rules: what each finds, why, what to write instead, examples, options.
std::string rules_reference(const RuleSet& rules);
/// One page of the language in which rules are written.
std::string language_reference();

}  // namespace stet
