#include "cli/stats_command.h"

#include <algorithm>
#include <ostream>
#include <thread>

#include "cli/cli.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "pipeline/batches.h"
#include "reports/shared.h"
#include "reports/stats.h"
#include "text/walk.h"

namespace stet {

int run_stats(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const auto report = [&](const Problems& problems) {
    for (const Problem& problem : problems) err << render(problem);
    return exit_usage;
  };
  WalkResult walked = walk(options.paths);
  Engines engines(options);
  const std::vector<Batch> batches = engines.batches_of(walked.files);
  if (const Problems problems = engines.take_problems(); !problems.empty()) return report(problems);
  RunOptions run_options;
  run_options.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  run_options.prose = true;
  run_options.claims = true;
  RunFindings run = check_batches(batches, run_options);
  std::move(walked.problems.begin(), walked.problems.end(), std::back_inserter(run.problems));
  for (Problem& problem : engines.unread()) run.problems.push_back(std::move(problem));
  const SiteStats stats = stats_of(run);
  const auto written = write_stream(out, options.stats_format == "json" ? render_stats_json(stats) : render_stats_text(stats));
  if (!written) return report({written.error()});
  const std::vector<const Problem*> unread = problems_of(run);
  for (const Problem* problem : unread) err << render(*problem);
  return unread.empty() ? exit_clean : exit_unread;
}

}  // namespace stet
