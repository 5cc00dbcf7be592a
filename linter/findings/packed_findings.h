// What was found in one file, as bytes: what the cache keeps. One description serves writing and reading, and it names every field: one
// that is added to a struct and forgotten here does not compile.
#pragma once

#include <string>
#include <string_view>

#include "findings/finding.h"

namespace stet {

/// The findings and sentences of a file, not its source and its problems.
std::string pack(const FileFindings& file);

/// Fills in what `pack` wrote, for a file whose source is there. False, and the file as it was, when the bytes are not such: a rule that is
/// not one of `rules`, a span outside the source, anything short or too long.
bool unpack(std::string_view packed, std::size_t rules, FileFindings& file);

}  // namespace stet
