// opposes: both cannot be true of one subject.
#include <fmt/format.h>

#include <algorithm>

#include "checks/kinds.h"
#include "checks/opposes/aligned_pairs.h"
#include "checks/opposes/comparatives.h"
#include "checks/opposes/denials.h"
#include "checks/opposes/existence.h"
#include "checks/opposes/obligations.h"
#include "checks/opposes/properties.h"
#include "checks/opposes/superlative_pairs.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/claim.h"
#include "claims/entries.h"
#include "claims/site_reading.h"
#include "claims/stances.h"
#include "comparing/parallel.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t most_related = 3;

/// Whose stance it is.
enum class StanceOf : std::uint8_t {
  clause,   ///< the topic's of its clause
  article,  ///< the article's, whose main topics are one
  page,     ///< the article's, unless the clause names another thing
  entry,    ///< that of the row, label or name that its sentence is about
};

struct Opposes {
  StanceRule stances;
  Window within = {Reach::article};
  StanceOf of = StanceOf::clause;
  ListId generic = no_index;  ///< `words/generic-thing.yaml`
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// Whose stance some words of a sentence are.
class StanceSubjects {
 public:
  StanceSubjects(const CheckInput& input, StanceOf of, ListId generic)
      : input_(input), topics_(input.derived->get<Topics>([&] { return Topics(input); })), of_(of), generic_(generic) {}

  TopicPhrase operator()(std::uint32_t sentence, IndexRange words) const {
    TopicPhrase subject = topics_.subject_of(sentence, words);
    if (of_ == StanceOf::clause) return subject;
    // Of a page with entries: what is said of one of them is not said of the page.
    const std::uint32_t entry = of_ == StanceOf::article ? no_index : entries_of(input_).of(sentence);
    if (entry != no_index && !entries_of(input_).is_named_in(entry, words)) return {.topic = entry + 1, .details = {}};
    if (of_ == StanceOf::entry || is_about_two(input_)) return {};
    return speaks_of_article(sentence, words, subject) ? TopicPhrase{.topic = 0, .details = {}} : TopicPhrase{};
  }

 private:
  const CheckInput& input_;
  const Topics& topics_;
  StanceOf of_ = StanceOf::clause;
  ListId generic_ = no_index;

  /// A bullet that names no topic of its own ("High doses may cause nausea") speaks of the article's; of a page so does what names no other
  /// thing: "We welcome …", "Admission is free".
  bool speaks_of_article(std::uint32_t sentence, IndexRange words, const TopicPhrase& subject) const {
    if (of_ == StanceOf::page) return !topics_.names_another(sentence, words, generic_);
    const std::uint32_t begin = input_.units.sentences[sentence].words.begin;
    const bool bare = std::none_of(input_.units.words.begin() + begin, input_.units.words.begin() + words.begin,
                                   [&](const Word& word) { return is_content(input_.vocabulary.form(word.form)); });
    if (input_.units.sentences[sentence].place == Place::list && (bare || subject.topic == no_index)) return true;
    // "The most common side effect is …" is of the article's thing, where it names no other.
    const bool tied = words.end < input_.units.sentences[sentence].words.end && is(form_of(input_, words.end), WordClass::complement_tie);
    if (subject.topic == no_index) return !tied && !topics_.names_another(sentence, words, generic_);
    return topics_.is_main(subject.topic);
  }
};

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
      if (stances[k]->sentence == denial.sentence || !are_near(rule.within, input, denial.sentence, stances[k]->sentence)) continue;
      if (are_parallel(input, denial.sentence, stances[k]->sentence)) continue;
      if (oppose(rule.stances, denial, *stances[k])) others.push_back(stances[k]);
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
  if (stance_matches(stances, input.matches) < 2) return;
  const std::vector<Stance> read = read_stances(stances, input, StanceSubjects(input, of, generic));
  std::vector<const Stance*> all;
  all.reserve(read.size());
  for (const Stance& stance : read) all.push_back(&stance);
  find_denials(input, *this, all, findings);
}

tl::expected<Check, Problems> compile_opposes(const Rule& rule, CompileContext& context) {
  const auto by = rule.texts("by");
  if (by.size() == 1 && by.front() == "properties") return compile_opposed_properties(rule, context);
  if (by.size() == 1 && by.front() == "denials") return compile_opposed_denials(rule, context);
  if (by.size() == 1 && by.front() == "comparatives") return compile_opposed_comparatives(rule, context);
  if (by.size() == 1 && by.front() == "titles") return compile_opposed_titles(rule, context);
  if (by.size() == 1 && by.front() == "existence") {
    for (const std::string_view needed : {"has", "lacks", "present", "absent", "asks"}) {
      if (rule.field(needed) != nullptr) continue;
      return tl::unexpected(
          Problems{rule.document.problem(rule.document.root.position, fmt::format("`by: existence` needs `{}`", needed))});
    }
    return compile_opposed_existence(rule, context);
  }
  if (by.size() == 1 && by.front() == "obligations") return compile_opposed_obligations(rule, context);
  if (rule.field("by") != nullptr) return compile_opposing(rule, context);
  for (const std::string_view needed : {"says", "denies"}) {
    if (rule.field(needed) == nullptr) {
      return tl::unexpected(Problems{rule.document.problem(rule.document.root.position, "this rule has neither `by` nor both stances",
                                                           "give it `says` and `denies`, or `by`")});
    }
  }
  Opposes check;
  check.stances = compile_stances(rule, context);
  check.within = read_window(rule, "within", check.within);
  const std::string about = rule.text("about", "clause");
  check.generic = context.automaton.add_list("generic-thing");
  check.of = about == "article" ? StanceOf::article
             : about == "page"  ? StanceOf::page
             : about == "entry" ? StanceOf::entry
                                : StanceOf::clause;
  check.severity = rule.info.severity;
  check.message = rule.message;
  if (context.site != nullptr) context.site->stances.push_back({rule.info.id, check.stances, check.generic});
  return check;
}

}  // namespace

Kind opposes_kind() {
  std::vector<Field> fields = {
      {.name = "says", .type = FieldType::phrase_list, .description = "Phrases that say it is so."},
      {.name = "denies", .type = FieldType::phrase_list, .description = "Phrases that say it is not so."},
      {.name = "about",
       .type = FieldType::choice,
       .description =
           "Whose stance it is: the topic of its clause; (`article`) any main topic of the article, all being one; or (`page`) the "
           "article's, unless its clause names another thing; or (`entry`) only that of the table's row, the label or the heading that its "
           "sentence stands under or names.",
       .values = {"clause", "article", "page", "entry"},
       .beside = "says"},
      {.name = "absolute",
       .type = FieldType::boolean,
       .description = "true: who denies it without qualification denies it of all people and times (“no side effects”).",
       .beside = "says"},
  };
  fields.push_back(pair_within_field());
  for (Field& field : opposing_fields()) fields.push_back(std::move(field));
  return {
      .name = "opposes",
      .description =
          "Both cannot be true of one subject. Curated (`says`, `denies`): two stances towards the sentence's leftmost topic, a word of "
          "substance that the article says three times (in a heading counts twice), a pronoun standing for the subject before; a "
          "negation turns a stance round; what is asked, quoted, attributed or called a myth is not a stance of the article; what is "
          "said for some people, times or amounts (“for adults”, “in large doses”) is denied only for the same ones; {found}, {other} "
          "and {line} may stand in the message. General (`by`): two sentences that say nearly the same of any subject, but for a "
          "negation or for opposites in the same place; {here}, {there}, {shared} and {line} may stand in the message.",
      .fields = std::move(fields),
      .quotes = {"found", "other", "line", "here", "there", "shared"},
      .compile = compile_opposes};
}

}  // namespace stet
