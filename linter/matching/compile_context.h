// What compiling a rule may use: the automaton that its phrases go into, and the rules and word lists that they name.
#pragma once

#include "matching/automaton.h"
#include "matching/derived.h"
#include "rules/rule.h"

namespace stet {

struct SiteReading;

/// What a kind may use while compiling a rule.
struct CompileContext {
  AutomatonBuilder& automaton;
  const RuleSet& rules;
  Derived derived = {};         ///< from all rules, for several kinds or rules
  SiteReading* site = nullptr;  ///< claims/site_reading.h: takes what an index is to read of articles
};

}  // namespace stet
