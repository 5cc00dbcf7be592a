#include "site/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace stet {
namespace {

constexpr const char* folder_name = ".stet";

tl::unexpected<Problem> failed(const char* name, int error) {
  return tl::unexpected(Problem{.kind = ProblemKind::unread,
                                .path = std::string(folder_name) + (*name == '\0' ? "" : "/") + name,
                                .what = std::generic_category().message(error),
                                .mend = {},
                                .source_line = {}});
}

bool write_all(int file, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30U));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// Opens `name` in a folder, and not what a link of that name points at. A pipe is not waited for.
Descriptor open_in(const Descriptor& folder, const char* name, int flags, mode_t mode = 0) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  return Descriptor(::openat(folder.number(), name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, mode));
}

/// So that version control leaves the folder alone.
void ignore_folder(const Descriptor& folder) {
  const Descriptor file = open_in(folder, ".gitignore", O_WRONLY | O_CREAT | O_EXCL, 0644);
  constexpr std::string_view all = "*\n";
  if (file.is_open()) write_all(file.number(), std::as_bytes(std::span(all)));
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Problem too_large(std::uint64_t most) {
  return {.kind = ProblemKind::unread,
          .path = {},
          .what = fmt::format("the index is larger than {} bytes", most),
          .mend = "raise the limit: --limit index-size=N",
          .source_line = {}};
}

Result<Descriptor> open_cache_folder(const std::string& root, bool create) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const Descriptor site(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!site.is_open()) return failed("", errno);
  const bool made = create && ::mkdirat(site.number(), folder_name, 0755) == 0;
  if (create && !made && errno != EEXIST) return failed("", errno);
  Descriptor folder = open_in(site, folder_name, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return failed("", errno);
  if (made) ignore_folder(folder);
  return folder;
}

Result<Descriptor> lock(const Descriptor& folder) {
  Descriptor file = open_in(folder, "lock", O_RDWR | O_CREAT, 0644);
  if (!file.is_open()) return failed("lock", errno);
  int locked = ::flock(file.number(), LOCK_EX);
  while (locked != 0 && errno == EINTR) locked = ::flock(file.number(), LOCK_EX);
  if (locked != 0) return failed("lock", errno);
  return file;
}

std::optional<Descriptor> try_lock(const Descriptor& folder, const char* name) {
  Descriptor file = open_in(folder, name, O_RDWR | O_CREAT, 0644);
  if (!file.is_open() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return file;
}

Result<SharedBytes> map_file(const Descriptor& folder, const char* name, std::uint64_t most) {
  const Descriptor file = open_in(folder, name, O_RDONLY);
  if (!file.is_open()) return failed(name, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failed(name, errno);
  if (!S_ISREG(status.st_mode) || status.st_size <= 0) return failed(name, EINVAL);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > most) return tl::unexpected(too_large(most));
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (address == MAP_FAILED) return failed(name, errno);
  std::shared_ptr<const void> owner(address, [address, size](const void*) { ::munmap(address, size); });
  return SharedBytes{std::move(owner), {static_cast<const std::byte*>(address), size}};
}

Result<bool> replace_file(const Descriptor& folder, const char* name, std::span<const std::byte> bytes, Durability durability) {
  const std::string temporary = std::string(name) + ".tmp";
  // One that a crash left; the lock is held, so nobody is writing it.
  ::unlinkat(folder.number(), temporary.c_str(), 0);
  const Descriptor file = open_in(folder, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (!file.is_open()) return failed(temporary.c_str(), errno);
  const bool waits = durability == Durability::on_disk;
  const bool written = write_all(file.number(), bytes) && (!waits || ::fsync(file.number()) == 0);
  if (written && ::renameat(folder.number(), temporary.c_str(), folder.number(), name) == 0) {
    if (waits) ::fsync(folder.number());
    return true;
  }
  const int error = errno;
  ::unlinkat(folder.number(), temporary.c_str(), 0);
  return failed(name, error);
}

}  // namespace stet
