// --baseline: the file, and what is said of it.
#pragma once

#include <iosfwd>

#include "cli/options.h"
#include "findings/finding.h"

namespace stet {

/// Takes what the baseline of the options holds out of the run, adds notices about entries that are stale or expired, and writes the file
/// when the options ask for it, with a line on `err`. Errors (usage): it is missing, cannot be read or written, or is no baseline.
Result<bool> apply_baseline_file(const CliOptions& options, RunFindings& run, std::ostream& err);

/// Takes the findings that the baseline holds out of a run, and says nothing of it. Errors (usage): as above.
Result<bool> hide_baseline(const CliOptions& options, RunFindings& run);

}  // namespace stet
