// Typed tokens: numbers, quantities, dates and names made out from words.
#pragma once

#include "units/units.h"

namespace stet {

/// Fills units.typed, ascending by first word.
void find_typed(const Article& article, const Vocabulary& vocabulary, Units& units);

}  // namespace stet
