// `stet lsp`: the language server, with the rules that the command line and the configurations name.
#pragma once

#include <iosfwd>

#include "cli/options.h"
#include "lsp/checker.h"

namespace stet {

/// Speaks over the process's standard input and output until the client says `exit`; `out` and `err` are not used.
int run_lsp(const CliOptions& options, std::ostream& out, std::ostream& err);

/// Which rules hold for an article, and the files that say so: configurations, those that could come between, folders of rules.
MakeFindRules find_rules_by(const CliOptions& options);

}  // namespace stet
