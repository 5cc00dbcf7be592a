// Closed classes of English: words that carry grammar rather than content.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

/// FormFlag bits of a folded form.
std::uint16_t class_flags(std::string_view folded);

/// Value of a number word ("seven", "dozen"), or -1.
double number_word_value(std::string_view folded);

/// Value of an ordinal word ("third", "twentieth"), or -1.
double ordinal_word_value(std::string_view folded);

}  // namespace stet
