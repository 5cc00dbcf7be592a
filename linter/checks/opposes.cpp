// opposes: both cannot be true of one subject.
#include <algorithm>
#include <map>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"
#include "checks/opposing.h"
#include "checks/topics.h"

namespace stet {
namespace {

struct Opposes {
  PatternId says = 0;
  PatternId denies = 0;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// One sentence's stance towards its subject.
struct Stance {
  StemId subject = no_index;
  std::uint32_t sentence = 0;
  IndexRange words;
  bool denied = false;
};

void collect(const CheckInput& input, const ConditionTest& test, const std::vector<StemId>& subjects, PatternId pattern, bool denied,
             std::vector<Stance>& stances) {
  for (const Match& match : input.matches.of(pattern)) {
    const StemId subject = subjects[match.sentence];
    if (subject == no_index || !test.holds(match.sentence, match.words)) continue;
    const std::uint16_t frames =
        frames_of(input.article, input.units, input.vocabulary, input.matches, input.cues, match.sentence, match.words);
    stances.push_back({subject, match.sentence, match.words, denied != ((frames & frame_negated) != 0)});
  }
}

void Opposes::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.matches.of(says).empty() && input.matches.of(denies).empty()) return;
  const ConditionTest test(conditions, input);
  const std::vector<StemId> subjects = subjects_of_sentences(input);
  std::vector<Stance> stances;
  collect(input, test, subjects, says, false, stances);
  collect(input, test, subjects, denies, true, stances);
  std::sort(stances.begin(), stances.end(), [](const Stance& a, const Stance& b) { return a.words < b.words; });
  // One finding for each sentence that denies, pointing at the nearest sentence that says otherwise.
  for (const Stance& denial : stances) {
    if (!denial.denied) continue;
    std::vector<const Stance*> others;
    for (const Stance& other : stances) {
      if (!other.denied && other.subject == denial.subject && other.sentence != denial.sentence) others.push_back(&other);
    }
    if (others.empty()) continue;
    Finding finding{.severity = severity, .source = source_of(input, denial.words), .message = {}, .related = {}};
    for (const Stance* other : others) finding.related.push_back({source_of_sentence(input, other->sentence), "says otherwise"});
    const std::string line = std::to_string(line_of(input, finding.related.front().source));
    finding.message =
        fill(message,
             {{"found", words_as_written(input, denial.words)}, {"other", words_as_written(input, others.front()->words)}, {"line", line}});
    findings.push_back(std::move(finding));
  }
}

tl::expected<Check, Problems> compile_opposes(const Rule& rule, CompileContext& context) {
  if (rule.field("by") != nullptr) return compile_opposing(rule, context);
  for (const std::string_view needed : {"says", "denies"}) {
    if (rule.field(needed) == nullptr) {
      return tl::unexpected(Problems{rule.document.problem(rule.document.root.position, "this rule has neither `by` nor both stances",
                                                           "give it `says` and `denies`, or `by`")});
    }
  }
  Opposes check;
  check.says = context.automaton.add(rule.phrases("says"));
  check.denies = context.automaton.add(rule.phrases("denies"));
  check.conditions = compile_conditions(rule, context, all_prose);
  check.conditions.not_frames |= frame_questioned | frame_quoted | frame_attributed | frame_myth;
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind opposes_kind() {
  std::vector<Field> fields = {
      {.name = "says", .type = FieldType::phrase_list, .description = "Phrases that say it is so."},
      {.name = "denies", .type = FieldType::phrase_list, .description = "Phrases that say it is not so."},
  };
  for (Field& field : opposing_fields()) fields.push_back(std::move(field));
  return {.name = "opposes",
          .description =
              "Both cannot be true of one subject. Curated (`says`, `denies`): two stances towards the sentence's leftmost frequent topic, "
              "a pronoun standing for the subject before; a negation turns a stance round; what is asked, quoted, attributed or called a "
              "myth is not a stance of the article; {found}, {other} and {line} may stand in the message. General (`by`): two sentences "
              "that say nearly the same of any subject, but for a negation or for opposites in the same place; {here}, {there}, {shared} "
              "and {line} may stand in the message.",
          .fields = std::move(fields),
          .compile = compile_opposes};
}

}  // namespace stet
