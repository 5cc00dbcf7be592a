#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "checks/registry.h"
#include "cli/cli.h"
#include "cli/engines.h"
#include "cli/lsp_command.h"
#include "cli/reference.h"
#include "cli/site_commands.h"
#include "cli/stats_command.h"
#include "pipeline/claims_dump.h"
#include "pipeline/rule_tests.h"
#include "rules/nearest.h"
#include "text/unicode.h"

namespace stet {

int report(const Problems& problems, std::ostream& err) {
  for (const Problem& problem : problems) err << render(problem);
  return exit_usage;
}

namespace {

/// An entry of a word list as it may be written: with its weight, when it has one of its own.
std::string line_of(const WordListEntry& entry) {
  return entry.weight == 1 ? visible(entry.text) : fmt::format("{}: {:g}", visible(entry.text), entry.weight);
}

}  // namespace

int run_rules(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const auto rules = load(options);
  if (!rules) return report(rules.error(), err);
  if (!options.words.empty()) {
    const auto list = rules->lists.find(options.words);
    if (list == rules->lists.end()) {
      std::vector<std::string_view> names;
      names.reserve(rules->lists.size());
      for (const auto& [list_name, words] : rules->lists) names.push_back(list_name);
      const std::string near = nearest(options.words, names);
      err << fmt::format("stet: there is no word list `{}`\n{}", options.words,
                         near.empty() ? "" : fmt::format("  did you mean `{}`?\n", near));
      return exit_usage;
    }
    for (const WordListEntry& entry : list->second.entries) out << line_of(entry) << '\n';
    return exit_clean;
  }
  std::size_t widest = 0;
  for (const Rule& rule : rules->rules) widest = std::max(widest, rule.info.id.size());
  for (const Rule& rule : rules->rules) {
    const std::string_view state = rule.boolean("enabled", true) ? "" : " (off)";
    out << fmt::format("{:<{}}  {:<16}  {:<9}  {}{}\n", rule.info.id, widest, severities_of(rule), name(rule.info.precision),
                       visible(rule.info.title), state);
  }
  return exit_clean;
}

namespace {

/// Arguments of `test` that are folders of rules, and the ids of the rules there instead of them.
Result<std::vector<std::string>> folders_to_ids(std::vector<std::string>& select, const Limits& limits) {
  std::vector<std::string> folders;
  std::vector<std::string> names;
  for (const std::string& name : select) {
    std::error_code error;
    if (!std::filesystem::is_directory(name, error)) {
      names.push_back(name);
      continue;
    }
    const auto files = read_rule_folder(name, limits);
    if (!files) return tl::unexpected(files.error());
    folders.push_back(name);
    for (const RuleFile& file : *files) {
      if (list_name(file.path).empty()) names.push_back(file.path.substr(0, file.path.rfind('.')));
    }
  }
  select = std::move(names);
  return folders;
}

}  // namespace

int run_test(const CliOptions& options, std::ostream& out, std::ostream& err) {
  RuleTestOptions test_options{options.select, options.coverage};
  const auto folders = folders_to_ids(test_options.select, options.limits);
  if (!folders) return report({folders.error()}, err);
  ConfigReader reader(options.limits);
  auto config = config_for(options, reader, "here");
  if (!config) return report(config.error(), err);
  // Examples show what a rule does as it is written: of the configuration only the folders hold.
  Config only_folders;
  only_folders.folders = std::move(config->folders);
  for (const std::string& folder : *folders) only_folders.folders.push_back({folder, nullptr, {}});
  auto rules = load(options, only_folders);
  if (!rules) return report(rules.error(), err);
  if (Problems problems = unknown_names(ids_of(*rules), test_options.select, "test"); !problems.empty()) return report(problems, err);
  const auto engine = compile(std::move(*rules));
  if (!engine) return report(engine.error(), err);
  const RuleTestReport result = test_rules(**engine, test_options);
  out << result.text;
  return result.failures == 0 ? exit_clean : exit_findings;
}

int run_dump(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const auto source = read_source(options.paths.front());
  if (!source) {
    err << render(source.error());
    return exit_unread;
  }
  const Article article = parse_article(*source);
  if (options.dump_stage == "article") {
    out << dump(article, *source);
  } else if (options.dump_stage != "units") {
    const auto rules = load(options);
    if (!rules) return report(rules.error(), err);
    const auto dumped = options.dump_stage == "claims" ? dump_claims : options.dump_stage == "pairs" ? dump_pairs : dump_repeats;
    out << dumped(*rules, *source, article);
  } else {
    Vocabulary vocabulary;
    const Units units = read_units(article, vocabulary);
    out << dump(units, article, *source, vocabulary);
  }
  return article.problems.empty() ? exit_clean : exit_unread;
}

int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, Leftovers* leftovers) {
  const ParsedArguments parsed = parse_arguments(arguments);
  if (!parsed.options) {
    (parsed.exit_code == exit_clean ? out : err) << parsed.message;
    return parsed.exit_code;
  }
  switch (parsed.options->command) {
    case Command::check:
      return run_check(*parsed.options, out, err, leftovers);
    case Command::rules:
      return run_rules(*parsed.options, out, err);
    case Command::explain:
      return run_explain(*parsed.options, out, err);
    case Command::test:
      return run_test(*parsed.options, out, err);
    case Command::config:
      return run_config(*parsed.options, out, err);
    case Command::init:
      return run_init(*parsed.options, out, err);
    case Command::schema:
      return run_schema(*parsed.options, out, err);
    case Command::docs:
      return run_docs(*parsed.options, out, err);
    case Command::dump:
      return run_dump(*parsed.options, out, err);
    case Command::stats:
      return run_stats(*parsed.options, out, err);
    case Command::index:
      return run_index(*parsed.options, out, err);
    case Command::lsp:
      return run_lsp(*parsed.options, out, err);
  }
  return exit_usage;
}

}  // namespace stet
