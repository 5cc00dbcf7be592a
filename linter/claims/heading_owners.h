// Lines of a section that names a thing: “Length: 30 m” below “## The Tern” is of the Tern, not of what the article is about.
//
// Only where the article speaks of that thing by its name as well (“the Tern carries mail”): a heading may name a subject, a part or
// nothing, and in doubt a line stays the article's. A heading that holds two such names gives neither. Costs one look at each heading above
// a line.
#pragma once

#include <vector>

#include "claims/claim.h"

namespace stet {

/// Gives labelled lines, items and cells that name no owner the name of the nearest heading, where that names what other claims are of.
/// An owner so found has no words of its own.
void own_by_headings(const CheckInput& input, std::vector<Claim>& claims);

}  // namespace stet
