#include "claims/value_reader.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/decimal.h"
#include "units/calendar.h"
#include "units/measures.h"
#include "units/plural.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// Dates and years as days.
void make_temporal(const Typed& typed, Value& value) {
  value.kind = TypedKind::date;
  if (typed.kind == TypedKind::date) return;
  value.unit = "day";
  value.low = std::isfinite(typed.low) ? day_number(typed.low, 1, 1).value_or(0) : typed.low;
  value.high = std::isfinite(typed.high) ? day_number(typed.high, 12, 31).value_or(0) : typed.high;
}

constexpr double day = 86400;

/// So many times in a period; nothing when that is none, or the words do not end in time.
std::optional<Value> times_in(double times, double period, IndexRange words, std::uint32_t end) {
  if (period == 0 || words.end > end) return std::nullopt;
  const double a_day = times * day / period;
  return Value{TypedKind::quantity, Role::at, a_day, a_day, "times a day", words};
}

}  // namespace

bool is_part_of_version(const Article& article, Span digits) {
  const std::string_view text = article.text(digits);
  const auto at = [&](std::size_t place) { return place < article.plain.size() ? article.plain[place] : ' '; };
  const auto in_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  // Not those of "6 p.m.".
  const std::string_view number = text.substr(0, std::min(text.find_first_not_of("0123456789."), text.size()));
  if (std::count(number.begin(), number.end(), '.') >= 2) return true;
  if (text.size() > 1 && text[0] == '0' && text[1] != '.' && text.find_first_not_of("0123456789") == std::string_view::npos) return true;
  if (digits.begin > 1 && at(digits.begin - 1) == '.' && in_word(at(digits.begin - 2))) return true;
  return at(digits.end) == '.' && in_word(at(digits.end + 1));
}

std::string_view ValueReader::gap_before(std::uint32_t word) const { return stet::gap_before(input_, word); }

bool ValueReader::comma_before(std::uint32_t word) const {
  return word > whole_.begin && gap_before(word).find(',') != std::string_view::npos;
}

/// The clauses of a sentence are read one after the other: its forms are looked up once.
void ValueReader::look_at(IndexRange sentence) {
  whole_ = sentence;
  forms_.clear();
  for (std::uint32_t word = sentence.begin; word < sentence.end; ++word) forms_.push_back(&form_of(input_, word));
}

void ValueReader::read(IndexRange whole, IndexRange words, bool opening, std::vector<Value>& values) {
  if (whole_ != whole) look_at(whole);
  const auto all = typed_within(input_.units, words);
  const std::size_t first = values.size();
  auto typed = all.begin();
  for (std::uint32_t word = words.begin; word < words.end;) {
    std::uint32_t next = word + 1;
    if (auto value = worded_at(word, words.end)) {
      value->names = opening;
      values.push_back(*value);
      next = value->words.end;
    }
    const bool worded = values.size() > first && values.back().words.begin == word;
    for (; typed != all.end() && typed->words.begin < next; ++typed) {
      if (typed->words.begin != word || worded || typed->words.empty() || typed->words.end > words.end) continue;
      if (typed->kind == TypedKind::name || typed->kind == TypedKind::proper || typed->kind == TypedKind::citation) continue;
      values.push_back(value_of(*typed, words.end));
      values.back().names = values.back().names || opening;
    }
    word = next;
  }
  join(values, first);
}

Value ValueReader::value_of(const Typed& typed, std::uint32_t end) const {
  Value value{typed.kind, Role::at, typed.low, typed.high, typed.unit, typed.words, no_index, typed.approximate, false};
  value.place = typed.place;
  if (typed.kind == TypedKind::date || typed.kind == TypedKind::year) {
    make_temporal(typed, value);
    value.role = role_of(typed.words);
    value.names = names_something(typed);
    return value;
  }
  if (typed.kind == TypedKind::quantity && typed.unit == "g" && is_paid(typed.words)) {
    constexpr double grams = 453.59237;
    value.kind = TypedKind::money;
    value.unit = "GBP";
    value.low /= grams;
    value.high /= grams;
  }
  if (typed.kind == TypedKind::quantity && !typed.words.empty()) {
    const Measure* measure = measure_of(text(typed.words.end - 1));
    if (measure != nullptr && measure->unit == typed.unit && measure->offset == 0) value.scale = measure->factor;
  }
  const bool price = typed.kind == TypedKind::money;  // "the museum (€3)"
  value.names = (!price && is_reference(typed.words)) || is_version(typed) || is_marked_up(typed) || describes(typed);
  if (typed.kind == TypedKind::number || typed.kind == TypedKind::ordinal) value.counted = counted_behind(typed.words.end, end);
  return value;
}

/// A small whole number, in digits or as a word; 0 for anything else.
double ValueReader::number_at(std::uint32_t word) const {
  if (word >= whole_.end || (form(word).flags & form_number) == 0) return 0;
  const double value = has(word, word_number) ? decimal_at_start(form(word).text) : listed(word, WordClass::number, -1);
  return value >= 1 && value <= 1000 && value == std::floor(value) ? value : 0;
}

/// May a value begin at a word that is told as one of those below? Most words are turned away here.
bool ValueReader::may_be_worded(std::uint32_t word) const {
  const std::uint16_t flags = input_.units.words[word].flags;
  if ((flags & word_code) != 0) return false;
  if ((flags & (word_capitalized | word_number)) != 0 || (form(word).flags & form_number) != 0) return true;
  return is(word, WordClass::value_opener) || is(word, WordClass::period_adverb) || is(word, WordClass::ordinal) ||
         is(word, WordClass::without) || is(word, WordClass::decade) || text(word).ends_with("est");
}

std::optional<Value> ValueReader::worded_at(std::uint32_t word, std::uint32_t end) const {
  if (!may_be_worded(word)) return std::nullopt;
  if (auto frequency = frequency_at(word, end)) return frequency;
  if (auto single = single_at(word, end)) return single;
  if (auto span = unnumbered_at(word, end)) return span;
  if (auto lifetime = lifetime_at(word, end)) return lifetime;
  if (auto rating = rating_at(word, end)) return rating;
  if (auto share = share_at(word, end)) return share;
  if (auto age = age_at(word, end)) return age;
  if (auto rank = rank_at(word, end)) return rank;
  if (auto clock = clock_at(word, end)) return clock;
  if (auto weekday = weekday_at(word)) return weekday;
  if (auto degrees = degrees_at(word, end)) return degrees;
  if (auto free = free_at(word, end)) return free;
  if (auto decade = decade_at(word)) return decade;
  if (auto part = part_of_month_at(word, end)) return part;
  return month_at(word);
}

/// "every six hours", "every other day", "every half hour", "every quarter of an hour".
std::optional<Value> ValueReader::every_at(std::uint32_t word, std::uint32_t end) const {
  std::uint32_t next = word + 1;
  const double part = text(next) == "half" ? 2 : text(next) == "quarter" ? 4 : 0;
  if (part > 0) {
    ++next;
    if (text(next) == "of") ++next;
    if (is(next, WordClass::article)) ++next;
    return times_in(part, seconds_of_period(text(next)), {word, next + 1}, end);
  }
  const double of = number_at(next);
  const bool other = text(next) == "other" || text(next) == "second";
  next += of > 0 || other ? 1 : 0;
  const double period = seconds_of_period(text(next));
  return times_in(1 / (other ? 2 : std::max(of, 1.0)), period, {word, next + 1}, end);
}

/// "twice a day", "three times per week", "three flights a week", "every six hours", "once daily", "monthly": times a day.
std::optional<Value> ValueReader::frequency_at(std::uint32_t word, std::uint32_t end) const {
  const std::string_view here = text(word);
  std::uint32_t next = word + 1;
  if (here == "every") return every_at(word, end);
  if (is(word, WordClass::period_adverb)) {  // an adverb: "is published monthly", and not "a monthly paper"
    const bool adverb = next == whole_.end || comma_before(next) || (form(next).flags & form_stop_word) != 0;
    if (!adverb || word == whole_.begin || (form(word - 1).flags & form_stop_word) != 0) return std::nullopt;
    const double times = day / listed(word, WordClass::period_adverb, day);
    return Value{TypedKind::quantity, Role::at, times, times, "times a day", {word, next}};
  }
  const bool counted = here != "once" && here != "twice";
  const double times = counted ? number_at(word) : here == "once" ? 1 : 2;
  if (times == 0 || (counted && text(next) != "times" && !is(next, WordClass::recurring_event))) return std::nullopt;
  if (counted) ++next;
  double period = 0;
  if (is(next, WordClass::rate_determiner)) {
    period = seconds_of_period(text(++next));
  } else if (is(next, WordClass::period_adverb)) {
    period = listed(next, WordClass::period_adverb, 0);
  }
  return times_in(times, period, {word, next + 1}, end);
}

/// "one tablet a day", "a single capsule daily": one of them.
std::optional<Value> ValueReader::single_at(std::uint32_t word, std::uint32_t end) const {
  const bool single = text(word) == "a" && text(word + 1) == "single";
  const std::uint32_t noun = single ? word + 2 : word + 1;
  if ((!single && text(word) != "one") || noun + 1 >= end || !is_content(form(noun)) || is_plural(form(noun))) return std::nullopt;
  const bool rate = is(noun + 1, WordClass::period_adverb) ||
                    (is(noun + 1, WordClass::rate_determiner) && seconds_of_period(text(noun + 2)) > 0) || text(noun + 1) == "once" ||
                    text(noun + 1) == "twice";
  if (!rate) return std::nullopt;
  return Value{TypedKind::number, Role::at, 1, 1, "", {word, noun}, form(noun).stem};
}

/// "two thirds", "a quarter of", "half of", "one in five", "9 out of 10": a percentage.
std::optional<Value> ValueReader::share_at(std::uint32_t word, std::uint32_t end) const {
  const auto share = [&](double part, std::uint32_t last) {
    return Value{TypedKind::percent, Role::at, 100 * part, 100 * part, "%", {word, last}, no_index, true};
  };
  if (text(word) == "half" && (text(word + 1) == "of" || text(word + 1) == "the") && word + 2 < end) return share(0.5, word + 1);
  const double count = text(word) == "a" ? 1 : number_at(word);
  if (count == 0 || word + 1 >= end) return std::nullopt;
  const std::string_view next = text(word + 1);
  const double parts = listed(word + 1, WordClass::fraction, 0);
  if (parts > 0) {
    const bool told = text(word + 2) == "of" || is_amount_of_change(word, word + 2);
    return count < parts && told ? std::optional(share(count / parts, word + 2)) : std::nullopt;
  }
  const std::uint32_t of = next == "in" ? word + 2 : next == "out" && text(word + 2) == "of" ? word + 3 : no_index;
  if (of >= end || text(word) == "a") return std::nullopt;
  const double whole = number_at(of);
  const bool counts =
      whole > 0 && whole <= 100 && count < whole && measure_of(text(of + 1)) == nullptr && month_of(grammar(), text(of + 1)) == 0;
  return counts ? std::optional(share(count / whole, of + 1)) : std::nullopt;
}

/// "Falls by roughly a third": behind "by", and with no noun of its own.
bool ValueReader::is_amount_of_change(std::uint32_t word, std::uint32_t next) const {
  const auto says_how_near = [&](std::uint32_t at) {
    return is(at, WordClass::approximation) || text(at) == "over" || text(at) == "than" || text(at) == "more";
  };
  while (word > whole_.begin && says_how_near(word - 1)) --word;
  if (word == whole_.begin || text(word - 1) != "by") return false;
  return next >= whole_.end || comma_before(next) || (form(next).flags & form_stop_word) != 0;
}

/// "aged 34", "at the age of 34": a number of years, counted by the word itself.
std::optional<Value> ValueReader::age_at(std::uint32_t word, std::uint32_t end) const {
  std::uint32_t number = word + 1;
  if (text(word) == "age" && text(number) == "of") ++number;
  if ((text(word) != "aged" && text(word) != "age") || number >= end) return std::nullopt;
  const double age = number_at(number);
  const bool range = text(number + 1) == "to" || text(number + 1) == "and" || text(number + 1) == "or" || has(number + 1, word_joined) ||
                     has(number + 1, word_number);
  if (age == 0 || age > 125 || range || measure_of(text(number + 1)) != nullptr) return std::nullopt;
  return Value{TypedKind::number, Role::at, age, age, "", {number, number + 1}, form(word).stem};
}

/// "in May": days of a leap year.
std::optional<Value> ValueReader::month_at(std::uint32_t word) const {
  if (!has(word, word_capitalized) || word == whole_.begin) return std::nullopt;
  const int month = month_of(grammar(), text(word));
  const std::string_view before = text(word - 1);
  const bool dated = before == "in" || before == "since" || before == "until" || is(word - 1, WordClass::part_of_period);
  if (month == 0 || !dated) return std::nullopt;
  if (has(word + 1, word_number) || (has(word + 1, word_capitalized) && !comma_before(word + 1)) || text(word + 1) == "of")
    return std::nullopt;
  const double first = *day_number(1972, month, 1) - *day_number(1972, 1, 1);
  Value value{TypedKind::date, Role::at, first, first + 27, "day of year", {word, word + 1}};
  value.role = role_of(value.words);
  return value;
}

/// "The first day of July", "the end of September": days of a leap year.
std::optional<Value> ValueReader::part_of_month_at(std::uint32_t word, std::uint32_t end) const {
  const std::string_view here = text(word);
  const bool one_day = (here == "first" || here == "last") && text(word + 1) == "day";
  const bool part = here == "end" || here == "close" || here == "start" || here == "beginning" || here == "middle";
  const std::uint32_t of = one_day ? word + 2 : word + 1;
  if ((!one_day && !part) || of + 1 >= end || text(of) != "of" || !has(of + 1, word_capitalized) || has(of + 2, word_number))
    return std::nullopt;
  const int month = month_of(grammar(), text(of + 1));
  if (month == 0) return std::nullopt;
  const double first = *day_number(1972, month, 1) - *day_number(1972, 1, 1);
  const double last = (month == 12 ? 365 : *day_number(1972, month + 1, 1) - *day_number(1972, 1, 1) - 1);
  Value value{TypedKind::date, Role::at, first, last, "day of year", {word, of + 2}};
  if (here == "first") value.high = first;
  if (here == "start" || here == "beginning") value.high = first + 9;
  if (here == "middle") value.low = first + 7, value.high = last - 7;
  if (here == "end" || here == "close") value.low = last - 9;
  if (here == "last") value.low = last;
  value.role = role_of(value.words);
  return value;
}

/// "Five pounds" where somebody pays is money.
bool ValueReader::is_paid(IndexRange words) const {
  constexpr std::uint32_t reach = 8;
  const std::string_view unit = text(words.end - 1);
  if (unit != "pounds" && unit != "pound") return false;
  const std::uint32_t first = words.begin - std::min(words.begin, reach);  // with the question that it answers
  for (std::uint32_t w = first; w < std::min(words.end + reach, whole_.end); ++w) {
    if (is(w, WordClass::payment)) return true;
  }
  return false;
}

/// "second largest"; "the largest" is the first.
std::optional<Value> ValueReader::rank_at(std::uint32_t word, std::uint32_t end) const {
  const auto superlative = [&](std::uint32_t at) {
    return text(at).size() > 5 && text(at).ends_with("est") && !is(at, WordClass::superlative_lookalike);
  };
  const double nth = listed(word, WordClass::ordinal, -1);
  if (word + 1 < end && nth >= 1 && superlative(word + 1))
    return Value{TypedKind::ordinal, Role::at, nth, nth, rank_unit, {word, word + 2}, form(word + 1).stem};
  const bool only = word > whole_.begin + 1 && text(word - 1) == "the" && text(word - 2) != "of" && text(word - 2) != "among";
  if (only && word + 1 < end && superlative(word))
    return Value{TypedKind::ordinal, Role::at, 1, 1, rank_unit, {word, word + 1}, form(word).stem};
  return std::nullopt;
}

Role ValueReader::role_of(IndexRange words) const {
  std::uint32_t before = words.begin;
  while (before > whole_.begin) {
    const std::string_view word = text(before - 1);
    const bool nearer = is(before - 1, WordClass::part_of_period) || is(before - 1, WordClass::approximation);
    if (!nearer && word != "the" && word != "year" && word != "end") break;
    --before;
  }
  const std::string_view word = before > whole_.begin ? text(before - 1) : std::string_view();
  if (word == "from" || word == "since" || word == "between") return Role::from;
  if (word == "until" || word == "till" || word == "through") return Role::until;
  if (word == "by") return Role::by;
  if (word == "before" || (word == "to" && before > whole_.begin + 1 && text(before - 2) == "prior")) return Role::before;
  if (word == "after") return Role::after;
  // "2011 to 2019", "2011-2019", "2011 and 2019": a year right before it.
  const bool ends_span = (word == "to" || word == "and") && before > whole_.begin + 1 && has(before - 2, word_number);
  const bool joined = words.begin > whole_.begin && has(words.begin - 1, word_number) && gap_before(words.begin).size() <= 5 &&
                      gap_before(words.begin) != " " && !comma_before(words.begin);
  if (ends_span || joined || word == "to") return Role::until;
  const std::string_view next = text(words.end);
  const bool dash =
      has(words.end, word_number) && gap_before(words.end) != " " && !comma_before(words.end) && !has(words.begin, word_bracketed);
  const bool begins_span = dash || ((next == "to" || next == "until") && has(words.end + 1, word_number));
  return begins_span ? Role::from : Role::at;
}

/// "a 2014 study", "the 1998 election", "Euro 2016", "(Singh, 2014)": the year says which.
bool ValueReader::names_something(const Typed& typed) const {
  if (has(typed.words.begin, word_bracketed)) return true;
  const bool capital_before = typed.words.begin > whole_.begin + 1 && has(typed.words.begin - 1, word_capitalized) &&
                              !comma_before(typed.words.begin) && typed.kind == TypedKind::year;
  const std::uint32_t next = typed.words.end;
  const bool touches = next < whole_.end && !comma_before(next) && gap_before(next) == " ";
  const bool noun_behind =
      touches && (has(next, word_capitalized) || (form(next).flags & form_stop_word) == 0) && !looks_like_verb(form(next));
  const std::uint32_t before = typed.words.begin - 1;
  const bool article = typed.words.begin > whole_.begin && (is(before, WordClass::article) || is(before, WordClass::determiner));
  return capital_before || (noun_behind && (article || has(next, word_capitalized)));
}

/// "Figure 3", "version 2", "Route 66", "U-17".
bool ValueReader::is_reference(IndexRange words) const {
  if (words.begin == whole_.begin) {  // "5. Soil"
    const std::string_view gap = words.end < whole_.end ? gap_before(words.end) : std::string_view();
    return gap.starts_with('.') || gap.starts_with(')') || gap.starts_with(':');
  }
  const std::uint32_t before = words.begin - 1;
  if (has(words.begin, word_joined) && !has(before, word_symbol) && text(before) != "sub") return true;
  if (comma_before(words.begin) || gap_before(words.begin).find(':') != std::string_view::npos) return false;  // "Trial: 30 days"
  return is(before, WordClass::numbered_thing) || has(words.begin, word_bracketed) ||
         (has(before, word_capitalized) && before > whole_.begin && has(words.begin, word_number));
}

/// "5.10.1", "#4217": which one, not how many.
bool ValueReader::is_version(const Typed& typed) const {
  if (typed.plain.begin > 0 && input_.article.plain[typed.plain.begin - 1] == '#') return true;
  return typed.kind != TypedKind::time && has(typed.words.begin, word_number) && is_part_of_version(input_.article, typed.plain);
}

/// Markup inside a number: 2<sup>24</sup>.
bool ValueReader::is_marked_up(const Typed& typed) const {
  const Span digits = input_.units.words[typed.words.begin].plain;
  return has(typed.words.begin, word_number) && input_.article.to_source(digits).size() != digits.size();
}

/// "a 16-bit integer": which kind, not how many. Said of the subject ("is a 36-storey tower"), it is how many.
bool ValueReader::describes(const Typed& typed) const {
  if (typed.kind != TypedKind::number || !has(typed.words.end, word_joined) || has(typed.words.end, word_symbol)) return false;
  std::uint32_t before = typed.words.begin;
  constexpr std::uint32_t reach = 4;
  while (before > whole_.begin && typed.words.begin - before < reach && (form(before - 1).flags & form_be) == 0) --before;
  const bool said = before > whole_.begin && (form(before - 1).flags & form_be) != 0 && (text(before) == "a" || text(before) == "an");
  return !said;
}

/// The noun that is counted: the first plural of the next four words, else the first content word.
StemId ValueReader::counted_behind(std::uint32_t word, std::uint32_t end) const {
  StemId first = no_index;
  if (word + 1 < end && text(word) == "of") word += is(word + 1, WordClass::determiner) ? 2 : 1;  // "41 of her pictures"
  for (std::uint32_t w = word; w < std::min(word + 4, end); ++w) {
    if (w == word && text(w) == "such") continue;
    const bool verb = w > word && looks_like_verb(form(w)) && gap_before(w) != "-";  // "science-backed" is none
    if (comma_before(w) || verb || (form(w).flags & form_stop_word) != 0) break;
    if (!is_content(form(w)) || has(w, word_number) || has(w, word_symbol)) break;
    if (first == no_index) first = form(w).stem;
    if (is_plural(form(w))) return form(w).stem;
  }
  return first;
}

}  // namespace stet
