#include <fmt/format.h>

#include "reports/formats.h"
#include "reports/shared.h"

namespace stet {

std::string render_checkstyle(const RunFindings& run, const ReportOptions& options) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const FileFindings& file : run.files) {
    if (file.findings.empty() && file.problems.empty()) continue;
    out += fmt::format("  <file name=\"{}\">\n", xml_escaped(shown_path(file.source.path, options)));
    for (const Finding& finding : file.findings) {
      const Position at = file.source.position(finding.source.begin);
      out += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"stet.{}\"/>\n", at.line, at.column,
                         finding.severity == Severity::note ? "info" : name(finding.severity), xml_escaped(finding.message),
                         xml_escaped(run.rules[finding.rule].id));
    }
    for (const Problem& problem : file.problems) {
      out += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"error\" message=\"not read: {}\" source=\"stet.unread\"/>\n",
                         std::max(problem.line, 1U), std::max(problem.column, 1U), xml_escaped(problem.what));
    }
    out += "  </file>\n";
  }
  return out + "</checkstyle>\n";
}

}  // namespace stet
