// The grammar of a run: a house may replace the lists of `grammar/` like any other word list.
#pragma once

#include <memory>

#include "rules/rule.h"
#include "units/grammar.h"

namespace stet {

/// The built-in grammar, or one of its own where a list is not as it is built in; a class that `rules` do not have is. It needs nothing of
/// `rules` any more.
std::shared_ptr<const Grammar> grammar_of(const RuleSet& rules, Problems& problems);

}  // namespace stet
