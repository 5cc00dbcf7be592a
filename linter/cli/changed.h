// --changed-since and --diff: which articles changed, and what they were before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/options.h"
#include "text/source.h"

namespace stet {

struct ChangedArticles {
  std::vector<std::string> paths;              ///< of those that were given, the ones that differ; in order
  std::map<std::string, std::string> earlier;  ///< by path, the bytes before; new articles are not in it
  std::map<std::string, std::string> gone;     ///< by path, the bytes of articles that are there no more, and under no other name either
  Problems notices;                            ///< what whoever reads the findings should know of the comparison
};

/// Errors (usage): what git says, what is wrong with the diff, an article outside of the repository.
Result<ChangedArticles> find_changed(const CliOptions& options, const std::vector<std::string>& paths, const Limits& limits);

}  // namespace stet
