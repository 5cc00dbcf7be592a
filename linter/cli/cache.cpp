#include "cli/cache.h"

#include <filesystem>

#include "config/config.h"
#include "text/paths.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// The nearest folder upward from the current one that is the root of something; empty when there is none.
std::string tree_root() {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return {};
  const auto root = nearest_folder(here, [](const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / config_name, ignored) || holds_git(folder);
  });
  return root ? root->string() : std::string();
}

}  // namespace

std::unique_ptr<FindingsCache> open_cache(const CliOptions& options) {
  if (options.no_cache) return nullptr;
  std::string root = options.cache_folder.empty() ? tree_root() : options.cache_folder;
  std::error_code ignored;  // what cannot be made is told when it is written
  if (!root.empty()) fs::create_directories(root, ignored);
  return root.empty() ? nullptr : std::make_unique<FindingsCache>(std::move(root));
}

void write_cache(const CliOptions& options, FindingsCache& cache, RunFindings& run) {
  auto written = cache.write();
  if (written || options.cache_folder.empty()) return;
  written.error().kind = ProblemKind::notice;
  run.notices.push_back(std::move(written.error()));
}

}  // namespace stet
