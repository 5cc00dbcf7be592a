// Rows of a table that read as a label and what it says: "| Pets | not allowed |".
#pragma once

#include <optional>

#include "units/units.h"

namespace stet {

/// The label of the row that a sentence ends: words of the first of two cells, each of one sentence. Nothing for other sentences and for
/// the heads of tables.
std::optional<IndexRange> label_of_row(const Article& article, const Units& units, std::uint32_t sentence);

}  // namespace stet
