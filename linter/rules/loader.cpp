// From files to a RuleSet: every fault of every file is one Problem at its place.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/rule.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

/// Collects what is wrong with one file.
struct Faults {
  const YamlDocument& document;
  Problems& problems;

  void add(Position position, std::string what, std::string mend = {}) const {
    problems.push_back(document.problem(position, std::move(what), std::move(mend)));
  }
};

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? fmt::format("one of: {}", fmt::join(candidates, ", ")) : fmt::format("did you mean `{}`?", near);
}

std::string_view described(YamlKind kind) {
  switch (kind) {
    case YamlKind::null:
      return "nothing";
    case YamlKind::scalar:
      return "a text";
    case YamlKind::sequence:
      return "a list";
    case YamlKind::map:
      return "a mapping";
  }
  return {};
}

bool expect(const Faults& faults, const YamlValue& value, YamlKind kind, std::string_view key) {
  if (value.kind == kind) return true;
  faults.add(value.position, fmt::format("`{}` must be {}, not {}", key, described(kind), described(value.kind)));
  return false;
}

using FieldPointers = std::vector<const Field*>;

FieldPointers::const_iterator named(const FieldPointers& fields, std::string_view name) {
  return std::find_if(fields.begin(), fields.end(), [&](const Field* field) { return field->name == name; });
}

/// The value itself, or the items of a list.
std::vector<const YamlValue*> one_or_many(const YamlValue& value) {
  std::vector<const YamlValue*> result;
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue& item : value.items) result.push_back(&item);
  } else {
    result.push_back(&value);
  }
  return result;
}

void check_fields(const Faults& faults, const YamlValue& map, const FieldPointers& fields, std::string_view what);

void check_choice(const Faults& faults, const YamlValue& value, const Field& field) {
  if (!expect(faults, value, YamlKind::scalar, field.name)) return;
  if (std::find(field.values.begin(), field.values.end(), value.scalar) == field.values.end()) {
    faults.add(value.position, fmt::format("`{}` is not a value of `{}`", value.scalar, field.name),
               did_you_mean(value.scalar, field.values));
  }
}

void check_number(const Faults& faults, const YamlValue& value, const Field& field) {
  if (!expect(faults, value, YamlKind::scalar, field.name)) return;
  const std::string& text = value.scalar;
  const bool whole = field.type == FieldType::integer;
  const bool good = !text.empty() && !value.quoted && text.find_first_not_of(whole ? "0123456789" : "0123456789.") == std::string::npos &&
                    text.size() < 10 && std::count(text.begin(), text.end(), '.') <= 1 && text != ".";
  if (!good) faults.add(value.position, fmt::format("`{}` must be {}", field.name, whole ? "a whole number" : "a number"));
}

void check_window(const Faults& faults, const YamlValue& value, const Field& field) {
  static const std::vector<std::string_view> names = {"paragraph", "section", "article"};
  if (value.kind == YamlKind::scalar) {
    if (std::find(names.begin(), names.end(), value.scalar) == names.end()) {
      faults.add(value.position, fmt::format("`{}` is not a distance", value.scalar),
                 "write paragraph, section, article or {sentences: 1}");
    }
    return;
  }
  if (!expect(faults, value, YamlKind::map, field.name)) return;
  static const Field sentences{
      .name = "sentences", .type = FieldType::integer, .description = "How many sentences further.", .required = true};
  static const Field before{.name = "before", .type = FieldType::integer, .description = "How many sentences before."};
  check_fields(faults, value, {&sentences, &before}, "this distance");
}

void check_phrases(const Faults& faults, const YamlValue& value) {
  for (const YamlValue* item : one_or_many(value)) {
    if (auto phrases = read_phrases(faults.document, *item); !phrases) faults.problems.push_back(std::move(phrases.error()));
  }
}

void check_examples(const Faults& faults, const YamlValue& value) {
  static const std::vector<std::string_view> keys = {"bad", "good", "todo-bad", "todo-good"};
  if (!expect(faults, value, YamlKind::map, "examples")) return;
  for (const auto& [key, list] : value.entries) {
    if (std::find(keys.begin(), keys.end(), key.scalar) == keys.end()) {
      faults.add(key.position, fmt::format("unknown key `{}` in `examples`", key.scalar), did_you_mean(key.scalar, keys));
    }
    for (const YamlValue* item : one_or_many(list)) expect(faults, *item, YamlKind::scalar, key.scalar);
  }
  for (const std::string_view needed : {"bad", "good"}) {
    if (value.find(needed) == nullptr && value.find(fmt::format("todo-{}", needed)) == nullptr) {
      faults.add(value.position, fmt::format("`examples` has no `{}`", needed), "give at least one of each sort");
    }
  }
}

void check_field(const Faults& faults, const YamlValue& value, const Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::word_list:
      expect(faults, value, YamlKind::scalar, field.name);
      break;
    case FieldType::text_list:
      for (const YamlValue* item : one_or_many(value)) expect(faults, *item, YamlKind::scalar, field.name);
      break;
    case FieldType::phrase_list:
      check_phrases(faults, value);
      break;
    case FieldType::choice:
      check_choice(faults, value, field);
      break;
    case FieldType::choice_list:
      for (const YamlValue* item : one_or_many(value)) check_choice(faults, *item, field);
      break;
    case FieldType::boolean:
      if (expect(faults, value, YamlKind::scalar, field.name) && value.scalar != "true" && value.scalar != "false") {
        faults.add(value.position, fmt::format("`{}` must be true or false", field.name));
      }
      break;
    case FieldType::integer:
    case FieldType::number:
      check_number(faults, value, field);
      break;
    case FieldType::window:
      check_window(faults, value, field);
      break;
    case FieldType::mapping:
    case FieldType::mapping_list:
      for (const YamlValue* item : one_or_many(value)) {
        FieldPointers inner;
        for (const Field& child : field.fields) inner.push_back(&child);
        if (expect(faults, *item, YamlKind::map, field.name)) check_fields(faults, *item, inner, fmt::format("`{}`", field.name));
      }
      break;
    case FieldType::examples:
      check_examples(faults, value);
      break;
  }
}

void check_fields(const Faults& faults, const YamlValue& map, const FieldPointers& fields, std::string_view what) {
  std::vector<std::string_view> names;
  for (const Field* field : fields) names.push_back(field->name);
  for (const auto& [key, value] : map.entries) {
    const auto field = named(fields, key.scalar);
    if (field == fields.end()) {
      faults.add(key.position, fmt::format("unknown key `{}` in {}", key.scalar, what), did_you_mean(key.scalar, names));
    } else {
      check_field(faults, value, **field);
    }
  }
  for (const Field* field : fields) {
    if (field->required && map.find(field->name) == nullptr) {
      faults.add(map.position, fmt::format("{} has no `{}`", what, field->name), std::string(field->description));
    }
  }
}

Severity severity_of(std::string_view text) {
  return text == "error" ? Severity::error : text == "note" ? Severity::note : Severity::warning;
}

Precision precision_of(std::string_view text) {
  if (text == "very-high") return Precision::very_high;
  return text == "high" ? Precision::high : text == "low" ? Precision::low : Precision::medium;
}

void read_examples(Rule& rule) {
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

/// "citation/unsourced-research.yaml" -> "citation/unsourced-research".
std::string id_of(std::string_view path) { return std::string(path.substr(0, path.rfind('.'))); }

void load_rule(YamlDocument document, const std::string& path, const std::vector<KindFields>& kinds, RuleSet& set, Problems& problems) {
  const std::size_t before = problems.size();
  const Faults faults{document, problems};
  if (!expect(faults, document.root, YamlKind::map, "a rule")) return;
  FieldPointers fields;
  for (const Field& field : common_fields()) fields.push_back(&field);
  const YamlValue* kind_value = document.root.find("kind");
  if (kind_value != nullptr) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindFields& k) { return k.kind == kind_value->scalar; });
    if (kind == kinds.end()) {
      std::vector<std::string_view> names;
      names.reserve(kinds.size());
      for (const KindFields& candidate : kinds) names.push_back(candidate.kind);
      faults.add(kind_value->position, fmt::format("`{}` is not a kind of rule", kind_value->scalar),
                 did_you_mean(kind_value->scalar, names));
      return;
    }
    for (const Field& field : kind->fields) fields.push_back(&field);
  }
  check_fields(faults, document.root, fields, "this rule");
  if (problems.size() != before) return;
  Rule rule;
  rule.info.id = id_of(path);
  rule.document = std::move(document);
  read_common(rule);
  set.rules.push_back(std::move(rule));
}

void check_lists_named(const Rule& rule, const Phrase& phrase, const WrittenPhrase& written, const RuleSet& set, Problems& problems) {
  if (phrase.kind == PhraseKind::list && !set.lists.contains(phrase.text)) {
    std::vector<std::string_view> names;
    for (const auto& [name, list] : set.lists) names.push_back(name);
    Position position = written.position;
    position.column += phrase.column;
    problems.push_back(
        rule.document.problem(position, fmt::format("there is no word list `{}`", phrase.text), did_you_mean(phrase.text, names)));
  }
  for (const Phrase& child : phrase.children) check_lists_named(rule, child, written, set, problems);
}

/// Phrases anywhere in the rule may name only lists that exist.
void check_lists_of(const Rule& rule, const YamlValue& map, const FieldPointers& fields, const RuleSet& set, Problems& problems) {
  for (const auto& [key, value] : map.entries) {
    const auto field = named(fields, key.scalar);
    if (field == fields.end()) continue;
    if ((*field)->type == FieldType::phrase_list) {
      if (auto phrases = read_phrases(rule.document, value)) {
        for (const WrittenPhrase& phrase : *phrases) check_lists_named(rule, phrase.phrase, phrase, set, problems);
      }
    } else if ((*field)->type == FieldType::word_list && !set.lists.contains(value.scalar)) {
      problems.push_back(rule.document.problem(value.position, fmt::format("there is no word list `{}`", value.scalar)));
    } else if ((*field)->type == FieldType::mapping || (*field)->type == FieldType::mapping_list) {
      FieldPointers inner;
      for (const Field& child : (*field)->fields) inner.push_back(&child);
      for (const YamlValue* item : one_or_many(value)) check_lists_of(rule, *item, inner, set, problems);
    }
  }
}

void check_list_names(const RuleSet& set, const std::vector<KindFields>& kinds, Problems& problems) {
  for (const Rule& rule : set.rules) {
    FieldPointers fields;
    for (const Field& field : common_fields()) fields.push_back(&field);
    for (const KindFields& kind : kinds) {
      if (kind.kind != rule.kind) continue;
      for (const Field& field : kind.fields) fields.push_back(&field);
    }
    check_lists_of(rule, rule.document.root, fields, set, problems);
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
      if (std::find(ids.begin(), ids.end(), item->scalar) != ids.end()) continue;
      problems.push_back(
          rule.document.problem(item->position, fmt::format("there is no rule `{}`", item->scalar), did_you_mean(item->scalar, ids)));
    }
  }
}

/// The last file of each path, in order of path.
std::vector<const RuleFile*> effective_files(const std::vector<RuleFile>& files) {
  std::map<std::string_view, const RuleFile*> by_path;
  for (const RuleFile& file : files) by_path[file.path] = &file;
  std::vector<const RuleFile*> result;
  result.reserve(by_path.size());
  for (const auto& [path, file] : by_path) result.push_back(file);
  return result;
}

}  // namespace

tl::expected<RuleSet, Problems> load_rules(const std::vector<RuleFile>& files, const std::vector<KindFields>& kinds) {
  RuleSet set;
  Problems problems;
  std::vector<WordListFile> list_files;
  for (const RuleFile* file : effective_files(files)) {
    auto document = parse_yaml(file->shown, file->bytes);
    if (!document) {
      problems.push_back(std::move(document.error()));
    } else if (file->path.starts_with("words/")) {
      list_files.push_back({id_of(file->path).substr(6), std::make_shared<const YamlDocument>(std::move(*document))});
    } else {
      load_rule(std::move(*document), file->path, kinds, set, problems);
    }
  }
  load_word_lists(list_files, set.lists, problems);
  check_list_names(set, kinds, problems);
  check_rule_names(set, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return set;
}

}  // namespace stet
