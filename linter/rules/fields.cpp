#include <algorithm>

#include "rules/derived_words.h"
#include "rules/rule.h"

namespace stet {
namespace {

const std::vector<std::string_view> places = {"paragraph", "heading", "list", "table", "quote", "footnote", "front-matter", "bibliography"};
const std::vector<std::string_view> frames = {"negated", "hedged", "questioned", "quoted", "attributed", "conditional", "past", "myth"};

}  // namespace

const std::vector<Field>& window_fields() {
  static const std::vector<Field> fields = {
      {.name = "sentences",
       .type = FieldType::integer,
       .description = "How many sentences further it may stand, in the same paragraph; 0: only in the same sentence.",
       .required = true},
      {.name = "before", .type = FieldType::integer, .description = "How many sentences before it may stand, in the same paragraph."},
  };
  return fields;
}

const std::vector<Field>& word_list_fields() {
  static const std::vector<Field> fields = {
      {.name = "about", .type = FieldType::text, .description = "What the words have in common."},
      {.name = "source", .type = FieldType::text, .description = "Where the words are from."},
      {.name = "include",
       .type = FieldType::text_list,
       .description = "Other word lists, all of whose entries belong to this one; `builtin:name` is the list that this one replaces."},
      {.name = "from",
       .type = FieldType::mapping,
       .description = "Words that WordNet has of something, taken in when stet was built.",
       .fields = derivation_fields()},
      {.name = "words",
       .type = FieldType::entries,
       .description =
           "One word or several each, found in any inflection; `=word` only as written; `word: 2` gives a weight. A text "
           "behind `|` holds one entry a line, and is faster to read. `{organ} pain` is one entry for each word of the list `organ`."},
      {.name = "except",
       .type = FieldType::text_list,
       .description = "Entries of `include` and `from` that do not belong here; also as a text behind `|`, one a line."},
  };
  return fields;
}

const std::vector<Field>& common_fields() {
  static const std::vector<Field> fields = {
      {.name = "kind", .type = FieldType::text, .description = "What sort of check this is.", .required = true},
      {.name = "title", .type = FieldType::text, .description = "The fault in one line, as lists of rules show it.", .required = true},
      {.name = "severity",
       .type = FieldType::choice,
       .description = "How much a finding matters; `error` only for what an editor would act on.",
       .required = true,
       .values = {"note", "warning", "error"}},
      {.name = "precision",
       .type = FieldType::choice,
       .description = "How often a finding is right, as measured.",
       .values = {"low", "medium", "high", "very-high"}},
      {.name = "message",
       .type = FieldType::text,
       .description = "What a writer reads. {found} quotes the words found; {$name} a capture.",
       .required = true},
      {.name = "why", .type = FieldType::text, .description = "Why this is a fault, in a sentence or two.", .required = true},
      {.name = "instead", .type = FieldType::text, .description = "What to write instead.", .required = true},
      {.name = "yields-to",
       .type = FieldType::text_list,
       .description =
           "Rules inside and around whose findings this one keeps still: a repeated sentence of a repeated paragraph. `stances` are "
           "all rules with `says` and `denies`, `attributes` all of kind `one-value` that are of one attribute."},
      {.name = "tags", .type = FieldType::text_list, .description = "Words to group rules by, shown in reports."},
      {.name = "enabled",
       .type = FieldType::boolean,
       .description = "false: it is off, and runs only when `.stet.yaml` turns it on or `--select` names it; naming its pack is enough "
                      "only where the whole pack is off."},
      {.name = "unless",
       .type = FieldType::phrase_list,
       .description = "Nothing is found where one of these phrases stands: in the same clause, or as `unless-within` says."},
      {.name = "unless-within",
       .type = FieldType::window,
       .description = "How far from what is found a phrase of `unless` may stand; in the same clause when nothing is said.",
       .values = {"clause", "sentence", "paragraph", "section", "article"}},
      {.name = "in",
       .type = FieldType::choice_list,
       .description = "Only in these places. `front-matter` is read only by rules that name it here: its values, each by itself.",
       .values = places},
      {.name = "not-in",
       .type = FieldType::choice_list,
       .description = "Not in these places; `bibliography` is an entry of a list of sources, or of nothing but links, which most rules "
                      "leave out unasked.",
       .values = places},
      {.name = "in-section", .type = FieldType::phrase_list, .description = "Only in sections whose heading, or a heading above, matches."},
      {.name = "not-in-section",
       .type = FieldType::phrase_list,
       .description = "Not in sections whose heading, or a heading above, matches."},
      {.name = "only-when",
       .type = FieldType::choice_list,
       .description = "Only where it is said in one of these senses.",
       .values = frames},
      {.name = "not-when", .type = FieldType::choice_list, .description = "Not where it is said in one of these senses.", .values = frames},
      {.name = "examples",
       .type = FieldType::examples,
       .description = "`bad`: each gives exactly one finding of this rule; `good`: none. `todo-bad`, `todo-good`: known gaps."},
  };
  return fields;
}

}  // namespace stet
