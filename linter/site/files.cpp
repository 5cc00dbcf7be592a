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
constexpr std::string_view temporary_end = ".tmp";
constexpr std::size_t least_given_back = std::size_t{8} << 20U;  // a run of articles is some fifty megabytes

/// What the system says of a file of the folder, or, with an empty name, of the folder.
tl::unexpected<Problem> system_fault(const char* name, int error) {
  return tl::unexpected(unread_fault(std::string(folder_name) + (*name == '\0' ? "" : "/") + name, std::generic_category().message(error)));
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

FileStamp stamp_in(const Descriptor& folder, const char* name) {
  struct stat status {};
  if (::fstatat(folder.number(), name, &status, AT_SYMLINK_NOFOLLOW) != 0) return {};
  return stamp_of(status);
}

Problem too_large(std::uint64_t most) {
  return unread_fault({}, fmt::format("the index is larger than {} bytes", most), "raise the limit: --limit index-size=N");
}

Result<Descriptor> open_folder(const std::string& path) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return system_fault("", errno);
  return folder;
}

Result<Descriptor> open_cache_folder(const std::string& root, bool create) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
  const Descriptor site(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!site.is_open()) return system_fault("", errno);
  const bool made = create && ::mkdirat(site.number(), folder_name, 0755) == 0;
  if (create && !made && errno != EEXIST) return system_fault("", errno);
  Descriptor folder = open_in(site, folder_name, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return system_fault("", errno);
  if (made) ignore_folder(folder);
  return folder;
}

Result<Descriptor> lock(const Descriptor& folder) {
  Descriptor file = open_in(folder, "lock", O_RDWR | O_CREAT, 0644);
  if (!file.is_open()) return system_fault("lock", errno);
  int locked = ::flock(file.number(), LOCK_EX);
  while (locked != 0 && errno == EINTR) locked = ::flock(file.number(), LOCK_EX);
  if (locked != 0) return system_fault("lock", errno);
  return file;
}

std::optional<Descriptor> try_lock(const Descriptor& folder, const char* name) {
  Descriptor file = open_in(folder, name, O_RDWR | O_CREAT, 0644);
  if (!file.is_open() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return file;
}

Result<SharedBytes> map_file(const Descriptor& folder, const char* name, std::uint64_t most) {
  const Descriptor file = open_in(folder, name, O_RDONLY);
  if (!file.is_open()) return system_fault(name, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_fault(name, errno);
  if (!S_ISREG(status.st_mode) || status.st_size <= 0) return system_fault(name, EINVAL);
  if (static_cast<std::uint64_t>(status.st_size) > most) return tl::unexpected(too_large(most));
  auto mapped = map_file(file);
  return mapped ? std::move(mapped) : system_fault(name, errno);
}

Result<SharedBytes> map_file(const Descriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_fault("", errno);
  const auto size = static_cast<std::size_t>(status.st_size);
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (address == MAP_FAILED) return system_fault("", errno);
  std::shared_ptr<const void> owner(address, [address, size](const void*) { ::munmap(address, size); });
  return SharedBytes{std::move(owner), {static_cast<const std::byte*>(address), size}, true};
}

void give_back(const SharedBytes& bytes) {
  if (!bytes.is_file || bytes.bytes.size() < least_given_back) return;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the mapping stays as it is
  ::madvise(const_cast<std::byte*>(bytes.bytes.data()), bytes.bytes.size(), MADV_DONTNEED);
}

std::optional<Descriptor> unnamed_file(const Descriptor& folder) {
  Descriptor file = open_in(folder, ".", O_RDWR | O_TMPFILE, 0600);
  if (file.is_open()) return file;
  // Not every file system has such files.
  const std::string name = fmt::format("run-{}.tmp", ::getpid());
  file = open_in(folder, name.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
  if (!file.is_open()) return std::nullopt;
  ::unlinkat(folder.number(), name.c_str(), 0);
  return file;
}

Replacement::Replacement(const Descriptor& folder, std::string name, Descriptor file)
    : folder_(&folder), name_(std::move(name)), file_(std::move(file)) {}

Result<Replacement> Replacement::begin(const Descriptor& folder, const char* name) {
  const std::string temporary = name + std::string(temporary_end);
  // One that a crash left; the lock is held, so nobody is writing it.
  ::unlinkat(folder.number(), temporary.c_str(), 0);
  Descriptor file = open_in(folder, temporary.c_str(), O_RDWR | O_CREAT | O_EXCL, 0644);
  if (!file.is_open()) return system_fault(temporary.c_str(), errno);
  return Replacement(folder, name, std::move(file));
}

Replacement::~Replacement() {
  if (file_.is_open()) ::unlinkat(folder_->number(), (name_ + std::string(temporary_end)).c_str(), 0);
}

Result<bool> Replacement::commit(Durability durability) {
  const std::string temporary = name_ + std::string(temporary_end);
  const bool waits = durability == Durability::on_disk;
  if (waits && ::fsync(file_.number()) != 0) return system_fault(name_.c_str(), errno);
  if (::renameat(folder_->number(), temporary.c_str(), folder_->number(), name_.c_str()) != 0) return system_fault(name_.c_str(), errno);
  if (waits) ::fsync(folder_->number());
  file_ = Descriptor();
  return true;
}

Problem unwritten(const char* name, int error) { return system_fault(name, error).value(); }

Result<bool> replace_file(const Descriptor& folder, const char* name, std::span<const std::byte> bytes, Durability durability) {
  auto replacement = Replacement::begin(folder, name);
  if (!replacement) return tl::unexpected(std::move(replacement.error()));
  if (!write_all(replacement->file().number(), bytes)) return system_fault(name, errno);
  return replacement->commit(durability);
}

}  // namespace stet
