// The grammar of a run: a house may replace the lists of `grammar/` like any other word list.
//
// Where all lists are as they are built in, the built-in grammar is handed on, and nothing is read. Else those of the rules are read into a
// grammar of the run's own, linear in their words. What is faulty in them (a list that is no word class, an entry of several words) is
// added to the problems and left out; a class that the rules have no list of keeps its built-in words. Asked once a run: its Vocabulary
// carries the answer to where words are classified. How an entry becomes a classified word is said by language/grammar_lists.h.
#pragma once

#include <memory>

#include "rules/rule.h"
#include "units/grammar.h"

namespace stet {

/// The built-in grammar, or one of its own where a list is not as it is built in; a class that `rules` do not have is. It needs nothing of
/// `rules` any more.
std::shared_ptr<const Grammar> grammar_of(const RuleSet& rules, Problems& problems);

}  // namespace stet
