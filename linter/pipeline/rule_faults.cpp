#include "pipeline/rule_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "matching/phrase_words.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// Each `{name}` of a message that has no meaning.
void check_message(const Rule& rule, const Kind& kind, const std::vector<std::string>& captures, Problems& problems) {
  const YamlValue* value = rule.field("message");
  std::vector<std::string> known(kind.quotes.begin(), kind.quotes.end());
  for (const std::string& capture : kind.quotes_captures ? captures : std::vector<std::string>()) known.push_back("$" + capture);
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::string_view message = rule.message;
  for (std::size_t open = message.find('{'); open != std::string_view::npos; open = message.find('{', open + 1)) {
    const std::size_t close = message.find('}', open);
    const std::string_view name = message.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto column = static_cast<std::uint32_t>(count_code_points(message.substr(0, open)));
    const Position position = rule.document.position_in(value->position, message, column);
    const std::string near = nearest(name, names);
    problems.push_back(rule.document.problem(
        position, fmt::format("`{{{}}}` quotes nothing that this rule finds", name),
        near.empty() ? fmt::format("one of: {{{}}}", fmt::join(names, "}, {")) : fmt::format("did you mean `{{{}}}`?", near)));
  }
}

}  // namespace

Problems faults_of(const Rule& rule, const Kind& kind, AutomatonBuilder& builder, std::size_t first) {
  Problems problems;
  for (PhraseFault& fault : builder.take_faults()) {
    const Position position = rule.document.position_in(fault.position, fault.text, fault.error.column);
    problems.push_back(rule.document.problem(position, std::move(fault.error.what), std::move(fault.error.mend)));
  }
  std::vector<std::string> captures;
  for (std::size_t pattern = first; pattern < builder.patterns().size(); ++pattern) {
    const std::vector<std::string> names = builder.patterns()[pattern].captures();
    captures.insert(captures.end(), names.begin(), names.end());
  }
  check_message(rule, kind, captures, problems);
  return problems;
}

Problems faults_of_lists(const RuleSet& rules) {
  Problems problems;
  for (const auto& [name, list] : rules.lists) {
    if (list.document != nullptr && list.document->prepared) continue;
    for (const WordListEntry& entry : list.entries) {
      if (entry.included) continue;
      const auto fault = never_matches(entry.phrase(), {});
      if (!fault) continue;
      const Position position = list.document->position_in(entry.position, entry.text, fault->column);
      problems.push_back(list.document->problem(position, fault->what, fault->mend));
    }
  }
  return problems;
}

}  // namespace stet
