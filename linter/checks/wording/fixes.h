// Fixes that checks offer. Each is made only where it is certain what the text will be, markup included; else there is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace stet {

/// A fix as a finding holds it: none or one.
using Fixes = std::vector<Fix>;

/// Replaces some words, whose letter case the replacement follows ("Four" -> "Three", "FOUR" -> "THREE"). None when markup stands in them.
Fixes replace_words(const CheckInput& input, IndexRange words, std::string replacement);

/// Takes out a sentence of a paragraph that an earlier one equals byte for byte but for white space. None inside of quotes and lists, and
/// where markup or a note would be torn. Safe at the end of a paragraph only: a sentence behind it may lean on it.
Fixes remove_repeated_sentence(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// The same of whole paragraphs, by their first sentences.
Fixes remove_repeated_paragraph(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// The same of sections without subsections, headings included, by a sentence of each.
Fixes remove_repeated_section(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// A definition to be written out by hand, at the end of the article. Not safe.
Fixes add_footnote(const CheckInput& input, std::string_view label);

/// The line end that the article uses first; a line feed when it has none.
std::string_view line_end_of(const Source& source);

/// "three" of 3, up to 100 ("twenty-one"); digits beyond.
std::string number_in_words(std::uint32_t number);

}  // namespace stet
