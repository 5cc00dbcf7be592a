// Reads a site's files into parts of an index, none of which takes much memory.
//
// Order of calls:  Gathered gathered = gather(files, known, folder, options);  then a stream of gathered.runs, and of what is kept of the
// index that was known (site/merge.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "site/files.h"
#include "site/store.h"
#include "text/stamp.h"

namespace stet {

struct SiteFile {
  std::string file;
  std::string path;  ///< below the root
};

/// The path below the root of a file that walk() found there.
std::string path_below(const std::string& root, const std::string& file);

/// The articles below `root`. Problems of the walk are added.
std::vector<SiteFile> site_files(const std::string& root, Problems& problems);

struct Gathered {
  std::vector<SiteIndex> runs;                            ///< articles that were read, in parts of an index
  std::vector<bool> kept;                                 ///< by article of the index that was known: its file still has these bytes
  std::vector<std::pair<std::string, FileStamp>> stamps;  ///< by path, of all that are in the site
  std::size_t read = 0;
  std::size_t unchanged = 0;
  std::size_t gone = 0;
  Problems problems;
};

/// Reads all files and parses those whose bytes `known` (or nullptr) does not have. Runs lie in files of `folder` that have no name, or in
/// memory when there is no folder or no room in it. Errors (unread): more than 32-bit numbers can count.
Result<Gathered> gather(const std::vector<SiteFile>& files, const SiteIndex* known, const Descriptor* folder, const IndexOptions& options);

}  // namespace stet
