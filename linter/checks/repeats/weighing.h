// Whether a repetition is told: how much is the same, against where the two stand.
//
// What is short is told of neighbours and not across an article; what parallel places have in common is their form, unless they are
// parallel only because an article keeps to its topic; labels, lead-ins, steps and links to elsewhere are told seldom.
//
// Order of calls:  if (is_told(unit, {search, input, passages, pair, standing_of(…), reading_of(input)})) …
#pragma once

#include "checks/repeats/pairs.h"

namespace stet {

/// A pair with what decides whether it is told.
struct Weighing {
  const PairSearch& search;
  const CheckInput& input;
  const Passages& passages;
  const Pair& pair;
  Standing standing;
  Reading reading = Reading::through;
  bool pointer = false;
  std::uint32_t in_blocks = 0;  ///< content words that the two blocks have in common, in sentences that are the same or nearly so

  std::uint32_t shared() const { return pair.likeness.shared; }
  bool exact() const { return pair.grade == Grade::exact; }
  const Passage& later() const { return passages.passages[pair.later]; }
  const Passage& earlier() const { return passages.passages[pair.earlier]; }
};

bool is_told(PassageUnit unit, const Weighing& said);

/// Do two places say it because the article's form wants that?
bool is_parallel(const Weighing& said);

/// Is so much the same that it is more than a note?
bool is_long(const Weighing& said);

}  // namespace stet
