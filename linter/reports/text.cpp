#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/excerpt.h"
#include "reports/formats.h"
#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t many = 50;  // findings: more than one goes through in a terminal

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view yellow = "\x1b[33m";
constexpr std::string_view cyan = "\x1b[36m";

class TextReport {
 public:
  TextReport(const RunFindings& run, const ReportOptions& options) : run_(run), options_(options) {}

  std::string render() {
    for (const FileFindings& file : run_.files) {
      for (const Finding& finding : file.findings) add(file, finding);
    }
    for (const Problem* problem : problems_of(run_)) out_ += stet::render(*problem);
    for (const Problem& notice : run_.notices) out_ += stet::render(notice);
    summary();
    return std::move(out_);
  }

 private:
  const RunFindings& run_;
  const ReportOptions& options_;
  std::set<std::uint32_t> explained_;
  std::string out_;

  std::string painted(std::string_view text, std::string_view color) const {
    return options_.color ? fmt::format("{}{}\x1b[0m", color, text) : std::string(text);
  }

  static std::string_view color_of(Severity severity) {
    return severity == Severity::error ? red : severity == Severity::warning ? yellow : cyan;
  }

  void add(const FileFindings& file, const Finding& finding) {
    const RuleInfo& rule = run_.rules[finding.rule];
    const Position at = file.source.position(finding.source.begin);
    const std::string place = fmt::format("{}:{}:{}", visible(shown_path(file.source.path, options_)), at.line, at.column);
    out_ += fmt::format("{}: {}: {} {}\n", painted(place, bold), painted(name(finding.severity), color_of(finding.severity)),
                        visible(finding.message), painted(fmt::format("[{}]", rule.id), dim));
    excerpt(file, finding.source, '^', color_of(finding.severity));
    constexpr std::size_t most_shown = 3;
    for (std::size_t i = 0; i < std::min(finding.related.size(), most_shown); ++i) {
      const RelatedLocation& related = finding.related[i];
      if (related.elsewhere) {
        add_elsewhere(related);
        continue;
      }
      out_ += painted(fmt::format("  {}, line {}:\n", visible(related.message), file.source.lines.line_at(related.source.begin)), dim);
      excerpt(file, related.source, '~', cyan);
    }
    if (finding.related.size() > most_shown) out_ += painted(fmt::format("  and {} more\n", finding.related.size() - most_shown), dim);
    if (explained_.insert(finding.rule).second && !rule.instead.empty()) {
      paragraph(visible(rule.why) + " " + visible(rule.instead), dim);
    }
    out_ += '\n';
  }

  /// Lines of words with two blanks before each.
  void paragraph(std::string_view text, std::string_view color) {
    std::string lines = wrapped(text, options_.columns, "  ");
    if (!lines.empty()) lines.pop_back();
    out_ += painted(lines, color) + "\n";
  }

  /// A place in another file: its path and how it begins.
  void add_elsewhere(const RelatedLocation& related) {
    const PlaceElsewhere& place = *related.elsewhere;
    const std::string path = visible(shown_path(place.path, options_));
    out_ += painted(fmt::format("  {}, {}:{}:\n", visible(related.message), path, place.first_line), dim);
    out_ += fmt::format("{} | {}…\n", painted(fmt::format("{:>5}", place.first_line), dim), visible(place.text));
  }

  /// The lines of the span, each with marks below its words.
  void excerpt(const FileFindings& file, Span span, char mark, std::string_view color) {
    constexpr std::size_t gutter = 8;  // "    7 | "
    const ExcerptStyle style{options_.columns > gutter ? options_.columns - gutter : 0, mark};
    for (const ExcerptRow& row : excerpt_of(file.source, file.sentences, span, style)) {
      const std::string number = row.line == 0 ? std::string(5, ' ') : painted(fmt::format("{:>5}", row.line), dim);
      out_ += fmt::format("{} | {}\n", number, row.text);
      if (row.marks.empty()) continue;
      const std::size_t indent = row.marks.find(mark);
      out_ += fmt::format("{:5} | {}{}\n", "", row.marks.substr(0, indent), painted(row.marks.substr(indent), color));
    }
  }

  /// Where the most is to be done, and what to do with so much. Findings stand in the order of articles above it.
  void by_article() {
    std::vector<const FileFindings*> files;
    for (const FileFindings& file : run_.files) {
      if (!file.findings.empty()) files.push_back(&file);
    }
    std::stable_sort(files.begin(), files.end(),
                     [](const FileFindings* a, const FileFindings* b) { return a->findings.size() > b->findings.size(); });
    constexpr std::size_t most_listed = 20;
    for (std::size_t i = 0; i < std::min(files.size(), most_listed); ++i) {
      const auto errors =
          static_cast<std::size_t>(std::count_if(files[i]->findings.begin(), files[i]->findings.end(),
                                                 [](const Finding& finding) { return finding.severity == Severity::error; }));
      const std::string worst = errors == 0 ? "" : painted(fmt::format("  {}", counted(errors, "error")), red);
      out_ += fmt::format("{:>6}  {}{}\n", files[i]->findings.size(), visible(shown_path(files[i]->source.path, options_)), worst);
    }
    if (files.size() > most_listed) out_ += fmt::format("        and {}\n", counted(files.size() - most_listed, "more article"));
    out_ += '\n';
    paragraph(
        "These are many. `--show error` shows the worst alone, `--format html --output report.html` makes a page to go through them "
        "article by article, `stet stats` says what the site is like, and `--baseline FILE --update-baseline` accepts what is there "
        "today, so that later runs say what is new.",
        dim);
    out_ += '\n';
  }

  void summary() {
    const Totals totals = totals_of(run_);
    const std::size_t findings = totals.errors + totals.warnings + totals.notes;
    if (findings > many) by_article();
    const std::string files = counted(totals.files, "article");
    if (findings == 0) {
      out_ += fmt::format("{}: nothing found", files);
    } else {
      out_ += fmt::format("{}: {}, {}, {}", files, counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                          counted(totals.notes, "note"));
    }
    if (options_.hidden > 0) out_ += fmt::format("; {} milder not shown", options_.hidden);
    if (totals.fixable > 0) out_ += fmt::format("; {} can be mended with --fix", totals.fixable);
    if (totals.unread > 0) out_ += fmt::format("; {} not read", totals.unread);
    out_ += '\n';
  }
};

}  // namespace

std::string render_text(const RunFindings& run, const ReportOptions& options) { return TextReport(run, options).render(); }

}  // namespace stet
