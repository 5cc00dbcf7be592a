// A diff against the tip of a branch that has gone on: it shows what was mended there as if it were taken out here.
#pragma once

#include <string>
#include <vector>

#include "findings/unified_diff.h"

namespace stet {

/// Says so when the earlier versions that the diff names are those of a usual main branch, and not those at which this branch left it. At
/// most one notice; none where there is no repository at `root`, or no git.
Problems notices_on_base(const std::vector<FileChange>& changes, const std::string& root);

}  // namespace stet
