#include "checks/opposes/comparatives.h"

#include <algorithm>

#include "checks/opposes/earlier.h"
#include "checks/opposes/opposing.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "comparing/comparatives.h"
#include "comparing/guards/opposition.h"
#include "comparing/parallel.h"

namespace stet {
namespace {

constexpr std::ptrdiff_t looked_at = 32;  ///< earlier comparatives

struct OpposedComparatives {
  ListedOpposites opposites;
  ListId circumstances = no_index;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

bool may_both_hold(const CheckInput& input, const Comparative& later, const Comparative& earlier) {
  if (later.sentence == earlier.sentence || are_parallel(input, later.sentence, earlier.sentence)) return true;
  return in_two_entries(input, later.sentence, earlier.sentence) || turns_between(input, earlier.sentence, later.sentence);
}

std::vector<Mark> marks_of(const CheckInput& input, const Comparative& one) {
  Marks marks(input);
  marks.add(one.words, MarkKind::flips);
  return marks.take();
}

Finding finding_of(const CheckInput& input, const PairRule& rule, const Comparative& later, const Comparative& earlier) {
  const Span there = source_of_sentence(input, earlier.sentence);
  Finding finding{.severity = rule.severity, .source = source_of_sentence(input, later.sentence), .message = {}, .related = {}};
  finding.message = fill(rule.message, {{"here", words_as_written(input, input.units.sentences[later.sentence].words, 60)},
                                        {"there", words_as_written(input, input.units.sentences[earlier.sentence].words, 60)},
                                        {"line", std::to_string(line_of(input, there))}});
  finding.marks = marks_of(input, later);
  finding.related.push_back({.source = there, .message = "says otherwise", .marks = marks_of(input, earlier)});
  return finding;
}

void OpposedComparatives::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<Comparative> all = read_comparatives(input, circumstances);
  if (all.size() < 2) return;
  const ConditionTest test(pair.conditions, input);
  std::erase_if(all, [&](const Comparative& one) { return !test.holds(one.sentence, one.words); });
  const OppositeWords opposed(*opposites.all, input.vocabulary, opposites.others);
  for_each_contradiction(
      all, looked_at, [](const Comparative&) { return 0; },
      [&](const Comparative& later, const Comparative& earlier) {
        return turn_round(input, opposed, later, earlier) && are_near(pair.within, input, later.sentence, earlier.sentence) &&
               !may_both_hold(input, later, earlier);
      },
      [&](const Comparative& later, const Comparative& earlier) { findings.push_back(finding_of(input, pair, later, earlier)); });
}

}  // namespace

tl::expected<Check, Problems> compile_opposed_comparatives(const Rule& rule, CompileContext& context) {
  OpposedComparatives check;
  Problems problems;
  check.opposites = listed_opposites(rule, context, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.circumstances = context.automaton.add_list("circumstance");
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list}));
  return check;
}

}  // namespace stet
