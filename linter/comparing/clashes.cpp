#include "comparing/clashes.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "claims/facts.h"
#include "claims/headings.h"
#include "comparing/guards/contradiction.h"
#include "comparing/guards/values.h"
#include "comparing/parallel.h"
#include "comparing/passages.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set 2026-11-25, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr float near_copy = 0.6F;
/// Weight of a pronoun; most that a subject counts beside what is said of it; least of one of which only "is" is said.
constexpr float least_subject = 3;
constexpr float most_subject = 6;
constexpr float whole_subject = 7;
constexpr float long_subject = 12;

WeightedStems sorted_stems(const Statements& all, const Statement& statement) {
  WeightedStems stems;
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) stems.emplace_back(all.stems[i], all.weights[i]);
  std::sort(stems.begin(), stems.end());
  return stems;
}

float weight_of_stems(const WeightedStems& stems) {
  return std::accumulate(stems.begin(), stems.end(), 0.0F, [](float sum, const auto& stem) { return sum + stem.second; });
}

Common common_of(const WeightedStems& left, float left_weight, const WeightedStems& right, float right_weight) {
  Common common;
  auto other = right.begin();
  for (const auto& [stem, weight] : left) {
    while (other != right.end() && other->first < stem) ++other;
    if (other == right.end()) break;
    if (other->first != stem) continue;
    common.stems.push_back(stem);
    common.weight += weight;
    ++other;
  }
  common.of_shorter = common.weight / std::max(0.001F, std::min(left_weight, right_weight));
  common.overlap = common.weight / std::max(0.001F, left_weight + right_weight - common.weight);
  return common;
}

/// All content words of a clause with their weights, its subject's among them and its values left out, ascending.
WeightedStems whole_stems(const CheckInput& input, const Statements& all, const Statement& statement) {
  WeightedStems stems = sorted_stems(all, statement);
  const IndexRange subject = all.subjects[statement.subject].words;
  for (std::uint32_t w = subject.begin; w < subject.end; ++w) {
    const bool digits = (input.units.words[w].flags & (word_number | word_symbol)) != 0;
    if (!digits && is_content(form_of(input, w))) stems.emplace_back(form_of(input, w).stem, form_of(input, w).weight);
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

/// The statements that give values, as passages for the index of candidates: subject and all.
Passages as_passages(const Statements& all) {
  Passages passages;
  for (std::uint32_t s = 0; s < all.statements.size(); ++s) {
    const Statement& statement = all.statements[s];
    if (statement.values.empty()) continue;
    Passage passage{s, s + 1, {static_cast<std::uint32_t>(passages.stems.size()), 0}, statement.weight};
    const Subject& subject = all.subjects[statement.subject];
    for (const StemId stem : subject.head) passages.stems.push_back(stem);
    for (const StemId stem : subject.of) passages.stems.push_back(stem);
    for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) passages.stems.push_back(all.stems[i]);
    passage.stems.end = static_cast<std::uint32_t>(passages.stems.size());
    passages.passages.push_back(passage);
  }
  return passages;
}

/// Has the statement a name that the other lacks?
bool has_own_name(const CheckInput& input, const Statements& all, const Statement& statement, const Common& common) {
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) {
    const bool name = (input.units.words[all.words[i]].flags & word_capitalized) != 0 &&
                      all.words[i] != input.units.sentences[statement.sentence].words.begin;
    if (name && !has(common, all.stems[i])) return true;
  }
  return false;
}

bool mentions_code(const CheckInput& input, const Statement& statement) {
  const auto first = input.units.words.begin() + statement.words.begin;
  return std::any_of(first, input.units.words.begin() + statement.words.end, [&](const Word& word) {
    return (word.flags & word_code) != 0 || ((word.flags & word_symbol) != 0 && input.article.text(word.plain) == "=");
  });
}

/// Sentences that follow each other list things.
bool follow_each_other(const CheckInput& input, const Statement& a, const Statement& b) {
  return input.units.sentences[a.sentence].text == input.units.sentences[b.sentence].text && a.sentence - b.sentence <= 2;
}

/// Items, rows and lines of notes in one section are about different things.
bool stand_side_by_side(const CheckInput& input, const Statement& a, const Statement& b) {
  const Sentence& one = input.units.sentences[a.sentence];
  const Sentence& two = input.units.sentences[b.sentence];
  return (one.place != Place::paragraph && one.place == two.place && one.section == two.section) ||
         are_parallel(input, a.sentence, b.sentence);
}

/// Content stem nearest before (or behind) some words within the statement, subject excluded.
StemId neighbour(const CheckInput& input, const Statements& all, const Statement& statement, IndexRange words, bool before) {
  StemId found = no_index;
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) {
    if (is(form_of(input, all.words[i]), WordClass::value_qualifier)) continue;
    if (before && all.words[i] < words.begin) found = all.stems[i];
    if (!before && all.words[i] >= words.end) return all.stems[i];
  }
  return found;
}

/// No word but what is counted.
bool has_only_values(const Statements& all, const Statement& statement) {
  if (statement.stems.empty()) return true;
  if (statement.stems.size() > 1) return false;
  for (std::uint32_t i = statement.values.begin; i < statement.values.end; ++i) {
    if (all.values[i].counted == all.stems[statement.stems.begin]) return true;
  }
  return false;
}

/// Stem of the verb that a value belongs to.
StemId stem_of_verb(const CheckInput& input, const Statement& statement, const Value& value) {
  const std::uint32_t verb = governing_verb(input, statement, value.words.begin);
  return verb == no_index ? no_index : form_of(input, verb).stem;
}

/// Are both dates of what is done by the same verb?
bool same_deed(const CheckInput& input, const Statements& all, const Clash& clash, bool same_before) {
  const StemId later = stem_of_verb(input, all.statements[clash.later], all.values[clash.later_value]);
  const StemId earlier = stem_of_verb(input, all.statements[clash.earlier], all.values[clash.earlier_value]);
  if (later == no_index || earlier == no_index) return false;
  return later == earlier || (same_before && clash.common.overlap >= near_copy);
}

/// Do both numbers count, or rank, the same?
bool same_count(const CheckInput& input, const Statements& all, const Clash& clash, bool same_before) {
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  const Value& one = all.values[clash.later_value];
  const Value& two = all.values[clash.earlier_value];
  const bool apart = input.units.sentences[a.sentence].section != input.units.sentences[b.sentence].section;
  if (one.unit == rank_unit) return one.counted == two.counted;
  if (one.kind == TypedKind::ordinal && (!apart || clash.common.overlap < near_copy)) return false;
  if (has_only_values(all, a) && has_only_values(all, b)) return one.counted == two.counted;
  const bool one_unit = one.counted == two.counted || one.counted == no_index || two.counted == no_index;
  if (one.counted != no_index && one.counted == two.counted) return true;
  return same_before && (one_unit || clash.common.overlap >= near_copy);
}

/// Do both values stand at the same place of what is said?
bool same_place(const CheckInput& input, const Statements& all, const Clash& clash) {
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  const Value& one = all.values[clash.later_value];
  const Value& two = all.values[clash.earlier_value];
  const StemId before = neighbour(input, all, a, one.words, true);
  const bool same_before = before != no_index && before == neighbour(input, all, b, two.words, true);
  const StemId behind = neighbour(input, all, a, one.words, false);
  const bool same_behind = behind != no_index && behind == neighbour(input, all, b, two.words, false);
  if (one.kind == TypedKind::date) return same_deed(input, all, clash, same_before);
  if (one.kind == TypedKind::number || one.kind == TypedKind::ordinal) return same_count(input, all, clash, same_before);
  return same_before || same_behind || (has_only_values(all, a) && has_only_values(all, b));
}

/// "The wingspan is 17 mm": nothing but the subject, a form of be, and values; or nothing but a long subject, with its verb in it.
bool says_only_is(const CheckInput& input, const Statements& all, const Statement& statement) {
  const std::uint32_t behind = all.subjects[statement.subject].words.end;
  if (!has_only_values(all, statement)) return false;
  if (statement.subject_weight >= long_subject && input.units.sentences[statement.sentence].place == Place::paragraph) return true;
  return behind < statement.words.end && behind > statement.words.begin &&
         (input.vocabulary.form(input.units.words[behind].form).flags & form_be) != 0;
}

/// A capitalized word within the clause that the other one lacks.
bool names_something_else(const CheckInput& input, const Statements& all, const Statement& statement, const Common& common) {
  const auto own = [&](std::uint32_t w) {
    const bool name = (input.units.words[w].flags & word_capitalized) != 0 && w != input.units.sentences[statement.sentence].words.begin;
    return name && is_content(form_of(input, w)) && !has(common, form_of(input, w).stem);
  };
  const IndexRange subject = all.subjects[statement.subject].words;
  for (std::uint32_t w = subject.begin; w < subject.end; ++w) {
    if (own(w)) return true;
  }
  return has_own_name(input, all, statement, common);
}

/// The only value of its kind and unit among some.
bool is_only(const Statements& all, std::uint32_t value, IndexRange values) {
  for (std::uint32_t i = values.begin; i < values.end; ++i) {
    if (i != value && all.values[i].kind == all.values[value].kind && all.values[i].unit == all.values[value].unit) return false;
  }
  return true;
}

/// Has each a value of one kind and unit that stands against one of the other?
bool any_values_clash(const Statements& all, const Statement& a, const Statement& b) {
  for (std::uint32_t i = a.values.begin; i < a.values.end; ++i) {
    for (std::uint32_t k = b.values.begin; k < b.values.end; ++k) {
      const Value& one = all.values[i];
      const Value& two = all.values[k];
      if (comparable(one, two) && same_role(one, two) && disjoint(one, two)) return true;
    }
  }
  return false;
}

// Set 2026-11-25, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr float least_reworded = 10;
constexpr float reworded_share = 0.9F;
constexpr float reworded_overlap = 0.65F;

bool are_items(const CheckInput& input, const Statement& a, const Statement& b) {
  return input.units.sentences[a.sentence].place == Place::list && input.units.sentences[b.sentence].place == Place::list;
}

/// Items of lists, as in a change log, stand each for another thing or time; so do subjects without a name under two topics.
bool may_be_of_two_things(const CheckInput& input, const Statements& all, const Statement& a, const Statement& b) {
  if (are_items(input, a, b)) return true;
  const bool named = all.subjects[a.subject].kind == SubjectKind::name || all.subjects[b.subject].kind == SubjectKind::name;
  return !named && under_two_topics(input, a.sentence, b.sentence);
}

/// Do two statements about the same subject have enough in common?
bool share_enough(const CheckInput& input, const Statements& all, const Clash& clash, const SayingTier& tier) {
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  const Common& common = clash.common;
  const float subject = std::max(least_subject, std::min(a.subject_weight, b.subject_weight));
  if (says_only_is(input, all, a) && says_only_is(input, all, b) && subject >= whole_subject) return true;
  if (common.stems.empty() || common.of_shorter < tier.share || common.overlap < tier.overlap) return false;
  return common.weight + std::min(subject, common.overlap > 0.99F ? 2 * most_subject : most_subject) >= tier.weight;
}

/// May two values be what tells reworded statements apart? Each is the only one of its kind.
bool may_differ_reworded(const CheckInput& input, const Statements& all, const Clash& clash) {
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  const Value& one = all.values[clash.later_value];
  const Value& two = all.values[clash.earlier_value];
  if (!comparable(one, two) || !disjoint(one, two) || !same_role(one, two) || one.kind == TypedKind::ordinal) return false;
  if (!is_only(all, clash.later_value, a.values) || !is_only(all, clash.earlier_value, b.values)) return false;
  if (one.kind == TypedKind::number && (one.counted == no_index || one.counted != two.counted)) return false;
  return one.kind != TypedKind::date || stem_of_verb(input, a, one) == stem_of_verb(input, b, two);
}

}  // namespace

bool has(const Common& common, StemId stem) { return std::binary_search(common.stems.begin(), common.stems.end(), stem); }

/// Pairs of statements (later, earlier) that share words, or that say of one subject only what it is.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const Statements& all) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const Passages passages = as_passages(all);
  for (const auto& [later, earlier] : candidate_pairs(passages))
    pairs.emplace_back(passages.passages[later].first_sentence, passages.passages[earlier].first_sentence);
  std::map<std::vector<StemId>, std::vector<std::uint32_t>> of_subject;
  for (std::uint32_t s = 0; s < all.statements.size(); ++s) {
    if (!has_only_values(all, all.statements[s]) || all.statements[s].values.empty()) continue;
    std::vector<std::uint32_t>& earlier = of_subject[all.subjects[all.statements[s].subject].head];
    for (const std::uint32_t other : earlier) pairs.emplace_back(s, other);
    if (earlier.size() < most_facts) earlier.push_back(s);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

ClashFinder::ClashFinder(const CheckInput& input, const Statements& all) : input_(input), all_(all), profiles_(all.statements.size()) {}

const ClashFinder::Profile& ClashFinder::profile(std::uint32_t statement) {
  Profile& profile = profiles_[statement];
  if (profile.known) return profile;
  const Statement& said = all_.statements[statement];
  profile.known = true;
  profile.of_another = speaks_of_another(input_, all_, said);
  profile.with_code = mentions_code(input_, said);
  profile.stems = sorted_stems(all_, said);
  profile.weight = weight_of_stems(profile.stems);
  profile.whole = whole_stems(input_, all_, said);
  profile.whole_weight = weight_of_stems(profile.whole);
  return profile;
}

/// Two values of clauses that say the same in another order ("The clinic treats 40 patients", "40 patients are treated at the clinic"):
/// nearly all words of the one are in the other, and each has one such value.
std::optional<Clash> ClashFinder::find_reworded(std::uint32_t later, std::uint32_t earlier) {
  const CheckInput& input = input_;
  const Statements& all = all_;
  const Statement& a = all.statements[later];
  const Statement& b = all.statements[earlier];
  const Profile& of_a = profile(later);
  const Profile& of_b = profile(earlier);
  if (of_a.with_code || of_b.with_code || under_two_topics(input, a.sentence, b.sentence)) return std::nullopt;
  if (are_items(input, a, b)) return std::nullopt;
  Clash clash{later, earlier, 0, 0, common_of(of_a.whole, of_a.whole_weight, of_b.whole, of_b.whole_weight)};
  const Common& common = clash.common;
  if (common.stems.size() < 2 || common.weight < least_reworded || common.of_shorter < reworded_share || common.overlap < reworded_overlap)
    return std::nullopt;
  if (names_something_else(input, all, a, common) || names_something_else(input, all, b, common)) return std::nullopt;
  for (std::uint32_t i = a.values.begin; i < a.values.end; ++i) {
    for (std::uint32_t k = b.values.begin; k < b.values.end; ++k) {
      clash.later_value = i;
      clash.earlier_value = k;
      if (may_differ_reworded(input, all, clash) && others_agree(all, clash) && !speak_of_two_times(input, all, clash)) return clash;
    }
  }
  return std::nullopt;
}

namespace {

/// Do two clauses affirm values that clash, in places that do not tell them apart?
bool may_clash(const CheckInput& input, const Statements& all, const Statement& a, const Statement& b) {
  if (a.sentence == b.sentence || a.negated || b.negated || follow_each_other(input, a, b)) return false;
  if (a.values.size() > most_values || b.values.size() > most_values) return false;
  if (!any_values_clash(all, a, b) || stand_side_by_side(input, a, b) || in_two_entries(input, a.sentence, b.sentence)) return false;
  const Sentence& later = input.units.sentences[a.sentence];
  const Sentence& earlier = input.units.sentences[b.sentence];
  if (points_at_its_neighbours(input, later.words) || points_at_its_neighbours(input, earlier.words)) return false;
  // "This release" is another one in another section.
  return later.section == earlier.section || form_of(input, later.words.begin).text != "this";
}

}  // namespace

std::optional<Clash> ClashFinder::find(std::uint32_t later, std::uint32_t earlier, const SayingTier& tier) {
  const CheckInput& input = input_;
  const Statements& all = all_;
  const Statement& a = all.statements[later];
  const Statement& b = all.statements[earlier];
  if (!may_clash(input, all, a, b)) return std::nullopt;
  const Profile& of_a = profile(later);
  const Profile& of_b = profile(earlier);
  if (of_a.of_another != of_b.of_another) return std::nullopt;
  if (!same_subject(all.subjects[a.subject], all.subjects[b.subject])) return find_reworded(later, earlier);
  if (of_a.with_code || of_b.with_code) return std::nullopt;
  if (may_be_of_two_things(input, all, a, b)) return std::nullopt;
  Clash clash{later, earlier, 0, 0, common_of(of_a.stems, of_a.weight, of_b.stems, of_b.weight)};
  if (!share_enough(input, all, clash, tier)) return std::nullopt;
  if (has_own_name(input, all, a, clash.common) && has_own_name(input, all, b, clash.common)) return std::nullopt;
  for (std::uint32_t i = a.values.begin; i < a.values.end; ++i) {
    if (!is_alone(all, i, b.values)) continue;
    for (std::uint32_t k = b.values.begin; k < b.values.end; ++k) {
      clash.later_value = i;
      clash.earlier_value = k;
      const bool candidates =
          comparable(all.values[i], all.values[k]) && same_role(all.values[i], all.values[k]) && is_alone(all, k, a.values);
      if (candidates && others_agree(all, clash) && same_place(input, all, clash) && !speak_of_two_times(input, all, clash)) return clash;
    }
  }
  return std::nullopt;
}

}  // namespace stet
