// A scratch git repository in the temporary folder, removed at the end, and a run of the command line.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/cli.h"

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

class ScratchFolder : public testing::Test {
 protected:
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("stet-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + "-" + std::to_string(::getpid()));

  void SetUp() override { std::filesystem::create_directories(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder / name, std::ios::binary).rdbuf();
    return text.str();
  }
  std::string path(const std::string& name) const { return (folder / name).string(); }
};

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
