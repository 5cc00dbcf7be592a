// What was found in articles that have not changed since, in `.stet/findings.cache`.
//
// Order of calls:  FindingsCache cache(root);  ... cache.find(key), cache.keep(key, packed) from any thread ...  cache.write();
//
// An entry's key is a hash of all that the findings follow from: the program, its rules as configured, the limits, the article's path and
// bytes. Nothing is ever asked of a file's time. The file is read once at the start and replaced whole at the end; of two runs that end at
// once, one does not add what it found. A file that is damaged is as good as none: its checksum tells, so that nobody waits for the disk.
//
// Strangers may put a `.stet` into a tree. The program's part of the key holds what the system says of the program's own file, to the
// nanosecond of its installation, so that nobody elsewhere can make an entry that this program would believe.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/pipeline.h"

namespace stet {

/// XXH3, 128 bits.
struct CacheKey {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  constexpr auto operator<=>(const CacheKey&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// What the findings of every article of an engine depend on: program, rules, limits.
CacheKey identity_of(const Engine& engine, const RunOptions& options);
CacheKey key_of(const CacheKey& identity, const Source& source);

class FindingsCache {
 public:
  /// Bytes of the cache of a folder; 0 where there is none.
  static std::uint64_t size_at(const std::string& root);
  /// Reads `root`/.stet/findings.cache when it is there.
  explicit FindingsCache(std::string root);

  std::optional<std::string_view> find(const CacheKey& key) const;
  void keep(const CacheKey& key, std::string packed);
  /// Adds what was kept and forgets what nobody asked for in a month. Errors (unread): what the system says; another run that is writing is
  /// none.
  Result<bool> write();

 private:
  struct Entry {
    std::string_view packed;
    std::uint32_t day = 0;  // since 1970: when it was last asked for
  };
  struct HashKey {
    std::size_t operator()(const CacheKey& key) const { return key.low; }
  };
  using Entries = std::unordered_map<CacheKey, Entry, HashKey>;

  std::string root_;
  std::string bytes_;
  Entries entries_;
  mutable std::mutex mutex_;
  mutable std::vector<CacheKey> used_;
  std::unordered_map<CacheKey, std::string, HashKey> kept_;

  static std::string read_bytes(const std::string& root);
  static Entries entries_in(std::string_view bytes);
  bool has_stale_use(std::uint32_t today) const;
};

/// check_source, or what it found the last time. Articles with problems are checked each time: a limit of time may have been met.
FileFindings check_remembered(const Engine& engine, Source source, const RunOptions& options, const CacheKey& identity);

}  // namespace stet
