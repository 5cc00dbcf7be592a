#include "site/store.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "site/drift.h"
#include "site/files.h"
#include "site/parallel.h"
#include "text/unicode.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr const char* index_name = "site.index";
constexpr std::size_t longest_path = 4096;

Problem fault(std::string path, std::string what) {
  return {.kind = ProblemKind::unread, .path = std::move(path), .what = std::move(what), .mend = {}, .source_line = {}};
}

/// Does the path, which a stranger may have written, stay below the root?
bool stays_below(std::string_view path) {
  if (path.empty() || path.size() > longest_path || path.front() == '/') return false;
  if (path.find('\0') != std::string_view::npos) return false;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (path.substr(0, end) == "..") return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

bool paths_stay_below(const SiteIndex& index) {
  for (std::uint32_t a = 0; a < index.article_count(); ++a) {
    if (!stays_below(index.path(a))) return false;
  }
  return true;
}

Result<SiteIndex> open_index(const Descriptor& folder, const Limits& limits) {
  auto bytes = map_file(folder, index_name, limits.index_bytes);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  auto index = SiteIndex::open(std::move(*bytes));
  if (!index) return index;
  if (!paths_stay_below(*index)) return tl::unexpected(fault({}, "the index is damaged"));
  return index;
}

/// One file of the site and what has become of it.
struct Entry {
  std::string file;
  std::string path;
  IndexedArticle article;
  FileStamp stamp;     ///< taken before it was read
  bool had = false;    ///< the index had an article of this path
  bool known = false;  ///< and with the same bytes
  bool skipped = false;
  Problems problems;
};

/// Fills an entry: from the old index when the bytes are the same, else by parsing.
void fill(Entry& entry, const SiteIndex* old, Vocabulary& vocabulary, const IndexOptions& options) {
  entry.stamp = stamp_of(entry.file);
  auto source = read_source(entry.file, options.limits);
  if (!source) {
    entry.problems.push_back(std::move(source.error()));
    entry.skipped = true;
    return;
  }
  const std::uint64_t hash = XXH3_64bits(source->bytes.data(), source->bytes.size());
  const auto known = old == nullptr ? std::nullopt : old->find_article(entry.path);
  entry.had = known.has_value();
  if (known && old->article(*known).bytes_hash == hash) {
    entry.article = article_of(*old, *known);
    entry.known = true;
    return;
  }
  entry.article = index_source(*source, entry.path, vocabulary, options, entry.problems);
}

std::vector<Entry> entries_of(const std::string& root, Problems& problems) {
  WalkResult walked = walk({root});
  std::move(walked.problems.begin(), walked.problems.end(), std::back_inserter(problems));
  std::vector<Entry> entries;
  for (std::string& file : walked.files) {
    std::string path = fs::path(file).lexically_relative(root).generic_string();
    entries.push_back({std::move(file), std::move(path), {}, {}, false, false, false, {}});
  }
  return entries;
}

/// Why an index that is there cannot be used; empty when there is none.
std::string reason(const Problem& problem) {
  const bool missing = !problem.path.empty();
  return missing ? "" : problem.what;
}

void keep(const Result<Descriptor>& folder, const SiteIndex* old, const Limits& limits, IndexUpdate& update) {
  const auto bytes = update.index.bytes();
  if (bytes.size() > limits.index_bytes) {
    update.unwritten = too_large(limits.index_bytes);
    return;
  }
  if (old != nullptr && std::equal(bytes.begin(), bytes.end(), old->bytes().begin(), old->bytes().end())) return;
  auto written = folder ? replace_file(*folder, index_name, bytes, Durability::on_disk) : Result<bool>(tl::unexpected(folder.error()));
  if (!written) update.unwritten = std::move(written.error());
}

const ClaimSchema& schema_of(const IndexOptions& options) {
  static const ClaimSchema none;
  return options.reader == nullptr ? none : options.reader->schema();
}

}  // namespace

std::string joined(const std::string& root, std::string_view path) { return (fs::path(root) / path).generic_string(); }

Result<Source> read_entry(const std::string& root, std::string_view path) {
  std::error_code error;
  const fs::path below = fs::canonical(root, error);
  const fs::path real = fs::canonical(fs::path(root) / path, error);
  if (!error && !stays_below(real.lexically_relative(below).generic_string())) {
    return tl::unexpected(fault(joined(root, path), "a link leads out of the site"));
  }
  return read_source(joined(root, path));
}

IndexedArticle index_source(const Source& source, std::string path, Vocabulary& vocabulary, const IndexOptions& options,
                            Problems& problems) {
  IndexedArticle article{std::move(path), XXH3_64bits(source.bytes.data(), source.bytes.size()), {}, {}};
  if (options.reader == nullptr) {
    if (vocabulary.size() > most_forms) vocabulary = Vocabulary();
    article.print = fingerprint(source, vocabulary, options.parse_limits, problems);
    return article;
  }
  options.reader->read(source, options.parse_limits, problems, [&](const CheckInput& input) {
    article.print = fingerprint(input);
    article.claims = read_site_claims(input, article.path, options.reader->reading());
  });
  return article;
}

Result<SiteIndex> index_sources(const std::vector<Source>& sources, const IndexOptions& options) {
  Vocabulary vocabulary;
  Problems problems;
  std::vector<IndexedArticle> articles;
  articles.reserve(sources.size());
  for (const Source& source : sources) articles.push_back(index_source(source, source.path, vocabulary, options, problems));
  auto image = assemble(std::move(articles), 1, schema_of(options));
  if (!image) return tl::unexpected(std::move(image.error()));
  return SiteIndex::open(std::move(*image));
}

std::uint64_t rules_of(const IndexOptions& options) { return schema_of(options).rules; }

Result<SiteIndex> read_index(const std::string& root, const Limits& limits) {
  const auto folder = open_cache_folder(root, false);
  if (!folder) return tl::unexpected(folder.error());
  return open_index(*folder, limits);
}

Result<IndexUpdate> update_index(const std::string& root, const IndexOptions& options) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return tl::unexpected(fault(root, "there is no such folder"));
  const auto folder = open_cache_folder(root, true);
  const auto held = folder ? lock(*folder) : Result<Descriptor>(tl::unexpected(folder.error()));
  auto old = folder ? open_index(*folder, options.limits) : Result<SiteIndex>(tl::unexpected(folder.error()));
  IndexUpdate update;
  if (old && old->claim_rules() != rules_of(options)) old = tl::unexpected(fault({}, "the index was made by other rules"));
  if (!old) update.rebuilt = reason(old.error());
  const SiteIndex* known = old ? &*old : nullptr;
  std::vector<Entry> entries = entries_of(root, update.problems);
  in_parallel(
      entries.size(), options.jobs, [] { return Vocabulary(); },
      [&](std::size_t i, Vocabulary& vocabulary) { fill(entries[i], known, vocabulary, options); });
  std::vector<IndexedArticle> articles;
  std::map<std::string, FileStamp> stamps;
  update.gone = known == nullptr ? 0 : known->article_count();
  for (Entry& entry : entries) {
    std::move(entry.problems.begin(), entry.problems.end(), std::back_inserter(update.problems));
    if (entry.skipped) continue;
    ++(entry.known ? update.unchanged : update.read);
    update.gone -= entry.had && update.gone > 0 ? 1U : 0U;
    stamps.emplace(entry.path, entry.stamp);
    articles.push_back(std::move(entry.article));
  }
  auto image = assemble(std::move(articles), options.jobs, schema_of(options));
  if (!image) return tl::unexpected(std::move(image.error()));
  auto index = SiteIndex::open(std::move(*image));
  if (!index) return tl::unexpected(std::move(index.error()));
  update.index = std::move(*index);
  keep(held ? folder : held, known, options.limits, update);
  // Without stamps a check reads all articles once: no fault that anybody must mend.
  if (held && !update.unwritten) static_cast<void>(write_stamps(*folder, update.index, stamps));
  return update;
}

}  // namespace stet
