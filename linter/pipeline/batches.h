// A run in which not the same rules hold for all files: each batch of files has its own engine, and the result is one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"

namespace stet {

struct Batch {
  std::shared_ptr<const Engine> engine;
  std::vector<std::string> paths;
  Limits limits;  ///< the run's, as far as the configuration does not lower them
};

/// Adds one engine's files to a run; the rules of both become one list, by id, and every finding keeps its rule.
void merge(RunFindings& run, RunFindings part);

/// Checks every batch; files are in order of path.
RunFindings check_batches(const std::vector<Batch>& batches, const RunOptions& options);

}  // namespace stet
