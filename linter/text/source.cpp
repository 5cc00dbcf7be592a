#include "text/source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "text/descriptor.h"
#include "text/unicode.h"

namespace stet {
namespace {

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

/// A Problem at one byte of a text that is not UTF-8 as a whole; the column counts the code points before it.
Problem unread_at(std::string path, std::string_view bytes, std::size_t offset, std::string what, std::string mend) {
  const LineIndex lines(bytes);
  const auto at = static_cast<std::uint32_t>(offset);
  Problem problem = unread_fault(std::move(path), std::move(what), std::move(mend));
  problem.line = lines.line_at(at);
  const std::uint32_t begin = lines.line(problem.line).begin;
  problem.column = static_cast<std::uint32_t>(count_code_points(bytes.substr(begin, at - begin))) + 1;
  return problem;
}

}  // namespace

LineIndex::LineIndex(std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::uint32_t start = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (bytes[i] != '\n' && bytes[i] != '\r') continue;
    starts_.push_back(start);
    ends_.push_back(i);
    if (bytes[i] == '\r' && i + 1 < size && bytes[i + 1] == '\n') ++i;
    start = i + 1;
  }
  if (start < size || starts_.empty()) {
    starts_.push_back(start);
    ends_.push_back(size);
  }
}

std::uint32_t LineIndex::line_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - starts_.begin(), 1));
}

Span LineIndex::line(std::uint32_t number) const { return {starts_[number - 1], ends_[number - 1]}; }

namespace {

constexpr std::uint32_t checkpoint_distance = 1024;  // bytes

/// A code point outside the basic plane is four bytes of UTF-8 and two units of UTF-16.
CharacterIndex::Count count_characters(std::string_view text) {
  const auto astral =
      std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xF8U) == 0xF0U; });
  const auto code_points = static_cast<std::uint32_t>(count_code_points(text));
  return {code_points, code_points + static_cast<std::uint32_t>(astral)};
}

}  // namespace

CharacterIndex::CharacterIndex(std::string_view bytes) {
  Count count;
  for (std::size_t offset = 0; offset < bytes.size(); offset += checkpoint_distance) {
    checkpoints_.push_back(count);
    const Count more = count_characters(bytes.substr(offset, checkpoint_distance));
    count.code_points += more.code_points;
    count.utf16_units += more.utf16_units;
  }
  checkpoints_.push_back(count);
}

CharacterIndex::Count CharacterIndex::before(std::string_view bytes, std::uint32_t offset) const {
  if (checkpoints_.empty()) return count_characters(bytes.substr(0, offset));
  const std::uint32_t checkpoint = offset / checkpoint_distance;
  const std::uint32_t begin = checkpoint * checkpoint_distance;
  const Count more = count_characters(bytes.substr(begin, offset - begin));
  return {checkpoints_[checkpoint].code_points + more.code_points, checkpoints_[checkpoint].utf16_units + more.utf16_units};
}

/// Where the columns of a line are counted from: no editor counts a byte order mark.
std::uint32_t Source::first_column(std::uint32_t line) const {
  return line == 1 && bytes.starts_with("\xEF\xBB\xBF") ? 3 : lines.line(line).begin;
}

Position Source::position(std::uint32_t offset) const {
  const std::uint32_t line = lines.line_at(offset);
  const std::uint32_t begin = first_column(line);
  offset = std::max(offset, begin);
  return {line, characters.before(bytes, std::min(offset, size())).code_points - characters.before(bytes, begin).code_points + 1};
}

Position Source::position_utf16(std::uint32_t offset) const {
  const std::uint32_t line = lines.line_at(offset);
  const std::uint32_t begin = first_column(line);
  offset = std::max(offset, begin);
  return {line, characters.before(bytes, std::min(offset, size())).utf16_units - characters.before(bytes, begin).utf16_units + 1};
}

Result<Source> make_source(std::string path, std::string bytes, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return tl::unexpected(unread_fault(std::move(path), fmt::format("larger than {} bytes", limits.file_bytes), "split the file"));
  }
  if (is_utf16(bytes)) return tl::unexpected(unread_fault(std::move(path), "this is UTF-16", "save it as UTF-8"));
  const std::size_t invalid = find_invalid_utf8(bytes);
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string::npos && nul < invalid) {
    return tl::unexpected(unread_at(std::move(path), bytes, nul, "a NUL byte stands here: is this a text file?", "remove it"));
  }
  if (invalid != std::string::npos) {
    return tl::unexpected(unread_at(std::move(path), bytes, invalid, "a byte that is not UTF-8 stands here", "save the file as UTF-8"));
  }
  LineIndex lines(bytes);
  CharacterIndex characters(bytes);
  return Source{std::move(path), std::move(bytes), std::move(lines), std::move(characters)};
}

Result<Source> read_source(const std::string& path, const Limits& limits) {
  const auto fault = [&] { return tl::unexpected(unread_fault(path, std::generic_category().message(errno))); };
  // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));  // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
  if (!file.is_open()) return fault();
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return fault();
  if (S_ISDIR(status.st_mode)) return tl::unexpected(unread_fault(path, "this is a folder"));
  if (!S_ISREG(status.st_mode)) return tl::unexpected(unread_fault(path, "this is not a regular file"));
  if (static_cast<std::uint64_t>(status.st_size) > limits.file_bytes) {
    return tl::unexpected(unread_fault(path, fmt::format("larger than {} bytes", limits.file_bytes), "split the file"));
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault();
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return make_source(path, std::move(bytes), limits);
}

}  // namespace stet
