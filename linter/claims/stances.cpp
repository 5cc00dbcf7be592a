#include "claims/stances.h"

#include <algorithm>

#include "language/condition.h"
#include "language/negation.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// "less addictive", "safer than", "unlike the lid, the box …": a comparison is no stance.
bool is_compared(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  const IndexRange whole = input.units.sentences[sentence].words;
  if (words.begin > whole.begin && is(form_of(input, words.begin - 1), WordClass::comparison)) return true;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const bool superlative = word > words.begin && form_of(input, word - 1).text == "the";  // "the most expensive"
    if (!superlative && is(form_of(input, word), WordClass::comparison)) return true;
  }
  if (words.end < whole.end && form_of(input, words.end).text == "than") return true;
  for (std::uint32_t word = whole.begin + 1; word < words.begin; ++word) {
    if (form_of(input, word).text == "unlike") return true;
  }
  return false;
}

/// "where it is legal", "the `safe` keyword is": an occasion, or code that only looks like a statement.
bool is_occasion(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  const IndexRange clause = clause_of(input, sentence, words.begin);
  for (std::uint32_t word = clause.begin; word < words.begin; ++word) {
    if (opens_condition(form_of(input, word)) || (input.units.words[word].flags & word_code) != 0) return true;
  }
  return false;
}

class StanceReader {
 public:
  StanceReader(const StanceRule& rule, const CheckInput& input, const SubjectOf& subject_of)
      : rule_(rule),
        input_(input),
        test_(rule.conditions, input),
        asked_(rule.asked, input),
        subject_of_(subject_of),
        topics_(input.derived->get<Topics>([&] { return Topics(input); })) {}

  /// Ascending by place.
  std::vector<Stance> read() {
    collect(rule_.says, false);
    collect(rule_.denies, true);
    collect_rows(rule_.says, false);
    collect_rows(rule_.denies, true);
    std::sort(stances_.begin(), stances_.end(), [](const Stance& a, const Stance& b) { return a.words < b.words; });
    // What one phrase denies within what another says ("not risky" within "is not risky at all") is one stance: the denial.
    std::vector<Stance> apart;
    for (Stance& stance : stances_) {
      if (!apart.empty() && apart.back().words.overlaps(stance.words)) {
        if (stance.denied && !apart.back().denied) apart.back() = std::move(stance);
      } else {
        apart.push_back(std::move(stance));
      }
    }
    return apart;
  }

 private:
  const StanceRule& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  ConditionTest asked_;
  const SubjectOf& subject_of_;
  const Topics& topics_;
  std::vector<Stance> stances_;

  /// A hedge outside the stance itself: "members only may enter" is none.
  bool is_hedged(const Match& match) const {
    const IndexRange clause = clause_of(input_, match.sentence, match.words.begin);
    const auto hits = list_hits_in(input_.matches, {clause.begin, std::max(clause.end, match.words.end)});
    return std::any_of(hits.begin(), hits.end(),
                       [&](const ListHit& hit) { return hit.list == input_.cues.hedge && !hit.words.overlaps(match.words); });
  }

  /// A word of the past in the sentence, outside the stance itself ("no longer sold").
  bool speaks_of_past(std::uint32_t sentence, IndexRange words) const {
    const auto hits = list_hits_in(input_.matches, input_.units.sentences[sentence].words);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const ListHit& hit) { return hit.list == input_.cues.past && !hit.words.overlaps(words); });
  }

  /// "Not all fevers are contagious", "not always free": neither yes nor no.
  bool is_said_of_some(const Match& match) const {
    const IndexRange clause = clause_of(input_, match.sentence, match.words.begin);
    for (std::uint32_t w = clause.begin; w < match.words.begin; ++w) {
      if (denial_at(input_, clause, w) == Denial::weakened) return true;
    }
    return false;
  }

  /// "No dogs | at all".
  bool is_of_all(const Match& match) const {
    const auto hits = list_hits_in(input_.matches, input_.units.sentences[match.sentence].words);
    return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == rule_.of_all; });
  }

  std::vector<StanceCapture> captures_of(const Match& match) const {
    std::vector<StanceCapture> captures;
    for (const Capture& capture : match.captures) {
      if (input_.capture_names[capture.name] == "subject") continue;
      captures.push_back({capture.name, {}});
      for (std::uint32_t w = capture.words.begin; w < capture.words.end; ++w)
        captures.back().words.push_back(key_of(input_, form_of(input_, w).stem));
    }
    return captures;
  }

  /// What the phrase captures as `$subject`, with the words that it is composed of: "the lighthouse ticket".
  TopicPhrase named_subject(const Match& match) const {
    constexpr std::uint32_t most_modifiers = 2;
    for (const Capture& capture : match.captures) {
      if (input_.capture_names[capture.name] != "subject" || capture.words.empty()) continue;
      const std::uint32_t head = capture.words.end - 1;
      if (!is_content(form_of(input_, head)) || (form_of(input_, head).flags & form_number) != 0) return {};
      TopicPhrase subject{.topic = form_of(input_, head).stem, .details = {}, .key = key_of(input_, form_of(input_, head).stem)};
      const std::uint32_t first = input_.units.sentences[match.sentence].words.begin;
      for (std::uint32_t word = head; word > first && head - word < most_modifiers; --word) {
        if (!is_content(form_of(input_, word - 1)) || starts_clause(input_, word)) break;
        subject.details.push_back(key_of(input_, form_of(input_, word - 1).stem));
      }
      std::sort(subject.details.begin(), subject.details.end());
      return subject;
    }
    return {};
  }

  TopicPhrase subject_of(const Match& match) const {
    const TopicPhrase named = named_subject(match);
    return named.topic == no_index ? subject_of_(match.sentence, match.words) : named;
  }

  /// "No telemetry: …" names an option, and says of it what follows.
  bool is_label(const Match& match) const {
    if (match.words.begin != input_.units.sentences[match.sentence].words.begin) return false;
    const std::uint32_t end = input_.units.words[match.words.end - 1].plain.end;
    return end < input_.article.plain.size() && input_.article.plain[end] == ':';
  }

  /// Does an answer speak of some people, times or variants only?
  bool tells_apart(IndexRange words, IndexRange question) const {
    const auto is_asked = [&](std::uint32_t word) {  // "Can I bring my dog? Yes, dogs are welcome."
      for (std::uint32_t w = question.begin; w < question.end; ++w) {
        if (form_of(input_, w).stem == form_of(input_, word).stem) return true;
      }
      return false;
    };
    const auto hits = list_hits_in(input_.matches, words);
    return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) {
      return (hit.list == rule_.circumstances.circumstance || hit.list == rule_.circumstances.audience) && !is_asked(hit.words.begin);
    });
  }

  /// "Can I wash it in the machine? No.": the answer is the stance.
  void collect_answer(const Match& match, bool denied) {
    if (!asked_.holds(match.sentence, match.words) || is_compared(input_, match.sentence, match.words)) return;
    if (const auto answer = answer_to(input_, rule_.answers, match.sentence)) add_answer(match, denied, *answer);
  }

  void add_answer(const Match& match, bool denied, const Answer& answer) {
    if (tells_apart(input_.units.sentences[answer.sentence].words, input_.units.sentences[match.sentence].words)) return;
    const TopicPhrase subject = subject_of(match);
    if (subject.topic == no_index) return;
    Stance stance{.subject = subject, .sentence = answer.sentence, .words = answer.words, .captures = captures_of(match)};
    stance.denied = denied != answer.denied;
    stance.qualifiers = circumstances_of(input_, rule_.circumstances, match.sentence, match.words);
    stances_.push_back(std::move(stance));
  }

  /// "| Pets | not allowed |": said by a row's label and the cell behind it.
  void collect_rows(PatternId pattern, bool denied) {
    for (const Match& match : matches_across_cells(input_.matches, pattern)) {
      const IndexRange cell = input_.units.sentences[match.sentence].words;
      const IndexRange said{cell.begin, match.words.end};
      if (input_.units.sentences[match.sentence].question || !test_.holds(match.sentence, said)) continue;
      if (is_compared(input_, match.sentence, said) || tells_apart({said.end, cell.end}, match.words)) continue;
      if (is_conditional(input_, cell) || speaks_of_past(match.sentence, match.words)) continue;
      const TopicPhrase subject = subject_of_(match.sentence, match.words);
      if (subject.topic == no_index) continue;
      Stance stance{.subject = subject, .sentence = match.sentence, .words = said, .captures = captures_of(match)};
      stance.denied = denied;
      stances_.push_back(std::move(stance));
    }
  }

  void collect(PatternId pattern, bool denied) {
    for (const Match& match : input_.matches.of(pattern)) {
      if (input_.units.sentences[match.sentence].question) {
        collect_answer(match, denied);
        continue;
      }
      if (const auto answer = answer_to_label(input_, rule_.answers, match.sentence, match.words)) {
        if (test_.holds(match.sentence, match.words)) add_answer(match, denied, *answer);
        continue;
      }
      if (!test_.holds(match.sentence, match.words) || is_compared(input_, match.sentence, match.words)) continue;
      if (is_occasion(input_, match.sentence, match.words) || is_label(match) || is_said_of_some(match)) continue;
      const TopicPhrase subject = subject_of(match);
      if (subject.topic == no_index) continue;
      const std::uint16_t frames = frames_of(input_, match.sentence, match.words);
      Stance stance{.subject = subject, .sentence = match.sentence, .words = match.words, .captures = captures_of(match)};
      stance.denied = denied != ((frames & frame_negated) != 0);
      if (stance.denied && (frames & frame_hedged) != 0 && is_hedged(match)) continue;
      stance.past = speaks_of_past(match.sentence, match.words);
      stance.of_all = is_of_all(match);
      stance.qualifiers = circumstances_of(input_, rule_.circumstances, match.sentence, match.words);
      for (std::vector<WordKey>* keys : {&stance.qualifiers.all, &stance.qualifiers.restricting})
        std::erase_if(*keys, [&](WordKey key) { return topics_.is_title_word(key); });  // "on Oskerry" in an article on Oskerry
      stances_.push_back(std::move(stance));
    }
  }
};

/// Captures of the same name hold the same words.
bool same_captures(const Stance& a, const Stance& b) {
  return std::all_of(a.captures.begin(), a.captures.end(), [&](const StanceCapture& left) {
    return std::all_of(b.captures.begin(), b.captures.end(),
                       [&](const StanceCapture& right) { return left.name != right.name || left.words == right.words; });
  });
}

/// A general stance is not contradicted by one for some people or some times, unless it is absolute; two such are when they are nearly the
/// same.
bool hold_together(const StanceRule& rule, const Stance& denial, const Stance& other) {
  if (denial.qualifiers.all.empty() && (rule.absolute || denial.of_all)) return true;
  return same_circumstances(denial.qualifiers.all, other.qualifiers.all);
}

/// "breakfast" and "breakfast buffet", "the lighthouse" and "the lighthouse ticket": what is named is part of the other's name.
bool is_named_in(const TopicPhrase& thing, const TopicPhrase& longer) {
  return thing.key != 0 && std::binary_search(longer.details.begin(), longer.details.end(), thing.key) && thing.details.empty();
}

}  // namespace

StanceRule compile_stances(const Rule& rule, CompileContext& context) {
  StanceRule compiled;
  compiled.says = context.automaton.add(rule.phrases("says"));
  compiled.denies = context.automaton.add(rule.phrases("denies"));
  compiled.absolute = rule.boolean("absolute", false);
  compiled.circumstances = compile_circumstances(context);
  compiled.conditions = compile_conditions(rule, context, all_prose);
  compiled.conditions.not_frames |= not_said_by_the_article;
  compiled.asked = compiled.conditions;
  compiled.asked.not_frames &= static_cast<std::uint16_t>(~frame_questioned);
  compiled.asked.places |= place_bits({Place::heading});
  compiled.answers = compile_answers(context);
  compiled.of_all = context.automaton.add_list("of-all");
  return compiled;
}

std::size_t stance_matches(const StanceRule& rule, const Matches& matches) {
  std::size_t count = 0;
  for (const PatternId pattern : {rule.says, rule.denies})
    count += matches.of(pattern).size() + matches_across_cells(matches, pattern).size();
  return count;
}

std::vector<Stance> read_stances(const StanceRule& rule, const CheckInput& input, const SubjectOf& subject_of) {
  return StanceReader(rule, input, subject_of).read();
}

bool same_thing(const Stance& a, const Stance& b) {
  return same_topic(a.subject, b.subject) || is_named_in(a.subject, b.subject) || is_named_in(b.subject, a.subject);
}

bool oppose(const StanceRule& rule, const Stance& denial, const Stance& other) {
  return denial.denied && !other.denied && same_thing(denial, other) && other.past == denial.past && hold_together(rule, denial, other) &&
         same_captures(denial, other);
}

}  // namespace stet
