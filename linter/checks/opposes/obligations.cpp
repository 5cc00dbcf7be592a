#include "checks/opposes/obligations.h"

#include <algorithm>

#include "checks/opposes/aligned_pairs.h"
#include "checks/opposes/earlier.h"
#include "checks/opposes/pair_rule.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "claims/facts.h"
#include "claims/keys.h"
#include "comparing/opposites.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_deed = 40;
// Set on mended contradictions, with none in documentation, clean twins and traps (2026-11-29).
constexpr std::size_t fewest_words = 3;  ///< content words of a deed
constexpr float least_weight = 10;       ///< of the words that two deeds share; a rare word weighs 6 to 9
constexpr float least_share = 0.8F;      ///< of both deeds together

/// "The key must not be sent": who or what, the modal with its negation, and the deed.
struct Obligation {
  std::uint32_t sentence = 0;
  IndexRange words;
  std::uint32_t modal = 0;
  bool denied = false;
  bool pronoun = false;         ///< its subject is one
  std::vector<StemId> subject;  ///< ascending
  std::vector<StemId> deed;     ///< ascending; the verb's and what follows
  StemId verb = no_index;
};

class ObligationReader {
 public:
  explicit ObligationReader(const CheckInput& input) : input_(input) {}

  std::vector<Obligation> read() {
    for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
      const Sentence& sentence = input_.units.sentences[s];
      if (sentence.question || (sentence.place != Place::paragraph && sentence.place != Place::list)) continue;
      std::uint32_t from = sentence.words.begin;
      for (std::uint32_t word = sentence.words.begin + 1; word + 1 < sentence.words.end; ++word) {
        if ((form_of(input_, word).flags & form_modal) == 0 && form_of(input_, word).text != "cannot") continue;
        read_at(s, from, word);
        from = word + 1;
      }
    }
    return std::move(obligations_);
  }

 private:
  const CheckInput& input_;
  std::vector<Obligation> obligations_;

  void read_at(std::uint32_t sentence, std::uint32_t from, std::uint32_t modal) {
    if ((input_.units.words[modal].flags & word_bracketed) != 0) return;
    const IndexRange whole = input_.units.sentences[sentence].words;
    const std::uint16_t frames = frames_of(input_, sentence, {modal, modal + 1});
    if ((frames & not_said_by_the_article) != 0) return;
    Obligation found{.sentence = sentence, .words = {modal, modal + 1}, .modal = modal};
    found.denied = form_of(input_, modal).text == "cannot";
    std::uint32_t word = modal + 1;
    if (word < whole.end && denies(input_, whole, word)) {
      found.denied = true;
      found.words.end = ++word;
    }
    read_subject(sentence, from, modal, found);
    const std::uint32_t end = std::min(whole.end, word + longest_deed);
    for (; word < end; ++word) {
      const Form& form = form_of(input_, word);
      if (((form.flags & form_modal) != 0 || denies(input_, whole, word)) && found.deed.size() < 2) return;
      if ((form.flags & form_modal) != 0) break;
      if (!is_content(form)) continue;
      if (found.verb == no_index) found.verb = form.stem;
      add_key(found.deed, form.stem);
    }
    if (found.verb != no_index) obligations_.push_back(std::move(found));
  }

  void read_subject(std::uint32_t sentence, std::uint32_t from, std::uint32_t modal, Obligation& found) const {
    const IndexRange clause = clause_of(input_, sentence, modal);
    for (std::uint32_t word = std::max(clause.begin, from); word < modal; ++word) {
      const Form& form = form_of(input_, word);
      // "Note that …"; a stop before a word in small letters, which ends no sentence: "… of the key. `key` must …".
      if (form.text == "that" || gap_before(input_, word).starts_with(". ")) found.subject.clear();
      found.pronoun = (form.flags & form_pronoun) != 0;
      if (is_content(form)) add_key(found.subject, form.stem);
    }
  }
};

struct OpposedObligations {
  ListedOpposites scale;
  std::vector<SharedText> in_capitals;  ///< words whose strength counts only when they are written so
  std::vector<SharedText> both_true;    ///< words that may be said and denied at once
  PairRule pair;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

class ObligationComparison {
 public:
  ObligationComparison(const OpposedObligations& rule, const CheckInput& input)
      : rule_(rule), input_(input), test_(rule.pair.conditions, input), scale_(*rule.scale.all, input.vocabulary, rule.scale.own) {}

  void run(std::vector<Finding>& findings) {
    for_each_contradiction(
        ObligationReader(input_).read(), [](const Obligation& one) { return one.verb; },
        [&](const Obligation& later, const Obligation& earlier) { return contradict(later, earlier); },
        [&](const Obligation& later, const Obligation& earlier) { findings.push_back(finding_of(later, earlier)); });
  }

 private:
  const OpposedObligations& rule_;
  const CheckInput& input_;
  ConditionTest test_;
  OppositeWords scale_;

  bool is_in_capitals(std::uint32_t word) const { return (input_.units.words[word].flags & word_all_caps) != 0; }

  bool is_one_of(const std::vector<SharedText>& words, std::uint32_t word) const {
    return std::find(words.begin(), words.end(), form_of(input_, word).text) != words.end();
  }

  /// Must and may, must and must not, can and cannot; not may and may not, which are both true.
  bool exclude(const Obligation& a, const Obligation& b) const {
    const FormId left = input_.units.words[a.modal].form;
    const FormId right = input_.units.words[b.modal].form;
    if (a.denied != b.denied) {
      if (scale_.opposed(left, right)) return true;
      const bool same = scale_.alike(left, right);
      return same && !is_one_of(rule_.both_true, a.modal) && !is_one_of(rule_.both_true, b.modal);
    }
    if (!scale_.opposed(left, right)) return false;
    const bool weak = is_one_of(rule_.in_capitals, a.modal) || is_one_of(rule_.in_capitals, b.modal);
    if (weak) return is_in_capitals(a.modal) && is_in_capitals(b.modal);
    return !a.denied;  // "must not" and "may not" say the same
  }

  float weight(const std::vector<StemId>& stems, const Obligation& of) const {
    float sum = 0;
    const IndexRange whole = input_.units.sentences[of.sentence].words;
    std::vector<StemId> seen;
    for (std::uint32_t word = whole.begin; word < whole.end; ++word) {
      const Form& form = form_of(input_, word);
      if (!std::binary_search(stems.begin(), stems.end(), form.stem) || std::find(seen.begin(), seen.end(), form.stem) != seen.end())
        continue;
      seen.push_back(form.stem);
      sum += form.weight;
    }
    return sum;
  }

  /// Nearly all words of the one are the other's.
  bool nearly_same(const std::vector<StemId>& a, const Obligation& of_a, const std::vector<StemId>& b, const Obligation& of_b,
                   float share) const {
    std::vector<StemId> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const float common = weight(shared, of_a);
    return common >= share * (weight(a, of_a) + weight(b, of_b) - common);
  }

  bool same_deed(const Obligation& a, const Obligation& b) const {
    if (a.deed.size() < fewest_words && a.subject.empty()) return false;
    if (!nearly_same(a.deed, a, b.deed, b, least_share)) return false;
    if (a.deed.size() + a.subject.size() < fewest_words || weight(a.deed, a) + weight(a.subject, a) < least_weight) return false;
    if (a.pronoun || b.pronoun) return a.deed.size() > fewest_words;
    return nearly_same(a.subject, a, b.subject, b, least_share);
  }

  bool contradict(const Obligation& later, const Obligation& earlier) const {
    if (later.sentence == earlier.sentence || !exclude(later, earlier) || !same_deed(later, earlier)) return false;
    if (!are_near(rule_.pair.within, input_, later.sentence, earlier.sentence)) return false;
    if (!test_.holds(later.sentence, later.words) || !test_.holds(earlier.sentence, earlier.words)) return false;
    return !are_set_apart(input_, later.sentence, earlier.sentence);
  }

  std::vector<Mark> marks(const Obligation& obligation) const {
    Marks marks(input_);
    marks.add(obligation.words, MarkKind::flips);
    const IndexRange whole = input_.units.sentences[obligation.sentence].words;
    for (std::uint32_t word = obligation.words.end; word < whole.end; ++word) {
      if (std::binary_search(obligation.deed.begin(), obligation.deed.end(), form_of(input_, word).stem))
        marks.add({word, word + 1}, MarkKind::aligns);
    }
    return marks.take();
  }

  PairSide side_of(const Obligation& one) const {
    return {one.sentence, source_of_sentence(input_, one.sentence), words_as_written(input_, one.words), marks(one)};
  }

  Finding finding_of(const Obligation& later, const Obligation& earlier) const {
    return finding_of_pair(input_, rule_.pair, side_of(later), side_of(earlier));
  }
};

void OpposedObligations::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  ObligationComparison(*this, input).run(findings);
}

}  // namespace

tl::expected<Check, Problems> compile_opposed_obligations(const Rule& rule, CompileContext& context) {
  OpposedObligations check;
  Problems problems;
  check.scale = listed_opposites(rule, context, problems);
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  check.in_capitals = rule.texts("in-capitals");
  check.both_true = rule.texts("both-true");
  check.pair = compile_pair_rule(rule, context, place_bits({Place::paragraph, Place::list}));
  return check;
}

}  // namespace stet
