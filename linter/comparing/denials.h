// Denials in other words: a short sentence that says no to all that another one says yes to, whatever the order, the voice and the subject.
//
// "The press does not run on Linux." – "Pressly runs on Windows, macOS and Linux."; "Dark mode is not supported." – "It supports dark
// mode." Near copies are for flips.h, which needs the same words in the same order. Here what is said is a set of content stems, so only
// what is short and plain is read at all: one clause, without a condition, an occasion, a possibility, or a half denial.
//
// Order of calls:  std::vector<PlainSentence> all = plain_sentences(input, circumstances);  then  denies(a, b)  or  say_opposites(…)  per
// pair.
#pragma once

#include <utility>
#include <vector>

#include "comparing/opposites.h"
#include "matching/check_input.h"

namespace stet {

/// A clause that says something of all cases.
struct PlainSentence {
  std::uint32_t sentence = 0;
  IndexRange denial;           ///< the word that denies; empty where nothing does
  std::vector<StemId> stems;   ///< content stems, ascending; the title's go without saying
  std::vector<StemId> of_own;  ///< those of them that stand neither in a series ("Linux, macOS and Windows") nor behind "every"; ascending
  std::vector<std::pair<StemId, std::uint32_t>> words;      ///< the stems with the word that each was first read at, ascending
  float weight = 0;                                         ///< of the stems
  bool of_effect = false;                                   ///< it denies any effect on what its stems name
  bool of_topic = false;                                    ///< it names what the title does
  bool absolute = false;                                    ///< "never": of all occasions
  std::vector<std::pair<StemId, std::uint32_t>> narrowing;  ///< entries of the list of circumstances: stem and place of their first words
  bool addressed = false;                                   ///< "you can", "you cannot"
  bool part = false;                                        ///< of a sentence that says more
  bool item = false;                                        ///< of a list
  IndexRange subject;                                       ///< empty where nothing is named
};

/// The plain clauses of an article, in order.
std::vector<PlainSentence> plain_sentences(const CheckInput& input, ListId circumstances);

/// Does one of the two deny what the other says? All that the denial speaks of is in the other, and what the other adds is of the article's
/// title, stands in a series, or is one word more, unless one of them is a part of its sentence and they are of two things; what is never
/// so is not so on any occasion either.
bool denies(const PlainSentence& a, const PlainSentence& b);

/// Do they say opposites of one thing: "oats are rich in starch", "oats are poor in starch"? All else that they say is the same.
bool say_opposites(const CheckInput& input, const OppositeWords& opposites, const PlainSentence& a, const PlainSentence& b);

}  // namespace stet
