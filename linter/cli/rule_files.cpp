#include "cli/rule_files.h"

#include <filesystem>

#include "cli/engines.h"
#include "rules/rule.h"
#include "text/paths.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// Configurations that hold or would hold if they were there: beside the article and above, up to the repository's root.
void add_configurations(const std::string& path, std::vector<std::string>& files) {
  std::error_code error;
  nearest_folder(fs::absolute(path, error).parent_path(), [&](const fs::path& folder) {
    files.push_back((folder / config_name).generic_string());
    files.push_back((folder / ".git").generic_string());
    return holds_git(folder);
  });
}

/// A folder of rules: the files in it, and the folders, which change when a file comes or goes.
void add_rules(const std::string& folder, std::vector<std::string>& files) {
  constexpr std::size_t most = 10'000;
  std::error_code error;
  files.push_back(folder);
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end && files.size() < most; entry.increment(error)) {
    if (is_rule_file(entry->path().filename().string()) || entry->is_directory(error)) files.push_back(entry->path().generic_string());
  }
}

}  // namespace

std::vector<std::string> files_behind_rules(const CliOptions& options, ConfigReader& reader, const std::string& path) {
  std::vector<std::string> files;
  if (!options.no_config && options.config_file.empty()) add_configurations(path, files);
  if (!options.config_file.empty()) files.push_back(options.config_file);
  if (!options.rules_folder.empty()) add_rules(options.rules_folder, files);
  const auto config = config_for(options, reader, path);
  if (config) {
    files.insert(files.end(), config->files.begin(), config->files.end());
    for (const Sourced& folder : config->folders) add_rules(folder.value, files);
  }
  return files;
}

}  // namespace stet
