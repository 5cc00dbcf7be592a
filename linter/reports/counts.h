// How much was found in a run: what an HTML report compares with earlier runs.
//
// Order of calls:  auto earlier = read_counts(path, bytes);  ReportOptions::earlier = *earlier;  render_html(run, options).
// A report carries its own counts and those of the runs before it, so that the last report knows them all.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "text/problem.h"

namespace stet {

struct RunCounts {
  std::string label;           ///< a date, a commit, or the report's file name
  std::uint64_t articles = 0;  ///< 0: not known
  std::uint64_t words = 0;     ///< 0: not known
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t notes = 0;
  std::map<std::string, std::uint64_t> rules;  ///< findings by rule

  bool operator==(const RunCounts&) const = default;
};

RunCounts counts_of(const RunFindings& run, std::string label);
nlohmann::ordered_json counts_json(const RunCounts& counts);

/// The counts of an earlier report, oldest first: one of json and sarif; of html those that it carries as well. A report without a label is
/// called by its file's name. Errors (usage): none of the three formats.
Result<std::vector<RunCounts>> read_counts(const std::string& path, std::string_view bytes);

}  // namespace stet
