// The command line: arguments in, exit code out.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace stet {

/// Exit codes: nothing at or above --fail-on; findings; wrong usage, configuration or rule; something was not read.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_usage = 2, exit_unread = 3 };

/// Runs `stet` with the arguments after the program's name.
int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace stet
