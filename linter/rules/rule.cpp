#include "rules/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace stet {

std::string Rule::text(std::string_view name, std::string_view otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr || value->kind != YamlKind::scalar ? std::string(otherwise) : value->scalar;
}

std::vector<std::string> Rule::texts(std::string_view name) const {
  std::vector<std::string> result;
  const YamlValue* value = field(name);
  if (value == nullptr) return result;
  if (value->kind == YamlKind::scalar) result.push_back(value->scalar);
  for (const YamlValue& item : value->items) result.push_back(item.scalar);
  return result;
}

std::int64_t Rule::integer(std::string_view name, std::int64_t otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : std::strtoll(value->scalar.c_str(), nullptr, 10);
}

double Rule::number(std::string_view name, double otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : std::strtod(value->scalar.c_str(), nullptr);
}

bool Rule::boolean(std::string_view name, bool otherwise) const {
  const YamlValue* value = field(name);
  return value == nullptr ? otherwise : value->scalar == "true";
}

std::vector<WrittenPhrase> Rule::phrases(std::string_view name) const {
  const YamlValue* value = field(name);
  if (value == nullptr) return {};
  return read_phrases(document, *value).value_or(std::vector<WrittenPhrase>{});
}

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

}  // namespace

Result<std::vector<WrittenPhrase>> read_phrases(const YamlDocument& document, const YamlValue& value) {
  std::vector<WrittenPhrase> result;
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue& item : value.items) {
      if (item.kind == YamlKind::sequence) return tl::unexpected(document.problem(item.position, "a phrase must be a text"));
      auto inner = read_phrases(document, item);
      if (!inner) return inner;
      std::move(inner->begin(), inner->end(), std::back_inserter(result));
    }
    return result;
  }
  const YamlValue* text = phrase_text(value);
  if (text == nullptr) return tl::unexpected(no_phrase(document, value));
  auto phrase = value.kind == YamlKind::map ? parse_regex(text->scalar) : parse_phrase(text->scalar);
  if (!phrase) {
    return tl::unexpected(document.problem(document.position_in(text->position, text->scalar, phrase.error().column), phrase.error().what,
                                           phrase.error().mend));
  }
  if (const auto fault = pointless(*phrase))
    return tl::unexpected(document.problem(document.position_in(text->position, text->scalar, fault->column), fault->what, fault->mend));
  result.push_back({std::move(*phrase), text->scalar, Position{text->position.line, text->position.column + (text->quoted ? 1U : 0U)}});
  return result;
}

}  // namespace stet
