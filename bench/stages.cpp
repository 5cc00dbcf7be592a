// Time and allocations of each stage, one thread, over the articles of one folder, beside the bare parse of the same bytes.
//   stages FOLDER [options of Google Benchmark]
// `bench/run` calls it and puts the figures in ratio.
#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <iostream>

#include "bare_parser.h"
#include "checks/registry.h"
#include "matching/prepared.h"
#include "pipeline/pipeline.h"
#include "text/walk.h"

// glibc's own names of its allocator: every allocation is counted, also those of C libraries.
extern "C" void* __libc_malloc(std::size_t);               // NOLINT(bugprone-reserved-identifier)
extern "C" void* __libc_calloc(std::size_t, std::size_t);  // NOLINT(bugprone-reserved-identifier)
extern "C" void* __libc_realloc(void*, std::size_t);       // NOLINT(bugprone-reserved-identifier)

namespace {
std::atomic<std::uint64_t> allocations = 0;
}

extern "C" void* malloc(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_malloc(size);
}
extern "C" void* calloc(std::size_t count, std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_calloc(count, size);
}
extern "C" void* realloc(void* old, std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  return __libc_realloc(old, size);
}

namespace stet {
namespace {

std::vector<Source> sources;
std::size_t bytes = 0;

/// Times `work` on each article; the rate is of their bytes, the allocations are those of one pass over all of them.
template <typename Work>
void measure(benchmark::State& state, const Work& work) {
  const std::uint64_t before = allocations;
  for (auto _ : state) {
    for (const Source& source : sources) work(source);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
  state.counters["allocations"] = static_cast<double>(allocations - before) / static_cast<double>(state.iterations());
}

std::shared_ptr<const Engine> engine_of(std::string_view family, std::string_view prepared = {}) {
  auto rules = load_rules(prepared_rule_files(), kind_fields());
  std::erase_if(rules->rules, [&](const Rule& rule) { return !rule.info.id.starts_with(family) || !rule.boolean("enabled", true); });
  return *compile(std::move(*rules), {}, {}, prepared);
}

/// What each stage makes of each article, for the stage behind it.
struct Stages {
  explicit Stages(const Engine& engine) {
    articles.reserve(sources.size());  // matches hold on to where these stand
    units.reserve(sources.size());
    for (const Source& source : sources) {
      articles.push_back(parse_article(source));
      vocabularies.push_back(std::make_unique<Vocabulary>(&engine.vocabulary));
      units.push_back(read_units(articles.back(), *vocabularies.back()));
      matches.push_back(engine.automaton.find(articles.back(), units.back(), *vocabularies.back()));
    }
  }
  std::vector<Article> articles;
  std::vector<std::unique_ptr<Vocabulary>> vocabularies;
  std::vector<Units> units;
  std::vector<Matches> matches;
};

void add(const std::string& name, const std::function<void(benchmark::State&)>& run) {
  benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
}

std::size_t index_of(const Source& source) { return static_cast<std::size_t>(&source - sources.data()); }

void add_bare(BareParser& parser) {
  add("bare/block", [&](benchmark::State& state) { measure(state, [&](const Source& source) { parser.parse(source.bytes, false); }); });
  add("bare/block and inline",
      [&](benchmark::State& state) { measure(state, [&](const Source& source) { parser.parse(source.bytes, true); }); });
}

void add_stages(const Engine& engine, const Stages& made) {
  add("stage/source", [&](benchmark::State& state) {
    measure(state, [](const Source& source) { benchmark::DoNotOptimize(make_source(source.path, source.bytes)); });
  });
  add("stage/document",
      [&](benchmark::State& state) { measure(state, [](const Source& source) { benchmark::DoNotOptimize(parse_article(source)); }); });
  add("stage/units", [&](benchmark::State& state) {
    measure(state, [&](const Source& source) {
      Vocabulary vocabulary(&engine.vocabulary);
      benchmark::DoNotOptimize(read_units(made.articles[index_of(source)], vocabulary));
    });
  });
  add("stage/matching", [&](benchmark::State& state) {
    measure(state, [&](const Source& source) {
      const std::size_t i = index_of(source);
      benchmark::DoNotOptimize(engine.automaton.find(made.articles[i], made.units[i], *made.vocabularies[i]));
    });
  });
}

/// The checks of all rules whose id begins so, with what they derive from the article.
void add_checks(const std::string& name, const Engine& engine, const Stages& made) {
  add(name, [&](benchmark::State& state) {
    measure(state, [&](const Source& source) {
      const std::size_t i = index_of(source);
      const CheckInput input{source,
                             made.articles[i],
                             made.units[i],
                             *made.vocabularies[i],
                             made.matches[i],
                             engine.cues,
                             engine.automaton.capture_names(),
                             engine.citations};
      std::vector<Finding> findings;
      for (const Check& check : engine.checks) check(input, findings);
      benchmark::DoNotOptimize(findings);
    });
  });
}

void add_whole(const Engine& engine) {
  add("whole/all rules", [&](benchmark::State& state) {
    measure(state, [&](const Source& source) { benchmark::DoNotOptimize(check_source(engine, source)); });
  });
}

/// The rules as a house's make them be compiled, and as the program has them prepared.
void add_start(std::string_view prepared) {
  add("start/rules compiled", [](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(engine_of(""));
  });
  add("start/rules prepared", [=](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(engine_of("", prepared));
  });
}

int run(int count, char** arguments) {
  const std::string folder = count > 1 ? arguments[1] : ".";
  for (const std::string& path : walk({folder}).files) {
    if (auto source = read_source(path)) sources.push_back(std::move(*source));
  }
  for (const Source& source : sources) bytes += source.bytes.size();
  if (sources.empty()) return std::cerr << "stages: no articles in " << folder << '\n', 2;
  --count;
  benchmark::Initialize(&count, arguments + 1);
  benchmark::AddCustomContext("bytes", std::to_string(bytes));
  benchmark::AddCustomContext("articles", std::to_string(sources.size()));
  const auto all = engine_of("");
  const Stages made(*all);
  BareParser parser;  // behind the first article: from there on parsers have stet's memory (document/parser_memory.h)
  add_bare(parser);
  add_stages(*all, made);
  add_checks("checks/all", *all, made);
  std::vector<std::shared_ptr<const Engine>> engines;
  std::vector<std::unique_ptr<Stages>> stages;
  for (const std::string family : {"citation", "consistency", "contradiction", "medical", "repetition"}) {
    engines.push_back(engine_of(family + "/"));
    stages.push_back(std::make_unique<Stages>(*engines.back()));
    add_checks("checks/" + family, *engines.back(), *stages.back());
  }
  add_whole(*all);
  const FrozenBytes prepared = prepare(all->automaton, all->vocabulary, all->patterns, all->rules.lists);
  add_start(as_text(prepared));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace stet

int main(int count, char** arguments) { return stet::run(count, arguments); }
