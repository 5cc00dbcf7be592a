// From files to a RuleSet: every fault of every file is one Problem at its place.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "rules/field_check.h"
#include "rules/prepared.h"
#include "rules/rule.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

Severity severity_of(std::string_view text) {
  return text == "error" ? Severity::error : text == "note" ? Severity::note : Severity::warning;
}

Precision precision_of(std::string_view text) {
  if (text == "very-high") return Precision::very_high;
  return text == "high" ? Precision::high : text == "low" ? Precision::low : Precision::medium;
}

void read_examples(Rule& rule) {
  rule.examples.clear();
  rule.info.bad_examples.clear();
  rule.info.good_examples.clear();
  const YamlValue* examples = rule.field("examples");
  if (examples == nullptr) return;
  for (const auto& [key, list] : examples->entries) {
    const bool todo = key.scalar.starts_with("todo-");
    const bool bad = key.scalar.ends_with("bad");
    for (const YamlValue* item : one_or_many(list)) {
      rule.examples.push_back({item->scalar, bad, todo, item->position});
      if (!todo) (bad ? rule.info.bad_examples : rule.info.good_examples).push_back(item->scalar);
    }
  }
}

}  // namespace

void read_common(Rule& rule) {
  rule.kind = rule.text("kind");
  rule.message = rule.text("message");
  rule.info.title = rule.text("title");
  rule.info.why = rule.text("why");
  rule.info.instead = rule.text("instead");
  rule.info.severity = severity_of(rule.text("severity"));
  rule.info.precision = precision_of(rule.text("precision", "medium"));
  rule.info.tags = rule.texts("tags");
  rule.info.yields_to = rule.texts("yields-to");
  read_examples(rule);
}

FieldPointers fields_of(std::string_view kind, const std::vector<KindFields>& kinds) {
  FieldPointers fields = pointers(common_fields());
  for (const KindFields& candidate : kinds) {
    if (candidate.kind != kind) continue;
    for (const Field& field : candidate.fields) fields.push_back(&field);
  }
  return fields;
}

namespace {

/// "citation/unsourced-research.yaml" -> "citation/unsourced-research".
std::string id_of(std::string_view path) { return std::string(path.substr(0, path.rfind('.'))); }

/// Our own rules show on both sorts of examples that they work.
void check_examples_of(const YamlDocument& rule, Problems& problems) {
  const YamlValue* examples = rule.root.find("examples");
  for (const std::string_view needed : {"bad", "good"}) {
    if (examples != nullptr && examples->find(needed) != nullptr) continue;
    problems.push_back(rule.problem(examples == nullptr ? Position{} : examples->position,
                                    fmt::format("this rule has no `{}` example", needed), "give at least one of each sort"));
  }
}

/// A place or a sense that is asked for and refused leaves nothing to find.
void check_contradiction(const Faults& faults, const YamlValue& rule, std::string_view wanted, std::string_view refused) {
  const YamlValue* only = rule.find(wanted);
  const YamlValue* never = rule.find(refused);
  if (only == nullptr || never == nullptr) return;
  const std::vector<const YamlValue*> refusals = one_or_many(*never);
  const auto is_refused = [&](const YamlValue* value) {
    return std::any_of(refusals.begin(), refusals.end(), [&](const YamlValue* other) { return other->scalar == value->scalar; });
  };
  const std::vector<const YamlValue*> wishes = one_or_many(*only);
  if (std::all_of(wishes.begin(), wishes.end(), is_refused)) {
    faults.add(never->position, fmt::format("`{}` takes away all that `{}` asks for", refused, wanted), "this rule would find nothing");
  }
}

bool is_kind(const Faults& faults, const YamlValue& value, const std::vector<KindFields>& kinds) {
  std::vector<std::string_view> names;
  names.reserve(kinds.size());
  for (const KindFields& candidate : kinds) names.push_back(candidate.kind);
  if (value.kind == YamlKind::scalar && std::find(names.begin(), names.end(), value.scalar) != names.end()) return true;
  if (expect(faults, value, YamlKind::scalar, "kind")) {
    faults.add(value.position, fmt::format("`{}` is not a kind of rule", value.scalar), did_you_mean(value.scalar, names));
  }
  return false;
}

/// Rules are named on the command line and in comments: their ids hold no spaces and no signs.
bool good_id(std::string_view id) {
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./") == std::string_view::npos &&
         id.find('/') != std::string_view::npos;
}

void add_rule(YamlDocument document, const RuleFile& file, RuleSet& set) {
  Rule rule;
  rule.document = std::move(document);
  rule.info.id = id_of(file.path);
  rule.builtin = file.builtin;
  read_common(rule);
  set.rules.push_back(std::move(rule));
}

/// A file without keys.
void no_rule(const Faults& faults, const YamlValue& root) {
  if (root.kind == YamlKind::null) return faults.add({1, 1}, "there is no rule in this file", "begin with `kind: forbids` or another kind");
  if (root.kind == YamlKind::sequence)
    return faults.add(root.position, "a rule is a mapping of keys, not a list",
                      "one file holds one rule: begin with `kind:`, without a hyphen");
  faults.add(root.position, "a rule is a mapping of keys, and this is only a text",
             "write keys, each with a colon and a space: `kind: forbids`");
}

/// The same words asked for and refused: that phrase would never be found.
void check_unless(const Faults& faults, const YamlValue& rule) {
  const YamlValue* find = rule.find("find");
  const YamlValue* unless = rule.find("unless");
  if (find == nullptr || unless == nullptr) return;
  std::map<std::string_view, Position> found;
  for (const YamlValue* phrase : one_or_many(*find)) {
    if (phrase->kind == YamlKind::scalar) found.emplace(phrase->scalar, phrase->position);
  }
  for (const YamlValue* phrase : one_or_many(*unless)) {
    const auto same = phrase->kind == YamlKind::scalar ? found.find(phrase->scalar) : found.end();
    if (same == found.end()) continue;
    faults.add(phrase->position, fmt::format("`unless` takes away all that the same phrase of `find` finds, line {}", same->second.line),
               "leave out one of the two, or write more of the exception");
  }
}

void load_rule(YamlDocument document, const RuleFile& file, const std::vector<KindFields>& kinds, RuleSet& set, Problems& problems) {
  if (document.prepared) return add_rule(std::move(document), file, set);
  const std::size_t before = problems.size();
  Faults faults{document, problems};
  if (document.root.kind != YamlKind::map) return no_rule(faults, document.root);
  if (!good_id(id_of(file.path))) {
    faults.add({}, fmt::format("`{}` is no name for a rule", id_of(file.path)),
               "use small letters, digits and hyphens, in a folder: house/no-shouting.yaml");
  }
  const YamlValue* kind = document.root.find("kind");
  if (kind == nullptr)
    return faults.add(document.root.position, "this rule has no `kind`", "say what sort of check it is, such as `kind: forbids`");
  if (!is_kind(faults, *kind, kinds)) return;
  for (const KindFields& other : kinds) {
    for (const Field& field : other.fields) faults.elsewhere[field.name].push_back(other.kind);
  }
  check_fields(faults, document.root, fields_of(kind->scalar, kinds), "this rule");
  check_unless(faults, document.root);
  check_contradiction(faults, document.root, "in", "not-in");
  check_contradiction(faults, document.root, "only-when", "not-when");
  const YamlValue* reach = document.root.find("unless-within");
  if (reach != nullptr && document.root.find("unless") == nullptr) {
    faults.add(reach->position, "`unless-within` says how far a phrase of `unless` may stand, but there is no `unless`",
               "write `unless:` with the phrases, or take this out");
  }
  if (file.builtin) check_examples_of(document, problems);
  if (problems.size() == before) add_rule(std::move(document), file, set);
}

std::vector<std::string_view> names_of(const std::map<std::string, WordList>& lists) {
  std::vector<std::string_view> names;
  names.reserve(lists.size());
  for (const auto& [name, list] : lists) names.push_back(name);
  return names;
}

void check_lists_named(const Rule& rule, const Phrase& phrase, const WrittenPhrase& written, const RuleSet& set, Problems& problems) {
  if (phrase.kind == PhraseKind::list && !set.lists.contains(phrase.text)) {
    const Position position = rule.document.position_in(written.position, written.text, phrase.column);
    problems.push_back(rule.document.problem(position, fmt::format("there is no word list `{}`", phrase.text),
                                             did_you_mean(phrase.text, names_of(set.lists))));
  }
  for (const Phrase& child : phrase.children) check_lists_named(rule, child, written, set, problems);
}

/// Phrases anywhere in the rule may name only lists that exist.
void check_lists_of(const Rule& rule, const YamlValue& map, const FieldPointers& fields, const RuleSet& set, Problems& problems) {
  for (const auto& [key, value] : map.entries) {
    const Field* field = find_field(fields, key.scalar);
    if (field == nullptr) continue;
    if (field->type == FieldType::phrase_list) {
      if (auto phrases = read_phrases(rule.document, value)) {
        for (const WrittenPhrase& phrase : *phrases) check_lists_named(rule, phrase.phrase(), phrase, set, problems);
      }
    } else if (field->type == FieldType::word_list && !set.lists.contains(value.scalar)) {
      problems.push_back(rule.document.problem(value.position, fmt::format("there is no word list `{}`", value.scalar),
                                               did_you_mean(value.scalar, names_of(set.lists))));
    } else if (field->type == FieldType::mapping || field->type == FieldType::mapping_list) {
      for (const YamlValue* item : one_or_many(value)) check_lists_of(rule, *item, pointers(field->fields), set, problems);
    }
  }
}

std::string mend_of_name(std::string_view name, const std::vector<std::string_view>& ids) {
  const std::string mend = did_you_mean(name, ids);
  return mend.empty() ? "`stet rules` lists them" : mend;
}

/// Names that stand for many rules in `yields-to`, so that a new one of them needs no mention in the general ones.
constexpr std::string_view all_stances = "stances";        // `says` and `denies`
constexpr std::string_view all_attributes = "attributes";  // of kind `one-value`, but for those of whatever a label or the same words tell

bool is_stance(const Rule& rule) { return rule.field("says") != nullptr && rule.field("denies") != nullptr; }

bool is_attribute(const Rule& rule) { return rule.kind == "one-value" && rule.text("of") != "label" && rule.text("of") != "wording"; }

/// Names that these two may stand for in all rules of a run. The built-in rules need some 3,000 (2026-11-30).
constexpr std::size_t most_spelt_out = 200'000;

/// What of `yields-to` decides which rules are meant.
struct Yields {
  SharedText id;
  std::vector<SharedText> named;
  bool to_stances = false;
  bool to_attributes = false;
  bool is_stance = false;
  bool is_attribute = false;

  bool by_group(const Yields& other) const { return (to_stances && other.is_stance) || (to_attributes && other.is_attribute); }
  bool by_name(std::string_view wanted) const { return std::find(named.begin(), named.end(), wanted) != named.end(); }
};

std::vector<Yields> yields_of(const RuleSet& set) {
  std::vector<Yields> all;
  for (const Rule& rule : set.rules) {
    Yields& one = all.emplace_back(Yields{.id = rule.info.id, .named = rule.texts("yields-to")});
    one.to_stances = one.by_name(all_stances);
    one.to_attributes = one.by_name(all_attributes);
    one.is_stance = is_stance(rule);
    one.is_attribute = is_attribute(rule);
  }
  return all;
}

}  // namespace

void spell_out_yields(RuleSet& set) {
  const std::vector<Yields> all = yields_of(set);
  std::size_t left = most_spelt_out;
  for (std::size_t r = 0; r < all.size(); ++r) {
    if (!all[r].to_stances && !all[r].to_attributes) continue;
    RuleInfo& info = set.rules[r].info;
    std::erase_if(info.yields_to, [](std::string_view name) { return name == all_stances || name == all_attributes; });
    for (std::size_t other = 0; other < all.size() && left > 0; ++other) {
      if (other == r || !all[r].by_group(all[other])) continue;
      --left;
      if (!all[other].by_name(info.id) && !all[other].by_group(all[r])) info.yields_to.push_back(all[other].id);
    }
  }
}

namespace {

/// The names that `stances` and `attributes` stand for, rule by rule, are not too many in all.
void check_spelt_out(const RuleSet& set, Problems& problems) {
  const std::vector<Yields> all = yields_of(set);
  const auto stances = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Yields& one) { return one.is_stance; }));
  const auto attributes =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Yields& one) { return one.is_attribute; }));
  std::size_t spelt_out = 0;
  for (std::size_t r = 0; r < all.size(); ++r) {
    spelt_out += (all[r].to_stances ? stances : 0) + (all[r].to_attributes ? attributes : 0);
    if (spelt_out <= most_spelt_out) continue;
    problems.push_back(set.rules[r].document.problem(
        set.rules[r].field("yields-to")->position,
        fmt::format("`stances` and `attributes` stand for more than {} names in all rules together", most_spelt_out),
        "name the rules that are meant"));
    return;
  }
}

/// Rules may yield only to rules that exist.
void check_rule_names(const RuleSet& set, Problems& problems) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : set.rules) ids.push_back(rule.info.id);
  for (const Rule& rule : set.rules) {
    const YamlValue* named = rule.field("yields-to");
    if (named == nullptr) continue;
    for (const YamlValue* item : one_or_many(*named)) {
      if (item->scalar == all_stances || item->scalar == all_attributes) continue;
      if (std::find(ids.begin(), ids.end(), item->scalar) != ids.end()) continue;
      problems.push_back(
          rule.document.problem(item->position, fmt::format("there is no rule `{}`", item->scalar), mend_of_name(item->scalar, ids)));
    }
  }
}

/// The last file of each path, in order of path; a word list that is replaced stays as `builtin:name`, for the new one to include.
std::map<std::string, const RuleFile*> effective_files(const std::vector<RuleFile>& files) {
  std::map<std::string, const RuleFile*> by_path;
  for (const RuleFile& file : files) {
    const auto [known, is_new] = by_path.emplace(file.path, &file);
    if (is_new) continue;
    const std::string list = list_name(file.path);
    if (known->second->builtin && !list.empty()) by_path[fmt::format("words/builtin:{}.yaml", list)] = known->second;
    known->second = &file;
  }
  return by_path;
}

}  // namespace

namespace {

Result<YamlDocument> read_document(const RuleFile& file, const Limits& limits) {
  if (file.tree.empty()) return parse_yaml(file.shown, file.bytes.string(), ProblemKind::rule, file.builtin ? Limits{} : limits);
  // The tree has its positions: seldom does anybody ask where a byte stands, and then lines and characters are counted.
  // Part by part: where memory ends within a nested initialiser, gcc 12 destroys what it had made twice.
  YamlDocument document;
  document.root = unpack_yaml(file.tree);
  document.source.path = file.shown;
  document.written = file.bytes;
  document.prepared = true;
  return document;
}

/// Regular expressions, `{regex: …}`, anywhere in rules that somebody else wrote.
class ExpressionBudget {
 public:
  explicit ExpressionBudget(std::uint64_t most) : most_(most) {}

  /// Counts those of a rule; the place of the first that is too many, before any of the rule's is compiled.
  std::optional<Position> exceed(const YamlValue& value) {
    std::optional<Position> place;
    for (const YamlValue& item : value.items) {
      if (!place) place = exceed(item);
    }
    for (const auto& [key, inner] : value.entries) {
      if (!place && key.scalar == "regex" && ++count_ > most_) place = key.position;
      if (!place) place = exceed(inner);
    }
    return place;
  }

  Problem problem(const YamlDocument& document, Position place) const {
    return document.problem(place, fmt::format("the rules hold more than {} regular expressions", most_),
                            "write them as phrases, which are found all at once, or raise --limit expressions=N");
  }

 private:
  std::uint64_t most_;
  std::uint64_t count_ = 0;
};

}  // namespace

tl::expected<RuleSet, Problems> load_rules(const std::vector<RuleFile>& files, const std::vector<KindFields>& kinds, const Limits& limits) {
  RuleSet set;
  Problems problems;
  std::vector<WordListFile> list_files;
  ExpressionBudget expressions(limits.expressions);
  const std::map<std::string, const RuleFile*> effective = effective_files(files);
  const auto is_list = [](std::string_view path) { return !list_name(path).empty(); };
  const bool packed = std::all_of(effective.begin(), effective.end(),
                                  [&](const auto& entry) { return !is_list(entry.first) || !entry.second->tree.empty(); });
  for (const auto& [path, file] : effective) {
    if (problems.size() >= most_faults) break;
    if (packed && is_list(path)) {
      set.lists[list_name(path)] = packed_word_list(list_name(path), file->shown, file->tree);
      continue;
    }
    auto document = read_document(*file, limits);
    if (!document) {
      problems.push_back(std::move(document.error()));
    } else if (is_list(path)) {
      if (document->prepared) {
        document->source.bytes = document->written.string();
        document->source.lines = LineIndex(document->source.bytes);
      }
      list_files.push_back({list_name(path), std::make_shared<const YamlDocument>(std::move(*document))});
    } else if (const auto excess = file->builtin ? std::nullopt : expressions.exceed(document->root)) {
      problems.push_back(expressions.problem(*document, *excess));
      break;
    } else {
      load_rule(std::move(*document), *file, kinds, set, problems);
    }
  }
  if (problems.size() >= most_faults) return tl::unexpected(std::move(problems));
  if (!packed) load_word_lists(list_files, set.lists, problems, limits);
  for (const Rule& rule : set.rules) {
    if (!rule.document.prepared && problems.size() < most_faults)
      check_lists_of(rule, rule.document.root, fields_of(rule.kind, kinds), set, problems);
  }
  check_rule_names(set, problems);
  check_spelt_out(set, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  spell_out_yields(set);
  return set;
}

}  // namespace stet
