// `stet check`: what a run needs is read first, then the articles are checked, mended and held against a baseline, then reports are
// written.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <thread>

#include "cli/baseline_file.h"
#include "cli/cache.h"
#include "cli/changed.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/earlier_reports.h"
#include "cli/engines.h"
#include "cli/mend.h"
#include "cli/moved.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/site_commands.h"
#include "cli/staged.h"
#include "cli/style.h"
#include "cli/version.h"
#include "cli/watch.h"
#include "findings/limit.h"
#include "pipeline/batches.h"
#include "reports/report.h"
#include "reports/shared.h"
#include "text/unicode.h"
#include "text/walk.h"

namespace stet {
namespace {

bool fails(const RunFindings& run, const std::string& fail_on) {
  if (fail_on == "never") return false;
  const Severity least = severity_named(fail_on);
  return std::any_of(run.files.begin(), run.files.end(), [&](const FileFindings& file) {
    return std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& finding) { return finding.severity >= least; });
  });
}

/// Was anything not read, or left out?
bool unread(const RunFindings& run) {
  return !run.problems.empty() ||
         std::any_of(run.files.begin(), run.files.end(), [](const FileFindings& file) { return !file.problems.empty(); });
}

bool is_clean(const RunFindings& run) {
  return !unread(run) && run.notices.empty() &&
         std::all_of(run.files.begin(), run.files.end(), [](const FileFindings& file) { return file.findings.empty(); });
}

/// Where the files of this commit are on GitHub, when this is one of its jobs; empty otherwise.
std::string files_on_github() {
  const auto variable = [](const char* name) {
    const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return std::string(value == nullptr ? "" : value);
  };
  const std::string server = variable("GITHUB_SERVER_URL");
  const std::string repository = variable("GITHUB_REPOSITORY");
  const std::string commit = variable("GITHUB_SHA");
  if (server.empty() || repository.empty() || commit.empty()) return {};
  std::error_code error;
  const std::string workspace = variable("GITHUB_WORKSPACE");
  const std::filesystem::path below =
      workspace.empty() ? std::filesystem::path(".") : std::filesystem::current_path(error).lexically_relative(workspace);
  const bool at_root = below == "." || below.empty() || *below.begin() == "..";
  return fmt::format("{}/{}/blob/{}/{}", server, repository, commit, at_root ? "" : below.generic_string() + "/");
}

/// Everything that a run needs, before the first article is read.
struct Plan {
  std::vector<RunCounts> earlier_counts;
  WalkResult walked;
  std::map<std::string, std::string> gone;  ///< as ChangedArticles has it
  Problems notices;                         ///< likewise
  RunOptions run_options;
  std::unique_ptr<Engines> engines;
  std::vector<Batch> batches;
  std::shared_ptr<const Engine> stdin_engine;  ///< nullptr: standard input is not checked
  std::unique_ptr<FindingsCache> cache;
  SiteCheck site;
  std::size_t hidden = 0;  ///< findings milder than --show
};

Result<bool> write(const CliOptions& options, const RunFindings& run, const Plan& plan, std::ostream& out, std::ostream& err) {
  for (const OutputTarget& target : options.outputs) {
    // `--fix --diff` shows the difference there instead.
    if (options.show_fixes && target.path.empty()) continue;
    if (options.quiet && target.path.empty() && is_clean(run) && target.format == "text") continue;
    std::vector<std::string> notes;
    ReportOptions report_options = report_options_of(options, !target.path.empty());
    report_options.notes = &notes;
    report_options.earlier = plan.earlier_counts;
    report_options.hidden = plan.hidden;
    report_options.files_at = files_on_github();
    const std::string text = find_format(target.format)->render(run, report_options);
    auto written = target.path.empty() ? write_stream(out, text) : write_file(target.path, text);
    if (!written) return written;
    for (const std::string& note : notes) err << fmt::format("stet: {}: {}\n", target.path.empty() ? target.format : target.path, note);
    // Annotations are few; the rest goes where GitHub Actions wants the summary of a job.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody sets it
    const char* const summary = target.format == "github" ? std::getenv("GITHUB_STEP_SUMMARY") : nullptr;
    if (summary == nullptr || *summary == '\0') continue;
    if (auto added = append_file(summary, find_format("markdown")->render(run, report_options)); !added) return added;
  }
  return true;
}

/// All of a stream that may have no end: as much as may be read, and one byte more.
std::string read_stream(std::istream& stream, std::uint64_t most) {
  std::string bytes;
  std::vector<char> buffer(1U << 16U);
  while (stream && bytes.size() <= most) {
    stream.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(buffer.size(), most + 1 - bytes.size())));
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return bytes;
}

/// Standard input as one file of the run.
void check_stdin(const Engine& engine, const CliOptions& options, const RunOptions& run_options, RunFindings& run) {
  auto source = make_source(options.stdin_path, read_stream(std::cin, run_options.limits.file_bytes), run_options.limits);
  if (source) {
    RunFindings part;
    part.rules = engine.infos;
    part.files.push_back(check_source(engine, std::move(*source), run_options));
    if (!run_options.keeps_all_findings) limit_findings(part.files.back(), run_options.limits);
    merge(run, std::move(part));
  } else {
    run.problems.push_back(std::move(source.error()));
  }
}

/// Leaves out what is beyond the limits, when the run has not: those of its batch for each file, then those of the run.
void limit_all(RunFindings& run, const std::vector<Batch>& batches, const CliOptions& options) {
  if (!options.baseline.empty()) {
    std::map<std::string_view, const Limits*> limits;
    for (const Batch& batch : batches) {
      for (const std::string& path : batch.paths) limits[path] = &batch.limits;
    }
    for (FileFindings& file : run.files) {
      const auto known = limits.find(file.source.path);
      limit_findings(file, known == limits.end() ? options.limits : *known->second);
    }
  }
  limit_findings(run, options.limits);
}

/// Writes what --fix mended, or shows it.
Result<bool> keep(const CliOptions& options, const Mended& mended, RunFindings& run, std::ostream& out, std::ostream& err) {
  if (options.show_fixes) {
    if (auto written = write_stream(out, show_mended(mended)); !written) return written;
  } else {
    Problems problems = write_mended(mended);
    std::move(problems.begin(), problems.end(), std::back_inserter(run.problems));
  }
  if (mended.fixed > 0) err << told(mended, options.show_fixes);
  return true;
}

RunOptions run_options_of(const CliOptions& options) {
  RunOptions run_options;
  run_options.limits = options.limits;
  run_options.keeps_all_findings = !options.baseline.empty();
  run_options.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  run_options.keeps_sources = options.stats;
  run_options.prose = std::any_of(options.outputs.begin(), options.outputs.end(),
                                  [](const OutputTarget& target) { return find_format(target.format)->shows_articles; });
  return run_options;
}

void take_changed(Plan& plan, ChangedArticles changed) {
  plan.walked.files = std::move(changed.paths);
  plan.run_options.earlier = std::move(changed.earlier);
  plan.gone = std::move(changed.gone);
  plan.notices = std::move(changed.notices);
}

/// Finds the articles: those at the paths, of them those that have changed, or those that are staged.
Result<bool> find_articles(const CliOptions& options, const std::vector<std::string>& paths, Plan& plan) {
  if (options.staged) {
    auto staged = find_staged(options, plan.run_options.limits);
    if (!staged) return tl::unexpected(staged.error());
    plan.run_options.unsaved = std::move(staged->bytes);
    plan.walked.problems = std::move(staged->problems);
    take_changed(plan, std::move(staged->changed));
    return true;
  }
  plan.walked = walk(paths);
  if (!options.changed_since && !options.diff) return true;
  auto changed = find_changed(options, plan.walked.files, plan.run_options.limits);
  if (!changed) return tl::unexpected(changed.error());
  take_changed(plan, std::move(*changed));
  return true;
}

/// A green check for folders of which the configuration leaves out all would be a lie. A file that is named may be left out: hooks name
/// whatever a commit has.
void tell_all_excluded(const CliOptions& options, Plan& plan) {
  const bool whole = !options.staged && !options.changed_since && !options.diff && !plan.walked.files.empty();
  const auto is_folder = [](const std::string& path) { return std::filesystem::is_directory(path); };
  const bool checks_any = std::any_of(plan.batches.begin(), plan.batches.end(), [](const Batch& batch) { return !batch.paths.empty(); });
  if (!whole || checks_any || !std::all_of(options.paths.begin(), options.paths.end(), is_folder)) return;
  const std::size_t count = plan.walked.files.size();
  const std::string all = count == 1 ? "the only article" : fmt::format("all {} articles", count);
  plan.walked.problems.push_back(unread_fault(options.paths.front(), fmt::format("the configuration excludes {} here", all),
                                              "name another folder, or take it out of `exclude` in .stet.yaml"));
}

tl::expected<Plan, Problems> make_plan(const CliOptions& options) {
  Plan plan;
  auto counts = read_earlier_reports(options.html_history);
  if (!counts) return tl::unexpected(Problems{counts.error()});
  plan.earlier_counts = std::move(*counts);
  std::vector<std::string> paths = options.paths;
  const bool from_stdin = std::erase(paths, "-") > 0;
  plan.run_options = run_options_of(options);
  if (const auto found = find_articles(options, paths, plan); !found) return tl::unexpected(Problems{found.error()});
  plan.engines = std::make_unique<Engines>(options);
  plan.batches = plan.engines->batches_of(plan.walked.files);
  if (from_stdin) plan.stdin_engine = plan.engines->for_file(options.stdin_path);
  if (Problems problems = plan.engines->take_problems(); !problems.empty()) return tl::unexpected(std::move(problems));
  tell_all_excluded(options, plan);
  plan.cache = open_cache(options, plan.walked.files);
  plan.run_options.cache = plan.cache.get();
  return plan;
}

Result<RunFindings> check_some(const std::vector<Batch>& batches, const CliOptions& options, Plan& plan, std::ostream& err) {
  auto run = options.site.empty() ? Result<RunFindings>(check_batches(batches, plan.run_options))
                                  : check_site(batches, options, *plan.engines, plan.run_options, plan.site, err);
  if (run) drop_moved(*run, plan.run_options, plan.gone, *plan.engines);
  return run;
}

/// Checks the articles, with a bar while it takes long, and mends them when that was asked for.
Result<RunFindings> check_articles(const CliOptions& options, Plan& plan, Mended& mended, std::ostream& out, std::ostream& err) {
  const auto check = [&](const std::vector<Batch>& some) { return check_some(some, options, plan, err); };
  auto run = [&] {
    std::atomic<std::size_t> done = 0;
    plan.run_options.done = &done;
    const Progress progress(err, done, plan.walked.files.size(), {.shown = !options.quiet && is_terminal()});
    auto result = check(plan.batches);
    plan.run_options.done = nullptr;
    return result;
  }();
  if (!run || !options.fix) return run;
  auto result = mend(options, plan.batches, plan.run_options, check, *run);
  if (!result) return tl::unexpected(result.error());
  mended = std::move(*result);
  if (const auto kept = keep(options, mended, *run, out, err); !kept) return tl::unexpected(kept.error());
  return run;
}

/// What belongs to a run beside the articles named: standard input, what was not found, the baseline, the cache, the limits.
Result<bool> complete(const CliOptions& options, Plan& plan, RunFindings& run, std::ostream& err) {
  if (plan.stdin_engine != nullptr) {
    RunOptions stdin_options = plan.run_options;
    stdin_options.limits = plan.engines->limits_of(*plan.stdin_engine);
    check_stdin(*plan.stdin_engine, options, stdin_options, run);
  }
  std::move(plan.walked.problems.begin(), plan.walked.problems.end(), std::back_inserter(run.problems));
  std::move(plan.notices.begin(), plan.notices.end(), std::back_inserter(run.notices));
  for (Problem& problem : plan.engines->unread()) run.problems.push_back(std::move(problem));
  if (!options.baseline.empty()) {
    if (auto applied = apply_baseline_file(options, run, err); !applied) return applied;
  }
  if (plan.cache != nullptr) write_cache(options, *plan.cache, run);
  limit_all(run, plan.batches, options);
  return true;
}

/// What was not read, and notices, where no report in words says it.
void tell_problems(const CliOptions& options, const RunFindings& run, std::ostream& err) {
  if (std::any_of(options.outputs.begin(), options.outputs.end(),
                  [](const OutputTarget& target) { return target.format == "text" && target.path.empty(); })) {
    return;
  }
  for (const Problem* problem : problems_of(run)) err << render(*problem);
  for (const Problem& notice : run.notices) err << render(notice);
}

/// Why a run that looks at changes has nothing to look at; empty for other runs.
std::string told_no_change(const CliOptions& options) {
  if (options.staged) return "stet: no article is staged here; without --staged whole articles are checked\n";
  if (options.changed_since) return fmt::format("stet: no article here has changed since {}\n", visible(*options.changed_since));
  return options.diff ? "stet: the diff changes no article here\n" : "";
}

int exit_code_of(const CliOptions& options, const RunFindings& run, const Mended& mended) {
  if (unread(run)) return exit_unread;
  if (options.show_fixes) return mended.articles.empty() ? exit_clean : exit_findings;
  return fails(run, options.fail_on) ? exit_findings : exit_clean;
}

}  // namespace

int run_check(const CliOptions& options, std::ostream& out, std::ostream& err, Leftovers* leftovers) {
  if (options.watch) return run_watch(options, out, err);
  const auto planned = std::make_shared<tl::expected<Plan, Problems>>(make_plan(options));
  if (leftovers != nullptr) leftovers->push_back(planned);
  auto& plan = *planned;
  if (!plan) return report(plan.error(), err);
  if (plan->walked.files.empty() && !options.quiet) err << told_no_change(options);
  if (options.verbose) tell_plan(options, plan->batches, plan->walked, plan->run_options, err);
  const auto started = std::chrono::steady_clock::now();
  Mended mended;
  auto run = check_articles(options, *plan, mended, out, err);
  if (!run) return report({run.error()}, err);
  if (const auto completed = complete(options, *plan, *run, err); !completed) return report({completed.error()}, err);
  if (options.stats) tell_stats(*run, plan->run_options.jobs, std::chrono::steady_clock::now() - started, err);
  plan->hidden = drop_milder(*run, severity_named(options.show));
  if (const auto written = write(options, *run, *plan, out, err); !written) return report({written.error()}, err);
  tell_problems(options, *run, err);
  if (!options.quiet && is_terminal()) err << told_outputs(options, *run);
  return exit_code_of(options, *run, mended);
}

}  // namespace stet
