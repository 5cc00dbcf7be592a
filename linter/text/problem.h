// Expected errors as values: what is wrong, where, and how to mend it. Nothing throws across a stage's border.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace stet {

enum class ProblemKind : std::uint8_t {
  usage,          ///< the command line: exit 2
  configuration,  ///< .stet.yaml: exit 2
  rule,           ///< a rule or a word list: exit 2
  unread,         ///< an article, or a part of it, that could not be read or was skipped: exit 3
  left_out,       ///< findings beyond a limit: exit 3
  notice,         ///< worth saying, no fault of this run
};

/// One expected error. Line and column are 1-based, columns count code points; 0 means "the whole file".
struct Problem {
  ProblemKind kind = ProblemKind::unread;
  std::string path = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string what = {};         ///< what is wrong, a sentence without a full stop
  std::string mend = {};         ///< how to mend it; may be empty
  std::string source_line = {};  ///< the line at fault, or the part of it around the column, for the caret; may be empty
  std::uint32_t caret = 0;       ///< column within `source_line`; 0: that of the file
};

template <typename T>
using Result = tl::expected<T, Problem>;
using Problems = std::vector<Problem>;

/// Problems of a whole file, or, with an empty path, of the run: the command line asks for what cannot be; something was not read;
/// something is worth saying. One that has a line, or is of another kind, is written out.
Problem usage_fault(std::string path, std::string what, std::string mend = {});
Problem unread_fault(std::string path, std::string what, std::string mend = {});
Problem notice(std::string path, std::string what, std::string mend = {});

/// What a problem is, in front of what it says: "not read", "left out", "note" or "error".
std::string_view described(ProblemKind kind);

/// "path:3:7: error: what" with the line, a caret and the mend below it. Control characters are made visible.
std::string render(const Problem& problem);

}  // namespace stet
