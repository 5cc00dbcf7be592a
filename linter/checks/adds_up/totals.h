// Totals against what they are the total of: the last row of a table, and "a total of 12: 5 apples and 7 pears".
#pragma once

#include <vector>

#include "checks/check.h"

namespace stet {

struct WrongTotal {
  std::uint32_t sentence = 0;
  IndexRange words;                    ///< the total as stated
  double sum = 0;                      ///< what the parts come to
  std::vector<IndexRange> parts = {};  ///< their words, where they stand in other sentences
};

/// Totals in the last row of tables, whose first cell says that it is one. A column counts when all its cells are numbers of one unit
/// (a dash or nothing is 0) and its last cell is no average of them. Rounding is allowed for.
std::vector<WrongTotal> wrong_table_totals(const CheckInput& input);

/// The total that a match states in `$total`, when a colon or a bracket behind it lists numbers: at least two, and nothing says that there
/// are others.
std::vector<WrongTotal> wrong_listed_total(const CheckInput& input, const Match& match, IndexRange total);

/// The total that a match states in `$total`, when its sentence has two or more values of that kind and unit before it, none behind it, and
/// they nearly come to it: "The council gives £310 and the county £140, a total of £450."
std::vector<WrongTotal> wrong_total_behind(const CheckInput& input, const Match& match, IndexRange total);

/// The total that a match states in `$total`, when the list right before or behind its paragraph has one value of that kind and unit in
/// each item, and the values nearly come to it: those that do not come near are not its parts.
std::vector<WrongTotal> wrong_total_of_list(const CheckInput& input, const Match& match, IndexRange total);

}  // namespace stet
