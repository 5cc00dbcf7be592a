// A file's bytes and its lines. Everything later refers to these bytes by Span and never searches them again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/limits.h"
#include "text/problem.h"
#include "text/span.h"

namespace stet {

/// A 1-based place for people: lines end at LF, CRLF or CR.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  constexpr auto operator<=>(const Position&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// Where each line of a text starts. Built once, O(bytes); look-ups are O(log lines).
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view bytes);

  /// Number of lines; a final line end does not open another line.
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// 1-based line that holds the byte at `offset` (offsets past the end belong to the last line).
  std::uint32_t line_at(std::uint32_t offset) const;
  /// Bytes of 1-based line `number`, without its line end.
  Span line(std::uint32_t number) const;

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> ends_;
};

/// How many characters stand before each byte of a text. Built once, O(bytes); look-ups cost at most 1,024 bytes however long the line is.
class CharacterIndex {
 public:
  struct Count {
    std::uint32_t code_points = 0;
    std::uint32_t utf16_units = 0;
  };

  CharacterIndex() = default;
  /// `bytes` is valid UTF-8.
  explicit CharacterIndex(std::string_view bytes);
  /// Characters of bytes [0, offset); `bytes` are those it was built from, or any when it was never built: then it counts.
  Count before(std::string_view bytes, std::uint32_t offset) const;

 private:
  std::vector<Count> checkpoints_;  // before every 1,024th byte
};

/// One file as read: valid UTF-8 without NUL, at most `Limits::file_bytes` long. `bytes` still holds a byte order mark.
struct Source {
  std::string path;
  std::string bytes;
  LineIndex lines;
  CharacterIndex characters;

  std::string_view view(Span span) const { return std::string_view(bytes).substr(span.begin, span.size()); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes.size()); }
  /// Column in code points: what a person counts in an editor.
  Position position(std::uint32_t offset) const;
  /// Column in UTF-16 code units: what SARIF with `columnKind: utf16CodeUnits` and the language server protocol count.
  Position position_utf16(std::uint32_t offset) const;

 private:
  std::uint32_t first_column(std::uint32_t line) const;
};

/// Checks and indexes bytes already in memory. Errors (unread): UTF-16, invalid UTF-8 (at its line and column), NUL, too large.
Result<Source> make_source(std::string path, std::string bytes, const Limits& limits = {});

/// Reads a regular file. Errors (unread): missing, a directory or device, unreadable, and those of make_source.
Result<Source> read_source(const std::string& path, const Limits& limits = {});

}  // namespace stet
