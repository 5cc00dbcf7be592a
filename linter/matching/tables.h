// The automaton's memory: a trie of list entries, and a non-deterministic automaton of phrases whose beginnings are shared. Both are
// drafted while phrases are added (draft.h), and frozen into arrays that a pass reads where they lie (text/frozen.h), be it in memory of
// their own or in the program itself. A node says which words it can go on with, so that most ways are given up before they are followed.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matching/automaton.h"
#include "matching/needed_texts.h"
#include "text/frozen.h"
#include "text/once.h"

namespace stet {

using StateId = std::uint32_t;

/// What a step from one state to the next consumes.
enum class Symbol : std::uint8_t { lemma, form, list, typed };

/// Bit of a symbol in a node's `symbols`.
constexpr std::uint8_t symbol_bit(Symbol symbol) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(symbol)); }

/// Steps that consume no fixed symbol. `up_to` is a row of `[*]`: as one step it costs a look at each word that may be passed over, and as
/// a chain of steps that may each be left out the square of that.
enum class StepKind : std::uint32_t { epsilon, any, up_to, gap, open_capture, close_capture, same_words };

struct Step {
  StepKind kind = StepKind::epsilon;
  std::uint32_t name = 0;  ///< of a capture; of `up_to`, how many words
  StateId target = 0;
};

struct Accept {
  PatternId pattern = 0;
  std::uint32_t alternative = 0;
};

struct ListAccept {
  ListId list = 0;
  std::uint32_t entry = 0;
};

/// A place in a table of edges, or a free one.
struct EdgeSlot {
  static constexpr std::uint64_t free = ~std::uint64_t{0};
  std::uint64_t key = free;
  StateId to = no_index;
  std::uint32_t unused = 0;  // so that no byte of it is left unset
};

/// Edges by (state, symbol, value), below 2^30 each of the values and 2^32 of the states. Those of state 0, asked for at every word, lie in
/// arrays by value; the others in a hash table with open addressing, at most half full.
struct EdgeTable {
  std::array<std::span<const StateId>, 4> roots;  ///< by Symbol
  std::span<const EdgeSlot> slots;                ///< a power of two, or none

  StateId find(StateId from, Symbol symbol, std::uint32_t value) const {
    if (from == 0) {
      const std::span<const StateId> root = roots[static_cast<std::size_t>(symbol)];
      return value < root.size() ? root[value] : no_index;
    }
    if (slots.empty()) return no_index;
    const std::uint64_t wanted = key(from, symbol, value);
    for (std::size_t at = mix(wanted) & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
      if (slots[at].key == wanted) return slots[at].to;
      if (slots[at].key == EdgeSlot::free) return no_index;
    }
  }

  static std::size_t mix(std::uint64_t key) {
    key = (key ^ (key >> 32U)) * 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
  }
  static std::uint64_t key(StateId from, Symbol symbol, std::uint32_t value) {
    return (static_cast<std::uint64_t>(from) << 32U) | (static_cast<std::uint64_t>(symbol) << 30U) | value;
  }
};

/// What begins at a word, or what a node waits for: lemmas (modulo 64), lists (modulo 32) and types, as bits.
struct Offer {
  std::uint64_t lemmas = 0;
  std::uint32_t lists = 0;
  std::uint32_t typed = 0;

  /// Without a branch: it is asked more often than anything else here.
  bool meets(const Offer& other) const {
    return ((lemmas & other.lemmas) | std::uint64_t{(lists & other.lists) | (typed & other.typed)}) != 0;
  }
  bool empty() const { return lemmas == 0 && lists == 0 && typed == 0; }
  void add(const Offer& other) {
    lemmas |= other.lemmas;
    lists |= other.lists;
    typed |= other.typed;
  }
};
constexpr std::uint64_t lemma_bit(LemmaId lemma) { return std::uint64_t{1} << (lemma % 64U); }
constexpr std::uint32_t list_bit(ListId list) { return 1U << (list % 32U); }
constexpr std::uint32_t typed_bit(TypedKind kind) { return 1U << static_cast<unsigned>(kind); }

/// Every word offers it, and a state waits for it that goes on with anything, for it accepts, say.
inline constexpr std::uint32_t anything = 1U << 31U;

/// With what a state can go on, itself or behind steps that consume no word.
struct Filter {
  Offer waits;
  std::uint32_t ahead = 0;    ///< index of its Lookahead plus one, or 0: it may go on behind words of any kind, too
  std::uint32_t symbols = 0;  ///< bit per Symbol for which the state itself has an edge

  bool goes_on_always() const { return (waits.typed & anything) != 0; }
};

/// What a state waits for behind one word of any kind, behind two, three, and any more of them: "* * of" need not be followed where no
/// "of" is, nor "... of" where none comes in the rest of the sentence.
struct Lookahead {
  static constexpr std::size_t most = 4;  ///< words; the last stands for more as well
  std::array<Offer, most> behind{};       ///< by words, less one

  void wait_for(std::size_t words, const Offer& offer) { behind[std::min(words, most) - 1].add(offer); }
  bool empty() const {
    return std::all_of(behind.begin(), behind.end(), [](const Offer& offer) { return offer.empty(); });
  }
};

/// A state as a pass reads it.
///
/// Where many phrases part, a node has many steps without a word, few of which lead on: ten thousand phrases that begin with something
/// optional are ten thousand steps from the root. Such steps stand behind the others, from `selected` on, and are found by the word.
struct Node {
  std::uint32_t accepts = 0;   ///< its first in the accepts; they end where those of the next node begin
  std::uint32_t steps = 0;     ///< likewise in Graph::steps
  std::uint32_t selected = 0;  ///< the first of its steps that Graph::selections finds
  std::uint32_t value = 0;     ///< of its only edge, when it has but one
  StateId target = no_index;   ///< of its only edge; no_index when its edges are in Graph::edges
};

/// States, of which 0 is the root and one too many ends the list, and the edges between them.
struct Graph {
  std::span<const Filter> filters;  ///< apart from the nodes: most of these are never looked at
  std::span<const Node> nodes;
  std::span<const Lookahead> ahead;  ///< of the states that go on ahead
  std::span<const Step> steps;
  EdgeTable edges;
  EdgeTable selections;                         ///< to an index into `selection_steps`
  std::span<const IndexRange> selection_steps;  ///< ranges of `selection`
  std::span<const std::uint32_t> selection;     ///< indices into `steps`, ascending in each range

  /// The state has an edge of that symbol.
  StateId next(StateId from, Symbol symbol, std::uint32_t value) const {
    const Node& node = nodes[from];
    if (node.target != no_index) return node.value == value ? node.target : no_index;
    return edges.find(from, symbol, value);
  }
};

/// An expression looked for in the text of each sentence. It is compiled by the first sentence in which it may match: what it needs, or the
/// set of all of them, knows which may.
class Expression {
 public:
  struct Compiled {
    Compiled(const re2::StringPiece& text, const re2::RE2::Options& options) : expression(text, options) {}
    re2::RE2 expression;
    std::vector<std::pair<int, std::uint32_t>> captures;  ///< number of the group, index of its name
  };

  Expression(std::string_view text, Accept accept) : text_(text), accept_(accept), needed_(needed_texts(text)) {}
  const std::string& text() const { return text_; }
  const NeededTexts& needed() const { return needed_; }
  Accept accept() const { return accept_; }
  /// `capture_names` are those of the tables. Threads may call it at once.
  const Compiled& compiled(const std::vector<std::string>& capture_names) const;

 private:
  std::string text_;
  Accept accept_;
  NeededTexts needed_;
  mutable Once once_;
  mutable std::optional<Compiled> compiled_;
};

/// All expressions as one automaton that tells which of them occur in a sentence; made for the first that is asked for.
class ExpressionSet {
 public:
  explicit ExpressionSet(std::vector<std::shared_ptr<const Expression>> expressions) : expressions_(std::move(expressions)) {}
  /// None where they take too much memory. Threads may call it at once.
  const re2::RE2::Set* get() const;

 private:
  std::vector<std::shared_ptr<const Expression>> expressions_;
  mutable Once once_;
  mutable std::unique_ptr<re2::RE2::Set> set_;
};

struct Automaton::Tables {
  std::shared_ptr<const FrozenBytes> memory;  ///< of the arrays; none when they lie in the program
  std::string_view frozen;                    ///< all of this, as read_tables() reads it
  Graph phrases;
  std::span<const Accept> accepts;  ///< by node of `phrases`
  Graph lists;
  std::span<const ListAccept> list_accepts;  ///< by node of `lists`
  std::span<const std::uint8_t> keeps_all;   ///< by pattern: overlapping matches are kept, for the caller to choose by captures
  std::vector<std::pair<std::string_view, ListId>> list_ids;  ///< ascending
  std::vector<std::string> capture_names;
  std::vector<std::shared_ptr<const Expression>> expressions;
  std::shared_ptr<const ExpressionSet> expression_set;  ///< all of them at once; none when they are few
  bool uses_citations = false;

  /// no_index for one that they do not hold.
  ListId list_id(std::string_view name) const {
    const auto known = std::lower_bound(list_ids.begin(), list_ids.end(), std::pair(name, ListId{0}));
    return known == list_ids.end() || known->first != name ? no_index : known->second;
  }
};

/// The tables that are frozen in these bytes, which `memory` holds or the program itself.
Automaton::Tables read_tables(std::string_view frozen, std::shared_ptr<const FrozenBytes> memory);

/// Longest stretch that `...` may stand for, in words.
inline constexpr std::uint32_t longest_gap = 8;

/// Most ways that are followed at one word; ten thousand phrases of a house need a few dozen, a hostile one would take millions.
inline constexpr std::size_t most_threads = 512;

/// Most words that a capture made by a phrase beside this one may have.
inline constexpr std::uint32_t longest_reference = 6;

}  // namespace stet
