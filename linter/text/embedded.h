// Files that the build put into the binary: rules, word lists, templates.
#pragma once

#include <span>
#include <string_view>

namespace stet::embedded {

struct File {
  std::string_view path;  ///< relative to the embedded folder, with forward slashes
  std::string_view bytes;
};

extern const std::span<const File> rules;              ///< rules/**: *.yaml
extern const std::span<const File> prepared_rules;     ///< one file: the trees of those, packed (rules/prepared.h)
extern const std::span<const File> prepared_matching;  ///< one file: automaton and vocabulary of those (matching/prepared.h)
extern const std::span<const File> wordnet_words;      ///< one file: words of WordNet that lists may name (rules/wordnet.h)
extern const std::span<const File> report_template;    ///< linter/reports/html: page, style and script of the HTML report

}  // namespace stet::embedded
