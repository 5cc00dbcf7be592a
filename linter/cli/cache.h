// Where a run remembers what it found.
#pragma once

#include <memory>

#include "cli/options.h"
#include "pipeline/findings_cache.h"

namespace stet {

/// The cache of --cache, or of the tree that the command runs in: the nearest folder upward that holds `.stet.yaml` or `.git`. Nothing with
/// --no-cache, or outside such a tree: a run leaves no folders where nobody expects them. Nothing either where a few articles are sooner
/// checked than a large cache is read, unless --cache asks for it.
std::unique_ptr<FindingsCache> open_cache(const CliOptions& options, const std::vector<std::string>& files);

/// That a cache cannot be kept is worth a word only where one was asked for.
void write_cache(const CliOptions& options, FindingsCache& cache, RunFindings& run);

}  // namespace stet
