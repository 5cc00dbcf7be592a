// Run by the build: compiles the built-in rules, and writes their automaton and vocabulary as matching/prepared.h reads them. A fault in a
// rule ends the build, and is named with its place.
//   prepare_matching OUTPUT [FOLDER of more rules, for the test of that]
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "checks/registry.h"
#include "matching/prepared.h"
#include "pipeline/pipeline.h"

namespace {

int fail(const stet::Problems& problems) {
  for (const stet::Problem& problem : problems) std::cerr << render(problem);
  return 1;
}

/// What a start does not look for any more in the built-in rules, and in those of a folder that are as if they were built in.
stet::Problems faults_of(const std::string& folder) {
  std::vector<stet::RuleFile> files = stet::builtin_rule_files();
  if (!folder.empty()) {
    auto more = stet::read_rule_folder(folder);
    if (!more) return {more.error()};
    std::move(more->begin(), more->end(), std::back_inserter(files));
  }
  auto rules = stet::load_rules(files, stet::kind_fields());
  if (!rules) return rules.error();
  const auto engine = stet::compile(std::move(*rules));
  return engine ? stet::Problems() : engine.error();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 && count != 3) return 2;
  const stet::Problems faults = faults_of(count == 3 ? arguments[2] : std::string());
  if (!faults.empty()) return fail(faults);
  auto rules = stet::load_rules(stet::prepared_rule_files(), stet::kind_fields());
  if (!rules) return fail(rules.error());
  const auto engine = stet::compile(std::move(*rules));
  if (!engine) return fail(engine.error());
  const stet::Engine& built = **engine;
  std::ofstream output(arguments[1], std::ios::binary);
  output << stet::as_text(stet::prepare(built.automaton, built.vocabulary, built.patterns, built.rules.lists));
  return output.good() ? 0 : 1;
}
