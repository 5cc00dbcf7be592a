// Commands and options that look at a whole site.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "pipeline/batches.h"
#include "site/neighbours.h"

namespace stet {

/// stet index: build or update the index, tell of it, write its tables.
int run_index(const CliOptions& options, std::ostream& out, std::ostream& err);

/// check_batches on a site. When a finding points at a file that has changed since it was indexed, the index is updated and the files are
/// checked once more. The index is built when there is none that can be used; notices go to `err`. `site` then holds what
/// `run_options` points at. Errors (unread): it is no folder.
Result<RunFindings> check_site(const std::vector<Batch>& batches, const CliOptions& options, RunOptions& run_options,
                               std::unique_ptr<SiteNeighbours>& site, std::ostream& err);

}  // namespace stet
