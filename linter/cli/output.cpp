#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <ostream>
#include <span>
#include <system_error>

#include "text/descriptor.h"
#include "text/paths.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> unwritable(const std::string& path, std::string_view why) {
  return tl::unexpected(usage_fault(path, fmt::format("cannot be written: {}", why)));
}

/// Writes to what is there and is no regular file: a pipe, a terminal, /dev/null. A rename would put a file in its place.
Result<bool> write_special(const std::string& path, std::string_view text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return unwritable(path, std::generic_category().message(errno));
  const bool written = write_all(file, std::as_bytes(std::span(text)));
  const int fault = errno;
  if (::close(file) == 0 && written) return true;
  return unwritable(path, std::generic_category().message(written ? errno : fault));
}

/// Links resolved as far as the path exists; the last part of one that does not is kept.
fs::path resolved(const fs::path& path, std::error_code& error) {
  std::error_code missing;
  if (fs::exists(path, missing)) return fs::canonical(path, error);
  const fs::path folder = fs::canonical(path.parent_path(), missing);
  return missing ? path : folder / path.filename();
}

}  // namespace

Result<std::string> find_target(const std::string& path) {
  std::error_code error;
  const fs::path given = fs::absolute(path, error).lexically_normal();
  const fs::path target = resolved(given, error);
  if (error) return unwritable(path, error.message());
  // Of the path as it is given: whether links on it lead out of that repository is what is asked.
  const auto repository = nearest_folder(given.parent_path());
  if (!repository) return target.string();
  const fs::path root = fs::canonical(*repository, error);
  const fs::path below = target.lexically_relative(root);
  const bool has_links = below != given.lexically_relative(*repository);
  if (has_links && (below.empty() || *below.begin() == ".." || *below.begin() == ".git")) {
    return unwritable(path, fmt::format("a link leads out of {}; name {} itself", repository->string(), target.string()));
  }
  return target.string();
}

Result<bool> write_file(const std::string& given_path, std::string_view text) {
  const auto target = find_target(given_path);
  if (!target) return tl::unexpected(target.error());
  struct stat status {};
  const bool exists = ::stat(given_path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return unwritable(given_path, "this is a folder");
  if (exists && !S_ISREG(status.st_mode)) return write_special(given_path, text);
  // What a symbolic link points at is replaced, not the link.
  const std::string& path = exists ? *target : given_path;
  const std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) return unwritable(given_path, std::generic_category().message(errno));
  const bool written =
      (!exists || ::fchmod(file, status.st_mode & 07777U) == 0) && write_all(file, std::as_bytes(std::span(text))) && ::fsync(file) == 0;
  const int fault = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  const int number = written ? errno : fault;
  ::unlink(temporary.c_str());
  return unwritable(given_path, std::generic_category().message(number));
}

Result<bool> append_file(const std::string& path, std::string_view text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return unwritable(path, std::generic_category().message(errno));
  const bool written = write_all(file, std::as_bytes(std::span(text)));
  const int fault = errno;
  if (::close(file) == 0 && written) return true;
  return unwritable(path, std::generic_category().message(written ? errno : fault));
}

Result<bool> write_stream(std::ostream& stream, std::string_view text) {
  errno = 0;
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.flush();
  if (stream || errno == EPIPE) return true;
  return unwritable("standard output", "it is closed or full");
}

}  // namespace stet
