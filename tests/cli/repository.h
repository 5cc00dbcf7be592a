// A scratch git repository in the temporary folder, removed at the end, and a run of the command line.
#pragma once

#include <cstdlib>
#include <sstream>

#include "cli/cli.h"
#include "scratch.h"

namespace stet {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

inline Outcome stet_run(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_cli(arguments, out, err);
  return {code, out.str(), err.str()};
}

class Repository : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    if (std::system("git --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "git is not there";
    git("init -q");
  }
  /// Runs git in the folder, without the settings of whoever runs the tests.
  void git(const std::string& arguments, const std::string& within = {}) const {
    const std::string command = "cd '" + (within.empty() ? folder.string() : within) + "' && GIT_CONFIG_GLOBAL='" + path("no-config") +
                                "' GIT_CONFIG_NOSYSTEM=1 git -c user.name=Ada -c user.email=ada@example.org "
                                "-c init.defaultBranch=main -c protocol.file.allow=always " +
                                arguments + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
  }
  void commit(const std::string& tag) const {
    git("add -A");
    git("commit -q -m x");
    git("tag " + tag);
  }
};

}  // namespace stet
