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

#include "cli/git.h"
#include "findings/line_diff.h"
#include "findings/unified_diff.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t blob_bytes_at_once = 64U << 20U;
/// Two texts that share half of their lines are one article renamed, as git has it.
constexpr double least_similarity = 0.5;
constexpr std::uint64_t most_rename_bytes = 1U << 30U;  ///< that are compared in all

tl::unexpected<Problem> fault(std::string path, std::string what, std::string mend = {}) {
  return tl::unexpected(
      Problem{.kind = ProblemKind::usage, .path = std::move(path), .what = std::move(what), .mend = std::move(mend), .source_line = {}});
}

/// Absolute, with the folder's links resolved, so that paths from different hands can be compared.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  const fs::path folder = fs::canonical(absolute.parent_path(), error);
  return error ? absolute : folder / absolute.filename();
}

/// The place of a file that is there no more; empty when a stranger's diff puts it outside of the tree.
std::string place_below(const fs::path& root, const std::string& path) {
  const fs::path place = (root / path).lexically_normal();
  const bool inside = !path.empty() && *place.lexically_relative(root).begin() != "..";
  return inside ? place.string() : std::string();
}

/// The folder that holds .git, from here upward; here when there is none.
fs::path repository_root() {
  std::error_code error;
  fs::path here = fs::canonical(fs::current_path(error), error);
  for (fs::path at = here;; at = at.parent_path()) {
    if (fs::exists(at / ".git", error)) return at;
    if (!at.has_relative_path()) return here;
  }
}

/// As much of a diff as parse_diff takes, and one byte more.
Result<std::string> read_diff(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    std::error_code error;
    if (fs::is_directory(path, error)) return fault(path, "this is a folder");
    file.open(path, std::ios::binary);
    if (!file) return fault(path, std::generic_category().message(errno));
  }
  std::istream& stream = path == "-" ? std::cin : file;
  std::string text;
  std::vector<char> buffer(1U << 20U);
  while (stream && text.size() <= longest_diff) {
    stream.read(buffer.data(), static_cast<std::streamsize>(std::min(buffer.size(), longest_diff + 1 - text.size())));
    text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return text;
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
    by_path[fs::exists(below_root, error) ? below_root : real_path(change.path)] = &change;
  }
  for (const std::string& path : paths) {
    const auto change = by_path.find(real_path(path));
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
  return changed;
}

/// An article of the work tree and the earlier file it is compared with.
struct Compared {
  std::string path;
  const GitBlob* blob = nullptr;  ///< nothing: it is new
};

class SinceCommit {
 public:
  SinceCommit(const GitBase& base, const Limits& limits) : base_(base), limits_(limits) {}

  Result<ChangedArticles> find(const std::vector<std::string>& paths) {
    std::vector<Compared> articles;
    std::vector<std::string> added;
    for (const std::string& path : paths) {
      const std::string relative = real_path(path).lexically_relative(base_.root).generic_string();
      if (relative.empty() || relative.starts_with("..")) return fault(path, fmt::format("is outside of the repository {}", base_.root));
      const auto file = base_.files.find(relative);
      if (file == base_.files.end()) {
        added.push_back(path);
      } else {
        articles.push_back({path, &file->second});
      }
    }
    if (const auto read = compare(articles); !read) return tl::unexpected(read.error());
    if (const auto read = follow_gone(added); !read) return tl::unexpected(read.error());
    std::sort(changed_.paths.begin(), changed_.paths.end());
    return std::move(changed_);
  }

 private:
  const GitBase& base_;
  const Limits& limits_;
  ChangedArticles changed_;
  std::set<const std::string*> renamed_;  // earlier texts that a new article goes on from
  std::uint64_t rename_bytes_ = 0;

  /// Bytes of an article; nothing when it cannot be read, which the run will say.
  std::optional<std::string> now(const std::string& path) const {
    auto source = read_source(path, limits_);
    if (!source) return std::nullopt;
    return std::move(source->bytes);
  }

  Result<bool> compare(const std::vector<Compared>& articles) {
    for (std::size_t first = 0; first < articles.size();) {
      std::vector<const GitBlob*> wanted;
      std::uint64_t bytes = 0;
      std::size_t last = first;
      for (; last < articles.size() && (last == first || bytes + articles[last].blob->bytes <= blob_bytes_at_once); ++last) {
        if (articles[last].blob->bytes > limits_.file_bytes) continue;
        bytes += articles[last].blob->bytes;
        wanted.push_back(articles[last].blob);
      }
      auto blobs = read_blobs(wanted);
      if (!blobs) return tl::unexpected(blobs.error());
      for (; first < last; ++first) add(articles[first].path, (*blobs)[articles[first].blob->object]);
    }
    return true;
  }

  void add(const std::string& path, const std::string& before) {
    const std::optional<std::string> bytes = now(path);
    if (bytes && *bytes == before) return;
    changed_.paths.push_back(path);
    if (bytes) changed_.earlier[path] = before;
  }

  /// Articles of the commit that are gone from the work tree, by path.
  std::map<std::string, const GitBlob*> gone() const {
    std::map<std::string, const GitBlob*> blobs;
    std::uint64_t bytes = 0;
    std::error_code error;
    for (const auto& [path, blob] : base_.files) {
      if (!is_markdown(path) || blob.bytes > limits_.file_bytes || bytes + blob.bytes > blob_bytes_at_once) continue;
      if (fs::exists(fs::path(base_.root) / path, error)) continue;
      bytes += blob.bytes;
      blobs.emplace(path, &blob);
    }
    return blobs;
  }

  /// The earlier text that shares most with this one, if it shares enough.
  const std::string* most_like(const std::string& bytes, const std::map<std::string, std::string>& earlier) {
    const std::string* best = nullptr;
    double most = least_similarity;
    for (const auto& [object, before] : earlier) {
      const std::size_t smaller = std::min(before.size(), bytes.size());
      const std::size_t larger = std::max(before.size(), bytes.size());
      if (static_cast<double>(smaller) < least_similarity * static_cast<double>(larger)) continue;
      rename_bytes_ += smaller + larger;
      if (rename_bytes_ > most_rename_bytes) return best;
      const double alike = similarity(before, bytes);
      if (alike < most || (best != nullptr && alike == most)) continue;
      most = alike;
      best = &before;
    }
    return best;
  }

  /// Compares each new article with the gone one that it is most like; what no new article goes on from is gone.
  Result<bool> follow_gone(const std::vector<std::string>& added) {
    if (added.empty() && changed_.paths.empty()) return true;
    const std::map<std::string, const GitBlob*> articles = gone();
    std::vector<const GitBlob*> wanted;
    wanted.reserve(articles.size());
    for (const auto& [path, blob] : articles) wanted.push_back(blob);
    const auto blobs = read_blobs(wanted);
    if (!blobs) return tl::unexpected(blobs.error());
    for (const std::string& path : added) add_new(path, *blobs);
    for (const auto& [path, blob] : articles) {
      const std::string& before = blobs->at(blob->object);
      const std::string place = place_below(base_.root, path);
      if (!place.empty() && !renamed_.contains(&before)) changed_.gone[place] = before;
    }
    return true;
  }

  void add_new(const std::string& path, const std::map<std::string, std::string>& earlier) {
    const std::optional<std::string> bytes = now(path);
    const std::string* best = bytes ? most_like(*bytes, earlier) : nullptr;
    if (best == nullptr) {
      changed_.paths.push_back(path);
    } else {
      renamed_.insert(best);
      add(path, *best);
    }
  }
};

}  // namespace

Result<ChangedArticles> find_changed(const CliOptions& options, const std::vector<std::string>& paths, const Limits& limits) {
  if (options.diff) return changed_by_diff(*options.diff, paths, limits);
  std::error_code error;
  const std::string start = options.paths.empty() ? "." : options.paths.front();
  const fs::path folder = fs::is_directory(start, error) ? fs::path(start) : real_path(start).parent_path();
  const auto base = find_merge_base(folder.string(), *options.changed_since);
  if (!base) return tl::unexpected(base.error());
  return SinceCommit(*base, limits).find(paths);
}

}  // namespace stet
