#include "cli/mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/baseline_file.h"
#include "cli/output.h"
#include "findings/fixes.h"
#include "findings/unified_diff.h"
#include "reports/shared.h"

namespace stet {
namespace {

/// Those files of the batches that are in the set.
std::vector<Batch> only(const std::vector<Batch>& batches, const std::set<std::string>& paths) {
  std::vector<Batch> some;
  for (const Batch& batch : batches) {
    Batch part{batch.engine, {}, batch.limits};
    std::copy_if(batch.paths.begin(), batch.paths.end(), std::back_inserter(part.paths),
                 [&](const std::string& path) { return paths.contains(path); });
    if (!part.paths.empty()) some.push_back(std::move(part));
  }
  return some;
}

/// Puts the files of `part` in the place of those with the same paths.
void replace_files(RunFindings& run, RunFindings part) {
  std::map<std::string, std::size_t> order;
  for (const FileFindings& file : run.files) order.emplace(file.source.path, order.size());
  std::set<std::string> paths;
  for (const FileFindings& file : part.files) paths.insert(file.source.path);
  std::erase_if(run.files, [&](const FileFindings& file) { return paths.contains(file.source.path); });
  merge(run, std::move(part));
  std::stable_sort(run.files.begin(), run.files.end(),
                   [&](const FileFindings& a, const FileFindings& b) { return order[a.source.path] < order[b.source.path]; });
}

/// One round in memory: the paths of what was mended.
std::set<std::string> mend_once(const RunFindings& run, bool unsafe_too, RunOptions& run_options, Mended& mended) {
  std::set<std::string> paths;
  for (const FileFindings& file : run.files) {
    FixedText fixed = apply_fixes(file, unsafe_too);
    if (fixed.fixed == 0 || !paths.insert(file.source.path).second) continue;
    mended.fixed += fixed.fixed;
    MendedText& text = mended.articles.try_emplace(file.source.path, MendedText{file.source.bytes, {}}).first->second;
    text.now = fixed.bytes;
    run_options.unsaved[file.source.path] = std::move(fixed.bytes);
  }
  return paths;
}

}  // namespace

Result<Mended> mend(const CliOptions& options, const std::vector<Batch>& batches, RunOptions& run_options, const CheckAgain& check,
                    RunFindings& run) {
  Mended mended;
  for (unsigned round = 0; round < most_fix_rounds; ++round) {
    std::set<std::string> paths;
    if (options.baseline.empty()) {
      paths = mend_once(run, options.unsafe_fixes, run_options, mended);
    } else {
      RunFindings shown = run;
      if (const auto hidden = hide_baseline(options, shown); !hidden) return tl::unexpected(hidden.error());
      paths = mend_once(shown, options.unsafe_fixes, run_options, mended);
    }
    if (paths.empty()) break;
    auto part = check(only(batches, paths));
    if (!part) return tl::unexpected(part.error());
    replace_files(run, std::move(*part));
  }
  return mended;
}

Problems write_mended(const Mended& mended) {
  Problems problems;
  for (const auto& [path, text] : mended.articles) {
    const auto source = read_source(path);
    if (source && source->bytes == text.now) continue;  // named twice
    if (!source || source->bytes != text.before) {
      problems.push_back(unread_fault(path, "has changed since it was read, and is left as it is", "run stet again"));
      continue;
    }
    if (const auto written = write_file(path, text.now); !written) problems.push_back(unread_fault(path, written.error().what));
  }
  return problems;
}

std::string show_mended(const Mended& mended) {
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string();
  std::string diff;
  for (const auto& [path, text] : mended.articles) {
    std::string shown = shown_path(std::filesystem::path(path).lexically_normal().string(), {.root = here, .program_version = {}});
    shown.erase(0, shown.find_first_not_of('/'));
    diff += write_diff(shown, text.before, text.now);
  }
  return diff;
}

std::string told(const Mended& mended, bool shown_only) {
  return fmt::format("stet: {} {} in {}\n", counted(mended.fixed, "fault"), shown_only ? "can be mended" : "mended",
                     counted(mended.articles.size(), "article"));
}

}  // namespace stet
