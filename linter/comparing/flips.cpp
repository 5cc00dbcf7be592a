#include "comparing/flips.h"

#include <algorithm>

#include "language/negation.h"
#include "matching/list_hits.h"
#include "units/lexicon.h"
#include "units/word_classes.h"

namespace stet {
namespace {

void sort_and_join(std::vector<Cue>& cues) {
  std::sort(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) { return a.words < b.words; });
  std::vector<Cue> joined;
  for (const Cue& cue : cues) {
    // "neither … nor", "never failed to" are for the caller; what overlaps is one.
    if (!joined.empty() && cue.words.begin < joined.back().words.end) {
      joined.back().words = cover(joined.back().words, cue.words);
      joined.back().weak = joined.back().weak && cue.weak;
    } else {
      joined.push_back(cue);
    }
  }
  cues = std::move(joined);
}

std::vector<Cue> find_cues(const CheckInput& input, IndexRange words, const CueLists& lists) {
  std::vector<Cue> cues;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const Denial denial = denial_at(input, words, word);
    if (denial != Denial::none) cues.push_back({.words = {word, word + 1}, .weak = denial <= Denial::weakened});
  }
  for (const ListHit& hit : list_hits_in(input.matches, words)) {
    if (hit.words.end > words.end) continue;
    if (hit.list == lists.negation) cues.push_back({hit.words});
    if (hit.list == lists.implicit) cues.push_back({.words = hit.words, .weak = true});
  }
  sort_and_join(cues);
  return cues;
}

Side side_of(const CheckInput& input, const Passages& passages, std::uint32_t index, const std::vector<std::uint32_t>& aligned,
             const CueLists& lists) {
  const Passage& passage = passages.passages[index];
  Side side{index, words_of(input, passage), std::vector<bool>(passage.stems.size(), false), {}, {}, {}};
  for (const std::uint32_t position : aligned) side.aligned[position] = true;
  std::uint32_t begin = side.words.begin;
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    side.gaps.push_back(static_cast<std::uint32_t>(side.between.size()));
    if (!side.aligned[i]) continue;
    const std::uint32_t word = passages.words[passage.stems.begin + i];
    side.between.push_back({begin, word});
    begin = word + 1;
  }
  side.between.push_back({begin, side.words.end});
  side.cues = find_cues(input, side.words, lists);
  for (Cue& cue : side.cues) {
    for (std::uint32_t i = 0; i < passage.stems.size() && passages.words[passage.stems.begin + i] < cue.words.begin; ++i) {
      cue.gap += side.aligned[i] ? 1U : 0U;
    }
  }
  return side;
}

/// Cues that the other side has in the same place cancel out; what is left tells the two apart.
void cancel_shared(Side& a, Side& b) {
  for (auto cue = a.cues.begin(); cue != a.cues.end();) {
    const auto same = std::find_if(b.cues.begin(), b.cues.end(),
                                   [&](const Cue& other) { return other.gap + 1 >= cue->gap && other.gap <= cue->gap + 1; });
    if (same == b.cues.end()) {
      ++cue;
    } else {
      b.cues.erase(same);
      cue = a.cues.erase(cue);
    }
  }
}

/// Position within the passage of the first content word at or behind a word.
std::uint32_t content_from(const Passages& passages, const Passage& passage, std::uint32_t word) {
  const auto first = passages.words.begin() + passage.stems.begin;
  return static_cast<std::uint32_t>(std::lower_bound(first, passages.words.begin() + passage.stems.end, word) - first);
}

/// Words of a side that lie in a gap; none in a gap that the side does not have.
IndexRange words_in_gap(const Side& side, std::uint32_t gap) { return gap < side.between.size() ? side.between[gap] : IndexRange{}; }

/// The first of some words that is opposed to a form.
std::optional<std::uint32_t> opposed_among(const CheckInput& input, IndexRange words, FormId form, const OppositeWords& opposites) {
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (opposites.opposed(form, input.units.words[word].form)) return word;
  }
  return std::nullopt;
}

/// Does an opposite stand in corresponding places near the gap?
bool opposites_near(const CheckInput& input, const PairView& pair, std::uint32_t gap, const OppositeWords& opposites) {
  for (std::uint32_t g = gap == 0 ? 0 : gap - 1; g <= gap + 1; ++g) {
    const IndexRange words = words_in_gap(pair.later, g);
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      if (opposed_among(input, words_in_gap(pair.earlier, g), input.units.words[word].form, opposites)) return true;
    }
  }
  return false;
}

/// Content words between the cue and the first aligned one in its clause; nothing when there is none within reach.
std::optional<std::uint32_t> others_in_scope(const CheckInput& input, const Passages& passages, const Side& side, const Cue& cue) {
  constexpr std::uint32_t reach = 2;
  const Passage& passage = passages.passages[side.passage];
  const IndexRange clause = clause_of(input, passage.first_sentence, cue.words.end - 1);
  std::uint32_t others = 0;
  for (std::uint32_t i = content_from(passages, passage, cue.words.end); i < passage.stems.size(); ++i) {
    if (passages.words[passage.stems.begin + i] >= clause.end) return std::nullopt;
    if (side.aligned[i]) return others;
    if (++others > reach) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

CueLists compile_cues(CompileContext& context) {
  return {context.automaton.add_list("flip-negation"), context.automaton.add_list("flip-implicit")};
}

PairView view_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier, const Alignment& alignment,
                 const CueLists& lists) {
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> right;
  for (const auto& [a, b] : alignment) {
    left.push_back(a);
    right.push_back(b);
  }
  return {side_of(input, passages, later, left, lists), side_of(input, passages, earlier, right, lists),
          static_cast<std::uint32_t>(alignment.size())};
}

namespace {

/// "seldom", "unknown": short of a denial, but no plain statement that a negation could deny.
bool says_half(const CheckInput& input, const Side& side) {
  for (std::uint32_t word = side.words.begin; word < side.words.end; ++word) {
    if (is(form_of(input, word), WordClass::near_denial)) return true;
  }
  return false;
}

/// "not always" is a denial of "always": the word that weakens the negator stands on the other side too.
bool is_said_too(const CheckInput& input, const Side& side, const Cue& cue, const Side& other) {
  if (cue.words.end >= side.words.end || (form_of(input, cue.words.begin).flags & form_negator) == 0) return false;
  const FormId weakening = input.units.words[cue.words.end].form;
  for (std::uint32_t word = other.words.begin; word < other.words.end; ++word) {
    if (input.units.words[word].form == weakening) return true;
  }
  return false;
}

}  // namespace

bool are_denied_alike(const PairView& pair) {
  if (pair.later.cues.empty() && pair.earlier.cues.empty()) return true;
  Side later = pair.later;
  Side earlier = pair.earlier;
  cancel_shared(later, earlier);
  return later.cues.empty() && earlier.cues.empty();
}

std::optional<Flip> find_negation(const CheckInput& input, const Passages& passages, const PairView& pair, const OppositeWords& opposites) {
  Side later = pair.later;
  Side earlier = pair.earlier;
  cancel_shared(later, earlier);
  if (later.cues.size() + earlier.cues.size() != 1) return std::nullopt;
  const Side& denied = later.cues.empty() ? earlier : later;
  const Cue& cue = denied.cues.front();
  const Side& other = later.cues.empty() ? later : earlier;
  if (cue.weak && !is_said_too(input, denied, cue, other)) return std::nullopt;
  if (says_half(input, other)) return std::nullopt;
  const auto others = others_in_scope(input, passages, denied, cue);
  if (!others) return std::nullopt;
  if (opposites_near(input, pair, cue.gap, opposites)) return std::nullopt;
  Flip flip{.kind = FlipKind::negation, .gap = cue.gap, .others = *others};
  (later.cues.empty() ? flip.earlier : flip.later) = cue.words;
  return flip;
}

namespace {

/// Of a rotated pair: the one content word that is not aligned.
std::optional<std::uint32_t> alone(const Passages& passages, const Side& side) {
  const auto at = std::find(side.aligned.begin(), side.aligned.end(), false);
  if (at == side.aligned.end()) return std::nullopt;
  return passages.words[passages.passages[side.passage].stems.begin + static_cast<std::uint32_t>(at - side.aligned.begin())];
}

std::optional<Flip> find_opposites_of_rotated(const CheckInput& input, const Passages& passages, const PairView& pair,
                                              const OppositeWords& opposites) {
  const auto later = alone(passages, pair.later);
  const auto earlier = alone(passages, pair.earlier);
  if (!later || !earlier || !pair.later.cues.empty() || !pair.earlier.cues.empty()) return std::nullopt;
  if (!opposites.opposed(input.units.words[*later].form, input.units.words[*earlier].form)) return std::nullopt;
  return Flip{.later = {*later, *later + 1}, .earlier = {*earlier, *earlier + 1}, .gap = 1, .places = 1};
}

}  // namespace

std::optional<Flip> find_opposites(const CheckInput& input, const Passages& passages, const PairView& pair,
                                   const OppositeWords& opposites) {
  if (pair.rotated) return find_opposites_of_rotated(input, passages, pair, opposites);
  std::optional<Flip> flip;
  for (std::uint32_t gap = 0; gap <= pair.aligned; ++gap) {
    const IndexRange words = words_in_gap(pair.later, gap);
    const IndexRange others = words_in_gap(pair.earlier, gap);
    if (others.empty()) continue;
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      const FormId form = input.units.words[word].form;
      if (!opposites.knows(form) && input.vocabulary.form(form).weight == 0) continue;
      const auto other = opposed_among(input, others, form, opposites);
      if (!other) continue;
      if (!flip) flip = Flip{FlipKind::opposites, {word, word + 1}, {*other, *other + 1}, gap};
      ++flip->places;
    }
  }
  if (!flip) return flip;
  // Negations besides the flip's own words must be alike on both sides.
  Side later = pair.later;
  Side earlier = pair.earlier;
  std::erase_if(later.cues, [&](const Cue& cue) { return cue.words.overlaps(flip->later); });
  std::erase_if(earlier.cues, [&](const Cue& cue) { return cue.words.overlaps(flip->earlier); });
  cancel_shared(later, earlier);
  if (!later.cues.empty() || !earlier.cues.empty()) return std::nullopt;
  return flip;
}

namespace {

/// Content words of a side that are not aligned, by gap.
std::vector<std::vector<std::uint32_t>> alone_by_gap(const Passages& passages, const Side& side, std::uint32_t aligned) {
  std::vector<std::vector<std::uint32_t>> alone(aligned + 1);
  for (std::uint32_t i = 0; i < side.aligned.size(); ++i) {
    if (!side.aligned[i]) alone[side.gaps[i]].push_back(passages.words[passages.passages[side.passage].stems.begin + i]);
  }
  return alone;
}

bool spelt_alike(std::string_view a, std::string_view b) {
  const auto common = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  if (common >= 4 && 2 * common >= std::max(a.size(), b.size())) return true;
  const auto ending = static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
  if (ending == std::min(a.size(), b.size())) return true;
  return 4 * (common + ending) >= 3 * std::max(a.size(), b.size());
}

/// Could one word stand for the other?
bool are_alike(const CheckInput& input, const OppositeWords& opposites, std::uint32_t a, std::uint32_t b) {
  const Form& left = form_of(input, a);
  const Form& right = form_of(input, b);
  const auto lemma = [&](const Form& form) { return input.vocabulary.stem_text(form.lemma); };
  return may_mean_the_same(lemma(left), lemma(right)) || spelt_alike(left.text, right.text) ||
         opposites.alike(input.units.words[a].form, input.units.words[b].form);
}

/// The gap's function words, in order: a word that is put in the place of another leaves them as they are.
std::vector<FormId> function_words(const CheckInput& input, const Passages& passages, const Side& side, std::uint32_t gap) {
  std::vector<FormId> words;
  const IndexRange range = words_in_gap(side, gap);
  const Passage& passage = passages.passages[side.passage];
  const auto first = passages.words.begin() + passage.stems.begin;
  const auto last = passages.words.begin() + passage.stems.end;
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    const FormId form = input.units.words[word].form;
    const std::string_view text = input.vocabulary.form(form).text;
    if (text != "a" && text != "an" && text != "the" && !std::binary_search(first, last, word)) words.push_back(form);
  }
  return words;
}

/// "Marie Curie", "Lyon": every content word of the gap is capitalized, and is so by itself (not as the first word of its sentence).
bool all_names(const CheckInput& input, const Side& side, const std::vector<std::uint32_t>& words) {
  return std::all_of(words.begin(), words.end(), [&](std::uint32_t word) {
    return word > side.words.begin && (input.units.words[word].flags & word_capitalized) != 0;
  });
}

bool any_number(const CheckInput& input, const std::vector<std::uint32_t>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) { return (form_of(input, word).flags & form_number) != 0; });
}

}  // namespace

bool any_alike(const CheckInput& input, const OppositeWords& opposites, const std::vector<std::uint32_t>& a,
               const std::vector<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t left) {
    return std::any_of(b.begin(), b.end(), [&](std::uint32_t right) { return are_alike(input, opposites, left, right); });
  });
}

namespace {

constexpr std::uint32_t most_places = 2;

/// "was replaced by": a form of "be" before an aligned word, and "by" behind it; nothing otherwise.
std::optional<IndexRange> passive_of(const CheckInput& input, const Passages& passages, const Side& side) {
  const Passage& passage = passages.passages[side.passage];
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    const std::uint32_t word = passages.words[passage.stems.begin + i];
    if (!side.aligned[i] || word == side.words.begin || word + 1 >= side.words.end) continue;
    const bool passive = (form_of(input, word - 1).flags & form_be) != 0 && form_of(input, word + 1).text == "by";
    if (passive) return IndexRange{word - 1, word + 2};
  }
  return std::nullopt;
}

/// The same words in the same order, but active on one side and passive on the other: who does it and who suffers it are exchanged.
std::optional<Flip> find_exchange(const CheckInput& input, const Passages& passages, const PairView& pair) {
  const auto later = passive_of(input, passages, pair.later);
  const auto earlier = passive_of(input, passages, pair.earlier);
  if (later.has_value() == earlier.has_value()) return std::nullopt;
  const IndexRange passive = later ? *later : *earlier;
  const Side& side = later ? pair.later : pair.earlier;
  const Passage& passage = passages.passages[side.passage];
  const std::uint32_t position = content_from(passages, passage, passive.begin);
  Flip flip{.kind = FlipKind::copies, .gap = side.gaps[position], .places = 1, .names = true};
  (later ? flip.later : flip.earlier) = passive;
  // The other side's word is the one aligned with the passive's.
  const Side& other = later ? pair.earlier : pair.later;
  const Passage& active = passages.passages[other.passage];
  for (std::uint32_t i = 0; i < active.stems.size(); ++i) {
    if (!other.aligned[i] || other.gaps[i] != flip.gap) continue;
    const std::uint32_t word = passages.words[active.stems.begin + i];
    const bool is_verb = word > other.words.begin && (form_of(input, word - 1).flags & form_be) == 0;
    if (!is_verb) return std::nullopt;
    (later ? flip.earlier : flip.later) = {word, word + 1};
    return flip;
  }
  return std::nullopt;
}

/// Words may stand for each other when none is a number and none of one side is like one of the other.
bool may_be_exchanged(const CheckInput& input, const OppositeWords& exclusive, const OppositeWords& opposites,
                      const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
  if (any_number(input, left) || any_number(input, right)) return false;
  return !any_alike(input, opposites, left, right) && !any_alike(input, exclusive, left, right);
}

/// Names on both sides, or two words that a list says exclude each other.
bool stand_for_two(const CheckInput& input, const PairView& pair, const OppositeWords& exclusive, const std::vector<std::uint32_t>& left,
                   const std::vector<std::uint32_t>& right) {
  if (all_names(input, pair.later, left) && all_names(input, pair.earlier, right)) return true;
  return left.size() == 1 && right.size() == 1 &&
         exclusive.opposed(input.units.words[left.front()].form, input.units.words[right.front()].form);
}

}  // namespace

std::optional<Flip> find_replacement(const CheckInput& input, const Passages& passages, const PairView& pair,
                                     const OppositeWords& exclusive, const OppositeWords& opposites, std::uint32_t most) {
  if (pair.rotated) return std::nullopt;
  Side later = pair.later;
  Side earlier = pair.earlier;
  cancel_shared(later, earlier);
  if (!later.cues.empty() || !earlier.cues.empty()) return std::nullopt;
  const auto alone_later = alone_by_gap(passages, pair.later, pair.aligned);
  const auto alone_earlier = alone_by_gap(passages, pair.earlier, pair.aligned);
  std::optional<Flip> flip;
  for (std::uint32_t gap = 0; gap <= pair.aligned; ++gap) {
    const auto& left = alone_later[gap];
    const auto& right = alone_earlier[gap];
    if (left.empty() && right.empty()) continue;
    if ((flip && flip->places == most_places) || left.empty() || right.empty() || left.size() > most || right.size() > most)
      return std::nullopt;
    if (!may_be_exchanged(input, exclusive, opposites, left, right)) return std::nullopt;
    const std::uint32_t places = flip ? flip->places : 0;
    if (!flip) flip = Flip{FlipKind::copies, {left.front(), left.back() + 1}, {right.front(), right.back() + 1}, gap};
    flip->places = places + 1;
    const bool names = stand_for_two(input, pair, exclusive, left, right);
    const bool same_frame = function_words(input, passages, pair.later, gap) == function_words(input, passages, pair.earlier, gap);
    flip->names = names && (places == 0 || flip->names);
    if (!names && (left.size() != right.size() || !same_frame)) return std::nullopt;
  }
  return flip ? flip : find_exchange(input, passages, pair);
}

}  // namespace stet
