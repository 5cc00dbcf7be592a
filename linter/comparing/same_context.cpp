#include "comparing/same_context.h"

#include <algorithm>

#include "claims/owners.h"
#include "units/lexicon.h"

namespace stet {
namespace {

// Set on the articles of planted/dev and techdocs/dev, 2026-11-29.
constexpr float worth_of_topic = 0.5F;  // of a word that the title has
constexpr float least_of_same = 6;      // weight of what two clauses share that say nothing else
constexpr float least_of_longer_same = 0.9F;
constexpr float least_of_one = 5;                // weight of the only word that two clauses say of the title's thing
constexpr float least_of_label = 4.0F;           // weight of a label that tells something
constexpr float least_shared_of_clauses = 8.5F;  // weight of what two clauses share
constexpr float least_of_shorter = 0.85F;        // of the clause that says less
constexpr float least_of_longer = 0.45F;         // of the one that says more
constexpr std::size_t longest_label = 4;         // content words
constexpr std::size_t least_synonym = 4;         // letters
constexpr float worth_of_synonym = 0.8F;

struct SharedWords {
  std::size_t words = 0;
  std::size_t exact = 0;
  float weight = 0;
  float of_a = 0;  ///< weight of all of its words that are not the title's
  float of_b = 0;
  std::size_t words_of_a = 0;
  std::size_t words_of_b = 0;
};

bool is_line(const Told& told) {
  const ClaimPlace place = told.claim->place;
  return !told.by.empty() || !told.claim->asked.empty() || place == ClaimPlace::cell || place == ClaimPlace::label ||
         place == ClaimPlace::item || place == ClaimPlace::field;
}

class Context {
 public:
  Context(const CheckInput& input, const std::vector<WordKey>& topic, const Told& a, const Told& b)
      : input_(input), topic_(topic), a_(a), b_(b) {}

  bool is_one() {
    if (a_.context.empty() || b_.context.empty()) return false;
    share();
    if (is_period(a_) || is_period(b_)) return false;
    if (shared_.exact == 0 || !owners_meet() || !names_described(a_, b_) || !names_described(b_, a_)) return false;
    const float shorter = std::min(shared_.of_a, shared_.of_b);
    const float longer = std::max(shared_.of_a, shared_.of_b);
    if (is_line(a_) && is_label(shared_.of_a, shared_.words_of_a)) return true;
    if (is_line(b_) && is_label(shared_.of_b, shared_.words_of_b)) return true;
    if (shared_.words == 1) return a_.claim->value.unit != "day" && is_one_telling_word();
    if (shared_.words == 0) return false;
    // What happens in one year happens in another: dates of two clauses are of two times.
    if (a_.claim->value.kind == TypedKind::date) return false;
    if (shared_.weight >= least_of_same && shared_.weight >= least_of_longer_same * longer) return true;
    return shared_.weight >= least_shared_of_clauses && shared_.weight >= least_of_shorter * shorter &&
           shared_.weight >= least_of_longer * longer;
  }

 private:
  const CheckInput& input_;
  const std::vector<WordKey>& topic_;
  const Told& a_;
  const Told& b_;
  SharedWords shared_;

  /// "In 2019", "in spring 2019": when something was so, and no day.
  static bool is_period(const Told& told) {
    constexpr double month = 31;
    return told.claim->value.kind == TypedKind::date && !(told.high - told.low <= month);
  }

  /// "Sow in March", "Sow the peas in May": nothing else is said, but for what the title names.
  bool is_one_telling_word() const {
    const auto one = [&](const Told& told) {
      return std::count_if(told.context.begin(), told.context.end(), [&](const ContextWord& word) { return !is_topic(word.key); }) == 1;
    };
    return shared_.weight >= least_of_one && one(a_) && one(b_);
  }

  bool is_topic(WordKey key) const { return std::binary_search(topic_.begin(), topic_.end(), key); }

  bool is_label(float weight, std::size_t words) const {
    return words <= longest_label && shared_.words == words && weight >= least_of_label;
  }

  const Form& form(const Told& told, const ContextWord& word) const { return form_of(input_of(input_, *told.claim), word.word); }

  static bool has(const Told& told, WordKey key) {
    return std::any_of(told.context.begin(), told.context.end(), [&](const ContextWord& word) { return word.key == key; });
  }

  /// A word of the other context that may mean the same.
  bool has_synonym(const ContextWord& word) const {
    const std::string lemma = lemma_key(form(a_, word).text);
    if (lemma.size() < least_synonym) return false;
    return std::any_of(b_.context.begin(), b_.context.end(), [&](const ContextWord& other) {
      if (has(a_, other.key)) return false;
      const std::string theirs = lemma_key(form(b_, other).text);
      return theirs.size() >= least_synonym && may_mean_the_same(lemma, theirs);
    });
  }

  float worth(const ContextWord& word) const { return is_topic(word.key) ? worth_of_topic * word.weight : word.weight; }

  void share() {
    for (const ContextWord& word : b_.context) {
      shared_.of_b += worth(word);
      ++shared_.words_of_b;
    }
    std::vector<const ContextWord*> unmet;
    for (const ContextWord& word : a_.context) {
      shared_.of_a += worth(word);
      ++shared_.words_of_a;
      if (!has(b_, word.key)) {
        unmet.push_back(&word);
        continue;
      }
      ++shared_.words;
      if (!is_topic(word.key)) ++shared_.exact;
      shared_.weight += worth(word);
    }
    if (shared_.exact == 0) return;
    for (const ContextWord* word : unmet) {
      if (!has_synonym(*word)) continue;
      ++shared_.words;
      shared_.weight += worth_of_synonym * worth(*word);
    }
  }

  /// Is what the one is about named beside the other too, or the article's thing?
  bool owner_meets(const Told& told, const Told& other) const {
    const Owner& owner = told.owner;
    if (owner.topic || owner.kind == OwnerKind::elided || owner.kind == OwnerKind::pronoun || owner.words.empty()) return true;
    if (ends_with_entry(input_of(input_, *told.claim), input_.cues.bystander, owner.words)) return true;
    const CheckInput& text = input_of(input_, *told.claim);
    for (std::uint32_t w = owner.words.begin; w < owner.words.end; ++w) {
      const Form& form = form_of(text, w);
      if (told.claim->value.words.contains(w) || !is_content(form) || (form.flags & form_number) != 0) continue;
      const WordKey key = key_of(text, form.stem);
      if (!is_topic(key) && !has(other, key)) return false;
    }
    return true;
  }

  /// "A 5-second timeout" is of the same as a clause about the timeout, and not "4 hours of timeout attempts".
  bool names_described(const Told& told, const Told& other) const {
    if (told.by.empty()) return true;
    const WordKey noun = told.context.front().key;
    return is_topic(noun) || std::binary_search(other.owner.keys.begin(), other.owner.keys.end(), noun) || !other.by.empty() ||
           !other.claim->labels.empty();
  }

  bool owners_meet() const { return owner_meets(a_, b_) && owner_meets(b_, a_); }
};

}  // namespace

bool told_in_one_context(const CheckInput& input, const std::vector<WordKey>& topic, const Told& a, const Told& b) {
  return Context(input, topic, a, b).is_one();
}

}  // namespace stet
