#include "checks/repeats/pairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "checks/repeats/label_twins.h"
#include "checks/repeats/weighing.h"
#include "comparing/decision_trees.h"
#include "comparing/repeat_evidence.h"
#include "comparing/rewordings.h"
#include "comparing/synonyms.h"
#include "comparing/verbatim_run.h"

namespace stet {
namespace {

// Set on the open gold articles, the mended repeats and eight documentation sites (2026-11-29).
constexpr std::uint32_t least_for_synonyms = 4;
constexpr std::uint32_t pattern_passages = 3;  ///< two sections of a reference that share so many are variants of one

// Of one sentence that says again what another says, in any order and in near synonyms. Set on the open gold articles; of seventy such
// pairs in nine other repositories of articles about fifty were read as repeats (2026-11-29).
constexpr float restated_share = 0.62F;
constexpr float restated_weight = 9;
constexpr std::uint32_t restated_words = 5;
constexpr std::uint32_t twin_words = 3;  ///< of what has the same label
constexpr float twin_overlap = 0.3F;
constexpr float twin_share = 0.5F;
constexpr float contained_share = 0.95F;  ///< all that the shorter one says
constexpr std::uint32_t contained_words = 6;
constexpr float restated_strictly = 0.08F;  ///< more where one looks closely

// The same of short and of long sentences, in prose, under two headings. Set on a hundred pairs of five repositories of articles and of the
// unlabelled ones (2026-11-29): below these, one in two was read as a repeat.
constexpr float short_overlap = 0.55F;
constexpr float short_share = 0.8F;
constexpr std::uint32_t short_words = 4;
constexpr float few_share = 0.45F;  ///< of the lighter, of three or four words that are the same
constexpr float labelled_overlap = 0.35F;
constexpr float labelled_share = 0.55F;
constexpr float labelled_weight = 9;
constexpr float long_overlap = 0.38F;
constexpr float long_share = 0.58F;
constexpr std::uint32_t long_words = 7;
constexpr std::uint32_t long_own = 3;       ///< of them, words that the title lacks
constexpr std::size_t most_passages = 400;  ///< of an article; among more, some agree by chance
constexpr std::uint32_t least_own = 2;      ///< of any restatement

// By what was learned from 247 articles that editors have read (tests/repeats/train): of what is likelier, nine in ten are repeats.
constexpr float least_likely = 0.7F;

/// Much the same of two long sentences, and not only the words of the topic.
bool is_long_restatement(const Restatement& said) {
  return said.overlap >= long_overlap && said.share >= long_share && said.same >= long_words && said.own >= long_own;
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

class PairFinder {
 public:
  PairFinder(const CheckInput& input, const Passages& passages, const PairSearch& search)
      : input_(input), passages_(passages), search_(search), paraphrases_(input, passages), reading_(reading_of(input)) {}

  std::vector<Pair> find() {
    const bool judges = search_.rewordings && search_.unit == PassageUnit::sentence && is_judged_by_trees(input_, passages_);
    std::vector<Pair> pairs;
    std::vector<Pair> doubtful;
    for (const auto& [later, earlier] : candidates()) {
      const Pair pair = graded(later, earlier);
      if (judges) doubtful.push_back(pair);
      if (pair.grade == Grade::none) continue;
      pairs.push_back(pair);
      if (pair.grade >= Grade::near) shared_by_[texts_of(pair)] += pair.likeness.shared;
    }
    std::vector<Pair> best(passages_.passages.size());
    for (Pair& pair : pairs) {
      const Pair& known = best[pair.later];
      if (known.grade != Grade::none && pair.likeness.overlap <= known.likeness.overlap) continue;
      if (is_wanted(pair)) best[pair.later] = pair;
    }
    add_likely(best, doubtful);
    std::erase_if(best, [](const Pair& pair) { return pair.grade == Grade::none; });
    drop_variants(best);
    return best;
  }

 private:
  const CheckInput& input_;
  const Passages& passages_;
  const PairSearch& search_;
  Paraphrases paraphrases_;
  Reading reading_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins_;                  // under one label, ascending; none in a reference
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared_by_;  // content words, by the texts of both ends

  /// What no rule of thumb tells, but is likely a repeat by all that speaks for and against it: notes.
  void add_likely(std::vector<Pair>& best, const std::vector<Pair>& doubtful) const {
    std::vector<bool> told(best.size());
    std::transform(best.begin(), best.end(), told.begin(), [](const Pair& pair) { return pair.grade != Grade::none; });
    std::vector<float> likely(best.size(), least_likely);
    for (const Pair& pair : doubtful) {
      if (told[pair.later] || points_elsewhere(pair.later)) continue;
      if (!may_say_again(input_, passages_, pair.later, pair.earlier, pair.likeness)) continue;
      const float how_likely = likelihood(repeat_trees, repeat_evidence(input_, passages_, pair.later, pair.earlier));
      if (how_likely < likely[pair.later]) continue;
      likely[pair.later] = how_likely;
      best[pair.later] = {.later = pair.later,
                          .earlier = pair.earlier,
                          .likeness = likeness_of(passages_, pair.later, pair.earlier, align(passages_, pair.later, pair.earlier)),
                          .grade = Grade::reworded,
                          .unordered = true,
                          .slight = true};
    }
  }

  bool points_elsewhere(std::uint32_t later) const {
    return search_.pointers != nullptr && (*search_.pointers)[passages_.passages[later].first_sentence];
  }

  std::pair<std::uint32_t, std::uint32_t> texts_of(const Pair& pair) const {
    const auto& sentences = input_.units.sentences;
    return {sentences[sentence_of(pair.later)].text, sentences[sentence_of(pair.earlier)].text};
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates() {
    if (search_.rewordings && search_.unit == PassageUnit::sentence && is_plain_prose(input_)) twins_ = label_twins(input_, passages_);
    using Candidates = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    const Candidates alike = candidate_pairs(passages_);
    const Candidates runs = search_.unit == PassageUnit::sentence ? run_pairs(passages_) : Candidates();
    Candidates with_runs;
    std::set_union(alike.begin(), alike.end(), runs.begin(), runs.end(), std::back_inserter(with_runs));
    Candidates all;
    std::set_union(with_runs.begin(), with_runs.end(), twins_.begin(), twins_.end(), std::back_inserter(all));
    return all;
  }

  bool are_twins_by_label(std::uint32_t later, std::uint32_t earlier) const {
    return std::binary_search(twins_.begin(), twins_.end(), std::pair(later, earlier));
  }

  std::uint32_t sentence_of(std::uint32_t passage) const { return passages_.passages[passage].first_sentence; }

  Pair graded(std::uint32_t later, std::uint32_t earlier) {
    Pair pair{later, earlier};
    if (!are_near(search_.within, input_, sentence_of(later), sentence_of(earlier))) return pair;
    const Alignment alignment = align(passages_, later, earlier);
    pair.likeness = likeness_of(passages_, later, earlier, alignment);
    pair.grade = grade_of(pair.likeness);
    if (pair.grade < Grade::near && search_.unit == PassageUnit::sentence && pair.likeness.shared >= least_for_synonyms) {
      pair.likeness = with_synonyms(input_, passages_, later, earlier, alignment, pair.likeness);
      pair.grade = std::min(grade_of(pair.likeness), Grade::near);
    }
    const bool looks_on = pair.grade == Grade::none && search_.rewordings && search_.unit == PassageUnit::sentence;
    pair.unordered = looks_on && paraphrases_.is_one(later, earlier, pair.likeness);
    if (looks_on && !pair.unordered) pair.unordered = is_restated(later, earlier, pair.likeness);
    if (looks_on && !pair.unordered && holds_a_clause_of(later, earlier, pair.likeness)) pair.grade = Grade::reworded;
    if (pair.grade == Grade::reworded && pair.likeness.unordered_shared > pair.likeness.shared + 1) pair.unordered = true;
    if (pair.unordered) pair.grade = Grade::reworded;
    if (pair.grade == Grade::reworded && own_words_shared(input_, passages_, later, earlier) < least_own) pair.grade = Grade::none;
    const bool enough = pair.grade >= search_.least || (pair.grade == Grade::reworded && search_.rewordings);
    if (!enough) pair.grade = Grade::none;
    return pair;
  }

  /// Under one heading a thought goes on, and where there are names in code these recur.
  bool is_strict(std::uint32_t later, std::uint32_t earlier) const {
    return !is_plain_prose(input_) ||
           input_.units.sentences[sentence_of(later)].section == input_.units.sentences[sentence_of(earlier)].section;
  }

  /// A clause stands in both, word for word.
  bool holds_a_clause_of(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) const {
    if (likeness.shared < clause_content || passages_.passages.size() > most_passages || is_strict(later, earlier)) return false;
    return is_clause(longest_verbatim_run(input_, passages_.passages[later], passages_.passages[earlier]));
  }

  /// What has nearly the same label is about the same thing.
  bool is_restated_under_one_label(const Restatement& said, std::uint32_t later, std::uint32_t earlier) const {
    const bool much = said.overlap >= labelled_overlap && said.share >= labelled_share && said.same >= short_words;
    const bool all = said.share >= short_share && said.same >= twin_words &&
                     (said.weight >= labelled_weight || (said.share >= contained_share && said.own >= twin_words));
    return (much || all) && stand_under_one_label(input_, passages_.passages[later], passages_.passages[earlier]);
  }

  /// "High doses of vitamins can be toxic", "Vitamins can also be toxic in high doses". Two labels that share nothing tell of two things.
  bool is_short_restatement(const Restatement& said, std::uint32_t later, std::uint32_t earlier) const {
    if (said.overlap < short_overlap || said.share < short_share || said.same < short_words || said.own < least_own) return false;
    return !labels_share_nothing(input_, passages_.passages[later], passages_.passages[earlier]);
  }

  /// A cheap look before the close one: do the words that are the same leave it possible?
  bool may_be_restated(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) const {
    if (likeness.unordered_shared < twin_words || likeness.unordered_share < restated_share / 2) return false;
    if (likeness.unordered_shared >= restated_words || are_twins_by_label(later, earlier)) return true;
    return likeness.unordered_share >= few_share && !is_strict(later, earlier);
  }

  /// Does one say what the other says, in words that are mostly the same?
  bool is_restated(std::uint32_t later, std::uint32_t earlier, const Likeness& likeness) const {
    if (reading_ == Reading::looked_up || !may_be_restated(later, earlier, likeness)) return false;
    const Restatement said = restatement_of(input_, passages_, later, earlier);
    if (are_twins_by_label(later, earlier)) return said.overlap >= twin_overlap && said.share >= twin_share;
    if (said.share >= contained_share && said.same >= contained_words) return true;
    const bool strict = is_strict(later, earlier);
    if (!strict && is_restated_under_one_label(said, later, earlier)) return true;
    if (!strict && passages_.passages.size() <= most_passages && (is_short_restatement(said, later, earlier) || is_long_restatement(said)))
      return true;
    return said.same >= restated_words && said.own >= least_own && said.weight >= restated_weight && said.share >= restated_share &&
           said.overlap >= (strict ? search_.restated + restated_strictly : search_.restated);
  }

  /// Fills in how much it matters.
  bool is_wanted(Pair& pair) const {
    const Passage& later = passages_.passages[pair.later];
    const Passage& earlier = passages_.passages[pair.earlier];
    const bool twins = are_twins_by_label(pair.later, pair.earlier);
    if (twins ? say_otherwise(input_, later, earlier) : is_deliberate(input_, passages_, later, earlier, pair.likeness)) return false;
    const auto in_blocks = shared_by_.find(texts_of(pair));
    const Weighing said{search_,
                        input_,
                        passages_,
                        pair,
                        standing_of(input_, later.first_sentence, earlier.first_sentence),
                        reading_,
                        points_elsewhere(pair.later),
                        in_blocks == shared_by_.end() ? 0 : in_blocks->second};
    if (!is_told(search_.unit, said)) return false;
    const Standing& standing = said.standing;
    pair.slight = is_parallel(said) || (search_.unit == PassageUnit::sentence && !is_long(said));
    pair.running = !is_parallel(said) && !standing.item_a && !standing.item_b && !standing.quoted &&
                   (reading_ == Reading::through || standing.distance != Distance::article);
    return true;
  }

  /// Sections of a reference that share several sentences are variants of one: each must be whole for whoever looks it up.
  void drop_variants(std::vector<Pair>& pairs) const {
    if (reading_ == Reading::through || search_.unit != PassageUnit::sentence) return;
    const auto place = [&](const Pair& pair) {
      return std::pair(input_.units.sentences[sentence_of(pair.later)].section, input_.units.sentences[sentence_of(pair.earlier)].section);
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
    for (const Pair& pair : pairs) ++shared[place(pair)];
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    std::erase_if(pairs, [&](const Pair& pair) {
      const auto sections = place(pair);
      if (sections.first == sections.second || shared[sections] < pattern_passages) return false;
      return !told.insert(sections).second;
    });
  }
};

}  // namespace

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

std::vector<Pair> find_pairs(const CheckInput& input, const Passages& passages, const PairSearch& search) {
  return PairFinder(input, passages, search).find();
}

}  // namespace stet
