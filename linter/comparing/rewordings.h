// Rewordings: two passages that say the same in other words.
//
// Told by the words that hardly any other passage of the article has: what two paragraphs share because the article is about it stands in
// many paragraphs; what they share because one says what the other says stands in these two. That is how near duplicates are told from
// texts on one topic by the rare terms they share (Broder 1997, On the resemblance and containment of documents; here on distinct stems
// and with document frequency in place of shingles, since a rewording keeps few stretches).
//
// Order of calls:  TellingStems telling(input, passages);  telling.shared(a, b);  or, for whole paragraphs,
//                  for (const Rewording& pair : rewordings(input, passages, at_least)) …
#pragma once

#include <cstdint>
#include <vector>

#include "comparing/passages.h"

namespace stet {

/// The stems of each passage that hardly any other has: two or three passages of the article, names in code left out.
class TellingStems {
 public:
  TellingStems(const CheckInput& input, const Passages& passages);

  /// How many of them two passages share.
  std::uint32_t shared(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::vector<StemId>> by_passage_;  // ascending
};

/// Two passages, by index, and how much of their content they share.
struct Rewording {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  std::uint32_t shared = 0;  ///< distinct stems that both have
  std::uint32_t words = 0;   ///< distinct stems of the passage that has fewer
};

/// Of each passage of at least `at_least` distinct stems the earlier passage whose content it says again, if there is one; ascending by
/// `later`. Work is linear in the stems: only those that two or three passages have lead from one to another.
std::vector<Rewording> rewordings(const CheckInput& input, const Passages& passages, std::uint32_t at_least);

/// The content words that two passages share, in any order: each word of the later one with one of the earlier.
Alignment align_unordered(const Passages& passages, std::uint32_t later, std::uint32_t earlier);

}  // namespace stet
