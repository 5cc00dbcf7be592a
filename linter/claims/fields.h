// Keys of front matter's fields, by the sentences of their values.
//
// The front matter is a text of its own, made of the values; what a value is of stands before it on its line in the file. The first key of
// that line is returned as it is written; what it means is the asker's affair. A value that begins a line of its own (an entry of a list
// under its key, a text of several lines) has none, rather than the key of another line. At most 256 bytes of a line are looked at, which
// is what an answer costs. claims/told_counts has the words of a key as lemmas, to be met with the labels of an attribute.
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
