// Timings: when something is to be done, counted from an event ("take a warm shower 30 minutes before bed").
//
// Read is a duration right before "before" or "after", with an event, the first content word among the four behind; not one without an
// upper or lower end. The sentence need not be an instruction, and the "verb" is no more than its first content word beside the timing: two
// timings contradict each other only if event, verb and most of the words are the same, the durations more than five in a hundred apart,
// and the sentences two. In document order; each costs the words of its sentence. Durations that say how long something lasts are claims
// (claims/claim.h).
#pragma once

#include <utility>
#include <vector>

#include "matching/check_input.h"

namespace stet {

struct Timing {
  std::uint32_t sentence = 0;
  IndexRange words;  ///< duration, "before" or "after", event
  bool before = false;
  StemId event = no_index;
  StemId verb = no_index;  ///< the first word of the action
  double low = 0;          ///< seconds
  double high = 0;
  std::vector<std::pair<StemId, float>> action;  ///< what is to be done: the sentence's other content stems with their weights, ascending
};

/// All timings of an article, in order.
std::vector<Timing> timings_of(const CheckInput& input);

/// Is one thing told to be done at two times before, or after, one event?
bool contradict(const Timing& a, const Timing& b);

}  // namespace stet
