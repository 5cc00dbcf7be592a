// Which files a run reads: paths as given, folders walked, .gitignore honoured.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

struct WalkResult {
  std::vector<std::string> files;  ///< sorted by bytes, each once
  Problems problems;               ///< missing paths, unreadable folders (unread)
};

/// A path that is a file is taken whatever its name; a folder is walked for .md, .markdown, .mdx and .txt... without following symbolic
/// links, skipping .git and what .gitignore files (gitignore(5): nearest wins, negation, anchoring, **) between the repository's root and
/// the file exclude.
WalkResult walk(const std::vector<std::string>& paths);

/// One .gitignore-style pattern list, also used for the globs of .stet.yaml.
class IgnoreRules {
 public:
  /// `text` is a file in gitignore(5) syntax; lines that are not valid are left out.
  explicit IgnoreRules(std::string_view text);
  enum class Verdict : unsigned char { none, ignored, kept };
  /// `path` is relative to the folder that holds the file, with forward slashes. The last pattern that matches decides.
  Verdict verdict(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::string expression;  ///< RE2 syntax
    bool negated = false;
    bool folders_only = false;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace stet
