#include "checks/opposes/denials.h"

#include <algorithm>

#include "checks/opposes/aligned_pairs.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/headings.h"
#include "comparing/denials.h"

namespace stet {
namespace {

constexpr std::size_t most_denials = 256;  ///< of an article; each is held against all plain sentences, of which so many are looked at
constexpr std::size_t most_plain = 4'000;

struct OpposedDenials {
  OppositesRule rule;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

void OpposedDenials::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  std::vector<PlainSentence> plain = plain_sentences(input, rule.circumstances);
  const ConditionTest test(rule.pair.conditions, input);
  std::erase_if(plain, [&](const PlainSentence& one) { return !test.holds(one.sentence); });
  if (plain.size() > most_plain) plain.resize(most_plain);
  const OppositeWords opposed(*rule.opposites.all, input.vocabulary, rule.opposites.others);
  // A denial is held against what stands before and behind it, so that no other clause asks whether it is denied.
  const auto opposes = [&](const PlainSentence& one, const PlainSentence& other) {
    const auto [earlier, later] = std::minmax(one.sentence, other.sentence);
    return (one.denial.empty() ? say_opposites(input, opposed, one, other) : denies(one, other)) &&
           are_near(rule.pair.within, input, later, earlier) && !are_set_apart(input, later, earlier) &&
           !under_two_topics(input, later, earlier);
  };
  std::size_t asked = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const PlainSentence& one = plain[i];
    const bool turns = !one.denial.empty() || std::any_of(one.words.begin(), one.words.end(), [&](const auto& word) {
      return opposed.knows(input.units.words[word.second].form);
    });
    if (!turns || ++asked > most_denials) continue;
    const auto begin = plain.begin();
    const auto end = one.denial.empty() ? begin + static_cast<std::ptrdiff_t>(i) : plain.end();
    const auto other = std::find_if(begin, end, [&](const PlainSentence& candidate) { return opposes(one, candidate); });
    if (other == end) continue;
    const bool after = one.sentence > other->sentence;
    const auto tell = [&](const PlainSentence& side) {
      return side_of_sentence(input, side.sentence, marks_of(input, side.denial, MarkKind::flips));
    };
    findings.push_back(finding_of_pair(input, rule.pair, tell(after ? one : *other), tell(after ? *other : one)));
  }
}

}  // namespace

tl::expected<Check, Problems> compile_opposed_denials(const Rule& rule, CompileContext& context) {
  tl::expected<OppositesRule, Problems> compiled = compile_opposites_rule(rule, context);
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  return OpposedDenials{std::move(*compiled)};
}

}  // namespace stet
