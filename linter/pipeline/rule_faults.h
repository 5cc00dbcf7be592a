// What only matching can tell of a rule: phrases that never match, captures that nothing makes, names a message cannot quote.
#pragma once

#include "checks/check.h"

namespace stet {

/// Faults of the phrases that compiling `rule` added to the builder, from pattern `first` on, and of the rule's message.
Problems faults_of(const Rule& rule, const Kind& kind, AutomatonBuilder& builder, std::size_t first);

/// Entries of word lists that no article can hold.
Problems faults_of_lists(const RuleSet& rules);

}  // namespace stet
