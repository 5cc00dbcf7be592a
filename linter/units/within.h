// What begins within a stretch of an article: its words, and the values that they make. The one way to ask for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "units/units.h"

namespace stet {

/// The words that begin within a span of the plain text. O(log words).
inline IndexRange words_within(const Units& units, Span plain) {
  const auto starts_before = [](const Word& word, std::uint32_t at) { return word.plain.begin < at; };
  const auto first = std::lower_bound(units.words.begin(), units.words.end(), plain.begin, starts_before);
  const auto last = std::lower_bound(first, units.words.end(), std::max(plain.begin, plain.end), starts_before);
  return {static_cast<std::uint32_t>(first - units.words.begin()), static_cast<std::uint32_t>(last - units.words.begin())};
}

/// The numbers, dates, names and other typed values whose first word is one of `words`, ascending. O(log values).
inline std::span<const Typed> typed_within(const Units& units, IndexRange words) {
  const auto starts_before = [](const Typed& typed, std::uint32_t word) { return typed.words.begin < word; };
  const auto first = std::lower_bound(units.typed.begin(), units.typed.end(), words.begin, starts_before);
  const auto last = std::lower_bound(first, units.typed.end(), std::max(words.begin, words.end), starts_before);
  return {first, last};
}

}  // namespace stet
