// Run by the build: compiles the built-in rules, and writes their automaton and vocabulary as matching/prepared.h reads them.
//   prepare_matching OUTPUT
#include <fstream>
#include <iostream>

#include "checks/registry.h"
#include "matching/prepared.h"
#include "pipeline/pipeline.h"

namespace {

int fail(const stet::Problems& problems) {
  for (const stet::Problem& problem : problems) std::cerr << render(problem);
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  auto rules = stet::load_rules(stet::prepared_rule_files(), stet::kind_fields());
  if (!rules) return fail(rules.error());
  const auto engine = stet::compile(std::move(*rules));
  if (!engine) return fail(engine.error());
  const stet::Engine& built = **engine;
  std::ofstream output(arguments[1], std::ios::binary);
  output << stet::as_text(stet::prepare(built.automaton, built.vocabulary, built.patterns, built.rules.lists));
  return output.good() ? 0 : 1;
}
