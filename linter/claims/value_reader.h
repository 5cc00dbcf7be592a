// The values that a clause gives: typed numbers, dates and measures, and what is worded as none of those: how often something is done
// ("twice a day"), shares ("two thirds of", "one in five"), ages ("aged 34"), months ("in May") and ranks ("the second largest"); and, in
// worded_values.cpp, times of the day ("half past three", "at 22.35", "noon"), days of the week ("on Mondays"), spans without a number ("a
// month", "half an hour", "three quarters of an hour") and degrees of no named scale.
#pragma once

#include <optional>
#include <vector>

#include "claims/statements.h"

namespace stet {

/// Unit of money where there is none to pay.
inline constexpr std::string_view no_money_unit = "free of charge";

/// "5.10.1", "v1.11", "16.x", "007": digits that are part of a version or a running number, and say which, not how many.
bool is_part_of_version(const Article& article, Span digits);

class ValueReader {
 public:
  explicit ValueReader(const CheckInput& input) : input_(input) {}

  /// Appends the values among some words of the sentence `whole`, ascending. Those of an opening that a later clause inherits only tell
  /// which thing is meant (Value::names).
  void read(IndexRange whole, IndexRange words, bool opening, std::vector<Value>& values);

 private:
  const CheckInput& input_;
  IndexRange whole_;
  std::vector<const Form*> forms_;  // of its words: each is asked for some thirty times

  const Form& form(std::uint32_t word) const { return whole_.contains(word) ? *forms_[word - whole_.begin] : form_of(input_, word); }
  std::string_view text(std::uint32_t word) const { return word < whole_.end ? std::string_view(form(word).text) : std::string_view(); }
  const Grammar& grammar() const { return input_.vocabulary.grammar(); }
  bool is(std::uint32_t word, WordClass word_class) const { return word < whole_.end && form(word).classes.has(word_class); }
  /// What the list of a class says of a word.
  double listed(std::uint32_t word, WordClass word_class, double otherwise) const {
    return is(word, word_class) ? grammar().value(word_class, text(word), otherwise) : otherwise;
  }
  bool has(std::uint32_t word, WordFlag flag) const { return word < whole_.end && (input_.units.words[word].flags & flag) != 0; }
  void look_at(IndexRange sentence);
  std::string_view gap_before(std::uint32_t word) const;
  bool comma_before(std::uint32_t word) const;

  Value value_of(const Typed& typed, std::uint32_t end) const;
  Role role_of(IndexRange words) const;
  bool names_something(const Typed& typed) const;
  bool is_reference(IndexRange words) const;
  bool is_version(const Typed& typed) const;
  bool is_marked_up(const Typed& typed) const;
  bool describes(const Typed& typed) const;
  StemId counted_behind(std::uint32_t word, std::uint32_t end) const;

  bool may_be_worded(std::uint32_t word) const;
  std::optional<Value> worded_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> every_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> single_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> frequency_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> share_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> age_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> month_at(std::uint32_t word) const;
  std::optional<Value> part_of_month_at(std::uint32_t word, std::uint32_t end) const;
  bool is_paid(IndexRange words) const;
  std::optional<Value> rank_at(std::uint32_t word, std::uint32_t end) const;
  double number_at(std::uint32_t word) const;

  std::optional<Value> clock_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> past_hour_at(std::uint32_t word, std::uint32_t end) const;
  /// Of a clock: "22.35", "six".
  struct DayTime {
    double hour = 0;
    double minute = 0;
  };
  std::optional<DayTime> day_time_at(std::uint32_t word) const;
  bool goes_on_behind_hour(std::uint32_t next, std::uint32_t end, bool oclock) const;
  std::optional<Value> bare_hour_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> weekday_at(std::uint32_t word) const;
  std::optional<Value> unnumbered_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> free_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> degrees_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> decade_at(std::uint32_t word) const;
  std::optional<Value> span_hour_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> colon_hour_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> lifetime_at(std::uint32_t word, std::uint32_t end) const;
  std::optional<Value> rating_at(std::uint32_t word, std::uint32_t end) const;
  bool is_oclock(std::uint32_t word) const;
  void add_half(Value& value) const;
  bool is_rate(std::uint32_t word) const;
  bool is_amount_of_change(std::uint32_t word, std::uint32_t next) const;
  void join_choice(std::vector<Value>& values, std::size_t at) const;
  void join(std::vector<Value>& values, std::size_t first) const;
};

}  // namespace stet
