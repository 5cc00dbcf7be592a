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

Result<std::vector<WrittenPhrase>> read_phrases(const YamlDocument& document, const YamlValue& value) {
  std::vector<WrittenPhrase> result;
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue& item : value.items) {
      auto inner = read_phrases(document, item);
      if (!inner) return inner;
      std::move(inner->begin(), inner->end(), std::back_inserter(result));
    }
    return result;
  }
  if (value.kind != YamlKind::scalar) {
    const bool braces = value.kind == YamlKind::map;
    return tl::unexpected(document.problem(value.position, "a phrase must be a text",
                                           braces ? "put it in quotes: a word list's braces mean something else to YAML" : ""));
  }
  Position position = value.position;
  if (value.quoted) ++position.column;
  auto phrase = parse_phrase(value.scalar);
  if (!phrase) {
    position.column += phrase.error().column;
    return tl::unexpected(document.problem(position, phrase.error().what, phrase.error().mend));
  }
  result.push_back({std::move(*phrase), value.scalar, position});
  return result;
}

}  // namespace stet
