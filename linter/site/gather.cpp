#include "site/gather.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "site/assemble.h"
#include "text/threads.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t read_at_once = 1024;  // files

/// One file of the site and what has become of it.
struct Entry {
  IndexedArticle article;
  FileStamp stamp;                     ///< taken before it was read
  std::optional<std::uint32_t> known;  ///< the article of this path
  bool same = false;                   ///< and its bytes are the same
  bool skipped = false;
  Problems problems;
};

/// Parses what the index does not know.
void fill(Entry& entry, const SiteFile& file, const SiteIndex* known, Vocabulary& vocabulary, const IndexOptions& options) {
  entry.stamp = stamp_of(file.file);
  if (known != nullptr) entry.known = known->find_article(file.path);
  auto source = read_source(file.file, options.limits);
  if (!source) {
    entry.problems.push_back(std::move(source.error()));
    entry.skipped = true;
    return;
  }
  const std::uint64_t hash = XXH3_64bits(source->bytes.data(), source->bytes.size());
  entry.same = entry.known && known->article(*entry.known).bytes_hash == hash;
  if (!entry.same) entry.article = index_source(*source, file.path, vocabulary, options, entry.problems);
}

/// What an article takes of memory, roughly.
std::size_t bytes_of(const IndexedArticle& article) {
  constexpr std::size_t texts_of_claim = 160;
  return sizeof article + article.path.size() + article.print.paragraphs.size() * sizeof(ParagraphPrint) +
         article.print.stems.size() * sizeof(SiteStem) + article.print.text.size() +
         article.claims.claims.size() * (sizeof(IndexedClaim) + texts_of_claim);
}

/// Articles that wait to be written down together.
class Runs {
 public:
  Runs(const Descriptor* folder, const IndexOptions& options) : folder_(folder), options_(options) {}

  Result<bool> add(IndexedArticle article) {
    bytes_ += bytes_of(article);
    waiting_.push_back(std::move(article));
    return bytes_ >= options_.run_bytes ? write() : true;
  }

  Result<bool> write() {
    if (waiting_.empty()) return true;
    const ClaimSchema none;
    const ClaimSchema& schema = options_.reader == nullptr ? none : options_.reader->schema();
    auto image = assemble(std::move(waiting_), options_.jobs, schema, {1, 1});
    if (!image) return tl::unexpected(std::move(image.error()));
    waiting_.clear();
    bytes_ = 0;
    auto run = SiteIndex::open_part(on_disk(std::move(*image)));
    if (!run) return tl::unexpected(std::move(run.error()));
    written_.push_back(std::move(*run));
    return true;
  }

  std::vector<SiteIndex> take() { return std::move(written_); }

 private:
  const Descriptor* folder_;
  const IndexOptions& options_;
  std::vector<IndexedArticle> waiting_;
  std::size_t bytes_ = 0;
  std::vector<SiteIndex> written_;

  /// The image in a file, or as it is.
  SharedBytes on_disk(SharedBytes image) const {
    // One that stays small need not leave memory.
    if (folder_ == nullptr || image.bytes.size() < options_.run_bytes / 4) return image;
    const auto file = unnamed_file(*folder_);
    if (!file) return image;
    FileSink sink(*file);
    sink.write(0, image.bytes);
    if (sink.error() != 0) return image;
    auto mapped = map_file(*file);
    return mapped ? std::move(*mapped) : std::move(image);
  }
};

}  // namespace

std::string path_below(const std::string& root, const std::string& file) {
  // It begins with the root as it was given; to take paths apart is dear.
  const std::size_t slash = root.ends_with('/') ? root.size() - 1 : root.size();
  const bool begins_so = !root.empty() && file.size() > slash + 1 && file.starts_with(std::string_view(root).substr(0, slash));
  if (begins_so && file[slash] == '/' && file[slash + 1] != '/') return file.substr(slash + 1);
  return fs::path(file).lexically_relative(root).generic_string();
}

std::vector<SiteFile> site_files(const std::string& root, Problems& problems) {
  WalkResult walked = walk({root});
  std::move(walked.problems.begin(), walked.problems.end(), std::back_inserter(problems));
  std::vector<SiteFile> files;
  files.reserve(walked.files.size());
  for (std::string& file : walked.files) {
    std::string path = path_below(root, file);
    files.push_back({std::move(file), std::move(path)});
  }
  return files;
}

Result<Gathered> gather(const std::vector<SiteFile>& files, const SiteIndex* known, const Descriptor* folder, const IndexOptions& options) {
  Gathered gathered;
  gathered.kept.resize(known == nullptr ? 0 : known->article_count(), false);
  gathered.gone = gathered.kept.size();
  Runs runs(folder, options);
  for (std::size_t begin = 0; begin < files.size(); begin += read_at_once) {
    std::vector<Entry> entries(std::min(read_at_once, files.size() - begin));
    in_parallel(
        entries.size(), options.jobs, [] { return Vocabulary(); },
        [&](std::size_t i, Vocabulary& vocabulary) { fill(entries[i], files[begin + i], known, vocabulary, options); });
    for (std::size_t i = 0; i < entries.size(); ++i) {
      Entry& entry = entries[i];
      std::move(entry.problems.begin(), entry.problems.end(), std::back_inserter(gathered.problems));
      if (entry.skipped) continue;
      gathered.gone -= entry.known && gathered.gone > 0 ? 1U : 0U;
      gathered.stamps.emplace_back(files[begin + i].path, entry.stamp);
      if (entry.same) {
        ++gathered.unchanged;
        gathered.kept[*entry.known] = true;
      } else {
        ++gathered.read;
        if (auto added = runs.add(std::move(entry.article)); !added) return tl::unexpected(std::move(added.error()));
      }
    }
  }
  if (auto written = runs.write(); !written) return tl::unexpected(std::move(written.error()));
  gathered.runs = runs.take();
  return gathered;
}

}  // namespace stet
