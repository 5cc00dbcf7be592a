#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/help.h"
#include "cli/version.h"
#include "reports/report.h"
#include "rules/nearest.h"
#include "text/unicode.h"

namespace stet {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(formats().size());
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

/// One of these words. CLI11's own check tells a slip in its own words, without what was meant.
CLI::Validator one_of(std::vector<std::string> words) {
  const std::string choices = fmt::format("{{{}}}", fmt::join(words, ","));
  const auto check = [words = std::move(words)](const std::string& word) -> std::string {
    if (std::find(words.begin(), words.end(), word) != words.end()) return {};
    const std::string near = nearest(word, {words.begin(), words.end()});
    return fmt::format("`{}` is none of {}{}", visible(word), fmt::join(words, ", "),
                       near.empty() ? "" : fmt::format("; did you mean `{}`?", near));
  };
  return {check, choices};
}

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

void add_paths_and_reports(CLI::App& app, Arguments& arguments) {
  CliOptions& options = arguments.options;
  app.add_option("paths", options.paths, "Articles and folders; `-` is standard input; behind `--` nothing is an option");
  app.add_option("--format", arguments.formats, "How to report (repeatable)")
      ->check(one_of(format_names()))
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--output", arguments.outputs, "Where the format before it goes; standard output otherwise (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--html-history", options.html_history, "An earlier report (html, json, sarif) to show counts over time (repeatable)")
      ->take_all()
      ->allow_extra_args(false);
  app.add_option("--html-label", options.html_label, "What this run is called among others: a date, a commit");
}

void add_run_options(CLI::App& app, CliOptions& options) {
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
      ->check(one_of({"error", "warning", "note", "never"}))
      ->capture_default_str();
  app.add_option("--show", options.show, "The mildest severity that is shown; what is milder counts for nothing")
      ->check(one_of({"error", "warning", "note"}))
      ->capture_default_str();
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  CLI::Option* cache = app.add_option("--cache", options.cache_folder,
                                      "Remember in .stet below this folder what was found; otherwise in the tree's, where there is one");
  app.add_flag("--no-cache", options.no_cache, "Check every article anew and remember nothing")->excludes(cache);
  app.add_option("--color", options.color, "Colours in the terminal")->check(one_of({"auto", "always", "never"}))->capture_default_str();
  app.add_option("--stdin-path", options.stdin_path, "The path that standard input is reported under")->capture_default_str();
  app.add_flag("--quiet", options.quiet, "Say nothing of a clean run, and show no progress");
  app.add_flag("--verbose", options.verbose, "Say on standard error what is checked, by how many rules, and what is left out");
  app.add_flag("--stats", options.stats, "Say on standard error how long it took, and how often each rule found something");
  app.add_option("--site", options.site, "Also find what stands in other articles below this folder, by its index");
}

void add_stats(CLI::App& app, Arguments& arguments) {
  CliOptions& options = arguments.options;
  app.add_option("paths", options.paths, "Articles and folders")->required();
  app.add_option("--format", options.stats_format, "How to report")->check(one_of({"text", "json"}))->capture_default_str();
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  add_rules_option(app, options);
}

void add_index(CLI::App& app, Arguments& arguments) {
  CliOptions& options = arguments.options;
  app.add_option("folder", options.site, "The site's root; the index is kept in .stet below it")->required();
  CLI::Option* stats = app.add_flag("--stats", options.stats, "Only tell what the index holds");
  app.add_option("--export", options.export_path, "Write the fingerprints there, as a table for a database; `-` is standard output");
  app.add_option("--pairs", options.pairs_path, "Write there which paragraphs are alike; `-` is standard output");
  app.add_option("--claims", options.claims_path, "Write there which values articles give, and of what; `-` is standard output");
  CLI::Option* part = app.add_option("--output", options.part_path, "Where the part of --shard goes");
  CLI::Option* shard =
      app.add_option("--shard", options.shard, "Only part K of N of the index, into a file of its own; other processes make the others");
  CLI::Option* merge = app.add_option("--merge", options.merged_paths,
                                      "Make the index of these files, all parts that --shard has made, and read no article");
  shard->needs(part)->excludes(stats)->excludes(merge);
  part->needs(shard);
  merge->excludes(stats);
  for (const char* table : {"--export", "--pairs", "--claims"}) shard->excludes(table);
  app.add_option("--jobs", options.jobs, "How many articles to read at once; 0: one for each processor")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_flag("--quiet", options.quiet, "Say nothing when all went well");
  add_rules_option(app, options);
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
  app.add_flag(std::string(show_fixes_option), options.show_fixes)->needs(fix)->group("");
  fix->excludes(staged);
  for (CLI::Option* writes : {update, grow}) fix->excludes(writes);
}

void add_lsp(CLI::App& app, Arguments& arguments) {
  CliOptions& options = arguments.options;
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

void add_check(CLI::App& app, Arguments& arguments) {
  add_paths_and_reports(app, arguments);
  add_run_options(app, arguments.options);
  add_change_options(app, arguments.options);
  add_watch(app, arguments.options);
  group_check(app);
}

void add_rules(CLI::App& app, Arguments& arguments) {
  app.add_option("--words", arguments.options.words, "Print this word list, expanded");
  add_rules_option(app, arguments.options);
}

void add_explain(CLI::App& app, Arguments& arguments) {
  app.add_option("rule", arguments.options.rule, "The rule's id; or PATH:LINE, what is found there")->required();
  add_rules_option(app, arguments.options);
}

/// CLI11 2.4 takes an argument `rules` for the option `--rules`.
void add_test(CLI::App& app, Arguments& arguments) {
  app.add_option("rule", arguments.options.select, "Only these rules or packs; or folders of rules");
  add_rules_option(app, arguments.options);
  app.add_flag("--coverage", arguments.options.coverage, "Also list phrases and list entries that no example exercises");
}

void add_config(CLI::App& app, Arguments& arguments) {
  app.add_option("file", arguments.options.paths, "The article; it need not exist")->required()->expected(1);
  add_rules_option(app, arguments.options);
}

void add_init(CLI::App& app, Arguments& arguments) {
  app.add_option("folder", arguments.options.paths, "Where; this folder otherwise")->expected(0, 1);
}

void add_schema(CLI::App& app, Arguments& arguments) {
  app.add_option("topic", arguments.options.topic, "rule, words or config")->required()->check(one_of({"rule", "words", "config"}));
}

void add_docs(CLI::App& app, Arguments& arguments) {
  app.add_option("topic", arguments.options.topic, "rules or language")->required()->check(one_of({"rules", "language"}));
}

void add_dump(CLI::App& app, Arguments& arguments) {
  app.add_option("stage", arguments.options.dump_stage, "article, units, claims, pairs or repeats")
      ->required()
      ->check(one_of({"article", "units", "claims", "pairs", "repeats"}));
  app.add_option("file", arguments.options.paths, "The article")->required()->expected(1);
}

struct CommandEntry {
  std::string_view name;
  Command command;
  const char* help;
  void (*add)(CLI::App&, Arguments&);
};

constexpr auto commands = std::to_array<CommandEntry>(
    {{"check", Command::check, "Check articles (the default)", add_check},
     {"stats", Command::stats, "Say what a site is like: what is claimed, cited, cautioned and repeated", add_stats},
     {"rules", Command::rules, "List all rules, or the words of a list", add_rules},
     {"explain", Command::explain, "Say what a rule finds, why, and what to write instead", add_explain},
     {"test", Command::test, "Try the examples in rules", add_test},
     {"config", Command::config, "Print what holds for a file, and where each value comes from", add_config},
     {"init", Command::init, "Write a commented .stet.yaml after a look at the tree", add_init},
     {"schema", Command::schema, "Print the JSON Schema of rules, word lists or configurations", add_schema},
     {"docs", Command::docs, "Print the reference of the rules or of their language, in Markdown", add_docs},
     {"dump", Command::dump, "Show how an article is read", add_dump},
     {"index", Command::index, "Build or update a site's index, which `check --site` uses", add_index},
     {"lsp", Command::lsp, "Serve an editor: findings while one types", add_lsp}});

}  // namespace

std::unique_ptr<CLI::App> make_command_line(Arguments& arguments) {
  auto app = std::make_unique<CLI::App>(
      "stet reads Markdown articles as a careful editor would: what is said twice, what contradicts itself, what is claimed without a "
      "source or a caveat.",
      "stet");
  app->formatter(make_help_formatter());
  app->set_help_flag("-h,--help", "Print this help");
  app->set_version_flag("-V,--version", "stet " + std::string(program_version), "Print the version");
  app->require_subcommand(1);
  app->footer("Exit codes: 0 nothing found, 1 findings, 2 wrong usage or rule, 3 something was not read.");
  for (const CommandEntry& entry : commands) {
    CLI::App* const command = app->add_subcommand(std::string(entry.name), entry.help);
    entry.add(*command, arguments);
    command->group("Commands");
  }
  return app;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const CommandEntry& entry : commands) names.push_back(entry.name);
  return names;
}

Command command_of(const CLI::App& app) {
  for (const CommandEntry& entry : commands) {
    if (app.got_subcommand(std::string(entry.name))) return entry.command;
  }
  return Command::check;
}

std::vector<std::string> long_options(const CLI::App& app, std::string_view command) {
  std::vector<std::string> names;
  const auto shown = [](const CLI::Option* option) { return !option->get_group().empty(); };
  for (const CLI::Option* option : app.get_subcommand(std::string(command))->get_options(shown)) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace stet
