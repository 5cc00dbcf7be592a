// How a claim tells a count: how many there are in all of what an attribute counts; and the labels by which any attribute is known.
//
// Order of calls:  IndexRange by, of; if (tells_count(text, attribute, claim, told, by, of)) …  by attributes.cpp alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/attributes.h"

namespace stet {

/// Does the claim say how many there are in all, of what the attribute counts? `by` are the words that tell it, `of` those that name whose
/// they are, where it is not the claim's owner; told.counted, .determined, .of_whoever, .loose and .owner are filled in.
bool tells_count(const CheckInput& text, const Attribute& attribute, const Claim& claim, Told& told, IndexRange& by, IndexRange& of);

/// The label of a line, or the head of a row of two cells, that a value stands behind; no words where it stands elsewhere.
IndexRange label_of_line(const Claim& claim);

/// Lemma keys of the words of a field's key: "validFrom", "valid_from".
std::vector<std::string> words_of_key(std::string_view key);

/// Where the longest of the attribute's labels stands among some words; empty when none does.
IndexRange label_in(const Attribute& attribute, const std::vector<std::string>& words);

/// The words of a claim's sentence among which what tells its attribute is looked for.
IndexRange around(const CheckInput& text, const Claim& claim);

}  // namespace stet
