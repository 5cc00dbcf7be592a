#include "site/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace stet {
namespace {

constexpr const char* folder_name = ".stet";
constexpr const char* temporary_name = "site.index.tmp";

tl::unexpected<Problem> failed(const char* name, int error) {
  return tl::unexpected(Problem{.kind = ProblemKind::unread,
                                .path = std::string(folder_name) + (*name == '\0' ? "" : "/") + name,
                                .what = std::strerror(error),
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

/// So that version control leaves the folder alone.
void ignore_folder(const Descriptor& folder) {
  const Descriptor file(::openat(folder.number(), ".gitignore", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
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

Result<Descriptor> open_cache_folder(const std::string& root, bool create) {
  const Descriptor site(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!site.is_open()) return failed("", errno);
  const bool made = create && ::mkdirat(site.number(), folder_name, 0755) == 0;
  if (create && !made && errno != EEXIST) return failed("", errno);
  Descriptor folder(::openat(site.number(), folder_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.is_open()) return failed("", errno);
  if (made) ignore_folder(folder);
  return folder;
}

Result<Descriptor> lock(const Descriptor& folder) {
  Descriptor file(::openat(folder.number(), "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0644));
  if (!file.is_open()) return failed("lock", errno);
  int locked = ::flock(file.number(), LOCK_EX);
  while (locked != 0 && errno == EINTR) locked = ::flock(file.number(), LOCK_EX);
  if (locked != 0) return failed("lock", errno);
  return file;
}

Result<SharedBytes> map_file(const Descriptor& folder, const char* name) {
  const Descriptor file(::openat(folder.number(), name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return failed(name, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return failed(name, errno);
  if (!S_ISREG(status.st_mode) || status.st_size <= 0) return failed(name, EINVAL);
  const auto size = static_cast<std::size_t>(status.st_size);
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (address == MAP_FAILED) return failed(name, errno);
  std::shared_ptr<const void> owner(address, [address, size](const void*) { ::munmap(address, size); });
  return SharedBytes{std::move(owner), {static_cast<const std::byte*>(address), size}};
}

Result<bool> replace_file(const Descriptor& folder, const char* name, std::span<const std::byte> bytes) {
  // One that a crash left; the lock is held, so nobody is writing it.
  ::unlinkat(folder.number(), temporary_name, 0);
  Descriptor file(::openat(folder.number(), temporary_name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!file.is_open()) return failed(temporary_name, errno);
  const bool written = write_all(file.number(), bytes) && ::fsync(file.number()) == 0;
  if (written && ::renameat(folder.number(), temporary_name, folder.number(), name) == 0) {
    ::fsync(folder.number());
    return true;
  }
  const int error = errno;
  ::unlinkat(folder.number(), temporary_name, 0);
  return failed(name, error);
}

}  // namespace stet
