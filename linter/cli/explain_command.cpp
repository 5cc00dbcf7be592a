// `stet explain`: a rule, or what is found at a line of an article.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <ostream>
#include <set>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/reference.h"
#include "cli/style.h"
#include "text/unicode.h"

namespace stet {
namespace {

const Rule* find_rule(const RuleSet& rules, const std::string& id) {
  const auto rule = std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& candidate) { return candidate.info.id == id; });
  return rule == rules.rules.end() ? nullptr : &*rule;
}

struct Place {
  std::string path;
  std::uint32_t line = 0;
};

/// "PATH:LINE", or "PATH:LINE:COLUMN" as reports print it.
std::optional<Place> place_in(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  while (numbers.size() < 2) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) break;
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) break;
    numbers.push_back(number);
    text = text.substr(0, colon);
  }
  if (numbers.empty()) return std::nullopt;
  return Place{std::string(text), numbers.back()};
}

bool covers_line(const Source& source, Span span, std::uint32_t line) {
  return source.lines.line_at(span.begin) <= line && line <= source.lines.line_at(std::max(span.begin, span.end == 0 ? 0 : span.end - 1));
}

/// Is one end of the finding in this line?
bool stands_at(const Source& source, const Finding& finding, std::uint32_t line) {
  return covers_line(source, finding.source, line) ||
         std::any_of(finding.related.begin(), finding.related.end(),
                     [&](const RelatedLocation& related) { return !related.elsewhere && covers_line(source, related.source, line); });
}

/// "a.md:3: nothing is found there; there are findings at lines 7 and 12".
std::string nothing_at(const Place& place, const FileFindings& file) {
  std::set<std::uint32_t> lines;
  for (const Finding& finding : file.findings) lines.insert(file.source.lines.line_at(finding.source.begin));
  std::string text = fmt::format("{}:{}: nothing is found there", visible(place.path), place.line);
  constexpr std::size_t most_lines = 12;
  if (lines.empty()) return text + ", nor anywhere else in the article\n";
  std::vector<std::uint32_t> nearest(lines.begin(), lines.end());
  std::stable_sort(nearest.begin(), nearest.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto distance = [&](std::uint32_t line) { return line > place.line ? line - place.line : place.line - line; };
    return distance(a) < distance(b);
  });
  nearest.resize(std::min(nearest.size(), most_lines));
  std::sort(nearest.begin(), nearest.end());
  return text + fmt::format("; the nearest findings are in line{} {}\n", nearest.size() == 1 ? "" : "s", fmt::join(nearest, ", "));
}

int explain_place(const CliOptions& options, const Place& place, std::ostream& out, std::ostream& err) {
  Engines engines(options);
  const auto engine = engines.for_file(place.path);
  if (const Problems problems = engines.take_problems(); !problems.empty()) return report(problems, err);
  if (engine == nullptr) {
    out << fmt::format("{} is not checked: the configuration excludes it\n", visible(place.path));
    return exit_clean;
  }
  auto source = read_source(place.path, engines.limits_of(*engine));
  if (!source) {
    err << render(source.error());
    return exit_unread;
  }
  RunFindings run;
  run.rules = engine->infos;
  run.files.push_back(check_source(*engine, std::move(*source)));
  FileFindings& file = run.files.front();
  const std::string nothing = nothing_at(place, file);
  std::erase_if(file.findings, [&](const Finding& finding) { return !stands_at(file.source, finding, place.line); });
  if (file.findings.empty()) {
    out << nothing;
    return exit_clean;
  }
  const std::string findings = find_format("text")->render(run, report_options_of(options));
  out << findings.substr(0, findings.rfind("\n\n") + 2);  // without the line of totals
  std::set<std::uint32_t> explained;
  for (const Finding& finding : file.findings) {
    const Rule* rule = find_rule(engine->rules, run.rules[finding.rule].id);
    if (rule != nullptr && explained.insert(finding.rule).second) out << explanation(*rule) << '\n';
  }
  return exit_clean;
}

}  // namespace

int run_explain(const CliOptions& options, std::ostream& out, std::ostream& err) {
  if (const auto place = place_in(options.rule)) return explain_place(options, *place, out, err);
  const auto rules = load(options);
  if (!rules) return report(rules.error(), err);
  if (const Rule* rule = find_rule(*rules, options.rule)) {
    out << explanation(*rule);
    return exit_clean;
  }
  std::error_code ignored;
  if (std::filesystem::is_regular_file(options.rule, ignored)) {
    return report(
        {usage_fault(options.rule, "explain: a rule, or a line of an article, is explained",
                     fmt::format("`stet explain {0}:LINE` says what is found in a line, `stet {0}` what is found in all", options.rule))},
        err);
  }
  return report(unknown_names(ids_of(*rules), {options.rule}, "explain"), err);
}

}  // namespace stet
