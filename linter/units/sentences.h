// Sentence boundaries of readable text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "units/grammar.h"

namespace stet {

/// Offsets where sentences of `text` end (the last is text.size()), leading space of the next sentence included in the one before.
/// Unicode's sentence boundaries (UAX 29, by ICU), mended for abbreviations, initials, numbering and citations behind the full stop.
std::vector<std::uint32_t> sentence_ends(std::string_view text, const Grammar& grammar);

}  // namespace stet
