// Run by the build: reads YAML files and writes their trees, packed, into one file.
//   prepare_rules OUTPUT FOLDER FILE…      (FILEs relative to FOLDER)
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "rules/derived_words.h"
#include "rules/prepared.h"

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string folder = arguments[2];
  std::map<std::string, stet::YamlValue> trees;
  for (int i = 3; i < count; ++i) {
    std::ifstream input(folder + "/" + arguments[i], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(input), {});
    auto document = stet::parse_yaml(folder + "/" + arguments[i], bytes);
    if (!document) return std::cerr << render(document.error()), 1;
    stet::Problems problems;
    prepare_derived_words(*document, problems);
    for (const stet::Problem& problem : problems) std::cerr << render(problem);
    if (!problems.empty()) return 1;
    trees.emplace(arguments[i], std::move(document->root));
  }
  std::ofstream output(arguments[1], std::ios::binary);
  output << stet::pack_files(trees);
  return output.good() ? 0 : 1;
}
