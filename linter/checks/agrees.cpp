// agrees: one thing has one value.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "checks/conditions.h"
#include "checks/facts.h"
#include "checks/headings.h"
#include "checks/kinds.h"
#include "checks/marks.h"
#include "checks/message.h"
#include "checks/passages.h"
#include "checks/statements.h"
#include "checks/timings.h"

namespace stet {
namespace {

/// How much two statements must have in common. Weights are inverse document frequencies in nats: a rare word weighs 6 to 9.
struct SayingTier {
  float weight = 9;     ///< of the words that both have, the subject counting 6 at most
  float share = 0.75F;  ///< of the lighter statement
  float overlap = 0;    ///< of both together
};

struct Agrees {
  std::optional<FactRule> fact;  ///< nothing: all values of statements that say the same
  bool of_timings = false;
  Conditions conditions;  ///< where there is no `fact`
  Window within = {Reach::article};
  SayingTier standard;
  std::optional<SayingTier> strict;  ///< from here on a finding is an error
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  void compare_values(const CheckInput& input, const Statements& all, const ConditionTest& test, std::vector<Finding>& findings) const;
  void compare_facts(const CheckInput& input, const Statements& all, const ConditionTest& test, std::vector<Finding>& findings) const;
  void compare_timings(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const;
};

/// What two statements have in common outside their values. Weights are inverse document frequencies.
struct Common {
  std::vector<StemId> stems;  ///< ascending
  float weight = 0;
  float of_shorter = 0;  ///< share of the lighter statement
  float overlap = 0;     ///< share of both together
};

/// Two values that cannot both be right, of two statements.
struct Clash {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  std::uint32_t later_value = 0;
  std::uint32_t earlier_value = 0;
  Common common;
};

constexpr float near_copy = 0.6F;
/// Weight of a pronoun; most that a subject counts beside what is said of it; least of one of which only "is" is said.
constexpr float least_subject = 3;
constexpr float most_subject = 6;
constexpr float whole_subject = 7;
constexpr float long_subject = 12;

std::vector<std::pair<StemId, float>> sorted_stems(const Statements& all, const Statement& statement) {
  std::vector<std::pair<StemId, float>> stems;
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) stems.emplace_back(all.stems[i], all.weights[i]);
  std::sort(stems.begin(), stems.end());
  return stems;
}

Common common_of(const std::vector<std::pair<StemId, float>>& left, const std::vector<std::pair<StemId, float>>& right) {
  const auto weight_of = [](const std::vector<std::pair<StemId, float>>& stems) {
    return std::accumulate(stems.begin(), stems.end(), 0.0F, [](float sum, const auto& stem) { return sum + stem.second; });
  };
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
  const float one = weight_of(left);
  const float two = weight_of(right);
  common.of_shorter = common.weight / std::max(0.001F, std::min(one, two));
  common.overlap = common.weight / std::max(0.001F, one + two - common.weight);
  return common;
}

/// All content words of a clause with their weights, its subject's among them and its values left out, ascending.
std::vector<std::pair<StemId, float>> whole_stems(const CheckInput& input, const Statements& all, const Statement& statement) {
  std::vector<std::pair<StemId, float>> stems = sorted_stems(all, statement);
  const IndexRange subject = all.subjects[statement.subject].words;
  for (std::uint32_t w = subject.begin; w < subject.end; ++w) {
    const bool digits = (input.units.words[w].flags & (word_number | word_symbol)) != 0;
    if (!digits && is_content(form_of(input, w))) stems.emplace_back(form_of(input, w).stem, form_of(input, w).weight);
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

bool has(const Common& common, StemId stem) { return std::binary_search(common.stems.begin(), common.stems.end(), stem); }

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
  return std::any_of(first, input.units.words.begin() + statement.words.end,
                     [](const Word& word) { return (word.flags & word_code) != 0; });
}

/// Sentences that follow each other list things; items of one list, rows of one table, are about different things.
bool are_parallel(const CheckInput& input, const Statement& a, const Statement& b) {
  const Sentence& one = input.units.sentences[a.sentence];
  const Sentence& two = input.units.sentences[b.sentence];
  if (one.text == two.text && a.sentence - b.sentence <= 2) return true;
  return one.place != Place::paragraph && one.place == two.place && one.section == two.section;
}

/// The verb that governs a word: the nearest before it in its clause, else the first behind it; no_index when there is none.
std::uint32_t governing_verb(const CheckInput& input, const Statement& statement, std::uint32_t word) {
  const auto form = [&](std::uint32_t w) -> const Form& { return input.vocabulary.form(input.units.words[w].form); };
  for (std::uint32_t w = word; w > statement.words.begin; --w) {
    const std::string_view text = form(w - 1).text;
    const std::string_view before = w > statement.words.begin + 1 ? std::string_view(form(w - 2).text) : std::string_view();
    const bool gerund = text.ends_with("ing") && (before == "before" || before == "after" || before == "when" || before == "while");
    if (gerund || looks_like_verb(form(w - 1))) return w - 1;
  }
  for (std::uint32_t w = word; w < statement.words.end; ++w) {
    if (looks_like_verb(form(w))) return w;
  }
  return no_index;
}

/// Words that only say how exact a number is.
bool is_qualifier(const Form& form) {
  static constexpr std::string_view qualifiers =
      " exactly precisely approximately roughly nearly estimated total just only maximum minimum ";
  return qualifiers.find(" " + form.text + " ") != std::string_view::npos;
}

/// Content stem nearest before (or behind) some words within the statement, subject excluded.
StemId neighbour(const CheckInput& input, const Statements& all, const Statement& statement, IndexRange words, bool before) {
  StemId found = no_index;
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) {
    if (is_qualifier(input.vocabulary.form(input.units.words[all.words[i]].form))) continue;
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

/// Do both values stand at the same place of what is said?
bool same_place(const CheckInput& input, const Statements& all, const Clash& clash) {
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  const Value& one = all.values[clash.later_value];
  const Value& two = all.values[clash.earlier_value];
  const auto form = [&](std::uint32_t w) -> const Form& { return input.vocabulary.form(input.units.words[w].form); };
  const StemId before = neighbour(input, all, a, one.words, true);
  const bool same_before = before != no_index && before == neighbour(input, all, b, two.words, true);
  const StemId behind = neighbour(input, all, a, one.words, false);
  const bool same_behind = behind != no_index && behind == neighbour(input, all, b, two.words, false);
  if (one.kind == TypedKind::date) {
    const std::uint32_t verb_a = governing_verb(input, a, one.words.begin);
    const std::uint32_t verb_b = governing_verb(input, b, two.words.begin);
    if (verb_a == no_index || verb_b == no_index) return same_before;
    return form(verb_a).stem == form(verb_b).stem || (same_before && clash.common.overlap >= near_copy);
  }
  if (one.kind == TypedKind::number || one.kind == TypedKind::ordinal) {
    const bool apart = input.units.sentences[a.sentence].section != input.units.sentences[b.sentence].section;
    if (one.kind == TypedKind::ordinal && (!apart || clash.common.overlap < near_copy)) return false;
    if (has_only_values(all, a) && has_only_values(all, b)) return one.counted == two.counted;
    const bool one_unit = one.counted == two.counted || one.counted == no_index || two.counted == no_index;
    if (one.counted != no_index && one.counted == two.counted) return true;
    return same_before && (one_unit || clash.common.overlap >= near_copy);
  }
  return same_before || same_behind || (has_only_values(all, a) && has_only_values(all, b));
}

/// The start or the end of a span: both may differ at once.
bool ends_span(const Value& value) { return value.role == Role::from || value.role == Role::until; }

/// Every other value of the one must be one of the other's, where the other has any of its kind.
bool others_agree(const Statements& all, const Clash& clash) {
  const auto agrees = [&](IndexRange mine, std::uint32_t except, IndexRange theirs, std::uint32_t their_except) {
    for (std::uint32_t i = mine.begin; i < mine.end; ++i) {
      if (i == except || (ends_span(all.values[i]) && ends_span(all.values[except]))) continue;
      bool any = false;
      bool equal = false;
      for (std::uint32_t k = theirs.begin; k < theirs.end; ++k) {
        const Value& x = all.values[i];
        const Value& y = all.values[k];
        if (x.kind != y.kind || x.unit != y.unit) continue;
        any = true;
        equal = equal || (k != their_except && !disjoint(x, y));
      }
      if (any && !equal) return false;
    }
    return true;
  };
  const IndexRange a = all.statements[clash.later].values;
  const IndexRange b = all.statements[clash.earlier].values;
  return agrees(a, clash.later_value, b, clash.earlier_value) || agrees(b, clash.earlier_value, a, clash.later_value);
}

/// A value that agrees with nothing the other statement says of its kind, and the other's one that it stands against.
bool is_alone(const Statements& all, std::uint32_t value, IndexRange theirs) {
  for (std::uint32_t k = theirs.begin; k < theirs.end; ++k) {
    const Value& x = all.values[value];
    const Value& y = all.values[k];
    if (x.kind == y.kind && x.unit == y.unit && !disjoint(x, y)) return false;
  }
  return true;
}

bool is_open(Role role) { return role == Role::before || role == Role::by || role == Role::after; }

bool same_role(const Value& a, const Value& b) {
  return a.role == b.role || ((a.role == Role::at || b.role == Role::at) && (is_open(a.role) || is_open(b.role)));
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

constexpr float least_reworded = 10;
constexpr float reworded_share = 0.9F;
constexpr float reworded_overlap = 0.65F;

/// Two values of clauses that say the same in another order ("The clinic treats 40 patients", "40 patients are treated at the clinic"):
/// nearly all words of the one are in the other, and each has one such value.
std::optional<Clash> reworded_clash(const CheckInput& input, const Statements& all, std::uint32_t later, std::uint32_t earlier) {
  const Statement& a = all.statements[later];
  const Statement& b = all.statements[earlier];
  if (mentions_code(input, a) || mentions_code(input, b) || under_two_topics(input, a.sentence, b.sentence)) return std::nullopt;
  if (input.units.sentences[a.sentence].place == Place::list && input.units.sentences[b.sentence].place == Place::list) return std::nullopt;
  Clash clash{later, earlier, 0, 0, common_of(whole_stems(input, all, a), whole_stems(input, all, b))};
  const Common& common = clash.common;
  if (common.stems.size() < 2 || common.weight < least_reworded || common.of_shorter < reworded_share || common.overlap < reworded_overlap)
    return std::nullopt;
  if (names_something_else(input, all, a, common) || names_something_else(input, all, b, common)) return std::nullopt;
  const auto stem_of_verb = [&](const Statement& statement, const Value& value) {
    const std::uint32_t verb = governing_verb(input, statement, value.words.begin);
    return verb == no_index ? no_index : form_of(input, verb).stem;
  };
  for (std::uint32_t i = a.values.begin; i < a.values.end; ++i) {
    for (std::uint32_t k = b.values.begin; k < b.values.end; ++k) {
      const Value& one = all.values[i];
      const Value& two = all.values[k];
      if (!comparable(one, two) || !disjoint(one, two) || !same_role(one, two) || one.kind == TypedKind::ordinal) continue;
      if (!is_only(all, i, a.values) || !is_only(all, k, b.values)) continue;
      const bool counts = one.kind == TypedKind::number;
      if (counts && (one.counted == no_index || one.counted != two.counted)) continue;
      if (one.kind == TypedKind::date && stem_of_verb(a, one) != stem_of_verb(b, two)) continue;
      clash.later_value = i;
      clash.earlier_value = k;
      if (others_agree(all, clash)) return clash;
    }
  }
  return std::nullopt;
}

/// "In another trial", "a second bridge": it is not the one that was spoken of.
bool speaks_of_another(const CheckInput& input, const Statements& all, const Statement& statement) {
  constexpr auto others = std::to_array<std::string_view>({"another", "second", "later", "earlier", "previous", "previously", "subsequent",
                                                           "subsequently", "following", "next", "again", "formerly"});
  const IndexRange whole = input.units.sentences[statement.sentence].words;
  const auto in_value = [&](std::uint32_t w) {  // "the second century" is a value
    return std::any_of(all.values.begin() + statement.values.begin, all.values.begin() + statement.values.end,
                       [&](const Value& value) { return value.words.contains(w); });
  };
  for (std::uint32_t w = whole.begin; w < std::min(whole.end, statement.words.end); ++w) {
    if (in_value(w)) continue;
    if (std::find(others.begin(), others.end(), form_of(input, w).text) != others.end()) return true;
  }
  return false;
}

std::optional<Clash> clash_of(const CheckInput& input, const Statements& all, const SayingTier& standard, std::uint32_t later,
                              std::uint32_t earlier) {
  const Statement& a = all.statements[later];
  const Statement& b = all.statements[earlier];
  if (a.sentence == b.sentence || a.negated || b.negated || are_parallel(input, a, b)) return std::nullopt;
  if (in_two_entries(input, a.sentence, b.sentence)) return std::nullopt;
  // "This release" is another one in another section.
  const bool points = form_of(input, input.units.sentences[a.sentence].words.begin).text == "this";
  if (points && input.units.sentences[a.sentence].section != input.units.sentences[b.sentence].section) return std::nullopt;
  if (speaks_of_another(input, all, a) != speaks_of_another(input, all, b)) return std::nullopt;
  if (!same_subject(all.subjects[a.subject], all.subjects[b.subject])) return reworded_clash(input, all, later, earlier);
  if (mentions_code(input, a) || mentions_code(input, b)) return std::nullopt;
  const bool named = all.subjects[a.subject].kind == SubjectKind::name || all.subjects[b.subject].kind == SubjectKind::name;
  const bool items = input.units.sentences[a.sentence].place == Place::list && input.units.sentences[b.sentence].place == Place::list;
  // Items of lists, as in a change log, stand each for another thing or time.
  if (items || (!named && under_two_topics(input, a.sentence, b.sentence))) return std::nullopt;
  Clash clash{later, earlier, 0, 0, common_of(sorted_stems(all, a), sorted_stems(all, b))};
  const float subject = std::max(least_subject, std::min(a.subject_weight, b.subject_weight));
  const bool only_subject = says_only_is(input, all, a) && says_only_is(input, all, b) && subject >= whole_subject;
  if (!only_subject && (clash.common.stems.empty() || clash.common.of_shorter < standard.share || clash.common.overlap < standard.overlap))
    return std::nullopt;
  if (!only_subject &&
      clash.common.weight + std::min(subject, clash.common.overlap > 0.99F ? 2 * most_subject : most_subject) < standard.weight)
    return std::nullopt;
  if (has_own_name(input, all, a, clash.common) && has_own_name(input, all, b, clash.common)) return std::nullopt;
  for (std::uint32_t i = a.values.begin; i < a.values.end; ++i) {
    if (!is_alone(all, i, b.values)) continue;
    for (std::uint32_t k = b.values.begin; k < b.values.end; ++k) {
      clash.later_value = i;
      clash.earlier_value = k;
      const bool candidates =
          comparable(all.values[i], all.values[k]) && same_role(all.values[i], all.values[k]) && is_alone(all, k, a.values);
      if (candidates && others_agree(all, clash) && same_place(input, all, clash)) return clash;
    }
  }
  return std::nullopt;
}

/// The words that both statements have, as the later one writes them.
std::string shared_words(const CheckInput& input, const Statements& all, const Clash& clash) {
  const Statement& later = all.statements[clash.later];
  std::string shared;
  std::uint32_t count = 0;
  for (std::uint32_t i = later.stems.begin; i < later.stems.end && count < 5; ++i) {
    if (!has(clash.common, all.stems[i])) continue;
    if (!shared.empty()) shared += ", ";
    shared += words_as_written(input, {all.words[i], all.words[i] + 1});
    ++count;
  }
  return shared;
}

/// The value, and the words that the statement shares with the other one, its subject among them.
std::vector<Mark> marks_of_statement(const CheckInput& input, const Statements& all, const Statement& statement, IndexRange value,
                                     const Common& common) {
  Marks marks(input);
  marks.add(value, MarkKind::flips);
  const IndexRange subject = all.subjects[statement.subject].words;
  if (input.units.sentences[statement.sentence].words.contains(subject.begin)) marks.add(subject, MarkKind::aligns);
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) {
    if (has(common, all.stems[i])) marks.add({all.words[i], all.words[i] + 1}, MarkKind::aligns);
  }
  return marks.take();
}

/// The fact's value, the words that state it, and its subject where the sentence names it.
std::vector<Mark> marks_of_fact(const CheckInput& input, const Statements& all, const Fact& fact) {
  Marks marks(input);
  marks.add(fact.value_words, MarkKind::flips);
  const IndexRange whole = input.units.sentences[all.statements[fact.statement].sentence].words;
  if (whole.contains(fact.subject.words.begin)) marks.add(fact.subject.words, MarkKind::aligns);
  for (std::uint32_t word = fact.words.begin; word < fact.words.end; ++word) {
    if (!fact.value_words.contains(word)) marks.add({word, word + 1}, MarkKind::aligns);
  }
  return marks.take();
}

/// The duration, the event, and the words of the action that the other one has too.
std::vector<Mark> marks_of_timing(const CheckInput& input, const Timing& timing, const Timing& other) {
  Marks marks(input);
  marks.add({timing.words.begin, timing.words.end - 1}, MarkKind::flips);
  marks.add({timing.words.end - 1, timing.words.end}, MarkKind::aligns);
  const IndexRange whole = input.units.sentences[timing.sentence].words;
  for (std::uint32_t word = whole.begin; word < whole.end; ++word) {
    const StemId stem = form_of(input, word).stem;
    const auto same = [&](const auto& part) { return part.first == stem; };
    if (std::any_of(timing.action.begin(), timing.action.end(), same) && std::any_of(other.action.begin(), other.action.end(), same)) {
      marks.add({word, word + 1}, MarkKind::aligns);
    }
  }
  return marks.take();
}

/// Does a clash reach the tier whatever its subject weighs?
bool reaches(const Common& common, const SayingTier& tier) {
  return common.weight >= tier.weight && common.of_shorter >= tier.share && common.overlap >= tier.overlap;
}

/// Pairs of statements (later, earlier) that share words, or that say of one subject only what it is.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const Statements& all) {
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

void Agrees::compare_values(const CheckInput& input, const Statements& all, const ConditionTest& test,
                            std::vector<Finding>& findings) const {
  std::set<std::uint32_t> told;  // one finding a sentence
  for (const auto& [later, earlier] : pairs_of(all)) {
    if (told.contains(all.statements[later].sentence)) continue;
    if (!are_near(within, input, all.statements[later].sentence, all.statements[earlier].sentence)) continue;
    const auto clash = clash_of(input, all, standard, later, earlier);
    if (!clash || !test.holds(all.statements[later].sentence, all.values[clash->later_value].words) ||
        !test.holds(all.statements[earlier].sentence, all.values[clash->earlier_value].words))
      continue;
    told.insert(all.statements[later].sentence);
    const Span other = source_of_sentence(input, all.statements[clash->earlier].sentence);
    const std::string line = std::to_string(line_of(input, other));
    const std::string shared = shared_words(input, all, *clash);
    findings.push_back(
        {.severity = strict && reaches(clash->common, *strict) &&
                             !under_two_topics(input, all.statements[later].sentence, all.statements[earlier].sentence)
                         ? Severity::error
                         : severity,
         .source = source_of_sentence(input, all.statements[clash->later].sentence),
         .message = fill(message, {{"found", words_as_written(input, all.values[clash->later_value].words)},
                                   {"other", words_as_written(input, all.values[clash->earlier_value].words)},
                                   {"line", line},
                                   {"shared", shared}}),
         .related = {{.source = other,
                      .message = "says otherwise",
                      .marks =
                          marks_of_statement(input, all, all.statements[earlier], all.values[clash->earlier_value].words, clash->common)}},
         .marks = marks_of_statement(input, all, all.statements[later], all.values[clash->later_value].words, clash->common)});
  }
}

void Agrees::compare_facts(const CheckInput& input, const Statements& all, const ConditionTest& test,
                           std::vector<Finding>& findings) const {
  const std::vector<Fact> facts = read_facts(input, all, *fact, test);
  for (std::size_t later = 0; later < facts.size(); ++later) {
    const std::size_t compared = std::min(later, most_facts);
    const auto earlier = std::find_if(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(compared), [&](const Fact& candidate) {
      return are_near(within, input, all.statements[facts[later].statement].sentence, all.statements[candidate.statement].sentence) &&
             contradict(input, all, facts[later], candidate);
    });
    if (earlier == facts.begin() + static_cast<std::ptrdiff_t>(compared)) continue;
    const Span other = source_of_sentence(input, all.statements[earlier->statement].sentence);
    const std::string line = std::to_string(line_of(input, other));
    findings.push_back({.severity = severity,
                        .source = source_of_sentence(input, all.statements[facts[later].statement].sentence),
                        .message = fill(message, {{"found", words_as_written(input, cover(facts[later].words, facts[later].value_words))},
                                                  {"other", words_as_written(input, cover(earlier->words, earlier->value_words))},
                                                  {"line", line}}),
                        .related = {{.source = other, .message = "says otherwise", .marks = marks_of_fact(input, all, *earlier)}},
                        .marks = marks_of_fact(input, all, facts[later])});
  }
}

void Agrees::compare_timings(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const {
  std::vector<Timing> timings = timings_of(input);
  std::erase_if(timings, [&](const Timing& timing) {
    return input.units.sentences[timing.sentence].question || !test.holds(timing.sentence, timing.words);
  });
  for (std::size_t later = 0; later < timings.size(); ++later) {
    const auto end = timings.begin() + static_cast<std::ptrdiff_t>(std::min(later, most_facts));
    const auto earlier = std::find_if(timings.begin(), end, [&](const Timing& candidate) {
      return are_near(within, input, timings[later].sentence, candidate.sentence) && contradict(timings[later], candidate) &&
             !under_two_topics(input, timings[later].sentence, candidate.sentence);
    });
    if (earlier == end) continue;
    const Span other = source_of_sentence(input, earlier->sentence);
    const std::string line = std::to_string(line_of(input, other));
    findings.push_back(
        {.severity = severity,
         .source = source_of_sentence(input, timings[later].sentence),
         .message = fill(message, {{"found", words_as_written(input, timings[later].words)},
                                   {"other", words_as_written(input, earlier->words)},
                                   {"line", line}}),
         .related = {{.source = other, .message = "says otherwise", .marks = marks_of_timing(input, *earlier, timings[later])}},
         .marks = marks_of_timing(input, timings[later], *earlier)});
  }
}

void Agrees::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (fact && input.matches.of(fact->fact).size() < 2) return;
  const ConditionTest test(fact ? fact->conditions : conditions, input);
  if (of_timings) return compare_timings(input, test, findings);
  const Statements& all = statements_of(input);
  fact ? compare_facts(input, all, test, findings) : compare_values(input, all, test, findings);
}

SayingTier tier_of(const YamlValue& value, SayingTier tier) {
  for (const auto& [key, number] : value.entries) {
    const float read = std::strtof(number.scalar.c_str(), nullptr);
    (key.scalar == "weight" ? tier.weight : key.scalar == "share" ? tier.share : tier.overlap) = read;
  }
  return tier;
}

tl::expected<Check, Problems> compile_agrees(const Rule& rule, CompileContext& context) {
  Agrees check;
  check.of_timings = rule.text("of") == "timings";
  if (rule.field("fact") != nullptr) {
    check.fact = compile_facts(rule, context);
  } else {
    check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list, Place::footnote}));
    check.conditions.not_frames |= not_the_articles_own;
  }
  check.within = read_window(rule, "within", check.within);
  if (const YamlValue* tier = rule.field("standard"); tier != nullptr) check.standard = tier_of(*tier, check.standard);
  if (const YamlValue* tier = rule.field("strict"); tier != nullptr)
    check.strict = tier_of(*tier, {.weight = 15, .share = 0.9F, .overlap = 0.8F});
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind agrees_kind() {
  static const std::vector<Field> tier = {
      {.name = "weight", .type = FieldType::number, .description = "Weight of what both say; a rare word weighs 6 to 9."},
      {.name = "share", .type = FieldType::number, .description = "That weight / the weight of the lighter statement."},
      {.name = "overlap", .type = FieldType::number, .description = "That weight / the weight of both together."},
  };
  return {
      .name = "agrees",
      .description =
          "One thing has one value. Without `fact`, numbers, dates and measures are compared wherever two clauses say the same of the same "
          "subject. With `fact`, its phrases state a relation that has one value; `$value` captures it, `$subject` what it is said of "
          "(otherwise the subject of the clause; a pronoun or “the company” stands for the name before it). {found}, {other}, {line} and, "
          "without `fact`, {shared} may stand in the message.",
      .fields = {{.name = "of",
                  .type = FieldType::choice,
                  .description = "What is compared when there is no `fact`: the values of statements, or the timings of instructions.",
                  .values = {"values", "timings"}},
                 {.name = "fact",
                  .type = FieldType::phrase_list,
                  .description = "Phrases that state the relation; each captures `$value:`, a typed token."},
                 pair_within_field(),
                 {.name = "standard",
                  .type = FieldType::mapping,
                  .description = "Without `fact`: how much two statements must have in common (weight 9, share 0.75).",
                  .fields = tier},
                 {.name = "strict",
                  .type = FieldType::mapping,
                  .description = "Without `fact`: from here on a finding is an error.",
                  .fields = tier},
                 {.name = "wider",
                  .type = FieldType::word_list,
                  .description = "Names that may hold others, such as countries: one of these never contradicts one that is none."}},
      .quotes = {"found", "other", "line", "shared"},
      .compile = compile_agrees};
}

}  // namespace stet
