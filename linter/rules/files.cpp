#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "rules/prepared.h"
#include "rules/rule.h"
#include "text/embedded.h"

namespace stet {
namespace {

constexpr std::size_t most_files = 5'000;
constexpr std::size_t most_bytes = 32U << 20U;

}  // namespace

bool is_rule_file(std::string_view name) { return name.ends_with(".yaml") && !name.starts_with('.'); }

std::string list_name(std::string_view path) {
  constexpr std::string_view words = "words/";
  const std::string_view name = path.substr(0, path.rfind('.'));
  if (path.starts_with(words)) return std::string(name.substr(words.size()));
  return path.starts_with("grammar/") ? std::string(name) : std::string();
}

std::vector<RuleFile> builtin_rule_files() {
  std::vector<RuleFile> files;
  files.reserve(embedded::rules.size());
  for (const embedded::File& file : embedded::rules) {
    files.push_back({std::string(file.path), std::string("rules/").append(file.path), SharedText::lasting(file.bytes), true});
  }
  return files;
}

std::vector<RuleFile> prepared_rule_files() {
  std::vector<RuleFile> files = builtin_rule_files();
  const auto trees = packed_files(embedded::prepared_rules.front().bytes);
  for (RuleFile& file : files) {
    const auto tree =
        std::lower_bound(trees.begin(), trees.end(), file.path, [](const auto& other, const auto& path) { return other.first < path; });
    if (tree != trees.end() && tree->first == file.path) file.tree = tree->second;
  }
  return files;
}

Result<std::vector<RuleFile>> read_rule_folder(const std::string& folder, const Limits& limits) {
  namespace fs = std::filesystem;
  const auto unreadable = [&](const std::string& path, std::string what) {
    return tl::unexpected(Problem{.kind = ProblemKind::rule, .path = path, .what = std::move(what)});
  };
  std::error_code error;
  if (!fs::is_directory(folder, error)) return unreadable(folder, "this is not a folder of rules");
  const std::string pack = fs::weakly_canonical(folder, error).filename().generic_string();
  std::size_t bytes = 0;
  std::vector<RuleFile> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
    if (error) return unreadable(folder, fmt::format("cannot be read: {}", error.message()));
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) {
      entry.disable_recursion_pending();
      continue;
    }
    if (name.ends_with(".yml")) {
      return tl::unexpected(Problem{.kind = ProblemKind::rule,
                                    .path = entry->path().generic_string(),
                                    .what = "the names of rules and word lists end in .yaml",
                                    .mend = fmt::format("rename it to `{}.yaml`", entry->path().stem().generic_string())});
    }
    if (!is_rule_file(name) || entry->is_symlink(error) || !entry->is_regular_file(error)) continue;
    auto source = read_source(entry->path().string(), {.file_bytes = limits.rule_bytes});
    if (!source) return tl::unexpected(std::move(source.error()));
    bytes += source->bytes.size();
    if (files.size() == most_files || bytes > most_bytes) return unreadable(folder, "this folder holds too many rules");
    std::string path = entry->path().lexically_relative(folder).generic_string();
    if (path.find('/') == std::string::npos) path.insert(0, pack + "/");
    files.push_back({std::move(path), source->path, std::move(source->bytes)});
  }
  if (error) return unreadable(folder, fmt::format("cannot be read: {}", error.message()));
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace stet
