#include "text/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "text/expression_text.h"
#include "text/letters.h"
#include "text/paths.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

/// In lower case.
constexpr auto extensions = std::to_array<std::string_view>({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"});

constexpr std::uintmax_t largest_ignore_file = 1U << 20U;  ///< bytes
constexpr std::size_t cost_of_a_line = 64;                 ///< as many bytes of a glob take the memory that each line takes

/// Is a file of this name an article? One of ".md" alone has no extension.
bool has_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string extension(name.substr(dot));
  for (char& c : extension) c = to_lower(c);
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

/// A glob of gitignore(5) in RE2's syntax, anchored at both ends.
std::string expression_of(std::string_view glob, bool anchored) {
  std::string result = anchored ? "" : "(?:.*/)?";
  for (std::size_t i = 0; i < glob.size(); ++i) {
    const std::string_view rest = glob.substr(i);
    if (rest.starts_with("**/")) {
      result += "(?:.*/)?";
      i += 2;
    } else if (rest.starts_with("/**") && rest.size() == 3) {
      result += "/.*";
      i += 2;
    } else if (rest.starts_with("**")) {
      result += ".*";
      ++i;
    } else if (rest[0] == '*') {
      result += "[^/]*";
    } else if (rest[0] == '?') {
      result += "[^/]";
    } else if (const std::size_t close = rest[0] == '[' ? rest.find(']', 2) : std::string_view::npos; close != std::string_view::npos) {
      std::string set(rest.substr(1, close - 1));
      if (set.starts_with('!')) set[0] = '^';
      std::erase(set, '\\');
      result += "[" + set + "]";
      i += close;
    } else {
      if (rest[0] == '\\' && rest.size() > 1) ++i;
      result += RE2::QuoteMeta(expression_text(glob.substr(i, 1)));
    }
  }
  return result;
}

/// The text of an ignore file; empty when there is none. Nothing when it is too large.
std::optional<std::string> read_ignore_file(const fs::path& path) {
  std::error_code error;
  // As git does, none that is a link: it could lead out of the tree.
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return "";
  if (fs::file_size(path, error) > largest_ignore_file) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// Ignore files that hold for a folder: its own and those above, down from the repository's root.
struct Scope {
  fs::path folder;
  std::size_t cost = 0;
  IgnoreRules rules;
};

class Walker {
 public:
  void add(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      const bool is_missing = !error || error == std::errc::no_such_file_or_directory;
      result_.problems.push_back(unread_fault(path, is_missing ? "there is no such file or folder" : error.message()));
    } else if (fs::is_directory(status)) {
      enter_scopes_above(path);
      const std::size_t before = result_.files.size();
      folder(path);
      if (result_.files.size() == before) tell_nothing_is_there(path);
    } else {
      result_.files.push_back(path);
    }
  }

  WalkResult take() {
    std::sort(result_.files.begin(), result_.files.end());
    result_.files.erase(std::unique(result_.files.begin(), result_.files.end()), result_.files.end());
    std::sort(result_.links.begin(), result_.links.end());
    return std::move(result_);
  }

 private:
  WalkResult result_;
  std::vector<Scope> scopes_;

  /// A clean bill for a wrong path would be a lie.
  void tell_nothing_is_there(const std::string& path) {
    result_.problems.push_back(
        unread_fault(path, "there are no articles in this folder",
                     fmt::format("articles are {}; a file that is named is read whatever its name", fmt::join(extensions, ", "))));
  }

  /// Ignore files of the folders above, up to the one that holds .git.
  void enter_scopes_above(const fs::path& start) {
    scopes_.clear();
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(start, error);
    const auto root = nearest_folder(folder);
    if (!root) return;
    std::vector<fs::path> above;
    for (fs::path at = folder; at != *root; at = at.parent_path()) above.push_back(at.parent_path());
    std::reverse(above.begin(), above.end());
    enter_scope(*root, *root / ".git" / "info" / "exclude");
    for (const fs::path& path : above) enter_scope(path, path / ".gitignore");
  }

  void enter_scope(fs::path folder, const fs::path& ignore_file) {
    std::size_t cost = 0;
    for (const Scope& scope : scopes_) cost += scope.cost;
    std::optional<std::string> text = read_ignore_file(ignore_file);
    const std::size_t own = text ? glob_cost(*text) : 0;
    const bool fits = text && (own == 0 || cost + own <= most_glob_cost);
    if (!fits) {
      result_.problems.push_back(unread_fault(ignore_file.string(),
                                              text ? "with those of the folders above, this ignore file holds too many globs"
                                                   : fmt::format("larger than {} bytes", largest_ignore_file),
                                              "write fewer or shorter lines, with fewer `*`; what they exclude is checked"));
    }
    scopes_.push_back({std::move(folder), fits ? own : 0, IgnoreRules(fits ? *text : "")});
  }

  bool ignored(const fs::path& path, bool is_folder) const {
    // Paths are dear, and most folders have no ignore file.
    if (std::all_of(scopes_.begin(), scopes_.end(), [](const Scope& scope) { return scope.rules.is_empty(); })) return false;
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error).lexically_normal();
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      const std::string relative = absolute.lexically_relative(scope->folder).generic_string();
      const IgnoreRules::Verdict verdict = scope->rules.verdict(relative, is_folder);
      if (verdict != IgnoreRules::Verdict::none) return verdict == IgnoreRules::Verdict::ignored;
    }
    return false;
  }

  void folder(const fs::path& path) {
    std::error_code error;
    const std::size_t scopes = scopes_.size();
    enter_scope(fs::absolute(path, error).lexically_normal(), path / ".gitignore");
    fs::directory_iterator entries(path, error);
    if (error) result_.problems.push_back(unread_fault(path.string(), error.message()));
    for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) entry(*entries);
    scopes_.erase(scopes_.begin() + static_cast<std::ptrdiff_t>(scopes), scopes_.end());
  }

  void entry(const fs::directory_entry& entry) {
    std::error_code error;
    if (entry.is_symlink(error)) {
      if (!ignored(entry.path(), false)) result_.links.push_back(entry.path().string());
      return;
    }
    const std::string& path = entry.path().native();
    const std::string_view name = std::string_view(path).substr(path.find_last_of('/') + 1);  // npos + 1 is 0
    if (entry.is_directory(error)) {
      if (name != ".git" && name != "node_modules" && !ignored(entry.path(), true)) folder(entry.path());
    } else if (entry.is_regular_file(error) && has_extension(name) && !ignored(entry.path(), false)) {
      result_.files.push_back(path);
    }
  }
};

}  // namespace

bool is_markdown(const fs::path& path) { return has_extension(path.filename().native()); }

std::size_t glob_cost(std::string_view text) {
  std::size_t cost = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto wildcards = static_cast<std::size_t>(std::count(line.begin(), line.end(), '*'));
    cost += (line.size() + cost_of_a_line) * (wildcards + 1);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return cost;
}

IgnoreRules::IgnoreRules(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.ends_with('\r') || (line.ends_with(' ') && !line.ends_with("\\ "))) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    Pattern pattern;
    pattern.negated = line.starts_with('!');
    if (pattern.negated) line.remove_prefix(1);
    pattern.folders_only = line.ends_with('/');
    if (pattern.folders_only) line.remove_suffix(1);
    const bool anchored = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);  // paths are bytes
    options.set_dot_nl(true);
    pattern.expression = std::make_shared<const RE2>(expression_of(line, anchored), options);
    if (pattern.expression->ok() && !line.empty()) patterns_.push_back(std::move(pattern));
  }
}

IgnoreRules::Verdict IgnoreRules::verdict(const std::string& path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    if (RE2::FullMatch(path, *pattern->expression)) return pattern->negated ? Verdict::kept : Verdict::ignored;
  }
  return Verdict::none;
}

WalkResult walk(const std::vector<std::string>& paths) {
  Walker walker;
  for (const std::string& path : paths) walker.add(path);
  return walker.take();
}

}  // namespace stet
