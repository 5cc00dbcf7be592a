#include "cli/lsp_command.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <memory>

#include "cli/engines.h"
#include "cli/version.h"
#include "lsp/server.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// Configurations that hold or would hold if they were there: beside the article and above, up to the repository's root.
void add_configurations(const std::string& path, std::vector<std::string>& files) {
  std::error_code error;
  for (fs::path folder = fs::absolute(path, error).parent_path();; folder = folder.parent_path()) {
    files.push_back((folder / config_name).generic_string());
    files.push_back((folder / ".git").generic_string());
    if (fs::exists(folder / ".git", error) || !folder.has_relative_path()) return;
  }
}

/// A folder of rules: the files in it, and the folders, which change when a file comes or goes.
void add_rules(const std::string& folder, std::vector<std::string>& files) {
  constexpr std::size_t most = 10'000;
  std::error_code error;
  files.push_back(folder);
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end && files.size() < most; entry.increment(error)) {
    const bool rule = entry->path().extension() == ".yaml";
    if (rule || entry->is_directory(error)) files.push_back(entry->path().generic_string());
  }
}

std::vector<std::string> files_behind(const CliOptions& options, ConfigReader& reader, const std::string& path) {
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

struct RulesFinder {
  CliOptions options;
  std::unique_ptr<Engines> engines;
  std::unique_ptr<ConfigReader> reader;

  explicit RulesFinder(CliOptions given) : options(std::move(given)) {}

  RulesForFile find(const std::string& path) {
    if (engines == nullptr) {
      engines = std::make_unique<Engines>(options);
      reader = std::make_unique<ConfigReader>();
    }
    RulesForFile rules{engines->for_file(path), {}, files_behind(options, *reader, path)};
    rules.problems = engines->take_problems();
    for (const Problem& problem : rules.problems) {
      if (!problem.path.empty()) rules.depends_on.push_back(problem.path);
    }
    // A fault is told once: the next article must meet it again.
    if (!rules.problems.empty()) engines.reset();
    return rules;
  }
};

std::size_t read_input(char* into, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, into, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

bool write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

MakeFindRules find_rules_by(const CliOptions& options) {
  return [options] {
    const auto finder = std::make_shared<RulesFinder>(options);
    return FindRules([finder](const std::string& path) { return finder->find(path); });
  };
}

int run_lsp(const CliOptions& options, std::ostream& /*out*/, std::ostream& /*err*/) {
  // A client that went away is an error of writing, not an end by signal.
  std::signal(SIGPIPE, SIG_IGN);
  ServerOptions server;
  server.session.version = program_version;
  server.make_find_rules = find_rules_by(options);
  return serve(read_input, write_output, server);
}

}  // namespace stet
