#include "config/config.h"

namespace stet {
namespace {

const std::vector<std::string_view> states = {"on", "off", "note", "warning", "error"};

const Field rules_field{
    .name = "rules",
    .type = FieldType::settings,
    .description = "By rule or pack: `off`, `on`, a severity, or a mapping with `severity`, `enabled` and options of the rule.",
    .values = states,
    .fields = {{.name = "severity",
                .type = FieldType::choice,
                .description = "How much its findings matter.",
                .values = {"note", "warning", "error"}},
               {.name = "enabled", .type = FieldType::boolean, .description = "false: it does not run."}}};

const Field citations_field{
    .name = "citations",
    .type = FieldType::mapping,
    .description = "What counts as a citation in this house.",
    .fields = {{.name = "domains",
                .type = FieldType::text_list,
                .description = "Only links to these domains, and domains below them, are citations; DOIs and footnotes always are."},
               {.name = "shortcodes",
                .type = FieldType::text_list,
                .description = "Names of shortcodes and components that cite a source, such as `cite` for {{< cite key >}}."}}};

std::vector<Field> limits_that_can_be_lowered() {
  std::vector<Field> fields;
  for (const LimitField& limit : limit_fields()) {
    if (limit.in_configuration) fields.push_back({.name = limit.name, .type = FieldType::integer, .description = limit.description});
  }
  return fields;
}

const Field suppressions_field{
    .name = "suppressions",
    .type = FieldType::mapping,
    .description = "What may be let stand by a comment or by front matter.",
    .fields = {{.name = "blanket",
                .type = FieldType::choice,
                .description =
                    "May a suppression name a pack, or no rule at all? When it is forbidden, such a one suppresses nothing, and is a "
                    "finding (allowed).",
                .values = {"allowed", "forbidden"}}}};

}  // namespace

const std::vector<Field>& config_fields() {
  static const std::vector<Field> fields = {
      {.name = "extends",
       .type = FieldType::text_list,
       .description =
           "What to start from: other configuration files of this tree, and `builtin:pack` for only some of the built-in packs."},
      {.name = "rule-folders",
       .type = FieldType::text_list,
       .description = "Folders of own rules and word lists, relative to this file, inside the tree."},
      rules_field,
      citations_field,
      {.name = "limits",
       .type = FieldType::mapping,
       .description = "Lower limits than those of the command line; a configuration cannot raise them.",
       .fields = limits_that_can_be_lowered()},
      suppressions_field,
      {.name = "exclude", .type = FieldType::text_list, .description = "Globs of files that are not checked, as in .gitignore."},
      {.name = "overrides",
       .type = FieldType::mapping_list,
       .description = "What else holds for some files; later ones win.",
       .fields = {{.name = "files",
                   .type = FieldType::text_list,
                   .description = "Globs as in .gitignore, relative to the configuration's folder.",
                   .required = true},
                  rules_field,
                  citations_field,
                  suppressions_field}},
  };
  return fields;
}

}  // namespace stet
