#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ostream>
#include <system_error>

namespace stet {
namespace {

tl::unexpected<Problem> failed(const std::string& path, std::string_view what) {
  return tl::unexpected(
      Problem{.kind = ProblemKind::usage, .path = path, .what = fmt::format("cannot be written: {}", what), .mend = {}, .source_line = {}});
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<bool> write_file(const std::string& path, std::string_view text) {
  const std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) return failed(path, std::generic_category().message(errno));
  const bool written = write_all(file, text) && ::fsync(file) == 0;
  const int fault = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return true;
  const int error = written ? errno : fault;
  ::unlink(temporary.c_str());
  return failed(path, std::generic_category().message(error));
}

Result<bool> write_stream(std::ostream& stream, std::string_view text) {
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.flush();
  if (!stream) return failed("standard output", "it is closed or full");
  return true;
}

}  // namespace stet
