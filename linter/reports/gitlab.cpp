// GitLab's Code Quality report: an array of violations, told apart by a fingerprint that must be unique in the report.
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "reports/formats.h"
#include "reports/json_finding.h"
#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

std::string_view gitlab_severity(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

Json violation(const std::string& description, std::string_view rule, const std::string& fingerprint, std::string_view severity,
               const std::string& path, std::uint32_t first_line, std::uint32_t last_line) {
  return {{"description", description},
          {"check_name", rule},
          {"fingerprint", fingerprint},
          {"severity", severity},
          {"location", {{"path", path}, {"lines", {{"begin", first_line}, {"end", last_line}}}}}};
}

/// The same sentence may be at fault in several articles.
std::string fingerprint_of(const std::string& path, std::uint64_t finding) {
  return fmt::format("{:016x}{:016x}", finding, XXH3_64bits(path.data(), path.size()));
}

}  // namespace

std::string render_gitlab(const RunFindings& run, const ReportOptions& options) {
  Json violations = Json::array();
  for (const FileFindings& file : run.files) {
    const std::string path = shown_path(file.source.path, options);
    for (const Finding& finding : file.findings) {
      violations.push_back(violation(finding.message, run.rules[finding.rule].id, fingerprint_of(path, finding.fingerprint),
                                     gitlab_severity(finding.severity), path, file.source.lines.line_at(finding.source.begin),
                                     file.source.lines.line_at(finding.source.end)));
    }
  }
  std::uint64_t number = 0;
  for (const Problem* problem : problems_of(run)) {
    const std::string path = shown_path(problem->path, options);
    const std::uint32_t line = std::max(problem->line, 1U);
    violations.push_back(violation(said(*problem), "stet/unread", fingerprint_of(path, ++number), "blocker", path, line, line));
  }
  return violations.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
