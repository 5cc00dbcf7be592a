// How the two places of a repetition stand to each other: what tells a slip of the hand from the form of the text.
//
// The nearer two equal passages stand, the surer one of them goes: a bullet twice in a row and a paragraph pasted twice are faults whatever
// they say; a sentence of the introduction that the conclusion says again is one when the article is read through; what two sections of one
// pattern have in common is none.
#pragma once

#include "comparing/parallel.h"
#include "comparing/reading.h"

namespace stet {

/// From near to far.
enum class Distance : std::uint8_t {
  paragraph,  ///< in one paragraph, item or cell
  neighbour,  ///< in two blocks with nothing between
  section,    ///< directly under one heading
  article,    ///< under two headings
};

struct Standing {
  Distance distance = Distance::article;
  Parallel parallel = Parallel::none;
  bool same_list = false;  ///< two items of one list, two rows of one table
  bool item_a = false;     ///< stands in a list
  bool item_b = false;
  bool cell = false;    ///< one of them stands in a table
  bool quoted = false;  ///< one of them stands in a block quote or call-out
};

/// By a sentence of each. Two sections with the same heading, side by side, are no pattern but a copy.
Standing standing_of(const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// The block that a sentence makes up or belongs to, as a reader sees it: the item or row around a paragraph or cell, else the block
/// itself.
std::uint32_t entry_of(const CheckInput& input, std::uint32_t sentence);

}  // namespace stet
