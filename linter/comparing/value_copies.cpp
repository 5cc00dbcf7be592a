#include "comparing/value_copies.h"

#include <algorithm>
#include <cmath>

#include "claims/headings.h"
#include "comparing/guards/contradiction.h"
#include "comparing/guards/values.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr Tier near_enough{0.8, 10, 1};
// Set 2026-11-25, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr double copied = 0.75;        ///< of both together, from which the same words stand around the value
constexpr double nearly_exact = 0.85;  ///< of both together: nothing else of weight is said in either (2026-12-01)
constexpr double overriding = 20;      ///< weight from which it does not matter that somebody else says so

/// "ranked second", "the third largest": which place among others, and not one of those that are told one after the other.
bool ranks(const CheckInput& input, const Value& value) {
  for (std::uint32_t back = 1; back <= 2 && value.words.begin >= back; ++back) {
    if (is(form_of(input, value.words.begin - back), WordClass::ranking_verb)) return true;
  }
  return value.unit == rank_unit;
}

std::uint32_t first_sentence(const Passages& passages, const Side& side) { return passages.passages[side.passage].first_sentence; }

constexpr double least_change = 0.15;

/// "up to 25", "up to 75"; "two to three", "two to seven": both may hold, but nobody says both in the same words.
bool are_bounded_otherwise(const Value& a, const Value& b) {
  const auto differ = [](double one, double two) {
    return std::isfinite(one) && std::isfinite(two) && std::abs(one - two) > least_change * std::max(std::abs(one), std::abs(two));
  };
  const bool same_shape =
      std::isfinite(a.low) == std::isfinite(b.low) && std::isfinite(a.high) == std::isfinite(b.high) && a.low != a.high && b.low != b.high;
  return same_shape && a.kind != TypedKind::date && !a.approximate && !b.approximate && (differ(a.low, b.low) || differ(a.high, b.high));
}

/// "Built before 1980", "built before 1990"; "since 2014", "since 2016".
bool are_dated_otherwise(const Value& a, const Value& b) {
  const bool bounded = a.role == Role::before || a.role == Role::after;
  return a.kind == TypedKind::date && b.kind == TypedKind::date && bounded && a.role == b.role && !a.approximate && !b.approximate &&
         (a.high < b.low || b.high < a.low);
}

}  // namespace

ValueCopies::ValueCopies(const CheckInput& input, const Statements& all, const Passages& passages)
    : input_(input), all_(all), passages_(passages), opposites_(no_opposites_, input.vocabulary) {
  statements_.assign(input.units.sentences.size() + 1, static_cast<std::uint32_t>(all.statements.size()));
  for (std::size_t s = all.statements.size(); s-- > 0;) statements_[all.statements[s].sentence] = static_cast<std::uint32_t>(s);
  for (std::size_t s = input.units.sentences.size(); s-- > 0;) statements_[s] = std::min(statements_[s], statements_[s + 1]);
}

/// The values of a sentence that are not among what aligns.
std::vector<ValueCopies::Given> ValueCopies::given(const Side& side) const {
  std::vector<Given> given;
  const std::uint32_t sentence = first_sentence(passages_, side);
  const Passage& passage = passages_.passages[side.passage];
  for (std::uint32_t s = statements_[sentence]; s < statements_[sentence + 1]; ++s) {
    const Statement& statement = all_.statements[s];
    for (std::uint32_t v = statement.values.begin; v < statement.values.end; ++v) {
      const IndexRange words = all_.values[v].words;
      if (!statement.words.contains(words.begin)) continue;  // of the opening
      for (std::uint32_t i = 0; i < side.aligned.size(); ++i) {
        if (side.aligned[i] || !words.contains(passages_.words[passage.stems.begin + i])) continue;
        given.push_back({v, s, side.gaps[i]});
        break;
      }
    }
  }
  return given;
}

/// Are both given of the same thing, as far as the words around them tell? Where all other words are the same (`exact`), they do.
bool ValueCopies::corresponds(const Given& later, const Given& earlier, bool exact) const {
  const Value& one = all_.values[later.value];
  const Value& two = all_.values[earlier.value];
  const Statement& a = all_.statements[later.statement];
  const Statement& b = all_.statements[earlier.statement];
  if (one.unit == rank_unit) return one.counted == two.counted;
  if (one.kind == TypedKind::ordinal) return ranks(input_, one) && ranks(input_, two);
  if (exact) return true;
  if (one.kind == TypedKind::number) return one.counted == two.counted && one.counted != no_index;
  if (one.kind != TypedKind::date) return true;
  const std::uint32_t verb_a = governing_verb(input_, a, one.words.begin);
  const std::uint32_t verb_b = governing_verb(input_, b, two.words.begin);
  return verb_a != no_index && verb_b != no_index && form_of(input_, verb_a).stem == form_of(input_, verb_b).stem;
}

/// "The Vela 3 Pro" beside "the Vela 3": a name that has a word more.
bool ValueCopies::extends_name(const Side& side) const {
  const auto capital = [&](std::uint32_t word) { return (input_.units.words[word].flags & word_capitalized) != 0; };
  const Passage& passage = passages_.passages[side.passage];
  for (std::uint32_t i = 1; i < side.aligned.size(); ++i) {
    const std::uint32_t word = passages_.words[passage.stems.begin + i];
    const std::uint32_t before = passages_.words[passage.stems.begin + i - 1];
    if (side.aligned[i] || !side.aligned[i - 1] || before + 1 != word || !capital(word)) continue;
    if (capital(before) || (input_.units.words[before].flags & word_number) != 0) return true;
  }
  return false;
}

std::optional<ValueCopy> ValueCopies::judge(const PairView& pair, const Given& later, const Given& earlier) const {
  const Flip flip{.kind = FlipKind::copies,
                  .later = all_.values[later.value].words,
                  .earlier = all_.values[earlier.value].words,
                  .gap = later.gap,
                  .places = 1};
  const Fit fit = fit_of(input_, passages_, opposites_, pair, flip);
  if (!reaches(fit, near_enough) || fit.other_subject || fit.beside) return std::nullopt;
  const bool exact = fit.overlap > 0.99;
  const Value& one = all_.values[later.value];
  const Value& two = all_.values[earlier.value];
  const bool otherwise = (exact && are_bounded_otherwise(one, two)) || (fit.overlap >= nearly_exact && are_dated_otherwise(one, two));
  if (!corresponds(later, earlier, exact) || (!disjoint(one, two) && !otherwise)) return std::nullopt;
  const std::uint32_t here = first_sentence(passages_, pair.later);
  const std::uint32_t there = first_sentence(passages_, pair.earlier);
  if (input_.units.sentences[here].place != Place::paragraph && input_.units.sentences[there].place != Place::paragraph)
    return std::nullopt;
  const bool copy = fit.overlap >= copied;
  if (!copy && (fit.before_later > 0 || fit.before_earlier > 0 || under_two_topics(input_, here, there))) return std::nullopt;
  if (in_two_entries(input_, here, there) || speaks_of_something_else(input_, passages_, pair, flip)) return std::nullopt;
  const bool override = copy && fit.weight >= overriding;
  if (!override && is_said_by_others(input_, passages_, pair, flip)) return std::nullopt;
  ValueCopy found{{later.statement, earlier.statement, later.value, earlier.value, {}}, exact};
  if (!others_agree(all_, found.clash) || speak_of_two_times(input_, all_, found.clash)) return std::nullopt;
  if (extends_name(pair.later) || extends_name(pair.earlier)) return std::nullopt;
  found.clash.common.weight = static_cast<float>(fit.weight);
  found.clash.common.of_shorter = static_cast<float>(fit.ratio);
  found.clash.common.overlap = static_cast<float>(fit.overlap);
  const Passage& passage = passages_.passages[pair.later.passage];
  for (std::uint32_t i = 0; i < passage.stems.size(); ++i) {
    if (pair.later.aligned[i]) found.clash.common.stems.push_back(passages_.stems[passage.stems.begin + i]);
  }
  std::sort(found.clash.common.stems.begin(), found.clash.common.stems.end());
  return found;
}

std::optional<ValueCopy> ValueCopies::find(const PairView& pair) const {
  if (pair.rotated || !are_denied_alike(pair)) return std::nullopt;
  const std::vector<Given> of_later = given(pair.later);
  if (of_later.empty() || of_later.size() > most_values) return std::nullopt;
  const std::vector<Given> of_earlier = given(pair.earlier);
  if (of_earlier.size() > most_values) return std::nullopt;
  for (const Given& later : of_later) {
    for (const Given& earlier : of_earlier) {
      const Value& one = all_.values[later.value];
      const Value& two = all_.values[earlier.value];
      if (later.gap != earlier.gap || !comparable(one, two) || !same_role(one, two)) continue;
      const Statement& a = all_.statements[later.statement];
      const Statement& b = all_.statements[earlier.statement];
      if (disjoint(one, two) && (!is_alone(all_, later.value, b.values) || !is_alone(all_, earlier.value, a.values))) continue;
      if (speaks_of_another(input_, all_, a) != speaks_of_another(input_, all_, b)) continue;
      if (auto found = judge(pair, later, earlier)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace stet
