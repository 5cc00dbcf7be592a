#include "cli/site_commands.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <thread>

#include "cli/cli.h"
#include "cli/git.h"
#include "cli/output.h"
#include "reports/shared.h"
#include "site/store.h"
#include "site/tables.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

IndexOptions index_options(const CliOptions& options, const ArticleReader* reader) {
  return {.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs,
          .limits = options.limits,
          .parse_limits = {},
          .reader = reader,
          .last_changes = [site = options.site] { return last_changes(site).value_or(std::map<std::string, std::uint32_t>()); }};
}

void print_notice(std::ostream& err, const std::string& site, std::string_view what) { err << fmt::format("stet: {}: {}\n", site, what); }

/// Reads claims by the rules that hold at the site's root, whatever --select and --ignore leave of them: an index must not change with
/// every run.
struct SiteRules {
  std::shared_ptr<const Engine> engine;
  std::unique_ptr<EngineReader> reader;
};

tl::expected<SiteRules, Problems> rules_of_site(const CliOptions& options, Engines* engines) {
  SiteRules rules;
  const std::string at_root = joined(options.site, "index.md");
  if (engines != nullptr && options.select.empty() && options.ignore.empty()) rules.engine = engines->for_file(at_root);
  if (rules.engine == nullptr) {
    auto compiled = engine_of_claims(options, at_root);
    if (!compiled) return tl::unexpected(std::move(compiled.error()));
    rules.engine = std::move(*compiled);
  }
  rules.reader = std::make_unique<EngineReader>(*rules.engine);
  return rules;
}

/// What people should know of an update that they did not ask for.
void tell(const IndexUpdate& update, const std::string& site, std::ostream& err) {
  if (!update.rebuilt.empty()) print_notice(err, site, update.rebuilt + "; it is built anew");
  if (update.unwritten) print_notice(err, site, "the index cannot be kept: " + update.unwritten->what);
  if (!update.problems.empty()) {
    print_notice(err, site, counted(update.problems.size(), "article") + " could not be indexed; `stet index` says why");
  }
}

/// An index, and what has become of its articles since.
struct Opened {
  SiteIndex index;
  Drift drift;
};

Result<Opened> updated(const CliOptions& options, const ArticleReader& reader, std::ostream& err) {
  auto update = update_index(options.site, index_options(options, &reader));
  if (!update) return tl::unexpected(std::move(update.error()));
  tell(*update, options.site, err);
  return Opened{std::move(update->index), {}};
}

/// Files that have changed or come since the index was made, beyond which it is brought up to date: until then each run reads them.
constexpr std::size_t most_drifted = 256;

/// The index as it is on disk, or brought up to date when there is none that can be used.
Result<Opened> usable_index(const CliOptions& options, const EngineReader& reader, std::ostream& err) {
  auto index = read_index(options.site, options.limits);
  if (!index || index->claim_rules() != reader.schema().rules) return updated(options, reader, err);
  Drift drift = drift_of(*index, options.site, index_options(options, &reader));
  if (drift.changed.size() > most_drifted) return updated(options, reader, err);
  return Opened{std::move(*index), std::move(drift)};
}

Result<std::unique_ptr<SiteNeighbours>> neighbours(Result<Opened> opened, const CliOptions& options, const ArticleReader& reader,
                                                   const std::vector<std::string>& checked) {
  if (!opened) return tl::unexpected(std::move(opened.error()));
  return std::make_unique<SiteNeighbours>(std::move(opened->index), options.site, checked, index_options(options, &reader), opened->drift);
}

/// Writes a table in pieces: whole or not at all to a file, as it comes to a pipe, and to the stream when the path is `-`. A reader that
/// has left, as `head` does, has read what it wanted.
Result<bool> write_table(const std::string& path, std::ostream& out, const std::function<bool(const TextSink&)>& write) {
  std::error_code error;
  const bool is_special = path == "-" || (fs::exists(path, error) && !fs::is_regular_file(path, error));
  const auto target = path == "-" ? path : find_target(path);
  if (!target) return tl::unexpected(target.error());
  const std::string temporary = is_special ? path : *target + ".tmp";
  // One that a crash left; a link of that name would be followed.
  if (!is_special) fs::remove(temporary, error);
  std::ofstream file;
  if (path != "-") file.open(temporary, std::ios::binary | std::ios::trunc);
  std::ostream& stream = path == "-" ? out : file;
  errno = 0;
  const bool written = write([&](std::string_view piece) { return static_cast<bool>(stream.write(piece.data(), std::ssize(piece))); });
  stream.flush();
  const bool whole = written && stream;
  if (path == "-" && !whole && errno == EPIPE) return true;
  if (path != "-") file.close();
  if (!is_special && whole && file) fs::rename(temporary, *target, error);
  if (whole && stream && !error) return true;
  if (!is_special) fs::remove(temporary, error);
  return tl::unexpected(usage_fault(path, "cannot be written"));
}

Result<bool> write_tables(const SiteIndex& index, const CliOptions& options, std::ostream& out) {
  if (!options.export_path.empty()) {
    auto written = write_table(options.export_path, out, [&](const TextSink& sink) { return write_prints(index, sink); });
    if (!written) return written;
  }
  if (!options.claims_path.empty()) {
    auto written = write_table(options.claims_path, out, [&](const TextSink& sink) { return write_claims(index, sink); });
    if (!written) return written;
  }
  if (options.pairs_path.empty()) return true;
  const unsigned jobs = index_options(options, nullptr).jobs;
  return write_table(options.pairs_path, out, [&](const TextSink& sink) { return write_pairs(index, jobs, sink); });
}

/// Prints what went wrong; the exit code that it calls for.
int print_fault(const Problem& problem, std::ostream& err) {
  err << render(problem);
  return problem.kind == ProblemKind::unread ? exit_unread : exit_usage;
}

/// What became of an index, and its tables.
int tell(const Result<IndexUpdate>& update, const CliOptions& options, std::ostream& out, std::ostream& err) {
  if (!update) return print_fault(update.error(), err);
  if (!update->rebuilt.empty()) print_notice(err, options.site, update->rebuilt + "; it is built anew");
  for (const Problem& problem : update->problems) err << render(problem);
  if (update->unwritten) return print_fault(*update->unwritten, err);
  const bool to_stream = options.export_path == "-" || options.pairs_path == "-" || options.claims_path == "-";
  if (!to_stream && !options.quiet) {
    const std::string done = options.merged_paths.empty()
                                 ? fmt::format("{} read, {} unchanged, {} gone", update->read, update->unchanged, update->gone)
                                 : counted(options.merged_paths.size(), "part") + " merged";
    out << fmt::format("{}: {}, {}; {}\n", options.site, counted(update->index.article_count(), "article"),
                       counted(update->index.paragraph_count(), "paragraph"), done);
  }
  if (const auto written = write_tables(update->index, options, out); !written) return print_fault(written.error(), err);
  return update->problems.empty() ? exit_clean : exit_unread;
}

int run_shard(const CliOptions& options, const IndexOptions& reading, std::ostream& out, std::ostream& err) {
  const auto file = find_target(options.part_path);
  if (!file) return print_fault(file.error(), err);
  const auto update = write_part(options.site, *file, {options.part, options.parts}, reading);
  if (!update) return print_fault(update.error(), err);
  for (const Problem& problem : update->problems) err << render(problem);
  if (!options.quiet) {
    out << fmt::format("{}: part {} of {}, {}\n", options.part_path, options.part, options.parts, counted(update->articles, "article"));
  }
  return update->problems.empty() ? exit_clean : exit_unread;
}

}  // namespace

int run_index(const CliOptions& options, std::ostream& out, std::ostream& err) {
  if (options.stats) {
    auto index = read_index(options.site, options.limits);
    if (!index) return print_fault(index.error(), err);
    out << describe(*index);
    return exit_clean;
  }
  if (!options.merged_paths.empty())
    return tell(merge_parts(options.site, options.merged_paths, index_options(options, nullptr)), options, out, err);
  const auto rules = rules_of_site(options, nullptr);
  if (!rules) {
    for (const Problem& problem : rules.error()) err << render(problem);
    return exit_usage;
  }
  const IndexOptions reading = index_options(options, rules->reader.get());
  return options.parts > 0 ? run_shard(options, reading, out, err) : tell(update_index(options.site, reading), options, out, err);
}

Result<RunFindings> check_site(const std::vector<Batch>& batches, const CliOptions& options, Engines& engines, RunOptions& run_options,
                               SiteCheck& site, std::ostream& err) {
  std::vector<std::string> files;
  for (const Batch& batch : batches) files.insert(files.end(), batch.paths.begin(), batch.paths.end());
  if (site.reader == nullptr) {
    auto rules = rules_of_site(options, &engines);
    if (!rules) return tl::unexpected(std::move(rules.error().front()));
    site.engine = std::move(rules->engine);
    site.reader = std::move(rules->reader);
  }
  auto opened = neighbours(usable_index(options, *site.reader, err), options, *site.reader, files);
  if (!opened) return tl::unexpected(std::move(opened.error()));
  site.neighbours = std::move(*opened);
  run_options.elsewhere = site.neighbours.get();
  RunFindings run = check_batches(batches, run_options);
  if (!site.neighbours->is_stale()) return run;
  print_notice(err, options.site, "articles have changed since they were indexed; the index is updated");
  opened = neighbours(updated(options, *site.reader, err), options, *site.reader, files);
  if (!opened) return tl::unexpected(std::move(opened.error()));
  site.neighbours = std::move(*opened);
  run_options.elsewhere = site.neighbours.get();
  return check_batches(batches, run_options);
}

}  // namespace stet
