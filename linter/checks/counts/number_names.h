// Numbers that name something, or say which one it is, and promise nothing.
#pragma once

#include "matching/check_input.h"
#include "units/units.h"

namespace stet {

/// "Week 2 goals", "version 1.11 options", "the preceding two examples", "the 18F approach", "2-AG levels": the number says which, or of
/// what was listed before, or is part of a name.
bool says_which(const CheckInput& input, const Typed& typed);

}  // namespace stet
