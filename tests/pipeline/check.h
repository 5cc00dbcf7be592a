// Helpers: whole articles through the built-in rules.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

#include "checks/registry.h"
#include "pipeline/pipeline.h"

namespace stet {

/// What it was tried for, or the end of the tests: nothing can be tested with rules that have faults.
template <typename T>
T or_end(tl::expected<T, Problems> tried) {
  if (tried) return *std::move(tried);
  for (const Problem& problem : tried.error()) std::cerr << render(problem);
  std::exit(1);
}

/// The built-in word lists, without any rule.
inline std::vector<RuleFile> word_list_files() {
  std::vector<RuleFile> files = prepared_rule_files();
  std::erase_if(files, [](const RuleFile& file) { return !file.path.starts_with("words/"); });
  return files;
}

/// The built-in rules that run when nothing is selected.
inline const Engine& builtin_engine() {
  static const std::shared_ptr<const Engine> engine = [] {
    RuleSet rules = or_end(load_rules(builtin_rule_files(), kind_fields()));
    std::erase_if(rules.rules, [](const Rule& rule) { return !rule.boolean("enabled", true); });
    return or_end(compile(std::move(rules)));
  }();
  return *engine;
}

/// "line rule" of every finding, joined by ", ".
inline std::string findings_in(const std::string& markdown, const std::string& path = "test.md") {
  const FileFindings file = check_source(builtin_engine(), *make_source(path, markdown));
  std::string text;
  for (const Finding& finding : file.findings) {
    if (!text.empty()) text += ", ";
    text += std::to_string(file.source.lines.line_at(finding.source.begin)) + " " + builtin_engine().infos[finding.rule].id;
  }
  return text;
}

}  // namespace stet
