#include "site/store.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "site/drift.h"
#include "site/files.h"
#include "site/gather.h"
#include "site/merge.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_path = 4096;

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

/// `trusts` one that is as it was written.
Result<SiteIndex> open_index(const Descriptor& folder, const Limits& limits, bool trusts = false) {
  auto bytes = map_file(folder, index_name, limits.index_bytes);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  const bool is_known = trusts && is_as_written(folder, *bytes);
  auto index = is_known ? SiteIndex::open_known(std::move(*bytes)) : SiteIndex::open(std::move(*bytes));
  if (index && !is_known && !paths_stay_below(*index)) return tl::unexpected(unread_fault({}, "the index is damaged"));
  return index;
}

/// Why an index that is there cannot be used; empty when there is none.
std::string reason(const Problem& problem) {
  const bool missing = !problem.path.empty();
  return missing ? "" : problem.what;
}

const ClaimSchema& schema_of(const IndexOptions& options) {
  static const ClaimSchema none;
  return options.reader == nullptr ? none : options.reader->schema();
}

bool is_same(std::span<const std::byte> a, std::span<const std::byte> b) {
  // Checksums stand in the header, so that most differ at once.
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size()) == 0;
}

/// An index in memory, since it cannot be kept.
Result<SiteIndex> in_memory(Assembly& assembly, unsigned jobs) {
  MemorySink sink(assembly.size());
  assembly.write(sink, jobs);
  return SiteIndex::open(sink.bytes());
}

/// Writes the index into its file, or into memory when there is no folder, or no room in it.
Result<SiteIndex> keep(Assembly& assembly, const Descriptor* folder, const SiteIndex* old, const IndexOptions& options,
                       std::optional<Problem>& unkept) {
  if (assembly.size() > options.limits.index_bytes) unkept = too_large(options.limits.index_bytes);
  if (folder == nullptr || unkept) return in_memory(assembly, options.jobs);
  auto replacement = Replacement::begin(*folder, index_name);
  if (!replacement) {
    unkept = std::move(replacement.error());
    return in_memory(assembly, options.jobs);
  }
  FileSink sink(replacement->file());
  assembly.write(sink, options.jobs);
  auto mapped =
      sink.error() == 0 ? map_file(replacement->file()) : Result<SharedBytes>(tl::unexpected(unwritten(index_name, sink.error())));
  const bool same = mapped && old != nullptr && is_same(mapped->bytes, old->bytes());
  auto committed = !mapped || same ? Result<bool>(true) : replacement->commit(Durability::on_disk);
  if (mapped && committed) return SiteIndex::open(std::move(*mapped));
  unkept = std::move(mapped ? committed.error() : mapped.error());
  return in_memory(assembly, options.jobs);
}

/// Is the index of the rules that these options have?
std::optional<std::string> unusable(const SiteIndex& index, const IndexOptions& options) {
  const ClaimSchema& wanted = schema_of(options);
  if (index.claim_rules() != wanted.rules) return "the index was made by other rules";
  if (schema_of(index).attributes != wanted.attributes || !is_in_order(index)) return "the index is damaged";
  return std::nullopt;
}

/// The index of these articles, kept on disk where that can be.
Result<bool> build(ArticleStream& articles, const ClaimSchema& schema, const Descriptor* folder, const SiteIndex* old,
                   const IndexOptions& options, IndexUpdate& update) {
  auto assembly = Assembly::plan(articles, schema);
  if (!assembly) return tl::unexpected(std::move(assembly.error()));
  auto index = keep(*assembly, folder, old, options, update.unwritten);
  if (!index) return tl::unexpected(std::move(index.error()));
  update.index = std::move(*index);
  return true;
}

std::vector<MergeSource> sources_of(const Gathered& gathered, const SiteIndex* known) {
  std::vector<MergeSource> sources;
  for (const SiteIndex& run : gathered.runs) sources.push_back({&run, nullptr});
  if (known != nullptr) sources.push_back({known, &gathered.kept});
  return sources;
}

/// Which part an article falls to, from 1: the same on every machine.
std::uint32_t part_of(std::string_view path, std::uint32_t parts) {
  return static_cast<std::uint32_t>(XXH3_64bits(path.data(), path.size()) % parts) + 1;
}

Problem at_file(Problem problem, const std::string& file) {
  problem.path = file;
  return problem;
}

Result<NamedPart> read_part(const std::string& file, const Limits& limits) {
  const fs::path path(file);
  const auto folder = open_folder(path.has_parent_path() ? path.parent_path().string() : ".");
  auto bytes =
      folder ? map_file(*folder, path.filename().c_str(), limits.index_bytes) : Result<SharedBytes>(tl::unexpected(folder.error()));
  auto index = bytes ? SiteIndex::open_part(std::move(*bytes)) : Result<SiteIndex>(tl::unexpected(std::move(bytes.error())));
  if (index && !paths_stay_below(*index)) index = tl::unexpected(unread_fault({}, "the index is damaged"));
  if (!index) return tl::unexpected(at_file(std::move(index.error()), file));
  return NamedPart{file, std::move(*index)};
}

}  // namespace

std::string joined(const std::string& root, std::string_view path) { return (fs::path(root) / path).generic_string(); }

Result<Source> read_entry(const std::string& root, std::string_view path) {
  std::error_code error;
  const fs::path below = fs::canonical(root, error);
  const fs::path real = fs::canonical(fs::path(root) / path, error);
  if (!error && !stays_below(real.lexically_relative(below).generic_string())) {
    return tl::unexpected(unread_fault(joined(root, path), "a link leads out of the site"));
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
  return open_index(*folder, limits, true);
}

Result<IndexUpdate> update_index(const std::string& root, const IndexOptions& options) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return tl::unexpected(unread_fault(root, "there is no such folder"));
  const auto folder = open_cache_folder(root, true);
  const auto held = folder ? lock(*folder) : Result<Descriptor>(tl::unexpected(folder.error()));
  auto old = folder ? open_index(*folder, options.limits) : Result<SiteIndex>(tl::unexpected(folder.error()));
  IndexUpdate update;
  if (old) {
    if (auto why = unusable(*old, options)) old = tl::unexpected(unread_fault({}, std::move(*why)));
  }
  if (!old) update.rebuilt = reason(old.error());
  const SiteIndex* known = old ? &*old : nullptr;
  const std::vector<SiteFile> files = site_files(root, update.problems);
  auto gathered = gather(files, known, held ? &*folder : nullptr, options);
  if (!gathered) return tl::unexpected(std::move(gathered.error()));
  update.read = gathered->read;
  update.unchanged = gathered->unchanged;
  update.gone = gathered->gone;
  std::move(gathered->problems.begin(), gathered->problems.end(), std::back_inserter(update.problems));
  if (known != nullptr && update.read == 0 && update.unchanged == known->article_count()) {
    update.index = std::move(*old);
  } else {
    MergedArticles articles(sources_of(*gathered, known));
    if (!held) update.unwritten = held.error();
    auto built = build(articles, schema_of(options), held ? &*folder : nullptr, known, options, update);
    if (!built) return tl::unexpected(std::move(built.error()));
  }
  // Without stamps a check reads all articles once: no fault that anybody must mend.
  if (held && !update.unwritten) static_cast<void>(write_stamps(*folder, update.index, gathered->stamps));
  return update;
}

Result<PartUpdate> write_part(const std::string& root, const std::string& file, PartNumber part, const IndexOptions& options) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return tl::unexpected(unread_fault(root, "there is no such folder"));
  const fs::path path(file);
  const auto folder = open_folder(path.has_parent_path() ? path.parent_path().string() : ".");
  if (!folder) return tl::unexpected(at_file(folder.error(), file));
  PartUpdate update;
  std::vector<SiteFile> files = site_files(root, update.problems);
  std::erase_if(files, [&](const SiteFile& candidate) { return part_of(candidate.path, part.parts) != part.part; });
  auto gathered = gather(files, nullptr, &*folder, options);
  if (!gathered) return tl::unexpected(std::move(gathered.error()));
  std::move(gathered->problems.begin(), gathered->problems.end(), std::back_inserter(update.problems));
  update.articles = gathered->read;
  MergedArticles articles(sources_of(*gathered, nullptr));
  auto assembly = Assembly::plan(articles, schema_of(options), part);
  if (!assembly) return tl::unexpected(std::move(assembly.error()));
  const std::string name = path.filename().string();
  auto replacement = Replacement::begin(*folder, name.c_str());
  if (!replacement) return tl::unexpected(at_file(std::move(replacement.error()), file));
  FileSink sink(replacement->file());
  assembly->write(sink, options.jobs);
  auto written = sink.error() == 0 ? replacement->commit(Durability::on_disk) : tl::unexpected(unwritten(name.c_str(), sink.error()));
  if (!written) return tl::unexpected(at_file(std::move(written.error()), file));
  return update;
}

Result<IndexUpdate> merge_parts(const std::string& root, const std::vector<std::string>& files, const IndexOptions& options) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return tl::unexpected(unread_fault(root, "there is no such folder"));
  std::vector<NamedPart> parts;
  for (const std::string& file : files) {
    auto part = read_part(file, options.limits);
    if (!part) return tl::unexpected(std::move(part.error()));
    parts.push_back(std::move(*part));
  }
  if (auto checked = check_parts(parts); !checked) return tl::unexpected(std::move(checked.error()));
  const auto folder = open_cache_folder(root, true);
  const auto held = folder ? lock(*folder) : Result<Descriptor>(tl::unexpected(folder.error()));
  const auto old = folder ? open_index(*folder, options.limits) : Result<SiteIndex>(tl::unexpected(folder.error()));
  IndexUpdate update;
  if (!held) update.unwritten = held.error();
  std::vector<MergeSource> sources;
  for (const NamedPart& part : parts) sources.push_back({&part.index, nullptr});
  MergedArticles articles(std::move(sources));
  auto built = build(articles, schema_of(parts.front().index), held ? &*folder : nullptr, old ? &*old : nullptr, options, update);
  if (!built) return tl::unexpected(std::move(built.error()));
  return update;
}

}  // namespace stet
