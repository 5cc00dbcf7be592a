#include "units/typed.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "units/calendar.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nearly = 0.1;  // "just under 50" is no less than 45

/// A number read at some word, and how many words it takes.
struct Read {
  double low = 0;
  double high = 0;
  std::uint32_t words = 0;
  bool approximate = false;
};

class TypedFinder {
 public:
  TypedFinder(const Article& article, const Vocabulary& vocabulary, Units& units)
      : article_(article), vocabulary_(vocabulary), units_(units) {}

  void run() {
    for (const Sentence& sentence : units_.sentences) {
      sentence_ = sentence.words;
      for (std::uint32_t word = sentence_.begin; word < sentence_.end;) {
        const std::uint32_t taken = at(word);
        word += std::max(taken, 1U);
      }
    }
  }

 private:
  const Article& article_;
  const Vocabulary& vocabulary_;
  Units& units_;
  IndexRange sentence_;

  const Form& form(std::uint32_t word) const { return vocabulary_.form(units_.words[word].form); }
  std::string_view text(std::uint32_t word) const { return word < sentence_.end ? std::string_view(form(word).text) : std::string_view(); }
  bool has(std::uint32_t word, WordFlag flag) const { return word < sentence_.end && (units_.words[word].flags & flag) != 0; }

  double number_of(std::string_view word) const { return vocabulary_.grammar().value(WordClass::number, word, -1); }
  double ordinal_of(std::string_view word) const { return vocabulary_.grammar().value(WordClass::ordinal, word, -1); }

  std::uint32_t emit(TypedKind kind, std::uint32_t first, std::uint32_t count, const Read& value, std::string_view unit = {}) {
    const Span plain{units_.words[first].plain.begin, units_.words[first + count - 1].plain.end};
    units_.typed.push_back({kind, {first, first + count}, plain, value.low, value.high, unit, value.approximate});
    return count;
  }

  /// Tries each kind at a word; returns the words taken.
  std::uint32_t at(std::uint32_t word) {
    const Form& here = form(word);
    if ((units_.words[word].flags & word_code) != 0) return 0;
    if (has(word, word_capitalized) && is(here, WordClass::month)) {
      if (const std::uint32_t taken = month_first(word); taken > 0) return taken;
    }
    if (has(word, word_symbol)) return money_first(word);
    if (const auto nth = ordinal(word)) return ordinal_first(word, *nth);
    if ((here.flags & form_number) != 0) return number_first(word);
    if (const std::uint32_t taken = vague_first(word); taken > 0) return taken;
    if (has(word, word_capitalized)) return currency_of(here.text).empty() ? name(word) : money_first(word);
    return 0;
  }

  std::optional<double> digits(std::uint32_t word) const {
    if (!has(word, word_number)) return std::nullopt;
    return std::strtod(form(word).text.c_str(), nullptr);
  }

  double multiplier(std::uint32_t word) const {
    const std::string_view t = text(word);
    if (t == "hundred" || t == "thousand" || t == "million" || t == "billion" || t == "trillion" || t == "dozen") return number_of(t);
    if (has(word, word_joined) && (t == "k" || t == "m" || t == "bn")) return t == "k" ? 1e3 : t == "m" ? 1e6 : 1e9;
    return 0;
  }

  /// One value: digits or number words, with multipliers: "2.5 million", "twenty five", "a dozen".
  std::optional<Read> value(std::uint32_t word) const {
    Read read;
    double total = 0;
    if (const auto number = digits(word)) {
      total = *number;
      read.words = 1;
    } else {
      for (std::uint32_t w = word; w < sentence_.end; ++w) {
        const double part = number_of(text(w));
        if (part < 0) break;
        total = part >= 100 && total > 0 ? total * part : total + part;
        ++read.words;
      }
      if (read.words == 0) return std::nullopt;
    }
    double factor = multiplier(word + read.words);
    while (factor > 0) {
      total *= factor;
      ++read.words;
      factor = multiplier(word + read.words);
    }
    // "Four and a half hours".
    const std::uint32_t behind = word + read.words;
    if (text(behind) == "and" && text(behind + 1) == "a" && text(behind + 2) == "half" && behind + 3 < sentence_.end &&
        unit_at(behind + 3) != nullptr) {
      total += 0.5;
      read.words += 3;
    }
    read.low = read.high = total;
    return read;
  }

  std::string_view between(std::uint32_t word) const {
    return article_.text({units_.words[word - 1].plain.end, units_.words[word].plain.begin});
  }

  bool dash_before(std::uint32_t word) const {
    if (word >= sentence_.end) return false;
    const std::string_view gap = between(word);
    return gap == "-" || gap == "\xE2\x80\x93" || gap == " - " || gap == " \xE2\x80\x93 ";
  }

  /// A value or a range, with what stands before it: "at least 20", "10–12", "between 5 and 7".
  std::optional<Read> interval(std::uint32_t word) const { return interval(word, word); }

  /// `first` is where the whole begins, a currency sign included.
  std::optional<Read> interval(std::uint32_t word, std::uint32_t first) const {
    auto read = value(word);
    if (!read) return read;
    const std::uint32_t next = word + read->words;
    const bool to = text(next) == "to" || (text(next) == "and" && first > sentence_.begin && text(first - 1) == "between");
    const std::uint32_t second = to ? next + 1 : next;
    if ((to || dash_before(next)) && second < sentence_.end) {
      if (const auto upper = value(second); upper && upper->low > read->low) {
        read->high = upper->low;
        read->words = second + upper->words - word;
      }
    }
    or_more(word + read->words, *read);
    qualify(first, *read);
    return read;
  }

  /// "three or more", "20 or less", "20+".
  void or_more(std::uint32_t next, Read& read) const {
    if (text(next) == "+" && has(next, word_joined) && !has(next + 1, word_joined)) {
      read.high = infinity;
      ++read.words;
      return;
    }
    if (text(next) != "or") return;
    const std::string_view direction = text(next + 1);
    if (direction == "more" || direction == "greater" || direction == "higher") {
      read.high = infinity;
    } else if (direction == "less" || direction == "fewer") {
      read.low = -infinity;
    } else {
      return;
    }
    read.words += 2;
  }

  void qualify(std::uint32_t word, Read& read) const {
    if (word == sentence_.begin) return;
    const std::string_view one = text(word - 1);
    const std::string_view two = word > sentence_.begin + 1 ? text(word - 2) : std::string_view();
    const bool negated = word > sentence_.begin + 2 && text(word - 3) == "no";
    if (one == "about" || one == "around" || one == "roughly" || one == "approximately" || one == "nearly" || one == "almost" ||
        one == "some" || one == "circa" || (one == "to" && two == "close")) {
      read.approximate = true;
    } else if ((one == "under" || one == "below" || one == "over" || one == "above") &&
               (two == "just" || two == "slightly" || two == "barely" || two == "little")) {
      const bool less = one == "under" || one == "below";
      (less ? read.low : read.high) *= less ? 1 - nearly : 1 + nearly;
    } else if ((one == "least" && two == "at") || one == "over" || one == "exceeding" ||
               (one == "than" && (two == "more" || two == "greater"))) {
      (negated ? read.low : read.high) = negated ? -infinity : infinity;
    } else if ((one == "to" && two == "up") || one == "under" || one == "below" || (one == "most" && two == "at") ||
               (one == "than" && (two == "less" || two == "fewer"))) {
      (negated ? read.high : read.low) = negated ? infinity : -infinity;
    }
  }

  /// "third", "2nd", "twenty-first".
  std::optional<Read> ordinal(std::uint32_t word) const {
    if (const double nth = ordinal_of(text(word)); nth > 0) return Read{nth, nth, 1, false};
    if (word + 1 >= sentence_.end || !has(word + 1, word_joined)) return std::nullopt;
    const std::string_view ending = text(word + 1);
    if (const auto number = digits(word); number && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th"))
      return Read{*number, *number, 2, false};
    const double tens = number_of(text(word));
    const double ones = ordinal_of(ending);
    if (tens >= 20 && tens < 100 && ones > 0 && ones < 10) return Read{tens + ones, tens + ones, 2, false};
    return std::nullopt;
  }

  std::uint32_t ordinal_first(std::uint32_t word, const Read& nth) {
    if (const std::uint32_t taken = day_first(word); taken > 0) return taken;
    const std::string_view next = text(word + nth.words);
    if (next == "century" || next == "centuries") return period(word, nth.words + 1, years_of_century(nth.low));
    return emit(TypedKind::ordinal, word, nth.words, nth);
  }

  /// Some years, less for "early", "mid" and "late" before them.
  std::uint32_t period(std::uint32_t word, std::uint32_t count, Years years) {
    const std::string_view before = word > sentence_.begin ? text(word - 1) : std::string_view();
    years = part_of(years, before);
    if (const std::string_view era = text(word + count); era == "bc" || era == "bce") years = {-years.last, -years.first};
    return emit(TypedKind::year, word, count, {years.first, years.last, count, false});
  }

  /// "1998", "1970s", "2011-12"; a year that ends another's span is a token of its own.
  std::uint32_t year_first(std::uint32_t word) {
    if (!has(word, word_number) || !is_year(word)) return 0;
    const double year = *digits(word);
    if (has(word + 1, word_joined) && text(word + 1) == "s") return period(word, 2, years_of_decade(year));
    const bool spans = dash_before(word + 1) || text(word + 1) == "to" || text(word + 1) == "and" || text(word + 1) == "until";
    const std::uint32_t second = dash_before(word + 1) ? word + 1 : word + 2;
    if (spans && second < sentence_.end && has(second, word_number) && is_year(second)) return period(word, 1, {year, year});
    if (dash_before(word + 1) && has(word + 1, word_number) && text(word + 1).size() == 2)
      return period(word, 2, {year, std::floor(year / 100) * 100 + *digits(word + 1)});
    const bool followed = unit_at(word + 1) != nullptr || multiplier(word + 1) > 0 || text(word + 1) == "%" || dash_before(word + 1) ||
                          (text(word + 1) == "to" && (form_flags(word + 2) & form_number) != 0) || counts_things(word);
    return followed ? 0 : period(word, 1, {year, year});
  }

  std::uint16_t form_flags(std::uint32_t word) const { return word < sentence_.end ? form(word).flags : std::uint16_t{0}; }

  /// "1500 spectators", and not "in 1998 researchers" or "the 2014 elections".
  bool counts_things(std::uint32_t word) const {
    const std::string_view next = text(word + 1);
    const bool plural = next.size() > 3 && (next.ends_with('s') || next == "people" || next == "children") &&
                        (form_flags(word + 1) & form_stop_word) == 0 && !has(word + 1, word_capitalized);
    if (!plural || word == sentence_.begin || between(word + 1) != " ") return false;
    return !is(form(word - 1), WordClass::before_year);
  }

  /// "7:30 p.m.", "10 pm", "14:00": minutes of the day.
  std::uint32_t time_first(std::uint32_t word) {
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

  /// "a few days", "several weeks", "a couple of hours".
  std::uint32_t vague_first(std::uint32_t word) {
    const std::string_view here = text(word);
    Read read{0, 0, 1, true};
    if (here == "several") {
      read.low = 3, read.high = 9;
    } else if (here == "few" && word > sentence_.begin && text(word - 1) == "a") {
      read.low = 2, read.high = 6;
    } else if (here == "couple" && text(word + 1) == "of") {
      read.low = 2, read.high = 3, read.words = 2;
    } else {
      return 0;
    }
    const Measure* measure = word + read.words < sentence_.end ? unit_at(word + read.words) : nullptr;
    if (measure == nullptr || measure->kind != TypedKind::duration) return 0;
    return emit(TypedKind::duration, word, read.words + 1, scaled(read, *measure), measure->unit);
  }

  std::uint32_t number_first(std::uint32_t word) {
    if (const std::uint32_t taken = day_first(word); taken > 0) return taken;
    if (const std::uint32_t taken = time_first(word); taken > 0) return taken;
    if (const std::uint32_t taken = year_first(word); taken > 0) return taken;
    auto read = interval(word);
    if (!read) return 0;
    std::uint32_t next = word + read->words;
    if (next + 1 < sentence_.end && measures_fully(text(next)) && unit_at(next + 1) != nullptr) {  // "five working days"
      ++next;
      ++read->words;
    }
    if (next < sentence_.end) {
      const std::string_view unit = text(next);
      if (unit == "%" || unit == "percent" || unit == "per") return percent(word, *read, next);
      if (unit == "\xC2\xB0") return degrees(word, *read, next);
      if (const std::string_view currency = currency_of(unit); !currency.empty() && unit != "$")
        return emit(TypedKind::money, word, read->words + 1, *read, currency);
      if (unit == "square") {
        if (const std::uint32_t taken = square(word, *read, next); taken > 0) return taken;
      }
      if (const Measure* measure = unit_at(next)) return emit(measure->kind, word, read->words + 1, scaled(*read, *measure), measure->unit);
    }
    if (read->words == 1 && text(word) == "one") return 0;
    return emit(TypedKind::number, word, read->words, *read);
  }

  static bool measures_fully(std::string_view word) {
    return word == "working" || word == "business" || word == "full" || word == "whole" || word == "consecutive" || word == "solid";
  }

  /// "-8 °C", "minus 8 °C".
  bool is_negative(std::uint32_t word) const {
    if (word > sentence_.begin && text(word - 1) == "minus") return true;
    const std::string_view before = std::string_view(article_.plain).substr(0, units_.words[word].plain.begin);
    const std::size_t sign = before.ends_with('-') ? 1 : before.ends_with("\xE2\x88\x92") ? 3 : 0;
    if (sign == 0) return false;
    const std::size_t first = before.size() - sign;
    return first == 0 || before[first - 1] == ' ' || before[first - 1] == '(' || before[first - 1] == '\n';
  }

  std::uint32_t percent(std::uint32_t word, const Read& read, std::uint32_t next) {
    const bool per_cent = text(next) == "per" && text(next + 1) == "cent";
    if (text(next) == "per" && !per_cent) return emit(TypedKind::number, word, read.words, read);
    return emit(TypedKind::percent, word, read.words + (per_cent ? 2 : 1), read, "%");
  }

  /// "40 square kilometers", in square meters.
  std::uint32_t square(std::uint32_t word, Read read, std::uint32_t next) {
    const Measure* side = next + 1 < sentence_.end ? unit_at(next + 1) : nullptr;
    if (side == nullptr || side->unit != "m") return 0;
    return emit(TypedKind::quantity, word, read.words + 2, scaled(read, {side->kind, "m2", side->factor * side->factor, 0}), "m2");
  }

  std::uint32_t degrees(std::uint32_t word, Read read, std::uint32_t next) {
    if (is_negative(word)) {
      std::swap(read.low, read.high);
      read.low = -read.low;
      read.high = -read.high;
    }
    const Measure* measure = next + 1 < sentence_.end ? measure_of(text(next + 1)) : nullptr;
    if (measure == nullptr || measure->unit != "K") return emit(TypedKind::number, word, read.words, read);
    return emit(TypedKind::quantity, word, read.words + 2, scaled(read, *measure), "K");
  }

  /// A unit word behind a number. Single letters count only when they touch it or stand one space behind digits and are lower case as units
  /// are.
  const Measure* unit_at(std::uint32_t word) const {
    const Measure* measure = measure_of(text(word));
    if (measure == nullptr) return nullptr;
    const bool letter = text(word).size() == 1;
    if (letter && (measure->unit == "K" || has(word, word_capitalized)) && text(word) != "l") return nullptr;
    return measure;
  }

  static Read scaled(Read read, const Measure& measure) {
    read.low = read.low * measure.factor + measure.offset;
    read.high = read.high * measure.factor + measure.offset;
    return read;
  }

  bool is_year(std::uint32_t word) const {
    const std::string_view t = text(word);
    return t.size() == 4 && (t.starts_with("1") || t.starts_with("20")) && article_.plain[units_.words[word].plain.begin + 1] != ',' &&
           t.find('.') == std::string_view::npos;
  }

  std::uint32_t money_first(std::uint32_t word) {
    const std::string_view currency = currency_of(text(word));
    if (currency.empty() || word + 1 >= sentence_.end) return 0;
    const auto read = interval(word + 1, word);
    return read ? emit(TypedKind::money, word, read->words + 1, *read, currency) : 0;
  }

  std::uint32_t date(std::uint32_t word, std::uint32_t count, double year, int month, double day_of_month) {
    const auto first = day_number(year, month, day_of_month > 0 ? day_of_month : 1);
    if (!first) return 0;
    const double span = day_of_month > 0 ? 0 : 27;
    return emit(TypedKind::date, word, count, {*first, *first + span, count, false}, "day");
  }

  /// A day without its year: the day's number in a leap year, in the unit "day of year".
  std::uint32_t day_of_year(std::uint32_t word, std::uint32_t count, int month, double day) {
    const auto first = day_number(1972, 1, 1);
    const auto number = day_number(1972, month, day);
    return number ? emit(TypedKind::date, word, count, {*number - *first, *number - *first, count, false}, "day of year") : 0;
  }

  /// Steps over the ending of "12th".
  std::uint32_t behind_day(std::uint32_t word) const {
    const std::string_view ending = text(word + 1);
    const bool ends = has(word + 1, word_joined) && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
    return ends ? word + 2 : word + 1;
  }

  /// "March 12, 2019", "March 2019", "March 12".
  std::uint32_t month_first(std::uint32_t word) {
    const int month = month_of(vocabulary_.grammar(), text(word));
    if (word + 1 < sentence_.end && has(word + 1, word_number) && is_year(word + 1)) return date(word, 2, *digits(word + 1), month, 0);
    const auto day = word + 1 < sentence_.end ? digits(word + 1) : std::nullopt;
    if (!day || *day < 1 || *day > 31 || *day != std::floor(*day)) return 0;
    std::uint32_t year = behind_day(word + 1);
    if (has(year, word_number) && is_year(year)) return date(word, year + 1 - word, *digits(year), month, *day);
    const bool ranges = dash_before(year) && digits(year).value_or(99) <= 31;  // March 12-14, 2019
    if (ranges && has(year + 1, word_number) && is_year(year + 1)) return date(word, year + 2 - word, *digits(year + 1), month, *day);
    if (ranges) ++year;
    if (year < sentence_.end && (unit_at(year) != nullptr || text(year) == "%")) return 0;
    return day_of_year(word, year - word, month, *day);
  }

  /// "12 March 2019", "12-14 March 2019", "2019-03-12", "12 March".
  std::uint32_t day_first(std::uint32_t word) {
    const auto first = digits(word);
    if (!first) return 0;
    if (is_year(word) && dash_before(word + 1) && dash_before(word + 2) && digits(word + 1) && digits(word + 2)) {
      const double month = *digits(word + 1);
      return month >= 1 && month <= 12 ? date(word, 3, *first, static_cast<int>(month), *digits(word + 2)) : 0;
    }
    std::uint32_t month = behind_day(word);
    if (dash_before(month) && digits(month).value_or(99) <= 31) month = behind_day(month);
    if (text(month) == "of") ++month;
    if (!has(month, word_capitalized) || month_of(vocabulary_.grammar(), text(month)) == 0 || *first < 1 || *first > 31) return 0;
    if (has(month + 1, word_number) && is_year(month + 1)) {
      return date(word, month + 2 - word, *digits(month + 1), month_of(vocabulary_.grammar(), text(month)), *first);
    }
    return *first == std::floor(*first) ? day_of_year(word, month + 1 - word, month_of(vocabulary_.grammar(), text(month)), *first) : 0;
  }

  bool begins_name(std::uint32_t word) const { return has(word, word_capitalized) && (form(word).flags & form_stop_word) == 0; }

  /// Capitalized words in a row, with particles in between: "Marie Curie", "Ludwig van Beethoven", "University of Leeds". Two or more are a
  /// name; one is a proper noun when it does not open the sentence.
  std::uint32_t name(std::uint32_t word) {
    if (!begins_name(word)) return 0;
    std::uint32_t count = 1;
    std::uint32_t capitals = 1;
    for (std::uint32_t w = word + 1; w < sentence_.end && count < 8; ++w) {
      const std::string_view gap = between(w);
      if (gap != " " && gap != "-" && gap != ". " && gap != "'s " && gap != "\xE2\x80\x99s ") break;
      const bool particle = text(w) == "of" || text(w) == "de" || text(w) == "van" || text(w) == "von" || text(w) == "der" ||
                            text(w) == "la" || text(w) == "al";
      if (begins_name(w) && (gap.size() < 3 || capitals > 1)) {
        count = w + 1 - word;
        ++capitals;
      } else if (!particle) {
        break;
      }
    }
    if (capitals == 1 && (word == sentence_.begin || month_of(vocabulary_.grammar(), text(word)) > 0)) return 0;
    if (capitals > 1) emit(TypedKind::name, word, count, {});
    return emit(TypedKind::proper, word, count, {});
  }
};

}  // namespace

void find_typed(const Article& article, const Vocabulary& vocabulary, Units& units) { TypedFinder(article, vocabulary, units).run(); }

}  // namespace stet
