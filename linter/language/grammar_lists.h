// The lists of `grammar/` in a set of rules, as classified words: also for the program of the build that makes the built-in grammar of
// them.
#pragma once

#include "rules/rule.h"
#include "units/grammar.h"

namespace stet {

/// In order of class and list, as views into `rules`. A list that is not there has no words here. Faults: a list that is no word class, an
/// entry that is more than one word.
std::vector<ClassifiedWord> classified_words(const RuleSet& rules, Problems& problems);

}  // namespace stet
