// What --watch shows: findings one a line, as many as the terminal has room for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "findings/finding.h"
#include "reports/report.h"

namespace stet {

/// A finding, or a part that was not read, with nothing but what the screen shows.
struct WatchedFinding {
  Severity severity = Severity::warning;
  Position at;
  std::string message;
  std::string rule;  ///< empty: not read
};

struct WatchedFile {
  std::string path;  ///< as shown
  std::vector<WatchedFinding> findings;
};

struct ScreenSize {
  std::size_t rows = 24;
  std::size_t columns = 80;
};

/// Findings of a file as checked, and of what of it was not read.
WatchedFile watched_file(const FileFindings& file, const std::vector<RuleInfo>& rules, const ReportOptions& options);

/// At most `size.rows` lines, none longer than `size.columns` characters: counts, findings in the order of `files`, what was left out, and
/// how to leave. `faults` stand instead of findings: a configuration or rule that is at fault, rendered.
std::string watch_screen(const std::vector<const WatchedFile*>& files, const std::string& faults, ScreenSize size, bool color);

}  // namespace stet
