// How deep blocks may nest, counted before the parser sees them.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

/// An upper bound of the number of containers (quotes, list items) open at once, and the line that reaches it. The grammar's scanner saves
/// its open blocks into a 1,024-byte buffer and writes past it beyond about 250.
struct Nesting {
  std::uint32_t depth = 0;
  std::uint32_t line = 0;    ///< 1-based
  std::uint32_t offset = 0;  ///< where that line begins
};

/// A container is opened by `>` or a list marker in a line's prefix, or kept open by at least two columns of indentation each (a tab is up
/// to four columns), or kept open by a lazy continuation line. O(bytes).
Nesting measure_nesting(std::string_view text);

}  // namespace stet
