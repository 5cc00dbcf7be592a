#include "reports/shared.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/unicode.h"

namespace stet {

Totals totals_of(const RunFindings& run) {
  Totals totals;
  totals.files = run.files.size();
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) {
      totals.fixable += !finding.fixes.empty() && finding.fixes.front().safe ? 1U : 0U;
      ++(finding.severity == Severity::error ? totals.errors : finding.severity == Severity::warning ? totals.warnings : totals.notes);
    }
  }
  for (const Problem* problem : problems_of(run)) totals.unread += problem->kind == ProblemKind::unread ? 1U : 0U;
  return totals;
}

std::string_view family_of(std::string_view rule_id) {
  if (rule_id.starts_with("repetition/")) return "R";
  if (rule_id.starts_with("contradiction/") || rule_id.starts_with("consistency/")) return "C";
  if (rule_id.starts_with("citation/")) return "M";
  return rule_id.starts_with("medical/") ? "S" : "";
}

std::vector<const Problem*> problems_of(const RunFindings& run) {
  std::vector<const Problem*> problems;
  problems.reserve(run.problems.size());
  for (const Problem& problem : run.problems) problems.push_back(&problem);
  for (const FileFindings& file : run.files) {
    for (const Problem& problem : file.problems) problems.push_back(&problem);
  }
  return problems;
}

std::string said(const Problem& problem) { return fmt::format("{}: {}", described(problem.kind), problem.what); }

std::string shown_path(std::string_view path, const ReportOptions& options) {
  std::string_view root = options.root;
  while (root.ends_with('/')) root.remove_suffix(1);
  if (!root.empty() && path.starts_with(root) && path.size() > root.size() && path[root.size()] == '/') path.remove_prefix(root.size() + 1);
  while (path.starts_with("./")) path.remove_prefix(2);
  return std::string(path);
}

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

std::string xml_escaped(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::vector<Located> worst_first(const RunFindings& run) {
  std::vector<Located> all;
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) all.push_back({&file, &finding});
  }
  std::stable_sort(all.begin(), all.end(), [](const Located& a, const Located& b) { return a.finding->severity > b.finding->severity; });
  return all;
}

}  // namespace stet
