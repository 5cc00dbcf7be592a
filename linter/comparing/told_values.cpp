#include "comparing/told_values.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "claims/headings.h"
#include "claims/told_circumstances.h"
#include "claims/value_reader.h"
#include "comparing/one_owner.h"
#include "comparing/parallel.h"
#include "comparing/same_context.h"
#include "units/calendar.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on new articles, with none more in clean twins (2026-11-29).
/// Claims of one attribute that each later one is compared with.
constexpr std::size_t most_compared = 48;
constexpr double half_a_day = 720;
constexpr double told_rounding = 0.1;

bool is_field(const Told& told) { return told.claim->of_front_matter; }

/// Places that tell one thing each of several: cells of one table, items of one list, what one sentence sets side by side.
bool side_by_side(const CheckInput& input, const Told& a, const Told& b) {
  if (is_field(a) != is_field(b)) return false;
  if (a.claim->sentence == b.claim->sentence) return true;
  if (is_field(a)) return a.claim->place != ClaimPlace::title && b.claim->place != ClaimPlace::title;
  const Sentence& one = input.units.sentences[a.claim->sentence];
  const Sentence& two = input.units.sentences[b.claim->sentence];
  // What one paragraph tells twice in the same words, counts twice or shares out it tells apart; two tables, or two lists, tell of two
  // things.
  const TypedKind kind = a.claim->value.kind;
  const bool tells_apart = !a.context.empty() || kind == TypedKind::percent || kind == TypedKind::number || one.place == Place::list;
  if (one.text == two.text && tells_apart) return true;
  if (a.claim->place == ClaimPlace::cell && b.claim->place == ClaimPlace::cell) return true;
  if (one.place == Place::list && two.place == Place::list) return true;
  if (are_parallel(input, a.claim->sentence, b.claim->sentence)) return true;
  // What has a name of its own is the same in every section.
  const bool named = a.owner.kind == OwnerKind::name && b.owner.kind == OwnerKind::name;
  return !named && under_two_topics(input, a.claim->sentence, b.claim->sentence);
}

/// The form right before a value in its sentence, or `no_index`.
std::uint32_t word_before(const CheckInput& input, const Told& told) {
  const CheckInput& text = input_of(input, *told.claim);
  const std::uint32_t first = told.claim->value.words.begin;
  return first == text.units.sentences[told.claim->sentence].words.begin ? no_index : text.units.words[first - 1].form;
}

bool same_circumstances(const CheckInput& input, const Told& a, const Told& b) {
  const bool placed_alike = (a.loose || b.loose) && word_before(input, a) == word_before(input, b);  // "on five stages"
  if (!placed_alike && ((a.loose && !b.determined) || (b.loose && !a.determined))) return false;
  // What is free is so by the month and by the year.
  const auto by_period = [&](const Told& told) {
    return std::all_of(told.apart_words.begin(), told.apart_words.end(), [&](IndexRange words) {
      return words.size() == 1 && is(form_of(input_of(input, *told.claim), words.begin), WordClass::period_adverb);
    });
  };
  if (a.apart.empty() && a.claim->value.unit == no_money_unit && by_period(b)) return true;
  if (b.apart.empty() && b.claim->value.unit == no_money_unit && by_period(a)) return true;
  return a.apart == b.apart || (a.always && a.apart.empty()) || (b.always && b.apart.empty());
}

/// Degrees of a scale that is not named may be of either.
bool degrees_differ(const Told& unnamed, const Told& named) {
  const auto apart = [&](double low, double high) { return unnamed.high + 1 < low || high + 1 < unnamed.low; };
  return apart(celsius_of(named.low), celsius_of(named.high)) && apart(fahrenheit_of(named.low), fahrenheit_of(named.high));
}

/// The longest of the units that a span is a whole number of.
double unit_of(double seconds) {
  constexpr double day = 86400;
  for (const double unit : {365.2425 * day, 365.2425 * day / 12, 7 * day, day, 3600.0, 60.0}) {
    const double times = seconds / unit;
    if (times > 0.9 && std::abs(times - std::round(times)) < 0.005 * times) return unit;
  }
  return 1;
}

/// "Three months" is "twelve weeks": what is told in two units is rounded in one of them.
bool durations_differ(const Told& a, const Told& b) {
  const bool exact = std::isfinite(a.low) && std::isfinite(b.low) && std::isfinite(a.high) && std::isfinite(b.high);
  if (!exact || unit_of(a.low) == unit_of(b.low) || a.low != a.high || b.low != b.high) return true;
  return std::abs(a.low - b.low) > told_rounding * std::max(a.low, b.low);
}

/// A date with its year and one without: are they two days?
bool days_differ(const Told& dated, const Told& unnamed) {
  constexpr double most = 31;
  constexpr double leap = 366;
  if (dated.high - dated.low > most) return false;  // a year
  const double year = std::floor(1970 + dated.low / 365.2425);
  double low = dated.low - day_number(year, 1, 1).value_or(0);
  if (low < 0) low = dated.low - day_number(year - 1, 1, 1).value_or(0);
  const double high = low + dated.high - dated.low;
  const double apart = std::max(low - unnamed.high, unnamed.low - high);
  return apart > 1 && apart < leap - 1;
}

bool times_differ(const Told& a, const Told& b) {
  const auto folded = [](double minutes) { return std::fmod(minutes, half_a_day); };
  const bool whole = a.claim->value.unit == time_unit && b.claim->value.unit == time_unit;
  const double slack = a.claim->value.approximate || b.claim->value.approximate ? 15 : 0;
  const double apart = whole ? std::abs(a.low - b.low) : std::abs(folded(a.low) - folded(b.low));
  return apart > slack && half_a_day - (whole ? 0 : apart) > slack;
}

/// "From 12 to 15 May" and "on 14 May": a day of a span is neither of its ends.
bool within_span(const Value& end, const Value& day) {
  return (end.role == Role::from && day.low >= end.low) || (end.role == Role::until && day.high <= end.high);
}

/// The first and the last day of a span differ; so may one of them and a day between.
bool of_one_span(const Value& a, const Value& b) {
  if (a.kind != TypedKind::date || b.kind != TypedKind::date || a.role == b.role) return false;
  const auto ends = [](const Value& value) { return value.role == Role::from || value.role == Role::until; };
  if (ends(a) && ends(b)) return true;
  return a.unit == b.unit && ((b.role == Role::at && within_span(a, b)) || (a.role == Role::at && within_span(b, a)));
}

}  // namespace

bool values_differ(const Told& a, const Told& b) {
  const Value& one = a.claim->value;
  const Value& two = b.claim->value;
  if (!a.limit && of_one_span(one, two)) return false;
  if (one.unit == weekday_unit) return one.low != two.low;
  if (one.kind == TypedKind::time) return times_differ(a, b);
  if (one.unit == degrees_unit && two.unit == "K") return degrees_differ(a, b);
  if (two.unit == degrees_unit && one.unit == "K") return degrees_differ(b, a);
  if (one.kind == TypedKind::date && two.kind == TypedKind::date && one.unit != two.unit)
    return two.unit == "day" ? days_differ(b, a) : days_differ(a, b);
  if (one.unit == no_money_unit && two.kind == TypedKind::money) return two.low > 0;
  if (two.unit == no_money_unit && one.kind == TypedKind::money) return one.low > 0;
  if (one.unit != two.unit) return false;
  Value left = one;
  Value right = two;
  left.low = a.low, left.high = a.high;
  right.low = b.low, right.high = b.high;
  if (a.limit) left.role = right.role = Role::at;
  return disjoint(left, right) && (one.kind != TypedKind::duration || durations_differ(a, b));
}

namespace {

/// "40 metres long and 18 metres wide": the words right behind the two say what each is of.
bool named_apart(const CheckInput& text, const Claim& a, const Claim& b) {
  const std::uint32_t end = text.units.sentences[a.sentence].words.end;
  const auto behind = [&](const Claim& claim) {  // "64 MB of memory"
    const std::uint32_t next = claim.value.words.end;
    return next < end && form_of(text, next).text == "of" ? next + 1 : next;
  };
  const std::uint32_t one = behind(a);
  const std::uint32_t two = behind(b);
  if (a.value.kind != TypedKind::quantity || one >= end || two >= end || !is_content(form_of(text, one)) || !is_content(form_of(text, two)))
    return false;
  return form_of(text, one).stem != form_of(text, two).stem;
}

/// "180 degrees, | or 160 degrees if it has a fan": the value behind holds under a condition, the one before as such.
bool is_alternative(const CheckInput& text, const Claim& behind, const Claim& before) {
  const std::uint32_t next = behind.value.words.end;
  if (behind.value.words.begin < before.value.words.end || next >= text.units.sentences[behind.sentence].words.end) return false;
  return is(form_of(text, next), WordClass::condition) || form_of(text, next).text == "if";
}

/// "A 30 ml bottle and a 10 ml bottle": another value of the kind, a few words away, and no words that tell the two apart.
bool stands_beside_another(const CheckInput& input, const Told& told) {
  constexpr std::uint32_t beside = 3;
  const Claim& claim = *told.claim;
  if (!told.apart_words.empty()) return false;  // "£9 for adults and £6 for children"
  const auto [begin, end] = of_sentence(claims_of(input), claim);
  return std::any_of(begin, end, [&](const Claim& other) {
    const bool another =
        other.value.low != claim.value.low && comparable(other.value, claim.value) && other.value.kind != TypedKind::number;
    if (!another || words_between(other.value.words, claim.value.words) > beside) return false;
    const CheckInput& text = input_of(input, claim);
    if (named_apart(text, claim, other) || is_alternative(text, other, claim)) return false;
    const auto [first, last] = std::minmax(claim.value.words.begin, other.value.words.begin);
    for (std::uint32_t w = first; w < last; ++w) {
      if (is(form_of(text, w), WordClass::coordinator)) return true;
    }
    return false;
  });
}

/// Lines without a verb, near each other, with the same words around another value: the form of a list.
bool alike_lines(const CheckInput& input, const Claim& a, const Claim& b) {
  constexpr std::uint32_t near = 4;
  const IndexRange one = input.units.sentences[a.sentence].words;
  const IndexRange two = input.units.sentences[b.sentence].words;
  const auto is_sentence = [&](const Claim& claim) {
    const Sentence& sentence = input.units.sentences[claim.sentence];
    return sentence.place == Place::paragraph && input.article.text(sentence.plain).ends_with('.');
  };
  if (a.of_front_matter || b.of_front_matter || one.size() != two.size() || (is_sentence(a) && is_sentence(b)) ||
      std::max(a.sentence, b.sentence) > std::min(a.sentence, b.sentence) + near)
    return false;
  for (std::uint32_t w = 0; w < one.size(); ++w) {
    if (looks_like_verb(form_of(input, one.begin + w))) return false;
    if (!a.value.words.contains(one.begin + w) && input.units.words[one.begin + w].form != input.units.words[two.begin + w].form)
      return false;
  }
  return true;
}

/// Are both values of one kind, so that they can agree or differ?
bool is_comparable(const Told& a, const Told& b) { return a.claim->value.kind == b.claim->value.kind || a.context.empty(); }

/// By claim told: does its sentence tell another value of the same thing? "A 30 ml bottle and a 10 ml bottle" are two.
std::vector<bool> told_with_another(const CheckInput& input, const std::vector<Told>& told) {
  std::vector<bool> result;
  result.reserve(told.size());
  for (const Told& one : told) result.push_back(stands_beside_another(input, one));
  for (std::size_t i = 1; i < told.size(); ++i) {
    const bool one_sentence = is_field(told[i]) == is_field(told[i - 1]) && told[i].claim->sentence == told[i - 1].claim->sentence;
    if (!one_sentence || told[i].counted != told[i - 1].counted || !same_circumstances(input, told[i], told[i - 1]) ||
        !values_differ(told[i], told[i - 1]))
      continue;
    result[i] = result[i - 1] = true;
  }
  return result;
}

/// "Battery guarantee" below "Guarantee": the keys of the parts that lines of one section set beside the whole.
std::set<std::vector<WordKey>> parts_beside_whole(const CheckInput& input, const std::vector<Told>& told) {
  const auto is_line = [](const Told& one) { return one.claim->place == ClaimPlace::cell || one.claim->place == ClaimPlace::label; };
  const auto section = [&](const Told& one) { return input.units.sentences[one.claim->sentence].section; };
  std::set<std::uint32_t> of_whole;
  for (const Told& one : told) {
    if (is_line(one) && one.owner.keys.empty()) of_whole.insert(section(one));
  }
  std::set<std::vector<WordKey>> parts;
  for (const Told& one : told) {
    if (is_line(one) && one.owner.kind == OwnerKind::nominal && !one.owner.keys.empty() && of_whole.contains(section(one))) {
      parts.insert(one.owner.keys);
    }
  }
  return parts;
}

/// Compares each claim that gives an attribute with those around it.
class ConflictFinder {
 public:
  ConflictFinder(const CheckInput& input, const std::vector<Told>& told)
      : input_(input),
        told_(told),
        topic_(claims_of(input).topic),
        ambiguous_(told_with_another(input, told)),
        parts_(parts_beside_whole(input, told)) {}

  std::vector<ValueConflict> find() const {
    std::vector<ValueConflict> conflicts;
    for (std::uint32_t later = 1; later < told_.size(); ++later) {
      if (ambiguous_[later]) continue;
      const Others others = others_of(later);
      if (others.agrees || holds_third_value(others.differ)) continue;
      const auto earlier = std::find_if(others.differ.begin(), others.differ.end(),
                                        [&](std::uint32_t other) { return other < later && !placed_apart(later, other); });
      if (earlier != others.differ.end()) conflicts.push_back({later, *earlier});
    }
    return conflicts;
  }

  std::vector<SilentPair> silent() const {
    std::vector<SilentPair> pairs;
    for (std::uint32_t later = 1; later < told_.size(); ++later) {
      const Others others = others_of(later);
      for (std::uint32_t earlier = later - static_cast<std::uint32_t>(std::min<std::size_t>(later, most_compared)); earlier < later;
           ++earlier) {
        const auto why = why_both(later, earlier, others);
        if (why) pairs.push_back({later, earlier, *why});
      }
    }
    return pairs;
  }

 private:
  const CheckInput& input_;
  const std::vector<Told>& told_;
  const std::vector<WordKey>& topic_;
  std::vector<bool> ambiguous_;
  std::set<std::vector<WordKey>> parts_;

  /// What else is told of a claim's thing, in its circumstances.
  struct Others {
    std::vector<std::uint32_t> differ;
    bool agrees = false;  ///< an earlier sentence tells the same: so it has been told of already
  };

  Others others_of(std::uint32_t later) const {
    Others others;
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(told_.size(), later + most_compared));
    const std::uint32_t begin = later - static_cast<std::uint32_t>(std::min<std::size_t>(later, most_compared));
    for (std::uint32_t other = begin; other < end; ++other) {
      if (other == later || !tell_one_thing(told_[later], told_[other])) continue;
      if (values_differ(told_[later], told_[other])) {
        others.differ.push_back(other);
      } else if (other < later && told_[other].claim->sentence != told_[later].claim->sentence) {
        others.agrees = true;
      }
    }
    return others;
  }

  bool tell_one_thing(const Told& a, const Told& b) const { return !told_apart(a, b); }

  /// What they say sets them apart.
  std::optional<WhyBoth> told_apart(const Told& a, const Told& b) const {
    if (!a.limit && of_one_span(a.claim->value, b.claim->value)) return WhyBoth::kinds;
    if (a.counted != b.counted) return WhyBoth::counted;
    if (!same_circumstances(input_, a, b)) return WhyBoth::circumstances;
    if (!is_comparable(a, b)) return WhyBoth::kinds;
    if (a.owner.keys != b.owner.keys && (parts_.contains(a.owner.keys) || parts_.contains(b.owner.keys))) return WhyBoth::things;
    return of_one_thing(a, b) ? std::nullopt : std::optional(WhyBoth::things);
  }

  bool of_one_thing(const Told& a, const Told& b) const {
    return a.context.empty() ? of_one_owner(input_, told_, a, b) : told_in_one_context(input_, topic_, a, b);
  }

  /// More is told apart than is seen here.
  bool holds_third_value(const std::vector<std::uint32_t>& differ) const {
    return std::any_of(differ.begin(), differ.end(),
                       [&](std::uint32_t other) { return values_differ(told_[differ.front()], told_[other]); });
  }

  /// Of two that differ and tell of one thing: their places set them apart.
  std::optional<WhyBoth> placed_apart(std::uint32_t later, std::uint32_t earlier) const {
    const Told& a = told_[later];
    const Told& b = told_[earlier];
    if (ambiguous_[earlier]) return WhyBoth::beside_another;
    if (side_by_side(input_, a, b)) return WhyBoth::side_by_side;
    return alike_lines(input_, *a.claim, *b.claim) ? std::optional(WhyBoth::alike_lines) : std::nullopt;
  }

  std::optional<WhyBoth> why_both(std::uint32_t later, std::uint32_t earlier, const Others& others) const {
    if (!values_differ(told_[later], told_[earlier])) return std::nullopt;
    if (const auto why = told_apart(told_[later], told_[earlier])) return why;
    if (ambiguous_[later]) return WhyBoth::beside_another;
    if (const auto why = placed_apart(later, earlier)) return why;
    if (others.agrees) return WhyBoth::told_before;
    return holds_third_value(others.differ) ? std::optional(WhyBoth::third_value) : std::nullopt;
  }
};

}  // namespace

std::vector<ValueConflict> value_conflicts(const CheckInput& input, const std::vector<Told>& told) {
  return ConflictFinder(input, told).find();
}

std::vector<SilentPair> silent_pairs(const CheckInput& input, const std::vector<Told>& told) {
  return ConflictFinder(input, told).silent();
}

std::string_view name(WhyBoth why) {
  switch (why) {
    case WhyBoth::circumstances:
      return "told for other people, times or variants";
    case WhyBoth::counted:
      return "of two things that are counted";
    case WhyBoth::things:
      return "told of two things";
    case WhyBoth::kinds:
      return "two kinds of value";
    case WhyBoth::beside_another:
      return "one stands beside a third in its sentence";
    case WhyBoth::side_by_side:
      return "in places that tell one thing each of several";
    case WhyBoth::alike_lines:
      return "in lines of one form";
    case WhyBoth::told_before:
      return "the later one has been told before";
    case WhyBoth::third_value:
      return "the article tells more than two";
  }
  return {};
}

}  // namespace stet
