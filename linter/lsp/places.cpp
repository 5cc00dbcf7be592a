#include "lsp/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace stet {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::uint32_t units_of(char first_byte, PositionEncoding encoding) {
  const bool astral = (static_cast<unsigned char>(first_byte) & 0xF8U) == 0xF0U;
  return encoding == PositionEncoding::utf16 && astral ? 2 : 1;
}

/// Byte at which 0-based line `number` starts; the text's size when there are fewer.
std::size_t line_start(std::string_view text, std::uint32_t number) {
  std::size_t start = 0;
  for (std::uint32_t line = 0; line < number; ++line) {
    const std::size_t end = text.find_first_of("\r\n", start);
    if (end == std::string_view::npos) return text.size();
    start = text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
  }
  return start;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
    const int low = high >= 0 ? hexadecimal(text[i + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

/// Characters that stand for themselves in the path of a URI (RFC 3986, unreserved, and the slash).
bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::uint32_t bounded(const Json& number) {
  if (!number.is_number_unsigned()) throw Json::type_error::create(302, "a place is counted in whole numbers from 0", &number);
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(number.get<std::uint64_t>(), most));
}

}  // namespace

std::string_view name(PositionEncoding encoding) {
  return encoding == PositionEncoding::utf8 ? "utf-8" : encoding == PositionEncoding::utf16 ? "utf-16" : "utf-32";
}

std::uint32_t offset_at(std::string_view text, EditorPosition position, PositionEncoding encoding) {
  const std::size_t start = line_start(text, position.line);
  const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
  if (encoding == PositionEncoding::utf8) {
    std::size_t at = start + std::min<std::size_t>(position.character, end - start);
    while (at > start && at < end && !starts_character(text[at])) --at;
    return static_cast<std::uint32_t>(at);
  }
  std::uint32_t units = 0;
  std::size_t at = start;
  while (at < end) {
    units += units_of(text[at], encoding);
    if (units > position.character) break;
    do ++at;
    while (at < end && !starts_character(text[at]));
  }
  return static_cast<std::uint32_t>(at);
}

EditorPosition position_at(const Source& source, std::uint32_t offset, PositionEncoding encoding) {
  offset = std::min(offset, source.size());
  const bool ends_a_line = !source.bytes.empty() && (source.bytes.back() == '\n' || source.bytes.back() == '\r');
  if (offset == source.size() && ends_a_line) return {source.lines.count(), 0};
  const std::uint32_t line = source.lines.line_at(offset);
  const Span bytes = source.lines.line(line);
  offset = std::min(offset, bytes.end);
  if (encoding == PositionEncoding::utf8) return {line - 1, offset - bytes.begin};
  const auto before = source.characters.before(source.bytes, offset);
  const auto line_before = source.characters.before(source.bytes, bytes.begin);
  return {line - 1, encoding == PositionEncoding::utf16 ? before.utf16_units - line_before.utf16_units
                                                        : before.code_points - line_before.code_points};
}

EditorPosition read_position(const Json& position) { return {bounded(position.at("line")), bounded(position.at("character"))}; }

Json to_json(EditorPosition position) { return {{"line", position.line}, {"character", position.character}}; }

Json range_of(const Source& source, Span span, PositionEncoding encoding) {
  return {{"start", to_json(position_at(source, span.begin, encoding))}, {"end", to_json(position_at(source, span.end, encoding))}};
}

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  const std::size_t slash = uri.find('/');  // behind the host, which is empty or this one
  if (slash == std::string_view::npos) return std::nullopt;
  std::string path = percent_decoded(uri.substr(slash, uri.find_first_of("?#") - slash));
  if (path.find('\0') != std::string::npos) return std::nullopt;
  return path;
}

std::string uri_of_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error).lexically_normal();
  std::string uri = "file://";
  for (const char c : absolute.generic_string()) {
    if (is_plain(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace stet
