// One function a command.
#pragma once

#include <iosfwd>

#include "cli/options.h"

namespace stet {

int run_check(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_rules(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_explain(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_test(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_config(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_init(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_schema(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_docs(const CliOptions& options, std::ostream& out, std::ostream& err);
int run_dump(const CliOptions& options, std::ostream& out, std::ostream& err);

}  // namespace stet
