#include "cli/changed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>

#include "cli/branch_behind.h"
#include "cli/git.h"
#include "cli/since.h"
#include "findings/unified_diff.h"
#include "text/paths.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// The folder that holds .git, from here upward; here when there is none. A real path.
fs::path repository_root() {
  std::error_code error;
  const fs::path here = fs::canonical(fs::current_path(error), error);
  return nearest_folder(here).value_or(here);
}

/// As much of a diff as parse_diff takes, and one byte more.
Result<std::string> read_diff(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    std::error_code error;
    if (fs::is_directory(path, error)) return tl::unexpected(usage_fault(path, "this is a folder"));
    file.open(path, std::ios::binary);
    if (!file) return tl::unexpected(usage_fault(path, std::generic_category().message(errno)));
  }
  std::istream& stream = path == "-" ? std::cin : file;
  std::string text;
  std::vector<char> buffer(1U << 20U);
  while (stream && text.size() <= longest_diff) {
    stream.read(buffer.data(), static_cast<std::streamsize>(std::min(buffer.size(), longest_diff + 1 - text.size())));
    text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return without_colors(std::move(text));
}

/// What a diff takes away whole it also quotes whole.
void add_gone(const FileChange& change, const fs::path& root, ChangedArticles& changed) {
  const std::string place = place_below(root, change.before_path);
  if (place.empty() || !is_markdown(place)) return;
  if (auto before = take_back(change, {}); before && !before->empty()) changed.gone[place] = std::move(*before);
}

Result<ChangedArticles> changed_by_diff(const std::string& diff_path, const std::vector<std::string>& paths, const Limits& limits) {
  const auto text = read_diff(diff_path);
  if (!text) return tl::unexpected(text.error());
  const auto changes = parse_diff(*text);
  if (!changes) {
    Problem problem = changes.error();
    problem.path = diff_path == "-" ? "standard input" : diff_path;
    return tl::unexpected(std::move(problem));
  }
  // Paths of a diff start at the repository's root, or, when they do not exist there, where stet runs.
  std::map<fs::path, const FileChange*> by_path;
  const fs::path root = repository_root();
  std::error_code error;
  ChangedArticles changed;
  for (const FileChange& change : *changes) {
    if (change.path.empty()) {
      add_gone(change, root, changed);
      continue;
    }
    const fs::path below_root = (root / change.path).lexically_normal();
    by_path[fs::exists(below_root, error) ? below_root : in_real_folder(change.path)] = &change;
  }
  for (const std::string& path : paths) {
    const auto change = by_path.find(in_real_folder(path));
    if (change == by_path.end()) continue;
    changed.paths.push_back(path);
    const auto source = read_source(path, limits);
    // What cannot be read is reported by the run.
    if (!source || change->second->before_path.empty()) continue;
    auto before = take_back(*change->second, source->bytes);
    if (!before) {
      Problem problem = before.error();
      problem.path = diff_path == "-" ? "standard input" : diff_path;
      return tl::unexpected(std::move(problem));
    }
    changed.earlier[path] = std::move(*before);
  }
  changed.notices = notices_on_base(*changes, root.string());
  return changed;
}

}  // namespace

Result<ChangedArticles> find_changed(const CliOptions& options, const std::vector<std::string>& paths, const Limits& limits) {
  if (options.diff) return changed_by_diff(*options.diff, paths, limits);
  std::error_code error;
  const std::string start = options.paths.empty() ? "." : options.paths.front();
  const fs::path folder = fs::is_directory(start, error) ? fs::path(start) : in_real_folder(start).parent_path();
  const auto base = find_merge_base(folder.string(), *options.changed_since);
  if (!base) return tl::unexpected(base.error());
  return changed_since(*base, limits, paths, work_tree(base->root, limits));
}

}  // namespace stet
