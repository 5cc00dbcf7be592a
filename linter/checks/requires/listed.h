// Bare names in a list, a table or behind a label, and the words that say what they are: "Good for: colds, coughs"; a column headed "Uses";
// items below "Massage can help with:".
#pragma once

#include <cstdint>

#include "matching/check_input.h"

namespace stet {

/// The sentence that leads a list item in: the one before the list, when it ends in a colon; else no_index.
std::uint32_t lead_in_of(const CheckInput& input, std::uint32_t sentence);

/// Where an entry is announced, and where to look for what it is said of.
struct Announced {
  bool found = false;
  std::uint32_t sentence = no_index;  ///< the lead-in of its list, when that announces it
  bool in_first_column = false;       ///< what it is said of stands behind it in its row
};

/// Is the match an entry of a list, cell or label that holds little else, under words of the pattern `under`?
Announced announced_by(const CheckInput& input, const Match& entry, PatternId under);

}  // namespace stet
