#include "cli/watch_screen.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// As much of one line as fits, an ellipsis for the rest.
std::string cut(std::string_view text, std::size_t columns) {
  std::string line = visible(text.substr(0, text.find('\n')));
  if (count_code_points(line) <= columns) return line;
  if (columns == 0) return {};
  std::size_t end = 0;
  for (std::size_t kept = 1; kept < columns; ++kept) next_code_point(line, end);
  return line.substr(0, end) + "…";
}

std::string_view color_of(Severity severity) {
  return severity == Severity::error ? "\x1b[31m" : severity == Severity::warning ? "\x1b[33m" : "\x1b[36m";
}

std::string counts_of(const std::vector<const WatchedFile*>& files) {
  Totals totals;
  for (const WatchedFile* file : files) {
    for (const WatchedFinding& finding : file->findings) {
      std::size_t& count = finding.rule.empty()                    ? totals.unread
                           : finding.severity == Severity::error   ? totals.errors
                           : finding.severity == Severity::warning ? totals.warnings
                                                                   : totals.notes;
      ++count;
    }
  }
  const std::string articles = counted(files.size(), "article");
  const bool nothing = totals.errors + totals.warnings + totals.notes + totals.unread == 0;
  if (nothing) return articles + ": nothing found";
  std::string text = fmt::format("{}: {}, {}, {}", articles, counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                                 counted(totals.notes, "note"));
  if (totals.unread > 0) text += fmt::format("; {} not read", totals.unread);
  return text;
}

std::string line_of(const WatchedFile& file, const WatchedFinding& finding, std::size_t columns, bool color) {
  const std::string_view severity = finding.rule.empty() ? "not read" : name(finding.severity);
  const std::string place = fmt::format("{}:{}:{}", visible(file.path), finding.at.line, finding.at.column);
  const std::string rule = finding.rule.empty() ? "" : fmt::format(" [{}]", finding.rule);
  std::string line = cut(fmt::format("{}: {}: {}{}", place, severity, finding.message, rule), columns);
  if (!color) return line;
  const std::size_t mark = line.find(": ", std::min(place.size(), line.size()));
  if (mark == std::string::npos || line.compare(mark + 2, severity.size(), severity) != 0) return line;  // cut off
  return fmt::format("{}{}{}\x1b[0m{}", line.substr(0, mark + 2), color_of(finding.severity), severity,
                     line.substr(mark + 2 + severity.size()));
}

}  // namespace

WatchedFile watched_file(const FileFindings& file, const std::vector<RuleInfo>& rules, const ReportOptions& options) {
  WatchedFile watched{shown_path(file.source.path, options), {}};
  for (const Problem& problem : file.problems) {
    watched.findings.push_back({Severity::warning, {std::max(problem.line, 1U), std::max(problem.column, 1U)}, problem.what, {}});
  }
  for (const Finding& finding : file.findings) {
    watched.findings.push_back({finding.severity, file.source.position(finding.source.begin), finding.message, rules[finding.rule].id});
  }
  return watched;
}

std::string watch_screen(const std::vector<const WatchedFile*>& files, const std::string& faults, ScreenSize size, bool color) {
  std::vector<std::string> lines;
  lines.push_back(cut(faults.empty() ? counts_of(files) : "stet cannot check:", size.columns));
  // Two lines are for the counts and the end.
  const std::size_t room = size.rows > 2 ? size.rows - 2 : 0;
  std::size_t left_out = 0;
  const auto add = [&](std::string line) {
    if (lines.size() <= room) {
      lines.push_back(std::move(line));
    } else {
      ++left_out;
    }
  };
  for (std::string_view rest = faults; !rest.empty();) {
    add(cut(rest, size.columns));
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  if (faults.empty()) {
    for (const WatchedFile* file : files) {
      for (const WatchedFinding& finding : file->findings) add(line_of(*file, finding, size.columns, color));
    }
  }
  const std::string more = left_out == 0 ? "" : fmt::format("{} more; ", left_out);
  if (size.rows > 1) lines.push_back(cut(more + "q leaves", size.columns));
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace stet
