// Labels: what stands before a colon or in emphasis at the beginning of a sentence: “Price: $129”, “**Older adults** need less”.
//
// One answer to where a label ends; how long one may be for what is asked, and whether it names a thing, an attribute or nothing at all, is
// the asker's affair. Two ask otherwise: units/label_lines parts lines before there are sentences, and claims/read_claims takes dashes in
// lists for colons and no label over a comma, for behind one stands a value. Linear in the words looked at.
#pragma once

#include <string_view>

#include "units/units.h"

namespace stet {

/// The words before the first colon that parts some words, which must have `most` words or fewer; empty where there is none. The colons of
/// "10:30" and "https://" part nothing.
IndexRange label_before_colon(const Article& article, const Units& units, IndexRange words, std::uint32_t most);

/// Does what stands right behind some words part them as a label from what follows: a colon, or a dash behind a space?
bool parts_label(std::string_view behind);

/// The words in emphasis that some words begin with, which may be none or all of them.
IndexRange emphasised_opening(const Units& units, IndexRange words);

}  // namespace stet
