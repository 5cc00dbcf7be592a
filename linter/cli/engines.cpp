#include "cli/engines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "checks/registry.h"
#include "findings/suppression.h"
#include "rules/nearest.h"
#include "text/embedded.h"

namespace stet {
namespace {

bool names_any(const std::vector<std::string>& names, const std::string& id) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return selects(name, id); });
}

std::vector<std::string> values_of(const std::vector<Sourced>& settings) {
  std::vector<std::string> values;
  values.reserve(settings.size());
  for (const Sourced& setting : settings) values.push_back(setting.value);
  return values;
}

/// Adds the rules of a folder; later files win over earlier ones of the same name.
Problems add_folder(const std::string& folder, const Limits& limits, std::vector<RuleFile>& files) {
  auto house = read_rule_folder(folder, limits);
  if (!house) {
    house.error().kind = ProblemKind::rule;
    return {std::move(house.error())};
  }
  std::move(house->begin(), house->end(), std::back_inserter(files));
  return {};
}

std::string pack_of(const std::string& id) { return id.substr(0, id.find('/')); }

/// Packs that are for who asks for them: all of their rules are off as they were written, and no configuration speaks of one.
std::set<std::string> packs_to_ask_for(const RuleSet& rules, const Config& config) {
  std::set<std::string> packs;
  std::set<std::string> others;
  for (const Rule& rule : rules.rules) {
    const bool is_off = !rule.boolean("enabled", true) && origin_of(config, rule).state.document == nullptr;
    (is_off ? packs : others).insert(pack_of(rule.info.id));
  }
  for (const std::string& pack : others) packs.erase(pack);
  return packs;
}

}  // namespace

tl::expected<Config, Problems> config_for(const CliOptions& options, ConfigReader& reader, const std::string& path) {
  if (options.no_config) return Config{};
  return options.config_file.empty() ? reader.for_file(path) : reader.by(options.config_file, path);
}

tl::expected<RuleSet, Problems> load(const CliOptions& options, const Config& config) {
  const bool only_runs = options.command == Command::check || options.command == Command::index || options.command == Command::dump;
  std::vector<RuleFile> files = only_runs ? prepared_rule_files() : builtin_rule_files();
  std::vector<std::string> folders = values_of(config.folders);
  if (!options.rules_folder.empty()) folders.push_back(options.rules_folder);
  for (const std::string& folder : folders) {
    if (Problems problems = add_folder(folder, options.limits, files); !problems.empty()) return tl::unexpected(std::move(problems));
  }
  auto rules = load_rules(files, kind_fields(), options.limits);
  if (!rules) return rules;
  if (Problems problems = apply(config, *rules, kind_fields()); !problems.empty()) return tl::unexpected(std::move(problems));
  return rules;
}

tl::expected<RuleSet, Problems> load(const CliOptions& options) {
  ConfigReader reader(options.limits);
  const auto config = config_for(options, reader, "here");
  if (!config) return tl::unexpected(config.error());
  return load(options, *config);
}

std::set<std::string> ids_of(const RuleSet& rules) {
  std::set<std::string> ids;
  for (const Rule& rule : rules.rules) ids.insert(rule.info.id);
  return ids;
}

Problems unknown_names(const std::set<std::string>& ids, const std::vector<std::string>& names, std::string_view option) {
  Problems problems;
  for (const std::string& name : names) {
    if (std::any_of(ids.begin(), ids.end(), [&](std::string_view id) { return selects(name, id); })) continue;
    const std::string near = nearest_rule(name, {ids.begin(), ids.end()});
    problems.push_back(usage_fault({}, fmt::format("{}: there is no rule or pack `{}`", option, name),
                                   near.empty() ? "`stet rules` lists them" : fmt::format("did you mean `{}`?", near)));
  }
  return problems;
}

std::shared_ptr<const Engine> Engines::compile_for(const Config& config) {
  auto rules = load(options_, config);
  if (!rules) {
    std::move(rules.error().begin(), rules.error().end(), std::back_inserter(problems_));
    return nullptr;
  }
  SuppressionPolicy suppressions;
  suppressions.blanket = config.blanket.empty() || config.blanket.back().value != "forbidden";
  suppressions.absent = ids_of(*rules);
  ids_.insert(suppressions.absent.begin(), suppressions.absent.end());
  // A pack stands for its rules that are on; a rule that is off runs when it is named itself, or its pack is one to ask for.
  const std::set<std::string> to_ask_for = packs_to_ask_for(*rules, config);
  const auto runs = [&](const Rule& rule) {
    const std::string& id = rule.info.id;
    const bool named = std::find(options_.select.begin(), options_.select.end(), id) != options_.select.end() ||
                       (to_ask_for.contains(pack_of(id)) && names_any(options_.select, id));
    const bool wanted = options_.select.empty() || names_any(options_.select, id);
    return wanted && (named || rule.boolean("enabled", true)) && !names_any(options_.ignore, id);
  };
  for (const Rule& rule : rules->rules) {
    if (rule.boolean("enabled", true) || to_ask_for.contains(pack_of(rule.info.id))) on_.insert(rule.info.id);
  }
  const auto others = std::stable_partition(rules->rules.begin(), rules->rules.end(), runs);
  std::copy_if(std::make_move_iterator(others), std::make_move_iterator(rules->rules.end()), std::back_inserter(rules->unselected),
               [](const Rule& rule) { return rule.boolean("enabled", true); });
  rules->rules.erase(others, rules->rules.end());
  for (const Rule& rule : rules->rules) suppressions.absent.erase(rule.info.id);
  auto limits = lowered(options_.limits, config);
  if (!limits) {
    std::move(limits.error().begin(), limits.error().end(), std::back_inserter(problems_));
    return nullptr;
  }
  auto engine = compile(std::move(*rules), {values_of(config.domains), values_of(config.shortcodes)}, std::move(suppressions),
                        embedded::prepared_matching.front().bytes);
  if (engine) {
    limits_[engine->get()] = *limits;
    return *engine;
  }
  std::move(engine.error().begin(), engine.error().end(), std::back_inserter(problems_));
  return nullptr;
}

tl::expected<std::shared_ptr<const Engine>, Problems> engine_of_claims(const CliOptions& options, const std::string& path) {
  ConfigReader reader(options.limits);
  const auto config = config_for(options, reader, path);
  if (!config) return tl::unexpected(config.error());
  auto rules = load(options, *config);
  if (!rules) return tl::unexpected(std::move(rules.error()));
  const auto gives_claims = [](const Rule& rule) {
    const bool stance = rule.kind == "opposes" && (rule.field("says") != nullptr || rule.field("has") != nullptr);
    return rule.boolean("enabled", true) && (rule.kind == "one-value" || stance);
  };
  std::erase_if(rules->rules, [&](const Rule& rule) { return !gives_claims(rule); });
  return compile(std::move(*rules), {values_of(config->domains), values_of(config->shortcodes)}, {},
                 embedded::prepared_matching.front().bytes);
}

std::shared_ptr<const Engine> Engines::for_file(const std::string& path) {
  auto config = config_for(options_, reader_, path);
  if (!config) {
    std::move(config.error().begin(), config.error().end(), std::back_inserter(problems_));
    return nullptr;
  }
  if (!config->exclude.empty()) return nullptr;
  const auto known = engines_.find(config->key);
  if (known != engines_.end()) return known->second;
  if (engines_.size() >= options_.limits.configurations) {
    beyond_limit_.insert(path);
    return nullptr;
  }
  return engines_.emplace(config->key, compile_for(*config)).first->second;
}

Problems Engines::unread() const {
  if (beyond_limit_.empty()) return {};
  const std::size_t others = beyond_limit_.size() - 1;
  const std::string also = others == 0 ? "" : fmt::format("; {} other article{} not read either", others, others == 1 ? " is" : "s are");
  return {unread_fault(*beyond_limit_.begin(),
                       fmt::format("more than {} configurations hold in this run{}", options_.limits.configurations, also),
                       "let articles share a configuration, or set `--limit configurations=N`")};
}

std::vector<Batch> Engines::batches_of(const std::vector<std::string>& files) {
  std::vector<Batch> batches;
  std::map<const Engine*, std::size_t> known;
  for (const std::string& file : files) {
    const auto engine = for_file(file);
    if (engine == nullptr) continue;
    const auto [batch, is_new] = known.emplace(engine.get(), batches.size());
    if (is_new) batches.push_back({engine, {}, limits_of(*engine)});
    batches[batch->second].paths.push_back(file);
  }
  return batches;
}

/// A pack whose rules are all off would check nothing, without a word.
Problems Engines::packs_that_are_off() const {
  Problems problems;
  for (const std::string& name : options_.select) {
    const auto is_meant = [&](const std::string& id) { return selects(name, id); };
    const auto known = std::find_if(ids_.begin(), ids_.end(), is_meant);
    if (known == ids_.end() || ids_.contains(name) || std::any_of(on_.begin(), on_.end(), is_meant)) continue;
    problems.push_back(usage_fault({}, fmt::format("--select: all rules of `{}` are off", name),
                                   fmt::format("a rule that is off runs when it is named itself, such as `{}`", *known)));
  }
  return problems;
}

Problems Engines::take_problems() {
  if (engines_.empty() && problems_.empty()) compile_for({});
  if (problems_.empty()) {
    problems_ = unknown_names(ids_, options_.select, "--select");
    for (Problem& problem : packs_that_are_off()) problems_.push_back(std::move(problem));
    for (Problem& problem : unknown_names(ids_, options_.ignore, "--ignore")) problems_.push_back(std::move(problem));
  }
  // Files under one faulty configuration meet the same faults.
  std::set<std::string> said;
  std::erase_if(problems_, [&](const Problem& problem) { return !said.insert(render(problem)).second; });
  return std::exchange(problems_, {});
}

}  // namespace stet
