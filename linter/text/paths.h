// Where a path really lies: links resolved, and which folders are above it. On such answers rest the borders beyond which nothing is read
// or written, for trees come from strangers.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

namespace stet {

/// Absolute, with all links resolved and without `.` and `..`; of what does not exist, as far as it does. Two that are equal are one file,
/// and one that begins with another's parts lies in it, as long as nobody changes links meanwhile. Empty of an empty path, and when it
/// cannot be resolved: links in a circle, folders that may not be searched.
std::filesystem::path real_path(const std::filesystem::path& path);

/// The real path of the folder, and the last part as it is: that may be a link still, which a name of an article keeps, and it need not be
/// there. So that paths from different hands can be compared; no border. As it is written, but absolute, when the folder has no real path.
std::filesystem::path in_real_folder(const std::filesystem::path& path);

/// Does the folder hold `.git`? Roots of repositories, submodules and further work trees do. Anything of that name counts, a file or a
/// stranger's as well: this says where a search upward ends, not that git would take the folder.
bool holds_git(const std::filesystem::path& folder);

/// The nearest of a folder and those above it at which `stops` is true, asked of each from the folder upward, the file system's root being
/// the last; nothing when it is true of none. The parts of the path are followed as they stand: links stay unresolved, and a relative path
/// leads up to the folder that the command runs in, as an empty path. Who draws a border by the answer begins with a real path.
std::optional<std::filesystem::path> nearest_folder(std::filesystem::path folder,
                                                    const std::function<bool(const std::filesystem::path&)>& stops = holds_git);

}  // namespace stet
