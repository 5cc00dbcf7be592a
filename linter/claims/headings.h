// What the headings above two sentences say of whether the sentences can speak of one thing.
#pragma once

#include <utility>

#include "matching/check_input.h"

namespace stet {

/// The words of a section's heading, at most so many; none where it has no heading.
IndexRange words_of_heading(const CheckInput& input, std::uint32_t section);

/// The two sections side by side under which two sections stand; the same one twice when one lies within the other. Costs
/// the depth of the two.
std::pair<std::uint32_t, std::uint32_t> side_by_side(const Article& article, std::uint32_t a, std::uint32_t b);

/// Does a section's heading name code?
bool names_code(const CheckInput& input, std::uint32_t section);

/// Do two sentences stand in sections side by side whose headings name two things? What "it" or "the default" is, is another thing in each.
bool under_two_topics(const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// Do two sentences stand under two headings of which one has a code span ("`read(path)`")? A bare "m.room.topic" may head a chapter of a
/// text that goes on. In a reference each entry speaks of the thing that
/// its heading names, in the words of all others.
bool in_two_entries(const CheckInput& input, std::uint32_t a, std::uint32_t b);

}  // namespace stet
