// Words of an article as written, and where they stand in its source.
#pragma once

#include <string>

#include "matching/check_input.h"

namespace stet {

/// Readable text of some words, as written, at most `most` bytes (cut at a word, with an ellipsis).
std::string words_as_written(const CheckInput& input, IndexRange words, std::size_t most = 120);

/// The words up to the end of the noun group that they break off in: "eases a natural stress" before "response". At most two words more.
IndexRange to_end_of_group(const CheckInput& input, std::uint32_t sentence, IndexRange words);

/// Source span of some words, or of a whole sentence.
Span source_of(const CheckInput& input, IndexRange words);
Span source_of_sentence(const CheckInput& input, std::uint32_t sentence);

/// 1-based line where a source span starts.
std::uint32_t line_of(const CheckInput& input, Span source);

}  // namespace stet
