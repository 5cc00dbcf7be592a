#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/formats.h"
#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t window = 100;  // code points of a line that are shown

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view yellow = "\x1b[33m";
constexpr std::string_view cyan = "\x1b[36m";

/// Moves `offset` to a UTF-8 border at or after it.
std::uint32_t border(std::string_view bytes, std::uint32_t offset) {
  while (offset < bytes.size() && (static_cast<unsigned char>(bytes[offset]) & 0xC0U) == 0x80U) ++offset;
  return offset;
}

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
    excerpt(file.source, finding.source, '^', color_of(finding.severity));
    constexpr std::size_t most_shown = 3;
    for (std::size_t i = 0; i < std::min(finding.related.size(), most_shown); ++i) {
      const RelatedLocation& related = finding.related[i];
      if (related.elsewhere) {
        add_elsewhere(related);
        continue;
      }
      out_ += painted(fmt::format("  {}, line {}:\n", visible(related.message), file.source.lines.line_at(related.source.begin)), dim);
      excerpt(file.source, related.source, '~', cyan);
    }
    if (finding.related.size() > most_shown) out_ += painted(fmt::format("  and {} more\n", finding.related.size() - most_shown), dim);
    if (explained_.insert(finding.rule).second && !rule.instead.empty()) {
      out_ += painted(fmt::format("  {} {}\n", visible(rule.why), visible(rule.instead)), dim);
    }
    out_ += '\n';
  }

  /// A place in another file: its path and how it begins.
  void add_elsewhere(const RelatedLocation& related) {
    const PlaceElsewhere& place = *related.elsewhere;
    const std::string path = visible(shown_path(place.path, options_));
    out_ += painted(fmt::format("  {}, {}:{}:\n", visible(related.message), path, place.first_line), dim);
    out_ += fmt::format("{} | {}…\n", painted(fmt::format("{:>5}", place.first_line), dim), visible(place.text));
  }

  /// The first line of the span, cut to a window around its start, with marks below it.
  void excerpt(const Source& source, Span span, char mark, std::string_view color) {
    const std::uint32_t number = source.lines.line_at(span.begin);
    const Span line = source.lines.line(number);
    const Span marked{span.begin, std::clamp(span.end, span.begin, line.end)};
    // Half of the window stands before the span when the line is longer than the window.
    const std::uint32_t before =
        marked.begin - line.begin > window / 2 ? border(source.bytes, marked.begin - static_cast<std::uint32_t>(window / 3)) : line.begin;
    const std::uint32_t after = std::min(line.end, border(source.bytes, before + static_cast<std::uint32_t>(window)));
    const std::string head = before > line.begin ? "…" : "";
    const std::string shown = head + visible(source.view({before, after})) + (after < line.end ? "…" : "");
    const std::size_t indent = count_code_points(head) + count_code_points(visible(source.view({before, marked.begin})));
    const std::uint32_t end = std::max(std::min(marked.end, after), marked.begin);
    const std::size_t width = std::max<std::size_t>(1, count_code_points(visible(source.view({marked.begin, end}))));
    const std::string gutter = fmt::format("{:>5}", number);
    out_ += fmt::format("{} | {}\n{} | {}{}\n", painted(gutter, dim), shown, std::string(gutter.size(), ' '), std::string(indent, ' '),
                        painted(std::string(width, mark), color));
  }

  void summary() {
    const Totals totals = totals_of(run_);
    const std::string files = counted(totals.files, "article");
    if (totals.errors + totals.warnings + totals.notes == 0) {
      out_ += fmt::format("{}: nothing found", files);
    } else {
      out_ += fmt::format("{}: {}, {}, {}", files, counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                          counted(totals.notes, "note"));
    }
    if (totals.fixable > 0) out_ += fmt::format("; {} can be mended with --fix", totals.fixable);
    if (totals.unread > 0) out_ += fmt::format("; {} not read", totals.unread);
    out_ += '\n';
  }
};

}  // namespace

std::string render_text(const RunFindings& run, const ReportOptions& options) { return TextReport(run, options).render(); }

}  // namespace stet
