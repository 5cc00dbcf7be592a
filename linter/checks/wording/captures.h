// What a match of a phrase captured, and the numbers and dates in it.
#pragma once

#include <string_view>

#include "checks/check.h"

namespace stet {

/// The words that a capture of the match holds; empty when there is none of that name.
IndexRange captured(const CheckInput& input, const Match& match, std::string_view name);

/// The number-like token that starts within some words, or none.
const Typed* typed_in(const CheckInput& input, IndexRange words);

}  // namespace stet
