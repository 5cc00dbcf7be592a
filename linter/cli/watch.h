// `check --watch`: checks again what has changed, until one leaves.
#pragma once

#include <iosfwd>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/engines.h"
#include "cli/watch_screen.h"
#include "text/stamp.h"

namespace stet {

/// The articles of a run and what is found in them, brought up to date by looking at the file system. Looking costs one question a file; it
/// works the same on every file system, and sees files that editors replace.
class WatchedArticles {
 public:
  WatchedArticles(const CliOptions& options, unsigned jobs) : options_(options), jobs_(jobs) {}

  /// Looks at all files and checks those that have changed; all of them when a configuration or a rule has. True when there is something
  /// new to show.
  bool refresh();
  /// Those that changed last come first.
  std::vector<const WatchedFile*> files() const;
  /// Faults of the configuration and the rules, rendered; empty when there are none.
  const std::string& faults() const { return faults_; }
  /// What was checked by the last refresh.
  const RunFindings& last_run() const { return last_run_; }

 private:
  struct Article {
    FileStamp stamp;
    std::uint64_t changed = 0;  // number of the refresh that saw it change
    WatchedFile shown;
  };

  const CliOptions& options_;
  unsigned jobs_ = 1;
  std::unique_ptr<Engines> engines_;
  std::map<std::string, Article> articles_;  // by path as given
  std::map<std::string, FileStamp> rules_;   // by path of a file behind the rules
  std::set<std::string> folders_;            // of articles whose configurations are in rules_
  std::string faults_;
  std::uint64_t refreshes_ = 0;
  RunFindings last_run_;

  bool rules_have_changed() const;
  void remember_rules_of(const std::vector<std::string>& files);
  std::vector<std::string> take_changed(const std::vector<std::string>& files);
  void check(const std::vector<std::string>& files, Problems unread);
};

int run_watch(const CliOptions& options, std::ostream& out, std::ostream& err);

}  // namespace stet
