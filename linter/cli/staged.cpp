#include "cli/staged.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "cli/git.h"
#include "cli/since.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// A path of the command line, and the same as the repository's root sees it.
struct Asked {
  std::string given;
  std::string relative;  ///< "." for the root itself
  bool met = false;
};

std::vector<Asked> asked_paths(const std::vector<std::string>& paths, const std::string& root) {
  std::vector<Asked> asked;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
    std::string relative = real.lexically_relative(root).generic_string();
    if (relative.ends_with('/')) relative.pop_back();
    asked.push_back({path, std::move(relative)});
  }
  return asked;
}

/// The path under which a file of the index is reported: as the first path of the command line that it is or lies below names it. Empty:
/// none does, or it is no article.
std::string reported_path(const std::string& file, std::vector<Asked>& asked) {
  std::string reported;
  for (Asked& path : asked) {
    const bool is_it = path.relative == file;
    const bool below = path.relative == "." || file.starts_with(path.relative + "/");
    if (!is_it && !below) continue;
    path.met = true;
    if (!reported.empty()) continue;
    if (is_it) reported = path.given;
    if (below && is_markdown(file)) {
      reported = (fs::path(path.given) / fs::path(file).lexically_relative(path.relative)).generic_string();
    }
  }
  return reported;
}

/// The index does not say how large a file is, and what is too large is not read.
Result<bool> leave_out_large(const Limits& limits, std::vector<std::string>& paths, std::vector<const GitBlob*>& wanted,
                             Problems& problems) {
  const auto sizes = sizes_of(wanted);
  if (!sizes) return tl::unexpected(sizes.error());
  for (std::size_t i = paths.size(); i-- > 0;) {
    if (sizes->at(wanted[i]->object) <= limits.file_bytes) continue;
    problems.push_back(unread_fault(paths[i], fmt::format("larger than {} bytes", limits.file_bytes)));
    paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(i));
    wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return true;
}

}  // namespace

Result<StagedArticles> find_staged(const CliOptions& options, const Limits& limits) {
  std::error_code error;
  const std::string start = options.paths.empty() ? "." : options.paths.front();
  const fs::path folder = fs::is_directory(start, error) ? fs::path(start) : fs::absolute(start, error).parent_path();
  const auto index = read_git_index(fs::is_directory(folder, error) ? folder.string() : ".");
  if (!index) return tl::unexpected(index.error());
  std::vector<Asked> asked = asked_paths(options.paths, index->head.root);
  StagedArticles staged;
  std::vector<std::string> paths;
  std::vector<const GitBlob*> wanted;
  for (const auto& [file, blob] : index->files) {
    std::string path = reported_path(file, asked);
    const auto before = index->head.files.find(file);
    if (path.empty() || (before != index->head.files.end() && before->second.object == blob.object)) continue;
    paths.push_back(std::move(path));
    wanted.push_back(&blob);
  }
  if (const auto left_out = leave_out_large(limits, paths, wanted, staged.problems); !left_out) return tl::unexpected(left_out.error());
  auto blobs = read_blobs(wanted);
  if (!blobs) return tl::unexpected(blobs.error());
  for (std::size_t i = 0; i < paths.size(); ++i) staged.bytes[paths[i]] = blobs->at(wanted[i]->object);
  const NowVersion now{.bytes = [&](const std::string& path) { return std::optional<std::string>(staged.bytes.at(path)); },
                       .holds = [&](const std::string& file) { return index->files.contains(file); }};
  auto changed = changed_since(index->head, limits, paths, now);
  if (!changed) return tl::unexpected(changed.error());
  staged.changed = std::move(*changed);
  for (const Asked& path : asked) {
    if (path.met || fs::exists(path.given, error)) continue;
    Problems missing = walk({path.given}).problems;
    std::move(missing.begin(), missing.end(), std::back_inserter(staged.problems));
  }
  return staged;
}

}  // namespace stet
