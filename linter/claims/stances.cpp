#include "claims/stances.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "matching/clauses.h"

namespace stet {
namespace {

template <std::size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto qualifying = std::to_array<std::string_view>(
    {"for",    "in",     "during",  "when",   "if",   "unless", "until", "while", "by",   "at", "among", "under", "after",
     "before", "within", "without", "except", "with", "on",     "above", "below", "only", "to", "as",    "since", "that"});
constexpr float least_qualifier = 3.5F;  ///< weight of a word that tells circumstances apart

/// Content stems of the qualification that follows the stance ("safe for adults") or opens its sentence ("In large doses,
/// …").
std::vector<WordKey> qualifiers_of(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  std::vector<WordKey> stems;
  const IndexRange whole = input.units.sentences[sentence].words;
  const auto add = [&](IndexRange range) {
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const Form& form = form_of(input, word);
      if (form.weight >= least_qualifier) stems.push_back(key_of(input, form.stem));
    }
  };
  const IndexRange clause = clause_of(input.article, input.units, input.vocabulary, sentence, words.end - 1);
  const bool follows = words.end < clause.end && among(qualifying, form_of(input, words.end).text);
  if (follows || among(qualifying, form_of(input, words.end - 1).text)) add({words.end, std::max(words.end, clause.end)});
  if (among(qualifying, form_of(input, whole.begin).text) && whole.begin < words.begin) {
    const IndexRange opening = clause_of(input.article, input.units, input.vocabulary, sentence, whole.begin);
    if (opening.end <= words.begin) add(opening);
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

/// "less addictive", "safer than": a comparison is no stance.
bool is_compared(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  constexpr auto degrees = std::to_array<std::string_view>({"more", "less", "most", "least", "too", "fewer"});
  const IndexRange whole = input.units.sentences[sentence].words;
  if (words.begin > whole.begin && among(degrees, form_of(input, words.begin - 1).text)) return true;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (among(degrees, form_of(input, word).text)) return true;
  }
  return words.end < whole.end && form_of(input, words.end).text == "than";
}

/// "where it is legal", "the `safe` keyword is": an occasion, or code that only looks like a statement.
bool is_occasion(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  constexpr auto occasions = std::to_array<std::string_view>({"where", "whether", "if", "when", "unless", "wherever", "whenever", "until"});
  const IndexRange clause = clause_of(input.article, input.units, input.vocabulary, sentence, words.begin);
  for (std::uint32_t word = clause.begin; word < words.begin; ++word) {
    if (among(occasions, form_of(input, word).text) || (input.units.words[word].flags & word_code) != 0) return true;
  }
  return false;
}

class StanceReader {
 public:
  StanceReader(const StanceRule& rule, const CheckInput& input, const SubjectOf& subject_of)
      : rule_(rule), input_(input), test_(rule.conditions, input), subject_of_(subject_of) {}

  /// Ascending by place.
  std::vector<Stance> read() {
    collect(rule_.says, false);
    collect(rule_.denies, true);
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
  const SubjectOf& subject_of_;
  std::vector<Stance> stances_;

  /// A word of the past in the sentence, outside the stance itself ("no longer sold").
  bool is_past(const Match& match) const {
    const IndexRange whole = input_.units.sentences[match.sentence].words;
    const auto& hits = input_.matches.list_hits;
    auto hit = std::lower_bound(hits.begin(), hits.end(), whole.begin,
                                [](const ListHit& h, std::uint32_t begin) { return h.words.begin < begin; });
    for (; hit != hits.end() && hit->words.begin < whole.end; ++hit) {
      if (hit->list == input_.cues.past && !hit->words.overlaps(match.words)) return true;
    }
    return false;
  }

  std::vector<StanceCapture> captures_of(const Match& match) const {
    std::vector<StanceCapture> captures;
    for (const Capture& capture : match.captures) {
      captures.push_back({capture.name, {}});
      for (std::uint32_t w = capture.words.begin; w < capture.words.end; ++w)
        captures.back().words.push_back(key_of(input_, form_of(input_, w).stem));
    }
    return captures;
  }

  void collect(PatternId pattern, bool denied) {
    for (const Match& match : input_.matches.of(pattern)) {
      if (!test_.holds(match.sentence, match.words) || is_compared(input_, match.sentence, match.words)) continue;
      if (is_occasion(input_, match.sentence, match.words)) continue;
      const TopicPhrase subject = subject_of_(match.sentence, match.words);
      if (subject.topic == no_index) continue;
      const std::uint16_t frames =
          frames_of(input_.article, input_.units, input_.vocabulary, input_.matches, input_.cues, match.sentence, match.words);
      Stance stance{.subject = subject, .sentence = match.sentence, .words = match.words, .captures = captures_of(match)};
      stance.denied = denied != ((frames & frame_negated) != 0);
      if (stance.denied && (frames & frame_hedged) != 0) continue;
      stance.past = is_past(match);
      stance.qualifiers = qualifiers_of(input_, match.sentence, match.words);
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
bool same_circumstances(const StanceRule& rule, const Stance& denial, const Stance& other) {
  if (denial.qualifiers.empty() && (rule.absolute || other.qualifiers.empty())) return true;
  std::vector<WordKey> both;
  std::set_intersection(denial.qualifiers.begin(), denial.qualifiers.end(), other.qualifiers.begin(), other.qualifiers.end(),
                        std::back_inserter(both));
  return !both.empty() && 4 * both.size() >= 3 * std::max(denial.qualifiers.size(), other.qualifiers.size());
}

}  // namespace

StanceRule compile_stances(const Rule& rule, CompileContext& context) {
  StanceRule compiled;
  compiled.says = context.automaton.add(rule.phrases("says"));
  compiled.denies = context.automaton.add(rule.phrases("denies"));
  compiled.absolute = rule.boolean("absolute", false);
  compiled.conditions = compile_conditions(rule, context, all_prose);
  compiled.conditions.not_frames |= frame_questioned | frame_quoted | frame_attributed | frame_myth;
  return compiled;
}

std::vector<Stance> read_stances(const StanceRule& rule, const CheckInput& input, const SubjectOf& subject_of) {
  return StanceReader(rule, input, subject_of).read();
}

bool oppose(const StanceRule& rule, const Stance& denial, const Stance& other) {
  return denial.denied && !other.denied && same_topic(other.subject, denial.subject) && other.past == denial.past &&
         same_circumstances(rule, denial, other) && same_captures(denial, other);
}

}  // namespace stet
