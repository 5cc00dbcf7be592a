// A site's index on disk: `.stet/site.index` below the site's root.
//
// Order of calls:  auto index = read_index(root);  or  auto update = update_index(root, options).
// Readers take no lock: a new index is written beside the old one and renamed over it. Writers take turns by a lock on `.stet/lock`.
// Nothing outside the root is read or written: `.stet` and its files are not followed when they are links.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "site/assemble.h"
#include "site/index.h"

namespace stet {

/// Reads articles with the rules of a run, so that an index can keep what they claim. The pipeline makes one (pipeline/site_reader.h).
class ArticleReader {
 public:
  ArticleReader() = default;
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;
  virtual ~ArticleReader() = default;
  virtual const SiteReading& reading() const = 0;
  /// Of what claims follow from.
  virtual const ClaimSchema& schema() const = 0;
  /// Parses an article; `use` must keep nothing of what it is given. Safe to call from many threads.
  virtual void read(const Source& source, const ParseLimits& limits, Problems& problems,
                    const std::function<void(const CheckInput&)>& use) const = 0;
};

struct IndexOptions {
  unsigned jobs = 1;
  Limits limits;
  ParseLimits parse_limits;
  const ArticleReader* reader = nullptr;  ///< nullptr: no claims are kept. It must outlive whatever is given it
  /// When files of the site were last changed, by path, as 20240131: asked for at most once a run, when an article without a date denies
  /// what another one says. An index does not depend on it.
  std::function<std::map<std::string, std::uint32_t>()> last_changes = {};
  std::size_t run_bytes = std::size_t{64} << 20U;  ///< of articles that are held in memory until they are written down
};

/// What an update came to.
struct IndexUpdate {
  SiteIndex index;
  std::size_t read = 0;              ///< articles that were new or had changed
  std::size_t unchanged = 0;         ///< articles whose bytes the index knew
  std::size_t gone = 0;              ///< articles that are not there any more
  std::string rebuilt;               ///< why the index that was there could not be used; empty when it was, or when there was none
  std::optional<Problem> unwritten;  ///< the index could not be kept on disk
  Problems problems;                 ///< articles that were not read
};

/// Reads all articles below `root`, parses those whose bytes the index does not know, and writes the index when it changed. The bytes on
/// disk depend on the articles alone. Errors (unread): `root` is no folder, or holds too much. An index larger than
/// Limits::index_bytes is not kept.
Result<IndexUpdate> update_index(const std::string& root, const IndexOptions& options);

/// What making a part of an index came to.
struct PartUpdate {
  std::size_t articles = 0;
  Problems problems;  ///< articles that were not read
};

/// Reads the articles below `root` whose paths fall to this part, and writes that part of the index to `file`, whole or not at all. Errors
/// (unread): as update_index; what the system says of the file.
Result<PartUpdate> write_part(const std::string& root, const std::string& file, PartNumber part, const IndexOptions& options);

/// Makes the index of the site at `root` of all its parts: the same bytes as update_index. No article is read. Errors (unread, usage): as
/// check_parts and SiteIndex::open_part, with the part's path.
Result<IndexUpdate> merge_parts(const std::string& root, const std::vector<std::string>& files, const IndexOptions& options);

/// The index as it is on disk. Errors (unread): there is none; it is damaged, of another version or larger than Limits::index_bytes.
Result<SiteIndex> read_index(const std::string& root, const Limits& limits = {});

/// One article, parsed and fingerprinted, and its claims read when the options have a reader.
IndexedArticle index_source(const Source& source, std::string path, Vocabulary& vocabulary, const IndexOptions& options,
                            Problems& problems);

/// An index of articles in memory, under the paths of their sources. Errors (unread): too many.
Result<SiteIndex> index_sources(const std::vector<Source>& sources, const IndexOptions& options = {});

/// Hash of what claims are read by under these options; 0 when none are.
std::uint64_t rules_of(const IndexOptions& options);

/// Words of many articles may be gathered in one vocabulary, but not without end.
inline constexpr std::uint32_t most_forms = 200'000;

/// The site's root and a path below it.
std::string joined(const std::string& root, std::string_view path);

/// The article of an index's entry. Errors (unread): as read_source; a link on its way leads out of the root.
Result<Source> read_entry(const std::string& root, std::string_view path);

}  // namespace stet
