// --staged: what is about to be committed. Articles are checked as the index holds them, against the commit that HEAD names.
#pragma once

#include "cli/changed.h"
#include "text/problem.h"

namespace stet {

struct StagedArticles {
  ChangedArticles changed;                   ///< those at or below the paths of the options that the index holds otherwise than HEAD
  std::map<std::string, std::string> bytes;  ///< by path, what the index holds of them
  Problems problems;                         ///< paths that are nowhere (unread)
};

/// Errors (usage): what git says.
Result<StagedArticles> find_staged(const CliOptions& options, const Limits& limits);

}  // namespace stet
