// What looks like a contradiction and is none: other subjects, other circumstances. Whether anything is stated at all tells claims/stated.
//
// Each guard is one function in the body, named for what it recognises.
#pragma once

#include "comparing/flips.h"

namespace stet {

/// Guards that hold whatever the alignment: numbers that differ on both sides, words that belong to another name, "may" against "may not",
/// a condition that only one of them has, a flip that is asked or told as a myth, neighbours in one paragraph that are set against each
/// other.
bool speaks_of_something_else(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip);

/// "The following lids", "the lids below are", "see the section above": what is spoken of stands beside the sentence, and nowhere else.
bool points_at_its_neighbours(const CheckInput& input, IndexRange words);

/// Does one of the sentences between two of one paragraph, or the later one, turn to something else ("But …", "In winter …", a question)?
bool turns_between(const CheckInput& input, std::uint32_t earlier, std::uint32_t later);

/// Guards that a near copy overrides: quoted, or attributed to somebody else.
bool is_said_by_others(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip);

/// Of a copy: what differs is one of several ("also known as", "such as"), two signs for one thing ("AD", "CE"), or part of the subject or
/// of an opening that sets the scene.
bool may_both_hold(const CheckInput& input, const PairView& pair, const Flip& flip, ListId several);

/// The word list of what announces one of several.
inline constexpr std::string_view several_list = "flip-several";

}  // namespace stet
