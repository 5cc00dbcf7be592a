#include "checks/opposes/comparatives.h"

#include <algorithm>

#include "checks/opposes/aligned_pairs.h"
#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "comparing/comparatives.h"

namespace stet {
namespace {

struct OpposedComparatives {
  OppositesRule rule;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

void OpposedComparatives::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<Comparative> all = read_comparatives(input, rule.circumstances);
  if (all.size() < 2) return;
  const ConditionTest test(rule.pair.conditions, input);
  std::erase_if(all, [&](const Comparative& one) { return !test.holds(one.sentence, one.words); });
  const OppositeWords opposed(*rule.opposites.all, input.vocabulary, rule.opposites.others);
  for_each_contradiction(
      all, [](const Comparative&) { return 0; },
      [&](const Comparative& later, const Comparative& earlier) {
        return turn_round(input, opposed, later, earlier) && are_near(rule.pair.within, input, later.sentence, earlier.sentence) &&
               !are_set_apart(input, later.sentence, earlier.sentence);
      },
      [&](const Comparative& later, const Comparative& earlier) {
        findings.push_back(finding_of_pair(input, rule.pair,
                                           side_of_sentence(input, later.sentence, marks_of(input, later.words, MarkKind::flips)),
                                           side_of_sentence(input, earlier.sentence, marks_of(input, earlier.words, MarkKind::flips))));
      });
}

}  // namespace

tl::expected<Check, Problems> compile_opposed_comparatives(const Rule& rule, CompileContext& context) {
  tl::expected<OppositesRule, Problems> compiled = compile_opposites_rule(rule, context);
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  return OpposedComparatives{std::move(*compiled)};
}

}  // namespace stet
