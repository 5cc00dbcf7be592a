#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/config.h"
#include "findings/suppression.h"
#include "rules/field_check.h"
#include "rules/nearest.h"

namespace stet {
namespace {

/// Fields of a rule that a configuration may not replace: they make the rule what it is.
constexpr auto fixed = std::to_array<std::string_view>({"kind", "title", "precision", "examples", "enabled", "severity"});

YamlValue scalar(std::string text) { return {.kind = YamlKind::scalar, .scalar = std::move(text)}; }

void replace(YamlValue& map, const std::string& key, YamlValue value) {
  const auto known = std::find_if(map.entries.begin(), map.entries.end(), [&](const YamlEntry& entry) { return entry.key.scalar == key; });
  if (known != map.entries.end()) {
    known->value = std::move(value);
  } else {
    map.entries.push_back({scalar(key), std::move(value)});
  }
}

void set_state(Rule& rule, const std::string& state) {
  replace(rule.document.root, "enabled", scalar(state == "off" ? "false" : "true"));
  if (state != "off" && state != "on") replace(rule.document.root, "severity", scalar(state));
}

/// The fields of a rule that a configuration may set.
FieldPointers options_of(const Rule& rule, const std::vector<KindFields>& kinds) {
  FieldPointers fields = fields_of(rule.kind, kinds);
  std::erase_if(fields, [](const Field* field) { return std::find(std::begin(fixed), std::end(fixed), field->name) != std::end(fixed); });
  return fields;
}

void set_options(Rule& rule, const RuleSetting& setting, const std::vector<KindFields>& kinds, Problems& problems) {
  const Faults faults{*setting.document, problems, ProblemKind::configuration};
  const FieldPointers options = options_of(rule, kinds);
  for (const auto& [key, value] : setting.options->entries) {
    if (key.scalar == "enabled" || key.scalar == "severity") {
      replace(rule.document.root, key.scalar, value);
      continue;
    }
    const Field* field = find_field(options, key.scalar);
    if (field != nullptr) {
      const std::size_t before = problems.size();
      check_field(faults, value, *field);
      if (problems.size() == before) replace(rule.document.root, key.scalar, value);
      rule.document.prepared = false;
      continue;
    }
    std::vector<std::string_view> names = {"severity", "enabled"};
    for (const Field* option : options) names.push_back(option->name);
    faults.add(key.position, fmt::format("`{}` has no option `{}`", rule.info.id, key.scalar), did_you_mean(key.scalar, names));
  }
}

void apply_setting(const RuleSetting& setting, RuleSet& rules, const std::vector<KindFields>& kinds, Problems& problems) {
  std::vector<std::string_view> ids;
  bool any = false;
  for (Rule& rule : rules.rules) {
    ids.push_back(rule.info.id);
    if (!selects(setting.name, rule.info.id)) continue;
    if (!setting.state.empty()) set_state(rule, setting.state);
    // A pack's options are checked against the first of its rules, and said once.
    const std::size_t before = problems.size();
    if (setting.options != nullptr) set_options(rule, setting, kinds, problems);
    any = true;
    if (problems.size() != before) return;
  }
  if (any) return;
  const std::string near = nearest_rule(setting.name, ids);
  problems.push_back(setting.document->problem(setting.position, fmt::format("there is no rule or pack `{}`", setting.name),
                                               near.empty() ? "`stet rules` lists them" : fmt::format("did you mean `{}`?", near),
                                               ProblemKind::configuration));
}

/// The packs that are built into the program, those included whose rules --rules replaces.
std::vector<std::string> builtin_packs() {
  std::vector<std::string> packs = {"all", "none"};
  for (const RuleFile& file : prepared_rule_files()) {
    std::string pack = file.path.substr(0, file.path.find('/'));
    if (pack != "words" && std::find(packs.begin(), packs.end(), pack) == packs.end()) packs.push_back(std::move(pack));
  }
  return packs;
}

/// `builtin:` packs that are named are the only built-in ones that run.
void choose_packs(const Config& config, RuleSet& rules, Problems& problems) {
  const std::vector<std::string> packs = builtin_packs();
  for (const Sourced& pack : config.packs) {
    if (std::find(packs.begin(), packs.end(), pack.value) != packs.end()) continue;
    problems.push_back(pack.document->problem(pack.position, fmt::format("there is no built-in pack `{}`", pack.value),
                                              did_you_mean(pack.value, {packs.begin(), packs.end()}), ProblemKind::configuration));
  }
  for (Rule& rule : rules.rules) {
    const bool wanted = std::any_of(config.packs.begin(), config.packs.end(),
                                    [&](const Sourced& pack) { return pack.value == "all" || selects(pack.value, rule.info.id); });
    if (rule.builtin && !wanted) set_state(rule, "off");
  }
}

}  // namespace

RuleOrigin origin_of(const Config& config, const Rule& rule) {
  RuleOrigin origin;
  std::map<std::string, Sourced> options;
  for (const Sourced& pack : config.packs) {
    if (rule.builtin) origin.state = {"", pack.document, pack.position};
  }
  for (const RuleSetting& setting : config.rules) {
    if (!selects(setting.name, rule.info.id)) continue;
    if (!setting.state.empty()) origin.state = {setting.state, setting.document, setting.position};
    if (setting.options == nullptr) continue;
    for (const auto& [key, value] : setting.options->entries) {
      const bool state = key.scalar == "severity" || key.scalar == "enabled";
      (state ? origin.state : options[key.scalar]) = {state ? value.scalar : key.scalar, setting.document, key.position};
    }
  }
  for (auto& [name, option] : options) origin.options.push_back(std::move(option));
  return origin;
}

tl::expected<Limits, Problems> lowered(const Limits& limits, const Config& config) {
  Limits result = limits;
  Problems problems;
  for (const Sourced& setting : config.limits) {
    const LimitField& field = *find_limit(std::string_view(setting.value).substr(0, setting.value.find('=')));
    const auto fault = [&](std::string what, std::string mend) {
      problems.push_back(setting.document->problem(setting.position, std::move(what), std::move(mend), ProblemKind::configuration));
    };
    Limits wanted;
    const std::uint64_t highest = std::max(limits.*(field.value), Limits{}.*(field.value));
    if (!set_limit(wanted, setting.value)) {
      fault(fmt::format("`{}` must be from 1 to {}", field.name, field.largest), {});
    } else if (wanted.*(field.value) > highest) {
      fault(fmt::format("a configuration can only lower `{}`, which is {}", field.name, highest),
            fmt::format("raise it on the command line: --limit {}", setting.value));
    } else {
      result.*(field.value) = std::min(result.*(field.value), wanted.*(field.value));
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return result;
}

Problems apply(const Config& config, RuleSet& rules, const std::vector<KindFields>& kinds) {
  Problems problems;
  if (config.packs.empty() && config.rules.empty()) return problems;
  if (!config.packs.empty()) choose_packs(config, rules, problems);
  for (const RuleSetting& setting : config.rules) {
    if (problems.size() < most_faults) apply_setting(setting, rules, kinds, problems);
  }
  for (Rule& rule : rules.rules) read_common(rule);
  spell_out_yields(rules);
  return problems;
}

}  // namespace stet
