#include "rules/schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "rules/field_check.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

/// Unquoted, `2024` and `true` are texts to stet, but numbers and booleans to a validator.
Json text() { return {{"type", {"string", "number", "boolean"}}, {"minLength", 1}}; }
Json any_text() { return {{"type", {"string", "number", "boolean"}}}; }

Json one_or_list(const Json& item) { return {{"anyOf", Json::array({item, {{"type", "array"}, {"items", item}, {"minItems", 1}}})}}; }

Json choice(const Field& field) { return {{"enum", field.values}}; }

Json phrase() {
  return {
      {"anyOf",
       Json::array({text(),
                    {{"type", "object"},
                     {"properties", {{"regex", {{"type", "string"}, {"minLength", 1}, {"description", "An expression in RE2's syntax."}}}}},
                     {"required", {"regex"}},
                     {"additionalProperties", false}}})}};
}

Json mapping(const FieldPointers& fields);

Json number(FieldType type) {
  if (type == FieldType::integer) return {{"type", "integer"}, {"minimum", 0}, {"maximum", 999999999}};
  return {{"type", "number"}, {"minimum", 0}, {"maximum", 999999999999999}};
}

Json examples() {
  Json properties;
  for (const char* key : {"bad", "good", "todo-bad", "todo-good"}) {
    properties[key] = {{"anyOf", Json::array({any_text(), {{"type", "array"}, {"items", any_text()}}})}};
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json entries() {
  const Json weighted = {
      {"type", "object"}, {"additionalProperties", number(FieldType::number)}, {"minProperties", 1}, {"maxProperties", 1}};
  const Json list = {{"type", "array"}, {"items", {{"anyOf", Json::array({text(), weighted})}}}, {"minItems", 1}};
  const Json lines = {{"type", "string"}, {"pattern", "\\n"}, {"description", "One entry a line."}};
  return {{"anyOf", Json::array({list, lines})}};
}

/// Options of a rule are checked by the loader, which knows the rule.
Json settings(const Field& field) {
  Json options = mapping(pointers(field.fields));
  options["additionalProperties"] = true;
  return {{"type", "object"}, {"additionalProperties", {{"anyOf", Json::array({choice(field), options})}}}};
}

Json schema_of_field(const Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::word_list:
      return text();
    case FieldType::text_list:
      return one_or_list(any_text());
    case FieldType::phrase_list:
      return one_or_list(phrase());
    case FieldType::choice:
      return choice(field);
    case FieldType::choice_list:
      return one_or_list(choice(field));
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::integer:
    case FieldType::number:
      return number(field.type);
    case FieldType::window:
      return {{"anyOf", Json::array({{{"enum", field.values}}, mapping(pointers(window_fields()))})}};
    case FieldType::mapping:
      return mapping(pointers(field.fields));
    case FieldType::mapping_list:
      return one_or_list(mapping(pointers(field.fields)));
    case FieldType::examples:
      return examples();
    case FieldType::entries:
      return entries();
    case FieldType::settings:
      return settings(field);
  }
  return {};
}

Json property_of(const Field& field) {
  Json property = {{"description", field.description}};
  property.update(schema_of_field(field));
  return property;
}

Json mapping(const FieldPointers& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field* field : fields) {
    properties[std::string(field->name)] = property_of(*field);
    if (field->required) required.push_back(field->name);
  }
  Json result = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) result["required"] = required;
  return result;
}

std::string finished(std::string_view id, std::string_view title, const Json& body) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", id}, {"title", title}};
  schema.update(body);
  return schema.dump(2) + "\n";
}

}  // namespace

std::string schema_of(std::string_view id, std::string_view title, const std::vector<Field>& fields) {
  return finished(id, title, mapping(pointers(fields)));
}

std::string word_list_schema() { return schema_of("stet-words", "A word list of stet", word_list_fields()); }

std::string rule_schema(const std::vector<KindFields>& kinds) {
  Json names = Json::array();
  Json branches = Json::array();
  Json common = Json::object();
  for (const Field& field : common_fields()) common[std::string(field.name)] = property_of(field);
  for (const KindFields& kind : kinds) {
    names.push_back(kind.kind);
    Json fields = mapping(fields_of(kind.kind, kinds));
    for (const auto& [key, unused] : common.items()) fields["properties"][key] = {{"$ref", "#/$defs/" + key}};
    fields["properties"]["kind"] = {{"description", kind.description}, {"const", kind.kind}};
    branches.push_back({{"if", {{"properties", {{"kind", {{"const", kind.kind}}}}}, {"required", {"kind"}}}}, {"then", fields}});
  }
  const Json kind = {{"description", "What sort of check this is."}, {"enum", names}};
  return finished("stet-rule", "A rule of stet",
                  {{"type", "object"}, {"properties", {{"kind", kind}}}, {"required", {"kind"}}, {"allOf", branches}, {"$defs", common}});
}

}  // namespace stet
