#include "claims/timings.h"

#include <algorithm>
#include <cmath>

namespace stet {
namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr float least_shared_weight = 9;
constexpr float least_share = 0.8F;

/// The timing that a duration begins, when "before" or "after" and an event follow.
bool read_timing(const CheckInput& input, const Typed& typed, IndexRange sentence, Timing& timing) {
  if (typed.words.end >= sentence.end || !std::isfinite(typed.low) || !std::isfinite(typed.high)) return false;
  const std::string_view relation = form_of(input, typed.words.end).text;
  if (relation != "before" && relation != "after") return false;
  std::uint32_t event = typed.words.end + 1;
  while (event < std::min(typed.words.end + 4, sentence.end) && !is_content_word(input, event)) ++event;
  if (event >= sentence.end || !is_content_word(input, event)) return false;
  timing.words = {typed.words.begin, event + 1};
  timing.before = relation == "before";
  timing.event = form_of(input, event).stem;
  timing.low = typed.low;
  timing.high = typed.high;
  return true;
}

void read_action(const CheckInput& input, IndexRange sentence, Timing& timing) {
  for (std::uint32_t w = sentence.begin; w < sentence.end; ++w) {
    if (timing.words.contains(w) || !is_content_word(input, w)) continue;
    if (timing.action.empty()) timing.verb = form_of(input, w).stem;
    timing.action.emplace_back(form_of(input, w).stem, form_of(input, w).weight);
  }
  std::sort(timing.action.begin(), timing.action.end());
}

float weight_of(const Timing& timing) {
  float weight = 0;
  for (const auto& [stem, share] : timing.action) weight += share;
  return weight;
}

}  // namespace

std::vector<Timing> timings_of(const CheckInput& input) {
  std::vector<Timing> timings;
  std::uint32_t sentence = 0;
  for (const Typed& typed : input.units.typed) {
    if (typed.kind != TypedKind::duration) continue;
    while (sentence < input.units.sentences.size() && input.units.sentences[sentence].words.end <= typed.words.begin) ++sentence;
    if (sentence >= input.units.sentences.size()) break;
    Timing timing{sentence, {}, false, no_index, no_index, 0, 0, {}};
    if (!read_timing(input, typed, input.units.sentences[sentence].words, timing)) continue;
    read_action(input, input.units.sentences[sentence].words, timing);
    timings.push_back(std::move(timing));
  }
  return timings;
}

bool contradict(const Timing& a, const Timing& b) {
  if (a.before != b.before || a.event != b.event || a.verb != b.verb || a.sentence == b.sentence) return false;
  const double slack = 0.05 * std::max(a.high, b.high);
  if (a.high + slack >= b.low && b.high + slack >= a.low) return false;
  std::vector<std::pair<StemId, float>> common;
  std::set_intersection(a.action.begin(), a.action.end(), b.action.begin(), b.action.end(), std::back_inserter(common));
  float weight = 0;
  for (const auto& [stem, share] : common) weight += share;
  return weight >= least_shared_weight && weight >= least_share * std::min(weight_of(a), weight_of(b));
}

}  // namespace stet
