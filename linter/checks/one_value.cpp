// one-value: an attribute of a thing has one value.
#include <algorithm>

#include "checks/kinds.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/site_reading.h"
#include "comparing/told_values.h"

namespace stet {
namespace {

struct OneValue {
  Attribute attribute;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// A clause as a reader sees it, or the line with its label.
IndexRange words_around(const CheckInput& text, const Claim& claim) {
  IndexRange words = cover(claim.words, claim.value.words);
  for (const IndexRange label : claim.labels) {
    if (text.units.sentences[claim.sentence].words.contains(label.begin)) words = cover(words, label);
  }
  return words;
}

/// "the weight of the Northwind 40"; without a name that says more than "it", "the weight".
std::string whose(const CheckInput& input, const Attribute& attribute, const Told& told) {
  std::string text = "the " + attribute.what;
  const CheckInput& words = input_of(input, *told.claim);
  const Owner& owner = told.owner;
  if (attribute.of_wording) return words_as_written(words, words_around(words, *told.claim), 90);
  const bool counts = attribute.counted || attribute.counts_anything;
  if (attribute.of_labels) {
    text = words_as_written(words, told.by, 40);
    return told.claim->labels.empty() ? text : "“" + text + "”";
  }
  if (attribute.counts_anything) text += " of " + words_as_written(words, {told.by.begin, told.by.end}, 40);
  if (counts || attribute.of_article || owner.words.empty() || owner.kind == OwnerKind::pronoun || owner.kind == OwnerKind::elided)
    return text;
  std::string name = words_as_written(words, owner.words, 60);
  if (name.empty()) return text;
  const std::string first = words_as_written(words, {owner.words.begin, owner.words.begin + 1}, 20);
  if (first == "The" || first == "Our" || first == "This" || first == "Its" || first == "A" || first == "An")
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return text + " of " + name;
}

std::vector<Mark> marks_of(const CheckInput& input, const Told& told) {
  if (told.claim->of_front_matter) return {};
  Marks marks(input);
  marks.add(told.claim->value.words, MarkKind::flips);
  if (!told.by.empty()) marks.add(told.by, MarkKind::aligns);
  return marks.take();
}

void OneValue::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const std::vector<Told> told = told_by(input, attribute);
  if (told.size() < 2) return;
  for (const ValueConflict& conflict : value_conflicts(input, told)) {
    const Told& later = told[conflict.later];
    const Told& earlier = told[conflict.earlier];
    const Span there = source_of_value(input, *earlier.claim);
    const std::string found = words_as_written(input_of(input, *later.claim), later.claim->value.words);
    const std::string other = words_as_written(input_of(input, *earlier.claim), earlier.claim->value.words);
    const std::string name = whose(input, attribute, attribute.of_wording || later.owner.words.empty() ? earlier : later);
    findings.push_back(
        {.severity = severity,
         .source = source_of_value(input, *later.claim),
         .message = fill(message, {{"found", found}, {"other", other}, {"line", std::to_string(line_of(input, there))}, {"what", name}}),
         .related = {{.source = there, .message = "says otherwise", .marks = marks_of(input, earlier)}},
         .marks = marks_of(input, later)});
  }
}

tl::expected<Check, Problems> compile_one_value(const Rule& rule, CompileContext& context) {
  Attribute attribute = compile_attribute(rule, context);
  if (context.site != nullptr) context.site->attributes.push_back({rule.info.id, attribute});
  return OneValue{std::move(attribute), rule.info.severity, rule.message};
}

}  // namespace

Kind one_value_kind() {
  return {
      .name = "one-value",
      .description =
          "An attribute of a thing has one value: its weight, price, length, opening time, number of rooms. `says` are the words that tell "
          "the attribute (“weigh”, “weight”), `of` is what its values are of. A value is told in a sentence with such words, in a table "
          "whose row or column is headed by them, behind a label (“Weight: 2 kg”), in a heading, or in a field of the front matter; what "
          "it is told of is the subject, what “it” or “the pack” stands for, or what the article is about. Two values differ when they "
          "are told of one thing in the same circumstances: the list `circumstance` and the rule's own `apart` say what makes two of "
          "them. {found}, {other}, {line} and {what} may stand in the message.",
      .fields = {{.name = "what",
                  .type = FieldType::text,
                  .description = "The attribute's name as a message says it; the rule's own when nothing is said."},
                 {.name = "of",
                  .type = FieldType::choice,
                  .description = "What its values are of; `count` is of a number and the noun behind it, `label` of whatever a label or "
                                 "the head of a row with one value names, told in the text by the same words; `wording` whatever is "
                                 "told twice in the same words.",
                  .required = true,
                  .values = dimension_names()},
                 {.name = "says",
                  .type = FieldType::phrase_list,
                  .description = "Words that tell the attribute, in text, labels and headings. Of a count: words that say how many there "
                                 "are (“have”, “consist of”), right before the number or behind what is counted."},
                 {.name = "labels",
                  .type = FieldType::text_list,
                  .description = "Words that tell it only as a head of a row or column, a label or a key."},
                 {.name = "counted",
                  .type = FieldType::phrase_list,
                  .description = "Of a count: what is counted, all words for one thing. Without it each noun is counted by itself."},
                 {.name = "counts",
                  .type = FieldType::phrase_list,
                  .description = "Of a count: phrases over the number that tell it by themselves, whatever is counted (“430 people live "
                                 "here”)."},
                 {.name = "in-brackets",
                  .type = FieldType::boolean,
                  .description = "true: a value alone in brackets right behind a thing tells it: “the museum ($3)”."},
                 {.name = "whose",
                  .type = FieldType::choice,
                  .description = "`article`: the attribute is always one of what the article is about, such as a period of notice, unless "
                                 "another name is its owner; `named`: only what running text names, or calls “it”, has it; "
                                 "`subject`, of what the sentence is about, or the article, when nothing is said.",
                  .values = {"subject", "article", "named"}},
                 {.name = "begins-span",
                  .type = FieldType::boolean,
                  .description = "true: of a span it is the beginning, as an opening time is of “10 a.m. to 5 p.m.”."},
                 {.name = "limit",
                  .type = FieldType::boolean,
                  .description = "true: its values are bounds, so that “at least 16” and “18”, or “until 3 May” and “by 9 May”, are two."},
                 {.name = "apart",
                  .type = FieldType::phrase_list,
                  .description = "Circumstances of this attribute, besides those of the list `circumstance`: what is told in one of them "
                                 "need not hold in another."}},
      .quotes = {"found", "other", "line", "what"},
      .compile = compile_one_value};
}

}  // namespace stet
