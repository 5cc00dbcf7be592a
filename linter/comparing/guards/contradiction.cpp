#include "comparing/guards/contradiction.h"

#include <algorithm>

#include "comparing/parallel.h"
#include "matching/list_hits.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// Content words of a side, as (position, word).
template <typename Visit>
void for_each_content(const Passages& passages, const Side& side, Visit visit) {
  const Passage& passage = passages.passages[side.passage];
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) visit(i, passages.words[passage.stems.begin + i]);
}

std::uint32_t sentence_of(const Passages& passages, const Side& side) { return passages.passages[side.passage].first_sentence; }

bool has_own_number(const CheckInput& input, const Passages& passages, const Side& side, IndexRange flip) {
  bool found = false;
  for_each_content(passages, side, [&](std::uint32_t i, std::uint32_t word) {
    found |= !side.aligned[i] && !flip.contains(word) && (form_of(input, word).flags & form_number) != 0;
  });
  return found;
}

/// A name of which only a part is shared: another person of that surname.
bool has_own_part_of_a_name(const CheckInput& input, const Passages& passages, const Side& side, IndexRange flip) {
  for (const Typed& name : typed_within(input.units, side.words)) {
    if (name.kind != TypedKind::name) continue;
    bool shared = false;
    bool own = false;
    for_each_content(passages, side, [&](std::uint32_t i, std::uint32_t word) {
      if (name.words.contains(word) && !flip.contains(word)) (side.aligned[i] ? shared : own) = true;
    });
    if (shared && own) return true;
  }
  return false;
}

/// "may" and "may not" are both true.
bool is_possibility(const CheckInput& input, const Side& side, IndexRange flip) {
  if (flip.empty()) return false;
  const IndexRange clause = clause_of(input, sentence_of(input.units, flip.begin), flip.begin);
  const std::uint32_t first = std::max(std::max(clause.begin, side.words.begin), flip.begin - std::min(flip.begin, 4U));
  const std::uint32_t last = std::min(clause.end, flip.end + 1);
  for (std::uint32_t word = first; word < last; ++word) {
    if (is(form_of(input, word), WordClass::possibility)) return true;
  }
  return false;
}

/// A condition or an occasion that the other side does not have: "if …", "when …" with a word of its own, or with the flip.
bool has_own_condition(const CheckInput& input, const Passages& passages, const Side& side, IndexRange flip) {
  std::uint32_t marker = no_index;
  for (std::uint32_t word = side.words.begin; word < side.words.end && marker == no_index; ++word) {
    if (is(form_of(input, word), WordClass::own_condition) && !flip.contains(word)) marker = word;
  }
  if (marker == no_index) return false;
  const IndexRange clause = clause_of(input, sentence_of(passages, side), marker);
  bool own = !flip.empty() && flip.begin > marker && flip.begin < clause.end;
  for_each_content(passages, side, [&](std::uint32_t i, std::uint32_t word) {
    own |= word > marker && word < clause.end && !side.aligned[i] && !flip.contains(word);
  });
  return own;
}

std::uint16_t frames_at(const CheckInput& input, const Passages& passages, const Side& side, IndexRange flip) {
  const IndexRange words = flip.empty() ? IndexRange{side.words.end - 1, side.words.end} : flip;
  return frames_of(input, sentence_of(passages, side), words);
}

/// "But …", "In winter …", "Today …": the sentence turns to something else, or to other circumstances.
bool turns(const CheckInput& input, std::uint32_t sentence) {
  return is(form_of(input, input.units.sentences[sentence].words.begin), WordClass::turning);
}

}  // namespace

bool turns_between(const CheckInput& input, std::uint32_t earlier, std::uint32_t later) {
  if (input.units.sentences[earlier].block != input.units.sentences[later].block || later < earlier) return false;
  for (std::uint32_t s = earlier + 1; s <= std::min(later, earlier + 8); ++s) {
    if (turns(input, s) || input.units.sentences[s].question) return true;
  }
  return false;
}

namespace {

/// In one paragraph, side by side: the contrast is meant, unless all but the flip is said again without a turn: "The bridge is open. It was
/// painted in May. The bridge is not open."
bool are_neighbours(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip) {
  const std::uint32_t later = sentence_of(passages, pair.later);
  const std::uint32_t earlier = sentence_of(passages, pair.earlier);
  if (input.units.sentences[later].block != input.units.sentences[earlier].block || later - earlier > 3) return false;
  if (flip.kind == FlipKind::copies || flip.places > 1) return true;
  if (turns_between(input, earlier, later)) return true;
  const auto all_aligned = [&](const Side& side, IndexRange words) {
    bool all = true;
    for_each_content(passages, side, [&](std::uint32_t i, std::uint32_t word) { all = all && (side.aligned[i] || words.contains(word)); });
    return all;
  };
  const bool quoted = ((frames_at(input, passages, pair.later, flip.later) | frames_at(input, passages, pair.earlier, flip.earlier)) &
                       by_others_supposed_or_past) != 0;
  return quoted || !all_aligned(pair.later, flip.later) || !all_aligned(pair.earlier, flip.earlier);
}

/// "A woman with a hat smiles", "a woman without a hat smiles": the flip tells which one of many is meant.
bool tells_which(const CheckInput& input, const Side& side, IndexRange flip) {
  if (flip.empty()) return false;
  const std::string_view first = form_of(input, side.words.begin).text;
  if (first != "a" && first != "an" && first != "some" && first != "another" && first != "one") return false;
  for (std::uint32_t word = side.words.begin + 1; word < flip.begin; ++word) {
    const bool finite = (form_of(input, word).flags & (form_be | form_modal)) != 0 || form_of(input, word).text == "has";
    if (finite) return false;
  }
  return true;
}

/// "This method enables …", "Verifies that …": what is spoken of is named above, by the heading or the line before, not in the sentence.
bool speaks_of_what_is_above(const CheckInput& input, const Side& side) {
  const std::string_view first = form_of(input, side.words.begin).text;
  if (is(form_of(input, side.words.begin), WordClass::pointing_opener)) return true;
  if (side.words.size() < 2 || !first.ends_with('s') || first.ends_with("ss") || !is_content(form_of(input, side.words.begin)))
    return false;
  return is(form_of(input, side.words.begin + 1), WordClass::verb_follower);
}

/// "Wheels built by this mechanism": the subject points at what its own section is about.
bool points_in_subject(const CheckInput& input, const Side& side, IndexRange flip) {
  const std::uint32_t end = flip.empty() ? side.words.end : flip.begin;
  for (std::uint32_t word = side.words.begin; word < end; ++word) {
    if ((form_of(input, word).flags & (form_be | form_modal)) != 0) return false;
    if (form_of(input, word).text == "this" || form_of(input, word).text == "these") return true;
  }
  return false;
}

/// "Two kinds of lids, hot lids and cold lids": a sentence that has the other's word too sets them side by side itself.
bool says_too(const CheckInput& input, const Side& side, IndexRange flip) {
  if (flip.empty()) return false;
  const StemId stem = form_of(input, flip.begin).stem;
  for (std::uint32_t word = side.words.begin; word < side.words.end; ++word) {
    if (form_of(input, word).stem == stem) return true;
  }
  return false;
}

/// The words are link text: which page is pointed at, not what is so.
bool is_in_link(const CheckInput& input, IndexRange flip) {
  for (std::uint32_t word = flip.begin; word < flip.end; ++word) {
    if ((input.units.words[word].flags & word_link) != 0) return true;
  }
  return false;
}

/// "This means that", "in this case", "in which case": it goes on from the sentence before.
bool goes_on(const CheckInput& input, const Side& side) {
  if (is(form_of(input, side.words.begin), WordClass::consequence)) return true;
  for (std::uint32_t word = side.words.begin; word + 1 < side.words.end; ++word) {
    const std::string_view text = form_of(input, word).text;
    if ((text == "this" || text == "that" || text == "which" || text == "such") && form_of(input, word + 1).text == "case") return true;
    if (text == "this" && is(form_of(input, word + 1), WordClass::case_follower)) return true;
  }
  return false;
}

/// Does the sentence speak of some of many: "some lids", "most lids", "other lids"? What some are, others need not be.
std::string_view speaks_of_some(const CheckInput& input, const Side& side, IndexRange flip) {
  const std::uint32_t end = std::min(side.words.begin + 3, flip.empty() ? side.words.end : std::max(flip.begin, side.words.begin));
  for (std::uint32_t word = side.words.begin; word < end; ++word) {
    if (is(form_of(input, word), WordClass::some_quantifier)) return form_of(input, word).text;
  }
  return {};
}

/// Both speak of some, who need not be the same; or only one does. "No lid" denies it of the others too.
bool speak_of_some_others(const CheckInput& input, const PairView& pair, const Flip& flip) {
  const IndexRange denied = flip.later.empty() ? flip.earlier : flip.later;
  if (flip.kind == FlipKind::negation && (form_of(input, denied.begin).text == "no" || form_of(input, denied.begin).text == "none"))
    return false;
  const std::string_view later = speaks_of_some(input, pair.later, flip.later);
  const std::string_view earlier = speaks_of_some(input, pair.earlier, flip.earlier);
  if (later.empty() && earlier.empty()) return false;
  return later != earlier || later != "most";
}

/// "temporarily": it holds for a while only, and the opposite after that.
bool holds_for_a_while(const CheckInput& input, const Side& side) {
  for (std::uint32_t word = side.words.begin; word < side.words.end; ++word) {
    if (is(form_of(input, word), WordClass::temporary)) return true;
  }
  return false;
}

/// "Fix the lid": a base form opens it, and nothing in it is said of a subject.
bool instructs(const CheckInput& input, const Side& side) {
  const Form& first = form_of(input, side.words.begin);
  const bool base = is_content(first) && input.vocabulary.stem_text(first.lemma) == lemma_key(first.text) && !first.text.ends_with("s") &&
                    !first.text.ends_with("ed") && !first.text.ends_with("ing");
  return base && side.words.size() > 1 && is(form_of(input, side.words.begin + 1), WordClass::instructed_object);
}

/// "engineers that are starting", "errors which stop": the flip tells which ones are meant, not what is said of them.
bool is_in_relative_clause(const CheckInput& input, const Side& side, IndexRange flip) {
  if (flip.empty()) return false;
  for (std::uint32_t word = flip.begin; word > side.words.begin + 1; --word) {
    if (starts_clause(input, word)) return false;
    if (!is(form_of(input, word - 1), WordClass::relative_pronoun)) continue;
    // "Critics say that …" states it; "the lids that …" opens with its noun.
    for (std::uint32_t before = side.words.begin; before + 1 < word; ++before) {
      if ((form_of(input, before).flags & (form_be | form_modal)) != 0) return false;
    }
    return word - 1 - side.words.begin <= 3 && (input.units.words[word - 2].flags & word_capitalized) == 0;
  }
  return false;
}

/// "less addictive than coffee": only one of the two compares.
bool compares(const CheckInput& input, const Side& side) {
  for (std::uint32_t word = side.words.begin; word < side.words.end; ++word) {
    if (form_of(input, word).text == "than") return true;
  }
  return false;
}

/// "*Note: visible to all.*": emphasis throughout is of a caption or a remark, which speaks of what stands beside it.
bool is_remark(const CheckInput& input, IndexRange words) {
  const auto emphasised = [&](std::uint32_t word) { return (input.units.words[word].flags & word_emphasis) != 0; };
  return !words.empty() && emphasised(words.begin) && emphasised(words.end - 1);
}

}  // namespace

bool points_at_its_neighbours(const CheckInput& input, IndexRange words) {
  constexpr std::uint32_t opening = 3;
  bool side_word = false;
  bool part = false;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (word - words.begin <= opening && is(form_of(input, word), WordClass::placed)) return true;
    part = part || is(form_of(input, word), WordClass::page_part);
    if (!is(form_of(input, word), WordClass::above_or_below)) continue;
    side_word = true;
    if (word + 1 < words.end && (form_of(input, word + 1).flags & (form_be | form_modal)) != 0) return true;
  }
  return side_word && part;
}

namespace {

/// Told apart by where they stand, or by what they point at.
bool stand_apart(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip) {
  const std::uint32_t later = sentence_of(passages, pair.later);
  const std::uint32_t earlier = sentence_of(passages, pair.earlier);
  if (are_neighbours(input, passages, pair, flip) || are_parallel(input, later, earlier)) return true;
  if (speaks_of_what_is_above(input, pair.later) && speaks_of_what_is_above(input, pair.earlier)) return true;
  if (is_in_link(input, flip.later) && is_in_link(input, flip.earlier)) return true;
  if (points_at_its_neighbours(input, pair.later.words) || points_at_its_neighbours(input, pair.earlier.words)) return true;
  return input.units.sentences[later].section != input.units.sentences[earlier].section &&
         points_in_subject(input, pair.later, flip.later) && points_in_subject(input, pair.earlier, flip.earlier);
}

/// Each has a number, a name or a relative clause of its own, or is said of others.
bool name_others(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip) {
  if (has_own_number(input, passages, pair.later, flip.later) && has_own_number(input, passages, pair.earlier, flip.earlier)) return true;
  if (has_own_part_of_a_name(input, passages, pair.later, flip.later) &&
      has_own_part_of_a_name(input, passages, pair.earlier, flip.earlier))
    return true;
  if (is_in_relative_clause(input, pair.later, flip.later) && is_in_relative_clause(input, pair.earlier, flip.earlier)) return true;
  return flip.kind != FlipKind::quantifiers && speak_of_some_others(input, pair, flip);
}

/// One is a remark, an instruction, a comparison or goes on from the sentence before, and the other is not.
bool differ_in_kind(const CheckInput& input, const PairView& pair, const Flip& flip) {
  if (is_remark(input, pair.later.words) && is_remark(input, pair.earlier.words)) return true;
  if (goes_on(input, pair.later) != goes_on(input, pair.earlier) || compares(input, pair.later) != compares(input, pair.earlier))
    return true;
  return flip.kind != FlipKind::copies && instructs(input, pair.later) != instructs(input, pair.earlier);
}

/// "A few" where the other side says "several": some, and no fewer.
bool means_some(const CheckInput& input, const Side& side, IndexRange flip, IndexRange other) {
  if (flip.empty() || other.empty() || flip.begin == side.words.begin) return false;
  const std::string_view more = form_of(input, other.begin).text;
  return form_of(input, flip.begin).text == "few" && form_of(input, flip.begin - 1).text == "a" &&
         (more == "several" || more == "multiple" || more == "some" || more == "many");
}

/// Opposites that both hold: each in its place, of its own one, or one of them for a while.
bool are_no_opposites(const CheckInput& input, const PairView& pair, const Flip& flip) {
  if (flip.kind == FlipKind::quantifiers)
    return means_some(input, pair.later, flip.later, flip.earlier) || means_some(input, pair.earlier, flip.earlier, flip.later);
  if (flip.kind != FlipKind::opposites) return false;
  if (says_too(input, pair.later, flip.earlier) || says_too(input, pair.earlier, flip.later)) return true;
  if (holds_for_a_while(input, pair.later) != holds_for_a_while(input, pair.earlier)) return true;
  return tells_which(input, pair.later, flip.later) && tells_which(input, pair.earlier, flip.earlier);
}

}  // namespace

bool speaks_of_something_else(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip) {
  if (stand_apart(input, passages, pair, flip) || name_others(input, passages, pair, flip)) return true;
  if (differ_in_kind(input, pair, flip) || are_no_opposites(input, pair, flip)) return true;
  if (is_possibility(input, pair.later, flip.later) || is_possibility(input, pair.earlier, flip.earlier)) return true;
  if (has_own_condition(input, passages, pair.later, flip.later) || has_own_condition(input, passages, pair.earlier, flip.earlier))
    return true;
  const std::uint16_t frames = frames_at(input, passages, pair.later, flip.later) | frames_at(input, passages, pair.earlier, flip.earlier);
  return (frames & asked_or_myth) != 0;
}

bool is_said_by_others(const CheckInput& input, const Passages& passages, const PairView& pair, const Flip& flip) {
  const std::uint16_t frames = frames_at(input, passages, pair.later, flip.later) | frames_at(input, passages, pair.earlier, flip.earlier);
  return (frames & by_others_or_supposed) != 0;
}

namespace {

bool announces_several(const CheckInput& input, const Side& side, IndexRange flip, ListId several) {
  constexpr std::uint32_t reach = 4;
  const std::uint32_t first = std::max(side.words.begin, flip.begin - std::min(flip.begin, reach));
  const auto hits = list_hits_in(input.matches, {side.words.begin, flip.end});
  return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == several && hit.words.end > first; });
}

bool is_sign(const CheckInput& input, IndexRange flip) {
  constexpr std::uint32_t longest_sign = 3;
  return flip.size() == 1 && (input.units.words[flip.begin].flags & word_all_caps) != 0 &&
         input.units.words[flip.begin].plain.size() <= longest_sign;
}

/// "ASD" where the other says "autism": it may stand for that.
bool is_acronym(const CheckInput& input, IndexRange flip) {
  constexpr std::uint32_t longest = 6;
  return flip.size() == 1 && (input.units.words[flip.begin].flags & word_all_caps) != 0 &&
         input.units.words[flip.begin].plain.size() <= longest;
}

/// "For the north gate, …", "To open a tin, …": the flip stands in an opening that only says when or what for.
bool is_in_opening(const CheckInput& input, const Side& side, IndexRange flip) {
  if (!is(form_of(input, side.words.begin), WordClass::circumstance_opener)) return false;
  for (std::uint32_t word = side.words.begin + 1; word < flip.begin; ++word) {
    if (starts_clause(input, word)) return false;
  }
  return true;
}

/// Fewer than two content words, no pronoun and no form of "be" stand before the flip: it belongs to the subject.
bool is_in_subject(const CheckInput& input, const Side& side, IndexRange flip) {
  std::uint32_t content = 0;
  for (std::uint32_t word = side.words.begin; word < flip.begin; ++word) {
    const Form& form = form_of(input, word);
    if ((form.flags & (form_be | form_pronoun | form_modal)) != 0) return false;
    content += form.weight > 0 ? 1U : 0U;
  }
  return content < 2;
}

}  // namespace

bool may_both_hold(const CheckInput& input, const PairView& pair, const Flip& flip, ListId several) {
  return announces_several(input, pair.later, flip.later, several) || announces_several(input, pair.earlier, flip.earlier, several) ||
         is_in_opening(input, pair.later, flip.later) || is_in_opening(input, pair.earlier, flip.earlier) ||
         is_in_subject(input, pair.later, flip.later) || is_in_subject(input, pair.earlier, flip.earlier) ||
         (is_sign(input, flip.later) && is_sign(input, flip.earlier)) || is_acronym(input, flip.later) != is_acronym(input, flip.earlier);
}

}  // namespace stet
