// A Markdown table, for the summary of a job on GitHub or a comment on a pull request. Texts of articles are a stranger's: they are shown,
// not rendered.
#include <fmt/format.h>

#include "reports/formats.h"
#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// GitHub takes 1 MiB in the summary of a step and drops it as a whole beyond.
constexpr std::size_t most_bytes = 900'000;

/// ASCII punctuation that could be markup, a link or a mention becomes a numeric character reference.
std::string shown(std::string_view text) {
  constexpr std::string_view plain = " ,.;/-'?=";
  std::string result;
  for (const char c : visible(text)) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    result +=
        !ascii || alphanumeric || plain.find(c) != std::string_view::npos ? std::string(1, c) : fmt::format("&#{};", static_cast<int>(c));
  }
  return result;
}

std::string row(std::string_view kind, const std::string& path, std::uint32_t line, const std::string& what) {
  const std::string place = line > 0 ? fmt::format(", line {}", line) : "";
  return fmt::format("| {} | {}{} | {} |\n", kind, shown(path), place, what);
}

}  // namespace

std::string render_markdown(const RunFindings& run, const ReportOptions& options) {
  const Totals totals = totals_of(run);
  std::string out = fmt::format("## stet: {}, {}, {} in {}\n\n", counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                                counted(totals.notes, "note"), counted(totals.files, "article"));
  const std::vector<Located> findings = worst_first(run);
  const std::vector<const Problem*> problems = problems_of(run);
  if (!findings.empty() || !problems.empty()) out += "| | Where | What |\n|---|---|---|\n";
  std::size_t hidden = findings.size() + problems.size();
  const auto add = [&](const std::string& line) {
    if (out.size() + line.size() > most_bytes) return;
    out += line;
    --hidden;
  };
  for (const Problem* problem : problems)
    add(row(described(problem->kind), shown_path(problem->path, options), problem->line, shown(problem->what)));
  for (const Located& located : findings) {
    const Finding& finding = *located.finding;
    const Source& source = located.file->source;
    std::string what = shown(finding.message);
    for (std::size_t i = 0; i < std::min<std::size_t>(finding.related.size(), 3); ++i) {
      const RelatedLocation& related = finding.related[i];
      what += related.elsewhere ? fmt::format("; {}: {}, line {}", shown(related.message),
                                              shown(shown_path(related.elsewhere->path, options)), related.elsewhere->first_line)
                                : fmt::format("; {}: line {}", shown(related.message), source.lines.line_at(related.source.begin));
    }
    what += fmt::format(" ({})", shown(run.rules[finding.rule].id));
    add(row(name(finding.severity), shown_path(source.path, options), source.lines.line_at(finding.source.begin), what));
  }
  if (hidden > 0) out += fmt::format("\nand {} that have no room here.\n", counted(hidden, "more finding"));
  for (const Problem& notice : run.notices) {
    if (out.size() < most_bytes) out += fmt::format("\n{}.\n", shown(notice.what));
  }
  return out;
}

}  // namespace stet
