// Keys of front matter's fields, by the sentences of their values.
#pragma once

#include <string>
#include <string_view>

#include "matching/check_input.h"

namespace stet {

/// The key that stands before a field's value on its line; empty where there is none. `fields` is the front matter's text.
std::string_view key_of_field(const CheckInput& fields, std::uint32_t sentence);

/// A key as a word list has it: small letters, words parted by spaces.
std::string plain_key(std::string_view key);

}  // namespace stet
