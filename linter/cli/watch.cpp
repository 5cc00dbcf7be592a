#include "cli/watch.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <thread>

#include "cli/cli.h"
#include "cli/output.h"
#include "cli/rule_files.h"
#include "cli/style.h"
#include "cli/terminal.h"
#include "findings/limit.h"
#include "text/walk.h"

namespace stet {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

bool WatchedArticles::rules_have_changed() const {
  return std::any_of(rules_.begin(), rules_.end(), [](const auto& known) { return stamp_of(known.first) != known.second; });
}

/// Articles of one folder have the same files behind their rules.
void WatchedArticles::remember_rules_of(const std::vector<std::string>& files) {
  ConfigReader reader;
  for (const std::string& file : files) {
    if (!folders_.insert(std::filesystem::path(file).parent_path().string()).second) continue;
    for (const std::string& path : files_behind_rules(options_, reader, file)) rules_.emplace(path, stamp_of(path));
  }
}

/// Files that are new or not as they were; those that are gone are forgotten.
std::vector<std::string> WatchedArticles::take_changed(const std::vector<std::string>& files) {
  std::vector<std::string> changed;
  for (const std::string& file : files) {
    const FileStamp stamp = stamp_of(file);
    const auto [article, is_new] = articles_.emplace(file, Article{});
    if (!is_new && article->second.stamp == stamp) continue;
    article->second.stamp = stamp;
    article->second.changed = refreshes_;
    changed.push_back(file);
  }
  return changed;
}

void WatchedArticles::check(const std::vector<std::string>& files, Problems unread) {
  RunOptions run_options;
  run_options.jobs = jobs_;
  const std::vector<Batch> batches = engines_->batches_of(files);
  faults_.clear();
  last_run_ = {};
  const Problems problems = engines_->take_problems();
  for (const Problem& problem : problems) faults_ += render(problem);
  if (!problems.empty()) return;
  last_run_ = check_batches(batches, run_options);
  drop_milder(last_run_, severity_named(options_.show));
  for (const FileFindings& file : last_run_.files) {
    articles_[file.source.path].shown = watched_file(file, last_run_.rules, report_options_of(options_));
  }
  std::move(unread.begin(), unread.end(), std::back_inserter(last_run_.problems));
  for (Problem& problem : engines_->unread()) last_run_.problems.push_back(std::move(problem));
}

bool WatchedArticles::refresh() {
  ++refreshes_;
  WalkResult walked = walk(options_.paths);
  const std::set<std::string> there(walked.files.begin(), walked.files.end());
  const std::size_t gone = std::erase_if(articles_, [&](const auto& article) { return there.count(article.first) == 0; });
  const bool all = engines_ == nullptr || rules_have_changed();
  if (all) {
    engines_ = std::make_unique<Engines>(options_);
    articles_.clear();
    rules_.clear();
    folders_.clear();
  }
  const std::vector<std::string> changed = take_changed(walked.files);
  remember_rules_of(changed);
  if (changed.empty() && gone == 0 && !all) return false;
  check(changed, std::move(walked.problems));
  return true;
}

std::vector<const WatchedFile*> WatchedArticles::files() const {
  std::vector<const Article*> articles;
  articles.reserve(articles_.size());
  for (const auto& [path, article] : articles_) articles.push_back(&article);
  std::stable_sort(articles.begin(), articles.end(), [](const Article* a, const Article* b) { return a->changed > b->changed; });
  std::vector<const WatchedFile*> files;
  files.reserve(articles.size());
  for (const Article* article : articles) files.push_back(&article->shown);
  return files;
}

int run_watch(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const bool screen = can_draw();
  const ReportOptions report_options = report_options_of(options);
  WatchedArticles articles(options, options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs);
  const auto show = [&](const Terminal& terminal) {
    if (screen) return terminal.draw(watch_screen(articles.files(), articles.faults(), terminal.size(), report_options.color));
    err << articles.faults() << std::flush;
    if (articles.faults().empty()) write_stream(out, find_format("text")->render(articles.last_run(), report_options));
  };
  Terminal terminal(screen);
  for (bool drawn = false;;) {
    const auto begin = Clock::now();
    const bool changed = articles.refresh();
    if (changed || !drawn) show(terminal);
    drawn = true;
    // Looking at very many files must not keep a processor busy.
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    const auto pause = std::max(std::chrono::milliseconds(250), changed ? std::chrono::milliseconds(0) : 10 * spent);
    const TerminalEvent event = terminal.wait(pause);
    if (event == TerminalEvent::leave) return exit_clean;
    if (event == TerminalEvent::resized && screen) show(terminal);
  }
}

}  // namespace stet
