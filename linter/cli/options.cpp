#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <sstream>

#include "cli/cli.h"
#include "cli/help.h"
#include "cli/version.h"
#include "reports/report.h"
#include "rules/yaml.h"

namespace stet {
namespace {

const std::vector<std::string_view> command_names = {"check", "stats",  "rules", "explain", "test",  "config",
                                                     "init",  "schema", "docs",  "dump",    "index", "lsp"};

constexpr std::string_view show_fixes = "--show-fixes";  // what `--fix --diff` is read as

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(formats().size());
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

/// --format and --output come in pairs, in order; an output without a format before it is a mistake.
struct OutputArguments {
  std::vector<std::string> formats;
  std::vector<std::string> outputs;
};

void add_limit_option(CLI::App& app, CliOptions& options) {
  std::string help = "How much is taken of what others wrote (repeatable):";
  for (const LimitField& field : limit_fields()) help += fmt::format(" {} ({});", field.name, Limits{}.*(field.value));
  help.back() = '.';
  app.add_option("--limit", options.limit_settings, help)->take_all()->allow_extra_args(false);
}

void add_rules_option(CLI::App& app, CliOptions& options) {
  app.add_option("--config", options.config_file, "This configuration instead of the nearest .stet.yaml");
  app.add_flag("--no-config", options.no_config, "No configuration at all");
  app.add_option("--rules", options.rules_folder, "A folder of rules and word lists that replace or add to the built-in ones");
  add_limit_option(app, options);
}

void add_check(CLI::App& app, CliOptions& options, OutputArguments& outputs) {
  app.add_option("paths", options.paths, "Articles and folders; `-` is standard input; behind `--` nothing is an option");
  app.add_option("--format", outputs.formats, "How to report (repeatable)")
      ->check(CLI::IsMember(format_names()))
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--output", outputs.outputs, "Where the format before it goes; standard output otherwise (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--html-history", options.html_history, "An earlier report (html, json, sarif) to show counts over time (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--html-label", options.html_label, "What this run is called among others: a date, a commit");
  add_rules_option(app, options);
  app.add_option("--select", options.select,
                 "Only these rules or packs (repeatable, or separated by commas); a rule that is off runs when it is named itself")
      ->delimiter(',')
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--ignore", options.ignore, "Not these rules or packs (repeatable, or separated by commas)")
      ->delimiter(',')
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--fail-on", options.fail_on, "The mildest severity that makes the exit code 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->capture_default_str();
  app.add_option("--show", options.show, "The mildest severity that is shown; what is milder counts for nothing")
      ->check(CLI::IsMember({"error", "warning", "note"}))
      ->capture_default_str();
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  CLI::Option* cache = app.add_option("--cache", options.cache_folder,
                                      "Remember in .stet below this folder what was found; otherwise in the tree's, where there is one");
  app.add_flag("--no-cache", options.no_cache, "Check every article anew and remember nothing")->excludes(cache);
  app.add_option("--color", options.color, "Colours in the terminal")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--stdin-path", options.stdin_path, "The path that standard input is reported under")->capture_default_str();
  app.add_flag("--quiet", options.quiet, "Say nothing of a clean run, and show no progress");
  app.add_flag("--verbose", options.verbose, "Say on standard error what is checked, by how many rules, and what is left out");
  app.add_flag("--stats", options.stats, "Say on standard error how long it took, and how often each rule found something");
  app.add_option("--site", options.site, "Also find what stands in other articles below this folder, by its index");
}

void add_stats(CLI::App& app, CliOptions& options) {
  app.add_option("paths", options.paths, "Articles and folders")->required();
  app.add_option("--format", options.stats_format, "How to report")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  add_rules_option(app, options);
}

void add_index(CLI::App& app, CliOptions& options) {
  app.add_option("folder", options.site, "The site's root; the index is kept in .stet below it")->required();
  app.add_flag("--stats", options.stats, "Only tell what the index holds");
  app.add_option("--export", options.export_path, "Write the fingerprints there, as a table for a database; `-` is standard output");
  app.add_option("--pairs", options.pairs_path, "Write there which paragraphs are alike; `-` is standard output");
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_flag("--quiet", options.quiet, "Say nothing when all went well");
  add_limit_option(app, options);
}

void add_change_options(CLI::App& app, CliOptions& options) {
  CLI::Option* since = app.add_option("--changed-since", options.changed_since,
                                      "Only what has changed since this commit (its merge base with HEAD) brought; asks git");
  CLI::Option* diff = app.add_option("--diff", options.diff, "Only what this unified diff brought; `-` is standard input");
  since->excludes(diff);
  CLI::Option* staged = app.add_flag("--staged", options.staged, "Only what the next commit brings, as it is staged; asks git");
  staged->excludes(since)->excludes(diff)->excludes("--site");
  CLI::Option* baseline = app.add_option("--baseline", options.baseline, "Say nothing of the findings that stand in this file");
  CLI::Option* update =
      app.add_flag("--update-baseline", options.update_baseline, "Take out of it what is found no more; make it when missing");
  CLI::Option* grow = app.add_flag("--grow-baseline", options.grow_baseline, "Take out what is found no more and put in what is new");
  for (CLI::Option* writes : {update, grow}) writes->needs(baseline)->excludes(since)->excludes(diff)->excludes(staged);
  CLI::Option* fix =
      app.add_flag("--fix", options.fix,
                   "Mend what can be mended without doubt, in the files; with --diff (and no `=FILE`), only show what would change");
  app.add_flag("--unsafe-fixes", options.unsafe_fixes,
               "Also mend where somebody should look: a footnote to be written, a sentence that others lean on")
      ->needs(fix);
  app.add_flag(std::string(show_fixes), options.show_fixes)->needs(fix)->group("");
  fix->excludes(staged);
  for (CLI::Option* writes : {update, grow}) fix->excludes(writes);
}

void add_lsp(CLI::App& app, CliOptions& options) {
  app.add_flag("--stdio", options.stdio, "Speak over standard input and output, as it always does");
  add_rules_option(app, options);
  app.add_option("--select", options.select, "Only these rules or packs (repeatable)")->take_all()->allow_extra_args(false);
  app.add_option("--ignore", options.ignore, "Not these rules or packs (repeatable)")->take_all()->allow_extra_args(false);
}

/// Watching is for people who write: other reports and comparisons belong to single runs, and what was found it keeps in memory.
void add_watch(CLI::App& app, CliOptions& options) {
  CLI::Option* watch = app.add_flag("--watch", options.watch, "Stay, and check again what changes; q leaves");
  for (const char* other : {"--format", "--output", "--changed-since", "--diff", "--staged", "--baseline", "--site", "--fix", "--cache",
                            "--no-cache", "--stats", "--verbose", "--quiet", "--fail-on", "--html-history", "--html-label"}) {
    watch->excludes(other);
  }
}

/// The order of --help: what most look for first.
void group_check(CLI::App& app) {
  const auto groups = std::to_array<std::pair<const char*, std::vector<const char*>>>(
      {{"Reports",
        {"--format", "--output", "--html-history", "--html-label", "--show", "--fail-on", "--color", "--quiet", "--verbose", "--stats"}},
       {"Rules", {"--config", "--no-config", "--rules", "--limit", "--select", "--ignore"}},
       {"Only what is new", {"--changed-since", "--staged", "--diff", "--baseline", "--update-baseline", "--grow-baseline"}},
       {"Mending", {"--fix", "--unsafe-fixes"}},
       {"The run", {"--jobs", "--cache", "--no-cache", "--stdin-path", "--site", "--watch"}}});
  for (const auto& [group, options] : groups) {
    for (const char* option : options) app.get_option(option)->group(group);
  }
}

std::string pair_outputs(const OutputArguments& given, CliOptions& options) {
  if (given.outputs.size() > std::max<std::size_t>(given.formats.size(), 1)) return "--output is given more often than --format";
  const std::vector<std::string> names = given.formats.empty() ? std::vector<std::string>{"text"} : given.formats;
  for (std::size_t i = 0; i < names.size(); ++i) options.outputs.push_back({names[i], i < given.outputs.size() ? given.outputs[i] : ""});
  return {};
}

bool is_command(const std::string& word) { return std::find(command_names.begin(), command_names.end(), word) != command_names.end(); }

/// Puts `check` in front when the first word is a path or an option of it.
std::vector<std::string> with_command(std::vector<std::string> arguments) {
  const bool own = !arguments.empty() && (is_command(arguments[0]) || arguments[0] == "--help" || arguments[0] == "-h" ||
                                          arguments[0] == "--version" || arguments[0] == "-V");
  if (!own && !arguments.empty()) arguments.insert(arguments.begin(), "check");
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  return arguments;
}

/// Takes what stands behind `--` off the arguments of `check`: paths, whatever they look like. CLI11 reads options again after the first
/// one.
std::vector<std::string> take_literal_paths(std::vector<std::string>& arguments) {
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  if (mark == arguments.end() || (is_command(arguments.front()) && arguments.front() != "check")) return {};
  const auto options = static_cast<std::size_t>(std::distance(arguments.begin(), mark));
  std::vector<std::string> paths(mark + 1, arguments.end());
  arguments.resize(options);
  if (arguments.empty()) arguments.emplace_back("check");
  return paths;  // cppcheck-suppress invalidContainer  // they are copies, not the range that was cut off
}

/// With --fix, `--diff` without a value shows what would change; the diff of a change is then given as `--diff=FILE`.
void tell_diffs_apart(std::vector<std::string>& arguments) {
  if (std::find(arguments.begin(), arguments.end(), "--fix") == arguments.end()) return;
  std::replace(arguments.begin(), arguments.end(), std::string("--diff"), std::string(show_fixes));
}

std::string hint(const std::vector<std::string>& arguments) {
  static const std::vector<std::string_view> names = {
      "--format",       "--output",     "--rules",           "--select",        "--ignore",  "--fail-on",
      "--jobs",         "--color",      "--stdin-path",      "--quiet",         "--version", "--changed-since",
      "--diff",         "--baseline",   "--update-baseline", "--grow-baseline", "--help",    "--words",
      "--config",       "--no-config",  "--coverage",        "--site",          "--stats",   "--export",
      "--pairs",        "--fix",        "--unsafe-fixes",    "--verbose",       "--cache",   "--no-cache",
      "--html-history", "--html-label", "--watch",           "--limit",         "--show",    "--staged"};
  for (const std::string& argument : arguments) {
    const std::string word = argument.substr(0, argument.find('='));
    if (!word.starts_with("--") || std::find(names.begin(), names.end(), word) != names.end()) continue;
    const std::string near = nearest(word, names);
    if (!near.empty()) return "  did you mean `" + near + "`?\n";
  }
  return {};
}

}  // namespace

ParsedArguments parse_arguments(const std::vector<std::string>& arguments) {
  CliOptions options;
  OutputArguments outputs;
  CLI::App app{
      "stet reads Markdown articles as a careful editor would: what is said twice, what contradicts itself, what is claimed without a "
      "source or a caveat.",
      "stet"};
  app.formatter(make_help_formatter());
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("-V,--version", "stet " + std::string(program_version), "Print the version");
  app.require_subcommand(1);
  app.footer("Exit codes: 0 nothing found, 1 findings, 2 wrong usage or rule, 3 something was not read.");
  CLI::App& check = *app.add_subcommand("check", "Check articles (the default)");
  add_check(check, options, outputs);
  add_change_options(check, options);
  add_watch(check, options);
  group_check(check);
  CLI::App& stats = *app.add_subcommand("stats", "Say what a site is like: what is claimed, cited, cautioned and repeated");
  add_stats(stats, options);
  CLI::App& rules = *app.add_subcommand("rules", "List all rules, or the words of a list");
  rules.add_option("--words", options.words, "Print this word list, expanded");
  add_rules_option(rules, options);
  CLI::App& explain = *app.add_subcommand("explain", "Say what a rule finds, why, and what to write instead");
  explain.add_option("rule", options.rule, "The rule's id; or PATH:LINE, what is found there")->required();
  add_rules_option(explain, options);
  CLI::App& test = *app.add_subcommand("test", "Try the examples in rules");
  test.add_option("rule", options.select, "Only these rules or packs; or folders of rules");
  add_rules_option(test, options);
  test.add_flag("--coverage", options.coverage, "Also list phrases and list entries that no example exercises");
  CLI::App& config = *app.add_subcommand("config", "Print what holds for a file, and where each value comes from");
  config.add_option("file", options.paths, "The article; it need not exist")->required()->expected(1);
  add_rules_option(config, options);
  CLI::App& init = *app.add_subcommand("init", "Write a commented .stet.yaml after a look at the tree");
  init.add_option("folder", options.paths, "Where; this folder otherwise")->expected(0, 1);
  CLI::App& schema = *app.add_subcommand("schema", "Print the JSON Schema of rules, word lists or configurations");
  schema.add_option("of", options.topic, "rule, words or config")->required()->check(CLI::IsMember({"rule", "words", "config"}));
  CLI::App& docs = *app.add_subcommand("docs", "Print the reference of the rules or of their language, in Markdown");
  docs.add_option("of", options.topic, "rules or language")->required()->check(CLI::IsMember({"rules", "language"}));
  CLI::App& dump = *app.add_subcommand("dump", "Show how an article is read");
  dump.add_option("stage", options.dump_stage, "article or units")->required()->check(CLI::IsMember({"article", "units"}));
  dump.add_option("file", options.paths, "The article")->required()->expected(1);
  CLI::App& index = *app.add_subcommand("index", "Build or update a site's index, which `check --site` uses");
  add_index(index, options);
  CLI::App& lsp = *app.add_subcommand("lsp", "Serve an editor: findings while one types");
  add_lsp(lsp, options);
  for (CLI::App* command : app.get_subcommands({})) command->group("Commands");
  std::vector<std::string> own_arguments = arguments;
  const std::vector<std::string> literal_paths = take_literal_paths(own_arguments);
  tell_diffs_apart(own_arguments);
  try {
    app.parse(with_command(own_arguments));
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const bool asked = error.get_exit_code() == 0;
    app.exit(error, out, out);
    return {std::nullopt, asked ? out.str() : "stet: " + out.str() + hint(arguments), asked ? exit_clean : exit_usage};
  }
  const auto commands = std::to_array<std::pair<CLI::App*, Command>>({{&check, Command::check},
                                                                      {&stats, Command::stats},
                                                                      {&rules, Command::rules},
                                                                      {&explain, Command::explain},
                                                                      {&test, Command::test},
                                                                      {&config, Command::config},
                                                                      {&init, Command::init},
                                                                      {&schema, Command::schema},
                                                                      {&docs, Command::docs},
                                                                      {&dump, Command::dump},
                                                                      {&index, Command::index},
                                                                      {&lsp, Command::lsp}});
  for (const auto& [subcommand, command] : commands) {
    if (subcommand->parsed()) options.command = command;
  }
  for (const std::string& setting : options.limit_settings) {
    if (const auto set = set_limit(options.limits, setting); !set) return {std::nullopt, render(set.error()), exit_usage};
  }
  options.paths.insert(options.paths.end(), literal_paths.begin(), literal_paths.end());
  if (options.paths.empty() && (options.staged || options.changed_since)) options.paths.emplace_back(".");
  if (options.command == Command::check && options.paths.empty()) {
    return {std::nullopt, "stet: which articles? Name files or folders; `.` is this folder\n", exit_usage};
  }
  if (options.watch && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    return {std::nullopt, "stet: standard input cannot be watched; name files or folders\n", exit_usage};
  }
  if (options.fix && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    return {std::nullopt, "stet: --fix mends files, not standard input; a diff of a change is given as `--diff=-`\n", exit_usage};
  }
  if (options.staged && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    return {std::nullopt, "stet: --staged checks files, not standard input\n", exit_usage};
  }
  if (options.diff == "-" && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end()) {
    return {std::nullopt, "stet: --diff - and the path `-` cannot both be standard input\n", exit_usage};
  }
  if (const std::string fault = pair_outputs(outputs, options); !fault.empty()) return {std::nullopt, "stet: " + fault + "\n", exit_usage};
  return {options, {}, exit_clean};
}

}  // namespace stet
