// Offsets of a derived text in terms of the text it was made from, for texts made by leaving out or inserting runs of bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/span.h"

namespace stet {

/// Piecewise shift: from `from` on, an offset maps to `to` plus its distance. Entries ascend in both. Look-up is O(log entries).
class OffsetMap {
 public:
  struct Piece {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };

  void add(std::uint32_t from, std::uint32_t to) { pieces_.push_back({from, to}); }
  std::uint32_t operator()(std::uint32_t offset) const {
    auto after =
        std::upper_bound(pieces_.begin(), pieces_.end(), offset, [](std::uint32_t o, const Piece& piece) { return o < piece.from; });
    if (after == pieces_.begin()) return offset;
    --after;
    return after->to + (offset - after->from);
  }
  /// An end maps through the byte before it, so that a span never covers bytes that were left out behind it.
  Span operator()(Span span) const {
    const std::uint32_t begin = (*this)(span.begin);
    return {begin, span.empty() ? begin : (*this)(span.end - 1) + 1};
  }
  const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  std::vector<Piece> pieces_;
};

}  // namespace stet
