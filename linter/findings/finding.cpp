#include "findings/finding.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "text/unicode.h"

namespace stet {
namespace {

/// The words that a finding is known by: those of its whole sentences, and of its other ends.
std::string content_of(const Finding& finding, const FileFindings& file, const std::vector<RuleInfo>& rules) {
  const auto said = [&](Span span) { return folded_words(file.source.view(with_sentences(file.sentences, span))) + "|"; };
  std::string content = rules[finding.rule].id + "|" + said(finding.source);
  for (const RelatedLocation& related : finding.related) {
    content += related.elsewhere ? folded_words(related.elsewhere->text) + "|" : said(related.source);
  }
  return content;
}

auto order(const Finding& finding) { return std::tie(finding.source.begin, finding.source.end, finding.rule, finding.message); }

}  // namespace

FileFindings unread_file(std::string path, Problem why) {
  FileFindings file;
  file.source.path = std::move(path);
  file.problems.push_back(std::move(why));
  return file;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::string_view name(Precision precision) {
  switch (precision) {
    case Precision::low:
      return "low";
    case Precision::medium:
      return "medium";
    case Precision::high:
      return "high";
    case Precision::very_high:
      return "very-high";
  }
  return {};
}

std::string_view name(MarkKind kind) { return kind == MarkKind::flips ? "flips" : "aligns"; }

namespace {

/// What a finding is about: the passage that it covers, or the place that it points at.
Span extent_of(const Finding& finding) { return finding.covers.empty() ? finding.source : finding.covers; }

/// By rule to which some finding's rule yields: what its findings are about, ascending; those of one rule hardly overlap.
std::map<std::string_view, std::vector<Span>> extents_by_rule(const FileFindings& file, const std::vector<RuleInfo>& rules) {
  std::set<std::string_view> wanted;
  for (const Finding& finding : file.findings) {
    const std::vector<SharedText>& yields_to = rules[finding.rule].yields_to;
    wanted.insert(yields_to.begin(), yields_to.end());
  }
  std::map<std::string_view, std::vector<Span>> extents;
  for (const Finding& finding : file.findings) {
    const std::string_view rule = rules[finding.rule].id;
    if (wanted.contains(rule)) extents[rule].push_back(extent_of(finding));
  }
  for (auto& [rule, spans] : extents) std::sort(spans.begin(), spans.end());
  return extents;
}

bool lies_in(Span span, const std::vector<Span>& spans) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), Span{span.begin, 0xFFFFFFFF});
  return after != spans.begin() && std::prev(after)->contains(span);
}

/// Is one of the spans within this one? They are sorted.
bool holds_one(Span span, const std::vector<Span>& spans) {
  for (auto at = std::lower_bound(spans.begin(), spans.end(), Span{span.begin, 0}); at != spans.end() && at->begin < span.end; ++at) {
    if (span.contains(*at)) return true;
  }
  return false;
}

}  // namespace

void drop_covered(FileFindings& file, const std::vector<RuleInfo>& rules) {
  const auto extents = extents_by_rule(file, rules);
  if (extents.empty()) return;
  std::erase_if(file.findings, [&](const Finding& finding) {
    const std::vector<SharedText>& yields_to = rules[finding.rule].yields_to;
    const Span span = extent_of(finding);
    return std::any_of(yields_to.begin(), yields_to.end(), [&](const std::string& rule) {
      const auto spans = extents.find(rule);
      return spans != extents.end() && (lies_in(span, spans->second) || holds_one(span, spans->second));
    });
  });
}

std::string folded_words(std::string_view passage) {
  const std::string folded = fold(passage);
  std::string words;
  bool gap = false;
  for (std::size_t offset = 0; offset < folded.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(folded, offset);
    if (!is_letter(c) && !is_digit(c)) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words.append(folded, start, offset - start);
  }
  return words;
}

Span with_sentences(const std::vector<Span>& sentences, Span span) {
  auto sentence = std::partition_point(sentences.begin(), sentences.end(), [&](Span other) { return other.end <= span.begin; });
  Span result = span;
  for (; sentence != sentences.end() && sentence->begin < span.end; ++sentence) result = cover(result, *sentence);
  return result;
}

void sort(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return order(a) < order(b); });
}

namespace {

/// Fills in Finding::content, and keeps one of the findings at one place that relate it to the same words: whether their messages differ,
/// by the number of a line, must not depend on how the text is wrapped.
void drop_same_words(FileFindings& file, const std::vector<RuleInfo>& rules) {
  std::set<std::tuple<std::uint32_t, Span, std::uint64_t>> seen;
  std::erase_if(file.findings, [&](Finding& finding) {
    const std::string content = content_of(finding, file, rules);
    finding.content = XXH3_64bits(content.data(), content.size());
    return !finding.related.empty() && !seen.emplace(finding.rule, finding.source, finding.content).second;
  });
}

}  // namespace

void finish(FileFindings& file, const std::vector<RuleInfo>& rules) {
  std::vector<Finding>& findings = file.findings;
  sort(findings);
  const auto same = [](const Finding& a, const Finding& b) { return order(a) == order(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  drop_same_words(file, rules);
  std::map<std::string, std::uint64_t> seen;
  for (Finding& finding : findings) {
    std::string content = content_of(finding, file, rules);
    content += std::to_string(seen[content]++);
    finding.fingerprint = XXH3_64bits(content.data(), content.size());
  }
}

}  // namespace stet
