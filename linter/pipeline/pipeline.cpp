#include "pipeline/pipeline.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <new>

#include "checks/registry.h"
#include "findings/changes.h"
#include "findings/limit.h"
#include "findings/suppression.h"
#include "language/house_grammar.h"
#include "pipeline/findings_cache.h"
#include "pipeline/front_matter_text.h"
#include "pipeline/prose.h"
#include "pipeline/rule_faults.h"
#include "text/threads.h"

namespace stet {

tl::expected<std::shared_ptr<const Engine>, Problems> compile(RuleSet rules, CitationPolicy citations, SuppressionPolicy suppressions,
                                                              std::string_view prepared) {
  auto engine = std::make_shared<Engine>();
  engine->rules = std::move(rules);
  engine->citations = std::move(citations);
  engine->suppressions = std::move(suppressions);
  Problems problems = faults_of_lists(engine->rules);
  engine->grammar = grammar_of(engine->rules, problems);
  engine->vocabulary = Vocabulary(*engine->grammar);
  AutomatonBuilder builder(engine->rules.lists, engine->vocabulary, prepared);
  engine->cues = add_frame_cues(builder);
  CompileContext context{.automaton = builder, .rules = engine->rules, .site = &engine->site};
  engine->site.things = compile_things(engine->rules);
  for (const Rule& rule : engine->rules.rules) {
    const auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& candidate) { return candidate.name == rule.kind; });
    const std::size_t first_pattern = builder.patterns().size();
    builder.trust(rule.document.prepared);
    auto check = kind->compile(rule, context);
    Problems faults = rule.document.prepared ? Problems() : faults_of(rule, *kind, builder, first_pattern);
    std::move(faults.begin(), faults.end(), std::back_inserter(problems));
    if (!check) {
      std::move(check.error().begin(), check.error().end(), std::back_inserter(problems));
      continue;
    }
    const std::vector<SharedText> places = rule.texts("in");
    if (std::find(places.begin(), places.end(), "front-matter") != places.end()) {
      engine->of_front_matter.push_back(static_cast<std::uint32_t>(engine->checks.size()));
    }
    engine->checks.push_back(std::move(*check));
    engine->rule_patterns.push_back({static_cast<std::uint32_t>(first_pattern), static_cast<std::uint32_t>(builder.patterns().size())});
    engine->infos.push_back(rule.info);
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  for (RuleInfo info : suppression_rules()) engine->infos.push_back(std::move(info));
  engine->automaton = builder.build();
  engine->patterns = builder.take_patterns();
  return engine;
}

namespace {

/// Comments as the findings stage wants them: with the block that each stands before.
std::vector<SuppressionComment> suppression_comments(const Article& article) {
  std::vector<SuppressionComment> comments;
  for (const Comment& comment : article.comments) {
    comments.push_back({comment.source, comment.content, comment.block == no_index ? Span{} : article.blocks[comment.block].source});
  }
  return comments;
}

/// Rules that compare with other articles take no part where there are none.
SuppressionPolicy without_site(const Engine& engine) {
  SuppressionPolicy policy = engine.suppressions;
  for (const Rule& rule : engine.rules.rules) {
    if (rule.info.id.ends_with("/site")) policy.without_site.insert(rule.info.id);
  }
  return policy;
}

void suppress(const Engine& engine, const Article& article, FileFindings& file, const RunOptions& options) {
  FrontMatterIgnore ignored;
  if (article.front_matter) ignored = {ignored_by_front_matter(file.source.view(*article.front_matter)), *article.front_matter};
  const std::vector<SuppressionComment> comments = suppression_comments(article);
  // Most articles suppress nothing.
  if (comments.empty() && ignored.names.empty()) return;
  apply_suppressions(file, comments, ignored, engine.infos, options.elsewhere != nullptr ? engine.suppressions : without_site(engine));
}

/// Front matter is an article of its own to the rules that look at it.
void check_front_matter(const Engine& engine, const FrontMatterText& text, FileFindings& result) {
  for (const std::uint32_t rule : engine.of_front_matter) {
    const std::size_t before = result.findings.size();
    engine.checks[rule](text.input, result.findings);
    for (std::size_t i = before; i < result.findings.size(); ++i) result.findings[i].rule = rule;
  }
}

/// Texts of other articles are read as this one is, but tell nothing of their own.
void reread(const Engine& engine, const Source& source, const RunOptions& options, const std::function<void(const CheckInput&)>& use) {
  const Article article = parse_article(source, Dialect::by_path, options.parse_limits);
  Vocabulary vocabulary(&engine.vocabulary);
  Units units = read_units(article, vocabulary);
  if (!engine.citations.empty()) apply(engine.citations, article, source, units);
  const Matches matches = engine.automaton.find(article, units, vocabulary);
  use({source, article, units, vocabulary, matches, engine.cues, engine.automaton.capture_names(), engine.citations});
}

}  // namespace

FileFindings check_source(const Engine& engine, Source source, const RunOptions& options) {
  FileFindings result;
  const auto stopped = [&] { return options.stop != nullptr && *options.stop; };
  Article article = parse_article(source, Dialect::by_path, options.parse_limits);
  result.problems = std::move(article.problems);
  Vocabulary vocabulary(&engine.vocabulary);
  Units units = read_units(article, vocabulary);
  if (!engine.citations.empty()) apply(engine.citations, article, source, units);
  const Matches matches = engine.automaton.find(article, units, vocabulary);
  const Reread read_other = [&](const Source& other, const std::function<void(const CheckInput&)>& use) {
    reread(engine, other, options, use);
  };
  std::optional<FrontMatterText> front_matter;
  if (article.front_matter) front_matter.emplace(source, article, engine.vocabulary, engine.automaton, engine.cues, engine.citations);
  CheckInput input{source,           article,           units,      vocabulary, matches, engine.cues, engine.automaton.capture_names(),
                   engine.citations, options.elsewhere, &read_other};
  if (front_matter) input.front_matter = &front_matter->input;
  if (options.claims) input.claims = &result.claims;
  for (std::uint32_t rule = 0; rule < engine.checks.size() && !stopped(); ++rule) {
    const std::size_t findings = result.findings.size();
    const std::size_t claims = result.claims.size();
    engine.checks[rule](input, result.findings);
    for (std::size_t i = findings; i < result.findings.size(); ++i) result.findings[i].rule = rule;
    for (std::size_t i = claims; i < result.claims.size(); ++i) result.claims[i].rule = rule;
  }
  if (front_matter) {
    check_front_matter(engine, *front_matter, result);
    // Findings are told apart by their sentences: the fields', which come first in the file, and the article's.
    for (const Sentence& sentence : front_matter->units.sentences) {
      result.sentences.push_back(front_matter->article.to_source(sentence.plain));
    }
  }
  drop_covered(result, engine.infos);
  for (const Sentence& sentence : units.sentences) result.sentences.push_back(article.to_source(sentence.plain));
  if (options.prose) result.prose = prose_of(article, units, source);
  result.source = std::move(source);
  suppress(engine, article, result, options);
  finish(result, engine.infos);
  return result;
}

FileFindings check_change(const Engine& engine, Source now, std::string before, const RunOptions& options) {
  const std::string path = now.path;
  const auto check = [&](std::string bytes) {
    auto source = make_source(path, std::move(bytes), options.limits);
    if (source) return check_source(engine, std::move(*source), options);
    FileFindings unread;
    unread.problems.push_back(std::move(source.error()));
    return unread;
  };
  FileFindings result = check_source(engine, std::move(now), options);
  if (!result.findings.empty()) keep_brought(result, check(std::move(before)), check);
  return result;
}

namespace {

FileFindings check_whole(const Engine& engine, const std::string& path, const RunOptions& options, const CacheKey& identity) {
  const auto unsaved = options.unsaved.find(path);
  auto source = unsaved == options.unsaved.end() ? read_source(path, options.limits) : make_source(path, unsaved->second, options.limits);
  if (!source) return unread_file(path, std::move(source.error()));
  const auto before = options.earlier.find(path);
  // The cache remembers findings, not how an article reads.
  const bool remembers = options.cache != nullptr && options.elsewhere == nullptr && !options.prose && !options.claims;
  FileFindings file = before != options.earlier.end() ? check_change(engine, std::move(*source), before->second, options)
                      : remembers                     ? check_remembered(engine, std::move(*source), options, identity)
                                                      : check_source(engine, std::move(*source), options);
  if (!options.keeps_all_findings) limit_findings(file, options.limits);
  return file;
}

/// One article for which there is no memory must not take the others with it.
FileFindings check_path(const Engine& engine, const std::string& path, const RunOptions& options, const CacheKey& identity) {
  try {
    return check_whole(engine, path, options, identity);
  } catch (const std::bad_alloc&) {
    return unread_file(path, not_enough_memory_for(path));
  }
}

/// Indices of paths, largest file first: a huge one at the end would be waited for.
std::vector<std::size_t> by_size(const std::vector<std::string>& paths) {
  std::vector<std::pair<std::uintmax_t, std::size_t>> sizes;
  sizes.reserve(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(paths[i], error);
    sizes.emplace_back(error ? 0 : size, i);
  }
  std::stable_sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> order;
  order.reserve(sizes.size());
  for (const auto& [size, i] : sizes) order.push_back(i);
  return order;
}

/// Reports quote only where something was found.
void release_source(FileFindings& file) {
  if (!file.findings.empty() || !file.problems.empty()) return;
  Source only_path;
  only_path.path = std::move(file.source.path);
  file.source = std::move(only_path);
  file.sentences = {};
}

}  // namespace

Problem not_enough_memory_for(const std::string& path) {
  return unread_fault(path, "there is not enough memory", "give the run more, use fewer --jobs, or split the file");
}

RunFindings check_files(const Engine& engine, const std::vector<std::string>& paths, const RunOptions& options) {
  RunFindings run;
  run.rules = engine.infos;
  run.files.resize(paths.size());
  const CacheKey identity = options.cache == nullptr ? CacheKey{} : identity_of(engine, options);
  const std::vector<std::size_t> order = by_size(paths);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < order.size(); at = next++) {
      FileFindings& file = run.files[order[at]];
      file = check_path(engine, paths[order[at]], options, identity);
      if (!options.keeps_sources) release_source(file);
      if (options.done != nullptr) ++*options.done;
    }
  };
  on_threads(options.jobs, work);
  return run;
}

}  // namespace stet
