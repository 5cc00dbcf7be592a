// The files below `.stet`, reached from the site's root without following links.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include "site/index.h"
#include "text/descriptor.h"
#include "text/stamp.h"

namespace stet {

/// The index, in the folder `.stet`.
inline constexpr const char* index_name = "site.index";

/// Of a file in an open folder; links are not followed.
FileStamp stamp_in(const Descriptor& folder, const char* name);

/// What is said of an index larger than Limits::index_bytes.
Problem too_large(std::uint64_t most);

/// A folder by its path, links followed. Errors (unread): what the system says.
Result<Descriptor> open_folder(const std::string& path);

/// Opens `root`/.stet; `create` makes it, with a .gitignore, when it is missing. Errors (unread): what the system says.
Result<Descriptor> open_cache_folder(const std::string& root, bool create);

/// Waits until no other process holds the lock. It is released when the descriptor closes. Errors (unread): what the system says.
Result<Descriptor> lock(const Descriptor& folder);

/// The lock of that name, or nothing when another process holds it or there can be none.
std::optional<Descriptor> try_lock(const Descriptor& folder, const char* name);

/// Maps a regular file into memory. Errors (unread): missing, empty, a link, larger than `most` bytes.
Result<SharedBytes> map_file(const Descriptor& folder, const char* name, std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

/// Maps an open file. Errors (unread): what the system says.
Result<SharedBytes> map_file(const Descriptor& file);

/// A file without a name, gone when it is closed, however the process ends.
std::optional<Descriptor> unnamed_file(const Descriptor& folder);

/// Must a file be on the disk before it takes the place of the old one? Waiting for a busy disk can take longer than the run. Where a
/// reader can tell that a file is not whole, and can do without, it is only written: then a machine that fails may leave a damaged one,
/// while a process that dies leaves the old one or the new one all the same.
enum class Durability : std::uint8_t { on_disk, written };

/// A file that is written beside the one whose place it takes when it is whole. One that is not is removed at the end.
class Replacement {
 public:
  /// Opens `name`.tmp, for which the caller holds a lock. `folder` must outlive it. Errors (unread): what the system says.
  static Result<Replacement> begin(const Descriptor& folder, const char* name);
  Replacement(const Replacement&) = delete;
  Replacement(Replacement&&) = default;
  Replacement& operator=(const Replacement&) = delete;
  Replacement& operator=(Replacement&&) = delete;
  ~Replacement();
  const Descriptor& file() const { return file_; }
  /// Errors (unread): what the system says.
  Result<bool> commit(Durability durability);

 private:
  Replacement(const Descriptor& folder, std::string name, Descriptor file);

  const Descriptor* folder_;
  std::string name_;
  Descriptor file_;
};

/// What is said when a file of the folder could not be written.
Problem unwritten(const char* name, int error);

/// Writes a file whole or not at all: to a temporary file, `name`.tmp, then renamed. The caller holds a lock. Errors (unread): what the
/// system says.
Result<bool> replace_file(const Descriptor& folder, const char* name, std::span<const std::byte> bytes, Durability durability);

}  // namespace stet
