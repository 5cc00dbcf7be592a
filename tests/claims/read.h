// Helpers: articles read as far as claims need it, without word lists or with the matches of some phrases.
#pragma once

#include "comparing/read.h"
#include "matching/find.h"

namespace stet {

/// What claims are read from, of an article in which phrases were looked for; `found` must outlive it.
inline CheckInput input_of(const Found& found) {
  static const CitationPolicy no_policy;
  return {found.source, found.article, found.units, found.words, found.matches, found.cues, found.automaton.capture_names(), no_policy};
}

/// The only match of the pattern that was looked for.
inline const Match& only_match(const Found& found) {
  const std::vector<Match>& matches = found.matches.of(found.pattern);
  EXPECT_EQ(matches.size(), 1U);
  return matches.front();
}

}  // namespace stet
