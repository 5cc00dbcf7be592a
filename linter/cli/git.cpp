#include "cli/git.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

// NOLINTNEXTLINE(readability-redundant-declaration,cppcoreguidelines-avoid-non-const-global-variables): POSIX wants it declared here
extern char** environ;

namespace stet {
namespace {

constexpr std::size_t longest_answer = 1U << 30U;

tl::unexpected<Problem> git_fault(std::string what, std::string mend = {}) {
  return tl::unexpected(usage_fault({}, std::move(what), std::move(mend)));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }  // NOLINT(cppcoreguidelines-owning-memory): it owns the file
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

struct Answer {
  int code = 0;
  std::string out;
  std::string err;
};

std::string contents(std::FILE* file) {
  std::string text;
  std::rewind(file);
  std::array<char, 65536> buffer{};
  for (std::size_t got = 0; text.size() < longest_answer && (got = std::fread(buffer.data(), 1, buffer.size(), file)) > 0;)
    text.append(buffer.data(), got);
  return text;
}

/// What git may know of the caller's environment: where it is, where its settings are, which of them the caller adds. Nothing else passes,
/// so that no variable sends it to another repository or has it run a program: GIT_DIR, GIT_EXTERNAL_DIFF, GIT_SSH_COMMAND and the like.
constexpr auto passed_on =
    std::to_array<std::string_view>({"PATH=", "HOME=", "XDG_CONFIG_HOME=", "TMPDIR=", "LD_LIBRARY_PATH=", "GIT_CONFIG_"});

/// While a commit is made, its index may be another file than the repository's; hooks see its path relative to where they run.
std::string index_variable() {
  const char* const index = std::getenv("GIT_INDEX_FILE");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  std::error_code error;
  if (index == nullptr || *index == '\0') return {};
  return "GIT_INDEX_FILE=" + std::filesystem::absolute(index, error).string();
}

std::vector<std::string> git_environment() {
  // A repository can allow a protocol that runs a command (ext) in its own configuration; GIT_ALLOW_PROTOCOL overrides that.
  std::vector<std::string> variables = {"GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
                                        "LC_ALL=C"};
  if (std::string index = index_variable(); !index.empty()) variables.push_back(std::move(index));
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const bool passes =
        std::any_of(std::begin(passed_on), std::end(passed_on), [&](std::string_view name) { return text.starts_with(name); });
    if (passes) variables.emplace_back(text);
  }
  return variables;
}

/// git in an absolute folder of PATH. A relative one, or an empty one, could be the tree under check.
std::string find_git() {
  const char* variable = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  std::string_view folders = variable == nullptr ? "/usr/local/bin:/usr/bin:/bin" : variable;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    std::string program = std::string(folders.substr(0, end)) + "/git";
    if (program.starts_with('/') && ::access(program.c_str(), X_OK) == 0) return program;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

/// Runs git in a folder, in the repository whose `.git` lies above it: a folder of articles that is a bare repository itself, with a
/// configuration and commits of its own, came with the articles. Input and answers go through unnamed temporary files, so that no pipe can
/// fill up.
Result<Answer> run_git(const std::string& folder, const std::vector<std::string>& arguments, std::string_view input = {}) {
  std::vector<std::string> words = {"git",
                                    "--no-pager",
                                    "--no-replace-objects",
                                    "-c",
                                    "protocol.allow=never",
                                    "-c",
                                    "core.fsmonitor=false",
                                    "-c",
                                    "core.hooksPath=/dev/null",
                                    "-c",
                                    "safe.bareRepository=explicit",
                                    "-C",
                                    folder};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = git_environment();
  const TemporaryFile in(std::tmpfile());
  const TemporaryFile out(std::tmpfile());
  const TemporaryFile err(std::tmpfile());
  if (!in || !out || !err) return git_fault(fmt::format("no temporary file can be made: {}", std::generic_category().message(errno)));
  const std::size_t written = input.empty() ? 0 : std::fwrite(input.data(), 1, input.size(), in.get());
  if (written != input.size() || std::fflush(in.get()) != 0) {
    return git_fault("a temporary file cannot be written");
  }
  std::rewind(in.get());
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(out.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(err.get()), STDERR_FILENO);
  pid_t process = 0;
  const std::string program = find_git();
  const int spawned =
      program.empty() ? ENOENT
                      : ::posix_spawn(&process, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (spawned != 0)
    return git_fault(fmt::format("git cannot be run: {}", std::generic_category().message(spawned)),
                     "install git, or give the changes with --diff");
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return Answer{WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(out.get()), contents(err.get())};
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, std::min(text.find('\n'), text.size()))); }

/// The answer of a command that must succeed.
Result<std::string> ask(const std::string& folder, const std::vector<std::string>& arguments, std::string_view input = {}) {
  auto answer = run_git(folder, arguments, input);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->code != 0) return git_fault(fmt::format("git {}: {}", arguments.front(), first_line(answer->err)));
  return std::move(answer->out);
}

/// Why there is no common commit, and what to do.
Problem no_base(const std::string& folder, std::string_view reference, std::string what) {
  const auto shallow = ask(folder, {"rev-parse", "--is-shallow-repository"});
  const bool is_shallow = shallow && first_line(*shallow) == "true";
  if (reference.starts_with("origin/")) reference.remove_prefix(7);
  if (reference.find_first_not_of('0') == std::string_view::npos) {
    return usage_fault(
        {}, std::move(what),
        "all zeros stand for no commit: a push event names them for a new branch, which is compared with the branch that it left: "
        "`--changed-since origin/main`");
  }
  std::string mend = is_shallow ? "this clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0`"
                                : fmt::format("fetch it first: `git fetch origin {}`", reference);
  return usage_fault({}, std::move(what), std::move(mend));
}

/// An entry of `git ls-tree -l -z`: "100644 blob <object> <bytes>\t<path>", of a submodule "160000 commit <object>       -\t<path>".
struct TreeEntry {
  bool is_submodule = false;
  GitBlob blob;
  std::string path;
};

std::optional<TreeEntry> read_tree_entry(std::string_view entry) {
  const std::size_t tab = entry.find('\t');
  const std::size_t object = entry.find(' ', 7) + 1;
  const std::size_t space = entry.find(' ', object);
  const std::size_t size = entry.find_first_not_of(' ', space);
  const bool is_submodule = entry.starts_with("160000 ");
  if ((!is_submodule && !entry.starts_with("100")) || tab == std::string_view::npos || object == 0 || size > tab) return std::nullopt;
  TreeEntry read{is_submodule, {std::string(entry.substr(object, space - object)), 0, {}}, std::string(entry.substr(tab + 1))};
  std::from_chars(entry.data() + size, entry.data() + tab, read.blob.bytes);
  return read;
}

constexpr int deepest_submodule = 8;

/// Adds the files of a commit, their paths behind `prefix`, and those of the submodules that are checked out in its work tree.
Result<bool> add_files(const std::string& root, const std::string& commit, const std::string& prefix, int depth, GitBase& base) {
  const auto listing = ask(root, {"ls-tree", "-r", "-z", "-l", "--full-tree", commit});
  if (!listing) return tl::unexpected(listing.error());
  std::string_view rest = *listing;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    auto entry = read_tree_entry(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!entry) continue;
    const std::string folder = root + "/" + entry->path;
    if (!entry->is_submodule) {
      entry->blob.repository = root;
      base.files.emplace(prefix + entry->path, std::move(entry->blob));
    } else if (depth < deepest_submodule && ::access((folder + "/.git").c_str(), F_OK) == 0) {
      if (const auto added = add_files(folder, entry->blob.object, prefix + entry->path + "/", depth + 1, base); !added) {
        return git_fault(
            fmt::format("--changed-since: the submodule {}{} does not have {}, at which it stood", prefix, entry->path, entry->blob.object),
            fmt::format("fetch it first: `git -C {} fetch --unshallow`, or check out with `fetch-depth: 0`", folder));
      }
    }
  }
  return true;
}

}  // namespace

namespace {

/// A work tree and a commit in it, its files not read yet.
Result<GitBase> find_commit(const std::string& folder, const std::string& reference) {
  if (reference.empty() || reference.starts_with('-')) return git_fault(fmt::format("--changed-since: `{}` is no commit", reference));
  const auto root = ask(folder, {"rev-parse", "--show-toplevel"});
  if (!root) {
    Problem problem = root.error();
    if (problem.mend.empty()) problem.mend = "--changed-since asks git; give the changes with --diff where there is no repository";
    return tl::unexpected(std::move(problem));
  }
  const auto commit = run_git(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"});
  if (!commit) return tl::unexpected(commit.error());
  if (commit->code != 0)
    return tl::unexpected(no_base(folder, reference, fmt::format("--changed-since: there is no commit `{}` here", reference)));
  return GitBase{.root = first_line(*root), .commit = first_line(commit->out), .files = {}};
}

}  // namespace

Result<GitBase> read_commit(const std::string& folder, const std::string& reference) {
  auto base = find_commit(folder, reference);
  if (!base) return base;
  if (const auto added = add_files(base->root, base->commit, "", 0, *base); !added) return tl::unexpected(added.error());
  return base;
}

Result<GitBase> find_merge_base(const std::string& folder, const std::string& reference) {
  auto base = find_commit(folder, reference);
  if (!base) return base;
  const auto merge_base = run_git(folder, {"merge-base", base->commit, "HEAD"});
  if (!merge_base) return tl::unexpected(merge_base.error());
  if (merge_base->code != 0) {
    return tl::unexpected(
        no_base(folder, reference, fmt::format("--changed-since: `{}` and HEAD have no commit in common here", reference)));
  }
  base->commit = first_line(merge_base->out);
  if (const auto added = add_files(base->root, base->commit, "", 0, *base); !added) return tl::unexpected(added.error());
  return base;
}

Result<GitIndex> read_git_index(const std::string& folder) {
  const auto root = ask(folder, {"rev-parse", "--show-toplevel"});
  if (!root) {
    Problem problem = root.error();
    if (problem.mend.empty()) problem.mend = "--staged asks git what is about to be committed; name articles where there is no repository";
    return tl::unexpected(std::move(problem));
  }
  GitIndex index;
  index.head.root = first_line(*root);
  const auto head = run_git(folder, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (!head) return tl::unexpected(head.error());
  if (head->code == 0) {
    index.head.commit = first_line(head->out);
    if (const auto added = add_files(index.head.root, index.head.commit, "", 0, index.head); !added) return tl::unexpected(added.error());
  }
  const auto listing = ask(index.head.root, {"ls-files", "--stage", "-z", "--full-name"});
  if (!listing) return tl::unexpected(listing.error());
  for (std::string_view rest = *listing; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    const std::string_view entry = rest.substr(0, end);  // "100644 <object> 0\t<path>"
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = entry.find('\t');
    const std::size_t object_end = entry.find(' ', 7);
    if (!entry.starts_with("100") || tab == std::string_view::npos || object_end >= tab || entry.substr(object_end, 2) != " 0") continue;
    index.files.emplace(entry.substr(tab + 1), GitBlob{std::string(entry.substr(7, object_end - 7)), 0, index.head.root});
  }
  return index;
}

Result<std::map<std::string, std::uint64_t>> sizes_of(const std::vector<const GitBlob*>& wanted) {
  std::map<std::string, std::uint64_t> sizes;
  if (wanted.empty()) return sizes;
  std::string input;
  for (const GitBlob* blob : wanted) input += blob->object + "\n";
  const auto answer = ask(wanted.front()->repository, {"cat-file", "--batch-check"}, input);
  if (!answer) return tl::unexpected(answer.error());
  std::string_view rest = *answer;  // "<object> blob <bytes>" a line
  for (const GitBlob* blob : wanted) {
    const std::string line = first_line(rest);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t space = line.rfind(' ');
    if (!line.starts_with(blob->object + " blob ")) return git_fault(fmt::format("git does not have {}", blob->object));
    std::from_chars(line.data() + space + 1, line.data() + line.size(), sizes[blob->object]);
  }
  return sizes;
}

namespace {

/// Objects of one repository.
Result<bool> read_objects(const std::string& repository, const std::vector<std::string>& objects,
                          std::map<std::string, std::string>& blobs) {
  std::string input;
  for (const std::string& object : objects) input += object + "\n";
  const auto answer = ask(repository, {"cat-file", "--batch"}, input);
  if (!answer) return tl::unexpected(answer.error());
  std::string_view rest = *answer;
  for (const std::string& object : objects) {
    const std::string header = first_line(rest);  // "<object> blob <bytes>"
    const std::size_t space = header.rfind(' ');
    std::size_t bytes = 0;
    const bool is_blob = header.starts_with(object + " blob ") && space != std::string::npos &&
                         std::from_chars(header.data() + space + 1, header.data() + header.size(), bytes).ec == std::errc();
    if (!is_blob || header.size() + 1 + bytes > rest.size()) {
      return git_fault(
          fmt::format("--changed-since: git does not have {}", object),
          "this clone holds no file contents of earlier commits: clone it without --filter, or fetch them with `git fetch --refetch`");
    }
    blobs[object] = std::string(rest.substr(header.size() + 1, bytes));
    rest.remove_prefix(std::min(header.size() + 1 + bytes + 1, rest.size()));
  }
  return true;
}

}  // namespace

Result<std::map<std::string, std::string>> read_blobs(const std::vector<const GitBlob*>& wanted) {
  std::map<std::string_view, std::vector<std::string>> by_repository;
  for (const GitBlob* blob : wanted) by_repository[blob->repository].push_back(blob->object);
  std::map<std::string, std::string> blobs;
  for (const auto& [repository, objects] : by_repository) {
    if (const auto read = read_objects(std::string(repository), objects, blobs); !read) return tl::unexpected(read.error());
  }
  return blobs;
}

Result<std::map<std::string, std::uint32_t>> last_changes(const std::string& folder) {
  // A line of a commit begins with a byte that no path has. Paths that git would quote are left out.
  const auto answer = ask(folder, {"-c", "core.quotePath=false", "log", "--max-count=20000", "--no-show-signature", "--no-renames",
                                   "--name-only", "--relative", "--format=%x00%cs", "HEAD", "--", "."});
  if (!answer) return tl::unexpected(answer.error());
  std::map<std::string, std::uint32_t> changes;
  std::uint32_t date = 0;
  for (std::string_view rest = *answer; !rest.empty();) {
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size()));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.front() == '"') continue;
    if (line.front() != '\0') {
      if (date != 0) changes.emplace(line, date);
      continue;
    }
    std::string digits(line.substr(1));  // 2024-01-31
    std::erase(digits, '-');
    date = 0;
    if (digits.size() == 8) std::from_chars(digits.data(), digits.data() + digits.size(), date);
  }
  return changes;
}

}  // namespace stet
