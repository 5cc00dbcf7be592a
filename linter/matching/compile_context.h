// What compiling a rule may use: the automaton that its phrases go into, and the rules and word lists that they name.
#pragma once

#include "matching/automaton.h"
#include "matching/derived.h"
#include "rules/rule.h"

namespace stet {

/// What a kind may use while compiling a rule.
struct CompileContext {
  AutomatonBuilder& automaton;
  const RuleSet& rules;
  Derived derived = {};  ///< from all rules, for several kinds or rules
};

}  // namespace stet
