#include "cli/reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/registry.h"
#include "cli/reference_texts.h"
#include "config/config.h"
#include "rules/field_check.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t most_examples = 3;

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// A text as a cell of a table.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string value_of(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return "text";
    case FieldType::text_list:
      return "text or list of texts";
    case FieldType::phrase_list:
      return "phrase or list of phrases";
    case FieldType::word_list:
      return "name of a word list";
    case FieldType::choice:
      return fmt::format("`{}`", fmt::join(field.values, "`, `"));
    case FieldType::choice_list:
      return fmt::format("one or several of `{}`", fmt::join(field.values, "`, `"));
    case FieldType::boolean:
      return "`true` or `false`";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "number";
    case FieldType::window:
      return fmt::format("`{{sentences: n, before: m}}`, `{}`", fmt::join(field.values, "`, `"));
    case FieldType::mapping:
      return "mapping";
    case FieldType::mapping_list:
      return "list of mappings";
    case FieldType::examples:
      return "mapping of lists of texts";
    case FieldType::entries:
      return "list of words";
    case FieldType::settings:
      return fmt::format("mapping to `{}`, or to a mapping of options", fmt::join(field.values, "`, `"));
  }
  return {};
}

std::string table_of(const std::vector<Field>& fields) {
  std::string text = "| Key | Value | Meaning |\n|---|---|---|\n";
  for (const Field& field : fields) {
    text += fmt::format("| `{}`{} | {} | {} |\n", field.name, field.required ? " (required)" : "", cell(value_of(field)),
                        cell(field.description));
    for (const Field& inner : field.fields) {
      text += fmt::format("| `{}.{}` | {} | {} |\n", field.name, inner.name, cell(value_of(inner)), cell(inner.description));
    }
  }
  return text + "\n";
}

/// An example in a fence that no line of it closes.
std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  return fmt::format("{}markdown\n{}{}{}\n\n", fence, text, text.ends_with('\n') ? "" : "\n", fence);
}

std::string examples_of(std::string_view title, const std::vector<SharedText>& examples) {
  if (examples.empty()) return {};
  std::string text = fmt::format("{}:\n\n", title);
  for (std::size_t i = 0; i < std::min(examples.size(), most_examples); ++i) text += fenced(examples[i]);
  if (examples.size() > most_examples) text += fmt::format("({} more in the rule's file.)\n\n", examples.size() - most_examples);
  return text;
}

/// Says the key something in this rule?
bool is_heard(const Field& field, const Rule& rule) {
  return (field.beside.empty() || rule.field(field.beside) != nullptr) &&
         (field.instead_of.empty() || rule.field(field.instead_of) == nullptr);
}

/// Keys of the rule's kind, besides phrases, that say something beside its others, with what this rule says.
std::vector<std::pair<const Field*, const YamlValue*>> options_of(const Rule& rule) {
  std::vector<std::pair<const Field*, const YamlValue*>> options;
  const auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& candidate) { return candidate.name == rule.kind; });
  if (kind == kinds().end()) return options;
  for (const Field& field : kind->fields) {
    if (field.type != FieldType::phrase_list && is_heard(field, rule)) options.emplace_back(&field, rule.field(field.name));
  }
  return options;
}

std::string table_of_options(const Rule& rule) {
  std::string text;
  for (const auto& [field, given] : options_of(rule)) {
    text += fmt::format("| `{}` | {} | {} |\n", field->name, given == nullptr ? "" : fmt::format("`{}`", cell(in_one_line(*given))),
                        cell(field->description));
  }
  return text.empty() ? text : "| Option | Here | Meaning |\n|---|---|---|\n" + text + "\n";
}

std::string section_of(const Rule& rule) {
  const RuleInfo& info = rule.info;
  std::string text = fmt::format("### {}\n\n{}. ", info.id, info.title);
  text += fmt::format("*{}{}, precision {}, kind [{}](LANGUAGE.md#{})*\n\n", rule.boolean("enabled", true) ? "" : "off, ",
                      severities_of(rule), name(info.precision), rule.kind, rule.kind);
  text += fmt::format("Why: {}\n\nInstead: {}\n\n", info.why, info.instead);
  return text + table_of_options(rule) + examples_of("Found in", info.bad_examples) + examples_of("Not found in", info.good_examples);
}

/// An item of a list in the terminal; its further lines stand below its first.
std::string item(std::string_view text) {
  std::string result;
  while (text.ends_with('\n')) text.remove_suffix(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += end == 0 ? "\n" : fmt::format("    {} {}\n", result.empty() ? "-" : " ", visible(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string list_of(std::string_view title, const std::vector<SharedText>& texts) {
  if (texts.empty()) return {};
  std::string text = fmt::format("\n  {}\n", title);
  for (const SharedText& one : texts) text += item(one);
  return text;
}

}  // namespace

std::string severities_of(const Rule& rule) {
  std::vector<Severity> severities = {rule.info.severity};
  for (const char* field : {"exact", "reworded"}) {
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
      if (rule.text(field) == name(severity)) severities.push_back(severity);
    }
  }
  if (rule.field("strict") != nullptr) severities.push_back(Severity::error);
  // What parallel places have in common is told more mildly, and what an article says of a subject in later sections is.
  if (rule.kind == "recurs" || rule.kind == "repeats" || rule.field("sure") != nullptr || rule.text("once-per") == "section")
    severities.push_back(Severity::note);
  const bool is_lowered =
      rule.boolean("lowered-elsewhere", false) || rule.field("lowered-for") != nullptr || rule.field("lowered-in-section") != nullptr;
  if (is_lowered) severities.push_back(rule.info.severity == Severity::error ? Severity::warning : Severity::note);
  const auto [mildest, worst] = std::minmax_element(severities.begin(), severities.end());
  return *mildest == *worst ? std::string(name(*worst)) : fmt::format("{} to {}", name(*mildest), name(*worst));
}

std::string explanation(const Rule& rule) {
  const RuleInfo& info = rule.info;
  std::string text = fmt::format("{}: {}\n\n  {}severity {}, precision {}, kind {}\n\n  why      {}\n  instead  {}\n", info.id,
                                 visible(info.title), rule.boolean("enabled", true) ? "" : "off, ", severities_of(rule),
                                 name(info.precision), rule.kind, visible(info.why), visible(info.instead));
  std::vector<SharedText> options;
  for (const auto& [field, given] : options_of(rule)) {
    options.push_back(
        fmt::format("{}: {}\n{}", field->name, given == nullptr ? "(not set)" : visible(in_one_line(*given)), field->description));
  }
  text += list_of("options, to be set in .stet.yaml", options);
  text += list_of("found in", info.bad_examples) + list_of("not found in", info.good_examples);
  return text + fmt::format("\n  to let a passage stand, write before it: <!-- stet {}: reason -->\n", info.id);
}

std::string rules_reference(const RuleSet& rules) {
  std::string text(rules_intro);
  text += "| Rule | Severity | Precision | Finds |\n|---|---|---|---|\n";
  for (const Rule& rule : rules.rules) {
    std::string anchor = rule.info.id;
    std::erase(anchor, '/');
    text += fmt::format("| [{}](#{}) | {} | {} | {} |\n", rule.info.id, anchor, rule.boolean("enabled", true) ? severities_of(rule) : "off",
                        name(rule.info.precision), cell(rule.info.title));
  }
  std::string pack;
  for (const Rule& rule : rules.rules) {
    const std::string own = rule.info.id.substr(0, rule.info.id.find('/'));
    text += own == pack ? "\n" : fmt::format("\n## {}\n\n", upper_first(own));
    pack = own;
    text += section_of(rule);
    while (text.ends_with("\n\n")) text.pop_back();
  }
  return text;
}

namespace {

/// The word classes, and what their lists say of themselves.
std::string table_of_grammar() {
  std::vector<RuleFile> files = builtin_rule_files();
  std::erase_if(files, [](const RuleFile& file) { return !file.path.starts_with("grammar/"); });
  const auto rules = load_rules(files, {});
  std::string text;
  if (!rules) return text;
  for (const auto& [name, list] : rules->lists) text += fmt::format("| `{}` | {} |\n", name, cell(list.about));
  return text + "\n";
}

}  // namespace

std::string language_reference() {
  std::string text(language_intro);
  text += "## Keys of every rule\n\n" + table_of(common_fields()) + std::string(distances);
  text += "## Kinds\n\nThe kind says what sort of check a rule is. Each has keys of its own.\n\n";
  for (const Kind& kind : kinds()) {
    text += fmt::format("### {}\n\n{}\n\n", kind.name, kind.description);
    if (!kind.quotes.empty()) {
      const std::string_view captures = kind.quotes_captures ? ", and captures" : "";
      text += fmt::format("A message may quote `{{{}}}`{}.\n\n", fmt::join(kind.quotes, "}`, `{"), captures);
    }
    text += table_of(kind.fields);
  }
  text += std::string(lists_intro) + table_of(word_list_fields());
  text += std::string(grammar_intro) + table_of_grammar();
  text += std::string(config_intro) + table_of(config_fields());
  text.pop_back();
  return text;
}

}  // namespace stet
