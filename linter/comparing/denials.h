// Denials in other words: a short sentence that says no to all that another one says yes to, whatever the order, the voice and the subject.
//
// "The press does not run on Linux." – "Pressly runs on Windows, macOS and Linux."; "Dark mode is not supported." – "It supports dark
// mode." Near copies are for flips.h, which needs the same words in the same order. Here what is said is a set of content stems, so only
// what is short and plain is read at all: one clause, without a condition, an occasion, a possibility, or a half denial.
//
// Order of calls:  std::vector<PlainSentence> all = plain_sentences(input, circumstances);  then  denies(a, b)  per pair.
#pragma once

#include <vector>

#include "matching/check_input.h"

namespace stet {

/// A sentence of one clause that says something of all cases.
struct PlainSentence {
  std::uint32_t sentence = 0;
  IndexRange denial;           ///< the word that denies; empty where nothing does
  std::vector<StemId> stems;   ///< content stems, ascending; the title's go without saying
  std::vector<StemId> of_own;  ///< those of them that stand neither in a series ("Linux, macOS and Windows") nor behind "every"; ascending
  float weight = 0;            ///< of the stems
};

/// The plain sentences of an article, in order. Sentences that hold an entry of the list `circumstances` are not plain.
std::vector<PlainSentence> plain_sentences(const CheckInput& input, ListId circumstances);

/// Does one of the two deny what the other says? All that the denial speaks of is in the other, and what the other adds is of the article's
/// title, stands in a series, or is one word more.
bool denies(const PlainSentence& a, const PlainSentence& b);

}  // namespace stet
