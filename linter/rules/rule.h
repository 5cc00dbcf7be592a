// A rule as written: data, checked against its kind's table of fields, not yet compiled.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "rules/phrase.h"
#include "rules/yaml.h"

namespace stet {

/// The type of a field's value. The loader checks it, the JSON Schema and the reference are made from it.
enum class FieldType : std::uint8_t {
  text,
  text_list,    ///< one text or a list of texts
  phrase_list,  ///< one phrase or a list of phrases
  word_list,    ///< the name of a word list
  choice,       ///< one of Field::values
  choice_list,  ///< one or several of Field::values
  boolean,
  integer,
  number,
  window,   ///< how far two places may stand apart: one of Field::values, or {sentences: n, before: m}
  mapping,  ///< a map whose values the kind reads itself, described by Field::fields
  mapping_list,
  examples,
  entries,   ///< of a word list: texts, or {text: weight}
  settings,  ///< of a configuration: rule or pack -> `on`, `off`, a severity (Field::values), or a mapping of options
};

/// One key that a rule may have.
struct Field {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string_view description;  ///< one sentence, for the schema and the reference
  bool required = false;
  std::vector<std::string_view> values;  ///< of a choice, or the names of a window
  std::vector<Field> fields;             ///< of a mapping
  std::string_view beside;               ///< a key of the rule without which this one says nothing
  std::string_view instead_of;           ///< a key of the rule beside which this one says nothing
};

/// Keys that every rule may have: kind, severity, precision, message, find, unless, in, not-in, frames, why, instead, examples …
const std::vector<Field>& common_fields();
/// Keys of a word list.
const std::vector<Field>& word_list_fields();
/// Keys of a window written as a mapping.
const std::vector<Field>& window_fields();

/// A phrase as written, and where. It is parsed by whoever needs it so: those of prepared rules are not, most of the time.
struct WrittenPhrase {
  SharedText text;
  Position position;   ///< of its first character, or of the sign that opens a block scalar; see YamlDocument::position_in
  bool regex = false;  ///< {regex: text}

  /// Parsed. The loader has seen to it that it can be.
  Phrase phrase() const;
  /// Names that it captures, in order.
  std::vector<std::string> captures() const;
};

struct Example {
  SharedText markdown;
  bool bad = false;
  bool todo = false;  ///< a known gap: counted, not failing
  Position position;
};

struct Rule {
  RuleInfo info;
  std::string kind;
  SharedText message;  ///< template: {found}, {$capture}, and what the kind offers
  bool builtin = false;
  std::vector<Example> examples;
  YamlDocument document;  ///< the file it comes from

  /// The field's value, or nullptr when it is not given.
  const YamlValue* field(std::string_view name) const { return document.root.find(name); }
  SharedText text(std::string_view name, std::string_view otherwise = {}) const;
  std::vector<SharedText> texts(std::string_view name) const;
  std::int64_t integer(std::string_view name, std::int64_t otherwise) const;
  double number(std::string_view name, double otherwise) const;
  bool boolean(std::string_view name, bool otherwise) const;
  /// Phrases of a phrase_list field.
  std::vector<WrittenPhrase> phrases(std::string_view name) const;
};

/// Phrases of any value: one text or a sequence of texts. Errors (of those that do not parse, too) carry the phrase's place.
Result<std::vector<WrittenPhrase>> read_phrases(const YamlDocument& document, const YamlValue& value);

/// One entry of a word list: some words, each matched in any inflection unless marked `=`.
struct WordListEntry {
  std::string text;
  double weight = 1;
  Position position;
  bool included = false;  ///< from another list

  /// Parsed: a sequence of words and exact words.
  Phrase phrase() const;
};

/// rules/words/<name>.yaml: `words: [...]`, `include: [other, lists]`, `except: [...]`.
struct WordList {
  std::string name;
  std::string about;
  std::vector<WordListEntry> entries;  ///< included ones first; no doubles
  std::shared_ptr<const YamlDocument> document;
};

/// Every rule and word list of a run.
struct RuleSet {
  std::vector<Rule> rules;                ///< by id
  std::vector<Rule> unselected;           ///< rules that do not run this time, but whose phrases others may use
  std::map<std::string, WordList> lists;  ///< by name
};

/// The kinds a loader may meet, with the keys each understands besides the common ones.
struct KindFields {
  std::string_view kind;
  std::string_view description;
  std::vector<Field> fields;
};

/// A file of a rules folder: "citation/unsourced-research.yaml" is a rule, "words/research.yaml" a word list, "grammar/negator.yaml" one
/// that says which words are of a class.
struct RuleFile {
  std::string path;   ///< relative to the rules folder; gives the id
  std::string shown;  ///< as errors name it
  SharedText bytes;
  bool builtin = false;
  std::string_view tree = {};  ///< its tree as the build has packed it; empty: `bytes` are read
};

/// The common fields and those of the kind.
std::vector<const Field*> fields_of(std::string_view kind, const std::vector<KindFields>& kinds);
/// Fills what a Rule keeps beside its document from the document: call it again when a setting has changed that.
void read_common(Rule& rule);

/// Puts the rules that `stances` and `attributes` stand for in their place in what rules yield to, behind read_common of all of them; not
/// those that yield to the rule themselves, or both would keep still.
void spell_out_yields(RuleSet& set);

/// Is a file of this name, in a folder of rules, a rule or a word list? Hidden files are neither, `.stet.yaml` for one; nor is what stands
/// in a hidden folder.
bool is_rule_file(std::string_view name);

/// The name of the word list in the file of that path: "research", "grammar/negator"; empty for a rule.
std::string list_name(std::string_view path);

/// The files built into the program, to be read and checked like any others.
std::vector<RuleFile> builtin_rule_files();
/// The same with their trees: reading and checking has been done before.
std::vector<RuleFile> prepared_rule_files();
/// All *.yaml below `folder`, sorted by path; symbolic links are not followed. Files right in the folder are of the pack that has the
/// folder's name. Errors (rule): not a folder, unreadable, a file larger than Limits::rule_bytes, more than 5,000 files or 32 MiB.
Result<std::vector<RuleFile>> read_rule_folder(const std::string& folder, const Limits& limits = {});

/// Loads files into a RuleSet; a later file with the same path replaces an earlier one. Every fault of every file becomes one
/// Problem (unknown key with the nearest valid one, wrong type, phrase that does not parse, unknown or circular list, lists that include
/// each other deeper than Limits::include_depth …).
tl::expected<RuleSet, Problems> load_rules(const std::vector<RuleFile>& files, const std::vector<KindFields>& kinds,
                                           const Limits& limits = {});

}  // namespace stet
