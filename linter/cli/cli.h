// The command line: arguments in, exit code out.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace stet {

/// Exit codes: nothing at or above --fail-on; findings; wrong usage, configuration or rule; something was not read.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_usage = 2, exit_unread = 3 };

/// What a run needs no more, for its caller to let go of: a program that ends gives all its memory back at once, and need not do so piece
/// by piece.
using Leftovers = std::vector<std::shared_ptr<const void>>;

/// Runs `stet` with the arguments after the program's name. Without `leftovers` all is let go of before it returns.
int run_cli(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, Leftovers* leftovers = nullptr);

}  // namespace stet
