#include "rules/field_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "rules/nearest.h"
#include "text/unicode.h"

namespace stet {
namespace {

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

/// Longer lists of candidates are left out of messages.
constexpr std::size_t most_candidates = 40;

void check_choice(const Faults& faults, const YamlValue& value, const Field& field) {
  if (value.kind == YamlKind::null) {
    return faults.add(value.position, fmt::format("`{}` has no value", field.name),
                      fmt::format("one of: {}", fmt::join(field.values, ", ")));
  }
  if (!expect(faults, value, YamlKind::scalar, field.name)) return;
  const auto takes = [&](std::string_view word) { return std::find(field.values.begin(), field.values.end(), word) != field.values.end(); };
  if (takes(value.scalar)) return;
  static const std::vector<std::string_view> as_off = {"false", "no", "none", "never", "disabled", "disable"};
  static const std::vector<std::string_view> as_on = {"true", "yes", "enabled", "enable"};
  const std::string given = fold(value.scalar);
  const bool is_off = std::find(as_off.begin(), as_off.end(), given) != as_off.end();
  const bool is_on = std::find(as_on.begin(), as_on.end(), given) != as_on.end();
  const bool switches = takes("on") && takes("off") && (is_off || is_on);
  faults.add(value.position, fmt::format("`{}` is not a value of `{}`", value.scalar, field.name),
             switches ? fmt::format("did you mean `{}`?", is_off ? "off" : "on") : did_you_mean(value.scalar, field.values));
}

void check_boolean(const Faults& faults, const YamlValue& value, const Field& field) {
  if (!expect(faults, value, YamlKind::scalar, field.name)) return;
  if (!value.quoted && (value.scalar == "true" || value.scalar == "false")) return;
  static const std::vector<std::pair<std::string_view, std::string_view>> others = {{"yes", "true"},  {"on", "true"},   {"no", "false"},
                                                                                    {"off", "false"}, {"true", "true"}, {"false", "false"}};
  const auto meant = std::find_if(others.begin(), others.end(), [&](const auto& pair) { return pair.first == fold(value.scalar); });
  faults.add(value.position, fmt::format("`{}` must be true or false", field.name),
             value.quoted            ? "leave the quotes out"
             : meant == others.end() ? ""
                                     : fmt::format("did you mean `{}`?", meant->second));
}

void check_number(const Faults& faults, const YamlValue& value, const Field& field) {
  if (!expect(faults, value, YamlKind::scalar, field.name)) return;
  const std::string& text = value.scalar;
  const bool whole = field.type == FieldType::integer;
  const bool good = !text.empty() && !value.quoted && text.find_first_not_of(whole ? "0123456789" : "0123456789.") == std::string::npos &&
                    text.size() < (whole ? 10U : 16U) && std::count(text.begin(), text.end(), '.') <= 1 && text.front() != '.' &&
                    text.back() != '.';
  if (good) return;
  const bool abbreviated = text.size() > 1 && std::isdigit(static_cast<unsigned char>(text.front())) != 0 &&
                           std::string_view("kKmMgG").find(text.back()) != std::string_view::npos;
  faults.add(value.position, fmt::format("`{}` must be {}", field.name, whole ? "a whole number" : "a number"),
             value.quoted  ? "leave the quotes out"
             : abbreviated ? "write all its digits"
                           : "");
}

void check_window(const Faults& faults, const YamlValue& value, const Field& field) {
  if (value.kind != YamlKind::map) {
    if (std::find(field.values.begin(), field.values.end(), value.scalar) != field.values.end()) return;
    const std::string near = nearest(value.scalar, field.values);
    const std::string given = value.kind == YamlKind::scalar ? fmt::format("`{}`", value.scalar) : "a list";
    faults.add(value.position, fmt::format("{} is not a distance", given),
               near.empty() ? fmt::format("write {} or {{sentences: 1}}", fmt::join(field.values, ", "))
                            : fmt::format("did you mean `{}`?", near));
    return;
  }
  check_fields(faults, value, pointers(window_fields()), "this distance");
  const bool compares = std::find(field.values.begin(), field.values.end(), "sentence") == field.values.end();
  const auto is_none = [](const auto& entry) { return entry.value.scalar == "0"; };
  if (compares && std::all_of(value.entries.begin(), value.entries.end(), is_none)) {
    faults.add(value.position, "two places in one sentence are not compared", "write {sentences: 1} or more");
  }
}

/// Items of a list that are not indented alike, or have no space behind their hyphen, are one text to YAML: "-loud -louder", "loud -
/// louder". Where the second or the first of them begins.
std::optional<std::uint32_t> stray_hyphen(const YamlValue& phrase) {
  if (phrase.kind != YamlKind::scalar || phrase.quoted) return std::nullopt;
  const std::string_view text = phrase.scalar;
  for (const std::string_view mark : {"- ", "\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xE2\x80\xA2 "}) {  // hyphen, dashes, bullet
    if (text.starts_with(mark)) return 0;
    if (const std::size_t inside = text.find(" " + std::string(mark)); inside != std::string_view::npos)
      return static_cast<std::uint32_t>(count_code_points(text.substr(0, inside + 1)));
  }
  return text.size() > 1 && text[0] == '-' ? std::optional<std::uint32_t>(0) : std::nullopt;
}

void check_phrases(const Faults& faults, const YamlValue& value) {
  std::map<std::string_view, const YamlValue*> known;
  for (const YamlValue* item : one_or_many(value)) {
    if (!faults.is_room()) return;
    if (const auto hyphen = stray_hyphen(*item)) {
      faults.add(faults.document.position_in(item->position, item->scalar, *hyphen),
                 "this begins like an item of a list, but is part of a phrase",
                 "write each item on a line of its own: a hyphen, a space and the phrase, all hyphens in one column");
      continue;
    }
    const auto [first, is_new] = known.emplace(item->scalar, item);
    if (item->kind == YamlKind::scalar && !is_new) {
      faults.add(item->position, fmt::format("this phrase stands in line {} already", first->second->position.line), "keep one of the two");
      continue;
    }
    if (item->kind == YamlKind::sequence) {
      faults.add(item->position, "a phrase must be a text, not a list");
    } else if (auto phrases = read_phrases(faults.document, *item); !phrases) {
      phrases.error().kind = faults.kind;
      faults.problems.push_back(std::move(phrases.error()));
    }
  }
}

/// Each a text, or {text: weight}; or a text with one a line. What the texts say is checked where they are read.
void check_entries(const Faults& faults, const YamlValue& value, const Field& field) {
  if (value.kind == YamlKind::scalar && value.scalar.find('\n') != std::string::npos) return;
  if (!expect(faults, value, YamlKind::sequence, field.name)) return;
  for (const YamlValue& item : value.items) {
    if (!faults.is_room()) return;
    const bool weighted = item.kind == YamlKind::map && item.entries.size() == 1;
    if (item.kind == YamlKind::scalar) continue;
    if (!weighted) {
      faults.add(item.position, "an entry must be a text", "write the word, or `word: weight`");
      continue;
    }
    static const Field weight{.name = "a weight", .type = FieldType::number, .description = {}};
    check_number(faults, item.entries.front().value, weight);
  }
}

void check_examples(const Faults& faults, const YamlValue& value) {
  static const std::vector<std::string_view> keys = {"bad", "good", "todo-bad", "todo-good"};
  if (value.kind != YamlKind::map) {
    return faults.add(value.position, fmt::format("`examples` must be a mapping, not {}", described(value.kind)),
                      "write `bad:` and `good:`, and below each a list of texts");
  }
  for (const auto& [key, list] : value.entries) {
    if (std::find(keys.begin(), keys.end(), key.scalar) == keys.end()) {
      faults.add(key.position, fmt::format("unknown key `{}` in `examples`", key.scalar), did_you_mean(key.scalar, keys));
    }
    for (const YamlValue* item : one_or_many(list)) {
      if (faults.is_room()) expect(faults, *item, YamlKind::scalar, key.scalar);
    }
  }
}

/// A map from rules and packs to `off`, `on`, a severity, or {severity: …, option: value}; options are checked where rules are known.
void check_settings(const Faults& faults, const YamlValue& value, const Field& field) {
  if (!expect(faults, value, YamlKind::map, field.name)) return;
  for (const auto& [key, setting] : value.entries) {
    if (!faults.is_room()) return;
    if (setting.kind == YamlKind::map) {
      for (const Field& option : field.fields) {
        if (const YamlValue* given = setting.find(option.name)) check_field(faults, *given, option);
      }
    } else {
      Field choice = field;
      choice.name = key.scalar;
      check_choice(faults, setting, choice);
    }
  }
}

/// What to say of an unknown key: the nearest that may stand here, or where the key belongs.
std::string mend_of_key(const Faults& faults, std::string_view key, const std::vector<std::string_view>& names) {
  std::vector<std::string_view> others;
  for (const auto& [name, kinds] : faults.elsewhere) others.push_back(name);
  const auto known = faults.elsewhere.find(key);
  const std::string near = known == faults.elsewhere.end() ? nearest(key, others) : std::string(key);
  if (near.empty() || (known == faults.elsewhere.end() && !nearest(key, names).empty())) return did_you_mean(key, names);
  const std::vector<std::string_view>& kinds = faults.elsewhere.at(near);
  const std::string unless = "unless-" + near;
  const bool of_unless = std::find(names.begin(), names.end(), unless) != names.end();
  return fmt::format("`{}` belongs to rules of the kind{} `{}`{}", near, kinds.size() == 1 ? "" : "s", fmt::join(kinds, "`, `"),
                     of_unless ? fmt::format("; how far a phrase of `unless` may stand is said by `{}`", unless) : "");
}

/// The mapping among the fields that has this key.
const Field* holder_of(const FieldPointers& fields, std::string_view key) {
  const auto has = [&](const Field* field) {
    return field->type == FieldType::mapping &&
           std::any_of(field->fields.begin(), field->fields.end(), [&](const Field& inner) { return inner.name == key; });
  };
  const auto found = std::find_if(fields.begin(), fields.end(), has);
  return found == fields.end() ? nullptr : *found;
}

bool is_list(FieldType type) {
  return type == FieldType::text_list || type == FieldType::phrase_list || type == FieldType::choice_list ||
         type == FieldType::mapping_list || type == FieldType::entries;
}

void check_each(const Faults& faults, const YamlValue& value, const Field& field) {
  for (const YamlValue* item : one_or_many(value)) {
    if (!faults.is_room()) return;
    if (field.type == FieldType::text_list) expect(faults, *item, YamlKind::scalar, field.name);
    if (field.type == FieldType::choice_list) check_choice(faults, *item, field);
    if (field.type == FieldType::mapping_list && expect(faults, *item, YamlKind::map, field.name)) {
      check_fields(faults, *item, pointers(field.fields), fmt::format("`{}`", field.name));
    }
  }
}

}  // namespace

FieldPointers pointers(const std::vector<Field>& fields) {
  FieldPointers result;
  for (const Field& field : fields) result.push_back(&field);
  return result;
}

const Field* find_field(const FieldPointers& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field* field) { return field->name == name; });
  return found == fields.end() ? nullptr : *found;
}

bool expect(const Faults& faults, const YamlValue& value, YamlKind kind, std::string_view key) {
  if (value.kind == kind) return true;
  std::string_view mend;
  if (kind == YamlKind::scalar && value.kind == YamlKind::map)
    mend = "put the text in quotes: braces, or a colon and a space, make a mapping of it";
  if (kind == YamlKind::map && value.kind == YamlKind::sequence) mend = "write keys, each with a colon and a space, without hyphens or `[`";
  if (kind == YamlKind::map && value.kind == YamlKind::scalar && value.scalar.find(':') != std::string::npos)
    mend = "write a space behind the colon";
  faults.add(value.position, fmt::format("`{}` must be {}, not {}", key, described(kind), described(value.kind)), std::string(mend));
  return false;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string near = nearest(word, candidates);
  if (!near.empty()) return fmt::format("did you mean `{}`?", near);
  if (candidates.empty() || candidates.size() > most_candidates) return {};
  return fmt::format("one of: {}", fmt::join(candidates, ", "));
}

std::vector<const YamlValue*> one_or_many(const YamlValue& value) {
  std::vector<const YamlValue*> result;
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue& item : value.items) result.push_back(&item);
  } else {
    result.push_back(&value);
  }
  return result;
}

void check_field(const Faults& faults, const YamlValue& value, const Field& field) {
  if (is_list(field.type) && value.kind == YamlKind::sequence && value.items.empty()) {
    faults.add(value.position, fmt::format("`{}` is an empty list", field.name), "fill it, or take the key out");
    return;
  }
  switch (field.type) {
    case FieldType::text:
    case FieldType::word_list:
      if (expect(faults, value, YamlKind::scalar, field.name) && value.scalar.empty()) {
        faults.add(value.position, fmt::format("`{}` is empty", field.name), "fill it, or take the key out");
      }
      break;
    case FieldType::phrase_list:
      return check_phrases(faults, value);
    case FieldType::choice:
      return check_choice(faults, value, field);
    case FieldType::boolean:
      return check_boolean(faults, value, field);
    case FieldType::integer:
    case FieldType::number:
      return check_number(faults, value, field);
    case FieldType::window:
      return check_window(faults, value, field);
    case FieldType::mapping:
      if (expect(faults, value, YamlKind::map, field.name)) {
        check_fields(faults, value, pointers(field.fields), fmt::format("`{}`", field.name));
      }
      break;
    case FieldType::text_list:
    case FieldType::choice_list:
    case FieldType::mapping_list:
      return check_each(faults, value, field);
    case FieldType::examples:
      return check_examples(faults, value);
    case FieldType::entries:
      return check_entries(faults, value, field);
    case FieldType::settings:
      return check_settings(faults, value, field);
  }
}

void check_fields(const Faults& faults, const YamlValue& map, const FieldPointers& fields, std::string_view what) {
  std::vector<std::string_view> names;
  for (const Field* field : fields) names.push_back(field->name);
  for (const auto& [key, value] : map.entries) {
    if (!faults.is_room()) return;
    const Field* field = find_field(fields, key.scalar);
    if (field == nullptr) {
      const Field* holder = holder_of(fields, key.scalar);
      faults.add(
          key.position, fmt::format("unknown key `{}` in {}", key.scalar, what),
          holder != nullptr ? fmt::format("`{}` belongs under `{}`", key.scalar, holder->name) : mend_of_key(faults, key.scalar, names));
    } else if (value.kind == YamlKind::null) {
      faults.add(key.position, fmt::format("`{}` has no value", key.scalar), std::string(field->description));
    } else {
      check_field(faults, value, *field);
    }
  }
  for (const Field* field : fields) {
    if (field->required && map.find(field->name) == nullptr) {
      faults.add(map.position, fmt::format("{} has no `{}`", what, field->name), std::string(field->description));
    }
  }
}

}  // namespace stet
