#include <fmt/format.h>

#include "reports/formats.h"
#include "reports/shared.h"

namespace stet {
namespace {

std::string error(const Problem& problem) { return fmt::format("      <error message=\"{}\"/>\n", xml_escaped(said(problem))); }

/// What is wrong with no article of the run, such as one that is missing, is a test case of its own.
std::string test_case(const Problem& problem, const ReportOptions& options) {
  const std::string name = problem.path.empty() ? "the run" : shown_path(problem.path, options);
  return fmt::format("    <testcase classname=\"stet\" name=\"{}\">\n{}    </testcase>\n", xml_escaped(name), error(problem));
}

/// One article is one test case; its findings are one failure, what was not read an error.
std::string test_case(const FileFindings& file, const RunFindings& run, const ReportOptions& options) {
  const std::string path = xml_escaped(shown_path(file.source.path, options));
  std::string out = fmt::format("    <testcase classname=\"stet\" name=\"{}\">\n", path);
  if (!file.findings.empty()) {
    out += fmt::format("      <failure message=\"{}\">", counted(file.findings.size(), "finding"));
    for (const Finding& finding : file.findings) {
      const Position at = file.source.position(finding.source.begin);
      out += fmt::format("\n{}:{}:{}: {}: {} [{}]", path, at.line, at.column, name(finding.severity), xml_escaped(finding.message),
                         xml_escaped(run.rules[finding.rule].id));
    }
    out += "\n</failure>\n";
  }
  for (const Problem& problem : file.problems) out += error(problem);
  return out + "    </testcase>\n";
}

}  // namespace

std::string render_junit(const RunFindings& run, const ReportOptions& options) {
  std::size_t failures = 0;
  std::size_t errors = run.problems.size();
  std::string cases;
  for (const Problem& problem : run.problems) cases += test_case(problem, options);
  for (const FileFindings& file : run.files) {
    failures += file.findings.empty() ? 0U : 1U;
    errors += file.problems.size();
    cases += test_case(file, run, options);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"stet\" tests=\"{}\" failures=\"{}\" "
      "errors=\"{}\">\n{}  </testsuite>\n"
      "</testsuites>\n",
      run.files.size() + run.problems.size(), failures, errors, cases);
}

}  // namespace stet
