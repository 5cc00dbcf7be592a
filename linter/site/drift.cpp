#include "site/drift.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "site/gather.h"
#include "text/threads.h"
#include "text/walk.h"

namespace stet {
namespace {

constexpr const char* stamps_name = "site.stamps";
constexpr std::size_t least_trusted = std::size_t{16} << 20U;  // bytes of an index whose sum takes a time that is noticed

struct StampsHeader {
  std::array<char, 8> magic = {'s', 't', 'e', 't', 's', 't', 'm', '2'};
  std::uint64_t index = 0;  ///< hash of the index's header: whose articles these are
  FileStamp file;           ///< of the index when it was whole
  std::uint64_t count = 0;
  std::uint64_t checksum = 0;  ///< of the stamps
};
static_assert(sizeof(StampsHeader) == 56 && sizeof(FileStamp) == 24);

std::uint64_t identity_of(std::span<const std::byte> index) {
  return XXH3_64bits(index.data(), std::min(index.size(), sizeof(IndexHeader)));
}

/// By article; empty when there are none of this index.
std::vector<FileStamp> read_stamps(const SiteIndex& index, const std::string& root) {
  const auto folder = open_cache_folder(root, false);
  if (!folder) return {};
  const std::uint64_t size = std::uint64_t{index.article_count()} * sizeof(FileStamp);
  const auto file = map_file(*folder, stamps_name, sizeof(StampsHeader) + size);
  StampsHeader header;
  if (!file || file->bytes.size() != sizeof header + size) return {};
  std::memcpy(&header, file->bytes.data(), sizeof header);
  const auto body = file->bytes.subspan(sizeof header);
  if (header.magic != StampsHeader{}.magic || header.index != identity_of(index.bytes()) || header.count != index.article_count())
    return {};
  if (header.checksum != XXH3_64bits(body.data(), body.size())) return {};
  std::vector<FileStamp> stamps(index.article_count());
  if (!stamps.empty()) std::memcpy(stamps.data(), body.data(), body.size());
  return stamps;
}

/// Where a thread stands among the files, which are in the order of their paths.
struct LookedAt {
  FolderStamps stamps;
  std::size_t next = 0;  ///< article, by its place in the order of paths
};

}  // namespace

bool is_as_written(const Descriptor& folder, const SharedBytes& index) {
  if (index.bytes.size() < least_trusted) return false;
  const auto stamps = map_file(folder, stamps_name);
  StampsHeader header;
  if (!stamps || stamps->bytes.size() < sizeof header) return false;
  std::memcpy(&header, stamps->bytes.data(), sizeof header);
  const FileStamp now = stamp_in(folder, index_name);
  return header.magic == StampsHeader{}.magic && header.index == identity_of(index.bytes) && now.modified != -1 && header.file == now &&
         now.size == index.bytes.size();
}

Drift drift_of(const SiteIndex& index, const std::string& root, const IndexOptions& options) {
  const std::vector<FileStamp> stamps = read_stamps(index, root);
  const std::vector<std::string> files = walk({root}).files;
  std::vector<std::uint32_t> article_of(files.size(), no_index);
  std::vector<std::uint8_t> changed(files.size(), 0);
  const auto look_at = [&](std::size_t i, LookedAt& last) {
    const auto known = index.find_article(path_below(root, files[i]), last.next);
    article_of[i] = known.value_or(no_index);
    if (!known) {
      changed[i] = 1;
    } else if (stamps.empty() || stamps[*known] != last.stamps.of(files[i])) {
      const auto source = read_source(files[i], options.limits);
      changed[i] = !source || XXH3_64bits(source->bytes.data(), source->bytes.size()) != index.article(*known).bytes_hash ? 1 : 0;
    }
  };
  in_parallel(
      files.size(), options.jobs, [] { return LookedAt(); }, look_at);
  Drift drift;
  std::vector<bool> there(index.article_count(), false);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (article_of[i] != no_index) there[article_of[i]] = true;
    if (changed[i] != 0) drift.changed.push_back(files[i]);
  }
  for (std::uint32_t a = 0; a < index.article_count(); ++a) {
    if (!there[a]) drift.gone.push_back(a);
  }
  return drift;
}

Result<bool> write_stamps(const Descriptor& folder, const SiteIndex& index, const std::vector<std::pair<std::string, FileStamp>>& stamps) {
  std::vector<FileStamp> body(index.article_count());
  for (const auto& [path, stamp] : stamps) {
    if (const auto article = index.find_article(path)) body[*article] = stamp;
  }
  StampsHeader header;
  header.index = identity_of(index.bytes());
  header.file = stamp_in(folder, index_name);
  header.count = body.size();
  header.checksum = XXH3_64bits(body.data(), body.size() * sizeof(FileStamp));
  std::vector<std::byte> bytes(sizeof header + body.size() * sizeof(FileStamp));
  std::memcpy(bytes.data(), &header, sizeof header);
  if (!body.empty()) std::memcpy(bytes.data() + sizeof header, body.data(), body.size() * sizeof(FileStamp));
  return replace_file(folder, stamps_name, bytes, Durability::written);
}

}  // namespace stet
