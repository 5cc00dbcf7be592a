// Run by the build: the words of `rules/grammar/` as a table, by which articles are read before there is any rule.
//   make_grammar OUTPUT FOLDER FILE…
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "language/grammar_lists.h"
#include "rules/word_lists.h"
#include "units/word_classes.h"

namespace {

int fail(const stet::Problems& problems) {
  for (const stet::Problem& problem : problems) std::cerr << render(problem);
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  const std::string folder = arguments[2];
  std::vector<stet::WordListFile> files;
  for (int i = 3; i < count; ++i) {
    const std::string path = arguments[i];
    std::ifstream input(folder + "/" + path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(input), {});
    auto document = stet::parse_yaml(folder + "/" + path, bytes);
    if (!document) return fail({document.error()});
    files.push_back({path.substr(0, path.rfind('.')), std::make_shared<const stet::YamlDocument>(std::move(*document))});
  }
  stet::RuleSet rules;
  stet::Problems problems;
  load_word_lists(files, rules.lists, problems);
  const std::vector<stet::ClassifiedWord> words = classified_words(rules, problems);
  if (!problems.empty()) return fail(problems);
  for (const std::string_view name : stet::word_class_names) {
    if (rules.lists.contains(fmt::format("grammar/{}", name))) continue;
    std::cerr << fmt::format("{}/grammar/{}.yaml is missing: units/word_classes.h has that class\n", folder, name);
    return 1;
  }
  std::ofstream output(arguments[1]);
  output << "// Made by make_grammar from rules/grammar/; do not edit.\n"
            "#include \"units/word_classes.h\"\n\nnamespace stet {\n\n"
            "// NOLINTNEXTLINE(*-avoid-c-arrays): its size is left to the compiler\n"
            "constexpr ClassifiedWord table[] = {\n";
  for (const stet::ClassifiedWord& word : words) {
    std::string name(stet::word_class_names[static_cast<std::size_t>(word.word_class)]);
    std::replace(name.begin(), name.end(), '-', '_');
    output << fmt::format("    {{WordClass::{}, \"{}\", {}}},\n", name, word.word, word.value);
  }
  output << "};\nconst std::span<const ClassifiedWord> builtin_words{table};\n\n}  // namespace stet\n";
  return output.good() ? 0 : 1;
}
