// The automaton while phrases and lists are added to it; freeze() makes its tables of it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "matching/tables.h"

namespace stet {

/// An edge of a graph: from a state, by a symbol of some value, to a state.
struct Edge {
  StateId from = 0;
  Symbol symbol = Symbol::lemma;
  std::uint32_t value = 0;
  StateId to = no_index;
};

/// A table of edges that grows.
class EdgeMap {
 public:
  StateId find(StateId from, Symbol symbol, std::uint32_t value) const {
    return EdgeTable{{roots_[0], roots_[1], roots_[2], roots_[3]}, slots_}.find(from, symbol, value);
  }
  /// There must be no such edge yet.
  void insert(const Edge& edge);
  void write(FrozenWriter& writer) const;

 private:
  std::array<std::vector<StateId>, 4> roots_;  // by Symbol
  std::vector<EdgeSlot> slots_;
  std::size_t used_ = 0;

  void place(EdgeSlot slot);
  void grow();
};

/// A graph while it grows: states with what they accept, and edges that can be found again.
template <typename Accepted>
struct Draft {
  struct State {
    std::vector<Step> steps;  ///< to states made later
    std::vector<Accepted> accepts;
  };
  std::vector<State> states{1};
  std::vector<Edge> edges;
  EdgeMap known;

  StateId add_state() {
    states.emplace_back();
    return static_cast<StateId>(states.size() - 1);
  }
  /// Where the edge leads, made when there is none.
  StateId edge(StateId from, Symbol symbol, std::uint32_t value) {
    if (const StateId to = known.find(from, symbol, value); to != no_index) return to;
    edges.push_back({from, symbol, value, add_state()});
    known.insert(edges.back());
    return edges.back().to;
  }
};

/// An expression as written.
struct DraftExpression {
  std::string text;
  Accept accept;
};

struct AutomatonDraft {
  Draft<Accept> phrases;
  Draft<ListAccept> lists;
  std::map<std::vector<StateId>, StateId> joins;  ///< states of `phrases`, by the states that they stand behind
  std::map<std::string, ListId, std::less<>> list_ids;
  std::vector<std::string> capture_names;
  std::vector<DraftExpression> expressions;
  std::vector<std::uint8_t> keeps_all;  ///< by pattern
  bool uses_citations = false;
};

/// The tables as read_tables() reads them; `vocabulary` is that of the draft's numbers.
FrozenBytes freeze(const AutomatonDraft& draft, const Vocabulary& vocabulary);

}  // namespace stet
