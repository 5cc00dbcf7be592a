// Where an article is parallel: places that say the same kind of thing of two things, because its form wants that.
//
// An article shows by its structure that two places are entries side by side: items of one list, rows of one table, definitions, paragraphs
// that each begin with their own label or link, sections of one pattern, branches that each open with their own condition. What one entry
// says, the next one may deny, repeat, or give another value of. An entry and the running text around it are not parallel, nor is what is
// in doubt.
//
// Nothing here looks at file names or projects, nor at what words mean: labels, headings and openings are met as they are written or by
// their stems, and so are the words of two sentences that may each name what its own heading names. are_parallel_by_topic() asks what the
// title names as well. A question costs the depth of the two places, 24 words of each heading on the way, and, where the sections are two,
// the words of both sentences and up to 256 sections below each.
#pragma once

#include <optional>

#include "matching/check_input.h"

namespace stet {

/// How two places are parallel; `none` when they are not.
enum class Parallel : std::uint8_t {
  none,
  items,        ///< of one list, or of two lists that belong to parallel sections
  rows,         ///< of one table
  definitions,  ///< ": what it means" under their terms
  labelled,     ///< each begins with a label, code or link of its own: "`--all`: …", "**When:** …"
  sections,     ///< side by side, of one pattern: the same words in the headings but for one, code, versions, questions, sub-headings
  branches,     ///< each opens with a condition or occasion of its own: "If …", "For customers who …"
};

/// Are the places of these two sentences parallel?
Parallel parallel_of(const CheckInput& input, std::uint32_t a, std::uint32_t b);

inline bool are_parallel(const CheckInput& input, std::uint32_t a, std::uint32_t b) { return parallel_of(input, a, b) != Parallel::none; }

/// Are the two fields of a form that is filled in three times or more: the same label, and the same one before them or behind them ("Heat:
/// …", then "Use: …", in each), or one that comes back five times? What two lists of advice have in common is filled in twice.
bool are_fields_of_a_form(const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// Are the sections of two parallel sentences so only because their headings ask, or name what the title names ("What causes gout?",
/// "Signs of gout")? A reader who goes through them is told the same twice.
bool are_parallel_by_topic(const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// Are the sections of two sentences parallel by the form that they fill, whatever their headings name: dates, conditions, the same
/// sub-headings or labels?
bool are_parallel_by_form(const CheckInput& input, std::uint32_t a, std::uint32_t b);

/// The condition or occasion that a sentence opens with, or that its paragraph opened with up to three sentences before: "If …", "For …".
std::optional<IndexRange> opening_condition(const CheckInput& input, std::uint32_t sentence);

}  // namespace stet
