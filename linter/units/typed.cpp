#include "units/typed.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

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

  std::uint32_t emit(TypedKind kind, std::uint32_t first, std::uint32_t count, const Read& value, std::string_view unit = {}) {
    const Span plain{units_.words[first].plain.begin, units_.words[first + count - 1].plain.end};
    units_.typed.push_back({kind, {first, first + count}, plain, value.low, value.high, unit, value.approximate});
    return count;
  }

  /// Tries each kind at a word; returns the words taken.
  std::uint32_t at(std::uint32_t word) {
    const Form& here = form(word);
    if ((units_.words[word].flags & word_code) != 0) return 0;
    if (has(word, word_capitalized) && month_of(here.text) > 0) {
      if (const std::uint32_t taken = month_first(word); taken > 0) return taken;
    }
    if (has(word, word_symbol)) return money_first(word);
    if ((here.flags & form_number) != 0) return number_first(word);
    if (has(word, word_capitalized)) return name(word);
    return 0;
  }

  std::optional<double> digits(std::uint32_t word) const {
    if (!has(word, word_number)) return std::nullopt;
    return std::strtod(form(word).text.c_str(), nullptr);
  }

  double multiplier(std::uint32_t word) const {
    const std::string_view t = text(word);
    if (t == "hundred" || t == "thousand" || t == "million" || t == "billion" || t == "trillion" || t == "dozen")
      return number_word_value(t);
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
        const double part = number_word_value(text(w));
        if (part < 0) break;
        total = part >= 100 && total > 0 ? total * part : total + part;
        ++read.words;
      }
      if (read.words == 0) return std::nullopt;
    }
    for (double factor = multiplier(word + read.words); factor > 0; factor = multiplier(word + read.words)) {
      total *= factor;
      ++read.words;
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
  std::optional<Read> interval(std::uint32_t word) const {
    auto read = value(word);
    if (!read) return read;
    const std::uint32_t next = word + read->words;
    const bool to = text(next) == "to" || (text(next) == "and" && word > sentence_.begin && text(word - 1) == "between");
    const std::uint32_t second = to ? next + 1 : next;
    if ((to || dash_before(next)) && second < sentence_.end) {
      if (const auto upper = value(second); upper && upper->low > read->low) {
        read->high = upper->low;
        read->words = second + upper->words - word;
      }
    }
    qualify(word, *read);
    return read;
  }

  void qualify(std::uint32_t word, Read& read) const {
    if (word == sentence_.begin) return;
    const std::string_view one = text(word - 1);
    const std::string_view two = word > sentence_.begin + 1 ? text(word - 2) : std::string_view();
    const bool negated = word > sentence_.begin + 2 && text(word - 3) == "no";
    if (one == "about" || one == "around" || one == "roughly" || one == "approximately" || one == "nearly" || one == "almost" ||
        one == "some" || one == "circa") {
      read.approximate = true;
    } else if ((one == "least" && two == "at") || one == "over" || one == "exceeding" ||
               (one == "than" && (two == "more" || two == "greater"))) {
      (negated ? read.low : read.high) = negated ? -infinity : infinity;
    } else if ((one == "to" && two == "up") || one == "under" || one == "below" || (one == "most" && two == "at") ||
               (one == "than" && (two == "less" || two == "fewer"))) {
      (negated ? read.high : read.low) = negated ? infinity : -infinity;
    }
  }

  std::uint32_t number_first(std::uint32_t word) {
    if (const std::uint32_t taken = day_first(word); taken > 0) return taken;
    const auto read = interval(word);
    if (!read) return 0;
    const std::uint32_t next = word + read->words;
    if (next < sentence_.end) {
      const std::string_view unit = text(next);
      if (unit == "%" || unit == "percent" || unit == "per") return percent(word, *read, next);
      if (unit == "\xC2\xB0") return degrees(word, *read, next);
      if (const std::string_view currency = currency_of(unit); !currency.empty() && unit != "$")
        return emit(TypedKind::money, word, read->words + 1, *read, currency);
      if (const Measure* measure = unit_at(next)) return emit(measure->kind, word, read->words + 1, scaled(*read, *measure), measure->unit);
    }
    if (read->words == 1 && is_year(word)) return emit(TypedKind::year, word, 1, *read);
    if (read->words == 1 && text(word) == "one") return 0;
    return emit(TypedKind::number, word, read->words, *read);
  }

  std::uint32_t percent(std::uint32_t word, const Read& read, std::uint32_t next) {
    const bool per_cent = text(next) == "per" && text(next + 1) == "cent";
    if (text(next) == "per" && !per_cent) return emit(TypedKind::number, word, read.words, read);
    return emit(TypedKind::percent, word, read.words + (per_cent ? 2 : 1), read, "%");
  }

  std::uint32_t degrees(std::uint32_t word, const Read& read, std::uint32_t next) {
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
    const auto read = interval(word + 1);
    return read ? emit(TypedKind::money, word, read->words + 1, *read, currency) : 0;
  }

  /// Days since 1970-01-01 of a civil date, or nothing when there is no such day.
  static std::optional<double> days(double year, int month, double day) {
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return static_cast<double>(sys_days(date).time_since_epoch().count());
  }

  std::uint32_t date(std::uint32_t word, std::uint32_t count, double year, int month, double day_of_month) {
    const auto first = days(year, month, day_of_month > 0 ? day_of_month : 1);
    if (!first) return 0;
    const double span = day_of_month > 0 ? 0 : 27;
    return emit(TypedKind::date, word, count, {*first, *first + span, count, false}, "day");
  }

  /// "March 12, 2019", "March 2019".
  std::uint32_t month_first(std::uint32_t word) {
    const int month = month_of(text(word));
    if (word + 1 < sentence_.end && has(word + 1, word_number) && is_year(word + 1)) return date(word, 2, *digits(word + 1), month, 0);
    const auto day = word + 1 < sentence_.end ? digits(word + 1) : std::nullopt;
    if (!day || *day < 1 || *day > 31) return 0;
    std::uint32_t year = word + 2;
    if (has(year, word_joined) && !has(year, word_number)) ++year;  // 12th
    return has(year, word_number) && is_year(year) ? date(word, year + 1 - word, *digits(year), month, *day) : 0;
  }

  /// "12 March 2019", "2019-03-12".
  std::uint32_t day_first(std::uint32_t word) {
    const auto first = digits(word);
    if (!first) return 0;
    if (is_year(word) && dash_before(word + 1) && dash_before(word + 2) && digits(word + 1) && digits(word + 2)) {
      const double month = *digits(word + 1);
      return month >= 1 && month <= 12 ? date(word, 3, *first, static_cast<int>(month), *digits(word + 2)) : 0;
    }
    std::uint32_t month = word + 1;
    if (has(month, word_joined) && !has(month, word_number)) ++month;
    if (!has(month, word_capitalized) || month_of(text(month)) == 0 || *first < 1 || *first > 31) return 0;
    if (!has(month + 1, word_number) || !is_year(month + 1)) return 0;
    return date(word, month + 2 - word, *digits(month + 1), month_of(text(month)), *first);
  }

  /// Two or more capitalized words in a row, with particles in between: "Marie Curie", "Ludwig van Beethoven".
  std::uint32_t name(std::uint32_t word) {
    if ((form(word).flags & form_stop_word) != 0) return 0;
    std::uint32_t count = 1;
    std::uint32_t capitals = 1;
    for (std::uint32_t w = word + 1; w < sentence_.end && count < 8; ++w) {
      const std::string_view gap = between(w);
      if (gap != " " && gap != "-" && gap != ". ") break;
      const bool particle = text(w) == "of" || text(w) == "de" || text(w) == "van" || text(w) == "von" || text(w) == "der" ||
                            text(w) == "la" || text(w) == "al";
      if (has(w, word_capitalized) && (form(w).flags & form_stop_word) == 0) {
        count = w + 1 - word;
        ++capitals;
      } else if (!particle) {
        break;
      }
    }
    return capitals < 2 ? 0 : emit(TypedKind::name, word, count, {});
  }
};

}  // namespace

void find_typed(const Article& article, const Vocabulary& vocabulary, Units& units) { TypedFinder(article, vocabulary, units).run(); }

}  // namespace stet
