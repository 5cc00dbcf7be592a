// Are two values told of one thing? By the same name, a shorter one, a name of its kind, or by being the only one of which such is told.
#pragma once

#include <vector>

#include "claims/attributes.h"

namespace stet {

/// `told` are all that give the attribute. O(told) at most, where a name stands for "whoever has any".
bool of_one_owner(const CheckInput& input, const std::vector<Told>& told, const Told& a, const Told& b);

}  // namespace stet
