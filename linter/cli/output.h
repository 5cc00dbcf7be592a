// Writing reports: whole or not at all.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "text/problem.h"

namespace stet {

/// Writes to a temporary file beside `path` and renames it, so that a reader never sees half a report; follows symbolic links, and writes
/// straight to what is no regular file, such as a pipe. Errors (usage): the folder is missing or full; find_target's.
Result<bool> write_file(const std::string& path, std::string_view text);

/// What a path that is to be written stands for, links resolved. Links that lie in a repository may have come with a stranger's articles.
/// Errors (usage): such a link leads out of the repository, or into its `.git`.
Result<std::string> find_target(const std::string& path);

/// Adds to the end of a file that others write to as well. Errors (usage): as write_file.
Result<bool> append_file(const std::string& path, std::string_view text);

/// Writes to a stream and flushes it. A reader that has left, as `head` does, has read what it wanted. Errors (usage): closed or full.
Result<bool> write_stream(std::ostream& stream, std::string_view text);

}  // namespace stet
