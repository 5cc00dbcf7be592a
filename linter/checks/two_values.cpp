// two-values: two values that are likely of one thing.
#include <algorithm>

#include "checks/kinds.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/claim_conditions.h"
#include "comparing/decision_trees.h"
#include "comparing/value_evidence.h"

namespace stet {
namespace {

struct TwoValues {
  ListId circumstances = no_index;
  Conditions conditions;
  float least = 0;
  float sure = 0;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

struct Judged {
  float likelihood = 0;
  ValuePair pair;
};

bool hold(const ClaimConditions& conditions, const Claim& claim) {
  const ConditionTest& test = conditions.of(claim);
  return claim.words.empty() ? test.holds(claim.sentence) : test.holds(claim.sentence, claim.words);
}

/// The likeliest first; each value stands in one pair at most.
std::vector<Judged> likely_pairs(const CheckInput& input, const TwoValues& rule) {
  std::vector<Judged> judged;
  const ClaimConditions conditions(rule.conditions, input);
  for (const ValuePair& pair : value_pairs(input, rule.circumstances)) {
    const float likelihood = stet::likelihood(value_trees, pair.evidence);
    if (likelihood >= rule.least && hold(conditions, *pair.earlier) && hold(conditions, *pair.later)) judged.push_back({likelihood, pair});
  }
  std::stable_sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) { return a.likelihood > b.likelihood; });
  std::vector<Judged> pairs;
  for (const Judged& one : judged) {
    const bool taken = std::any_of(pairs.begin(), pairs.end(), [&](const Judged& other) {
      return one.pair.earlier == other.pair.earlier || one.pair.later == other.pair.later || one.pair.earlier == other.pair.later ||
             one.pair.later == other.pair.earlier;
    });
    if (!taken) pairs.push_back(one);
  }
  return pairs;
}

std::vector<Mark> marks_of(const CheckInput& input, const Claim& claim) {
  return claim.of_front_matter ? std::vector<Mark>() : marks_of(input, claim.value.words, MarkKind::flips);
}

void TwoValues::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  for (const auto& [likelihood, pair] : likely_pairs(input, *this)) {
    const Claim& earlier = *pair.earlier;
    const Claim& later = *pair.later;
    const Span there = source_of_value(input, earlier);
    findings.push_back({.severity = likelihood < sure ? Severity::note : severity,
                        .source = source_of_value(input, later),
                        .message = fill(message, {{"found", words_as_written(input_of(input, later), later.value.words)},
                                                  {"other", words_as_written(input_of(input, earlier), earlier.value.words)},
                                                  {"line", std::to_string(line_of(input, there))}}),
                        .related = {{.source = there, .message = "says otherwise", .marks = marks_of(input, earlier)}},
                        .marks = marks_of(input, later)});
  }
}

tl::expected<Check, Problems> compile_two_values(const Rule& rule, CompileContext& context) {
  const std::uint16_t places = all_prose | place_bits({Place::heading, Place::front_matter});
  return TwoValues{.circumstances = context.automaton.add_list("circumstance"),
                   .conditions = compile_conditions(rule, context, places),
                   .least = static_cast<float>(rule.number("least", 0.5)),
                   .sure = static_cast<float>(rule.number("sure", 0)),
                   .severity = rule.info.severity,
                   .message = rule.message};
}

}  // namespace

Kind two_values_kind() {
  return {.name = "two-values",
          .description =
              "Two values of one kind (money, weights, dates, times, counts …) that differ and are likely of one thing, whatever it is. No "
              "word of the rule says what they are of: how likely it is was learned from articles whose slips are known, by the words that "
              "stand around both, by what they are told of, in which circumstances and places, and by how far they are apart. `stet dump "
              "pairs` prints that. An article that gives more than 40 values of a kind is taken for data. {found}, {other} and {line} may "
              "stand in the message.",
          .fields = {{.name = "least", .type = FieldType::number, .description = "How likely it must be, between 0 and 1 (0.5)."},
                     {.name = "sure",
                      .type = FieldType::number,
                      .description = "How likely it must be for the rule's severity; what is less so is a note (0)."}},
          .quotes = {"found", "other", "line"},
          .compile = compile_two_values};
}

}  // namespace stet
