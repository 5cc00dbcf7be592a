// Opposites: words that cannot both be said of one thing, as rules list them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "units/vocabulary.h"

namespace stet {

/// Groups such as "rise, grow | fall, shrink": two words are opposites when a group has them on different sides. A word may stand in many
/// groups. Words meet by their lemma, or as written when the list gives the form itself ("left" the direction, not the past of leave).
class Opposites {
 public:
  /// Adds a group as written. False when it has fewer than two sides, an empty word, or a word on two sides.
  bool add(std::string_view group);
  /// From now on a negative prefix makes opposites too ("published", "unpublished").
  void add_prefixes() { prefixes_ = true; }

 private:
  friend class OppositeWords;
  struct Place {
    std::uint32_t group = 0;
    std::uint32_t side = 0;
  };
  using Places = std::vector<Place>;
  /// Where a form stands; empty when in no group.
  const Places& places_of(const Vocabulary& vocabulary, const Form& form) const;

  std::unordered_map<std::string, Places> places_;
  std::uint32_t groups_ = 0;
  bool prefixes_ = false;
};

/// The opposites among the words of one article: each form is looked up once.
class OppositeWords {
 public:
  /// Both must outlive it; forms may be added to the vocabulary meanwhile.
  OppositeWords(const Opposites& opposites, const Vocabulary& vocabulary) : opposites_(opposites), vocabulary_(vocabulary) {}

  /// Are the two forms opposites?
  bool opposed(FormId a, FormId b) const;
  /// Do they stand on one side of a group?
  bool alike(FormId a, FormId b) const;
  bool knows(FormId form) const { return !places_of(form).empty(); }

 private:
  const Opposites& opposites_;
  const Vocabulary& vocabulary_;
  mutable std::vector<const Opposites::Places*> places_;  // by form; nullptr: not looked up yet

  const Opposites::Places& places_of(FormId form) const;
};

/// "unstable" of "stable", "careless" of "careful": one form is the other with a negative prefix or suffix.
bool negative_of(const Grammar& grammar, const Form& a, const Form& b);

}  // namespace stet
