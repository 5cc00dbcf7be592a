#include "pipeline/findings_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <type_traits>

#include "findings/packed_findings.h"
#include "rules/prepared.h"
#include "rules/word_lists.h"
#include "site/files.h"
#include "text/embedded.h"
#include "text/packed.h"
#include "text/today.h"

namespace stet {
namespace {

constexpr const char* file_name = "findings.cache";
constexpr const char* lock_name = "findings.lock";
constexpr std::string_view magic = "stet findings 1\n";
constexpr std::size_t largest = std::size_t{256} << 20U;
constexpr std::uint32_t days_kept = 30;
constexpr std::uint32_t days_between_marks = 7;

CacheKey hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::uint64_t checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

/// The program's own file, as the system knows it: a new build, and the same build installed elsewhere, are other programs.
void write_program(PackedWriter& writer) {
  writer.text(STET_VERSION);
  struct stat status {};
  if (::stat("/proc/self/exe", &status) != 0) return writer.text(embedded::prepared_rules.front().bytes);
  for (const auto value : {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec}) {
    writer.number(static_cast<std::uint64_t>(value));
  }
  writer.number(static_cast<std::uint64_t>(status.st_size));
  writer.number(status.st_ino);
}

void write_rules(const RuleSet& rules, PackedWriter& writer) {
  for (const Rule& rule : rules.rules) {
    writer.text(rule.info.id);
    writer.number(rule.document.prepared ? 1 : 0);
    // One that the build has prepared is the program's; a configuration may have changed these two.
    writer.text(rule.document.prepared ? rule.text("severity") : SharedText(pack(rule.document.root)));
    writer.text(rule.document.prepared ? rule.text("enabled") : SharedText());
  }
  for (const auto& [name, list] : rules.lists) {
    writer.text(name);
    writer.number(is_packed(list) ? 1 : 0);
    if (is_packed(list)) continue;
    for (const WordListEntry& entry : list.entries) writer.text(entry.text);
    if (list.document != nullptr) writer.text(pack(list.document->root));
  }
}

template <typename Texts>
void write_texts(const Texts& texts, PackedWriter& writer) {
  writer.number(texts.size());
  for (const std::string& text : texts) writer.text(text);
}

/// All fields, whichever there are.
template <typename Limit>
void write_limits(const Limit& limits, PackedWriter& writer) {
  static_assert(std::has_unique_object_representations_v<Limit>, "padding would make equal limits differ");
  writer.text({reinterpret_cast<const char*>(&limits), sizeof limits});  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

}  // namespace

CacheKey identity_of(const Engine& engine, const RunOptions& options) {
  // All that an engine is made from; the rest of it follows from these. A part that is added to a policy and forgotten here does not
  // compile.
  const auto& [domains, shortcodes] = engine.citations;
  const auto& [blanket, absent, without_site] = engine.suppressions;
  PackedWriter writer;
  write_program(writer);
  write_rules(engine.rules, writer);
  write_texts(domains, writer);
  write_texts(shortcodes, writer);
  writer.number(blanket ? 1 : 0);
  write_texts(absent, writer);
  write_texts(without_site, writer);
  write_limits(options.limits, writer);
  write_limits(options.parse_limits, writer);
  return hash_of(writer.bytes());
}

CacheKey key_of(const CacheKey& identity, const Source& source) {
  const CacheKey bytes = hash_of(source.bytes);
  PackedWriter writer;
  for (const std::uint64_t part : {identity.low, identity.high, bytes.low, bytes.high}) writer.fixed(part);
  writer.text(source.path);
  return hash_of(writer.bytes());
}

std::uint64_t FindingsCache::size_at(const std::string& root) {
  const auto folder = open_cache_folder(root, false);
  struct stat status {};
  const bool known = folder && ::fstatat(folder->number(), file_name, &status, AT_SYMLINK_NOFOLLOW) == 0;
  return known && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::string FindingsCache::read_bytes(const std::string& root) {
  const auto folder = open_cache_folder(root, false);
  if (!folder) return {};
  const auto mapped = map_file(*folder, file_name);
  if (!mapped || mapped->bytes.size() > largest) return {};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as text
  return {reinterpret_cast<const char*>(mapped->bytes.data()), mapped->bytes.size()};
}

/// Views into `bytes`; none when they are damaged.
FindingsCache::Entries FindingsCache::entries_in(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return {};
  bytes.remove_prefix(magic.size());
  PackedReader head(bytes.substr(0, 8));
  const std::uint64_t expected = head.fixed();
  if (!head.done() || checksum(bytes.substr(8)) != expected) return {};
  PackedReader reader(bytes.substr(8));
  Entries entries;
  for (std::size_t left = reader.count(); left > 0 && !reader.spoiled(); --left) {
    CacheKey key;
    key.low = reader.fixed();
    key.high = reader.fixed();
    const std::uint32_t day = reader.number_to(0xFFFFFFFF);
    entries[key] = {reader.text(), day};
  }
  return reader.done() ? entries : Entries();
}

FindingsCache::FindingsCache(std::string root) : root_(std::move(root)), bytes_(read_bytes(root_)), entries_(entries_in(bytes_)) {}

std::optional<std::string_view> FindingsCache::find(const CacheKey& key) const {
  const auto entry = entries_.find(key);
  if (entry == entries_.end()) return std::nullopt;
  const std::lock_guard held(mutex_);
  used_.push_back(key);
  return entry->second.packed;
}

void FindingsCache::keep(const CacheKey& key, std::string packed) {
  const std::lock_guard held(mutex_);
  kept_[key] = std::move(packed);
}

/// Has one that was used not been marked as used for a while?
bool FindingsCache::has_stale_use(std::uint32_t today) const {
  return std::any_of(used_.begin(), used_.end(), [&](const CacheKey& key) { return entries_.at(key).day + days_between_marks < today; });
}

Result<bool> FindingsCache::write() {
  const auto day = static_cast<std::uint32_t>(today(DayOf::machine));
  if (kept_.empty() && !has_stale_use(day)) return false;
  const auto folder = open_cache_folder(root_, true);
  if (!folder) return tl::unexpected(folder.error());
  const auto held = try_lock(*folder, lock_name);
  if (!held) return false;
  // Another run may have written since this one began.
  const std::string bytes = read_bytes(root_);
  Entries all = entries_in(bytes);
  for (const CacheKey& key : used_) all.insert_or_assign(key, Entry{entries_.at(key).packed, day});
  for (const auto& [key, packed] : kept_) all.insert_or_assign(key, Entry{packed, day});
  std::erase_if(all, [&](const auto& entry) { return entry.second.day + days_kept < day; });
  std::vector<std::pair<CacheKey, Entry>> sorted(all.begin(), all.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  PackedWriter entries;
  entries.number(sorted.size());
  for (const auto& [key, entry] : sorted) {
    entries.fixed(key.low);
    entries.fixed(key.high);
    entries.number(entry.day);
    entries.text(entry.packed);
  }
  PackedWriter sum;
  sum.fixed(checksum(entries.bytes()));
  const std::string file = std::string(magic) + sum.bytes() + entries.bytes();
  // Past the limit it begins anew: a reader would not take it.
  if (file.size() > largest) return replace_file(*folder, file_name, std::as_bytes(std::span(magic)), Durability::written);
  return replace_file(*folder, file_name, std::as_bytes(std::span(file)), Durability::written);
}

FileFindings check_remembered(const Engine& engine, Source source, const RunOptions& options, const CacheKey& identity) {
  const CacheKey key = key_of(identity, source);
  if (const auto packed = options.cache->find(key)) {
    FileFindings file;
    file.source = std::move(source);
    if (unpack(*packed, engine.infos.size(), file)) return file;
    source = std::move(file.source);
  }
  FileFindings file = check_source(engine, std::move(source), options);
  const bool stopped = options.stop != nullptr && *options.stop;
  if (file.problems.empty() && !stopped) options.cache->keep(key, pack(file));
  return file;
}

}  // namespace stet
