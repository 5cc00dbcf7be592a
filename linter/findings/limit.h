// Findings beyond a limit are left out, and said to be: a text made to be found faulty everywhere must not fill memory, reports and
// screens.
#pragma once

#include "findings/finding.h"

namespace stet {

/// Keeps the worst Limits::findings_per_file findings of a file, among equals the first ones; adds a Problem (left_out) when some are gone.
void limit_findings(FileFindings& file, const Limits& limits);

/// Keeps the worst Limits::findings findings of a run in the same way.
void limit_findings(RunFindings& run, const Limits& limits);

/// "note", "warning" or "error"; anything else is a warning.
Severity severity_named(std::string_view text);

/// Takes out the findings that are milder than `least`; how many there were.
std::size_t drop_milder(RunFindings& run, Severity least);

}  // namespace stet
