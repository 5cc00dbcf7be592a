#include "pipeline/batches.h"

#include <algorithm>
#include <map>

namespace stet {
namespace {

/// Rules about suppressions stand behind the others.
bool stands_before(const RuleInfo& a, const RuleInfo& b) {
  const bool a_own = a.id.starts_with("stet/");
  const bool b_own = b.id.starts_with("stet/");
  return a_own != b_own ? b_own : !a_own && a.id < b.id;
}

void renumber(std::vector<FileFindings>& files, const std::vector<RuleInfo>& from, const std::map<std::string, std::uint32_t>& to) {
  for (FileFindings& file : files) {
    for (Finding& finding : file.findings) finding.rule = to.at(from[finding.rule].id);
  }
}

}  // namespace

void merge(RunFindings& run, RunFindings part) {
  std::vector<RuleInfo> all = run.rules;
  for (const RuleInfo& info : part.rules) {
    if (std::none_of(all.begin(), all.end(), [&](const RuleInfo& known) { return known.id == info.id; })) all.push_back(info);
  }
  std::stable_sort(all.begin(), all.end(), stands_before);
  std::map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < all.size(); ++i) numbers[all[i].id] = i;
  renumber(run.files, run.rules, numbers);
  renumber(part.files, part.rules, numbers);
  run.rules = std::move(all);
  std::move(part.files.begin(), part.files.end(), std::back_inserter(run.files));
  std::move(part.problems.begin(), part.problems.end(), std::back_inserter(run.problems));
}

RunFindings check_batches(const std::vector<Batch>& batches, const RunOptions& options) {
  RunFindings run;
  for (const Batch& batch : batches) {
    RunOptions own = options;
    own.limits = batch.limits;
    RunFindings part = check_files(*batch.engine, batch.paths, own);
    if (run.rules.empty()) {
      run = std::move(part);
    } else {
      merge(run, std::move(part));
    }
  }
  if (batches.size() > 1) {
    std::sort(run.files.begin(), run.files.end(),
              [](const FileFindings& a, const FileFindings& b) { return a.source.path < b.source.path; });
  }
  return run;
}

}  // namespace stet
