// References to sources, made out by structure.
#pragma once

#include "units/units.h"

namespace stet {

/// Fills units.citations, ascending by sentence.
void find_citations(const Article& article, Units& units);

}  // namespace stet
