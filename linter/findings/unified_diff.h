// A unified diff as `git diff` or `diff -u` writes it: read, and taken back to give the earlier version of an article.
//
// A diff comes from a stranger: nothing in it is opened or run; its paths are only compared with those of articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

/// A larger diff is refused.
inline constexpr std::size_t longest_diff = 64U << 20U;

/// A run of lines that were replaced, with the lines around it. A view into the diff's text.
struct Hunk {
  std::uint32_t line = 0;       ///< of the diff
  std::uint32_t now_begin = 1;  ///< 1-based line of the new version at which it stands
  std::string_view body;        ///< its lines, each behind ` `, `-`, `+` or `\`
};

/// What a diff says of one file.
struct FileChange {
  std::string before_path;         ///< empty: the file is new
  std::string path;                ///< empty: the file is gone
  std::string before_object = {};  ///< as git names the earlier version, shortened; empty: it does not say
  std::vector<Hunk> hunks;         ///< ascending
};

/// Errors (usage), at a line of the diff: a hunk that is cut short or out of order, a combined diff, one that is too large. What is no diff
/// at all, such as the words of an e-mail before it, is passed over; a text without any diff that is not empty is an error.
Result<std::vector<FileChange>> parse_diff(std::string_view text);

/// The diff without the colours that git gives it for a terminal; any other text as it is.
std::string without_colors(std::string text);

/// The version before the change. Errors (usage): the diff was not made for this version of the file.
Result<std::string> take_back(const FileChange& change, std::string_view now);

/// The difference of two versions of a file as `git apply` and `patch -p1` take it, with three lines around; empty when they are the same.
std::string write_diff(const std::string& path, std::string_view before, std::string_view now);

}  // namespace stet
