// Markdown for the summary of a job on GitHub or a comment on a pull request: by article, worst first, both ends of a pair side by side.
// Texts of articles are a stranger's: they are shown, not rendered.
#include <fmt/format.h>

#include <algorithm>

#include "findings/project.h"
#include "reports/formats.h"
#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// GitHub takes 1 MiB in the summary of a step and drops it as a whole beyond.
constexpr std::size_t most_markdown_bytes = 900'000;

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

/// The sentences of a place in one line, cut where they are long.
std::string quoted(const FileFindings& file, Span span) {
  constexpr std::size_t most_words = 60;
  const std::string_view text = file.source.view(with_sentences(file.sentences, span));
  constexpr std::string_view blanks = " \t\r\n";
  std::string line;
  std::size_t words = 0;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos; ++words) {
    if (words == most_words) return shown(line) + " …";
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    line += line.empty() ? "" : " ";
    line += text.substr(at, std::min<std::size_t>(end - at, 200));
    at = text.find_first_not_of(blanks, end);
  }
  return shown(line);
}

/// Bytes of a path that an address may not hold are escaped; a Markdown file is linked as it is written, which has lines.
std::string linked(const std::string& text, const std::string& path, std::uint32_t line, const ReportOptions& options) {
  if (options.files_at.empty()) return text;
  std::string address = options.files_at;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    address += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  if (line > 0) address += fmt::format("?plain=1#L{}", line);
  return fmt::format("[{}]({})", text, address);
}

class MarkdownReport {
 public:
  MarkdownReport(const RunFindings& run, const ReportOptions& options) : run_(run), options_(options) {}

  std::string render() {
    const Totals totals = totals_of(run_);
    const std::string found = totals.errors + totals.warnings + totals.notes == 0
                                  ? "nothing found"
                                  : fmt::format("{}, {}, {}", counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                                                counted(totals.notes, "note"));
    out_ = fmt::format("## stet: {} in {}\n", found, counted(totals.files, "article"));
    for (const Problem* problem : problems_of(run_)) {
      const std::string path = shown_path(problem->path, options_);
      const std::string place = problem->line > 0 ? fmt::format(", line {}", problem->line) : "";
      add(fmt::format("\n**{}** {}{}: {}\n", described(problem->kind), shown(path), place, shown(problem->what)));
    }
    for (const FileFindings* file : worst_articles()) add_article(*file);
    if (hidden_ > 0) out_ += fmt::format("\nand {} that have no room here.\n", counted(hidden_, "more finding"));
    for (const Problem& notice : run_.notices) {
      if (out_.size() < most_markdown_bytes) out_ += fmt::format("\n{}.\n", shown(notice.what));
    }
    return std::move(out_);
  }

 private:
  const RunFindings& run_;
  const ReportOptions& options_;
  std::string out_;
  std::size_t hidden_ = 0;

  void add(const std::string& text) {
    if (out_.size() + text.size() > most_markdown_bytes) {
      ++hidden_;
    } else {
      out_ += text;
    }
  }

  /// Articles with findings: those with the most errors first, then with the most warnings, else in order.
  std::vector<const FileFindings*> worst_articles() const {
    const auto count = [](const FileFindings& file, Severity severity) {
      return std::count_if(file.findings.begin(), file.findings.end(),
                           [&](const Finding& finding) { return finding.severity == severity; });
    };
    std::vector<std::pair<std::pair<std::ptrdiff_t, std::ptrdiff_t>, const FileFindings*>> articles;
    for (const FileFindings& file : run_.files) {
      if (!file.findings.empty()) articles.push_back({{count(file, Severity::error), count(file, Severity::warning)}, &file});
    }
    std::stable_sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const FileFindings*> files;
    files.reserve(articles.size());
    for (const auto& [counts, file] : articles) files.push_back(file);
    return files;
  }

  void add_article(const FileFindings& file) {
    const std::string path = shown_path(file.source.path, options_);
    std::vector<const Finding*> findings;
    findings.reserve(file.findings.size());
    for (const Finding& finding : file.findings) findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    std::string heading = fmt::format("\n### {}\n", linked(shown(path), path, 0, options_));
    for (const Finding* finding : findings) {
      const std::size_t before = out_.size();
      add(heading + said_of(file, path, *finding));
      if (out_.size() > before) heading.clear();
    }
  }

  std::string said_of(const FileFindings& file, const std::string& path, const Finding& finding) const {
    const RuleInfo& rule = run_.rules[finding.rule];
    const std::uint32_t line = file.source.lines.line_at(finding.source.begin);
    const std::string page = rule_page(rule.id);
    const std::string id = page.empty() ? shown(rule.id) : fmt::format("[{}]({})", shown(rule.id), page);
    std::string text = fmt::format("\n**{}** {}: {} ({})\n", name(finding.severity),
                                   linked(fmt::format("line {}", line), path, line, options_), shown(finding.message), id);
    const bool pair = !finding.related.empty() && !finding.related.front().elsewhere;
    if (!pair) {
      text += fmt::format("\n> {}\n", quoted(file, finding.source));
    } else {
      const RelatedLocation& other = finding.related.front();
      const std::uint32_t there = file.source.lines.line_at(other.source.begin);
      text += fmt::format("\n| line {} | {}, {} |\n|---|---|\n| {} | {} |\n", line, shown(other.message),
                          linked(fmt::format("line {}", there), path, there, options_), quoted(file, finding.source),
                          quoted(file, other.source));
    }
    constexpr std::size_t most_places = 3;
    for (std::size_t i = pair ? 1 : 0; i < std::min(finding.related.size(), most_places); ++i) {
      text += "\n" + place_of(file, path, finding.related[i]) + "\n";
    }
    return text;
  }

  std::string place_of(const FileFindings& file, const std::string& path, const RelatedLocation& related) const {
    const std::string other = related.elsewhere ? shown_path(related.elsewhere->path, options_) : path;
    const std::uint32_t line = related.elsewhere ? related.elsewhere->first_line : file.source.lines.line_at(related.source.begin);
    const std::string place = related.elsewhere ? fmt::format("{}, line {}", shown(other), line) : fmt::format("line {}", line);
    return fmt::format("{}: {}", shown(related.message), linked(place, other, line, options_));
  }
};

}  // namespace

std::string render_markdown(const RunFindings& run, const ReportOptions& options) { return MarkdownReport(run, options).render(); }

}  // namespace stet
