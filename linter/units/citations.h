// References to sources, made out by structure.
#pragma once

#include "units/units.h"

namespace stet {

/// Fills units.citations, ascending by sentence.
void find_citations(const Article& article, Units& units);

/// Has the article a section that lists sources: References, Works cited …?
bool has_bibliography(const Article& article);

}  // namespace stet
