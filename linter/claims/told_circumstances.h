// In which circumstances a value is told: for whom, when, which variant, at what rate. Two values told in different ones do not differ.
//
// Of values alone, by a list, by a rule's own words and by labels; claims/circumstances tells those of stances and properties, by any
// content word that narrows. In doubt it is a circumstance, for then two values are let stand: what is in the list counts, unless a guard
// in the body knows that it sets nothing apart (what the title names, what tells the attribute or bounds the value, "even in winter"). Of a
// field or a heading no headings above are asked. Costs what the sentence, its labels and the headings above it hold.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "claims/attributes.h"

namespace stet {

/// Adds the circumstances of a claim that gives an attribute by the words `told.by`: those of the list `circumstance` and of the rule's
/// `apart` in the part of the sentence that speaks of the value, in its labels and in the headings above; dates beside it; "a month" behind
/// it; and, where the sentence goes on behind a comma, what takes something out ("the attic included").
void add_circumstances(const CheckInput& input, const Attribute& attribute, const Claims& claims, Told& told);

/// The claims of a claim's sentence.
std::pair<std::vector<Claim>::const_iterator, std::vector<Claim>::const_iterator> of_sentence(const Claims& claims, const Claim& claim);

/// Words between two stretches; 0 when they touch.
std::uint32_t words_between(IndexRange a, IndexRange b);

/// Matches of a pattern that lie in some words.
template <typename Use>
void each_match(const CheckInput& text, PatternId pattern, IndexRange words, const Use& use) {
  if (words.empty()) return;
  const std::uint32_t last = sentence_of(text.units, words.end - 1);
  for (std::uint32_t sentence = sentence_of(text.units, words.begin); sentence <= last; ++sentence) {
    for (const Match& match : text.matches.in(pattern, sentence)) {
      if (match.words.begin >= words.begin && match.words.end <= words.end) use(match);
    }
  }
}

}  // namespace stet
