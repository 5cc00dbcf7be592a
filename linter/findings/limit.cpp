#include "findings/limit.h"

#include <fmt/format.h>

#include <array>

namespace stet {
namespace {

/// How many findings of each severity may still be kept.
class Budget {
 public:
  explicit Budget(std::uint64_t most) : left_(most) {}

  void count(const FileFindings& file) {
    for (const Finding& finding : file.findings) ++wanted_[static_cast<std::size_t>(finding.severity)];
  }
  /// The worst come first.
  void share_out() {
    for (std::size_t severity = wanted_.size(); severity-- > 0;) {
      kept_[severity] = std::min(wanted_[severity], left_);
      left_ -= kept_[severity];
    }
  }
  /// Removes what has no room; the number of what was removed.
  std::size_t cut(FileFindings& file) {
    return std::erase_if(file.findings, [&](const Finding& finding) {
      std::uint64_t& kept = kept_[static_cast<std::size_t>(finding.severity)];
      if (kept == 0) return true;
      --kept;
      return false;
    });
  }

 private:
  std::uint64_t left_;
  std::array<std::uint64_t, 3> wanted_ = {0, 0, 0};
  std::array<std::uint64_t, 3> kept_ = {0, 0, 0};
};

Problem left_out(std::string path, std::size_t count, std::string_view where, std::string_view limit) {
  return {.kind = ProblemKind::left_out,
          .path = std::move(path),
          .what = fmt::format("{} finding{} beyond the limit of {}", count, count == 1 ? "" : "s", where),
          .mend = fmt::format("mend or suppress some, or raise it: --limit {}=N", limit)};
}

}  // namespace

void limit_findings(FileFindings& file, const Limits& limits) {
  if (file.findings.size() <= limits.findings_per_file) return;
  Budget budget(limits.findings_per_file);
  budget.count(file);
  budget.share_out();
  const std::size_t gone = budget.cut(file);
  file.problems.push_back(
      left_out(file.source.path, gone, fmt::format("{} in one article", limits.findings_per_file), "findings-per-file"));
}

void limit_findings(RunFindings& run, const Limits& limits) {
  Budget budget(limits.findings);
  std::uint64_t all = 0;
  for (const FileFindings& file : run.files) all += file.findings.size();
  if (all <= limits.findings) return;
  for (const FileFindings& file : run.files) budget.count(file);
  budget.share_out();
  std::size_t gone = 0;
  for (FileFindings& file : run.files) gone += budget.cut(file);
  run.problems.push_back(left_out({}, gone, fmt::format("{} in one run", limits.findings), "findings"));
}

Severity severity_named(std::string_view text) {
  return text == "error" ? Severity::error : text == "note" ? Severity::note : Severity::warning;
}

std::size_t drop_milder(RunFindings& run, Severity least) {
  std::size_t dropped = 0;
  for (FileFindings& file : run.files) {
    dropped += std::erase_if(file.findings, [&](const Finding& finding) { return finding.severity < least; });
  }
  return dropped;
}

}  // namespace stet
