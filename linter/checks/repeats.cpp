// repeats: the same thing is said twice.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"
#include "checks/passages.h"

namespace stet {
namespace {

struct Repeats {
  PassageUnit unit = PassageUnit::sentence;
  std::uint32_t at_least = 5;
  float ordered = 0.6F;  ///< least Likeness::ordered
  float overlap = 0.0F;  ///< least Likeness::overlap
  std::uint32_t shared = 4;
  std::optional<PatternId> allow;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// The most similar earlier passage of each later one.
struct Best {
  std::uint32_t earlier = no_index;
  Likeness likeness;
};

/// Numbers that occur in one passage only, when the other has numbers too: then the numbers are the point.
bool numbers_differ(const CheckInput& input, const Passage& a, const Passage& b) {
  const auto numbers = [&](const Passage& passage) {
    std::set<std::string_view> result;
    const IndexRange words{input.units.sentences[passage.first_sentence].words.begin,
                           input.units.sentences[passage.end_sentence - 1].words.end};
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const Form& form = input.vocabulary.form(input.units.words[w].form);
      if ((form.flags & form_number) != 0) result.insert(form.text);
    }
    return result;
  };
  return numbers(a) != numbers(b);
}

/// One slot filled differently in otherwise equal passages ("Go is a popular language"): the difference is the point.
bool parallel(const Passages& passages, const Passage& a, const Passage& b, const Likeness& likeness) {
  const std::uint32_t alone_a = a.stems.size() - likeness.shared;
  const std::uint32_t alone_b = b.stems.size() - likeness.shared;
  const bool subjects_differ = passages.stems[a.stems.begin] != passages.stems[b.stems.begin];
  return alone_a > 0 && alone_b > 0 && alone_a <= 2 && alone_b <= 2 && (subjects_differ || likeness.shared < 6);
}

void Repeats::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  const Passages passages = read_passages(input, unit, at_least, [&](std::uint32_t sentence) { return test.holds(sentence); });
  std::vector<Best> best(passages.passages.size());
  for (const auto& [later, earlier] : candidate_pairs(passages)) {
    const Likeness likeness = compare(passages, later, earlier);
    if (likeness.ordered < ordered || likeness.overlap < overlap || likeness.shared < shared) continue;
    if (best[later].earlier != no_index && likeness.overlap <= best[later].likeness.overlap) continue;
    const Passage& a = passages.passages[later];
    const Passage& b = passages.passages[earlier];
    if (numbers_differ(input, a, b) || parallel(passages, a, b, likeness)) continue;
    best[later] = {earlier, likeness};
  }
  for (std::uint32_t later = 0; later < best.size(); ++later) {
    if (best[later].earlier == no_index) continue;
    const Passage& a = passages.passages[later];
    const Passage& b = passages.passages[best[later].earlier];
    const Span earlier =
        input.article.to_source({input.units.sentences[b.first_sentence].plain.begin, input.units.sentences[b.end_sentence - 1].plain.end});
    const std::string line = std::to_string(line_of(input, earlier));
    const std::string shared_words = std::to_string(best[later].likeness.shared);
    const std::string all_words = std::to_string(std::min(a.stems.size(), b.stems.size()));
    findings.push_back({.severity = severity,
                        .source = input.article.to_source(
                            {input.units.sentences[a.first_sentence].plain.begin, input.units.sentences[a.end_sentence - 1].plain.end}),
                        .message = fill(message, {{"line", line}, {"shared", shared_words}, {"words", all_words}}),
                        .related = {{earlier, "earlier"}}});
  }
}

tl::expected<Check, Problems> compile_repeats(const Rule& rule, CompileContext& context) {
  Repeats check;
  check.unit = rule.text("unit", "sentence") == "block" ? PassageUnit::block : PassageUnit::sentence;
  check.at_least = static_cast<std::uint32_t>(rule.integer("at-least", 5));
  check.shared = static_cast<std::uint32_t>(rule.integer("shared", 4));
  check.ordered = static_cast<float>(rule.number("ordered", 0.6));
  check.overlap = static_cast<float>(rule.number("overlap", 0));
  check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list}));
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind repeats_kind() {
  return {.name = "repeats",
          .description =
              "The same thing is said twice. Passages are compared as weighted sequences of content stems; each later passage is one "
              "finding that points at the earlier one it is most like. {line}, {shared} and {words} may stand in the message.",
          .fields =
              {
                  {.name = "unit", .type = FieldType::choice, .description = "What is compared.", .values = {"sentence", "block"}},
                  {.name = "at-least", .type = FieldType::integer, .description = "Content words that a passage must have (5)."},
                  {.name = "shared", .type = FieldType::integer, .description = "Content words that must be shared, in order (4)."},
                  {.name = "ordered",
                   .type = FieldType::number,
                   .description = "Weight of the shared words against the shorter passage, 0 to 1 (0.6)."},
                  {.name = "overlap",
                   .type = FieldType::number,
                   .description = "Weight of the shared words against both together, 0 to 1 (0)."},
              },
          .compile = compile_repeats};
}

}  // namespace stet
