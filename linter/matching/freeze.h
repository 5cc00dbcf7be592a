// A drafted graph as arrays that a pass reads.
#pragma once

#include "matching/tables.h"
#include "units/vocabulary.h"

namespace stet {

/// The graph, and what its states accept, in order of state.
Graph freeze(const Draft<Accept>& draft, const Vocabulary& vocabulary, std::vector<Accept>& accepts);
Graph freeze(const Draft<ListAccept>& draft, const Vocabulary& vocabulary, std::vector<ListAccept>& accepts);

}  // namespace stet
