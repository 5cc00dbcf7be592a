#include "checks/needed.h"

#include <fmt/format.h>

#include <algorithm>

namespace stet {
namespace {

bool holds_typed(const Phrase& phrase, const std::vector<std::string_view>& names) {
  const bool wanted = names.empty() || std::find(names.begin(), names.end(), phrase.text) != names.end();
  if (phrase.kind == PhraseKind::regex || (phrase.kind == PhraseKind::typed && wanted)) return true;
  return std::any_of(phrase.children.begin(), phrase.children.end(), [&](const Phrase& child) { return holds_typed(child, names); });
}

/// "`$from:` and `$to:`".
std::string written(const std::vector<std::string>& captures) { return fmt::format("`${}:`", fmt::join(captures, ":` and `$")); }

}  // namespace

Problems missing_captures(const Rule& rule, std::string_view field, const CaptureSets& sets) {
  Problems problems;
  if (rule.document.prepared) return problems;
  for (const WrittenPhrase& phrase : rule.phrases(field)) {
    const std::vector<std::string> made = phrase.captures();
    const bool enough = std::any_of(sets.begin(), sets.end(), [&](const std::vector<std::string>& set) {
      return std::all_of(set.begin(), set.end(),
                         [&](const std::string& name) { return std::find(made.begin(), made.end(), name) != made.end(); });
    });
    if (enough) continue;
    std::vector<std::string> ways;
    for (const std::vector<std::string>& set : sets) ways.push_back(written(set));
    problems.push_back(
        rule.document.problem(phrase.position, fmt::format("this phrase must capture {}", fmt::join(ways, ", or ")),
                              "write the capture right in front of what it holds, such as `$day:{weekdays}` or `$to:<number>`"));
  }
  return problems;
}

Problems missing_typed(const Rule& rule, std::string_view field, const std::vector<std::string_view>& names) {
  Problems problems;
  if (rule.document.prepared) return problems;
  for (const WrittenPhrase& phrase : rule.phrases(field)) {
    if (holds_typed(phrase.phrase(), names)) continue;
    const std::string needed = names.empty() ? std::string("a typed token") : fmt::format("`<{}>`", fmt::join(names, ">` or `<"));
    problems.push_back(rule.document.problem(phrase.position, fmt::format("this phrase must hold {}", needed),
                                             names.empty() ? "such as <number>, <date>, <money> or <proper>" : ""));
  }
  return problems;
}

Problems missing_field(const Rule& rule, std::string_view asks, std::string_view field) {
  if (rule.field(field) != nullptr) return {};
  const YamlValue* value = rule.field(asks);
  return {rule.document.problem(value == nullptr ? Position{} : value->position,
                                fmt::format("`{}: {}` needs `{}`", asks, value == nullptr ? "" : value->scalar, field),
                                fmt::format("write `{}:` with the phrases", field))};
}

}  // namespace stet
