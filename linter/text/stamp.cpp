#include "text/stamp.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <string_view>

namespace stet {

FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
          static_cast<std::uint64_t>(status.st_size), status.st_ino};
}

FileStamp stamp_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? stamp_of(status) : FileStamp{};
}

std::vector<FileStamp> stamps_of(const std::vector<std::string>& paths) {
  std::vector<FileStamp> stamps;
  stamps.reserve(paths.size());
  for (const std::string& path : paths) stamps.push_back(stamp_of(path));
  return stamps;
}

FileStamp FolderStamps::of(const std::string& path) {
  const std::string_view folder = std::string_view(path).substr(0, path.find_last_of('/') + 1);  // npos + 1 is 0
  if (folder != folder_ && !folder.empty()) {
    folder_ = folder;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
    open_ = Descriptor(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  }
  if (folder.empty() || !open_.is_open()) return stamp_of(path);
  struct stat status {};
  return ::fstatat(open_.number(), path.c_str() + folder.size(), &status, 0) == 0 ? stamp_of(status) : FileStamp{};
}

}  // namespace stet
