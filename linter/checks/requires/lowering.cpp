#include "checks/requires/lowering.h"

#include <algorithm>

#include "checks/requires/listed.h"
#include "matching/conditions.h"

namespace stet {

LoweringPatterns compile_lowering(const Rule& rule, CompileContext& context) {
  LoweringPatterns patterns;
  patterns.mild = context.automaton.add(rule.phrases("lowered-for"));
  if (rule.field("lowered-in-section") != nullptr) patterns.summing_up = context.automaton.add(rule.phrases("lowered-in-section"));
  if (rule.field("not-led-in-by") != nullptr) patterns.lead_in = context.automaton.add(rule.phrases("not-led-in-by"));
  return patterns;
}

Lowering::Lowering(const LoweringPatterns& patterns, const CheckInput& input) : patterns_(patterns), input_(input) {
  if (patterns.summing_up) summing_up_ = sections_headed_by(input, *patterns.summing_up);
}

bool Lowering::is_one_of(IndexRange words) const {
  if (words.empty()) return false;
  const std::vector<Match>& matches = input_.matches.of(patterns_.mild);
  auto match = std::lower_bound(matches.begin(), matches.end(), words.begin,
                                [](const Match& candidate, std::uint32_t begin) { return candidate.words.begin < begin; });
  for (; match != matches.end() && match->words.begin == words.begin; ++match) {
    if (match->words == words) return true;
  }
  return false;
}

bool Lowering::is_mild(const Match& claim, IndexRange subject) const {
  if (is_one_of(subject)) return true;
  return std::any_of(claim.captures.begin(), claim.captures.end(), [&](const Capture& capture) { return is_one_of(capture.words); });
}

bool Lowering::sums_up(const Match& claim) const {
  return !summing_up_.empty() && summing_up_[input_.units.sentences[claim.sentence].section];
}

bool Lowering::is_led_in(const Match& claim) const {
  if (!patterns_.lead_in) return false;
  const std::uint32_t lead = lead_in_of(input_, claim.sentence);
  if (lead == no_index) return false;
  const std::vector<Match>& matches = input_.matches.of(*patterns_.lead_in);
  const auto match = std::lower_bound(matches.begin(), matches.end(), lead,
                                      [](const Match& candidate, std::uint32_t sentence) { return candidate.sentence < sentence; });
  return match != matches.end() && match->sentence == lead;
}

}  // namespace stet
