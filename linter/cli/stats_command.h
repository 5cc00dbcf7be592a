// `stet stats`: what a site is like.
#pragma once

#include <iosfwd>

#include "cli/options.h"

namespace stet {

/// Checks the articles as `check` would, and prints counts instead of findings. Exit: 0, or 3 when something was not read.
int run_stats(const CliOptions& options, std::ostream& out, std::ostream& err);

}  // namespace stet
