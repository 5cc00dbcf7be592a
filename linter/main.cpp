#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace {

/// A closed standard descriptor would become that of an article or a report, and be read or written as such. What stands in for it cannot
/// be written to, so that a report that goes there is an error.
void fill_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
    if (::fcntl(number, F_GETFD) == -1) ::open("/dev/null", O_RDONLY);
  }
}

/// Has an allocation failed? Set by the handler below, and read where nothing can be thrown any more.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a handler takes no argument
std::atomic<bool> is_out_of_memory = false;

void say_out_of_memory() { std::fputs("stet: not read: there is not enough memory\n", stderr); }

/// Lets std::bad_alloc be thrown as always. Where there is not even the memory for the exception, the library ends the program: that is
/// said, and is no fault of the program's.
void tell_when_memory_ends() {
  std::set_new_handler([] {
    is_out_of_memory = true;
    throw std::bad_alloc();
  });
  std::set_terminate([] {
    if (!is_out_of_memory) std::abort();
    say_out_of_memory();
    ::_exit(stet::exit_unread);
  });
}

}  // namespace

int main(int count, char** arguments) {
  fill_standard_descriptors();
  tell_when_memory_ends();
  // A pipe that nobody reads any more and a full disk are told by the write, and no death: other reports may go elsewhere.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    std::ios::sync_with_stdio(false);  // takes memory for its buffers
    stet::Leftovers leftovers;
    const int code = stet::run_cli(std::vector<std::string>(arguments + 1, arguments + count), std::cout, std::cerr, &leftovers);
    std::exit(code);  // with the leftovers where they are
  } catch (const std::bad_alloc&) {
    say_out_of_memory();
    return stet::exit_unread;
  }
}
