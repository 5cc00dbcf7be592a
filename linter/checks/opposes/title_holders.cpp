#include "checks/opposes/title_holders.h"

#include <algorithm>

#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "comparing/guards/opposition.h"
#include "comparing/parallel.h"
#include "comparing/title_holders.h"

namespace stet {
namespace {

constexpr std::ptrdiff_t looked_at = 32;  ///< earlier sentences with the same superlative

struct OpposedTitles {
  ListId circumstances = no_index;
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

bool may_both_hold(const CheckInput& input, const TitleHolder& later, const TitleHolder& earlier) {
  if (later.sentence == earlier.sentence || are_parallel(input, later.sentence, earlier.sentence)) return true;
  return in_two_entries(input, later.sentence, earlier.sentence) || turns_between(input, earlier.sentence, later.sentence);
}

std::vector<Mark> marks_of(const CheckInput& input, const TitleHolder& holder) {
  Marks marks(input);
  marks.add(holder.holder_words, MarkKind::flips);
  marks.add(holder.words, MarkKind::aligns);
  return marks.take();
}

Finding finding_of(const CheckInput& input, const PairRule& rule, const TitleHolder& later, const TitleHolder& earlier) {
  const Span there = source_of_sentence(input, earlier.sentence);
  Finding finding{.severity = rule.severity, .source = source_of(input, later.holder_words), .message = {}, .related = {}};
  finding.message = fill(rule.message, {{"here", words_as_written(input, later.holder_words)},
                                        {"there", words_as_written(input, earlier.holder_words)},
                                        {"shared", words_as_written(input, later.words)},
                                        {"line", std::to_string(line_of(input, there))}});
  finding.marks = marks_of(input, later);
  finding.related.push_back({.source = there, .message = "says otherwise", .marks = marks_of(input, earlier)});
  return finding;
}

void OpposedTitles::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<TitleHolder> holders = title_holders(input, circumstances);
  const ConditionTest test(pair.conditions, input);
  std::erase_if(holders, [&](const TitleHolder& one) { return !test.holds(one.sentence, one.words); });
  for_each_contradiction(
      holders, looked_at, [](const TitleHolder& one) { return one.degree; },
      [&](const TitleHolder& later, const TitleHolder& earlier) {
        return hold_one_title(later, earlier) && are_near(pair.within, input, later.sentence, earlier.sentence) &&
               !may_both_hold(input, later, earlier);
      },
      [&](const TitleHolder& later, const TitleHolder& earlier) { findings.push_back(finding_of(input, pair, later, earlier)); });
}

}  // namespace

Check compile_opposed_titles(const Rule& rule, CompileContext& context) {
  OpposedTitles check;
  check.circumstances = context.automaton.add_list("circumstance");
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list}));
  return check;
}

}  // namespace stet
