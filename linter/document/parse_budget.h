// What a parser may take of the machine.
#pragma once

#include <cstdint>

namespace stet {

/// What parsing one text may take.
struct ParseBudget {
  std::uint64_t milliseconds = 20'000;  ///< of processor time
  /// Memory asked for in all, given back or not: what the parser does, and not what else the process does, decides. A long text may take
  /// more, as real ones do.
  std::uint64_t bytes = std::uint64_t{2} << 30U;
};

}  // namespace stet
