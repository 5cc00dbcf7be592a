#include "lsp/checker.h"

#include <new>

#include "findings/limit.h"
#include "site/store.h"
#include "text/paths.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// The nearest folder at or above the article's that holds an index; the repository's root is the last one looked at.
std::string site_root_of(const std::string& path) {
  const auto holds_index = [](const fs::path& folder) {
    std::error_code error;
    // The root of all is no site.
    return folder.has_relative_path() && fs::exists(folder / ".stet" / "site.index", error);
  };
  const auto nearest =
      nearest_folder(fs::path(path).parent_path(), [&](const fs::path& folder) { return holds_index(folder) || holds_git(folder); });
  return nearest && holds_index(*nearest) ? nearest->generic_string() : std::string();
}

}  // namespace

Checker::Checker(MakeFindRules make_find_rules, RunOptions options)
    : make_find_rules_(std::move(make_find_rules)), find_rules_(make_find_rules_()), options_(std::move(options)) {}

const RulesForFile& Checker::rules_for(const std::string& path) {
  const auto known = known_.find(path);
  if (known != known_.end()) {
    if (stamps_of(known->second.rules.depends_on) == known->second.stamps) return known->second.rules;
    // Files are read once by what finds rules: begin anew.
    known_.clear();
    find_rules_ = make_find_rules_();
  }
  RulesForFile rules = find_rules_(path);
  std::vector<FileStamp> stamps = stamps_of(rules.depends_on);
  return known_.insert_or_assign(path, Known{std::move(rules), std::move(stamps)}).first->second.rules;
}

const SiteNeighbours* Checker::site_for(const std::string& path, const std::shared_ptr<const Engine>& engine) {
  const std::string root = site_root_of(path);
  if (root.empty()) {
    sites_.erase(path);
    return nullptr;
  }
  Site& site = sites_[path];
  const FileStamp stamp = stamp_of(root + "/.stet/site.index");
  if (site.neighbours != nullptr && site.root == root && site.stamp == stamp && site.engine == engine) return site.neighbours.get();
  site = {root, stamp, engine, std::make_unique<EngineReader>(*engine), nullptr};
  // An index that cannot be read is none: `stet index` says what is wrong with it.
  if (auto index = read_index(root, options_.limits)) {
    const IndexOptions indexing{.limits = options_.limits, .parse_limits = {}, .reader = site.reader.get()};
    site.neighbours = std::make_unique<SiteNeighbours>(std::move(*index), root, std::vector<std::string>{path}, indexing);
  }
  return site.neighbours.get();
}

FileFindings Checker::check_text(const RulesForFile& rules, const CheckTask& task) {
  RunOptions options = options_;
  options.limits = rules.limits;
  try {
    FileFindings file = check_all(rules.engine, task, options);
    limit_findings(file, options.limits);
    return file;
  } catch (const std::bad_alloc&) {  // one article must not end the session of all
    return unread_file(task.path, not_enough_memory_for(task.path));
  }
}

FileFindings Checker::check_all(const std::shared_ptr<const Engine>& engine, const CheckTask& task, RunOptions options) {
  const auto source = make_source(task.path, task.text, options.limits);
  if (!source) return unread_file(task.path, source.error());
  options.stop = task.stale.get();
  // Neighbours look once at each article that they point at: what others have saved since is seen anew from here on.
  if (task.saved) sites_.erase(task.path);
  const SiteNeighbours* site = site_for(task.path, engine);
  options.elsewhere = site;
  FileFindings file = check_source(*engine, *source, options);
  if (site == nullptr || !site->is_stale() || !task.saved || *task.stale) return file;
  // A finding points at an article that has changed since it was indexed.
  const Site& known = sites_[task.path];
  if (!update_index(known.root, {.limits = options_.limits, .parse_limits = {}, .reader = known.reader.get()})) return file;
  options.elsewhere = site_for(task.path, engine);
  return check_source(*engine, *source, options);
}

CheckOutcome Checker::check(const CheckTask& task) {
  const RulesForFile& rules = rules_for(task.path);
  auto article = std::make_shared<CheckedArticle>();
  article->uri = task.uri;
  article->path = task.path;
  article->version = task.version;
  article->edition = task.edition;
  article->engine = rules.engine;
  if (rules.engine != nullptr) {
    article->file = check_text(rules, task);
  } else if (!rules.problems.empty()) {
    const Problem& first = rules.problems.front();
    article->file = unread_file(task.path, usage_fault(task.path, "stet does not check this: " + render(first)));
  }
  return {std::move(article), rules.problems};
}

void Checker::forget(const std::string& uri) {
  const std::string path = path_of_uri(uri).value_or(uri);
  known_.erase(path);
  sites_.erase(path);
}

}  // namespace stet
