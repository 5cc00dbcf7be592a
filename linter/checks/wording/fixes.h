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

/// A definition to be written out by hand, at the end of the article. Not safe.
Fixes add_footnote(const CheckInput& input, std::string_view label);

/// The line end that the article uses first; a line feed when it has none.
std::string_view line_end_of(const Source& source);

/// "three" of 3, up to 100 ("twenty-one"); digits beyond.
std::string number_in_words(std::uint32_t number);

}  // namespace stet
