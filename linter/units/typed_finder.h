// Finds the typed tokens of sentences: shared by the files that read one kind each.
//
// typed.cpp says which kind is tried at a word, and reads what stands before a unit, money and names; typed_numbers.cpp reads values and
// ranges; typed_dates.cpp years, days and times.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "units/calendar.h"
#include "units/measures.h"
#include "units/units.h"
#include "units/word_classes.h"

namespace stet {

/// A number read at some word, and how many words it takes.
struct ReadNumber {
  double low = 0;
  double high = 0;
  std::uint32_t words = 0;
  bool approximate = false;
  double place = 0;  ///< see Typed
};

class TypedFinder {
 public:
  TypedFinder(const Article& article, const Vocabulary& vocabulary, Units& units)
      : article_(article), vocabulary_(vocabulary), units_(units) {}

  void run();

 private:
  const Article& article_;
  const Vocabulary& vocabulary_;
  Units& units_;
  IndexRange sentence_;

  const Form& form(std::uint32_t word) const { return vocabulary_.form(units_.words[word].form); }
  std::string_view text(std::uint32_t word) const { return word < sentence_.end ? std::string_view(form(word).text) : std::string_view(); }
  std::uint16_t form_flags(std::uint32_t word) const { return word < sentence_.end ? form(word).flags : std::uint16_t{0}; }
  bool is(std::uint32_t word, WordClass word_class) const { return word < sentence_.end && form(word).classes.has(word_class); }
  bool has(std::uint32_t word, WordFlag flag) const { return word < sentence_.end && (units_.words[word].flags & flag) != 0; }

  double number_of(std::string_view word) const { return vocabulary_.grammar().value(WordClass::number, word, -1); }
  double ordinal_of(std::string_view word) const { return vocabulary_.grammar().value(WordClass::ordinal, word, -1); }

  std::uint32_t at(std::uint32_t word);
  std::uint32_t emit(TypedKind kind, std::uint32_t first, std::uint32_t count, const ReadNumber& value, std::string_view unit = {});
  std::uint32_t number_first(std::uint32_t word);
  std::uint32_t vague_first(std::uint32_t word);
  std::uint32_t percent(std::uint32_t word, const ReadNumber& read, std::uint32_t next);
  std::uint32_t measured(std::uint32_t word, const ReadNumber& read, std::uint32_t next);
  std::uint32_t upper_end(std::uint32_t word, const Measure& measure, ReadNumber& whole) const;
  std::uint32_t power(std::uint32_t word, const ReadNumber& read, std::uint32_t next);
  std::uint32_t ratio(std::uint32_t word, const ReadNumber& read, std::uint32_t next);
  std::uint32_t speed(std::uint32_t word, const ReadNumber& read, std::uint32_t next);
  std::uint32_t degrees(std::uint32_t word, ReadNumber read, std::uint32_t next);
  bool is_negative(std::uint32_t word) const;
  bool is_inch(std::uint32_t word) const;
  const Measure* unit_at(std::uint32_t word) const;
  static ReadNumber scaled(ReadNumber read, const Measure& measure);
  std::uint32_t money_first(std::uint32_t word);
  bool begins_name(std::uint32_t word) const;
  std::uint32_t name(std::uint32_t word);

  // typed_numbers.cpp
  std::optional<double> digits(std::uint32_t word) const;
  double place_of_last_digit(std::uint32_t word) const;
  std::optional<double> day_of_month(std::uint32_t word) const;
  double multiplier(std::uint32_t word) const;
  bool is_million(std::uint32_t word) const;
  bool goes_on_in_letters(std::uint32_t word) const;
  std::optional<ReadNumber> fraction(std::uint32_t word) const;
  std::optional<ReadNumber> value(std::uint32_t word) const;
  std::string_view between(std::uint32_t word) const;
  bool dash_before(std::uint32_t word) const;
  std::optional<ReadNumber> interval(std::uint32_t word) const;
  std::optional<ReadNumber> interval(std::uint32_t word, std::uint32_t first) const;
  void or_more(std::uint32_t next, ReadNumber& read) const;
  void qualify(std::uint32_t word, ReadNumber& read) const;
  void qualify_by_sign(std::uint32_t word, ReadNumber& read) const;
  std::optional<ReadNumber> ordinal(std::uint32_t word) const;

  // typed_dates.cpp
  std::uint32_t ordinal_first(std::uint32_t word, const ReadNumber& nth);
  std::uint32_t period(std::uint32_t word, std::uint32_t count, Years years);
  std::uint32_t year_first(std::uint32_t word);
  bool counts_things(std::uint32_t word) const;
  std::uint32_t time_first(std::uint32_t word);
  bool is_year(std::uint32_t word) const;
  std::uint32_t date(std::uint32_t word, std::uint32_t count, double year, int month, double day_of_month);
  std::uint32_t day_of_year(std::uint32_t word, std::uint32_t count, int month, double day);
  std::uint32_t behind_day(std::uint32_t word) const;
  std::uint32_t last_day(std::uint32_t first) const;
  std::uint32_t month_first(std::uint32_t word);
  std::uint32_t day_first(std::uint32_t word);
};

}  // namespace stet
