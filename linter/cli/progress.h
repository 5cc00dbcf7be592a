// What a run says of itself on standard error: a bar while it takes long, what it is about to do, and what it came to.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <thread>
#include <vector>

#include "cli/options.h"
#include "pipeline/batches.h"
#include "text/walk.h"

namespace stet {

struct ProgressOptions {
  bool shown = true;
  std::chrono::milliseconds delay{1000};  ///< a run that is done by then shows nothing
  std::chrono::milliseconds pace{200};
};

/// A bar that redraws itself until the object ends, which takes it away. `done` counts to `total`.
class Progress {
 public:
  Progress(std::ostream& err, const std::atomic<std::size_t>& done, std::size_t total, const ProgressOptions& options);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  bool end_ = false;
  std::thread thread_;
};

/// Is standard error a terminal that can go back to a line's start?
bool is_terminal();

/// "[#####     ] 12 of 24 articles"
std::string progress_bar(std::size_t done, std::size_t total);

/// --verbose: articles, rules, changes and threads.
void tell_plan(const CliOptions& options, const std::vector<Batch>& batches, const WalkResult& walked, const RunOptions& run_options,
               std::ostream& err);

/// Where the reports went, when none is on standard output, which then says nothing: "stet: wrote report.html: 2 errors, 1 warning, 0 notes
/// in 3 articles; open it in a browser". Empty when one is there.
std::string told_outputs(const CliOptions& options, const RunFindings& run);

/// --stats: size, time and findings by rule.
void tell_stats(const RunFindings& run, unsigned jobs, std::chrono::nanoseconds time, std::ostream& err);

}  // namespace stet
