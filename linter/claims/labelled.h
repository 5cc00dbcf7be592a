// Labelled lines: "Shower: hot", and a row of two cells, "| Shower | hot |".
//
// What a short line says of what stands before its colon, for whoever reads such a line as he would a sentence: holders, properties,
// existence, answers. A line is a sentence of eight words at most; the first colon between two of its words parts it, so that label and
// value both have words, and are the whole line together. Of a row, the label lies in another cell. Whether a label names a thing, an
// attribute or nothing at all ("Note: closed") is the asker's affair. The labels of values, which may be several, are read by claims/claim.
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
