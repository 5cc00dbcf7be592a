// What several formats need.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "reports/report.h"

namespace stet {

/// Findings of a run by severity.
struct Totals {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t files = 0;
  std::size_t fixable = 0;  ///< findings that `--fix` mends
  std::size_t unread = 0;   ///< problems of kind `unread`
};
Totals totals_of(const RunFindings& run);

/// R repeats, C contradictions and inconsistency, M missing citation, S missing safety caveat; empty for other packs.
std::string_view family_of(std::string_view rule_id);

/// Every problem of the run and of its files, in order.
std::vector<const Problem*> problems_of(const RunFindings& run);

/// "not read: larger than 10 bytes".
std::string said(const Problem& problem);

/// The path as shown: relative to the root when it lies below it.
std::string shown_path(std::string_view path, const ReportOptions& options);

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

/// Escaped for XML text and attribute values; characters that XML forbids become U+FFFD.
std::string xml_escaped(std::string_view text);

/// A finding and the file it is in.
struct Located {
  const FileFindings* file = nullptr;
  const Finding* finding = nullptr;
};
/// Worst severity first, else in order.
std::vector<Located> worst_first(const RunFindings& run);

}  // namespace stet
