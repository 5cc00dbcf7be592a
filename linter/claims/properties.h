// Properties: what a clause says a thing is or is not, in one word: "the pack is not waterproof", "the waterproof pack", "it is a quiet
// hotel"; and what the title, a label or a row says of the article's thing: "A quiet hotel", "Difficulty: easy".
//
// Order of calls:  for (const Property& p : read_properties(input, lists, labels))  then  of_one_thing(a, b)  per pair.
#pragma once

#include <vector>

#include "claims/circumstances.h"
#include "claims/statements.h"

namespace stet {

struct Property {
  std::uint32_t sentence = 0;
  IndexRange words;           ///< from the negation, if there is one, to the word itself
  std::uint32_t word = 0;     ///< the word that says what the thing is
  std::vector<StemId> thing;  ///< stems of its noun phrase; of a pronoun those that it stands for; none of a title or of a label
  std::uint32_t noun = 0;     ///< the last word of that, as written
  bool denied = false;
  bool past = false;
  bool attributive = false;  ///< "the waterproof pack": it may tell which of several
  bool of_topic = false;     ///< of what the article is about
  bool line = false;         ///< told by the title, or by a label that names no thing
  std::vector<WordKey> circumstances;
};

/// What the article itself says without asking, supposing or hedging, ascending by sentence. `labels` is the list of labels that say what
/// the article's thing is like.
std::vector<Property> read_properties(const CheckInput& input, const CircumstanceLists& lists, ListId labels);

/// The same noun phrase, or the article's thing where one of them is told by its title or by a label.
inline bool of_one_thing(const Property& a, const Property& b) {
  if (a.line || b.line) return a.line != b.line && a.of_topic && b.of_topic;
  return !a.thing.empty() && a.thing == b.thing;
}

}  // namespace stet
