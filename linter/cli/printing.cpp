// `stet schema` and `stet docs`: what the program knows of itself, for editors and people.
#include <ostream>

#include "checks/registry.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/reference.h"
#include "config/config.h"
#include "rules/schema.h"

namespace stet {

int run_schema(const CliOptions& options, std::ostream& out, std::ostream& /*err*/) {
  if (options.topic == "rule") {
    out << rule_schema(kind_fields());
  } else if (options.topic == "words") {
    out << word_list_schema();
  } else {
    out << schema_of("stet-config", "A configuration of stet", config_fields());
  }
  return exit_clean;
}

int run_docs(const CliOptions& options, std::ostream& out, std::ostream& err) {
  if (options.topic == "language") {
    out << language_reference();
    return exit_clean;
  }
  const auto rules = load_rules(builtin_rule_files(), kind_fields());
  if (rules) {
    out << rules_reference(*rules);
    return exit_clean;
  }
  for (const Problem& problem : rules.error()) err << render(problem);
  return exit_usage;
}

}  // namespace stet
