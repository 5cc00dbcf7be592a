// Rows of a table that read as a label and what it says: "| Pets | not allowed |".
#pragma once

#include <optional>

#include "units/units.h"

namespace stet {

/// The words of the first cell of a sentence's row, where that is one sentence and the sentence stands in another cell; empty otherwise,
/// and for the heads of tables.
IndexRange head_of_row(const Article& article, const Units& units, std::uint32_t sentence);

/// The label of the row that a sentence ends: words of the first of two cells, each of one sentence. Nothing for other sentences and for
/// the heads of tables.
std::optional<IndexRange> label_of_row(const Article& article, const Units& units, std::uint32_t sentence);

}  // namespace stet
