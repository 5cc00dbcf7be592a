#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <ostream>
#include <system_error>

#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {

bool is_terminal() {
  const char* const terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::string progress_bar(std::size_t done, std::size_t total) {
  constexpr std::size_t width = 30;
  const std::size_t filled = total == 0 ? 0 : std::min(done, total) * width / total;
  return fmt::format("[{:<{}}] {} of {}", std::string(filled, '#'), width, done, counted(total, "article"));
}

Progress::Progress(std::ostream& err, const std::atomic<std::size_t>& done, std::size_t total, const ProgressOptions& options) {
  if (!options.shown) return;
  const auto show = [this, &err, &done, total, options] {
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, options.delay, [&] { return end_; })) return;
    do {
      err << '\r' << progress_bar(done, total) << std::flush;
    } while (!ended_.wait_for(lock, options.pace, [&] { return end_; }));
    err << "\r\x1b[K" << std::flush;
  };
  try {
    thread_ = std::thread(show);
  } catch (const std::system_error&) {
    // The system gives no more threads: the run goes on unseen.
  }
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

namespace {

/// A few by name; a tree of links may have thousands.
void tell_links(const std::vector<std::string>& links, std::ostream& err) {
  constexpr std::size_t most = 20;
  if (links.empty()) return;
  err << fmt::format("stet: {} not followed\n", counted(links.size(), "link"));
  for (std::size_t i = 0; i < std::min(links.size(), most); ++i) err << fmt::format("stet:   {}\n", links[i]);
  if (links.size() > most) err << fmt::format("stet:   and {} more\n", links.size() - most);
}

}  // namespace

void tell_plan(const CliOptions& options, const std::vector<Batch>& batches, const WalkResult& walked, const RunOptions& run_options,
               std::ostream& err) {
  std::size_t checked = 0;
  for (const Batch& batch : batches) checked += batch.paths.size();
  std::string line = fmt::format("stet: {}", counted(walked.files.size(), "article"));
  if (options.changed_since) line += fmt::format(" changed since {}", *options.changed_since);
  if (options.diff) line += " changed by the diff";
  if (options.staged) line += " staged";
  if (walked.files.size() > checked) line += fmt::format(", {} of them excluded by the configuration", walked.files.size() - checked);
  err << line << '\n';
  tell_links(walked.links, err);
  for (const Batch& batch : batches) {
    err << fmt::format("stet: {} by {}\n", counted(batch.paths.size(), "article"), counted(batch.engine->checks.size(), "rule"));
  }
  err << fmt::format("stet: {}\n", counted(run_options.jobs, "thread"));
}

std::string told_outputs(const CliOptions& options, const RunFindings& run) {
  const Totals totals = totals_of(run);
  std::string text;
  for (const OutputTarget& target : options.outputs) {
    if (target.path.empty()) return {};
    text += fmt::format("stet: wrote {}: {}, {}, {} in {}{}\n", visible(target.path), counted(totals.errors, "error"),
                        counted(totals.warnings, "warning"), counted(totals.notes, "note"), counted(totals.files, "article"),
                        target.format == "html" ? "; open it in a browser" : "");
  }
  return text;
}

void tell_stats(const RunFindings& run, unsigned jobs, std::chrono::nanoseconds time, std::ostream& err) {
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  std::map<std::string_view, std::size_t> by_rule;
  for (const FileFindings& file : run.files) {
    bytes += file.source.bytes.size();
    sentences += file.sentences.size();
    for (const Finding& finding : file.findings) ++by_rule[run.rules[finding.rule].id];
  }
  const double seconds = std::chrono::duration<double>(time).count();
  err << fmt::format("stet: {}, {}, {}, {:.2f} s, {:.2f} MB/s, {}\n", counted(run.files.size(), "article"), counted(sentences, "sentence"),
                     counted(bytes, "byte"), seconds, seconds > 0 ? static_cast<double>(bytes) / 1e6 / seconds : 0.0,
                     counted(jobs, "thread"));
  std::vector<std::pair<std::string_view, std::size_t>> rules(by_rule.begin(), by_rule.end());
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [rule, count] : rules) err << fmt::format("stet: {:>6}  {}\n", count, rule);
}

}  // namespace stet
