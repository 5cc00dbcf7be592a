#include "cli/since.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "findings/line_diff.h"
#include "text/paths.h"
#include "text/walk.h"

namespace stet {

namespace fs = std::filesystem;

std::string place_below(const std::filesystem::path& root, const std::string& path) {
  const fs::path place = (root / path).lexically_normal();
  const bool inside = !path.empty() && *place.lexically_relative(root).begin() != "..";
  return inside ? place.string() : std::string();
}

namespace {

constexpr std::uint64_t blob_bytes_at_once = 64U << 20U;
/// Two texts that share half of their lines are one article renamed, as git has it.
constexpr double least_similarity = 0.5;
constexpr std::uint64_t most_rename_bytes = 1U << 30U;  ///< that are compared in all

/// An article and the earlier file it is compared with.
struct Compared {
  std::string path;
  const GitBlob* blob = nullptr;  ///< nothing: it is new
};

class SinceCommit {
 public:
  SinceCommit(const GitBase& base, const Limits& limits, const NowVersion& now) : base_(base), limits_(limits), now_(now) {}

  Result<ChangedArticles> find(const std::vector<std::string>& paths) {
    std::vector<Compared> articles;
    std::vector<std::string> added;
    for (const std::string& path : paths) {
      const std::string relative = in_real_folder(path).lexically_relative(base_.root).generic_string();
      if (relative.empty() || relative.starts_with(".."))
        return tl::unexpected(usage_fault(path, fmt::format("is outside of the repository {}", base_.root)));
      const auto file = base_.files.find(relative);
      if (file == base_.files.end()) {
        added.push_back(path);
      } else {
        articles.push_back({path, &file->second});
      }
    }
    if (const auto read = compare(articles); !read) return tl::unexpected(read.error());
    if (const auto read = follow_gone(added); !read) return tl::unexpected(read.error());
    std::sort(changed_.paths.begin(), changed_.paths.end());
    return std::move(changed_);
  }

 private:
  const GitBase& base_;
  const Limits& limits_;
  const NowVersion& now_;
  ChangedArticles changed_;
  std::set<const std::string*> renamed_;  // earlier texts that a new article goes on from
  std::uint64_t rename_bytes_ = 0;

  Result<bool> compare(const std::vector<Compared>& articles) {
    for (std::size_t first = 0; first < articles.size();) {
      std::vector<const GitBlob*> wanted;
      std::uint64_t bytes = 0;
      std::size_t last = first;
      for (; last < articles.size() && (last == first || bytes + articles[last].blob->bytes <= blob_bytes_at_once); ++last) {
        if (articles[last].blob->bytes > limits_.file_bytes) continue;
        bytes += articles[last].blob->bytes;
        wanted.push_back(articles[last].blob);
      }
      auto blobs = read_blobs(wanted);
      if (!blobs) return tl::unexpected(blobs.error());
      for (; first < last; ++first) add(articles[first].path, (*blobs)[articles[first].blob->object]);
    }
    return true;
  }

  void add(const std::string& path, const std::string& before) {
    const std::optional<std::string> bytes = now_.bytes(path);
    if (bytes && *bytes == before) return;
    changed_.paths.push_back(path);
    if (bytes) changed_.earlier[path] = before;
  }

  /// Articles of the commit that are gone now, by path.
  std::map<std::string, const GitBlob*> gone() const {
    std::map<std::string, const GitBlob*> blobs;
    std::uint64_t bytes = 0;
    for (const auto& [path, blob] : base_.files) {
      if (!is_markdown(path) || blob.bytes > limits_.file_bytes || bytes + blob.bytes > blob_bytes_at_once) continue;
      if (now_.holds(path)) continue;
      bytes += blob.bytes;
      blobs.emplace(path, &blob);
    }
    return blobs;
  }

  /// The earlier text that shares most with this one, if it shares enough.
  const std::string* most_like(const std::string& bytes, const std::map<std::string, std::string>& earlier) {
    const std::string* best = nullptr;
    double most = least_similarity;
    for (const auto& [object, before] : earlier) {
      const std::size_t smaller = std::min(before.size(), bytes.size());
      const std::size_t larger = std::max(before.size(), bytes.size());
      if (static_cast<double>(smaller) < least_similarity * static_cast<double>(larger)) continue;
      rename_bytes_ += smaller + larger;
      if (rename_bytes_ > most_rename_bytes) return best;
      const double alike = similarity(before, bytes);
      if (alike < most || (best != nullptr && alike == most)) continue;
      most = alike;
      best = &before;
    }
    return best;
  }

  /// Compares each new article with the gone one that it is most like; what no new article goes on from is gone.
  Result<bool> follow_gone(const std::vector<std::string>& added) {
    if (added.empty() && changed_.paths.empty()) return true;
    const std::map<std::string, const GitBlob*> articles = gone();
    std::vector<const GitBlob*> wanted;
    wanted.reserve(articles.size());
    for (const auto& [path, blob] : articles) wanted.push_back(blob);
    const auto blobs = read_blobs(wanted);
    if (!blobs) return tl::unexpected(blobs.error());
    for (const std::string& path : added) add_new(path, *blobs);
    for (const auto& [path, blob] : articles) {
      const std::string& before = blobs->at(blob->object);
      const std::string place = place_below(base_.root, path);
      if (!place.empty() && !renamed_.contains(&before)) changed_.gone[place] = before;
    }
    return true;
  }

  void add_new(const std::string& path, const std::map<std::string, std::string>& earlier) {
    const std::optional<std::string> bytes = now_.bytes(path);
    const std::string* best = bytes ? most_like(*bytes, earlier) : nullptr;
    if (best == nullptr) {
      changed_.paths.push_back(path);
    } else {
      renamed_.insert(best);
      add(path, *best);
    }
  }
};

}  // namespace

NowVersion work_tree(const std::string& root, const Limits& limits) {
  return {.bytes = [limits](const std::string& path) -> std::optional<std::string> {
            auto source = read_source(path, limits);
            if (!source) return std::nullopt;
            return std::move(source->bytes);
          },
          .holds =
              [root](const std::string& relative) {
                std::error_code error;
                return fs::exists(fs::path(root) / relative, error);
              }};
}

Result<ChangedArticles> changed_since(const GitBase& base, const Limits& limits, const std::vector<std::string>& paths,
                                      const NowVersion& now) {
  return SinceCommit(base, limits, now).find(paths);
}

}  // namespace stet
