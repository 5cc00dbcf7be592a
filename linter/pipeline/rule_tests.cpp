#include "pipeline/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "findings/suppression.h"
#include "pipeline/site_reader.h"
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
    const std::size_t behind = markdown.find('\n', path_end);
    // Front matter stands at the very start.
    const bool has_fields = behind != std::string::npos && markdown.compare(behind + 1, 4, "---\n") == 0;
    const std::size_t first = has_fields ? behind + 1 : begin;
    articles.push_back(*make_source(path, markdown.substr(first, end - first)));
    begin = next == std::string::npos ? next : end;
  }
  if (articles.empty()) articles.push_back(*make_source("example.md", markdown));
  return articles;
}

}  // namespace

std::vector<FileFindings> check_example(const Engine& engine, const std::string& markdown) {
  std::vector<Source> articles = articles_of(markdown);
  std::optional<EngineReader> reader;
  std::optional<SiteNeighbours> site;
  std::map<std::string, std::string> texts;
  for (const Source& article : articles) texts.emplace(article.path, article.bytes);
  if (articles.size() > 1) {
    const IndexOptions index_options{.reader = &reader.emplace(engine)};
    if (auto index = index_sources(articles, index_options)) site.emplace(std::move(*index), std::move(texts), index_options);
  }
  RunOptions options;
  options.elsewhere = site ? &*site : nullptr;
  std::vector<FileFindings> files;
  files.reserve(articles.size());
  for (Source& article : articles) files.push_back(check_source(engine, std::move(article), options));
  return files;
}

namespace {

std::size_t count_of(const std::vector<FileFindings>& files, std::uint32_t rule) {
  std::size_t count = 0;
  for (const FileFindings& file : files) {
    for (const Finding& finding : file.findings) count += finding.rule == rule ? 1U : 0U;
  }
  return count;
}

/// What a phrase of a rule is written under: `find`, `unless` …
std::string_view field_at(const Rule& rule, Position position) {
  std::string_view field;
  for (const auto& [key, value] : rule.document.root.entries) {
    if (key.position <= position) field = key.scalar;
  }
  return field;
}

/// An example as matching sees it.
struct Reading {
  Source source;
  Article article;
  Vocabulary vocabulary;
  Units units;
  Matches matches;

  Reading(const Engine& engine, const std::string& markdown)
      : source(*make_source("example.md", markdown)), vocabulary(&engine.vocabulary) {
    article = parse_article(source);
    units = read_units(article, vocabulary);
    if (!engine.citations.empty()) apply(engine.citations, article, source, units);
    matches = engine.automaton.find(article, units, vocabulary);
  }
  std::string_view text(IndexRange words) const {
    return article.text({units.words[words.begin].plain.begin, units.words[words.end - 1].plain.end});
  }
};

class ExampleRunner {
 public:
  ExampleRunner(const Engine& engine, bool coverage) : engine_(engine), coverage_(coverage) {}

  void run_rule(std::uint32_t rule) {
    const Rule& written = engine_.rules.rules[rule];
    for (const Example& example : written.examples) run(rule, example);
    for (const bool bad : {true, false}) {
      const auto is_sort = [&](const Example& example) { return example.bad == bad && !example.todo; };
      if (std::none_of(written.examples.begin(), written.examples.end(), is_sort)) {
        report_.text +=
            fmt::format("{}: {} has no `{}` example: nothing shows {}\n", visible(written.document.source.path), written.info.id,
                        bad ? "bad" : "good", bad ? "that it finds what it should" : "that it lets other things be");
      }
    }
    if (coverage_) report_phrases(rule);
  }

  RuleTestReport take() {
    if (coverage_) report_lists();
    report_.text += fmt::format("{} examples, {} failed, {} known gaps\n", report_.examples, report_.failures, report_.known_gaps);
    return std::move(report_);
  }

 private:
  const Engine& engine_;
  bool coverage_;
  RuleTestReport report_;
  std::set<std::pair<PatternId, std::uint32_t>> matched_;  // pattern, phrase
  std::set<std::pair<ListId, std::uint32_t>> met_;         // list, entry
  std::set<std::string> lists_;                            // named by the rules that ran

  std::string place(std::uint32_t rule, Position position) const {
    return fmt::format("{}:{}:{}", visible(engine_.rules.rules[rule].document.source.path), position.line, position.column);
  }

  void run(std::uint32_t rule, const Example& example) {
    ++report_.examples;
    const std::vector<FileFindings> files = check_example(engine_, example.markdown);
    if (coverage_) note_matches(rule, example);
    const std::size_t count = count_of(files, rule);
    const std::size_t wanted = example.bad ? 1 : 0;
    if (count == wanted) {
      if (example.todo) {
        report_.text += fmt::format("{}: a known gap is closed: it need not be `todo` any more\n", place(rule, example.position));
      }
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
    report_.text += fmt::format("{}: {} {}\n    in    “{}”\n{}{}", place(rule, example.position), engine_.infos[rule].id, fault,
                                in_one_line(example.markdown), found_texts(files, rule), why(rule, example));
  }

  /// An example for people: where its lines end is shown.
  static std::string in_one_line(std::string markdown) {
    while (markdown.ends_with('\n')) markdown.pop_back();
    for (std::size_t at = markdown.find('\n'); at != std::string::npos; at = markdown.find('\n', at)) markdown.replace(at, 1, "⏎");
    return visible(markdown);
  }

  /// What the rule found in the example.
  static std::string found_texts(const std::vector<FileFindings>& files, std::uint32_t rule) {
    std::string text;
    for (const FileFindings& file : files) {
      for (const Finding& finding : file.findings) {
        if (finding.rule == rule)
          text += fmt::format("    found “{}”: {}\n", visible(file.source.view(finding.source)), visible(finding.message));
      }
    }
    return text;
  }

  /// Which phrases of the rule matched in the example, and where.
  std::string why(std::uint32_t rule, const Example& example) const {
    const IndexRange patterns = engine_.rule_patterns[rule];
    if (patterns.empty()) return {};
    const Reading reading(engine_, example.markdown);
    std::string text;
    for (PatternId pattern = patterns.begin; pattern < patterns.end; ++pattern) {
      for (const Match& match : reading.matches.of(pattern)) {
        const WrittenPhrase& phrase = engine_.patterns[pattern].phrases[match.alternative];
        text += fmt::format("    `{}` matched “{}”: {} (line {})\n", field_at(engine_.rules.rules[rule], phrase.position),
                            visible(reading.text(match.words)), visible(phrase.text), phrase.position.line);
      }
    }
    return text.empty() ? "    no phrase of the rule matched\n" : text;
  }

  void note_matches(std::uint32_t rule, const Example& example) {
    const Reading reading(engine_, example.markdown);
    for (PatternId pattern = engine_.rule_patterns[rule].begin; pattern < engine_.rule_patterns[rule].end; ++pattern) {
      for (const Match& match : reading.matches.of(pattern)) matched_.emplace(pattern, match.alternative);
    }
    for (const ListHit& hit : reading.matches.list_hits) met_.emplace(hit.list, hit.entry);
  }

  void note_lists(const Phrase& phrase) {
    if (phrase.kind == PhraseKind::list) lists_.insert(phrase.text);
    for (const Phrase& child : phrase.children) note_lists(child);
  }

  void report_phrases(std::uint32_t rule) {
    for (PatternId pattern = engine_.rule_patterns[rule].begin; pattern < engine_.rule_patterns[rule].end; ++pattern) {
      const std::vector<WrittenPhrase>& phrases = engine_.patterns[pattern].phrases;
      for (std::uint32_t i = 0; i < phrases.size(); ++i) {
        note_lists(phrases[i].phrase());
        if (matched_.contains({pattern, i})) continue;
        report_.text += fmt::format("{}: `{}` in no example: {}\n", place(rule, phrases[i].position),
                                    field_at(engine_.rules.rules[rule], phrases[i].position), visible(phrases[i].text));
      }
    }
  }

  void report_lists() {
    for (const std::string& name : lists_) {
      const WordList& list = engine_.rules.lists.at(name);
      const ListId id = engine_.automaton.list_id(name);
      std::vector<std::string_view> unmet;
      for (std::uint32_t entry = 0; entry < list.entries.size(); ++entry) {
        if (!met_.contains({id, entry})) unmet.push_back(list.entries[entry].text);
      }
      if (unmet.empty()) continue;
      report_.text += fmt::format("{}: {} of {} entries in no example: {}\n", visible(list.document->source.path), unmet.size(),
                                  list.entries.size(), visible(fmt::format("{}", fmt::join(unmet, ", "))));
    }
  }
};

}  // namespace

RuleTestReport test_rules(const Engine& engine, const RuleTestOptions& options) {
  ExampleRunner runner(engine, options.coverage);
  for (std::uint32_t rule = 0; rule < engine.rules.rules.size(); ++rule) {
    const std::string& id = engine.infos[rule].id;
    const auto wanted = [&](const std::string& name) { return selects(name, id); };
    if (options.select.empty() || std::any_of(options.select.begin(), options.select.end(), wanted)) runner.run_rule(rule);
  }
  return runner.take();
}

}  // namespace stet
