// GitHub Actions workflow commands: at most ten errors and ten warnings a step are shown, so the worst come first and the rest is counted.
#include <fmt/format.h>

#include "findings/project.h"
#include "reports/formats.h"
#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t most_shown = 10;

/// As @actions/toolkit escapes data, line ends too; `property` also escapes what would end a property. Other control characters, which a
/// log would obey, become visible.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    const bool own = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    result += own ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return visible(result);
}

std::string_view command_of(Severity severity) { return severity == Severity::note ? "notice" : name(severity); }

/// What an annotation says: the fault, why it is one, what to write instead, how to let it stand, and where more is.
std::string advice(const Finding& finding, const RuleInfo& rule) {
  std::string text = finding.message;
  if (!rule.why.empty()) text += fmt::format("\n\n{}", rule.why);
  if (!rule.instead.empty()) text += fmt::format("\n{}", rule.instead);
  text += fmt::format("\n\nTo let it stand, write before it: <!-- stet {}: reason -->", rule.id);
  const std::string page = rule_page(rule.id);
  return page.empty() ? text : text + "\n" + page;
}

}  // namespace

std::string render_github(const RunFindings& run, const ReportOptions& options) {
  std::string out;
  std::array<std::size_t, 3> shown = {0, 0, 0};
  std::size_t hidden = 0;
  const auto has_room = [&](Severity severity) {
    const bool room = ++shown[static_cast<std::size_t>(severity)] <= most_shown;
    hidden += room ? 0U : 1U;
    return room;
  };
  for (const Problem* problem : problems_of(run)) {
    if (!has_room(Severity::error)) continue;
    out += fmt::format("::error file={},line={}::{}\n", escaped(shown_path(problem->path, options), true), std::max(problem->line, 1U),
                       escaped(said(*problem), false));
  }
  for (const Located& located : worst_first(run)) {
    const Finding& finding = *located.finding;
    if (!has_room(finding.severity)) continue;
    const Source& source = located.file->source;
    const Position begin = source.position(finding.source.begin);
    const Position end = source.position(finding.source.end);
    // Columns mean something within one line only.
    const std::string columns = begin.line == end.line ? fmt::format(",col={},endColumn={}", begin.column, end.column) : "";
    out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", command_of(finding.severity),
                       escaped(shown_path(source.path, options), true), begin.line, end.line, columns,
                       escaped(run.rules[finding.rule].id, true), escaped(advice(finding, run.rules[finding.rule]), false));
  }
  // Not a notice of its own, which would count as well.
  if (hidden > 0) out += fmt::format("{} not shown here; the summary of the job lists them\n", counted(hidden, "finding"));
  return out;
}

}  // namespace stet
