// adds-up: arithmetic that is stated holds.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>

#include "checks/adds_up/conversions.h"
#include "checks/adds_up/labelled_totals.h"
#include "checks/adds_up/totals.h"
#include "checks/adds_up/weekdays.h"
#include "checks/kinds.h"
#include "checks/needed.h"
#include "checks/wording/captures.h"
#include "checks/wording/fixes.h"
#include "checks/wording/message.h"
#include "claims/facts.h"
#include "matching/conditions.h"
#include "units/within.h"
#include "units/word_classes.h"

namespace stet {
namespace {

struct AddsUp {
  std::optional<PatternId> find;
  std::optional<PatternId> born;
  std::optional<PatternId> died;
  std::optional<PatternId> unlisted;
  LabelWords whole;
  LabelWords parts;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  /// Adds a finding at some words; `actual` is what the arithmetic gives.
  void tell(const CheckInput& input, IndexRange words, const std::string& actual, std::vector<Finding>& findings,
            std::vector<RelatedLocation> related = {}) const {
    findings.push_back({.severity = severity,
                        .source = source_of(input, words),
                        .message = fill(message, {{"found", words_as_written(input, words)},
                                                  {"actual", actual},
                                                  {"line", related.empty() ? "" : std::to_string(line_of(input, related.front().source))}}),
                        .related = std::move(related)});
  }
};

constexpr double days_a_year = 365.2425;

std::string capitalized(std::string_view name) {
  std::string text(name);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// `$day` is not the weekday of `$date`.
void check_weekday(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  const auto named = named_day(input, match);
  if (!named || !named->ordinal) return;
  const auto actual = static_cast<std::size_t>(std::fmod(std::fmod(*named->ordinal, 7) + 7, 7));
  if (actual == named->weekday) return;
  rule.tell(input, match.words, capitalized(weekday_name(actual)), findings);
  const bool whole = form_of(input, named->day.begin).text == weekday_name(named->weekday);
  findings.back().fixes = replace_words(input, named->day, std::string(weekday_name(actual).substr(0, whole ? std::string_view::npos : 3)));
}

/// "Saturday 8 June" here, "Sunday 8 June" there.
void check_one_weekday(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  std::vector<NamedDay> days;
  for (const Match& match : input.matches.of(*rule.find)) {
    if (!test.holds(match)) continue;
    if (auto day = named_day(input, match)) days.push_back(*day);
  }
  for (const TwoWeekdays& two : on_two_weekdays(input, days)) {
    rule.tell(input, two.later->words, words_as_written(input, two.earlier->words), findings,
              {{source_of(input, two.earlier->words), "says otherwise"}});
  }
}

struct FactorWord {
  std::string_view stem;
  double factor;
};
constexpr std::array<FactorWord, 5> factors = {{{"doubl", 2}, {"tripl", 3}, {"trebl", 3}, {"quadrupl", 4}, {"halv", 0.5}}};

/// The two ends of a change: `$from` and `$to`, or a `$span` that holds both.
struct ChangeEnds {
  double from = 0;
  double to = 0;
};

std::optional<ChangeEnds> ends_of(const CheckInput& input, const Match& match) {
  const Typed* from = typed_in(input, captured(input, match, "from"));
  const Typed* to = typed_in(input, captured(input, match, "to"));
  if (const Typed* span = typed_in(input, captured(input, match, "span")); span != nullptr && span->low != span->high) {
    return std::isfinite(span->low) && std::isfinite(span->high) ? std::optional<ChangeEnds>({span->low, span->high}) : std::nullopt;
  }
  const bool exact = from != nullptr && to != nullptr && from->low == from->high && to->low == to->high && from->unit == to->unit;
  return exact ? std::optional<ChangeEnds>({from->low, to->low}) : std::nullopt;
}

/// "doubled from 10 to 30": the words name a factor that the ends do not have, by more than a fifth.
void check_factor(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  const auto ends = ends_of(input, match);
  if (!ends || ends->from <= 0) return;
  for (std::uint32_t w = match.words.begin; w < match.words.end; ++w) {
    const auto* factor = std::find_if(factors.begin(), factors.end(),
                                      [&](const FactorWord& known) { return form_of(input, w).text.starts_with(known.stem); });
    if (factor == factors.end()) continue;
    const double actual = ends->to / ends->from;
    if (actual < factor->factor * 0.8 || actual > factor->factor * 1.25)
      rule.tell(input, match.words, fmt::format("{:.2g} times", actual), findings);
    return;
  }
}

/// "a 50 % rise from 10 to 20": `$percent` is neither the relative change nor, of percentages, the difference.
void check_change(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  const auto ends = ends_of(input, match);
  const Typed* percent = typed_in(input, captured(input, match, "percent"));
  if (!ends || ends->from <= 0 || percent == nullptr || percent->low != percent->high) return;
  const double stated = percent->low * (captured(input, match, "down").empty() ? 1 : -1);
  const double actual = (ends->to / ends->from - 1) * 100;
  const double tolerance = std::max(2.0, std::abs(stated) * (percent->approximate ? 0.25 : 0.1));
  const bool points = std::abs(std::abs(ends->to - ends->from) - std::abs(stated)) < 0.51;
  if (std::abs(actual - stated) > tolerance && !points) rule.tell(input, match.words, fmt::format("{:.0f} %", std::abs(actual)), findings);
}

/// "5 miles (12 km)": a measure, and the same in another unit in the brackets right behind it.
void check_conversions(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  for (const WrongConversion& wrong : wrong_conversions(input)) {
    if (!test.holds(sentence_of(input.units, wrong.words.begin), wrong.words)) continue;
    rule.tell(input, wrong.words, wrong.actual, findings);
    ++findings.back().source.end;  // the bracket behind it
  }
}

/// Are two times of a sentence tied as start and end, by words or a dash? Years before our era run the other way.
bool are_start_and_end(const CheckInput& input, const Typed& first, const Typed& second, IndexRange whole) {
  const std::uint32_t between = second.words.begin - first.words.end;
  const std::string_view before = first.words.begin > whole.begin ? form_of(input, first.words.begin - 1).text : std::string_view();
  const bool to =
      between == 1 && (form_of(input, first.words.end).text == "to" || form_of(input, first.words.end).text == "until") && before == "from";
  const bool and_ = between == 1 && form_of(input, first.words.end).text == "and" && before == "between";
  const std::string_view gap = between == 0 ? gap_before(input, second.words.begin) : std::string_view();
  const bool dash = gap == "\xE2\x80\x93" || (gap == "-" && (input.units.words[first.words.begin].flags & word_bracketed) != 0 &&
                                              (input.units.words[first.words.begin].flags & word_joined) == 0);
  const bool counted_back = second.words.end < whole.end && is(form_of(input, second.words.end), WordClass::era_counted_back);
  return (to || and_ || dash) && !counted_back;
}

/// "from 1995 to 1990", "1931–1913": two years or dates that are tied as start and end.
void check_spans(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i + 1 < input.units.typed.size(); ++i) {
    const Typed& first = input.units.typed[i];
    const Typed& second = input.units.typed[i + 1];
    const bool times =
        (first.kind == TypedKind::year || first.kind == TypedKind::date) && first.kind == second.kind && first.unit == second.unit;
    if (!times || first.unit == "day of year" || second.high >= first.low || second.low <= 0) continue;
    const std::uint32_t sentence = sentence_of(input.units, first.words.begin);
    const IndexRange whole = input.units.sentences[sentence].words;
    if (second.words.end > whole.end || !are_start_and_end(input, first, second, whole)) continue;
    const IndexRange words = cover(first.words, second.words);
    if (test.holds(sentence, words)) rule.tell(input, words, {}, findings);
  }
}

/// Percentages of the words of a sentence behind a match; nothing when one of them is open, or of something else ("of which").
std::optional<double> sum_behind(const CheckInput& input, const Match& match, std::uint32_t& count) {
  const IndexRange whole = input.units.sentences[match.sentence].words;
  double sum = 0;
  for (const Typed& typed : typed_within(input.units, {match.words.begin, whole.end})) {
    if (typed.kind != TypedKind::percent) continue;
    if (!std::isfinite(typed.low) || !std::isfinite(typed.high)) return std::nullopt;
    sum += typed.low;
    ++count;
  }
  for (std::uint32_t w = match.words.end; w < whole.end; ++w) {
    if (form_of(input, w).text == "which" || form_of(input, w).text == "them" || form_of(input, w).text == "while") return std::nullopt;
  }
  return sum;
}

/// "consists of 60 % sand, 30 % clay and 20 % peat".
void check_shares(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  std::uint32_t count = 0;
  const auto sum = sum_behind(input, match, count);
  if (!sum || count < 2 || *sum <= 101) return;
  const IndexRange words{match.words.begin, input.units.sentences[match.sentence].words.end};
  rule.tell(input, words, fmt::format("{:g} %", *sum), findings);
}

/// Years between two facts of dates, at least and at most.
struct YearSpan {
  double least = 0;
  double most = 0;
};
YearSpan years_between(const Value& from, const Value& to) {
  return {std::floor((to.low - from.high) / days_a_year - 0.01), std::floor((to.high - from.low) / days_a_year + 0.01)};
}

double years_of(const Value& age) { return age.kind == TypedKind::duration ? age.low / (days_a_year * 86400) : age.low; }

/// The date of the same subject, of the same sentence if there is one.
const Fact* date_of(const std::vector<Fact>& facts, const Statements& all, const Fact& age) {
  const Fact* found = nullptr;
  for (std::size_t i = 0; i < std::min(facts.size(), most_facts); ++i) {
    const Fact& fact = facts[i];
    const bool dated = fact.value && fact.value->kind == TypedKind::date && fact.value->unit == "day";
    if (!dated || fact.negated || !same_subject(fact.subject, age.subject)) continue;
    if (all.statements[fact.statement].sentence == all.statements[age.statement].sentence) return &fact;
    if (found == nullptr) found = &fact;
  }
  return found;
}

/// Born, died and the age at death, wherever the article says them of one subject.
void check_ages(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  const std::vector<Match>& aged = input.matches.of(*rule.find);
  if (aged.empty() || input.matches.of(*rule.born).empty() || input.matches.of(*rule.died).empty()) return;
  const Statements& all = statements_of(input);
  const std::vector<Fact> births = read_facts(input, all, input.matches.of(*rule.born), no_index);
  const std::vector<Fact> deaths = read_facts(input, all, input.matches.of(*rule.died), no_index);
  for (const Fact& age : read_facts(input, all, aged, no_index)) {
    if (!test.holds(all.statements[age.statement].sentence, age.words)) continue;
    if (!age.value || age.negated || age.value->low != age.value->high) continue;
    const Fact* birth = date_of(births, all, age);
    const Fact* death = date_of(deaths, all, age);
    if (birth == nullptr || death == nullptr) continue;
    const YearSpan years = years_between(*birth->value, *death->value);
    const double stated = std::floor(years_of(*age.value) + 0.01);
    if (stated >= years.least && stated <= years.most) continue;
    rule.tell(input, age.words, fmt::format("{:g}", std::max(0.0, years.most)), findings,
              {{source_of(input, birth->words), "born"}, {source_of(input, death->words), "died"}});
  }
}

/// Where the parts of a total stand, those of a long list not all.
std::vector<RelatedLocation> places_of_parts(const CheckInput& input, const WrongTotal& total) {
  constexpr std::size_t most_shown = 24;
  std::vector<RelatedLocation> places;
  for (std::size_t i = 0; i < std::min(total.parts.size(), most_shown); ++i) {
    places.push_back({.source = source_of(input, total.parts[i]), .message = "a part of it", .marks = {}});
  }
  return places;
}

/// "a total of 12: 5 apples and 6 pears".
void check_listed_total(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  for (const WrongTotal& total : wrong_listed_total(input, match, captured(input, match, "total"))) {
    rule.tell(input, total.words, fmt::format("{:g}", total.sum), findings);
  }
}

/// "The council gives £310 and the county £140, a total of £480."
void check_total_behind(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  for (const WrongTotal& total : wrong_total_behind(input, match, captured(input, match, "total"))) {
    rule.tell(input, total.words, fmt::format("{:.10g}", total.sum), findings);
  }
}

/// "Altogether the three come to €240" below a list of three prices.
void check_total_of_list(const AddsUp& rule, const CheckInput& input, const Match& match, std::vector<Finding>& findings) {
  for (const WrongTotal& total : wrong_total_of_list(input, match, captured(input, match, "total"))) {
    rule.tell(input, total.words, fmt::format("{:g}", total.sum), findings, places_of_parts(input, total));
  }
}

/// The last row of a table.
void check_table_totals(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  for (const WrongTotal& total : wrong_table_totals(input)) {
    if (!test.holds(total.sentence, total.words)) continue;
    rule.tell(input, total.words, fmt::format("{:.10g}", total.sum), findings, places_of_parts(input, total));
  }
}

/// "40 minutes"; of what is no time, the number.
std::string amount(const Value& value, double sum) {
  if (value.kind != TypedKind::duration) return fmt::format("{:.10g}", sum);
  constexpr double minute = 60;
  return sum >= minute ? fmt::format("{:.4g} minutes", sum / minute) : fmt::format("{:g} seconds", sum);
}

/// "Prep: 15 minutes", "Cooking: 25 minutes", "Total: 50 minutes". What is `unlisted` may make up for more than the parts.
void check_labelled_totals(const AddsUp& rule, const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) {
  for (const LabelledTotal& wrong : wrong_labelled_totals(input, rule.whole, rule.parts)) {
    const Claim& total = *wrong.total;
    const bool holds = total.of_front_matter || test.holds(total.sentence, input.units.sentences[total.sentence].words);
    if (!holds) continue;
    if (total.value.low > wrong.sum && rule.unlisted && !input.matches.of(*rule.unlisted).empty()) continue;
    std::vector<RelatedLocation> places;
    for (const Claim* part : wrong.parts) {
      places.push_back({.source = source_of_value(input, *part), .message = "a part of it", .marks = {}});
    }
    const CheckInput& text = input_of(input, total);
    findings.push_back({.severity = rule.severity,
                        .source = source_of_value(input, total),
                        .message = fill(rule.message, {{"found", words_as_written(text, total.value.words)},
                                                       {"actual", amount(total.value, wrong.sum)},
                                                       {"line", std::to_string(line_of(input, places.front().source))}}),
                        .related = std::move(places)});
  }
}

using OfMatch = void (*)(const AddsUp&, const CheckInput&, const Match&, std::vector<Finding>&);
using OfArticle = void (*)(const AddsUp&, const CheckInput&, const ConditionTest&, std::vector<Finding>&);

struct Sum {
  std::string_view name;
  OfMatch of_match = nullptr;
  OfArticle of_article = nullptr;
  std::vector<std::string_view> needs = {};  ///< fields without which there is nothing to add up
  CaptureSets captures = {};                 ///< what each phrase of these must capture: all of one set
};

const std::vector<Sum>& sums() {
  static const std::vector<Sum> all = {
      {"weekday", check_weekday, nullptr, {"find"}, {{"day", "date"}}},
      {"one-weekday", nullptr, check_one_weekday, {"find"}, {{"day", "date"}}},
      {"factor", check_factor, nullptr, {"find"}, {{"span"}, {"from", "to"}}},
      {"change", check_change, nullptr, {"find"}, {{"percent", "span"}, {"percent", "from", "to"}}},
      {"shares", check_shares, nullptr, {"find"}},
      {"conversion", nullptr, check_conversions},
      {"span", nullptr, check_spans},
      {"age", nullptr, check_ages, {"find", "born", "died"}, {{"value"}}},
      {"total", check_listed_total, nullptr, {"find"}, {{"total"}}},
      {"total-behind", check_total_behind, nullptr, {"find"}, {{"total"}}},
      {"list-total", check_total_of_list, nullptr, {"find"}, {{"total"}}},
      {"table-total", nullptr, check_table_totals},
      {"labelled-total", nullptr, check_labelled_totals, {"whole", "parts"}},
  };
  return all;
}

std::vector<std::string_view> sum_names() {
  std::vector<std::string_view> names;
  names.reserve(sums().size());
  for (const Sum& sum : sums()) names.push_back(sum.name);
  return names;
}

/// What a sum needs and does not have, or cannot read of its phrases.
Problems faults_of(const Sum& sum, const Rule& rule) {
  Problems problems;
  for (const std::string_view field : sum.needs) {
    if (rule.field(field) == nullptr) {
      problems.push_back(rule.document.problem(rule.field("of")->position, fmt::format("`{}` needs `{}`", sum.name, field)));
    } else if (!sum.captures.empty()) {
      Problems more = missing_captures(rule, field, sum.captures);
      std::move(more.begin(), more.end(), std::back_inserter(problems));
    }
  }
  return problems;
}

tl::expected<Check, Problems> compile_adds_up(const Rule& rule, CompileContext& context) {
  AddsUp check;
  const auto pattern = [&](std::string_view field) {
    return rule.field(field) == nullptr ? std::nullopt : std::optional(context.automaton.add(rule.phrases(field)));
  };
  const std::string of = rule.text("of");
  const auto sum = std::find_if(sums().begin(), sums().end(), [&](const Sum& candidate) { return candidate.name == of; });
  check.find = pattern("find");
  check.born = pattern("born");
  check.died = pattern("died");
  check.unlisted = pattern("unlisted");
  check.whole = label_words(rule.texts("whole"));
  check.parts = label_words(rule.texts("parts"));
  if (Problems problems = faults_of(*sum, rule); !problems.empty()) return tl::unexpected(std::move(problems));
  check.conditions = compile_conditions(rule, context, all_prose, check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return [check, of_match = sum->of_match, of_article = sum->of_article](const CheckInput& input, std::vector<Finding>& findings) {
    const ConditionTest test(check.conditions, input);
    if (of_article != nullptr) return of_article(check, input, test, findings);
    for (const Match& match : input.matches.of(*check.find)) {
      if (test.holds(match)) of_match(check, input, match, findings);
    }
  };
}

}  // namespace

Kind adds_up_kind() {
  return {
      .name = "adds-up",
      .description =
          "Arithmetic that is stated holds; rounding is allowed for. `weekday`: `$day` and `$date` of the phrases. "
          "`one-weekday`: the same, where a date without its year is given two days of the week. `factor`: a word such "
          "as “doubled” against `$from` and `$to`, or a `$span` that holds both (“from 10 to 30” is one `<number>`). `change`: `$percent`, "
          "with `$down` where it falls, against the same. `shares`: the percentages behind the phrase, of one whole. `conversion`: a "
          "measure and the brackets behind it. `span`: an "
          "end before its start. `age`: the `$value` of `find` against those of `born` and `died`, of one subject. `total`: `$total` "
          "against the numbers behind a colon; `total-behind`: `$total` against the values before it in its sentence; `list-total`: "
          "`$total` against the values of the list beside it; `table-total`: the last "
          "row of a table that says it "
          "is a total; `labelled-total`: the value behind a label of `whole` against those behind labels of `parts`. {found} and {actual} "
          "may stand in the message.",
      .fields = {{.name = "of", .type = FieldType::choice, .description = "What is added up.", .required = true, .values = sum_names()},
                 {.name = "find", .type = FieldType::phrase_list, .description = "How it is stated."},
                 {.name = "born", .type = FieldType::phrase_list, .description = "Of an age: phrases with the date of birth as `$value`."},
                 {.name = "died", .type = FieldType::phrase_list, .description = "Of an age: phrases with the date of death as `$value`."},
                 {.name = "whole", .type = FieldType::text_list, .description = "Of a labelled total: labels and keys of the total."},
                 {.name = "parts", .type = FieldType::text_list, .description = "Of a labelled total: labels and keys of its parts."},
                 {.name = "unlisted",
                  .type = FieldType::phrase_list,
                  .description = "Of a labelled total: words that tell of a part without a label, so that the total may be more.",
                  .beside = "parts"}},
      .quotes = {"found", "actual", "line"},
      .compile = compile_adds_up};
}

}  // namespace stet
