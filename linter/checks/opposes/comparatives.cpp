#include "checks/opposes/comparatives.h"

#include <algorithm>

#include "checks/opposes/earlier.h"
#include "checks/opposes/opposing.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "comparing/comparatives.h"

namespace stet {
namespace {

constexpr std::ptrdiff_t looked_at = 32;  ///< earlier comparatives

struct OpposedComparatives {
  ListedOpposites opposites;
  ListId circumstances = no_index;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

std::vector<Mark> marks_of(const CheckInput& input, const Comparative& one) {
  Marks marks(input);
  marks.add(one.words, MarkKind::flips);
  return marks.take();
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
               !are_set_apart(input, later.sentence, earlier.sentence);
      },
      [&](const Comparative& later, const Comparative& earlier) {
        findings.push_back(finding_of_pair(input, pair, side_of_sentence(input, later.sentence, marks_of(input, later)),
                                           side_of_sentence(input, earlier.sentence, marks_of(input, earlier))));
      });
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
