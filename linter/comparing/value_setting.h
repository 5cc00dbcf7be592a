// What stands around a value: the words of its clause, sentence, labels, question, heading and paragraph, and who, when and what is named
// there. Read once for each value that is held against others (comparing/value_evidence).
//
// Evidence, and no judgement: words are taken as they stand, where claims/told_circumstances and claims/value_context leave out what they
// know to say nothing. No bag has the value's own words or, but for the key of a field, what the title names. Keys are ascending, each
// once, but for `nouns`, in the order of the text. Read are 80 words of the sentence on either side, 40 of each label, question and
// heading, and 200 of the paragraph. What depends on other values (`beside`, `beside_in_sentence`, `twins`) is 0 here, and counted by
// value_evidence.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "claims/attributes.h"

namespace stet {

/// Content words with their weights (inverse document frequency), ascending by key, each once; without those that the title names.
using WordBag = std::vector<std::pair<WordKey, float>>;

bool holds(const WordBag& bag, WordKey key);
/// Weight of what both hold, 30 at most.
float shared(const WordBag& a, const WordBag& b);
/// Weight of what the other does not hold.
float unshared(const WordBag& bag, const WordBag& other);
float weight_of(const WordBag& bag);
/// Cosine of the two as vectors of weights.
float likeness(const WordBag& a, const WordBag& b);

/// What stands around the value of a claim.
struct ValueSetting {
  const CheckInput* text = nullptr;
  Told told;
  WordBag near, clause, sentence, labels, asked, heading, paragraph;
  WordBag all;  ///< sentence, labels, question and heading
  std::vector<WordKey> circumstances, near_circumstances, names, years, nouns;
  float noun_weight = 0;
  float title_weight = 0;
  std::uint32_t modifiers = 0;  ///< a bit for each class of words right before the value
  std::uint32_t conditions = 0;
  std::uint16_t frames = 0;
  std::uint32_t beside = 0;              ///< other values of its kind in its block
  std::uint32_t beside_in_sentence = 0;  ///< of these, in its sentence
  std::uint32_t twins = 0;               ///< other sentences that give the same

  const Claim& claim() const { return *told.claim; }
  const Value& value() const { return told.claim->value; }
};

/// Of a claim of the article; `circumstances` is the list of what sets values apart.
ValueSetting setting_of(const CheckInput& input, const Claims& claims, ListId circumstances, const Claim& claim);

}  // namespace stet
