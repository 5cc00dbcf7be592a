#include "checks/opposes/superlative_pairs.h"

#include <algorithm>

#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "comparing/superlative_holders.h"

namespace stet {
namespace {

struct OpposedTitles {
  ListId circumstances = no_index;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

std::vector<Mark> marks_of(const CheckInput& input, const SuperlativeHolder& holder) {
  Marks marks(input);
  marks.add(holder.holder_words, MarkKind::flips);
  marks.add(holder.words, MarkKind::aligns);
  return marks.take();
}

PairSide side_of(const CheckInput& input, const SuperlativeHolder& holder) {
  return {holder.sentence, source_of(input, holder.holder_words), words_as_written(input, holder.holder_words), marks_of(input, holder)};
}

void OpposedTitles::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<SuperlativeHolder> holders = superlative_holders(input, circumstances);
  const ConditionTest test(pair.conditions, input);
  std::erase_if(holders, [&](const SuperlativeHolder& one) { return !test.holds(one.sentence, one.words); });
  for_each_contradiction(
      holders, [](const SuperlativeHolder& one) { return one.degree; },
      [&](const SuperlativeHolder& later, const SuperlativeHolder& earlier) {
        return hold_one_superlative(later, earlier) && are_near(pair.within, input, later.sentence, earlier.sentence) &&
               !are_set_apart(input, later.sentence, earlier.sentence);
      },
      [&](const SuperlativeHolder& later, const SuperlativeHolder& earlier) {
        findings.push_back(
            finding_of_pair(input, pair, side_of(input, later), side_of(input, earlier), words_as_written(input, later.words)));
      });
}

}  // namespace

Check compile_opposed_titles(const Rule& rule, CompileContext& context) {
  OpposedTitles check;
  check.circumstances = context.automaton.add_list("circumstance");
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list}));
  return check;
}

}  // namespace stet
