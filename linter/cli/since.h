// Articles as they are now against those of a commit: which differ, which were renamed, which are gone.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/changed.h"
#include "cli/git.h"

namespace stet {

/// What a commit is compared with: the work tree, or the index.
struct NowVersion {
  std::function<std::optional<std::string>(const std::string& path)> bytes;  ///< nothing: it cannot be read, which the run will say
  std::function<bool(const std::string& relative)> holds;                    ///< is there a file of this path, relative to the root?
};

NowVersion work_tree(const std::string& root, const Limits& limits);

/// Of `paths`, the articles that differ, what they were before, and what is gone. Errors (usage): git's; a path outside of the repository.
Result<ChangedArticles> changed_since(const GitBase& base, const Limits& limits, const std::vector<std::string>& paths,
                                      const NowVersion& now);

/// The place of a file that is there no more; empty when a stranger's diff puts it outside of the tree.
std::string place_below(const std::filesystem::path& root, const std::string& path);

}  // namespace stet
