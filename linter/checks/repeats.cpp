// repeats: the same thing is said twice.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "checks/kinds.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "checks/wording/removals.h"
#include "comparing/guards/repetition.h"
#include "comparing/passages.h"
#include "comparing/rewordings.h"
#include "matching/conditions.h"

namespace stet {
namespace {

/// How alike two passages are, in words an editor uses. The thresholds were set on real articles.
enum class Grade : std::uint8_t { none, reworded, near, exact };

/// What is shorter says nothing of how widely the words of an article are spread.
constexpr std::uint32_t shortest_passage = 12;  // content words

struct Repeats {
  PassageUnit unit = PassageUnit::sentence;
  std::uint32_t at_least = 4;
  Grade least = Grade::near;         ///< `reworded`: passages are compared by their content, in any words and order
  std::optional<Severity> exact;     ///< severity of what is the same word for word, where it has its own
  std::optional<Severity> reworded;  ///< severity of what is only reworded; nothing: not reported
  std::optional<PatternId> allow;
  Window within = {Reach::article};
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
  Severity severity_of(Grade grade) const;
  void find_rewordings(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const;
  void find_likenesses(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const;
  Finding finding_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier,
                     const Alignment& shared) const;
};

Grade grade_of(const Likeness& likeness) {
  if (likeness.overlap > 0.999F) return Grade::exact;
  const bool near = likeness.overlap >= 0.6F ||
                    (likeness.contained >= 0.85F && likeness.cohesion >= 0.6F && likeness.shared >= 5 && likeness.weight >= 12);
  if (near && likeness.weight >= 7) return Grade::near;
  const bool moved = likeness.unordered >= 0.5F && likeness.unordered_share >= 0.85F && likeness.unordered_weight >= 16;
  const bool half = likeness.overlap >= 0.42F && likeness.shared >= 5 && likeness.weight >= 12;
  const bool stretch = likeness.overlap >= 0.3F && likeness.cohesion >= 0.7F && likeness.weight >= 16;
  const bool within = likeness.contained >= 0.75F && likeness.cohesion >= 0.7F && likeness.shared >= 5 && likeness.weight >= 10;
  return half || stretch || within || moved ? Grade::reworded : Grade::none;
}

Severity Repeats::severity_of(Grade grade) const {
  if (grade == Grade::reworded && reworded) return *reworded;
  return grade == Grade::exact && exact ? *exact : severity;
}

/// The most similar earlier passage of each later one.
struct Best {
  std::uint32_t earlier = no_index;
  Likeness likeness;
  Grade grade = Grade::none;
  bool unordered = false;  ///< alike in what they say, not in its order
};

Span plain_of(const CheckInput& input, const Passage& passage) {
  return {input.units.sentences[passage.first_sentence].plain.begin, input.units.sentences[passage.end_sentence - 1].plain.end};
}

/// Finds sentences that share in any order much of what they say, and words that hardly any other sentence has.
class Paraphrases {
 public:
  Paraphrases(const CheckInput& input, const Passages& passages) : input_(input), passages_(passages) {}

  bool is_one(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) {
    if (likeness.unordered < 0.37F) return false;
    if (!telling_) telling_.emplace(input_, passages_);
    return telling_->shared(later, earlier) >= 6;
  }

 private:
  const CheckInput& input_;
  const Passages& passages_;
  std::optional<TellingStems> telling_;  // made when the first pair asks
};

std::vector<Best> best_pairs(const Repeats& check, const CheckInput& input, const Passages& passages) {
  Paraphrases paraphrases(input, passages);
  std::vector<Best> best(passages.passages.size());
  for (const auto& [later, earlier] : candidate_pairs(passages)) {
    if (!are_near(check.within, input, passages.passages[later].first_sentence, passages.passages[earlier].first_sentence)) continue;
    Best pair{earlier, likeness_of(passages, later, earlier, align(passages, later, earlier))};
    pair.grade = grade_of(pair.likeness);
    const bool looks_on = pair.grade == Grade::none && check.reworded && check.unit == PassageUnit::sentence;
    pair.unordered = looks_on && paraphrases.is_one(later, earlier, pair.likeness);
    if (pair.unordered) pair.grade = Grade::reworded;
    const bool wanted = pair.grade >= check.least || (pair.grade == Grade::reworded && check.reworded);
    if (!wanted || (best[later].earlier != no_index && pair.likeness.overlap <= best[later].likeness.overlap)) continue;
    if (!is_deliberate(input, passages, passages.passages[later], passages.passages[earlier], pair.likeness)) best[later] = pair;
  }
  return best;
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

/// Without its message and severity.
Finding Repeats::finding_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier,
                            const Alignment& shared) const {
  const Passage& a = passages.passages[later];
  PairMarks marks = marks_of(input, passages, later, earlier, shared);
  return {.severity = severity,
          .source = source_of_sentence(input, a.first_sentence),
          .covers = unit == PassageUnit::sentence ? Span{} : input.article.to_source(plain_of(input, a)),
          .related = {{.source = source_of_sentence(input, passages.passages[earlier].first_sentence),
                       .message = "earlier",
                       .marks = std::move(marks.earlier)}},
          .marks = std::move(marks.later)};
}

std::string message_of(const CheckInput& input, const std::string& message, const Finding& finding, std::size_t shared, std::size_t words) {
  const std::string line = std::to_string(line_of(input, finding.related.front().source));
  return fill(message, {{"line", line}, {"shared", std::to_string(shared)}, {"words", std::to_string(words)}});
}

void Repeats::find_likenesses(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const {
  const std::vector<Best> best = best_pairs(*this, input, passages);
  for (std::uint32_t later = 0; later < best.size(); ++later) {
    const std::uint32_t earlier = best[later].earlier;
    const Grade grade = best[later].grade;
    if (earlier == no_index) continue;
    const Passage& a = passages.passages[later];
    const Passage& b = passages.passages[earlier];
    const Alignment shared = best[later].unordered ? align_unordered(passages, later, earlier) : align(passages, later, earlier);
    Finding finding = finding_of(input, passages, later, earlier, shared);
    finding.message = message_of(input, message, finding, shared.size(), std::min(a.stems.size(), b.stems.size()));
    finding.severity = severity_of(grade);
    if (grade == Grade::exact) finding.fixes = fixes_for(input, unit, a, b);
    findings.push_back(std::move(finding));
  }
}

void Repeats::find_rewordings(const CheckInput& input, const Passages& passages, std::vector<Finding>& findings) const {
  for (const Rewording& pair : rewordings(input, passages, at_least)) {
    const Passage& a = passages.passages[pair.later];
    const Passage& b = passages.passages[pair.earlier];
    if (!are_near(within, input, a.first_sentence, b.first_sentence) || speak_of_different_things(input, a, b)) continue;
    Finding finding = finding_of(input, passages, pair.later, pair.earlier, align_unordered(passages, pair.later, pair.earlier));
    finding.message = message_of(input, message, finding, pair.shared, pair.words);
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
    return test.holds(sentence) && !allowed[sentence] && (unit == PassageUnit::section || says_something(input, sentence));
  };
  if (least == Grade::reworded) {
    find_rewordings(input, read_passages(input, unit, shortest_passage, taken), findings);
  } else {
    find_likenesses(input, read_passages(input, unit, at_least, taken), findings);
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
  check.within = read_window(rule, "within", check.within);
  if (auto problem = impossible_window(rule, check.unit, check.within)) return tl::unexpected(Problems{std::move(*problem)});
  if (rule.field("allow") != nullptr) check.allow = context.automaton.add(rule.phrases("allow"));
  check.conditions = compile_conditions(rule, context, place_bits({Place::paragraph, Place::list}));
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind repeats_kind() {
  return {
      .name = "repeats",
      .description =
          "The same thing is said twice. Passages are compared as weighted sequences of content stems; each later passage is one finding "
          "that points at the earlier one it is most like. Passages that differ in a number or a negation, that fill one slot differently, "
          "or that only label something are no repetition. {line}, {shared} and {words} may stand in the message.",
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
              {.name = "allow",
               .type = FieldType::phrase_list,
               .description = "Sentences with one of these phrases may be repeated: calls to action, licences."},
              pair_within_field(),
          },
      .quotes = {"line", "shared", "words"},
      .compile = compile_repeats};
}

}  // namespace stet
