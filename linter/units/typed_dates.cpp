// Years, decades, days and times of the day.
#include <cmath>

#include "units/plural.h"
#include "units/typed_finder.h"

namespace stet {

std::uint32_t TypedFinder::ordinal_first(std::uint32_t word, const ReadNumber& nth) {
  if (const std::uint32_t taken = day_first(word); taken > 0) return taken;
  const std::string_view next = text(word + nth.words);
  if (next == "century" || next == "centuries") return period(word, nth.words + 1, years_of_century(nth.low));
  return emit(TypedKind::ordinal, word, nth.words, nth);
}

/// Some years, less for "early", "mid" and "late" before them.
std::uint32_t TypedFinder::period(std::uint32_t word, std::uint32_t count, Years years) {
  const std::string_view before = word > sentence_.begin ? text(word - 1) : std::string_view();
  years = part_of(years, before);
  if (is(word + count, WordClass::era_counted_back)) years = {-years.last, -years.first};
  return emit(TypedKind::year, word, count, {years.first, years.last, count, false});
}

/// "1998", "1970s", "2011-12"; a year that ends another's span is a token of its own.
std::uint32_t TypedFinder::year_first(std::uint32_t word) {
  if (!has(word, word_number) || !is_year(word)) return 0;
  const double year = *digits(word);
  if (has(word + 1, word_joined) && text(word + 1) == "s") return period(word, 2, years_of_decade(year));
  const bool spans = dash_before(word + 1) || text(word + 1) == "to" || text(word + 1) == "and" || text(word + 1) == "until";
  const std::uint32_t second = dash_before(word + 1) ? word + 1 : word + 2;
  if (spans && second < sentence_.end && has(second, word_number) && is_year(second)) return period(word, 1, {year, year});
  if (dash_before(word + 1) && has(word + 1, word_number) && text(word + 1).size() == 2)
    return period(word, 2, {year, std::floor(year / 100) * 100 + *digits(word + 1)});
  const bool followed = unit_at(word + 1) != nullptr || multiplier(word + 1) > 0 || text(word + 1) == "%" || dash_before(word + 1) ||
                        (word + 1 < sentence_.end && goes_on_in_letters(word + 1)) ||
                        (text(word + 1) == "to" && (form_flags(word + 2) & form_number) != 0) || counts_things(word);
  return followed ? 0 : period(word, 1, {year, year});
}

/// "1500 spectators", and not "in 1998 researchers" or "the 2014 elections".
bool TypedFinder::counts_things(std::uint32_t word) const {
  const bool plural = word + 1 < sentence_.end && is_plural(form(word + 1)) && (form_flags(word + 1) & form_stop_word) == 0 &&
                      !has(word + 1, word_capitalized);
  if (!plural || word == sentence_.begin || between(word + 1) != " ") return false;
  return !is(word - 1, WordClass::before_year);
}

/// "7:30 p.m.", "10 pm", "14:00": minutes of the day.
std::uint32_t TypedFinder::time_first(std::uint32_t word) {
  auto hour = digits(word);
  if (!hour) return 0;
  // "5.30 p.m."
  const std::size_t point = text(word).find('.');
  const double hundredths = std::round((*hour - std::floor(*hour)) * 100);
  const bool dotted = point != std::string_view::npos && text(word).size() == point + 3 && text(word + 1).size() > 1 &&
                      (text(word + 1)[0] == 'a' || text(word + 1)[0] == 'p') && text(word + 1).find('m') < 3;
  if (dotted) hour = std::floor(*hour);
  if (*hour > 24 || *hour != std::floor(*hour)) return 0;
  const bool colon = word + 1 < sentence_.end && between(word + 1) == ":" && has(word + 1, word_number) && text(word + 1).size() == 2;
  const double minute = colon ? *digits(word + 1) : dotted ? hundredths : 0;
  std::uint32_t count = colon ? 2 : 1;
  const std::string_view half = text(word + count);
  const bool morning = half == "am" || half == "a.m." || half == "a.m";
  const bool evening = half == "pm" || half == "p.m." || half == "p.m";
  if (!morning && !evening && (!colon || text(word).size() < 2)) return 0;
  if (minute > 59 || ((morning || evening) && (*hour > 12 || *hour < 1))) return 0;
  double hours = *hour;
  if (morning || evening) {
    hours = std::fmod(hours, 12) + (evening ? 12 : 0);
    ++count;
  }
  return emit(TypedKind::time, word, count, {hours * 60 + minute, hours * 60 + minute, count, false}, "min");
}

bool TypedFinder::is_year(std::uint32_t word) const {
  const std::string_view t = text(word);
  return t.size() == 4 && (t.starts_with("1") || t.starts_with("20")) && article_.plain[units_.words[word].plain.begin + 1] != ',' &&
         t.find('.') == std::string_view::npos;
}

std::uint32_t TypedFinder::date(std::uint32_t word, std::uint32_t count, double year, int month, double day_of_month) {
  const auto first = day_number(year, month, day_of_month > 0 ? day_of_month : 1);
  if (!first) return 0;
  const double span = day_of_month > 0 ? 0 : 27;
  return emit(TypedKind::date, word, count, {*first, *first + span, count, false}, "day");
}

/// A day without its year: the day's number in a leap year, in the unit "day of year".
std::uint32_t TypedFinder::day_of_year(std::uint32_t word, std::uint32_t count, int month, double day) {
  const auto first = day_number(1972, 1, 1);
  const auto number = day_number(1972, month, day);
  return number ? emit(TypedKind::date, word, count, {*number - *first, *number - *first, count, false}, "day of year") : 0;
}

/// Steps over the ending of "12th".
std::uint32_t TypedFinder::behind_day(std::uint32_t word) const {
  const std::string_view ending = text(word + 1);
  const bool ends = has(word + 1, word_joined) && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
  return ends ? word + 2 : word + 1;
}

/// "12" of "12–14 March" and "12 to 14 March": the word of the day that ends the span, or no_index.
std::uint32_t TypedFinder::last_day(std::uint32_t first) const {
  const std::uint32_t next = behind_day(first);
  const bool and_between = text(next) == "and" && first > sentence_.begin && text(first - 1) == "between";
  const std::uint32_t last = dash_before(next) ? next : text(next) == "to" || text(next) == "until" || and_between ? next + 1 : no_index;
  if (last >= sentence_.end) return no_index;
  const double day = digits(last).value_or(0);
  return day > digits(first).value_or(0) && day <= 31 && day == std::floor(day) ? last : no_index;
}

/// "March 12, 2019", "March 2019", "March 12", "March 12-14, 2019": both days of a span.
std::uint32_t TypedFinder::month_first(std::uint32_t word) {
  const int month = month_of(vocabulary_.grammar(), text(word));
  if (word + 1 < sentence_.end && has(word + 1, word_number) && is_year(word + 1)) return date(word, 2, *digits(word + 1), month, 0);
  const auto day = word + 1 < sentence_.end ? digits(word + 1) : std::nullopt;
  if (!day || *day < 1 || *day > 31 || *day != std::floor(*day)) return 0;
  std::uint32_t year = behind_day(word + 1);
  if (has(year, word_number) && is_year(year)) return date(word, year + 1 - word, *digits(year), month, *day);
  const std::uint32_t first_end = year;
  const std::uint32_t last = last_day(word + 1);
  if (last != no_index) year = behind_day(last);
  const bool dated = year < sentence_.end && has(year, word_number) && is_year(year);
  if (!dated && year < sentence_.end && (unit_at(year) != nullptr || text(year) == "%")) return 0;
  const auto emit_day = [&](std::uint32_t first, std::uint32_t end, double of_month) {
    return dated ? date(first, end - first, *digits(year), month, of_month) : day_of_year(first, end - first, month, of_month);
  };
  const std::uint32_t taken = emit_day(word, first_end, *day);
  if (taken == 0 || last == no_index) return taken;
  const std::uint32_t more = emit_day(last, dated ? year + 1 : year, *digits(last));
  return more == 0 ? taken : last + more - word;
}

/// "12", and "fifteenth" where a month follows behind "of".
std::optional<double> TypedFinder::day_of_month(std::uint32_t word) const {
  if (const auto number = digits(word)) return number;
  const double day = is(word, WordClass::ordinal) && text(word + 1) == "of" ? ordinal_of(text(word)) : -1;
  return day > 0 ? std::optional(day) : std::nullopt;
}

/// "12 March 2019", "2019-03-12", "12 March", and the "12" of "12-14 March 2019".
std::uint32_t TypedFinder::day_first(std::uint32_t word) {
  const auto first = day_of_month(word);
  if (!first) return 0;
  if (is_year(word) && dash_before(word + 1) && dash_before(word + 2) && digits(word + 1) && digits(word + 2)) {
    const double month = *digits(word + 1);
    return month >= 1 && month <= 12 ? date(word, 3, *first, static_cast<int>(month), *digits(word + 2)) : 0;
  }
  const std::uint32_t last = last_day(word);
  std::uint32_t month = behind_day(last == no_index ? word : last);
  if (text(month) == "of") ++month;
  if (!has(month, word_capitalized) || month_of(vocabulary_.grammar(), text(month)) == 0 || *first < 1 || *first > 31) return 0;
  const bool dated = has(month + 1, word_number) && is_year(month + 1);
  const std::uint32_t end = last != no_index ? behind_day(word) : dated ? month + 2 : month + 1;
  const int named = month_of(vocabulary_.grammar(), text(month));
  if (dated) return date(word, end - word, *digits(month + 1), named, *first);
  return *first == std::floor(*first) ? day_of_year(word, end - word, named, *first) : 0;
}

}  // namespace stet
