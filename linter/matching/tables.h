// The automaton's memory: a trie of list entries, and a non-deterministic automaton of phrases whose beginnings are shared.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
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

/// Edges by (state, symbol, value), below 2^30 each of the values and 2^32 of the states. Those of state 0, asked for at every word, lie in
/// arrays by value; the others in a hash table with open addressing, at most half full.
class EdgeMap {
 public:
  StateId find(StateId from, Symbol symbol, std::uint32_t value) const {
    if (from == 0) {
      const std::vector<StateId>& root = roots_[static_cast<std::size_t>(symbol)];
      return value < root.size() ? root[value] : no_index;
    }
    if (slots_.empty()) return no_index;
    const std::uint64_t wanted = key(from, symbol, value);
    for (std::size_t at = mix(wanted) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == wanted) return slots_[at].to;
      if (slots_[at].key == no_key) return no_index;
    }
  }

  /// There must be no such edge yet.
  void insert(StateId from, Symbol symbol, std::uint32_t value, StateId to) {
    if (from == 0) {
      std::vector<StateId>& root = roots_[static_cast<std::size_t>(symbol)];
      if (root.size() <= value) root.resize(value + 1, no_index);
      root[value] = to;
      return;
    }
    if (2 * ++used_ > slots_.size()) grow();
    place({key(from, symbol, value), to});
  }

 private:
  static constexpr std::uint64_t no_key = ~std::uint64_t{0};
  struct Slot {
    std::uint64_t key = no_key;
    StateId to = no_index;
  };
  std::array<std::vector<StateId>, 4> roots_;  // by Symbol
  std::vector<Slot> slots_;
  std::size_t used_ = 0;

  static std::size_t mix(std::uint64_t key) {
    key = (key ^ (key >> 32U)) * 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
  }
  static std::uint64_t key(StateId from, Symbol symbol, std::uint32_t value) {
    return (static_cast<std::uint64_t>(from) << 32U) | (static_cast<std::uint64_t>(symbol) << 30U) | value;
  }
  void place(Slot slot) {
    std::size_t at = mix(slot.key) & (slots_.size() - 1);
    while (slots_[at].key != no_key) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(16, 2 * slots_.size())));
    for (const Slot& slot : old) {
      if (slot.key != no_key) place(slot);
    }
  }
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

/// A state that accepts, or goes on without a word or by a list or a type.
inline constexpr std::uint32_t any_word = 0xFFFFFFFF;
constexpr std::uint32_t lemma_bit(LemmaId lemma) { return 1U << (lemma % 32U); }

/// States 0 are the roots.
struct Automaton::Tables {
  std::vector<State> states{1};
  std::vector<std::uint32_t> next{any_word};  ///< by state: bits of the lemmas (modulo 32) with which it can go on, or any_word
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

/// Most ways that are followed at one word; ten thousand phrases of a house need a few dozen, a hostile one would take millions.
inline constexpr std::size_t most_threads = 512;

/// Most words that a capture made by a phrase beside this one may have.
inline constexpr std::uint32_t longest_reference = 6;

}  // namespace stet
