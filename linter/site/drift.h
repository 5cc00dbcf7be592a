// What has become of a site's articles since they were indexed, found without reading those that are as they were.
//
// Order of calls:  write_stamps(folder, index, stamps)  when an index is kept;  Drift drift = drift_of(index, root, options)  before a
// check. A file is as it was when the system says so (its time, size and number, text/stamp.h); where these are not known or differ, its
// bytes tell. The stamps lie beside the index, in `.stet/site.stamps`, so that its own bytes depend on the articles alone. Without them, or
// with those of another index, all articles are read, and none is parsed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "site/files.h"
#include "site/store.h"
#include "text/stamp.h"

namespace stet {

struct Drift {
  std::vector<std::string> changed;  ///< files that are new, or whose bytes are others
  std::vector<std::uint32_t> gone;   ///< articles of the index that are not there any more
};

/// Is the index's file the one that these stamps were written with, and a large one? Then what it holds need not be summed up again to be
/// known as whole. Of a small one it always is, so that a change in the tick of the clock in which it was written is seen.
bool is_as_written(const Descriptor& folder, const SharedBytes& index);

Drift drift_of(const SiteIndex& index, const std::string& root, const IndexOptions& options);

/// Keeps the stamps of an index's articles, by their paths. Errors (unread): what the system says.
Result<bool> write_stamps(const Descriptor& folder, const SiteIndex& index, const std::vector<std::pair<std::string, FileStamp>>& stamps);

}  // namespace stet
