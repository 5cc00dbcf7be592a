// Half-open byte ranges: the one way a place in a text is named, from the parser to the report.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace stet {

/// Bytes [begin, end) of some text. Which text (an article's source, or its plain text) is the holder's to say.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// The smallest span that covers both.
constexpr Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// A run of indices [begin, end) into a vector, such as the words of a sentence.
using IndexRange = Span;

}  // namespace stet
