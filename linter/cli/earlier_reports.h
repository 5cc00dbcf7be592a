// Reports of earlier runs, for the HTML report's counts over time.
#pragma once

#include <string>
#include <vector>

#include "reports/counts.h"

namespace stet {

/// The counts in all of them, in order; a run that several reports carry counts once. Errors (usage): one cannot be read, or is no report
/// of stet.
Result<std::vector<RunCounts>> read_earlier_reports(const std::vector<std::string>& paths);

}  // namespace stet
