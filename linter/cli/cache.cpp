#include "cli/cache.h"

#include <cstdint>
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

/// To check a byte of an article takes as long as to read some 200 of a cache (1,600 instructions and 7, 2026-12-01).
bool are_sooner_checked(const std::vector<std::string>& files, const std::string& root) {
  constexpr std::uint64_t bytes_of_cache = 200;
  constexpr std::size_t few = 64;
  if (files.size() > few) return false;
  const std::uint64_t cache = FindingsCache::size_at(root);
  std::uint64_t articles = 0;
  for (const std::string& file : files) {
    std::error_code ignored;
    const std::uint64_t size = fs::file_size(file, ignored);
    if (!ignored) articles += size;
  }
  return cache > articles * bytes_of_cache;
}

}  // namespace

std::unique_ptr<FindingsCache> open_cache(const CliOptions& options, const std::vector<std::string>& files) {
  if (options.no_cache) return nullptr;
  std::string root = options.cache_folder.empty() ? tree_root() : options.cache_folder;
  if (options.cache_folder.empty() && !root.empty() && are_sooner_checked(files, root)) return nullptr;
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
