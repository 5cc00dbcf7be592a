#include "pipeline/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "findings/suppression.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// What the rule found in the example, for the message.
std::string found_texts(const FileFindings& file, std::uint32_t rule) {
  std::string text;
  for (const Finding& finding : file.findings) {
    if (finding.rule == rule) text += fmt::format("    found “{}”: {}\n", visible(file.source.view(finding.source)), finding.message);
  }
  return text;
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const Engine& engine) : engine_(engine) {}

  void run(std::uint32_t rule, const Example& example) {
    ++report_.examples;
    const FileFindings file = check_source(engine_, *make_source("example.md", example.markdown));
    const auto count = static_cast<std::size_t>(
        std::count_if(file.findings.begin(), file.findings.end(), [&](const Finding& finding) { return finding.rule == rule; }));
    const std::size_t wanted = example.bad ? 1 : 0;
    if (count == wanted) {
      if (example.todo) report_.text += fmt::format("{}: a known gap is closed: it need not be `todo` any more\n", place(rule, example));
      return;
    }
    if (example.todo) {
      ++report_.known_gaps;
      return;
    }
    ++report_.failures;
    const std::string_view fault = count < wanted ? "missing: a bad example in which nothing is found"
                                   : example.bad  ? "noisy: a bad example in which more than one thing is found"
                                                  : "noisy: a good example in which something is found";
    report_.text += fmt::format("{}: {} {}\n    in    “{}”\n{}", place(rule, example), engine_.infos[rule].id, fault,
                                visible(example.markdown), found_texts(file, rule));
  }

  RuleTestReport take() {
    report_.text += fmt::format("{} examples, {} failed, {} known gaps\n", report_.examples, report_.failures, report_.known_gaps);
    return std::move(report_);
  }

 private:
  const Engine& engine_;
  RuleTestReport report_;

  std::string place(std::uint32_t rule, const Example& example) const {
    return fmt::format("{}:{}:{}", engine_.rules.rules[rule].document.source.path, example.position.line, example.position.column);
  }
};

}  // namespace

RuleTestReport test_rules(const Engine& engine, const std::vector<std::string>& select) {
  ExampleRunner runner(engine);
  for (std::uint32_t rule = 0; rule < engine.rules.rules.size(); ++rule) {
    const std::string& id = engine.infos[rule].id;
    const bool wanted =
        select.empty() || std::any_of(select.begin(), select.end(), [&](const std::string& name) { return selects(name, id); });
    if (!wanted) continue;
    for (const Example& example : engine.rules.rules[rule].examples) runner.run(rule, example);
  }
  return runner.take();
}

}  // namespace stet
