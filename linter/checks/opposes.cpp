// opposes: both cannot be true of one subject.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/marks.h"
#include "checks/message.h"
#include "checks/opposing.h"
#include "checks/topics.h"
#include "matching/clauses.h"

namespace stet {
namespace {

constexpr std::size_t most_related = 3;

struct Opposes {
  PatternId says = 0;
  PatternId denies = 0;
  bool of_article = false;  ///< all main topics of the article are one subject
  bool absolute = false;    ///< a denial without qualification denies the qualified too
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// One clause's stance towards its subject.
struct Stance {
  TopicPhrase subject;
  std::uint32_t sentence = 0;
  IndexRange words;
  const Match* match = nullptr;
  bool denied = false;
  bool past = false;
  std::vector<StemId> qualifiers;  ///< for whom, when, in what: content stems, ascending
};

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
std::vector<StemId> qualifiers_of(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  std::vector<StemId> stems;
  const IndexRange whole = input.units.sentences[sentence].words;
  const auto add = [&](IndexRange range) {
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const Form& form = form_of(input, word);
      if (form.weight >= least_qualifier) stems.push_back(form.stem);
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
  StanceReader(const Opposes& rule, const CheckInput& input)
      : rule_(rule), input_(input), test_(rule.conditions, input), topics_(input.derived->get<Topics>([&] { return Topics(input); })) {}

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
  const Opposes& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  const Topics& topics_;
  std::vector<Stance> stances_;

  /// A bullet that names no topic of its own ("High doses may cause nausea") speaks of the article's.
  bool speaks_of_article(std::uint32_t sentence, const TopicPhrase& subject) const {
    if (subject.topic == no_index) return input_.units.sentences[sentence].place == Place::list;
    return topics_.is_main(subject.topic);
  }

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

  void collect(PatternId pattern, bool denied) {
    for (const Match& match : input_.matches.of(pattern)) {
      if (!test_.holds(match.sentence, match.words) || is_compared(input_, match.sentence, match.words)) continue;
      if (is_occasion(input_, match.sentence, match.words)) continue;
      TopicPhrase subject = topics_.subject_of(match.sentence, match.words);
      if (rule_.of_article) {
        if (!speaks_of_article(match.sentence, subject)) continue;
        subject = {.topic = 0, .details = {}};
      }
      if (subject.topic == no_index) continue;
      const std::uint16_t frames =
          frames_of(input_.article, input_.units, input_.vocabulary, input_.matches, input_.cues, match.sentence, match.words);
      Stance stance{.subject = subject, .sentence = match.sentence, .words = match.words, .match = &match};
      stance.denied = denied != ((frames & frame_negated) != 0);
      if (stance.denied && (frames & frame_hedged) != 0) continue;
      stance.past = is_past(match);
      stance.qualifiers = qualifiers_of(input_, match.sentence, match.words);
      stances_.push_back(std::move(stance));
    }
  }
};

/// Captures of the same name hold the same words.
bool same_captures(const CheckInput& input, const Match& a, const Match& b) {
  for (const Capture& left : a.captures) {
    for (const Capture& right : b.captures) {
      if (left.name != right.name) continue;
      if (left.words.size() != right.words.size()) return false;
      for (std::uint32_t i = 0; i < left.words.size(); ++i) {
        if (form_of(input, left.words.begin + i).stem != form_of(input, right.words.begin + i).stem) return false;
      }
    }
  }
  return true;
}

/// A general stance is not contradicted by one for some people or some times, unless it is absolute; two such are when they are nearly the
/// same.
bool same_circumstances(const Opposes& rule, const Stance& denial, const Stance& other) {
  if (denial.qualifiers.empty() && (rule.absolute || other.qualifiers.empty())) return true;
  std::vector<StemId> both;
  std::set_intersection(denial.qualifiers.begin(), denial.qualifiers.end(), other.qualifiers.begin(), other.qualifiers.end(),
                        std::back_inserter(both));
  return !both.empty() && 4 * both.size() >= 3 * std::max(denial.qualifiers.size(), other.qualifiers.size());
}

bool oppose(const CheckInput& input, const Opposes& rule, const Stance& denial, const Stance& other) {
  return !other.denied && same_topic(other.subject, denial.subject) && other.sentence != denial.sentence && other.past == denial.past &&
         same_circumstances(rule, denial, other) && same_captures(input, *denial.match, *other.match);
}

/// The stance, and the words of its sentence that name what it is about.
std::vector<Mark> marks_of_stance(const CheckInput& input, const Stance& stance) {
  Marks marks(input);
  marks.add(stance.words, MarkKind::flips);
  const IndexRange whole = input.units.sentences[stance.sentence].words;
  for (std::uint32_t word = whole.begin; word < whole.end; ++word) {
    if (form_of(input, word).stem == stance.subject.topic) marks.add({word, word + 1}, MarkKind::aligns);
  }
  return marks.take();
}

/// The later of the two is the finding, so that it stands where a reader notices.
Finding finding_of(const CheckInput& input, const Opposes& rule, const Stance& denial, const std::vector<const Stance*>& others) {
  const Stance& other = *others.front();
  const Stance& later = denial.sentence > other.sentence ? denial : other;
  const Stance& earlier = denial.sentence > other.sentence ? other : denial;
  Finding finding{.severity = rule.severity, .source = source_of(input, later.words), .message = {}, .related = {}};
  finding.marks = marks_of_stance(input, later);
  finding.related.push_back(
      {.source = source_of_sentence(input, earlier.sentence), .message = "says otherwise", .marks = marks_of_stance(input, earlier)});
  for (std::size_t i = 1; i < std::min(others.size(), most_related); ++i) {
    finding.related.push_back(
        {.source = source_of_sentence(input, others[i]->sentence), .message = "and here", .marks = marks_of_stance(input, *others[i])});
  }
  const std::string line = std::to_string(line_of(input, finding.related.front().source));
  finding.message = fill(
      rule.message, {{"found", words_as_written(input, later.words)}, {"other", words_as_written(input, earlier.words)}, {"line", line}});
  return finding;
}

/// One finding for each sentence that denies, with the nearest sentences that say otherwise; at most so many are looked at on each side.
void find_denials(const CheckInput& input, const Opposes& rule, const std::vector<const Stance*>& stances, std::vector<Finding>& findings) {
  constexpr std::size_t looked_at = 64;
  std::uint32_t last = no_index;
  for (std::size_t i = 0; i < stances.size(); ++i) {
    const Stance& denial = *stances[i];
    if (!denial.denied || denial.sentence == last) continue;
    std::vector<const Stance*> others;
    for (std::size_t k = i - std::min(i, looked_at); k < std::min(i + looked_at, stances.size()); ++k) {
      if (oppose(input, rule, denial, *stances[k])) others.push_back(stances[k]);
    }
    if (others.empty()) continue;
    const auto distance = [&](const Stance* stance) {
      return stance->sentence > denial.sentence ? stance->sentence - denial.sentence : denial.sentence - stance->sentence;
    };
    std::stable_sort(others.begin(), others.end(), [&](const Stance* a, const Stance* b) { return distance(a) < distance(b); });
    findings.push_back(finding_of(input, rule, denial, others));
    last = denial.sentence;
  }
}

void Opposes::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.matches.of(says).size() + input.matches.of(denies).size() < 2) return;
  const std::vector<Stance> stances = StanceReader(*this, input).read();
  std::map<StemId, std::vector<const Stance*>> by_subject;
  for (const Stance& stance : stances) by_subject[stance.subject.topic].push_back(&stance);
  for (const auto& [subject, of_subject] : by_subject) find_denials(input, *this, of_subject, findings);
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
  check.of_article = rule.text("about", "clause") == "article";
  check.absolute = rule.boolean("absolute", false);
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
      {.name = "about",
       .type = FieldType::choice,
       .description = "Whose stance it is: the topic of its clause, or (`article`) any main topic of the article, all being one.",
       .values = {"clause", "article"}},
      {.name = "absolute",
       .type = FieldType::boolean,
       .description = "true: who denies it without qualification denies it of all people and times (“no side effects”)."},
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
          .quotes = {"found", "other", "line", "here", "there", "shared"},
          .compile = compile_opposes};
}

}  // namespace stet
