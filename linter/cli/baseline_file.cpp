#include "cli/baseline_file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "cli/output.h"
#include "findings/baseline.h"
#include "text/paths.h"
#include "text/today.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_listed = 20;

/// "2026-11-24".
std::string date_of_run() {
  constexpr std::int64_t seconds_of_a_day = 86'400;
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(today(DayOf::run) * seconds_of_a_day)));
}

/// Nothing when there is no file yet.
Result<std::optional<std::string>> read(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return std::nullopt;
  if (!fs::is_regular_file(status)) return tl::unexpected(usage_fault(path, "this is not a regular file"));
  if (fs::file_size(path, error) > longest_baseline)
    return tl::unexpected(usage_fault(path, fmt::format("larger than {} bytes", longest_baseline)));
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return tl::unexpected(usage_fault(path, "cannot be read"));
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

BaselineContext context_for(const std::string& baseline) {
  const fs::path folder = real_path(baseline).parent_path();
  const auto relative = [folder](const std::string& path) {
    std::error_code failed;
    const fs::path absolute = fs::absolute(path, failed).lexically_normal();
    return (real_path(absolute.parent_path()) / absolute.filename()).lexically_relative(folder).generic_string();
  };
  const auto exists = [folder](const std::string& path) {
    std::error_code failed;
    return fs::exists(folder / path, failed);
  };
  return {.today = date_of_run(), .relative = relative, .exists = exists};
}

void add_notices(RunFindings& run, const std::string& path, const std::vector<BaselineEntry>& entries, std::string_view what,
                 std::string_view mend) {
  for (std::size_t i = 0; i < entries.size() && i < most_listed; ++i) {
    const BaselineEntry& entry = entries[i];
    run.notices.push_back(notice(path, fmt::format("{}: {} in {}: “{}”", what, entry.rule, entry.path, entry.words), std::string(mend)));
    run.notices.back().line = entry.line;
    run.notices.back().column = 1;
  }
  if (entries.size() > most_listed) {
    run.notices.push_back(notice(path, fmt::format("{} more such entries", entries.size() - most_listed), std::string(mend)));
  }
}

}  // namespace

Result<bool> apply_baseline_file(const CliOptions& options, RunFindings& run, std::ostream& err) {
  const bool writes = options.update_baseline || options.grow_baseline;
  auto text = read(options.baseline);
  if (!text) return tl::unexpected(std::move(text.error()));
  if (!*text && !writes) return tl::unexpected(usage_fault(options.baseline, "there is no such file", "make it with --update-baseline"));
  const auto entries = parse_baseline(options.baseline, text->value_or(""));
  if (!entries) return tl::unexpected(entries.error());
  BaselineOutcome outcome = apply_baseline(run, *entries, context_for(options.baseline));
  add_notices(run, options.baseline, outcome.expired, "this entry has expired", "mend it, or give it a later day");
  if (!writes) {
    // Of a change, only what it brought is in the run: what else is gone cannot be told.
    const bool whole = !options.changed_since && !options.diff;
    if (whole)
      add_notices(run, options.baseline, outcome.stale, "this entry matches nothing any more", "take it out with --update-baseline");
    return true;
  }
  const bool grows = options.grow_baseline || !*text;
  const std::size_t added = grows ? outcome.added.size() : 0;
  if (grows) {
    std::move(outcome.added.begin(), outcome.added.end(), std::back_inserter(outcome.kept));
    for (FileFindings& file : run.files) file.findings.clear();
  }
  const std::size_t count = outcome.kept.size();
  if (auto written = write_file(options.baseline, render_baseline(std::move(outcome.kept))); !written) return written;
  err << fmt::format("{}: {} entries, {} taken out, {} added\n", options.baseline, count, outcome.stale.size(), added);
  return true;
}

Result<bool> hide_baseline(const CliOptions& options, RunFindings& run) {
  const auto text = read(options.baseline);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return tl::unexpected(usage_fault(options.baseline, "there is no such file", "make it with --update-baseline"));
  const auto entries = parse_baseline(options.baseline, **text);
  if (!entries) return tl::unexpected(entries.error());
  apply_baseline(run, *entries, context_for(options.baseline));
  return true;
}

}  // namespace stet
