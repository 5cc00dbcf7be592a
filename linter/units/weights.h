// Weights of English stems, made at build time from the SUBTLEX word frequencies (Brysbaert and New 2009).
#pragma once

#include <cstdint>
#include <span>

namespace stet::weights {

extern const std::span<const std::uint64_t> stems;  ///< XXH3 of each stem, ascending
extern const std::span<const std::uint8_t> values;  ///< beside stems: weight times 25

}  // namespace stet::weights
