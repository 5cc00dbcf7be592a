// Has a file changed? Asked of the file system, without reading the file.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "text/descriptor.h"

struct stat;

namespace stet {

/// Whether a file is there and which one: what changes or replaces it changes this, but for changes within one tick of the file system's
/// clock that leave the size as it was.
struct FileStamp {
  std::int64_t modified = -1;  ///< nanoseconds since 1970; -1 when there is no such file
  std::uint64_t size = 0;      ///< bytes
  std::uint64_t node = 0;      ///< number of the inode
  // NOLINTNEXTLINE(modernize-use-nullptr): not there; clang-tidy 14 errs
  auto operator<=>(const FileStamp&) const = default;
};

/// Of what stat() says.
FileStamp stamp_of(const struct stat& status);
/// Follows links.
FileStamp stamp_of(const std::string& path);
std::vector<FileStamp> stamps_of(const std::vector<std::string>& paths);

/// Stamps of many files, of which those of one folder are asked for one after the other: the way to the folder is gone once.
class FolderStamps {
 public:
  /// As stamp_of().
  FileStamp of(const std::string& path);

 private:
  std::string folder_;  ///< with a slash at its end
  Descriptor open_;
};

}  // namespace stet
