#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cli/cli.h"

int main(int count, char** arguments) {
  // A closed pipe is an error of the write, not a death.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  return stet::run_cli(std::vector<std::string>(arguments + 1, arguments + count), std::cout, std::cerr);
}
