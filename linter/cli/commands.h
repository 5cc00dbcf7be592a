// One function a command.
#pragma once

#include <iosfwd>

#include "cli/cli.h"
#include "cli/options.h"

namespace stet {

/// Tells what is wrong with the command, its configuration or its rules. The exit code for it.
int report(const Problems& problems, std::ostream& err);

int run_check(const CliOptions& options, std::ostream& out, std::ostream& err, Leftovers* leftovers);
int run_rules(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_explain(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_test(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_config(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_init(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_schema(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_docs(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_dump(const CliOptions& options, std::ostream& out, std::ostream& err);

}  // namespace stet
