#include "checks/requires/lowering.h"

#include <algorithm>

#include "checks/requires/companions.h"
#include "checks/requires/listed.h"
#include "matching/conditions.h"

namespace stet {

LoweringPatterns compile_lowering(const Rule& rule, CompileContext& context) {
  LoweringPatterns patterns;
  patterns.mild = context.automaton.add(rule.phrases("lowered-for"));
  patterns.grave = context.automaton.add(rule.phrases("not-lowered-for"));
  patterns.slight = context.automaton.add(rule.phrases("note-for"));
  if (rule.field("lowered-in-section") != nullptr) patterns.summing_up = context.automaton.add(rule.phrases("lowered-in-section"));
  if (rule.field("not-led-in-by") != nullptr) patterns.lead_in = context.automaton.add(rule.phrases("not-led-in-by"));
  return patterns;
}

Lowering::Lowering(const LoweringPatterns& patterns, const CheckInput& input) : patterns_(patterns), input_(input) {
  if (patterns.summing_up) summing_up_ = sections_headed_by(input, *patterns.summing_up);
}

Severity lowered(Severity severity) { return severity == Severity::error ? Severity::warning : Severity::note; }

bool Lowering::is_one_of(PatternId pattern, IndexRange words) const {
  if (words.empty()) return false;
  const std::vector<Match>& matches = input_.matches.of(pattern);
  auto match = std::lower_bound(matches.begin(), matches.end(), words.begin,
                                [](const Match& candidate, std::uint32_t begin) { return candidate.words.begin < begin; });
  for (; match != matches.end() && match->words.begin == words.begin; ++match) {
    if (match->words == words) return true;
  }
  return false;
}

bool Lowering::holds_only(PatternId pattern, const Match& claim) const {
  return std::any_of(claim.captures.begin(), claim.captures.end(),
                     [&](const Capture& capture) { return is_one_of(pattern, capture.words); });
}

bool Lowering::is_mild(const Match& claim, IndexRange subject) const {
  if (overlaps_any(input_.matches.of(patterns_.grave), claim.words)) return false;
  return is_one_of(patterns_.mild, subject) || holds_only(patterns_.mild, claim);
}

Severity Lowering::severity_of(Severity full, const Match& claim, IndexRange subject, bool has_companions) const {
  if (holds_only(patterns_.slight, claim)) return Severity::note;
  return is_mild(claim, subject) || (has_companions && sums_up(claim)) ? lowered(full) : full;
}

bool Lowering::sums_up(const Match& claim) const {
  return !summing_up_.empty() && (summing_up_[input_.units.sentences[claim.sentence].section] || opens_summing_up(claim));
}

/// "In conclusion, moss …": does the paragraph open with such words?
bool Lowering::opens_summing_up(const Match& claim) const {
  constexpr std::uint32_t longest_opening = 2;  // words before them
  std::uint32_t first = claim.sentence;
  while (first > 0 && input_.units.sentences[first - 1].text == input_.units.sentences[claim.sentence].text) --first;
  const std::uint32_t begin = input_.units.sentences[first].words.begin;
  const std::vector<Match>& matches = input_.matches.of(*patterns_.summing_up);
  const auto match = std::lower_bound(matches.begin(), matches.end(), begin,
                                      [](const Match& candidate, std::uint32_t word) { return candidate.words.begin < word; });
  return match != matches.end() && match->sentence == first && match->words.begin < begin + longest_opening;
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
