// agrees: one thing has one value.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "checks/kinds.h"
#include "checks/needed.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/facts.h"
#include "claims/headings.h"
#include "claims/timings.h"
#include "comparing/clashes.h"
#include "comparing/near_pairs.h"
#include "comparing/value_copies.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Agrees {
  std::optional<FactRule> fact;  ///< nothing: all values of statements that say the same
  bool of_timings = false;
  Conditions conditions;  ///< where there is no `fact`
  Window within = {Reach::article};
  SayingTier standard;
  std::optional<SayingTier> strict;  ///< from here on a finding is an error
  CueLists cues;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  Finding finding_of(const CheckInput& input, const Statements& all, const Clash& clash, bool is_strict) const;
  void compare_values(const CheckInput& input, const Statements& all, const ConditionTest& test, std::vector<Finding>& findings) const;
  void compare_facts(const CheckInput& input, const Statements& all, const ConditionTest& test, std::vector<Finding>& findings) const;
  void compare_timings(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const;
};

/// The words that both statements have, as the later one writes them.
std::string shared_words(const CheckInput& input, const Statements& all, const Clash& clash) {
  const Statement& later = all.statements[clash.later];
  std::string shared;
  std::uint32_t count = 0;
  for (std::uint32_t i = later.stems.begin; i < later.stems.end && count < 5; ++i) {
    if (!has(clash.common, all.stems[i])) continue;
    if (!shared.empty()) shared += ", ";
    shared += words_as_written(input, {all.words[i], all.words[i] + 1});
    ++count;
  }
  return shared;
}

/// The value, and the words that the statement shares with the other one, its subject among them.
std::vector<Mark> marks_of_statement(const CheckInput& input, const Statements& all, const Statement& statement, IndexRange value,
                                     const Common& common) {
  Marks marks(input);
  marks.add(value, MarkKind::flips);
  const IndexRange subject = all.subjects[statement.subject].words;
  if (input.units.sentences[statement.sentence].words.contains(subject.begin)) marks.add(subject, MarkKind::aligns);
  for (std::uint32_t i = statement.stems.begin; i < statement.stems.end; ++i) {
    if (has(common, all.stems[i])) marks.add({all.words[i], all.words[i] + 1}, MarkKind::aligns);
  }
  return marks.take();
}

/// The fact's value, the words that state it, and its subject where the sentence names it.
std::vector<Mark> marks_of_fact(const CheckInput& input, const Statements& all, const Fact& fact) {
  Marks marks(input);
  marks.add(fact.value_words, MarkKind::flips);
  const IndexRange whole = input.units.sentences[all.statements[fact.statement].sentence].words;
  if (whole.contains(fact.subject.words.begin)) marks.add(fact.subject.words, MarkKind::aligns);
  for (std::uint32_t word = fact.words.begin; word < fact.words.end; ++word) {
    if (!fact.value_words.contains(word)) marks.add({word, word + 1}, MarkKind::aligns);
  }
  return marks.take();
}

/// The duration, the event, and the words of the action that the other one has too.
std::vector<Mark> marks_of_timing(const CheckInput& input, const Timing& timing, const Timing& other) {
  Marks marks(input);
  marks.add({timing.words.begin, timing.words.end - 1}, MarkKind::flips);
  marks.add({timing.words.end - 1, timing.words.end}, MarkKind::aligns);
  const IndexRange whole = input.units.sentences[timing.sentence].words;
  for (std::uint32_t word = whole.begin; word < whole.end; ++word) {
    const StemId stem = form_of(input, word).stem;
    const auto same = [&](const auto& part) { return part.first == stem; };
    if (std::any_of(timing.action.begin(), timing.action.end(), same) && std::any_of(other.action.begin(), other.action.end(), same)) {
      marks.add({word, word + 1}, MarkKind::aligns);
    }
  }
  return marks.take();
}

/// Does a clash reach the tier whatever its subject weighs?
bool reaches(const Common& common, const SayingTier& tier) {
  return common.weight >= tier.weight && common.of_shorter >= tier.share && common.overlap >= tier.overlap;
}

Finding Agrees::finding_of(const CheckInput& input, const Statements& all, const Clash& clash, bool is_strict) const {
  const Statement& later = all.statements[clash.later];
  const Statement& earlier = all.statements[clash.earlier];
  const IndexRange found = all.values[clash.later_value].words;
  const IndexRange other = all.values[clash.earlier_value].words;
  const Span there = source_of_sentence(input, earlier.sentence);
  // Two entries of lists may be of two schedules: no error.
  const auto in_text = [&](std::uint32_t sentence) { return input.units.sentences[sentence].place == Place::paragraph; };
  return {
      .severity =
          is_strict && in_text(later.sentence) && in_text(earlier.sentence) && !under_two_topics(input, later.sentence, earlier.sentence)
              ? Severity::error
              : severity,
      .source = source_of_sentence(input, later.sentence),
      .message = fill(message, {{"found", words_as_written(input, found)},
                                {"other", words_as_written(input, other)},
                                {"line", std::to_string(line_of(input, there))},
                                {"shared", shared_words(input, all, clash)}}),
      .related = {{.source = there, .message = "says otherwise", .marks = marks_of_statement(input, all, earlier, other, clash.common)}},
      .marks = marks_of_statement(input, all, later, found, clash.common)};
}

/// A clash, and whether it is one of the surest.
struct GradedClash {
  Clash clash;
  bool is_strict = false;
};

/// Without those that belong to a series: of three values told in the same words, each is of a thing of its own ("Starts at $760" in every
/// entry, "said 2 months ago" over every comment).
std::vector<GradedClash> without_series(const Statements& all, std::vector<GradedClash> told) {
  std::map<std::uint32_t, std::uint32_t> leads_to;  // by statement: the first of its series
  const auto first_of = [&](std::uint32_t statement) {
    for (auto known = leads_to.find(statement); known != leads_to.end(); known = leads_to.find(statement)) statement = known->second;
    return statement;
  };
  for (const GradedClash& one : told) {
    const std::uint32_t later = first_of(one.clash.later);
    const std::uint32_t earlier = first_of(one.clash.earlier);
    if (later != earlier) leads_to[std::max(later, earlier)] = std::min(later, earlier);
  }
  std::map<std::uint32_t, std::set<double>> values;
  for (const GradedClash& one : told) {
    for (const std::uint32_t value : {one.clash.later_value, one.clash.earlier_value})
      values[first_of(one.clash.later)].insert(all.values[value].low);
  }
  std::erase_if(told, [&](const GradedClash& one) { return values[first_of(one.clash.later)].size() > 2; });
  return told;
}

void Agrees::compare_values(const CheckInput& input, const Statements& all, const ConditionTest& test,
                            std::vector<Finding>& findings) const {
  std::set<std::uint32_t> told;  // one finding a sentence
  const auto holds = [&](const Clash& clash) {
    return test.holds(all.statements[clash.later].sentence, all.values[clash.later_value].words) &&
           test.holds(all.statements[clash.earlier].sentence, all.values[clash.earlier_value].words);
  };
  std::vector<GradedClash> found;
  ClashFinder clashes(input, all);
  for (const auto& [later, earlier] : candidate_pairs(all)) {
    if (told.contains(all.statements[later].sentence)) continue;
    if (!are_near(within, input, all.statements[later].sentence, all.statements[earlier].sentence)) continue;
    const auto clash = clashes.find(later, earlier, standard);
    if (!clash || !holds(*clash)) continue;
    told.insert(all.statements[later].sentence);
    found.push_back({*clash, strict && reaches(clash->common, *strict)});
  }
  const NearPairs& near = near_pairs_of(input, cues);
  const ValueCopies copies(input, all, near.passages);
  for (const PairView& pair : near.pairs) {
    const std::uint32_t later = near.passages.passages[pair.later.passage].first_sentence;
    if (told.contains(later) || !are_near(within, input, later, near.passages.passages[pair.earlier.passage].first_sentence)) continue;
    const auto copy = copies.find(pair);
    if (!copy || !holds(copy->clash)) continue;
    told.insert(later);
    found.push_back({copy->clash, copy->exact && strict && reaches(copy->clash.common, *strict)});
  }
  for (const GradedClash& one : without_series(all, std::move(found))) findings.push_back(finding_of(input, all, one.clash, one.is_strict));
}

/// "Author: Ada Quill" under one heading and "Author: Tom Reed" under the next: lines of two entries.
bool are_lines_of_two_entries(const CheckInput& input, const Statements& all, const Fact& a, const Fact& b) {
  const auto is_line = [&](const Fact& fact) {
    return cover(fact.words, fact.value_words) == input.units.sentences[all.statements[fact.statement].sentence].words;
  };
  const Section& one = input.article.sections[input.units.sentences[all.statements[a.statement].sentence].section];
  const Section& two = input.article.sections[input.units.sentences[all.statements[b.statement].sentence].section];
  return &one != &two && one.parent == two.parent && is_line(a) && is_line(b);
}

void Agrees::compare_facts(const CheckInput& input, const Statements& all, const ConditionTest& test,
                           std::vector<Finding>& findings) const {
  const std::vector<Fact> facts = read_facts(input, all, *fact, test);
  for (std::size_t later = 0; later < facts.size(); ++later) {
    const std::size_t compared = std::min(later, most_facts);
    const auto earlier = std::find_if(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(compared), [&](const Fact& candidate) {
      return are_near(within, input, all.statements[facts[later].statement].sentence, all.statements[candidate.statement].sentence) &&
             contradict(input, all, facts[later], candidate) && !are_lines_of_two_entries(input, all, facts[later], candidate);
    });
    if (earlier == facts.begin() + static_cast<std::ptrdiff_t>(compared)) continue;
    const Span other = source_of_sentence(input, all.statements[earlier->statement].sentence);
    const std::string line = std::to_string(line_of(input, other));
    findings.push_back({.severity = severity,
                        .source = source_of_sentence(input, all.statements[facts[later].statement].sentence),
                        .message = fill(message, {{"found", words_as_written(input, cover(facts[later].words, facts[later].value_words))},
                                                  {"other", words_as_written(input, cover(earlier->words, earlier->value_words))},
                                                  {"line", line}}),
                        .related = {{.source = other, .message = "says otherwise", .marks = marks_of_fact(input, all, *earlier)}},
                        .marks = marks_of_fact(input, all, facts[later])});
  }
}

void Agrees::compare_timings(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const {
  std::vector<Timing> timings = timings_of(input);
  std::erase_if(timings, [&](const Timing& timing) {
    return input.units.sentences[timing.sentence].question || !test.holds(timing.sentence, timing.words);
  });
  for (std::size_t later = 0; later < timings.size(); ++later) {
    const auto end = timings.begin() + static_cast<std::ptrdiff_t>(std::min(later, most_facts));
    const auto earlier = std::find_if(timings.begin(), end, [&](const Timing& candidate) {
      return are_near(within, input, timings[later].sentence, candidate.sentence) && contradict(timings[later], candidate) &&
             !under_two_topics(input, timings[later].sentence, candidate.sentence);
    });
    if (earlier == end) continue;
    const Span other = source_of_sentence(input, earlier->sentence);
    const std::string line = std::to_string(line_of(input, other));
    findings.push_back(
        {.severity = severity,
         .source = source_of_sentence(input, timings[later].sentence),
         .message = fill(message, {{"found", words_as_written(input, timings[later].words)},
                                   {"other", words_as_written(input, earlier->words)},
                                   {"line", line}}),
         .related = {{.source = other, .message = "says otherwise", .marks = marks_of_timing(input, *earlier, timings[later])}},
         .marks = marks_of_timing(input, timings[later], *earlier)});
  }
}

void Agrees::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (fact && input.matches.of(fact->fact).size() < 2) return;
  const ConditionTest test(fact ? fact->conditions : conditions, input);
  if (of_timings) return compare_timings(input, test, findings);
  const Statements& all = statements_of(input);
  fact ? compare_facts(input, all, test, findings) : compare_values(input, all, test, findings);
}

SayingTier tier_of(const YamlValue& value, SayingTier tier) {
  for (const auto& [key, number] : value.entries) {
    const float read = std::strtof(number.scalar.string().c_str(), nullptr);
    (key.scalar == "weight" ? tier.weight : key.scalar == "share" ? tier.share : tier.overlap) = read;
  }
  return tier;
}

tl::expected<Check, Problems> compile_agrees(const Rule& rule, CompileContext& context) {
  Agrees check;
  Problems problems = missing_captures(rule, "fact", {{"value"}});
  if (problems.empty()) problems = missing_typed(rule, "fact", {});
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.of_timings = rule.text("of") == "timings";
  if (rule.field("fact") != nullptr) {
    check.fact = compile_facts(rule, context);
  } else {
    check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list, Place::footnote}));
    check.conditions.not_frames |= not_the_articles_own;
    check.cues = compile_cues(context);
  }
  check.within = read_window(rule, "within", check.within);
  if (const YamlValue* tier = rule.field("standard"); tier != nullptr) check.standard = tier_of(*tier, check.standard);
  if (const YamlValue* tier = rule.field("strict"); tier != nullptr)
    check.strict = tier_of(*tier, {.weight = 15, .share = 0.9F, .overlap = 0.8F});
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind agrees_kind() {
  static const std::vector<Field> tier = {
      {.name = "weight", .type = FieldType::number, .description = "Weight of what both say; a rare word weighs 6 to 9."},
      {.name = "share", .type = FieldType::number, .description = "That weight / the weight of the lighter statement."},
      {.name = "overlap", .type = FieldType::number, .description = "That weight / the weight of both together."},
  };
  return {
      .name = "agrees",
      .description =
          "One thing has one value. Without `fact`, numbers, dates and measures are compared wherever two clauses say the same of the same "
          "subject. With `fact`, its phrases state a relation that has one value; `$value` captures it, `$subject` what it is said of "
          "(otherwise the subject of the clause; a pronoun or “the company” stands for the name before it). {found}, {other}, {line} and, "
          "without `fact`, {shared} may stand in the message.",
      .fields = {{.name = "of",
                  .type = FieldType::choice,
                  .description = "What is compared when there is no `fact`: the values of statements, or the timings of instructions.",
                  .values = {"values", "timings"},
                  .instead_of = "fact"},
                 {.name = "fact",
                  .type = FieldType::phrase_list,
                  .description = "Phrases that state the relation; each captures `$value:`, a typed token."},
                 pair_within_field(),
                 {.name = "standard",
                  .type = FieldType::mapping,
                  .description = "Without `fact`: how much two statements must have in common (weight 9, share 0.75).",
                  .fields = tier,
                  .instead_of = "fact"},
                 {.name = "strict",
                  .type = FieldType::mapping,
                  .description = "Without `fact`: from here on a finding is an error.",
                  .fields = tier,
                  .instead_of = "fact"},
                 {.name = "wider",
                  .type = FieldType::word_list,
                  .description =
                      "With `fact`: names that may hold others, such as countries; one of these never contradicts one that is none.",
                  .beside = "fact"}},
      .quotes = {"found", "other", "line", "shared"},
      .compile = compile_agrees};
}

}  // namespace stet
