// Which files a run reads: paths as given, folders walked, .gitignore honoured.
#pragma once

#include <re2/re2.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

struct WalkResult {
  std::vector<std::string> files;  ///< sorted by bytes, each once
  std::vector<std::string> links;  ///< symbolic links in folders, which are not followed; sorted
  Problems problems;               ///< missing paths, unreadable folders, folders without an article (unread)
};

/// A path that is a file is taken whatever its name; a folder is walked for .md, .markdown, .mdown, .mkd, .mdx, .qmd and .Rmd in any
/// case, without following symbolic links.
/// Skipped are .git, node_modules, and what .gitignore files (gitignore(5)) between the repository's root and the file exclude. Those that
/// hold for a folder may cost `most_glob_cost` in all: a further file is a problem, and what it excludes is walked.
WalkResult walk(const std::vector<std::string>& paths);

/// Is a file of this name walked? Not a word of whether it is there.
bool is_markdown(const std::filesystem::path& path);

/// What it may cost to hold globs in memory and to try them on a name: for each line of `text`, its length and a bit more, as often as it
/// has wildcards `*` and once again, since a matcher is at so many places of it at once.
std::size_t glob_cost(std::string_view text);
constexpr std::size_t most_glob_cost = 2'000'000;  ///< some ten thousand lines of the usual kind

/// One .gitignore file, or the globs of a setting.
class IgnoreRules {
 public:
  /// `text` is in gitignore(5) syntax: nearest pattern wins, negation, anchoring, `**`. Lines that are no valid pattern are left out.
  explicit IgnoreRules(std::string_view text);
  enum class Verdict : unsigned char { none, ignored, kept };
  /// `path` is relative to the folder that holds the file, with forward slashes. The last pattern that matches decides.
  Verdict verdict(const std::string& path, bool is_folder) const;
  bool is_empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::shared_ptr<const re2::RE2> expression;
    bool negated = false;
    bool folders_only = false;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace stet
