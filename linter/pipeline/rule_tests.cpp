#include "pipeline/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "findings/suppression.h"
#include "site/neighbours.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// The articles of an example: one, or several that each begin with a line `<!-- article: PATH -->`.
std::vector<Source> articles_of(const std::string& markdown) {
  constexpr std::string_view mark = "<!-- article: ";
  std::vector<Source> articles;
  std::size_t begin = markdown.starts_with(mark) ? 0 : std::string::npos;
  while (begin != std::string::npos) {
    const std::size_t path_end = std::min(markdown.find(" -->", begin), markdown.size());
    const std::size_t next = markdown.find("\n" + std::string(mark), begin);
    const std::size_t end = next == std::string::npos ? markdown.size() : next + 1;
    const std::string path = markdown.substr(begin + mark.size(), path_end - begin - mark.size());
    articles.push_back(*make_source(path, markdown.substr(begin, end - begin)));
    begin = next == std::string::npos ? next : end;
  }
  if (articles.empty()) articles.push_back(*make_source("example.md", markdown));
  return articles;
}

/// Checks the articles of an example, as a site when there are several.
std::vector<FileFindings> check_example(const Engine& engine, const std::string& markdown) {
  std::vector<Source> articles = articles_of(markdown);
  std::optional<SiteNeighbours> site;
  if (auto index = index_sources(articles); articles.size() > 1 && index) site.emplace(std::move(*index));
  RunOptions options;
  options.elsewhere = site ? &*site : nullptr;
  std::vector<FileFindings> files;
  for (Source& article : articles) files.push_back(check_source(engine, std::move(article), options));
  return files;
}

std::size_t count_of(const std::vector<FileFindings>& files, std::uint32_t rule) {
  std::size_t count = 0;
  for (const FileFindings& file : files) {
    for (const Finding& finding : file.findings) count += finding.rule == rule ? 1U : 0U;
  }
  return count;
}

/// What the rule found in the example, for the message.
std::string found_texts(const std::vector<FileFindings>& files, std::uint32_t rule) {
  std::string text;
  for (const FileFindings& file : files) {
    for (const Finding& finding : file.findings) {
      if (finding.rule == rule) text += fmt::format("    found “{}”: {}\n", visible(file.source.view(finding.source)), finding.message);
    }
  }
  return text;
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const Engine& engine) : engine_(engine) {}

  void run(std::uint32_t rule, const Example& example) {
    ++report_.examples;
    const std::vector<FileFindings> files = check_example(engine_, example.markdown);
    const std::size_t count = count_of(files, rule);
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
                                visible(example.markdown), found_texts(files, rule));
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
