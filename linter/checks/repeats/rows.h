// Rows of one table that stand there twice, all cells the same, or all but the name of the thing.
#pragma once

#include <functional>
#include <vector>

#include "matching/check_input.h"

namespace stet {

/// Two rows of a table, by their blocks.
struct RowPair {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  std::uint32_t content = 0;  ///< content words of a row
};

/// Rows of at least `at_least` content words that equal an earlier one of their table, or say the same of the same thing ("Gull", "Gull,
/// old"); each with the first of its kind. A table in which many rows do is a log, and has none. `holds` says of a sentence whether it is
/// looked at.
std::vector<RowPair> double_rows(const CheckInput& input, std::uint32_t at_least, const std::function<bool(std::uint32_t)>& holds);

}  // namespace stet
