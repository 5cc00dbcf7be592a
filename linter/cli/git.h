// Reading of a git repository, by running `git` as a program with a fixed list of arguments and no shell.
//
// The repository may be a stranger's. Only commands that read objects are used, and one that lists the index; none looks at the work tree:
// so there are no hooks, no file system monitor, no filters, no text conversion and no external diff; transports are forbidden, so that
// nothing is fetched.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "text/problem.h"

namespace stet {

/// A file of a commit.
struct GitBlob {
  std::string object;  ///< its name in hexadecimal
  std::uint64_t bytes = 0;
  std::string repository;  ///< the work tree whose repository holds it: the root, or a submodule's
};

/// A commit that a work tree is compared with.
struct GitBase {
  std::string root;  ///< of the work tree, absolute
  std::string commit;
  std::map<std::string, GitBlob> files;  ///< by path relative to the root; regular files only, those in submodules among them
};

/// The last common commit of `reference` and HEAD, and what is in it; submodules that are checked out stand at the commits that it names.
/// `folder` lies in the work tree. Errors (usage): git is missing, there
/// is no repository or no such commit, or the clone is too shallow to tell: with what to do.
Result<GitBase> find_merge_base(const std::string& folder, const std::string& reference);

/// What a commit itself holds. Errors (usage): as find_merge_base.
Result<GitBase> read_commit(const std::string& folder, const std::string& reference);

/// What is staged, and the commit that it will follow.
struct GitIndex {
  GitBase head;                          ///< without a commit and files before the first commit
  std::map<std::string, GitBlob> files;  ///< as in GitBase, their sizes not known; without submodules and what is in conflict
};

/// The index that git names: while a commit with `-a` or of single files is made, that commit's own. Errors (usage): git is missing, or
/// there is no repository.
Result<GitIndex> read_git_index(const std::string& folder);

/// Bytes of objects, by name. Errors (usage): one is not there.
Result<std::map<std::string, std::uint64_t>> sizes_of(const std::vector<const GitBlob*>& wanted);

/// When the files below a folder were last changed, by their paths relative to it, as 20240131: by the last 20,000 commits that changed any
/// of them. Errors (usage): git is missing, or there is no repository or no commit.
Result<std::map<std::string, std::uint32_t>> last_changes(const std::string& folder);

/// The bytes of some of GitBase::files, by their object names. Errors (usage): one is not there.
Result<std::map<std::string, std::string>> read_blobs(const std::vector<const GitBlob*>& wanted);

}  // namespace stet
