// The command line as data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/limits.h"
#include "text/problem.h"

namespace stet {

enum class Command : std::uint8_t { check, stats, rules, explain, test, config, init, schema, docs, dump, index, lsp };

/// One report and where it goes; an empty path is standard output.
struct OutputTarget {
  std::string format;
  std::string path;
};

struct CliOptions {
  Command command = Command::check;
  std::vector<std::string> paths;
  std::vector<OutputTarget> outputs;
  std::string rules_folder;         ///< --rules: files there replace or add to the built-in ones
  std::vector<std::string> select;  ///< ids or packs; empty: all that are enabled
  std::vector<std::string> ignore;
  std::string fail_on = "warning";  ///< error, warning, note, never
  std::string show = "note";        ///< the mildest severity that is shown: error, warning, note
  std::string color = "auto";       ///< auto, always, never
  std::string stdin_path = "stdin.md";
  std::string dump_stage;                    ///< article, units, claims or pairs
  std::string rule;                          ///< explain RULE, or explain PATH:LINE
  std::string words;                         ///< rules --words LIST
  std::string topic;                         ///< schema rule|words|config, docs rules|language
  bool coverage = false;                     ///< test --coverage
  std::optional<std::string> changed_since;  ///< --changed-since REF
  std::optional<std::string> diff;           ///< --diff FILE or -
  bool staged = false;                       ///< --staged
  std::string baseline;                      ///< --baseline FILE
  bool update_baseline = false;
  bool grow_baseline = false;
  bool fix = false;                       ///< --fix
  bool unsafe_fixes = false;              ///< --unsafe-fixes
  bool show_fixes = false;                ///< --fix with a --diff that names no file
  std::string site;                       ///< check --site DIR, index DIR
  bool stats = false;                     ///< check --stats, index --stats
  std::string export_path;                ///< index --export; `-` is standard output
  std::string pairs_path;                 ///< index --pairs
  std::string claims_path;                ///< index --claims
  std::string shard;                      ///< index --shard K/N, as written
  std::uint32_t part = 0;                 ///< K, and
  std::uint32_t parts = 0;                ///< N
  std::string part_path;                  ///< index --output
  std::vector<std::string> merged_paths;  ///< index --merge
  unsigned jobs = 0;                      ///< 0: as many as there are processors
  std::string config_file;                ///< --config: this one for all files
  bool no_config = false;
  std::string cache_folder;  ///< --cache DIR
  bool no_cache = false;
  bool quiet = false;
  std::vector<std::string> limit_settings;  ///< --limit NAME=N, as written
  Limits limits;
  bool verbose = false;
  bool watch = false;  ///< check --watch
  bool stdio = false;  ///< lsp --stdio: what it does anyway

  std::vector<std::string> html_history;  ///< --html-history FILE
  std::string html_label;                 ///< --html-label TEXT
  std::string stats_format = "text";      ///< stats --format
};

/// What parsing came to: options, or a text to print and the exit code.
struct ParsedArguments {
  std::optional<CliOptions> options;
  std::string message;
  int exit_code = 0;
};

/// `arguments` are those after the program's name. `check` may be left out. Errors name the nearest valid word.
ParsedArguments parse_arguments(const std::vector<std::string>& arguments);

}  // namespace stet
