// Which rules hold for which file: the built-in ones, the configuration's, those of --rules, and what --select and --ignore leave of them.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "config/config.h"
#include "pipeline/batches.h"

namespace stet {

/// All rules under a configuration, its settings applied, those that are off included. The overload without one is that of the folder in
/// which the command runs.
tl::expected<RuleSet, Problems> load(const CliOptions& options, const Config& config);
tl::expected<RuleSet, Problems> load(const CliOptions& options);

/// Every name must select something: a slip of the pen must not turn a check off.
Problems unknown_names(const std::set<std::string>& ids, const std::vector<std::string>& names, std::string_view option);
std::set<std::string> ids_of(const RuleSet& rules);

/// Engines of a run, each compiled once for all files for which the same holds.
class Engines {
 public:
  explicit Engines(const CliOptions& options) : options_(options), reader_(options.limits) {}

  /// The engine for a file, or nullptr when the configuration excludes it, has a fault, or is one more than the limits allow.
  std::shared_ptr<const Engine> for_file(const std::string& path);
  /// The limits that hold for a file of this engine.
  const Limits& limits_of(const Engine& engine) const { return limits_.at(&engine); }
  /// Files by the engine that holds for them, in the order in which engines are met; those that the configuration excludes are left out.
  std::vector<Batch> batches_of(const std::vector<std::string>& files);
  /// All faults so far, and the names of --select and --ignore that select nothing in any engine.
  Problems take_problems();
  /// Says which articles are left out because more configurations hold than the limits allow (unread); at most one problem.
  Problems unread() const;

 private:
  const CliOptions& options_;
  ConfigReader reader_;
  std::map<std::string, std::shared_ptr<const Engine>> engines_;  // by Config::key
  std::map<const Engine*, Limits> limits_;
  std::set<std::string> ids_;
  std::set<std::string> on_;  // of rules that are on in some engine
  Problems problems_;
  std::set<std::string> beyond_limit_;  // articles

  std::shared_ptr<const Engine> compile_for(const Config& config);
  Problems packs_that_are_off() const;
};

/// An engine of nothing but the rules by which a site's claims are read, as they hold for the file.
tl::expected<std::shared_ptr<const Engine>, Problems> engine_of_claims(const CliOptions& options, const std::string& path);

/// The configuration for a file, as --config and --no-config have it.
tl::expected<Config, Problems> config_for(const CliOptions& options, ConfigReader& reader, const std::string& path);

}  // namespace stet
