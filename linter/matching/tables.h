// The automaton's memory: a trie of list entries, and a non-deterministic automaton of phrases whose beginnings are shared.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "matching/automaton.h"

namespace stet {

using StateId = std::uint32_t;

/// What a step from one state to the next consumes.
enum class Symbol : std::uint8_t { lemma, form, list, typed };

/// Steps that consume no fixed symbol.
enum class StepKind : std::uint8_t { epsilon, any, gap, open_capture, close_capture, same_words };

struct Step {
  StepKind kind = StepKind::epsilon;
  std::uint32_t name = 0;  ///< of a capture
  StateId target = 0;
};

struct Accept {
  PatternId pattern = 0;
  std::uint32_t alternative = 0;
};

struct State {
  std::vector<Step> steps;
  std::vector<Accept> accepts;
  std::uint8_t symbols = 0;  ///< bit per Symbol for which it has an edge at all
};

/// Edges by (state, symbol, value). Values are below 2^30, states below 2^32.
class EdgeMap {
 public:
  StateId find(StateId from, Symbol symbol, std::uint32_t value) const {
    const auto edge = edges_.find(key(from, symbol, value));
    return edge == edges_.end() ? no_index : edge->second;
  }
  void insert(StateId from, Symbol symbol, std::uint32_t value, StateId to) { edges_.emplace(key(from, symbol, value), to); }

 private:
  struct Mix {
    std::size_t operator()(std::uint64_t key) const {
      key = (key ^ (key >> 32U)) * 0x9E3779B97F4A7C15U;
      return key ^ (key >> 29U);
    }
  };
  static std::uint64_t key(StateId from, Symbol symbol, std::uint32_t value) {
    return (static_cast<std::uint64_t>(from) << 32U) | (static_cast<std::uint64_t>(symbol) << 30U) | value;
  }
  std::unordered_map<std::uint64_t, StateId, Mix> edges_;
};

/// An expression looked for in the text of each sentence.
struct Expression {
  std::shared_ptr<const re2::RE2> expression;
  Accept accept;
  std::vector<std::pair<int, std::uint32_t>> captures;  ///< number of the group, index of its name
};

struct ListAccept {
  ListId list = 0;
  std::uint32_t entry = 0;
};

/// States 0 are the roots.
struct Automaton::Tables {
  std::vector<State> states{1};
  EdgeMap edges;
  std::vector<std::vector<ListAccept>> list_states{1};
  EdgeMap list_edges;
  std::unordered_map<std::string, ListId> list_ids;
  std::vector<std::string> capture_names;
  std::vector<Expression> expressions;
  std::shared_ptr<const re2::RE2::Set> expression_set;  ///< all of them at once, to see which occur in a sentence at all
  std::vector<bool> keeps_all;                          ///< by pattern: overlapping matches are kept, for the caller to choose by captures
  bool uses_citations = false;
};

/// Longest stretch that `...` may stand for, in words.
inline constexpr std::uint32_t longest_gap = 8;

/// Most words that a capture made by a phrase beside this one may have.
inline constexpr std::uint32_t longest_reference = 6;

}  // namespace stet
