// How well two passages fit each other around what turns one into the denial of the other.
//
// Measured once the alignment (comparing/passages.h) and the flip (comparing/flips.h) are known. reaches() looks at ratio, weight and
// extras alone; what else is in a Fit is for the asker to judge by. The flip's own words and all other words that deny count on neither
// side. A ratio is of the lighter passage, so that the other one may say more. Linear in the words of both, but for those at either end
// that do not align, which are held against each other.
#pragma once

#include "comparing/flips.h"

namespace stet {

/// How well two passages must align around the flip. Fractions are of weight, which is in nats (a rare word weighs 6 to 9).
struct Tier {
  double ratio = 0.7;        ///< aligned / the lighter passage
  double weight = 10;        ///< of what is aligned
  std::uint32_t extras = 2;  ///< unaligned content words between the first and the last aligned one of either passage
};

/// How a pair aligns, the flip's own words left out.
struct Fit {
  double ratio = 0;
  double overlap = 0;  ///< aligned / both together
  double weight = 0;
  std::uint32_t extras = 0;
  std::uint32_t before_later = 0;  ///< unaligned content words before the flip
  std::uint32_t before_earlier = 0;
  bool other_subject = false;  ///< both sides have unaligned content words before the first aligned one
  bool otherwise_complemented =
      false;            ///< behind the last aligned one each side has content words of its own: "for adults", "for children"
  bool beside = false;  ///< both sides have unaligned content words where the flip is
};

/// `opposites` tells synonyms, too: words on one side of a group.
Fit fit_of(const CheckInput& input, const Passages& passages, const OppositeWords& opposites, const PairView& pair, const Flip& flip);

/// By ratio, weight and extras. How much of both together aligns is looked at by those who take a pair for a copy.
bool reaches(const Fit& fit, const Tier& tier);

}  // namespace stet
