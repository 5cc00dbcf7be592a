#include "comparing/repeat_evidence.h"

#include <algorithm>

#include "claims/stated.h"
#include "comparing/guards/repetition.h"
#include "comparing/reading.h"
#include "comparing/standing.h"
#include "comparing/synonyms.h"
#include "comparing/verbatim_run.h"

namespace stet {
namespace {

// Of 212 pairs that editors named one in sixteen shares less; of those that the trees told, one in a hundred.
constexpr float least_unordered = 0.2F;
constexpr std::size_t longest_judged = 200;  // passages of an article; among more, some agree by chance

float number(auto value) { return static_cast<float>(value); }

/// Gathers the evidence of one pair.
class Gatherer {
 public:
  Gatherer(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier)
      : input_(input),
        passages_(passages),
        later_(later),
        earlier_(earlier),
        a_(passages.passages[later]),
        b_(passages.passages[earlier]),
        likeness_(likeness_of(passages, later, earlier, align(passages, later, earlier))) {}

  RepeatEvidenceValues gather() {
    add_words_alike();
    add_sizes();
    add_places();
    add_guards();
    return values_;
  }

 private:
  const CheckInput& input_;
  const Passages& passages_;
  std::uint32_t later_;
  std::uint32_t earlier_;
  const Passage& a_;
  const Passage& b_;
  Likeness likeness_;
  RepeatEvidenceValues values_ = {};

  void set(RepeatEvidence piece, float value) { values_[static_cast<std::size_t>(piece)] = value; }
  const Sentence& sentence(const Passage& passage) const { return input_.units.sentences[passage.first_sentence]; }

  void add_words_alike() {
    set(RepeatEvidence::unordered, likeness_.unordered);
    set(RepeatEvidence::unordered_share, likeness_.unordered_share);
    set(RepeatEvidence::unordered_shared, number(likeness_.unordered_shared));
    set(RepeatEvidence::overlap, likeness_.overlap);
    set(RepeatEvidence::contained, likeness_.contained);
    set(RepeatEvidence::cohesion, likeness_.cohesion);
    set(RepeatEvidence::shared, number(likeness_.shared));
    const Restatement said = restatement_of(input_, passages_, later_, earlier_);
    set(RepeatEvidence::restated_overlap, said.overlap);
    set(RepeatEvidence::restated_share, said.share);
    set(RepeatEvidence::restated_weight, said.weight);
    set(RepeatEvidence::restated_own, number(said.own));
  }

  void add_sizes() {
    const std::uint32_t words_a = words_of(input_, a_).size();
    const std::uint32_t words_b = words_of(input_, b_).size();
    const VerbatimRun run = longest_verbatim_run(input_, a_, b_);
    set(RepeatEvidence::run_words, number(run.words));
    set(RepeatEvidence::run_content, number(run.content));
    set(RepeatEvidence::run_share, number(run.words) / number(std::max(std::min(words_a, words_b), 1U)));
    set(RepeatEvidence::shorter_words, number(std::min(words_a, words_b)));
    set(RepeatEvidence::longer_words, number(std::max(words_a, words_b)));
    set(RepeatEvidence::lighter, std::min(a_.weight, b_.weight));
    set(RepeatEvidence::heavier, std::max(a_.weight, b_.weight));
  }

  void add_places() {
    const Standing standing = standing_of(input_, a_.first_sentence, b_.first_sentence);
    set(RepeatEvidence::distance, number(standing.distance));
    set(RepeatEvidence::parallel, number(standing.parallel));
    set(RepeatEvidence::fragment_later, sentence(a_).fragment ? 1 : 0);
    set(RepeatEvidence::fragment_earlier, sentence(b_).fragment ? 1 : 0);
    const float words = number(std::max<std::size_t>(input_.units.words.size(), 1));
    set(RepeatEvidence::place_later, number(sentence(a_).words.begin) / words);
    set(RepeatEvidence::place_earlier, number(sentence(b_).words.begin) / words);
    set(RepeatEvidence::apart, number(a_.first_sentence - b_.first_sentence) / number(input_.units.sentences.size()));
  }

  void add_guards() {
    set(RepeatEvidence::one_label, stand_under_one_label(input_, a_, b_) ? 1 : 0);
    set(RepeatEvidence::numbers_later, has_numbers(input_, a_) ? 1 : 0);
    set(RepeatEvidence::numbers_earlier, has_numbers(input_, b_) ? 1 : 0);
  }
};

}  // namespace

bool is_judged_by_trees(const CheckInput& input, const Passages& passages) {
  return reading_of(input) == Reading::through && is_plain_prose(input) && passages.passages.size() <= longest_judged;
}

bool may_say_again(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier,
                   const Likeness& likeness) {
  if (likeness.unordered < least_unordered) return false;
  const Passage& a = passages.passages[later];
  const Passage& b = passages.passages[earlier];
  const Standing standing = standing_of(input, a.first_sentence, b.first_sentence);
  const bool form = standing.parallel != Parallel::none && standing.parallel != Parallel::labelled;
  if (form || standing.same_list || standing.cell || standing.quoted || standing.distance < Distance::section) return false;
  if (are_fields_of_a_form(input, a.first_sentence, b.first_sentence) || are_parallel_by_form(input, a.first_sentence, b.first_sentence))
    return false;
  if (introduces(input, a.first_sentence) || introduces(input, b.first_sentence)) return false;
  if (are_link_texts(input, a, b) || labels_share_nothing(input, a, b) || asks(input, a) != asks(input, b)) return false;
  return !is_deliberate(input, passages, a, b, likeness);
}

RepeatEvidenceValues repeat_evidence(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier) {
  return Gatherer(input, passages, later, earlier).gather();
}

std::vector<RepeatCandidate> repeat_candidates(const CheckInput& input, const Passages& passages) {
  std::vector<RepeatCandidate> candidates;
  if (!is_judged_by_trees(input, passages)) return candidates;
  for (const auto& [later, earlier] : candidate_pairs(passages)) {
    if (!may_say_again(input, passages, later, earlier, likeness_of(passages, later, earlier, align(passages, later, earlier)))) continue;
    candidates.push_back({later, earlier, repeat_evidence(input, passages, later, earlier)});
  }
  return candidates;
}

}  // namespace stet
