// Places as editors count them: 0-based lines and characters in the unit that client and server agreed on, and files as URIs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/json_rpc.h"
#include "text/source.h"

namespace stet {

/// The unit of `character`: bytes, UTF-16 code units (what holds when nothing is agreed), or code points.
enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };
std::string_view name(PositionEncoding encoding);

/// Lines end at LF, CRLF or CR; a final line end opens another, empty line.
struct EditorPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  constexpr auto operator<=>(const EditorPosition&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// The byte at a position: one behind its line's end is the line's end, one behind the text is the text's end, one inside a character is
/// its start. O(text).
std::uint32_t offset_at(std::string_view text, EditorPosition position, PositionEncoding encoding);

/// O(log lines).
EditorPosition position_at(const Source& source, std::uint32_t offset, PositionEncoding encoding);

/// Throws Json::exception, as do all readers of params: the caller answers `invalid params`. Numbers beyond 32 bits are the largest.
EditorPosition read_position(const Json& position);
Json to_json(EditorPosition position);
Json range_of(const Source& source, Span span, PositionEncoding encoding);

/// The absolute path that a file: URI names; nothing for other URIs.
std::optional<std::string> path_of_uri(std::string_view uri);
/// The file: URI of a path, which is made absolute first.
std::string uri_of_path(const std::string& path);

}  // namespace stet
