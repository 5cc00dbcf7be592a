#include "cli/branch_behind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/git.h"

namespace stet {
namespace {

constexpr auto main_branches = std::to_array<std::string_view>({"origin/HEAD", "origin/main", "origin/master", "main", "master"});
constexpr std::size_t shortest_name = 7;  // of an object that git shortens

bool is_version_of(const FileChange& change, const GitBase& base) {
  const auto file = base.files.find(change.before_path);
  return file != base.files.end() && file->second.object.starts_with(change.before_object);
}

}  // namespace

Problems notices_on_base(const std::vector<FileChange>& changes, const std::string& root) {
  const auto names_object = [](const FileChange& change) {
    return change.before_object.size() >= shortest_name && change.before_object.find_first_not_of('0') != std::string::npos;
  };
  std::error_code error;
  if (std::none_of(changes.begin(), changes.end(), names_object) || !std::filesystem::exists(root + "/.git", error)) return {};
  for (const std::string_view branch : main_branches) {
    const auto tip = read_commit(root, std::string(branch));
    if (!tip) continue;
    const auto left = find_merge_base(root, std::string(branch));
    if (!left || left->commit == tip->commit) continue;
    const bool compares_with_tip = std::any_of(changes.begin(), changes.end(), [&](const FileChange& change) {
      return names_object(change) && is_version_of(change, *tip) && !is_version_of(change, *left);
    });
    if (!compares_with_tip) continue;
    return {notice("--diff",
                   fmt::format("this compares with what `{}` is now; what was mended there since this branch left it looks as if this "
                               "branch brought it",
                               branch),
                   fmt::format("make it with `git diff -U0 --merge-base {}`", branch))};
  }
  return {};
}

}  // namespace stet
