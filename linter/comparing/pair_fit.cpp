#include "comparing/pair_fit.h"

#include <algorithm>

#include "units/word_classes.h"

namespace stet {
namespace {

bool inside(const std::vector<Cue>& cues, std::uint32_t word) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.words.contains(word); });
}

struct SideFit {
  double weight = 0;
  double aligned = 0;
  std::uint32_t extras = 0;
  std::uint32_t before = 0;
  std::uint32_t beside = 0;
  std::vector<std::uint32_t> leading;   ///< unaligned content words before the first aligned one
  std::vector<std::uint32_t> trailing;  ///< and behind the last one, the flip being before
};

/// "nobody", "no one": the denial of "a woman", "somebody".
bool denies_persons(const CheckInput& input, IndexRange cue) {
  if (cue.empty()) return false;
  const std::string_view text = form_of(input, cue.begin).text;
  if (text == "nobody" || text == "none") return true;
  if (text != "no" || cue.begin + 1 >= input.units.words.size()) return false;
  const Form& next = form_of(input, cue.begin + 1);
  return next.text == "one" || is(next, WordClass::person);
}

/// The first content word of a side that stands for any person, or no_index.
std::uint32_t anybody(const CheckInput& input, const Passages& passages, const Side& side) {
  const Passage& passage = passages.passages[side.passage];
  if (passage.stems.empty() || side.aligned.front()) return no_index;
  const std::uint32_t word = passages.words[passage.stems.begin];
  return is(form_of(input, word), WordClass::person) ? word : no_index;
}

/// `stands_for` is a word that the flip takes the place of, or no_index.
SideFit fit_of_side(const Passages& passages, const Side& side, IndexRange flip, std::uint32_t gap, std::uint32_t aligned,
                    std::uint32_t stands_for) {
  const Passage& passage = passages.passages[side.passage];
  SideFit fit;
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    const std::uint32_t word = passages.words[passage.stems.begin + i];
    if (flip.contains(word) || inside(side.cues, word) || word == stands_for) continue;
    const double weight = passages.raw[passage.stems.begin + i];
    fit.weight += weight;
    if (side.aligned[i]) {
      fit.aligned += weight;
      continue;
    }
    if (side.gaps[i] == gap) ++fit.beside;
    if (side.gaps[i] == 0 && gap > 0) fit.leading.push_back(word);
    if (side.gaps[i] == aligned && (gap < aligned || flip.end <= word)) fit.trailing.push_back(word);
    const bool within = side.gaps[i] > 0 && side.gaps[i] < aligned;
    if (within || (side.gaps[i] == gap && gap > 0)) ++fit.extras;
    if (side.gaps[i] < gap || (side.gaps[i] == gap && !flip.empty() && word < flip.begin)) ++fit.before;
  }
  return fit;
}

}  // namespace

Fit fit_of(const CheckInput& input, const Passages& passages, const OppositeWords& opposites, const PairView& pair, const Flip& flip) {
  const auto replaced = [&](const Side& side, IndexRange other_flip) {
    return flip.kind == FlipKind::negation && denies_persons(input, other_flip) ? anybody(input, passages, side) : no_index;
  };
  const SideFit later = fit_of_side(passages, pair.later, flip.later, flip.gap, pair.aligned, replaced(pair.later, flip.earlier));
  const SideFit earlier = fit_of_side(passages, pair.earlier, flip.earlier, flip.gap, pair.aligned, replaced(pair.earlier, flip.later));
  Fit fit;
  fit.weight = std::min(later.aligned, earlier.aligned);
  fit.ratio = fit.weight / std::max(0.001, std::min(later.weight, earlier.weight));
  fit.overlap = fit.weight / std::max(0.001, later.weight + earlier.weight - fit.weight);
  fit.extras = std::max(later.extras, earlier.extras);
  fit.other_subject = !later.leading.empty() && !earlier.leading.empty() && !any_alike(input, opposites, later.leading, earlier.leading);
  fit.otherwise_complemented =
      !later.trailing.empty() && !earlier.trailing.empty() && !any_alike(input, opposites, later.trailing, earlier.trailing);
  fit.beside = later.beside > 0 && earlier.beside > 0;
  fit.before_later = later.before;
  fit.before_earlier = earlier.before;
  return fit;
}

bool reaches(const Fit& fit, const Tier& tier) { return fit.ratio >= tier.ratio && fit.weight >= tier.weight && fit.extras <= tier.extras; }

}  // namespace stet
