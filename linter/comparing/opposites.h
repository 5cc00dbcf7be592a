// Opposites: words that cannot both be said of one thing, as rules list them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/once.h"
#include "text/shared_text.h"
#include "units/vocabulary.h"

namespace stet {

/// Groups such as "rise, grow | fall, shrink": two words are opposites when a group has them on different sides. A word may stand in many
/// groups. Words meet by their lemma, or as written when the list gives the form itself ("left" the direction, not the past of leave).
///
/// All rules of a run share one, and each group knows the rule that it is of: a rule asks for its own groups, or for those of the others.
class Opposites {
 public:
  /// Adds a group as written, before a word is first asked for. False, and nothing is added, when it has fewer than two sides, an empty
  /// word, or a word on two sides.
  bool add(std::string_view group, std::uint32_t rule = 0);
  /// The same of a group that is known to be right; it is read when a word is first asked for.
  void add_later(SharedText group, std::uint32_t rule) { unread_.emplace_back(std::move(group), rule); }

 private:
  friend class OppositeWords;
  struct Place {
    std::uint32_t group = 0;
    std::uint32_t side = 0;
    std::uint32_t rule = 0;
  };
  using Places = std::vector<Place>;
  /// A word's place under the hash (XXH3) of the word: a start reads some 2,000 of them.
  struct Entry {
    std::uint64_t word = 0;
    Place place;
  };
  struct Words {
    std::vector<Entry> as_written;  // by the hash of the form, then in order of groups; so is the next
    std::vector<Entry> by_lemma;
    std::uint32_t groups = 0;

    void add(std::string_view group, std::uint32_t rule);
    void sort();
  };

  mutable Words words_;  // unsorted until it is read
  mutable Once read_;
  std::vector<std::pair<SharedText, std::uint32_t>> unread_;

  const Words& words() const;
};

/// Which of the groups count: all, those of a rule, or those of the other rules.
struct OppositesOf {
  enum class Whose : std::uint8_t { all, rule, others };
  Whose whose = Whose::all;
  std::uint32_t rule = 0;
  bool prefixes = false;  ///< a negative prefix makes opposites too ("published", "unpublished")

  bool counts(std::uint32_t other) const { return whose == Whose::all || (whose == Whose::rule) == (rule == other); }
};

/// The opposites among the words of one article: each form is looked up once.
class OppositeWords {
 public:
  /// All must outlive it; forms may be added to the vocabulary meanwhile.
  OppositeWords(const Opposites& opposites, const Vocabulary& vocabulary, OppositesOf of = {})
      : opposites_(opposites), vocabulary_(vocabulary), of_(of) {}

  /// Are the two forms opposites?
  bool opposed(FormId a, FormId b) const;
  /// Do they stand on one side of a group?
  bool alike(FormId a, FormId b) const;
  bool knows(FormId form) const { return !places_of(form).empty(); }

 private:
  const Opposites& opposites_;
  const Vocabulary& vocabulary_;
  OppositesOf of_;
  mutable std::unordered_map<FormId, Opposites::Places> places_;  // of forms that were asked for

  const Opposites::Places& places_of(FormId form) const;
  Opposites::Places places_in(const std::vector<Opposites::Entry>& entries, std::string_view word) const;
};

/// "unstable" of "stable", "careless" of "careful": one form is the other with a negative prefix or suffix.
bool negative_of(const Grammar& grammar, const Form& a, const Form& b);

}  // namespace stet
