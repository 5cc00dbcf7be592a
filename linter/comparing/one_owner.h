// Are two values told of one thing? By the same name, a shorter one, a name of its kind, or by being the only one of which such is told.
//
// For values that an attribute's phrases tell; those that are known by the words around them are asked of comparing/same_context. It goes
// on where same_thing() of claims/owners ends, for that knows the two owners alone: "the tour" is the guided one where the article knows of
// no other, so the answer may change with what is said elsewhere. In doubt they are of two things: never of one are two parts of the
// article's thing, and two things of one title.
#pragma once

#include <vector>

#include "claims/attributes.h"

namespace stet {

/// `told` are all that give the attribute. O(told) at most, where a name stands for "whoever has any".
bool of_one_owner(const CheckInput& input, const std::vector<Told>& told, const Told& a, const Told& b);

}  // namespace stet
