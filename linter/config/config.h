// `.stet.yaml`: what holds for a file, and where each value comes from.
//
// Order of calls:  ConfigReader reader;  auto config = reader.for_file("blog/a.md");  apply(*config, rules, kinds);
//
// The file is looked for upward from each article and the nearest wins; it can extend others. The tree that it may refer to is the
// repository (the folder that holds `.git`), or its own folder when there is none. Strangers write such files: nothing outside the tree is
// read, through links neither, and size, depth and number are bounded.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "rules/field_check.h"
#include "rules/rule.h"
#include "text/walk.h"

namespace stet {

/// A value and where it is written; without a document it is the program's own.
struct Sourced {
  std::string value;
  std::shared_ptr<const YamlDocument> document;
  Position position;
};

/// What is said of one rule or pack in one place: its severity or state, and options that replace the rule's fields.
struct RuleSetting {
  std::string name;
  std::string state;  ///< on, off, note, warning, error; empty: not said
  const YamlValue* options = nullptr;
  std::shared_ptr<const YamlDocument> document;
  Position position;  ///< of the name
};

/// What holds for one file.
struct Config {
  std::vector<std::string> files;   ///< read for it, the most general first
  std::vector<Sourced> packs;       ///< built-in packs that are on; empty: all
  std::vector<Sourced> folders;     ///< of own rules, as paths that can be opened
  std::vector<RuleSetting> rules;   ///< a later one wins
  std::vector<Sourced> domains;     ///< links there are citations; empty: all links out of the site
  std::vector<Sourced> shortcodes;  ///< that are citations
  std::vector<Sourced> limits;      ///< "file-size=1000": the lowest of each counts
  std::vector<Sourced> blanket;     ///< what was said last of suppressions by pack: allowed or forbidden; empty: allowed
  std::vector<Sourced> exclude;     ///< globs that the file is matched by: it is not checked
  std::string key;                  ///< the same for files for which the same holds
};

/// Keys of `.stet.yaml`.
const std::vector<Field>& config_fields();

inline constexpr std::string_view config_name = ".stet.yaml";

/// Finds and reads configurations; each file is read once.
class ConfigReader {
 public:
  explicit ConfigReader(const Limits& limits = {}) : limits_(limits) {}

  /// What holds for a file by the nearest `.stet.yaml` above it; all defaults when there is none.
  tl::expected<Config, Problems> for_file(const std::string& path);
  /// What holds by this configuration file, wherever the article is.
  tl::expected<Config, Problems> by(const std::string& config_path, const std::string& path);

 private:
  struct File;
  /// A file that has been read: without a fault, or with all of them.
  struct Known {
    std::shared_ptr<const File> file;
    Problems faults;
  };
  Limits limits_;
  std::map<std::string, std::string> nearest_;  // by folder: path of its configuration, or empty
  std::map<std::string, Known> files_;
  std::map<const YamlValue*, IgnoreRules> globs_;  // by the list that holds them

  /// Does the list of globs (gitignore(5) syntax) match a relative path, or a folder above it?
  bool matches(const YamlValue& globs, const std::string& path);

  std::string nearest_above(const std::string& folder);
  std::shared_ptr<const File> read(const std::string& path, const std::string& shown, Problems& problems);
  void add(const File& file, const std::string& tree, std::set<std::string>& open, const std::string& relative, Config& config,
           Problems& problems);
  void extend(const File& file, const std::string& tree, std::set<std::string>& open, const std::string& relative, Config& config,
              Problems& problems);
};

/// Turns rules on and off and changes their fields as the configuration says. Errors: a name that selects no rule, an option that its rule
/// does not have, a value that does not fit.
Problems apply(const Config& config, RuleSet& rules, const std::vector<KindFields>& kinds);

/// The caller's limits as far as the configuration does not lower them: it may come from a stranger, and cannot raise them. Errors: a limit
/// above both the caller's and the one that is built in, which the writer should know to have no effect.
tl::expected<Limits, Problems> lowered(const Limits& limits, const Config& config);

/// Where what holds for a rule was said last; without a document it is the rule itself.
struct RuleOrigin {
  Sourced state;                 ///< `value` is on, off or a severity, as far as a configuration says it
  std::vector<Sourced> options;  ///< names of the fields that were replaced, by name
};
RuleOrigin origin_of(const Config& config, const Rule& rule);

}  // namespace stet
