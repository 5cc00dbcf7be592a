// Which files decide what is checked: configurations and rules.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "config/config.h"

namespace stet {

/// Files and folders that say which rules hold for an article, those that would if they were there included: configurations beside it and
/// above, what they extend, and folders of rules with their files. When one of them changes, other rules may hold.
std::vector<std::string> files_behind_rules(const CliOptions& options, ConfigReader& reader, const std::string& path);

}  // namespace stet
