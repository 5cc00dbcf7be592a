#include "checks/requires/fields.h"

#include "checks/requires/source_policy.h"
#include "claims/subjects.h"

namespace stet {

std::vector<Field> requires_fields() {
  return {
      {.name = "find", .type = FieldType::phrase_list, .description = "What asks for a companion.", .required = true},
      {.name = "find-elided",
       .type = FieldType::phrase_list,
       .description = "The same without a subject: found at a sentence's start, behind a bold lead, or in a row of such verbs only."},
      {.name = "find-naming",
       .type = FieldType::phrase_list,
       .description = "The same with its subject among the words found: \"for colds, drink ginger tea\"."},
      {.name = "find-listed",
       .type = FieldType::phrase_list,
       .description = "What asks for a companion as a bare entry under words of `listed-under`: behind a label, in a column, in a list."},
      {.name = "listed-under",
       .type = FieldType::phrase_list,
       .description = "What makes a claim of `find-listed`: in its label, the head of its column, or the lead-in of its list."},
      {.name = "find-ahead",
       .type = FieldType::phrase_list,
       .description = "What asks for a companion only where `ahead-of` stands in the next sentence of its paragraph."},
      {.name = "ahead-of", .type = FieldType::phrase_list, .description = "What makes a claim of the `find-ahead` in the sentence before."},
      {.name = "only-beside", .type = FieldType::phrase_list, .description = "Only in an article that holds one of these anywhere."},
      {.name = "not-beside", .type = FieldType::phrase_list, .description = "Not in an article that holds one of these anywhere."},
      about_field(),
      about_any_field(),
      about_others_field(),
      {.name = "about-inside",
       .type = FieldType::boolean,
       .description =
           "true: a name of `about` among the words found may be what they are about (\"take 5 g of it\"); otherwise it is acted on."},
      {.name = "needs",
       .type = FieldType::phrase_list,
       .description = "What must stand near it. `<citation>` is any reference to a source, footnotes and links out of the site included.",
       .required = true},
      {.name = "needs-unless",
       .type = FieldType::phrase_list,
       .description = "What only looks like a companion: one that overlaps with it does not count."},
      source_policy_field(),
      {.name = "points-back",
       .type = FieldType::phrase_list,
       .description = "A claim in such words continues an earlier one: a companion before it in the section serves as well, and so does a "
                      "list of one source."},
      {.name = "within",
       .type = FieldType::window,
       .description = "How far from the claim the companion may stand; {sentences: 1} when nothing is said. Behind a claim that ends in a "
                      "colon, sentences are counted on into the next paragraph.",
       .values = {"sentence", "paragraph", "section", "article"}},
      {.name = "needs-section",
       .type = FieldType::phrase_list,
       .description = "A section whose heading matches, anywhere in the article, serves as well, for the subjects named in it or for all."},
      {.name = "needs-section-unless",
       .type = FieldType::phrase_list,
       .description = "A section whose heading, or one above it, holds one of these only looks like one of `needs-section`."},
      {.name = "lowered-elsewhere",
       .type = FieldType::boolean,
       .description = "true: a companion out of reach, or about another subject, lowers the severity by one."},
      {.name = "lowered-for",
       .type = FieldType::phrase_list,
       .description = "A claim about one of these, or one of whose captures holds nothing else, is one level less severe."},
      {.name = "not-lowered-for",
       .type = FieldType::phrase_list,
       .description = "A claim that overlaps with one of these is not lowered by `lowered-for`: too much is at stake."},
      {.name = "note-for", .type = FieldType::phrase_list, .description = "A claim one of whose captures holds nothing else is a note."},
      {.name = "lowered-in-section",
       .type = FieldType::phrase_list,
       .description =
           "In sections whose heading matches, and in paragraphs that open so, a claim is one level less severe where the article has "
           "companions elsewhere: it sums up."},
      {.name = "not-led-in-by",
       .type = FieldType::phrase_list,
       .description = "Not in a list behind a paragraph that holds one of these and ends in a colon: \"What it will not do:\"."},
      {.name = "once-per",
       .type = FieldType::choice,
       .description = "One finding for all claims about one subject in a sentence, a section or the article; the other claims are related "
                      "locations, and the one that weighs most is the finding. Of `section`, what is found of the same subject in other "
                      "sections is a note.",
       .values = {"sentence", "section", "article"}},
  };
}

}  // namespace stet
