// Writing reports: whole or not at all.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "text/problem.h"

namespace stet {

/// Writes to a temporary file beside `path` and renames it, so that a reader never sees half a report; follows symbolic links, and writes
/// straight to what is no regular file, such as a pipe. Errors (usage): the folder is missing or full.
Result<bool> write_file(const std::string& path, std::string_view text);

/// Adds to the end of a file that others write to as well. Errors (usage): as write_file.
Result<bool> append_file(const std::string& path, std::string_view text);

/// Writes to a stream and flushes it. Errors (usage): closed or full.
Result<bool> write_stream(std::ostream& stream, std::string_view text);

}  // namespace stet
