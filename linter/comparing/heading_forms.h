// Headings by their form: what two have in common, and whether they fill in one form ("Week 2 goals", "Week 3 goals").
//
// By stems and numbers, never by what a word means; comparing/parallel makes its answer of these. Whether two headings name two topics or
// code is another question, asked of claims/headings. In doubt two fill in no form: where all that both have is the
// first content word, and not only numbers differ, that word is what the article is about. A section without a heading names, asks and
// dates nothing. Looked at are 24
// words of a heading and 256 sections below one.
#pragma once

#include "matching/check_input.h"

namespace stet {

/// Is a section's heading a question?
bool asks(const CheckInput& input, std::uint32_t section);

/// "2.1", "v3", "IC4", "2024-01-12", "July 2023": all that tells one release, week or day from the next.
bool is_number_word(const CheckInput& input, std::uint32_t word);

/// Does a section's heading begin with a date: "14 March (by telephone)", "2031-03-14", "March 14: the keel"?
bool begins_with_date(const CheckInput& input, std::uint32_t section);

/// Two headings, word by word from both ends: what is common and what differs in the middle.
struct HeadingPair {
  std::uint32_t before = 0;  ///< content words that both begin with
  std::uint32_t behind = 0;  ///< content words that both end with
  IndexRange only_a;         ///< what stands between
  IndexRange only_b;
};

HeadingPair compare_headings(const CheckInput& input, IndexRange a, IndexRange b);

/// "Week 2 goals", "Week 3 goals"; "Version 1.2", "Version 1.3"; "Lids for pots", "Lids for cups"; "boiling error", "non-boiling error".
/// What both have in front alone ("Velmora: benefits", "Velmora: risks") is what the whole article is about.
bool headings_fill_one_form(const CheckInput& input, IndexRange a, IndexRange b);

/// Two sub-headings or more are the same, and they are half of those that the smaller one has.
bool share_subheadings(const CheckInput& input, std::uint32_t a, std::uint32_t b);

}  // namespace stet
