// The automaton and the vocabulary of the built-in rules, made when the program is built (pipeline/tools/prepare_matching.cpp) and read
// where they lie in it: a start neither parses phrases nor inserts them.
//
// What is prepared is found again by what it was made from, never by where it stands: a pattern by its phrases, all lists by their entries.
// A run with some of the built-in rules takes those patterns; a pattern that is not prepared, such as a house rule's, is left to build().
// An entry of a list that is not prepared makes build() build all anew, for it may stand in any pattern.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/automaton.h"
#include "text/frozen.h"

namespace stet {

/// What prepared_automaton() reads. The automaton is one that has been built from exactly these.
FrozenBytes prepare(const Automaton& automaton, const Vocabulary& vocabulary, const std::vector<PatternPhrases>& patterns,
                    const std::map<std::string, WordList>& lists);

struct PreparedAutomaton {
  Automaton::Part part;                  ///< of the patterns that are prepared
  std::vector<Automaton::Place> places;  ///< of all patterns; those that are not prepared have none yet
  std::vector<PatternId> others;         ///< those, ascending
};

/// The prepared part of an automaton of `patterns`, and its vocabulary; nothing when it is of other lists.
std::optional<PreparedAutomaton> prepared_automaton(std::string_view prepared, const std::vector<PatternPhrases>& patterns,
                                                    const std::map<std::string, WordList>& lists, Vocabulary& vocabulary);

}  // namespace stet
