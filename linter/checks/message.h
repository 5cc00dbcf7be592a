// Filling in a rule's message.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "checks/check.h"

namespace stet {

/// Replaces each `{name}` of the template that has a value; others stay as written.
std::string fill(std::string_view message, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// Readable text of some words, as written, at most `most` bytes (cut at a word, with an ellipsis).
std::string words_as_written(const CheckInput& input, IndexRange words, std::size_t most = 120);

/// Source span of some words, or of a whole sentence.
Span source_of(const CheckInput& input, IndexRange words);
Span source_of_sentence(const CheckInput& input, std::uint32_t sentence);

/// 1-based line where a source span starts.
std::uint32_t line_of(const CheckInput& input, Span source);

/// `message` with {found} and the captures of `match` filled in.
std::string fill_match(std::string_view message, const CheckInput& input, const Match& match,
                       const std::vector<std::string>& capture_names);

}  // namespace stet
