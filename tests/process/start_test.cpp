// The built program starts with the libraries that it was built with: some of their versions refuse at start what others let pass.
#include <algorithm>
#include <array>
#include <sstream>

#include "folders.h"
#include "process/process.h"

namespace stet::start_test {
namespace {

using Start = Process;

/// The first words of what `--help` lists below "Commands:".
std::vector<std::string> commands_of(const std::string& help) {
  std::istringstream lines(help.substr(std::min(help.find("Commands:\n"), help.size())));
  std::vector<std::string> commands;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  ") && line.size() > 2 && line[2] != ' ') commands.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return commands;
}

TEST_F(Start, SaysItsVersion) {
  for (const char* option : {"--version", "-V"}) {
    const Ended ended = run({option});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(ended.out.starts_with("stet ")) << ended.out;
  }
}
TEST_F(Start, HelpsWithEachCommand) {
  const std::vector<std::string> commands = commands_of(run({"--help"}).out);
  EXPECT_GE(commands.size(), 12U);
  for (const std::string& command : commands) {
    const Ended ended = run({command, "--help"});
    EXPECT_EQ(ended.code, 0) << command << ": " << ended.err;
    EXPECT_NE(ended.out.find("Usage: stet " + command), std::string::npos) << ended.out;
  }
}
TEST_F(Start, EndsQuietlyWhenNobodyReadsOn) {
  std::string article;
  for (std::size_t i = 0; i < 900; ++i) article += "Research suggests that walking eases worry.\n\n";
  write("site/long.md", article);
  for (const char* format : {"text", "json", "sarif", "html"}) {
    const Ended ended = run({"--format", format, "site"}, [] {
      std::array<int, 2> ends{};
      if (::pipe(ends.data()) != 0) ::_exit(125);
      ::close(ends[0]);
      ::dup2(ends[1], STDOUT_FILENO);
    });
    EXPECT_EQ(ended.code, 1) << format << " " << ended.signal;
    EXPECT_EQ(ended.err, "") << format;
  }
}
TEST_F(Start, ChecksAnArticle) {
  const Ended ended = run({"--no-config", source_folder() + "/fixtures/example.md"});
  EXPECT_EQ(ended.code, 1) << ended.err;
  EXPECT_NE(ended.out.find("\n1 article: "), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace stet::start_test
