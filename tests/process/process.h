// stet as a process of its own: with limits, with odd descriptors, and killed.
#pragma once

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sanitizer.h"
#include "scratch.h"

namespace stet {

/// How a process ended and what it said.
struct Ended {
  int code = -1;   ///< exit code, or -1
  int signal = 0;  ///< that killed it, or 0
  std::string out;
  std::string err;
};

/// A folder with another one, `site`, in it, and runs of stet there.
class Process : public ScratchFolder {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder / "site"); }
  void TearDown() override {
    std::error_code error;
    std::filesystem::permissions(folder / "site", std::filesystem::perms::all, error);
    ScratchFolder::TearDown();
  }
  /// Names of all files below `site`, those that begin with a dot among them.
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "site")) {
      if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  /// Starts stet in the folder. `prepare` runs in the new process before stet does.
  pid_t start(const std::vector<std::string>& arguments, const std::function<void()>& prepare = {}) const {
    std::vector<std::string> words = {STET_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const std::string out = path("out.txt");
    const std::string err = path("err.txt");
    const pid_t process = ::fork();
    if (process != 0) return process;
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    if (prepare) prepare();
    ::execv(STET_PROGRAM, pointers.data());
    ::_exit(127);
  }

  Ended run(const std::vector<std::string>& arguments, const std::function<void()>& prepare = {}) const {
    int status = 0;
    ::waitpid(start(arguments, prepare), &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0, read("out.txt"), read("err.txt")};
  }

 private:
  static void redirect(const std::string& path, int number) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    ::dup2(file, number);
  }
};

/// For Process::start: at most `most` of a resource.
inline std::function<void()> limited(__rlimit_resource resource, rlim_t most) {
  return [resource, most] {
    const rlimit limit{most, most};
    ::setrlimit(resource, &limit);
  };
}

}  // namespace stet
