#include "comparing/guards/values.h"

#include <algorithm>

#include "units/word_classes.h"

namespace stet {
namespace {

/// The start or the end of a span: both may differ at once.
bool ends_span(const Value& value) { return value.role == Role::from || value.role == Role::until; }

/// A day, and no year or month: of two events of days, both ends differ.
bool is_day(const Value& value) { return value.kind == TypedKind::date && value.high - value.low < 1; }

/// "14 May" of "12 to 14 May".
bool ends_span_of_days(const Statements& all, std::uint32_t statement, std::uint32_t value) {
  const IndexRange values = all.statements[statement].values;
  const auto begins = [](const Value& one) { return one.role == Role::from && is_day(one); };
  return all.values[value].role == Role::until && is_day(all.values[value]) &&
         std::any_of(all.values.begin() + values.begin, all.values.begin() + values.end, begins);
}

bool is_open(Role role) { return role == Role::before || role == Role::by || role == Role::after; }

}  // namespace

bool same_role(const Value& a, const Value& b) {
  return a.role == b.role || ((a.role == Role::at || b.role == Role::at) && (is_open(a.role) || is_open(b.role)));
}

bool is_alone(const Statements& all, std::uint32_t value, IndexRange theirs) {
  for (std::uint32_t k = theirs.begin; k < theirs.end; ++k) {
    const Value& x = all.values[value];
    const Value& y = all.values[k];
    if (x.kind == y.kind && x.unit == y.unit && !disjoint(x, y)) return false;
  }
  return true;
}

bool others_agree(const Statements& all, const Clash& clash) {
  // Two events that begin on one day, in lines of one form, need not end on one.
  if (ends_span_of_days(all, clash.later, clash.later_value) && ends_span_of_days(all, clash.earlier, clash.earlier_value)) return false;
  const auto agrees = [&](IndexRange mine, std::uint32_t except, IndexRange theirs, std::uint32_t their_except) {
    for (std::uint32_t i = mine.begin; i < mine.end; ++i) {
      if (i == except || (ends_span(all.values[i]) && ends_span(all.values[except]) && !is_day(all.values[i]))) continue;
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

std::uint32_t governing_verb(const CheckInput& input, const Statement& statement, std::uint32_t word) {
  const auto form = [&](std::uint32_t w) -> const Form& { return form_of(input, w); };
  for (std::uint32_t w = word; w > statement.words.begin; --w) {
    const std::string_view text = form(w - 1).text;
    const bool gerund =
        text.ends_with("ing") && w > statement.words.begin + 1 && (is(form(w - 2), WordClass::subordinator) || form(w - 2).text == "while");
    if (gerund || looks_like_verb(form(w - 1))) return w - 1;
  }
  for (std::uint32_t w = word; w < statement.words.end; ++w) {
    if (looks_like_verb(form(w))) return w;
  }
  return no_index;
}

bool speak_of_two_times(const CheckInput& input, const Statements& all, const Clash& clash) {
  const auto has_date = [&](const Statement& statement) {
    return std::any_of(all.values.begin() + statement.values.begin, all.values.begin() + statement.values.end,
                       [](const Value& value) { return value.kind == TypedKind::date; });
  };
  const Statement& a = all.statements[clash.later];
  const Statement& b = all.statements[clash.earlier];
  if (all.values[clash.later_value].kind == TypedKind::date || has_date(a) == has_date(b)) return false;
  const std::uint32_t one = governing_verb(input, a, all.values[clash.later_value].words.begin);
  const std::uint32_t two = governing_verb(input, b, all.values[clash.earlier_value].words.begin);
  return one != no_index && two != no_index && input.units.words[one].form != input.units.words[two].form;
}

bool speaks_of_another(const CheckInput& input, const Statements& all, const Statement& statement) {
  const IndexRange whole = input.units.sentences[statement.sentence].words;
  const auto in_value = [&](std::uint32_t w) {  // "the second century" is a value
    return std::any_of(all.values.begin() + statement.values.begin, all.values.begin() + statement.values.end,
                       [&](const Value& value) { return value.words.contains(w); });
  };
  for (std::uint32_t w = whole.begin; w < std::min(whole.end, statement.words.end); ++w) {
    if (in_value(w)) continue;
    if (is(form_of(input, w), WordClass::other_time)) return true;
  }
  return false;
}

}  // namespace stet
