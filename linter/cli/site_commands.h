// Commands and options that look at a whole site.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "cli/engines.h"
#include "cli/options.h"
#include "pipeline/batches.h"
#include "pipeline/site_reader.h"
#include "site/neighbours.h"

namespace stet {

/// stet index: build or update the index, tell of it, write its tables.
int run_index(const CliOptions& options, std::ostream& out, std::ostream& err);

/// What a check of a site's articles keeps: findings point into it.
struct SiteCheck {
  std::shared_ptr<const Engine> engine;  ///< of the site's root
  std::unique_ptr<EngineReader> reader;
  std::unique_ptr<SiteNeighbours> neighbours;  ///< of the last check
};

/// check_batches on a site. Files that have changed, come or gone since the index was made are seen, at the cost of these; when they are
/// many, or a finding points at a file that changes meanwhile, the index is brought up to date. The index is built when there is none that
/// can be used; notices go to `err`. `site` then holds what `run_options` points at. Errors (unread): it is no folder; the rules at its
/// root have a fault.
Result<RunFindings> check_site(const std::vector<Batch>& batches, const CliOptions& options, Engines& engines, RunOptions& run_options,
                               SiteCheck& site, std::ostream& err);

}  // namespace stet
