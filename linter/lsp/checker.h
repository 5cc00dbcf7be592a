// The worker's side: an article's text in, findings out. Knows files: rules, configurations, the site's index.
//
// Order of calls:  Checker checker(make_find_rules, jobs);  checker.check(task) as often as wanted, from one thread.
// Each check parses the whole article. tree-sitter could parse what was edited only, but all its parsing is 17 in 100 of the instructions
// of a check (callgrind, made-up articles of 11,000 words); reading words and sentences, matching and the checks are the others. So an edit
// would be answered some milliseconds earlier at best, and reused inline trees were not the same as fresh ones for carriage returns.
// What it has read of rules is read anew when a file that it depends on has changed; so an editor that watches no files is served as well.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lsp/checked.h"
#include "pipeline/site_reader.h"
#include "site/neighbours.h"
#include "text/stamp.h"

namespace stet {

/// Which rules hold for a file.
struct RulesForFile {
  std::shared_ptr<const Engine> engine;  ///< nullptr: the file is not checked
  Problems problems;                     ///< faults of the configuration or of rules
  std::vector<std::string> depends_on;   ///< files and folders; those that are not there too
  Limits limits = {};                    ///< the caller's, as far as the configuration does not lower them
};
using FindRules = std::function<RulesForFile(const std::string& path)>;
/// Makes one that has read nothing yet.
using MakeFindRules = std::function<FindRules()>;

/// One version of an article that is to be checked.
struct CheckTask {
  std::string uri;
  std::string path;
  Json version;
  std::uint64_t edition = 0;
  std::string text;
  bool saved = false;                              ///< opened or saved just now: the site's index may be brought up to date
  std::shared_ptr<const std::atomic<bool>> stale;  ///< becomes true when there is a newer version: the check ends early
};

struct CheckOutcome {
  std::shared_ptr<const CheckedArticle> article;
  Problems faults;  ///< of the configuration and the rules that hold for it; in files of their own
};

class Checker {
 public:
  Checker(MakeFindRules make_find_rules, RunOptions options);
  /// When the task became stale meanwhile the findings are not complete.
  CheckOutcome check(const CheckTask& task);
  /// The article is no longer open.
  void forget(const std::string& uri);

 private:
  struct Known {
    RulesForFile rules;
    std::vector<FileStamp> stamps;  // of rules.depends_on
  };
  struct Site {
    std::string root;
    FileStamp stamp;  // of the index
    std::shared_ptr<const Engine> engine;
    std::unique_ptr<EngineReader> reader;
    std::unique_ptr<SiteNeighbours> neighbours;
  };

  MakeFindRules make_find_rules_;
  FindRules find_rules_;
  RunOptions options_;
  std::map<std::string, Known> known_;  // by path of an article
  std::map<std::string, Site> sites_;   // by path of an article

  const RulesForFile& rules_for(const std::string& path);
  const SiteNeighbours* site_for(const std::string& path, const std::shared_ptr<const Engine>& engine);
  FileFindings check_text(const RulesForFile& rules, const CheckTask& task);
  FileFindings check_all(const std::shared_ptr<const Engine>& engine, const CheckTask& task, RunOptions options);
};

}  // namespace stet
