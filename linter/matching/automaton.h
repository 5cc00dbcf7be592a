// All phrases of all rules as one automaton, run once over an article's words.
//
// Order of calls:  AutomatonBuilder builder(lists, vocabulary); PatternId id = builder.add(phrase); ... Automaton a = builder.build();
// then, per article,  Matches matches = a.find(article, units, vocabulary);  matches.of(id).
//
// Nothing is built before build(). Where the build of the program has prepared an automaton (prepared.h) from the same lists, build() takes
// from it the patterns that it holds, and none of their phrases is even parsed; those that it lacks, a house's, are built into a second
// one, a part that runs behind the first over the same numbers of words, lists and captures.
//
// Most matches would be those of phrases that only silence a rule, in sentences where that rule says nothing. Such patterns are sought
// where they are asked for (`Sought::where_asked`): they have an automaton of their own, which runs over a sentence when somebody first
// asks for one of them there.
//
// A non-deterministic automaton over words (Thompson 1968), simulated breadth-first within each sentence. Prefixes are shared as in a trie,
// so starting costs one look-up a word however many phrases there are; a way is followed only when the word that it comes to may take it
// on. Word lists are found first, each once, and are then single steps that may span several words; a list that many phrases use is stored
// once. Regular expressions are looked for in the sentence's text, all at once first (RE2::Set), and what they match is widened to whole
// words. Memory and the time to build grow with the phrases' words, the time of a pass with the article's; bench/phrases.cpp measures it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/rule.h"
#include "units/units.h"

namespace stet {

using PatternId = std::uint32_t;
using ListId = std::uint32_t;

/// Words that a `$name:` of a phrase matched.
struct Capture {
  std::uint32_t name = 0;  ///< index into Automaton::capture_names
  IndexRange words;
};

struct Match {
  PatternId pattern = 0;
  std::uint32_t alternative = 0;  ///< which of the pattern's phrases
  std::uint32_t sentence = 0;
  IndexRange words;
  std::vector<Capture> captures;
};

/// Where an entry of a word list occurs.
struct ListHit {
  ListId list = 0;
  std::uint32_t entry = 0;  ///< index into WordList::entries
  IndexRange words;
};

/// Where a pattern is looked for: in the whole article at once, or in the sentences that somebody asks for.
enum class Sought : std::uint8_t { everywhere, where_asked };

/// All matches in one article: for one pattern, leftmost-longest and not overlapping, in document order; or all there are, when the pattern
/// was added beside another whose captures it names. One thread works on it; the article and its units stay where they are meanwhile.
class Matches {
 public:
  std::vector<ListHit> list_hits;  ///< ascending by first word
  /// Those that begin in a row's label and end in the cell behind it ("| Pets | not allowed |"), ascending by slot, which is their
  /// `pattern`, and place; of patterns sought everywhere. Their sentence is that of the cell, which does not hold their first words.
  std::vector<Match> across_cells;

  /// Those of a pattern. One that is sought where asked is then looked for in all sentences: ask `in` where a few will do.
  const std::vector<Match>& of(PatternId pattern) const;
  /// Those of a pattern in one sentence.
  std::span<const Match> in(PatternId pattern, std::uint32_t sentence) const;
  /// Where the matches of a pattern are kept that is sought everywhere; no_index for others.
  std::uint32_t slot_of(PatternId pattern) const;

  class WhereAsked;

 private:
  friend class Automaton;
  std::vector<std::vector<Match>> everywhere_;  // by slot
  std::shared_ptr<WhereAsked> where_asked_;
  const std::vector<struct PatternSlot>* slots_ = nullptr;  // the automaton's
};

/// Where the matches of a pattern are kept: patterns of the same phrases share a slot.
struct PatternSlot {
  Sought sought = Sought::everywhere;
  std::uint32_t number = no_index;  ///< among those that are sought likewise
};

class Automaton {
 public:
  Automaton() = default;
  /// It must outlive what it returns.
  Matches find(const Article& article, const Units& units, const Vocabulary& vocabulary) const;
  std::uint32_t pattern_count() const { return static_cast<std::uint32_t>(places_.size()); }
  const std::vector<std::string>& capture_names() const;
  /// Id of a list that some pattern or add_list named; no_index otherwise.
  ListId list_id(std::string_view name) const;

  struct Tables;
  /// Patterns that were built together. The lists are in the tables of those that are sought everywhere.
  struct Part {
    std::shared_ptr<const Tables> everywhere;
    std::shared_ptr<const Tables> where_asked;

    const Tables& tables(Sought sought) const { return sought == Sought::everywhere ? *everywhere : *where_asked; }
  };
  /// Where a pattern stands: in some tables of some part, under a number of theirs.
  struct Place {
    std::uint32_t part = 0;
    Sought sought = Sought::everywhere;
    std::uint32_t number = 0;
  };
  /// The captures of each part begin with those of the part before it. `places` are by pattern.
  Automaton(std::vector<Part> parts, std::vector<Place> places);
  const Part& first_part() const { return parts_.front(); }
  const std::vector<Place>& places() const { return places_; }

 private:
  std::vector<Part> parts_;
  std::vector<Place> places_;                                        // by pattern
  std::vector<PatternSlot> slots_;                                   // by pattern
  std::array<std::vector<std::vector<std::uint32_t>>, 2> slots_of_;  // by Sought, by part, by pattern of its tables
  std::array<std::uint32_t, 2> slot_counts_{};                       // by Sought
};

/// Do two matches of one rule hold the same words, inflection aside, under every name that both capture?
bool captures_agree(const Units& units, const Vocabulary& vocabulary, const Match& found, const Match& beside);

/// A phrase that can never match.
struct PhraseFault {
  Position position;  ///< where the phrase begins in its rule
  std::string text;   ///< of the phrase
  PhraseError error;
};

/// A pattern as written, for those who want to know which phrase it was.
struct PatternPhrases {
  std::vector<WrittenPhrase> phrases;
  bool keeps_all = false;  ///< overlapping matches too: it stands beside a pattern with captures
  Sought sought = Sought::everywhere;

  /// The same for patterns that match alike and are sought alike.
  std::uint64_t key() const;
  /// Names that some phrase of it captures.
  std::vector<std::string> captures() const;
  bool captures_any() const;
};

class AutomatonBuilder {
 public:
  /// `lists` and `vocabulary` must outlive the builder; the vocabulary is empty, and filled by build(). `prepared` is what the build of the
  /// program has made, or nothing.
  AutomatonBuilder(const std::map<std::string, WordList>& lists, Vocabulary& vocabulary, std::string_view prepared = {});

  /// One pattern that matches where any of the phrases does. Lists that they name must exist (the loader has checked). `$name` may refer to
  /// a capture of the pattern `beside`: such matches are kept even where they overlap, and the caller asks captures_agree().
  PatternId add(std::vector<WrittenPhrase> phrases, std::optional<PatternId> beside = std::nullopt, Sought sought = Sought::everywhere);
  /// Makes a list's occurrences available in Matches::list_hits though no phrase names it.
  ListId add_list(std::string_view name);
  /// All patterns added so far.
  const std::vector<PatternPhrases>& patterns() const { return patterns_; }
  /// The same, taken, once all is built.
  std::vector<PatternPhrases> take_patterns() { return std::move(patterns_); }
  /// From now on phrases are known to be able to match, and are not judged: those of prepared rules.
  void trust(bool trusts) { trusts_ = trusts; }
  /// What is wrong with the phrases added since the last call.
  std::vector<PhraseFault> take_faults() { return std::exchange(faults_, {}); }
  /// To be called once, when all has been added.
  Automaton build();

 private:
  const std::map<std::string, WordList>& lists_;
  Vocabulary& vocabulary_;
  std::string_view prepared_;
  std::vector<PatternPhrases> patterns_;
  std::map<std::string, ListId, std::less<>> asked_lists_;
  std::vector<PhraseFault> faults_;
  bool trusts_ = false;

  void judge(const WrittenPhrase& phrase, const std::vector<std::string>& outer);
  std::set<std::string> list_names(const std::vector<PatternId>& patterns) const;
};

}  // namespace stet
