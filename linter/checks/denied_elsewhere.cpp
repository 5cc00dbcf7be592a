// denied-elsewhere: another article of the site gives another value, or denies what is affirmed.
#include <fmt/format.h>

#include <algorithm>

#include "checks/elsewhere.h"
#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct DeniedElsewhere {
  DenialQuery query;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// 20240131 as 2024-01-31.
std::string date_as_written(std::uint32_t date) { return fmt::format("{}-{:02}-{:02}", date / 10000, date / 100 % 100, date % 100); }

/// Which of two articles is the older one, as far as their dates tell.
std::string age_of(const ArticleElsewhere& other, const ArticleElsewhere& self) {
  if (other.date == no_date && self.date == no_date) return "neither has a date";
  if (other.date == no_date) return fmt::format("it has no date, this is of {}", date_as_written(self.date));
  if (self.date == no_date) return fmt::format("of {}, this has no date", date_as_written(other.date));
  if (other.date == self.date) return fmt::format("both of {}", date_as_written(self.date));
  return fmt::format("{}, of {}", other.date < self.date ? "older" : "newer", date_as_written(other.date));
}

Finding finding_of(const DeniedElsewhere& check, const DeniedValue& denial) {
  const ValueElsewhere& first = denial.others.front();
  Finding finding{.severity = check.severity, .source = denial.source, .message = {}, .related = {}};
  finding.message = fill(check.message, {{"found", denial.value},
                                         {"other", first.value},
                                         {"path", first.article.path},
                                         {"line", std::to_string(first.place.first_line)},
                                         {"column", std::to_string(first.column)},
                                         {"age", age_of(first.article, denial.here)},
                                         {"what", denial.what},
                                         {"thing", denial.thing}});
  for (const ValueElsewhere& other : denial.others) {
    finding.related.push_back({.source = {}, .message = &other == &first ? "says otherwise" : "and here", .elsewhere = other.place});
  }
  return finding;
}

/// The sentence of a text that holds a place of the source; no_index when none does.
std::uint32_t sentence_at(const CheckInput& text, std::uint32_t source) {
  const auto begins_before = [&](const Sentence& sentence) { return text.article.to_source(sentence.plain).begin <= source; };
  const auto& sentences = text.units.sentences;
  const auto next = std::partition_point(sentences.begin(), sentences.end(), begins_before);
  if (next == sentences.begin()) return no_index;
  const auto found = static_cast<std::uint32_t>(next - sentences.begin()) - 1;
  return source < text.article.to_source(sentences[found].plain).end ? found : no_index;
}

/// Do the rule's conditions hold where the value stands?
bool holds_at(const Conditions& conditions, const CheckInput& text, std::uint32_t source) {
  const std::uint32_t sentence = sentence_at(text, source);
  return sentence != no_index && ConditionTest(conditions, text).holds(sentence);
}

void DeniedElsewhere::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.elsewhere == nullptr) return;
  for (const DeniedValue& denial : input.elsewhere->denials(input, query)) {
    const std::uint32_t at = denial.source.begin;
    const bool in_fields = input.front_matter != nullptr && holds_at(conditions, *input.front_matter, at);
    if (in_fields || holds_at(conditions, input, at)) findings.push_back(finding_of(*this, denial));
  }
}

tl::expected<Check, Problems> compile_denied(const Rule& rule, CompileContext& context) {
  DeniedElsewhere check;
  check.conditions = compile_conditions(
      rule, context, place_bits({Place::paragraph, Place::heading, Place::list, Place::table, Place::footnote, Place::front_matter}));
  for (const SharedText& without : rule.texts("without")) check.query.without.insert(without);
  check.query.stances = rule.text("of", "values") == "stances";
  check.query.most_values = static_cast<std::uint32_t>(rule.integer("most-values", check.query.most_values));
  check.query.most_articles = static_cast<std::uint32_t>(rule.integer("most-articles", check.query.most_articles));
  check.query.most_months_apart = static_cast<std::uint32_t>(rule.integer("months-apart", check.query.most_months_apart));
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind denied_elsewhere_kind() {
  return {
      .name = "denied-elsewhere",
      .description =
          "Another article of the site gives another value; found only when a run looks at a site (`--site`). What is compared are the "
          "attributes of all rules of `one-value`, of things that both articles call by one name: what an article is about (its title, "
          "or a field of its front matter such as `product`), or a name in running text or at the head of a row; or that one article is "
          "about and others link to. Articles of two editions, regions or "
          "languages (front matter, folders), or years apart, are not compared, and nothing is held against an article that is "
          "superseded. {found}, {other}, {path}, {line}, {column}, {age}, {what} and {thing} may stand in the message.",
      .fields = {{.name = "of",
                  .type = FieldType::choice,
                  .description = "What is compared: values of the rules of `one-value`; or stances, of the rules of `opposes` with "
                                 "`says` and `denies`: one article affirms what another one denies.",
                  .values = {"values", "stances"}},
                 {.name = "without",
                  .type = FieldType::text_list,
                  .description = "Rules of `one-value` or `opposes` by which articles are not compared."},
                 {.name = "most-values",
                  .type = FieldType::integer,
                  .description = "Different values of an attribute on the whole site, beyond which its things are several (2)."},
                 {.name = "most-articles",
                  .type = FieldType::integer,
                  .description = "Other articles that give it, beyond which it is no thing of one value (12)."},
                 {.name = "months-apart",
                  .type = FieldType::integer,
                  .description = "Months between the dates of two articles beyond which each held in its time (24)."}},
      .quotes = {"found", "other", "path", "line", "column", "age", "what", "thing"},
      .compile = compile_denied};
}

}  // namespace stet
