// repeats: the same thing is said twice.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checks/kinds.h"
#include "checks/repeats/faults.h"
#include "checks/repeats/rows.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "checks/wording/removals.h"
#include "claims/stated.h"
#include "comparing/reading.h"
#include "comparing/rewordings.h"
#include "matching/conditions.h"

namespace stet {
namespace {

/// What is shorter says nothing of how widely the words of an article are spread.
constexpr std::uint32_t shortest_passage = 12;  // content words

constexpr std::size_t most_places = 12;  ///< lines that a message names

struct Repeats {
  PassageUnit unit = PassageUnit::sentence;
  std::uint32_t at_least = 4;
  Grade least = Grade::near;         ///< `reworded`: passages are compared by their content, in any words and order
  std::optional<Severity> exact;     ///< severity of what is the same word for word, where it has its own
  std::optional<Severity> reworded;  ///< severity of what is only reworded; nothing: not reported
  std::uint32_t long_from = 7;
  std::uint32_t in_references = 9;
  float restated = 0.42F;
  std::optional<PatternId> allow;
  std::optional<PatternId> pointers;
  Window within = {Reach::article};
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;
  std::string message_when_many;
  std::string message_of_list;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  Severity severity_of(const Fault& fault) const;
  void find_rewordings(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const;
  void find_likenesses(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const;
  void find_rows(const CheckInput& input, const std::function<bool(std::uint32_t)>& holds, std::vector<Finding>& findings) const;
  Finding finding_of(const CheckInput& input, const Passages& passages, const Fault& fault) const;
};

/// The severity of the worst of its pairs. An error is what stands word for word where the copy helps nobody.
Severity Repeats::severity_of(const Fault& fault) const {
  Severity worst = Severity::note;
  for (const Run& run : fault) {
    for (const Pair& pair : run.pairs) {
      Severity own = pair.grade == Grade::exact && exact ? *exact : severity;
      if (pair.grade == Grade::reworded && reworded) own = *reworded;
      if (!pair.running) own = std::min(own, Severity::warning);
      if (pair.slight && run.pairs.size() == 1) own = Severity::note;
      worst = std::max(worst, own);
    }
  }
  return worst;
}

/// The sentences of some passages of one block, from the first to the last.
Span plain_of(const CheckInput& input, const Passage& first, const Passage& last) {
  return {input.units.sentences[first.first_sentence].plain.begin, input.units.sentences[last.end_sentence - 1].plain.end};
}

/// One end of a run, as a finding shows it.
struct RunEnd {
  Span source;  ///< its first sentence; of several sentences of one block all
  Span covers;  ///< all of it
  std::vector<Mark> marks;
};

struct RunEnds {
  RunEnd later;
  RunEnd earlier;
  std::size_t shared = 0;
  std::size_t words = 0;
};

Alignment alignment_of(const Passages& passages, const Pair& pair) {
  return pair.unordered ? align_unordered(passages, pair.later, pair.earlier) : align(passages, pair.later, pair.earlier);
}

RunEnds ends_of(const CheckInput& input, const Passages& passages, const Run& run) {
  const auto end = [&](std::uint32_t first, std::uint32_t last) {
    const Passage& a = passages.passages[first];
    const Passage& b = passages.passages[last];
    const Span covers = input.article.to_source(plain_of(input, a, b));
    const bool sentences = run.pairs.size() > 1 && !run.of_list;
    return RunEnd{sentences ? covers : source_of_sentence(input, a.first_sentence), covers, {}};
  };
  const auto by_earlier = [](const Pair& a, const Pair& b) { return a.earlier < b.earlier; };
  const auto [first, last] = std::minmax_element(run.pairs.begin(), run.pairs.end(), by_earlier);
  RunEnds ends{end(run.pairs.front().later, run.pairs.back().later), end(first->earlier, last->earlier)};
  for (const Pair& pair : run.pairs) {
    const Alignment shared = alignment_of(passages, pair);
    PairMarks marks = marks_of(input, passages, pair.later, pair.earlier, shared);
    ends.later.marks.insert(ends.later.marks.end(), marks.later.begin(), marks.later.end());
    ends.earlier.marks.insert(ends.earlier.marks.end(), marks.earlier.begin(), marks.earlier.end());
    ends.shared += shared.size();
    ends.words += std::min(passages.passages[pair.later].stems.size(), passages.passages[pair.earlier].stems.size());
  }
  const auto by_place = [](const Mark& a, const Mark& b) { return a.source.begin < b.source.begin; };
  std::sort(ends.earlier.marks.begin(), ends.earlier.marks.end(), by_place);
  const auto overlap = [](const Mark& a, const Mark& b) { return b.source.begin < a.source.end; };
  ends.earlier.marks.erase(std::unique(ends.earlier.marks.begin(), ends.earlier.marks.end(), overlap), ends.earlier.marks.end());
  for (RunEnd* one : {&ends.later, &ends.earlier}) one->marks.resize(std::min(one->marks.size(), most_marks));
  return ends;
}

/// "13 of its 15 main words"
std::string amount_of(std::size_t shared, std::size_t words) {
  return shared >= words ? fmt::format("all of its {} main words", words) : fmt::format("{} of its {} main words", shared, words);
}

/// "40, 43 and 52"; beyond so many "…".
std::string lines_of(const CheckInput& input, const Finding& finding) {
  std::vector<std::uint32_t> lines = {line_of(input, finding.source)};
  for (const RelatedLocation& related : finding.related) lines.push_back(line_of(input, related.source));
  std::string text;
  for (std::size_t i = 0; i < std::min(lines.size(), most_places); ++i) {
    const bool last = i + 1 == lines.size();
    text += fmt::format("{}{}", i == 0 ? "" : last ? " and " : ", ", lines[i]);
  }
  return lines.size() > most_places ? text + " …" : text;
}

/// Of what stands there word for word, the second copy can go.
Fixes fixes_for(const CheckInput& input, PassageUnit unit, const Passage& later, const Passage& earlier) {
  switch (unit) {
    case PassageUnit::sentence:
      return remove_repeated_sentence(input, later.first_sentence, earlier.first_sentence);
    case PassageUnit::block:
      return remove_repeated_paragraph(input, later.first_sentence, earlier.first_sentence);
    case PassageUnit::section:
      return remove_repeated_section(input, later.first_sentence, earlier.first_sentence);
  }
  return {};
}

/// One fix that takes out the copies: those of which it is certain, or else all that can go.
Fixes fixes_of(const CheckInput& input, PassageUnit unit, const Passages& passages, const Fault& fault) {
  Fixes best;
  for (const Run& run : fault) {
    const Pair& pair = run.pairs.front();
    if (run.pairs.size() != 1 || pair.grade != Grade::exact) continue;
    Fixes more = fixes_for(input, unit, passages.passages[pair.later], passages.passages[pair.earlier]);
    if (more.empty()) continue;
    if (best.empty() || (more.front().safe && !best.front().safe)) {
      best = std::move(more);
    } else if (more.front().safe == best.front().safe && more.front().edits.front().source.begin >= best.front().edits.back().source.end) {
      best.front().edits.push_back(std::move(more.front().edits.front()));
    }
  }
  return best;
}

Finding Repeats::finding_of(const CheckInput& input, const Passages& passages, const Fault& fault) const {
  const Run& run = fault.front();
  RunEnds ends = ends_of(input, passages, run);
  Finding finding{.severity = severity_of(fault)};
  const auto take = [&](RunEnd&& own) {
    finding.source = own.source;
    finding.covers = unit == PassageUnit::sentence && run.pairs.size() == 1 ? Span{} : own.covers;
    finding.marks = std::move(own.marks);
  };
  if (fault.size() == 1) {
    const std::string line = std::to_string(line_of(input, ends.earlier.source));
    const std::string amount = amount_of(ends.shared, ends.words);
    const std::string count = number_in_words(static_cast<std::uint32_t>(run.pairs.size()));
    const std::string shared = std::to_string(ends.shared);
    const std::string words = std::to_string(ends.words);
    finding.message = fill(run.of_list ? message_of_list : message,
                           {{"line", line}, {"amount", amount}, {"shared", shared}, {"words", words}, {"count", count}});
    finding.related.push_back({.source = ends.earlier.source, .message = "earlier", .marks = std::move(ends.earlier.marks)});
    take(std::move(ends.later));
    return finding;
  }
  take(std::move(ends.earlier));
  for (const Run& copy : fault) {
    RunEnd later = ends_of(input, passages, copy).later;
    finding.related.push_back({.source = later.source, .message = "again", .marks = std::move(later.marks)});
  }
  const std::string count = number_in_words(static_cast<std::uint32_t>(fault.size() + 1));
  finding.message = fill(message_when_many, {{"count", count}, {"lines", lines_of(input, finding)}});
  return finding;
}

void Repeats::find_likenesses(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const {
  std::vector<bool> points(input.units.sentences.size(), false);
  if (pointers) {
    for (const Match& match : input.matches.of(*pointers)) points[match.sentence] = true;
  }
  const PairSearch search{unit, least, reworded.has_value(), within, &points, long_from, in_references, restated};
  for (const Fault& fault : faults_of(input, passages, find_pairs(input, passages, search))) {
    findings.push_back(finding_of(input, passages, fault));
    findings.back().fixes = fixes_of(input, unit, passages, fault);
  }
}

void Repeats::find_rewordings(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const {
  if (reading_of(input) == Reading::looked_up) return;
  for (const Rewording& found : rewordings(input, passages, at_least)) {
    const Passage& a = passages.passages[found.later];
    const Passage& b = passages.passages[found.earlier];
    if (!are_near(within, input, a.first_sentence, b.first_sentence) || speak_of_different_things(input, a, b)) continue;
    if (are_parallel(input, a.first_sentence, b.first_sentence)) continue;
    const Fault fault = {{{Pair{.later = found.later, .earlier = found.earlier, .unordered = true, .running = true}}}};
    findings.push_back(finding_of(input, passages, fault));
    const std::string line = std::to_string(line_of(input, findings.back().related.front().source));
    const std::string shared = std::to_string(found.shared);
    const std::string words = std::to_string(found.words);
    const std::string amount = amount_of(found.shared, found.words);
    findings.back().message = fill(message, {{"line", line}, {"amount", amount}, {"shared", shared}, {"words", words}});
  }
}

void Repeats::find_rows(const CheckInput& input, const std::function<bool(std::uint32_t)>& holds, std::vector<Finding>& findings) const {
  for (const RowPair& rows : double_rows(input, at_least, holds)) {
    const auto first_cell = [&](std::uint32_t row) {
      const Span plain = input.article.texts[input.article.blocks[row].texts.begin].plain;
      return plain.empty() ? input.article.blocks[row].source : input.article.to_source(plain);
    };
    Finding finding{.severity = severity, .source = first_cell(rows.later), .covers = input.article.blocks[rows.later].source};
    finding.related.push_back({.source = first_cell(rows.earlier), .message = "earlier"});
    const std::string line = std::to_string(line_of(input, finding.related.front().source));
    const std::string words = std::to_string(rows.content);
    const std::string amount = amount_of(rows.content, rows.content);
    finding.message = fill(message, {{"line", line}, {"amount", amount}, {"shared", words}, {"words", words}});
    findings.push_back(std::move(finding));
  }
}

void Repeats::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  const ConditionTest test(conditions, input);
  std::vector<bool> allowed(input.units.sentences.size(), false);
  if (allow) {
    for (const Match& match : input.matches.of(*allow)) allowed[match.sentence] = true;
  }
  const auto taken = [&](std::uint32_t sentence) {
    if (!test.holds(sentence) || allowed[sentence]) return false;
    if (unit == PassageUnit::sentence) return may_be_repeated(input, sentence);
    return unit == PassageUnit::section || says_something(input, sentence);
  };
  if (least == Grade::reworded) {
    find_rewordings(input, read_passages(input, unit, shortest_passage, taken), findings);
  } else {
    const auto stands = [&](std::uint32_t sentence) { return test.holds(sentence) && !allowed[sentence]; };
    const Passages passages =
        unit == PassageUnit::sentence ? read_sentences(input, at_least, stands) : read_passages(input, unit, at_least, taken);
    if (unit == PassageUnit::sentence)
      find_rows(
          input, [&](std::uint32_t sentence) { return test.holds(sentence); }, findings);
    find_likenesses(input, passages, findings);
  }
}

std::optional<Severity> severity_named(std::string_view text) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (text == name(severity)) return severity;
  }
  return std::nullopt;
}

/// Two paragraphs are never in one, nor two sections.
std::optional<Problem> impossible_window(const Rule& rule, PassageUnit unit, const Window& within) {
  const bool possible =
      unit == PassageUnit::sentence || within.reach == Reach::article || (unit == PassageUnit::block && within.reach == Reach::section);
  if (possible) return std::nullopt;
  const std::string_view instead =
      unit == PassageUnit::section ? "leave it out: sections are compared within the article" : "write `section`, or leave it out";
  return rule.document.problem(rule.field("within")->position,
                               fmt::format("two passages of the unit `{}` never stand so near each other", rule.text("unit")),
                               std::string(instead));
}

tl::expected<Check, Problems> compile_repeats(const Rule& rule, CompileContext& context) {
  Repeats check;
  const std::string unit = rule.text("unit", "sentence");
  check.unit = unit == "section" ? PassageUnit::section : unit == "block" ? PassageUnit::block : PassageUnit::sentence;
  check.at_least = static_cast<std::uint32_t>(rule.integer("at-least", 4));
  const std::string likeness = rule.text("likeness", "near");
  check.least = likeness == "exact" ? Grade::exact : likeness == "reworded" ? Grade::reworded : Grade::near;
  check.exact = severity_named(rule.text("exact"));
  check.reworded = severity_named(rule.text("reworded"));
  check.long_from = static_cast<std::uint32_t>(rule.integer("long-from", check.long_from));
  check.in_references = static_cast<std::uint32_t>(rule.integer("in-references", check.in_references));
  check.restated = static_cast<float>(rule.number("restated", check.restated));
  check.within = read_window(rule, "within", check.within);
  if (auto problem = impossible_window(rule, check.unit, check.within)) return tl::unexpected(Problems{std::move(*problem)});
  if (rule.field("allow") != nullptr) check.allow = context.automaton.add(rule.phrases("allow"));
  if (rule.field("pointers") != nullptr) check.pointers = context.automaton.add(rule.phrases("pointers"));
  check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list}));
  check.severity = rule.info.severity;
  check.message = rule.message;
  check.message_when_many = rule.text("message-when-many", rule.message);
  check.message_of_list = rule.text("message-of-list", rule.message);
  return check;
}

}  // namespace

Kind repeats_kind() {
  return {
      .name = "repeats",
      .description =
          "The same thing is said twice. Passages are compared as weighted sequences of content stems. Sentences of one block that repeat "
          "those of another are one finding, and so is what stands in three places or more. Passages that differ in a number or a "
          "negation, "
          "that fill one slot differently, or that only label something are no repetition, nor is what parallel places have in common: "
          "items of one list, sections of one pattern, definitions. In a reference, which is looked up in rather than read through, what "
          "another section says again must be longer. {line}, {amount}, {shared} and {words} may stand in the message, {count} and {lines} "
          "in that of many.",
      .fields =
          {
              {.name = "unit",
               .type = FieldType::choice,
               .description = "What is compared: a sentence, a block (a whole paragraph or list item), or all that stands directly under "
                              "one heading.",
               .values = {"sentence", "block", "section"}},
              {.name = "at-least", .type = FieldType::integer, .description = "Content words that a passage must have (4)."},
              {.name = "likeness",
               .type = FieldType::choice,
               .description =
                   "How alike they must be: all words the same, nearly all, or the same content in other words. Content is told by the "
                   "words that hardly any other passage has, so `reworded` is for passages of some twenty content words or more.",
               .values = {"exact", "near", "reworded"}},
              {.name = "exact",
               .type = FieldType::choice,
               .description = "The severity of a passage that stands there word for word, when it is to be another than the rule's.",
               .values = {"note", "warning", "error"}},
              {.name = "reworded",
               .type = FieldType::choice,
               .description =
                   "The severity of a passage that says it in other words: half of the words shared in order, or a long stretch.",
               .values = {"ignore", "note", "warning"}},
              {.name = "restated",
               .type = FieldType::number,
               .description =
                   "How much of two sentences must be the same, in any order and with near synonyms, to be told as reworded (0.42). "
                   "Only in articles that are read through."},
              {.name = "long-from",
               .type = FieldType::integer,
               .description = "Content words that two sentences must share to be more than a note (7)."},
              {.name = "in-references",
               .type = FieldType::integer,
               .description = "Content words that a sentence must have to be told when another section of a reference has it, too (9)."},
              {.name = "message-when-many",
               .type = FieldType::text,
               .description = "What a writer reads of what stands in three places or more; it is told where it stands first."},
              {.name = "message-of-list",
               .type = FieldType::text,
               .description = "What a writer reads of a list, {count} items of which stand in another one."},
              {.name = "pointers",
               .type = FieldType::phrase_list,
               .description = "Sentences with one of these phrases send the reader elsewhere; that two sections do so is no repetition."},
              {.name = "allow",
               .type = FieldType::phrase_list,
               .description = "Sentences with one of these phrases may be repeated: calls to action, licences."},
              pair_within_field(),
          },
      .quotes = {"line", "amount", "shared", "words", "count", "lines"},
      .compile = compile_repeats};
}

}  // namespace stet
