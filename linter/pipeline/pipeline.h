// The whole road: bytes -> Source -> Article -> Units -> Matches -> findings.
//
// Order of calls:  auto engine = compile(rules);  RunFindings run = check_files(*engine, paths, options);
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checks/check.h"
#include "claims/site_reading.h"
#include "findings/finding.h"
#include "findings/suppression.h"
#include "rules/rule.h"
#include "units/citation_policy.h"

namespace stet {

/// Rules compiled and ready; immutable, shared by all threads.
struct Engine {
  RuleSet rules;
  std::shared_ptr<const Grammar> grammar;
  Vocabulary vocabulary;  ///< of that grammar
  Automaton automaton;
  FrameCues cues;
  CitationPolicy citations;
  SuppressionPolicy suppressions;
  std::vector<PatternPhrases> patterns;        ///< by pattern, as written
  std::vector<IndexRange> rule_patterns;       ///< by rule: its patterns
  std::vector<Check> checks;                   ///< by rule
  std::vector<std::uint32_t> of_front_matter;  ///< rules that look at front matter as well
  std::vector<RuleInfo> infos;                 ///< by rule; behind them the rules about suppressions
  SiteReading site;                            ///< what an index reads of articles with these rules
};

/// Errors: all faults of all rules. `prepared` is what prepare() has made of the built-in rules (matching/prepared.h): with it a start
/// takes a fraction of the time, and the engine is the same.
tl::expected<std::shared_ptr<const Engine>, Problems> compile(RuleSet rules, CitationPolicy citations = {},
                                                              SuppressionPolicy suppressions = {}, std::string_view prepared = {});

class FindingsCache;

struct RunOptions {
  unsigned jobs = 1;
  Limits limits;
  ParseLimits parse_limits;
  /// By path, the bytes of an article before the change that is checked: only findings that the change brought are kept. Articles that are
  /// not in it are checked whole.
  std::map<std::string, std::string> earlier;
  bool keeps_all_findings = false;             ///< beyond Limits::findings_per_file too: a baseline takes its share before they are counted
  std::map<std::string, std::string> unsaved;  ///< by path, the bytes to check in place of the file's
  const Elsewhere* elsewhere = nullptr;        ///< the other articles of the site; shared by all threads
  FindingsCache* cache = nullptr;              ///< of articles checked whole, which depend on nothing but themselves
  bool keeps_sources = false;                  ///< also of files in which nothing was found
  bool prose = false;                          ///< fill FileFindings::prose
  bool claims = false;                         ///< fill FileFindings::claims
  /// When it becomes true a check ends as soon as it can: what it then returns is not complete, and nobody should look at it.
  const std::atomic<bool>* stop = nullptr;
  std::atomic<std::size_t>* done = nullptr;  ///< counts the articles of check_files as they are done
};

/// Checks one source: parse, read units, match, run every check, apply suppressions, sort.
FileFindings check_source(const Engine& engine, Source source, const RunOptions& options = {});

/// The findings that a change from `before` to `now` brought; see findings/changes.h.
FileFindings check_change(const Engine& engine, Source now, std::string before, const RunOptions& options = {});

/// What is said of an article whose check ran out of memory.
Problem not_enough_memory_for(const std::string& path);

/// Checks files in parallel, the largest first; the result is in the order of `paths` whatever the number of jobs. Of files in which
/// nothing was found only the path is kept, unless RunOptions::keeps_sources.
RunFindings check_files(const Engine& engine, const std::vector<std::string>& paths, const RunOptions& options = {});

}  // namespace stet
