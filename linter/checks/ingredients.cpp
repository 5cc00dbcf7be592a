// ingredients: what a recipe's steps use is in its list, and no more than that; and what is in its list is used.
#include "comparing/ingredients.h"

#include <algorithm>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Ingredients {
  PatternId lists = 0;
  std::vector<std::string> allowed;  ///< lemma keys
  bool of_unused = false;            ///< what is listed and not used, instead of the reverse
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// A listed amount has no second place.
Finding unused_finding(const CheckInput& input, const Ingredients& rule, const OddAmount& odd) {
  return {.severity = rule.severity,
          .source = source_of(input, odd.used->words),
          .message = fill(rule.message, {{"found", words_as_written(input, odd.used->words, 60)}}),
          .related = {}};
}

Finding finding_of(const CheckInput& input, const Ingredients& rule, const Recipe& recipe, const OddAmount& odd) {
  const Span there = odd.listed == nullptr ? source_of_sentence(input, recipe.list) : source_of(input, odd.listed->words);
  const std::string other = odd.listed == nullptr ? "none" : "“" + words_as_written(input, odd.listed->words, 60) + "”";
  return {.severity = rule.severity,
          .source = source_of(input, odd.used->words),
          .message = fill(
              rule.message,
              {{"found", words_as_written(input, odd.used->words, 60)}, {"other", other}, {"line", std::to_string(line_of(input, there))}}),
          .related = {{.source = there, .message = "the list", .marks = {}}}};
}

void Ingredients::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.matches.of(lists).empty()) return;
  const Recipe recipe = read_recipe(input, sections_headed_by(input, lists));
  std::vector<OddAmount> odd = of_unused ? unused(input, recipe) : uses_other(recipe);
  if (!of_unused) {
    const std::vector<OddAmount> unlisted = uses_unlisted(input, recipe, allowed);
    odd.insert(odd.end(), unlisted.begin(), unlisted.end());
  }
  const ConditionTest test(conditions, input);
  for (const OddAmount& one : odd) {
    if (!test.holds(one.used->claim->sentence, one.used->words)) continue;
    findings.push_back(of_unused ? unused_finding(input, *this, one) : finding_of(input, *this, recipe, one));
  }
}

tl::expected<Check, Problems> compile_ingredients(const Rule& rule, CompileContext& context) {
  Ingredients check;
  check.lists = context.automaton.add(rule.phrases("lists"));
  for (const SharedText& word : rule.texts("allowed")) check.allowed.push_back(lemma_key(word));
  check.of_unused = rule.text("finds") == "unused";
  check.conditions = compile_conditions(rule, context, all_prose);
  check.conditions.not_frames |= not_taken;
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind ingredients_kind() {
  return {.name = "ingredients",
          .description =
              "What a recipe's steps use is in its list of ingredients, and no more than that: an amount of a noun that the list has less "
              "of in "
              "all, or one by weight or volume of what the list does not name. Articles with several such lists are left alone. {found}, "
              "{other} "
              "(what the list has, or “none”) and {line} may stand in the message.",
          .fields =
              {{.name = "lists", .type = FieldType::phrase_list, .description = "Phrases in the heading over the list.", .required = true},
               {.name = "finds",
                .type = FieldType::choice,
                .description =
                    "`unlisted`, when nothing is said: what is used and not listed, or not so much; `unused`: what is listed and not used.",
                .values = {"unlisted", "unused"}},
               {.name = "allowed", .type = FieldType::text_list, .description = "What every kitchen has: it need not be listed."}},
          .quotes = {"found", "other", "line"},
          .compile = compile_ingredients};
}

}  // namespace stet
