// recurs: the same passage stands in another article of the site.
#include <fmt/format.h>

#include "checks/elsewhere.h"
#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Recurs {
  RecurrenceQuery query;  ///< without its condition
  std::optional<PatternId> allow;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;
  std::string message_when_common;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

std::string amount_of(const Recurrence& found) {
  const std::string words = fmt::format("{} of {} words", found.shared, found.words);
  return found.paragraphs == 1 ? words : fmt::format("{} paragraphs, {}", found.paragraphs, words);
}

Finding finding_of(const Recurs& check, const CheckInput& input, const Recurrence& found) {
  const Span plain{input.units.sentences[found.first_sentence].plain.begin, input.units.sentences[found.end_sentence - 1].plain.end};
  const ParagraphElsewhere& other = found.others.front();
  const std::string line = std::to_string(other.place.first_line);
  const std::string count = fmt::format("{}{}", found.articles, found.or_more ? " or more" : "");
  Finding finding;
  finding.severity = found.common ? Severity::note : check.severity;
  finding.source = source_of_sentence(input, found.first_sentence);
  finding.covers = input.article.to_source(plain);
  finding.message = fill(found.common ? check.message_when_common : check.message, {{"path", other.path},
                                                                                    {"line", line},
                                                                                    {"amount", amount_of(found)},
                                                                                    {"count", count},
                                                                                    {"already", other.earlier ? "already" : "also"}});
  for (const ParagraphElsewhere& place : found.others) {
    finding.related.push_back({{}, place.earlier ? "earlier" : "the same elsewhere", false, place.place});
  }
  return finding;
}

void Recurs::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.elsewhere == nullptr) return;
  const ConditionTest test(conditions, input);
  std::vector<bool> allowed(input.units.sentences.size(), false);
  if (allow) {
    for (const Match& match : input.matches.of(*allow)) allowed[match.sentence] = true;
  }
  RecurrenceQuery asked = query;
  asked.holds = [&](std::uint32_t sentence) { return test.holds(sentence) && !allowed[sentence]; };
  for (const Recurrence& found : input.elsewhere->find(input, asked)) findings.push_back(finding_of(*this, input, found));
}

tl::expected<Check, Problems> compile_recurs(const Rule& rule, CompileContext& context) {
  Recurs check;
  check.query.at_least = static_cast<std::uint32_t>(rule.integer("at-least", check.query.at_least));
  check.query.alike = static_cast<float>(rule.number("alike", 0.7));
  check.query.most_articles = static_cast<std::uint32_t>(rule.integer("common-above", check.query.most_articles));
  if (rule.field("allow") != nullptr) check.allow = context.automaton.add(rule.phrases("allow"));
  check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list}));
  check.severity = rule.info.severity;
  check.message = rule.message;
  check.message_when_common = rule.text("message-when-common", rule.message);
  return check;
}

}  // namespace

Kind recurs_kind() {
  return {
      .name = "recurs",
      .description =
          "The same paragraph stands in another article of the site; found only when a run looks at a site (`--site`). The earlier article "
          "by date is the original, and the later one is told. Neighbouring paragraphs that stand in the same order elsewhere are one "
          "finding. {path}, {line}, {amount}, {count} and {already} may stand in the message.",
      .fields =
          {
              {.name = "at-least",
               .type = FieldType::integer,
               .description = "Content words that a paragraph must have (12; below 8 nothing is indexed)."},
              {.name = "alike",
               .type = FieldType::number,
               .description = "The share of their words, by weight, that two paragraphs must have in the same order (0.7)."},
              {.name = "common-above",
               .type = FieldType::integer,
               .description = "What stands in more articles than this is a template: told once, as a note (3)."},
              {.name = "message-when-common", .type = FieldType::text, .description = "What a writer reads of a template."},
              {.name = "allow",
               .type = FieldType::phrase_list,
               .description = "Paragraphs with one of these phrases may be repeated: calls to action, licences."},
          },
      .quotes = {"path", "line", "amount", "count", "already"},
      .compile = compile_recurs};
}

}  // namespace stet
