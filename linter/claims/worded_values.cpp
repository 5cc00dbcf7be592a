// Values in words that hold no number and unit side by side: times of the day, days of the week, "a month", "17 degrees".
#include <algorithm>
#include <array>
#include <cmath>

#include "claims/value_reader.h"
#include "text/decimal.h"
#include "units/calendar.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr double half_day = 720;

/// 0 for Monday; -1 for another word. "Mondays" is all of them.
int weekday_of(const Grammar& grammar, std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return static_cast<int>(grammar.value(WordClass::weekday, word, -1));
}

Value clock(double minutes, std::string_view unit, IndexRange words) { return {TypedKind::time, Role::at, minutes, minutes, unit, words}; }

/// "in the evening" behind a time says which half of the day; so does "in the morning".
double half_named(std::string_view in, std::string_view the, std::string_view part) {
  if (in == "in" && the == "the" && (part == "evening" || part == "afternoon")) return half_day;
  if (in == "at" && the == "night") return half_day;
  return in == "in" && the == "the" && part == "morning" ? 0 : -1;
}

/// " -", ": -": a sign, and no dash between two numbers.
bool ends_in_minus(std::string_view gap) {
  constexpr auto signs = std::to_array<std::string_view>({"-", "\xE2\x88\x92", "\xE2\x80\x93"});
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return gap.size() > sign.size() && gap.ends_with(sign) && gap[gap.size() - sign.size() - 1] == ' ';
  });
}

}  // namespace

/// "noon", "midnight", "half past three", "ten to nine", "at 22.35", "until eleven".
std::optional<Value> ValueReader::clock_at(std::uint32_t word, std::uint32_t end) const {
  const std::string_view here = text(word);
  if (here == "noon" || here == "midday") return clock(half_day, time_unit, {word, word + 1});
  if (here == "midnight") return clock(0, time_unit, {word, word + 1});
  if (const auto past = past_hour_at(word, end)) return past;
  if (const auto minutes = colon_hour_at(word, end)) return minutes;
  if (const auto span = span_hour_at(word, end)) return span;
  if (!(word > whole_.begin && is(word - 1, WordClass::before_hour)) && !is_oclock(word + 1)) return std::nullopt;
  return bare_hour_at(word, end);
}

/// "half past three", "a quarter to nine", "twenty past six".
std::optional<Value> ValueReader::past_hour_at(std::uint32_t word, std::uint32_t end) const {
  const std::string_view here = text(word);
  const double minutes = here == "half" ? 30 : here == "quarter" ? 15 : number_at(word);
  const std::string_view turn = text(word + 1);
  if (minutes < 1 || minutes > 30 || word + 2 >= end || (turn != "past" && turn != "to")) return std::nullopt;
  const double hour = number_at(word + 2);
  const bool whole_numbers = here != "half" && here != "quarter";
  if (hour < 1 || hour > 12 || (turn == "to" && (whole_numbers || here == "half"))) return std::nullopt;
  const double of_half = std::fmod(hour, 12) * 60 + (turn == "past" ? minutes : -minutes);
  const double half = half_named(text(word + 3), text(word + 4), text(word + 5));
  const double folded = std::fmod(of_half + half_day, half_day);
  const std::uint32_t named = text(word + 3) == "at" ? word + 5 : word + 6;
  return half < 0 ? clock(folded, half_day_unit, {word, word + 3}) : clock(folded + half, time_unit, {word, named});
}

/// The hours of "open daily from 9 to 17" and "Opening hours: 10–18", each read when it is come to.
std::optional<Value> ValueReader::span_hour_at(std::uint32_t word, std::uint32_t end) const {
  constexpr std::uint32_t reach = 5;  // words back to "open"
  const auto joint_behind = [&](std::uint32_t hour) {
    const bool dash = hour + 1 < end && has(hour + 1, word_number) && gap_before(hour + 1) != " " && gap_before(hour + 1) != ":" &&
                      !comma_before(hour + 1);
    return dash ? hour + 1 : text(hour + 1) == "to" || text(hour + 1) == "till" || text(hour + 1) == "until" ? hour + 2 : no_index;
  };
  const auto first_of = [&](std::uint32_t hour) {  // the hour that begins the span
    if (joint_behind(hour) != no_index) return hour;
    for (const std::uint32_t back : {1U, 2U}) {
      if (hour >= whole_.begin + back && joint_behind(hour - back) == hour) return hour - back;
    }
    return no_index;
  };
  const std::uint32_t first = first_of(word);
  const std::uint32_t last = first == no_index ? no_index : joint_behind(first);
  if (last >= end) return std::nullopt;
  const auto opens = day_time_at(first);
  const auto closes = day_time_at(last);
  if (!opens || !closes || goes_on_behind_hour(last + 1, end, false) || is_part_of_version(input_.article, input_.units.words[last].plain))
    return std::nullopt;
  const std::uint32_t from = first - std::min(reach, first - whole_.begin);
  bool of_hours = false;
  for (std::uint32_t w = from; w < first; ++w) of_hours = of_hours || is(w, WordClass::before_hours);
  if (!of_hours) return std::nullopt;
  const DayTime& read = word == first ? *opens : *closes;
  const double minutes = read.hour * 60 + read.minute;
  const bool half = closes->hour <= 12 && opens->hour <= 12;
  return half ? clock(std::fmod(minutes, half_day), half_day_unit, {word, word + 1}) : clock(minutes, time_unit, {word, word + 1});
}

/// "At 8:15", "9:05 and 9:45", "Gate: 8:15": an hour of one digit, which of the day's halves is not said. "A ratio of 4:15" is none.
std::optional<Value> ValueReader::colon_hour_at(std::uint32_t word, std::uint32_t end) const {
  const std::uint32_t minute = word + 1;
  if (minute >= end || text(word).size() != 1 || text(minute).size() != 2 || !has(word, word_number) || !has(minute, word_number) ||
      gap_before(minute) != ":")
    return std::nullopt;
  const double hours = number_at(word);
  const double minutes = number_at(minute);
  const std::uint32_t next = minute + 1;
  const bool ends = next >= whole_.end || !gap_before(next).starts_with(' ') || comma_before(next) || is(next, WordClass::after_hour);
  const bool opens = word == whole_.begin || gap_before(word).find(':') != std::string_view::npos || is(word - 1, WordClass::before_hour);
  if (!(hours >= 1) || !(minutes <= 59) || !ends || !opens) return std::nullopt;
  if (next < whole_.end && gap_before(next).starts_with(':')) return std::nullopt;  // "1:02:30"
  return clock(hours * 60 + minutes, half_day_unit, {word, next});
}

bool ValueReader::is_oclock(std::uint32_t word) const { return text(word) == "o'clock"; }

/// "22.35", "10", "six": nothing of what is no time of a day.
std::optional<ValueReader::DayTime> ValueReader::day_time_at(std::uint32_t word) const {
  DayTime read;
  const std::string_view digits = text(word);
  const std::size_t point = digits.find('.');
  if (has(word, word_number) && point != std::string_view::npos) {
    const bool behind_span = word == whole_.begin || text(word - 1) == "to" || text(word - 1) == "and";
    if (digits.size() - point != 3 || point == 0 || point > 2 || behind_span) return std::nullopt;
    read.hour = decimal_at_start(digits.substr(0, point));
    read.minute = decimal_at_start(digits.substr(point + 1));
  } else {
    read.hour = number_at(word);
  }
  if (read.hour < 1 || read.hour > 24 || read.minute > 59) return std::nullopt;
  return read;
}

/// Does a number before the word `next` count what stands there, or belong to it? "At 10 metres", "at 4:15", "from 9 to 5".
bool ValueReader::goes_on_behind_hour(std::uint32_t next, std::uint32_t end, bool oclock) const {
  const bool minutes = next < whole_.end && gap_before(next) == ":" && has(next, word_number);  // read elsewhere, or not
  const bool ends = oclock || next >= whole_.end || comma_before(next) || !gap_before(next).starts_with(' ');
  const bool counts = (!ends && !is(next, WordClass::after_hour)) || (next < whole_.end && has(next, word_joined));
  const bool spans = next < end && has(next + 1, word_number) && text(next) == "to";
  return minutes || counts || spans;
}

/// A number behind "at" or "until" that counts nothing: "at 10", "at 22.35", "by six", "nine o'clock".
std::optional<Value> ValueReader::bare_hour_at(std::uint32_t word, std::uint32_t end) const {
  const bool oclock = is_oclock(word + 1);
  const std::uint32_t next = oclock ? word + 2 : word + 1;
  const auto read = day_time_at(word);
  if (!read || goes_on_behind_hour(next, end, oclock)) return std::nullopt;
  // "From five to nine" may be numbers; "from 9 to 5" and "between nine and five" are left alone for the same reason.
  const std::string_view before = word > whole_.begin ? text(word - 1) : std::string_view();
  if (!oclock && (before == "from" || before == "and" || before == "to")) return std::nullopt;
  const double of_day = read->hour * 60 + read->minute;
  const double half = half_named(text(next), text(next + 1), text(next + 2));
  if (read->hour > 12) return clock(of_day, time_unit, {word, next});
  return half < 0 ? clock(std::fmod(of_day, half_day), half_day_unit, {word, next})
                  : clock(std::fmod(of_day, half_day) + half, time_unit, {word, text(next) == "at" ? next + 2 : next + 3});
}

std::optional<Value> ValueReader::weekday_at(std::uint32_t word) const {
  if (!has(word, word_capitalized)) return std::nullopt;
  const int day = weekday_of(grammar(), text(word));
  if (day < 0) return std::nullopt;
  return Value{TypedKind::time, Role::at, static_cast<double>(day), static_cast<double>(day), weekday_unit, {word, word + 1}};
}

/// Is the span at a word the "a month" of "$5 a month", "twice a year", "3 per cent a year"?
bool ValueReader::is_rate(std::uint32_t word) const {
  const std::uint32_t first = word - std::min(3U, word - whole_.begin);
  for (std::uint32_t w = word; w-- > first;) {
    const std::string_view before = text(w);
    if (is(w, WordClass::coordinator) && w > whole_.begin && comma_before(w)) break;  // "two kilometres, or half an hour"
    if ((form(w).flags & form_number) != 0 || has(w, word_symbol) || before == "times" || before == "once" || before == "twice")
      return true;
  }
  // "Ten hours of communal work a year": behind what is measured, and not behind a verb.
  constexpr std::uint32_t reach = 6;
  if (word > whole_.begin && is_content(form(word - 1)) && !looks_like_verb(form(word - 1)) && gap_before(word) == " ") {
    for (std::uint32_t w = word - std::min(reach, word - whole_.begin); w < word; ++w) {
      if ((form(w).flags & form_number) != 0 && !comma_before(w + 1)) return true;
    }
  }
  return word > whole_.begin && (text(word - 1) == "per" || text(word - 1) == "such" || text(word - 1) == "quite");
}

/// "A lifetime warranty": longer than any.
std::optional<Value> ValueReader::lifetime_at(std::uint32_t word, std::uint32_t end) const {
  constexpr double lifetime = 100 * 365.2425 * 86400;
  if (text(word) != "lifetime" || word + 1 >= end || (text(word + 1) != "warranty" && text(word + 1) != "guarantee")) return std::nullopt;
  return Value{TypedKind::duration, Role::at, lifetime, lifetime, "s", {word, word + 1}};
}

/// "a month", "an hour", "half an hour", "three quarters of an hour", "a kilometre".
std::optional<Value> ValueReader::unnumbered_at(std::uint32_t word, std::uint32_t end) const {
  const auto article = [&](std::uint32_t at) { return text(at) == "a" || text(at) == "an"; };
  double factor = 1;
  std::uint32_t at = word;
  if (text(word) == "half" && article(word + 1)) {
    factor = 0.5;
    at = word + 1;
  } else if (text(word + 1) == "quarters" && text(word + 2) == "of" && article(word + 3) && number_at(word) == 3) {
    factor = 0.75;
    at = word + 3;
  } else if (article(word) && text(word + 1) == "quarter" && text(word + 2) == "of" && article(word + 3)) {
    factor = 0.25;
    at = word + 3;
  }
  if (!article(at) || at + 1 >= end || has(at + 1, word_joined)) return std::nullopt;
  if (is(at + 1, WordClass::unit_adjective) && at + 2 < end) ++at;
  const Measure* measure = text(at + 1).size() > 3 ? measure_of(text(at + 1)) : nullptr;
  const bool spans = measure != nullptr && (measure->kind == TypedKind::duration || measure->unit == "m") && !text(at + 1).ends_with('s');
  if (!spans || text(at + 1) == "second" || is_rate(word)) return std::nullopt;
  if (has(at + 2, word_joined) && at + 2 < whole_.end) return std::nullopt;  // "a year-long course" is read elsewhere
  const double value = factor * measure->factor;
  return Value{measure->kind, Role::at, value, value, measure->unit, {word, at + 2}, no_index, true};  // a round figure
}

/// "Free", "free of charge", "no charge", "costs nothing": no money, in whatever currency.
std::optional<Value> ValueReader::free_at(std::uint32_t word, std::uint32_t end) const {
  const std::uint32_t next = word + 1;
  const auto nothing = [&](std::uint32_t last) { return Value{TypedKind::money, Role::at, 0, 0, no_money_unit, {word, last}}; };
  if (is(word, WordClass::without) && is(next, WordClass::charge)) return nothing(word + 2);
  if (is(word, WordClass::without) && is(next, WordClass::way_in) && is(word + 2, WordClass::charge)) return nothing(word + 3);
  if (text(word) == "nothing" && word > whole_.begin && text(word - 1).starts_with("cost")) return nothing(next);
  if (text(word) != "free" || has(word, word_joined)) return std::nullopt;
  if (text(next) == "of" && is(word + 2, WordClass::charge))
    return is(word + 3, WordClass::preposition) ? std::nullopt : std::optional(nothing(word + 3));
  const bool be = word > whole_.begin && (form(word - 1).flags & form_be) != 0;
  const bool surely = word > whole_.begin + 1 && text(word - 1).ends_with("ly") && (form(word - 2).flags & form_be) != 0;
  const bool said = word == whole_.begin || be || surely || gap_before(word).find(':') != std::string_view::npos;
  // "Free for schools", "free on Sundays", "free from perfume" are something else.
  const bool ends = next >= end || comma_before(next) || is(next, WordClass::coordinator);
  return said && ends ? std::optional(nothing(next)) : std::nullopt;
}

/// "17 degrees", "minus nine degrees": of which scale is not said.
std::optional<Value> ValueReader::degrees_at(std::uint32_t word, std::uint32_t end) const {
  if (word + 1 >= end || (text(word + 1) != "degrees" && text(word + 1) != "\xC2\xB0")) return std::nullopt;
  const double size = has(word, word_number) ? decimal_at_start(text(word)) : listed(word, WordClass::number, -1);
  if (size < 0) return std::nullopt;
  const std::string_view scale = text(word + 2);
  const bool angle = is(word + 2, WordClass::beside_angle) || scale == "to";
  const bool below = word > whole_.begin && (ends_in_minus(gap_before(word)) || text(word - 1) == "minus");
  const double value = size * (below ? -1 : 1);
  const std::string_view before = word > whole_.begin ? text(word - 1) : std::string_view();
  if (angle || before == "rotate" || before == "by") return std::nullopt;
  if (measure_of(scale) != nullptr && measure_of(scale)->unit == "K") {
    const Measure& named = *measure_of(scale);
    const double kelvin = value * named.factor + named.offset;
    return Value{TypedKind::quantity, Role::at, kelvin, kelvin, named.unit, {word, word + 3}};
  }
  return Value{TypedKind::quantity, Role::at, value, value, degrees_unit, {word, word + 2}};
}

/// "the early sixties": of the century before this one, as people mean who write no digits.
std::optional<Value> ValueReader::decade_at(std::uint32_t word) const {
  const double decade = listed(word, WordClass::decade, -1);
  if (decade < 0 || word == whole_.begin) return std::nullopt;
  const std::string_view before = text(word - 1);
  if (before != "the" && !is(word - 1, WordClass::part_of_period)) return std::nullopt;
  const double first = 1900 + decade;
  const Years years = part_of({first, first + 9}, before);
  return Value{TypedKind::date, Role::at, *day_number(years.first, 1, 1), *day_number(years.last, 12, 31), "day", {word, word + 1}};
}

/// "an hour and a half", "a year and a half".
void ValueReader::add_half(Value& value) const {
  const std::uint32_t next = value.words.end;
  if (value.kind != TypedKind::duration || text(next) != "and" || text(next + 1) != "a" || text(next + 2) != "half") return;
  const Measure* measure = measure_of(text(next - 1));
  if (measure == nullptr) return;
  value.low += measure->factor / 2;
  value.high += measure->factor / 2;
  value.words.end = next + 3;
}

/// "Six or seven days": the number before has the unit of the one behind.
void ValueReader::join_choice(std::vector<Value>& values, std::size_t at) const {
  const Value& number = values[at];
  Value& measured = values[at + 1];
  if (number.kind != TypedKind::number || number.words.size() != 1 || measured.words.begin != number.words.end + 1) return;
  if (measured.kind != TypedKind::duration && measured.kind != TypedKind::quantity && measured.kind != TypedKind::money) return;
  const double last = number_at(measured.words.begin);
  const bool choice =
      (text(number.words.end) == "or" || text(number.words.end) == "to") && last > number.low && measured.low == measured.high;
  const bool part_of_many = number.low < 1 && last > 10;  // "cut in half to 45 days"
  if (!choice || part_of_many || measured.unit == "K") return;
  measured.low = number.low * (measured.high / last);
  measured.words.begin = number.words.begin;
  values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
}

/// "an hour and ten minutes", "5 hours 30 minutes", "6 ft 2 in" are one value.
void ValueReader::join(std::vector<Value>& values, std::size_t first) const {
  for (std::size_t i = first; i < values.size(); ++i) {
    add_half(values[i]);
    while (i + 1 < values.size() && values[i].words.end > values[i + 1].words.begin)
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  for (std::size_t i = first; i + 1 < values.size(); ++i) join_choice(values, i);
  for (std::size_t i = first; i + 1 < values.size(); ++i) {
    Value& whole = values[i];
    const Value& part = values[i + 1];
    const bool measured = whole.kind == TypedKind::duration || whole.kind == TypedKind::quantity;
    const std::uint32_t between = part.words.begin - std::min(part.words.begin, whole.words.end);
    const bool adjoins = between == 0 ? !comma_before(part.words.begin) && gap_before(part.words.begin) == " "
                                      : between == 1 && text(whole.words.end) == "and" && whole.kind == TypedKind::duration;
    const bool smaller = part.high > 0 && part.high < whole.low && whole.low == whole.high && std::isfinite(part.high);
    if (!measured || !adjoins || !smaller || part.kind != whole.kind || part.unit != whole.unit) continue;
    if (part.high >= 60 * 60 * 24 * 31 || whole.unit == "K") continue;
    whole.low += part.low;
    whole.high += part.high;
    whole.words.end = part.words.end;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// "4/5", "3.5 out of 5 stars", "three and a half stars out of five", "8 points of 10", and "7 out of 10" where no noun follows.
std::optional<Value> ValueReader::rating_at(std::uint32_t word, std::uint32_t end) const {
  constexpr auto best_of_scale = std::to_array<double>({5, 6, 10, 100});
  const auto is_point = [&](std::uint32_t at) {
    return at < end && (text(at) == "stars" || text(at) == "star" || text(at) == "points" || text(at) == "point");
  };
  double score = has(word, word_number) ? decimal_at_start(form(word).text) : number_at(word);
  if (score <= 0) return std::nullopt;
  std::uint32_t behind = word + 1;
  if (behind + 2 < end && text(behind) == "and" && text(behind + 1) == "a" && text(behind + 2) == "half") score += 0.5, behind += 3;
  const bool named = is_point(behind);
  std::uint32_t best = named ? behind + 1 : behind;
  if (best >= end) return std::nullopt;
  const bool slash = !named && gap_before(best) == "/";
  if (text(best) == "out" && text(best + 1) == "of") {
    best += 2;
  } else if (named && text(best) == "of") {
    ++best;
  } else if (!slash) {
    return std::nullopt;
  }
  const double of = number_at(best);
  const bool fits = score <= of && std::find(best_of_scale.begin(), best_of_scale.end(), of) != best_of_scale.end();
  const bool goes_on = best + 1 < whole_.end && gap_before(best + 1) == "/";   // "4/5/2031"
  const bool of_none = best + 1 >= whole_.end || gap_before(best + 1) != " ";  // "7 out of 10, but", not "7 out of 10 users"
  if (!fits || best >= end || goes_on || !(named || slash || of_none || is_point(best + 1))) return std::nullopt;
  const double percent = 100 * score / of;
  return Value{TypedKind::quantity, Role::at, percent, percent, rating_unit, {word, is_point(best + 1) ? best + 2 : best + 1}};
}

}  // namespace stet
