#include <fmt/format.h>

#include "reports/formats.h"
#include "reports/shared.h"

namespace stet {

namespace {

/// What was not read, of an article or of a whole run, is an error as well: a run that saw only a part must not look clean.
std::string unread(const Problem& problem) {
  return fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"error\" message=\"{}\" source=\"stet.unread\"/>\n",
                     std::max(problem.line, 1U), std::max(problem.column, 1U), xml_escaped(said(problem)));
}

std::string file_element(const std::string& path, const std::string& errors, const ReportOptions& options) {
  return fmt::format("  <file name=\"{}\">\n{}  </file>\n", xml_escaped(shown_path(path, options)), errors);
}

}  // namespace

std::string render_checkstyle(const RunFindings& run, const ReportOptions& options) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const Problem& problem : run.problems) out += file_element(problem.path, unread(problem), options);
  for (const FileFindings& file : run.files) {
    std::string errors;
    for (const Finding& finding : file.findings) {
      const Position at = file.source.position(finding.source.begin);
      errors += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"stet.{}\"/>\n", at.line,
                            at.column, finding.severity == Severity::note ? "info" : name(finding.severity), xml_escaped(finding.message),
                            xml_escaped(run.rules[finding.rule].id));
    }
    for (const Problem& problem : file.problems) errors += unread(problem);
    if (!errors.empty()) out += file_element(file.source.path, errors, options);
  }
  return out + "</checkstyle>\n";
}

}  // namespace stet
