#include "checks/opposes/existence.h"

#include <algorithm>

#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "claims/site_reading.h"
#include "comparing/existence.h"

namespace stet {
namespace {

struct OpposedExistence {
  ExistencePhrases phrases;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// "- No lift" under "### 1. The tower": of the tower alone.
bool is_of_its_section(const CheckInput& input, const Existence& one, const Existence& other) {
  const std::uint32_t section = input.units.sentences[one.sentence].section;
  return one.line && section != input.units.sentences[other.sentence].section && input.article.sections[section].level > 2;
}

bool may_both_hold(const CheckInput& input, const Existence& later, const Existence& earlier) {
  return is_of_its_section(input, later, earlier) || is_of_its_section(input, earlier, later) ||
         are_set_apart(input, later.sentence, earlier.sentence) || under_two_topics(input, later.sentence, earlier.sentence);
}

/// As it is written; of a row its head, a colon and the cell.
std::string said_by(const CheckInput& input, const Existence& thing) {
  std::string said = words_as_written(input, thing.said, 60);
  if (const std::size_t border = said.find('\n'); border != std::string::npos) said.replace(border, 1, ": ");
  return said;
}

PairSide side_of(const CheckInput& input, const Existence& thing) {
  return {thing.sentence, source_of(input, thing.words), said_by(input, thing),
          marks_of(input, thing.words, thing.denied ? MarkKind::flips : MarkKind::aligns)};
}

void OpposedExistence::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<Existence> things = read_existence(input, phrases);
  const ConditionTest test(pair.conditions, input);
  std::erase_if(things, [&](const Existence& one) { return !test.holds(one.sentence, one.words); });
  for_each_contradiction(
      things, [](const Existence& one) { return one.head; },
      [&](const Existence& later, const Existence& earlier) {
        return deny_each_other(later, earlier) && are_near(pair.within, input, later.sentence, earlier.sentence) &&
               !may_both_hold(input, later, earlier);
      },
      [&](const Existence& later, const Existence& earlier) {
        findings.push_back(finding_of_pair(input, pair, side_of(input, later), side_of(input, earlier),
                                           words_as_written(input, (later.denied ? later : earlier).words)));
      });
}

}  // namespace

Check compile_opposed_existence(const Rule& rule, CompileContext& context) {
  OpposedExistence check;
  check.phrases = {.has = context.automaton.add(rule.phrases("has")),
                   .lacks = context.automaton.add(rule.phrases("lacks")),
                   .present = context.automaton.add(rule.phrases("present")),
                   .absent = context.automaton.add(rule.phrases("absent")),
                   .asks = context.automaton.add(rule.phrases("asks")),
                   .answers = compile_answers(context),
                   .things = context.automaton.add_list("generic-thing"),
                   .parts = context.automaton.add_list("part-of-place"),
                   .circumstances = context.automaton.add_list("circumstance")};
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list, Place::table}));
  if (context.site != nullptr) context.site->existence.push_back({rule.info.id, check.phrases, check.pair.conditions});
  return check;
}

}  // namespace stet
