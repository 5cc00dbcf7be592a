// All pairs of paragraphs of a site that are alike: the join of its postings with themselves.
//
// Order of calls:  for_each_pair(index, jobs, take).  What SiteIndex::candidates() finds for one paragraph is found here for some thousands
// at once: their hashes are sorted, so that each band is passed through from its beginning to its end, and so are the paragraphs that
// they are compared with. A large index is mapped, and never much of it is in memory.
#pragma once

#include <functional>
#include <vector>

#include "site/index.h"

namespace stet {

struct ParagraphPair {
  std::uint32_t first = 0;  ///< the earlier one
  std::uint32_t second = 0;
  std::uint32_t bands = 0;  ///< that they share
  Likeness likeness;
  std::uint32_t words = 0;  ///< content words of the shorter one
};

/// Hands out pairs in the order of the later paragraph's content, then of the earlier paragraph, until `take` gives false; false then.
bool for_each_pair(const SiteIndex& index, unsigned jobs, const std::function<bool(const ParagraphPair&)>& take);

}  // namespace stet
