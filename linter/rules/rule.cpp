#include "rules/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "rules/nearest.h"
#include "text/decimal.h"

namespace stet {

SharedText Rule::text(std::string_view name, std::string_view otherwise) const {
  const YamlValue* value = field(name);
  if (value != nullptr && value->kind == YamlKind::scalar) return value->scalar;
  return otherwise.empty() ? SharedText() : SharedText(std::string(otherwise));
}

std::vector<SharedText> Rule::texts(std::string_view name) const {
  std::vector<SharedText> result;
  const YamlValue* value = field(name);
  if (value == nullptr) return result;
  if (value->kind == YamlKind::scalar) result.push_back(value->scalar);
  for (const YamlValue& item : value->items) result.push_back(item.scalar);
  return result;
}

std::int64_t Rule::integer(std::string_view name, std::int64_t otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : std::strtoll(value->scalar.string().c_str(), nullptr, 10);
}

double Rule::number(std::string_view name, double otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : decimal_at_start(value->scalar);
}

bool Rule::boolean(std::string_view name, bool otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : value->scalar == "true";
}

Phrase WrittenPhrase::phrase() const { return (regex ? parse_regex(text) : parse_phrase(text)).value_or(Phrase{}); }

std::vector<std::string> WrittenPhrase::captures() const {
  const bool has_none = !regex && text.find('$') == std::string::npos;
  return has_none ? std::vector<std::string>() : captures_of(phrase());
}

Phrase WordListEntry::phrase() const { return parse_phrase(text).value_or(Phrase{}); }

namespace {

/// The text of a phrase, or of the `regex` in {regex: …}; nullptr when the value is neither.
const YamlValue* phrase_text(const YamlValue& value) {
  if (value.kind == YamlKind::scalar) return &value;
  const bool regex = value.kind == YamlKind::map && value.entries.size() == 1 && value.entries.front().key.scalar == "regex" &&
                     value.entries.front().value.kind == YamlKind::scalar;
  return regex ? &value.entries.front().value : nullptr;
}

Problem no_phrase(const YamlDocument& document, const YamlValue& value) {
  if (value.kind == YamlKind::null) return document.problem(value.position, "a phrase is missing here", "write it, or take the line out");
  if (value.kind != YamlKind::map) return document.problem(value.position, "a phrase must be a text");
  if (value.entries.size() == 1 && nearest(value.entries.front().key.scalar, {"regex"}) == "regex") {
    return document.problem(value.entries.front().key.position, "a regular expression is written {regex: '…'}", "did you mean `regex`?");
  }
  return document.problem(value.position, "a phrase must be a text",
                          "put it in quotes: braces, or a colon and a space, mean something else to YAML");
}

/// What is wrong with a phrase by itself.
std::optional<PhraseError> fault_of(const WrittenPhrase& written) {
  const auto phrase = written.regex ? parse_regex(written.text) : parse_phrase(written.text);
  return phrase ? pointless(*phrase) : phrase.error();
}

/// Adds the phrase or phrases of a value; judges them only where that has not been done before. Nothing, or what is wrong.
std::optional<Problem> add_phrases(const YamlDocument& document, const YamlValue& value, bool judges, std::vector<WrittenPhrase>& result) {
  if (value.kind == YamlKind::sequence) {
    result.reserve(result.size() + value.items.size());
    for (const YamlValue& item : value.items) {
      if (item.kind == YamlKind::sequence) return document.problem(item.position, "a phrase must be a text");
      if (auto problem = add_phrases(document, item, judges, result)) return problem;
    }
    return std::nullopt;
  }
  const YamlValue* text = phrase_text(value);
  if (text == nullptr) return no_phrase(document, value);
  const bool braces = value.kind == YamlKind::map;
  result.push_back({text->scalar, Position{text->position.line, text->position.column + (text->quoted ? 1U : 0U)}, braces});
  const auto fault = judges ? fault_of(result.back()) : std::nullopt;
  if (!fault) return std::nullopt;
  return document.problem(document.position_in(text->position, text->scalar, fault->column), fault->what, fault->mend);
}

}  // namespace

Result<std::vector<WrittenPhrase>> read_phrases(const YamlDocument& document, const YamlValue& value) {
  std::vector<WrittenPhrase> phrases;
  if (auto problem = add_phrases(document, value, true, phrases)) return tl::unexpected(std::move(*problem));
  return phrases;
}

std::vector<WrittenPhrase> Rule::phrases(std::string_view name) const {
  const YamlValue* value = field(name);
  if (value == nullptr) return {};
  std::vector<WrittenPhrase> phrases;
  if (add_phrases(document, *value, false, phrases)) phrases.clear();
  return phrases;
}

}  // namespace stet
