#include "cli/commands.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <thread>

#include "checks/registry.h"
#include "cli/baseline_file.h"
#include "cli/cache.h"
#include "cli/changed.h"
#include "cli/cli.h"
#include "cli/earlier_reports.h"
#include "cli/engines.h"
#include "cli/lsp_command.h"
#include "cli/mend.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/site_commands.h"
#include "cli/stats_command.h"
#include "cli/version.h"
#include "cli/watch.h"
#include "findings/limit.h"
#include "findings/suppression.h"
#include "pipeline/batches.h"
#include "pipeline/rule_tests.h"
#include "reports/report.h"
#include "reports/shared.h"
#include "text/walk.h"

namespace stet {
namespace {

int report(const Problems& problems, std::ostream& err) {
  for (const Problem& problem : problems) err << render(problem);
  return exit_usage;
}

bool wants_color(const CliOptions& options, const OutputTarget& target) {
  if (options.color != "auto") return options.color == "always";
  return target.path.empty() && ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;  // NOLINT(concurrency-mt-unsafe)
}

bool fails(const RunFindings& run, const std::string& fail_on) {
  if (fail_on == "never") return false;
  const Severity least = fail_on == "error" ? Severity::error : fail_on == "note" ? Severity::note : Severity::warning;
  return std::any_of(run.files.begin(), run.files.end(), [&](const FileFindings& file) {
    return std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& finding) { return finding.severity >= least; });
  });
}

/// Was anything not read, or left out?
bool unread(const RunFindings& run) {
  return !run.problems.empty() ||
         std::any_of(run.files.begin(), run.files.end(), [](const FileFindings& file) { return !file.problems.empty(); });
}

bool is_clean(const RunFindings& run) {
  return !unread(run) && run.notices.empty() &&
         std::all_of(run.files.begin(), run.files.end(), [](const FileFindings& file) { return file.findings.empty(); });
}

Result<bool> write(const CliOptions& options, const RunFindings& run, const std::vector<RunCounts>& earlier, std::ostream& out,
                   std::ostream& err) {
  for (const OutputTarget& target : options.outputs) {
    // `--fix --diff` shows the difference there instead.
    if (options.show_fixes && target.path.empty()) continue;
    if (options.quiet && target.path.empty() && is_clean(run) && target.format == "text") continue;
    std::error_code error;
    std::vector<std::string> notes;
    const ReportOptions report_options{wants_color(options, target), std::filesystem::current_path(error).string(),
                                       std::string(program_version), &notes,
                                       options.html_label,           earlier};
    const std::string text = find_format(target.format)->render(run, report_options);
    auto written = target.path.empty() ? write_stream(out, text) : write_file(target.path, text);
    if (!written) return written;
    for (const std::string& note : notes) err << fmt::format("stet: {}: {}\n", target.path.empty() ? target.format : target.path, note);
    // Annotations are few; the rest goes where GitHub Actions wants the summary of a job.
    const char* const summary = target.format == "github" ? std::getenv("GITHUB_STEP_SUMMARY") : nullptr;
    if (summary == nullptr || *summary == '\0') continue;
    if (auto added = append_file(summary, find_format("markdown")->render(run, report_options)); !added) return added;
  }
  return true;
}

/// All of a stream that may have no end: as much as may be read, and one byte more.
std::string read_stream(std::istream& stream, std::uint64_t most) {
  std::string bytes;
  std::vector<char> buffer(1U << 16U);
  while (stream && bytes.size() <= most) {
    stream.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(buffer.size(), most + 1 - bytes.size())));
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return bytes;
}

/// Standard input as one file of the run.
void check_stdin(const Engine& engine, const CliOptions& options, const RunOptions& run_options, RunFindings& run) {
  auto source = make_source(options.stdin_path, read_stream(std::cin, run_options.limits.file_bytes), run_options.limits);
  if (source) {
    RunFindings part;
    part.rules = engine.infos;
    part.files.push_back(check_source(engine, std::move(*source), run_options));
    if (!run_options.keeps_all_findings) limit_findings(part.files.back(), run_options.limits);
    merge(run, std::move(part));
  } else {
    run.problems.push_back(std::move(source.error()));
  }
}

/// Leaves out what is beyond the limits, when the run has not: those of its batch for each file, then those of the run.
void limit_all(RunFindings& run, const std::vector<Batch>& batches, const CliOptions& options) {
  if (!options.baseline.empty()) {
    std::map<std::string_view, const Limits*> limits;
    for (const Batch& batch : batches) {
      for (const std::string& path : batch.paths) limits[path] = &batch.limits;
    }
    for (FileFindings& file : run.files) {
      const auto known = limits.find(file.source.path);
      limit_findings(file, known == limits.end() ? options.limits : *known->second);
    }
  }
  limit_findings(run, options.limits);
}

/// Writes what --fix mended, or shows it.
Result<bool> keep(const CliOptions& options, const Mended& mended, RunFindings& run, std::ostream& out, std::ostream& err) {
  if (options.show_fixes) {
    if (const auto written = write_stream(out, show_mended(mended)); !written) return written;
  } else {
    Problems problems = write_mended(mended);
    std::move(problems.begin(), problems.end(), std::back_inserter(run.problems));
  }
  if (mended.fixed > 0) err << told(mended, options.show_fixes);
  return true;
}

const Rule* find_rule(const RuleSet& rules, const std::string& id) {
  const auto rule = std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& candidate) { return candidate.info.id == id; });
  return rule == rules.rules.end() ? nullptr : &*rule;
}

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += fmt::format("    {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string explanation(const RuleInfo& rule, std::string_view kind) {
  std::string text = fmt::format("{}: {}\n\n  severity {}, precision {}, kind {}\n\n  why      {}\n  instead  {}\n", rule.id, rule.title,
                                 name(rule.severity), name(rule.precision), kind, rule.why, rule.instead);
  for (const std::string& example : rule.bad_examples) text += "\n  found in\n" + indented(example);
  for (const std::string& example : rule.good_examples) text += "\n  not found in\n" + indented(example);
  text += fmt::format("\n  to let a passage stand, write before it: <!-- stet {}: reason -->\n", rule.id);
  return text;
}

}  // namespace

int run_check(const CliOptions& options, std::ostream& out, std::ostream& err) {
  if (options.watch) return run_watch(options, out, err);
  const auto earlier = read_earlier_reports(options.html_history);
  if (!earlier) return report({earlier.error()}, err);
  std::vector<std::string> paths = options.paths;
  const bool from_stdin = std::erase(paths, "-") > 0;
  WalkResult walked = walk(paths);
  RunOptions run_options;
  run_options.limits = options.limits;
  run_options.keeps_all_findings = !options.baseline.empty();
  run_options.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  run_options.prose = std::any_of(options.outputs.begin(), options.outputs.end(),
                                  [](const OutputTarget& target) { return find_format(target.format)->shows_articles; });
  if (options.changed_since || options.diff) {
    auto changed = find_changed(options, walked.files, run_options.limits);
    if (!changed) return report({changed.error()}, err);
    walked.files = std::move(changed->paths);
    run_options.earlier = std::move(changed->earlier);
  }
  Engines engines(options);
  const std::vector<Batch> batches = engines.batches_of(walked.files);
  const auto stdin_engine = from_stdin ? engines.for_file(options.stdin_path) : nullptr;
  if (const Problems problems = engines.take_problems(); !problems.empty()) return report(problems, err);
  const std::unique_ptr<FindingsCache> cache = open_cache(options);
  run_options.cache = cache.get();
  run_options.keeps_sources = options.stats;
  std::unique_ptr<SiteNeighbours> site;
  const auto check = [&](const std::vector<Batch>& some) {
    return options.site.empty() ? Result<RunFindings>(check_batches(some, run_options)) : check_site(some, options, run_options, site, err);
  };
  const auto started = std::chrono::steady_clock::now();
  if (options.verbose) tell_plan(options, batches, walked, run_options, err);
  auto checked = [&] {
    std::atomic<std::size_t> done = 0;
    run_options.done = &done;
    const Progress progress(err, done, walked.files.size(), {.shown = !options.quiet && is_terminal()});
    auto result = check(batches);
    run_options.done = nullptr;
    return result;
  }();
  if (!checked) return report({checked.error()}, err);
  RunFindings run = std::move(*checked);
  Mended mended;
  if (options.fix) {
    auto result = mend(options, batches, run_options, check, run);
    if (!result) return report({result.error()}, err);
    mended = std::move(*result);
    if (const auto kept = keep(options, mended, run, out, err); !kept) return report({kept.error()}, err);
  }
  if (stdin_engine != nullptr) {
    RunOptions stdin_options = run_options;
    stdin_options.limits = engines.limits_of(*stdin_engine);
    check_stdin(*stdin_engine, options, stdin_options, run);
  }
  std::move(walked.problems.begin(), walked.problems.end(), std::back_inserter(run.problems));
  for (Problem& problem : engines.unread()) run.problems.push_back(std::move(problem));
  if (!options.baseline.empty()) {
    if (const auto applied = apply_baseline_file(options, run, err); !applied) return report({applied.error()}, err);
  }
  if (cache != nullptr) write_cache(options, *cache, run);
  limit_all(run, batches, options);
  if (options.stats) tell_stats(run, run_options.jobs, std::chrono::steady_clock::now() - started, err);
  if (const auto written = write(options, run, *earlier, out, err); !written) return report({written.error()}, err);
  const bool shown = std::any_of(options.outputs.begin(), options.outputs.end(),
                                 [](const OutputTarget& target) { return target.format == "text" && target.path.empty(); });
  for (const Problem* problem : shown ? std::vector<const Problem*>() : problems_of(run)) err << render(*problem);
  for (const Problem& notice : shown ? Problems() : run.notices) err << render(notice);
  if (unread(run)) return exit_unread;
  if (options.show_fixes) return mended.articles.empty() ? exit_clean : exit_findings;
  return fails(run, options.fail_on) ? exit_findings : exit_clean;
}

int run_rules(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const auto rules = load(options);
  if (!rules) return report(rules.error(), err);
  if (!options.words.empty()) {
    const auto list = rules->lists.find(options.words);
    if (list == rules->lists.end()) {
      std::vector<std::string_view> names;
      for (const auto& [list_name, words] : rules->lists) names.push_back(list_name);
      const std::string near = nearest(options.words, names);
      err << fmt::format("stet: there is no word list `{}`\n{}", options.words,
                         near.empty() ? "" : fmt::format("  did you mean `{}`?\n", near));
      return exit_usage;
    }
    for (const WordListEntry& entry : list->second.entries) out << entry.text << '\n';
    return exit_clean;
  }
  std::size_t widest = 0;
  for (const Rule& rule : rules->rules) widest = std::max(widest, rule.info.id.size());
  for (const Rule& rule : rules->rules) {
    const std::string_view state = rule.boolean("enabled", true) ? "" : " (off)";
    out << fmt::format("{:<{}}  {:<7}  {:<9}  {}{}\n", rule.info.id, widest, name(rule.info.severity), name(rule.info.precision),
                       rule.info.title, state);
  }
  return exit_clean;
}

int run_explain(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const auto rules = load(options);
  if (!rules) return report(rules.error(), err);
  if (const Rule* rule = find_rule(*rules, options.rule)) {
    out << explanation(rule->info, rule->kind);
    return exit_clean;
  }
  return report(unknown_names(ids_of(*rules), {options.rule}, "explain"), err);
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
      if (!file.path.starts_with("words/")) names.push_back(file.path.substr(0, file.path.rfind('.')));
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
  } else {
    Vocabulary vocabulary;
    const Units units = read_units(article, vocabulary);
    out << dump(units, article, *source, vocabulary);
  }
  return article.problems.empty() ? exit_clean : exit_unread;
}

int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  const ParsedArguments parsed = parse_arguments(arguments);
  if (!parsed.options) {
    (parsed.exit_code == exit_clean ? out : err) << parsed.message;
    return parsed.exit_code;
  }
  switch (parsed.options->command) {
    case Command::check:
      return run_check(*parsed.options, out, err);
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
