#include "pipeline/rule_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "matching/phrase_words.h"
#include "rules/nearest.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// What a message quotes, and what is wrong with it.
class MessageCheck {
 public:
  MessageCheck(const Rule& rule, const Kind& kind, const std::vector<std::string>& captures, Problems& problems)
      : rule_(rule),
        captures_(kind.quotes_captures ? captures : std::vector<std::string>()),
        problems_(problems),
        takes_captures_(kind.quotes_captures) {
    known_.assign(kind.quotes.begin(), kind.quotes.end());
    for (const std::string& capture : captures_) known_.push_back("$" + capture);
  }

  void run() {
    const std::string_view message = rule_.message;
    for (std::size_t at = 0; at < message.size(); ++at) {
      if (message[at] == '{') at = quoted(at);
      if (at < message.size() && message[at] == '$') unquoted(at);
    }
  }

 private:
  const Rule& rule_;
  std::vector<std::string> captures_;
  Problems& problems_;
  bool takes_captures_ = false;
  std::vector<std::string> known_;

  void fault(std::size_t offset, std::string what, std::string mend) {
    const std::string_view message = rule_.message;
    const auto column = static_cast<std::uint32_t>(count_code_points(message.substr(0, offset)));
    const Position position = rule_.document.position_in(rule_.field("message")->position, message, column);
    problems_.push_back(rule_.document.problem(position, std::move(what), std::move(mend)));
  }

  /// `{name}`: where it ends.
  std::size_t quoted(std::size_t open) {
    const std::string_view message = rule_.message;
    const std::size_t close = message.find('}', open);
    if (close == std::string_view::npos) {
      fault(open, "this brace is never closed", "add `}` behind the name");
      return message.size();
    }
    const std::string_view name = message.substr(open + 1, close - open - 1);
    if (name.empty() || std::find(known_.begin(), known_.end(), name) != known_.end()) return close;
    fault(open, fmt::format("`{{{}}}` quotes nothing that this rule finds", name), mend_of(name));
    return close;
  }

  std::string mend_of(std::string_view name) const {
    const std::vector<std::string_view> names(known_.begin(), known_.end());
    const std::string near = nearest(name, names);
    if (!near.empty()) return fmt::format("did you mean `{{{}}}`?", near);
    if (name.starts_with('$') && takes_captures_ && captures_.empty())
      return fmt::format("write `{}:` in a phrase, in front of what it holds; otherwise one of: {{{}}}", name, fmt::join(names, "}, {"));
    return fmt::format("one of: {{{}}}", fmt::join(names, "}, {"));
  }

  /// `$name` outside braces stays as it is, which nobody wants.
  void unquoted(std::size_t at) {
    for (const std::string& capture : captures_) {
      if (rule_.message.compare(at + 1, capture.size(), capture) != 0) continue;
      return fault(at, fmt::format("`${}` stands outside braces, and is not filled in", capture), fmt::format("write `{{${}}}`", capture));
    }
  }
};

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
  MessageCheck(rule, kind, captures, problems).run();
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
