// Labelled lines: "Shower: hot", and a row of two cells, "| Shower | hot |".
#pragma once

#include <optional>

#include "matching/check_input.h"

namespace stet {

struct LabelledLine {
  IndexRange label;
  IndexRange value;
};

/// The label of a short line or of the row that a cell ends, and what stands behind it; nothing for other sentences, questions and the
/// heads of tables.
std::optional<LabelledLine> labelled_line(const CheckInput& input, std::uint32_t sentence);

}  // namespace stet
