#include "text/paths.h"

namespace stet {

namespace fs = std::filesystem;

fs::path real_path(const fs::path& path) {
  std::error_code error;
  // Of a relative path of which nothing exists, weakly_canonical gives a relative one.
  const fs::path result = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? fs::path() : result;
}

fs::path in_real_folder(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  const fs::path folder = real_path(absolute.parent_path());
  return folder.empty() ? absolute : folder / absolute.filename();
}

bool holds_git(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / ".git", error);
}

std::optional<fs::path> nearest_folder(fs::path folder, const std::function<bool(const fs::path&)>& stops) {
  for (;; folder = folder.parent_path()) {
    if (stops(folder)) return folder;
    if (!folder.has_relative_path()) return std::nullopt;
  }
}

}  // namespace stet
