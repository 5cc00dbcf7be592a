// From readable text to words.
#pragma once

#include <vector>

#include "units/units.h"

namespace stet {

/// Appends the words of one TextRun. One pass; contractions are parted, possessives dropped from the form, hyphens part words.
void append_words(const Article& article, const TextRun& run, Vocabulary& vocabulary, std::vector<Word>& words);

/// Sets the flags that come from inline spans: code, link, emphasis.
void flag_inlines(const Article& article, const TextRun& run, std::vector<Word>& words, std::uint32_t first);

}  // namespace stet
