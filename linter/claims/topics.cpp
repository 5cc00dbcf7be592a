#include "claims/topics.h"

#include <algorithm>

#include "claims/circumstances.h"
#include "claims/keys.h"
#include "claims/statements.h"
#include "claims/title.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {

namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr float least_topic_weight = 4.5F;
constexpr float least_common_weight = 2.5F;  // "time" is 2.0, "house" 3.0; set on plain pairs of our own and public articles (2026-11-29)
constexpr std::uint32_t least_count = 2;
constexpr std::uint32_t opening = 12;  // words in which a sentence's subject is looked for
constexpr std::size_t main_topics = 3;

bool may_be_topic(const Form& form, float least) { return is_content(form) && (form.flags & form_number) == 0 && form.weight >= least; }

bool has_content(const CheckInput& input, IndexRange words) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (is_content(form_of(input, w))) return true;
  }
  return false;
}

/// Of words that begin in a row's label, those of its cell.
IndexRange within(IndexRange sentence, IndexRange words) { return {std::max(words.begin, sentence.begin), words.end}; }

bool opens_with_pronoun(const CheckInput& input, IndexRange words) {
  const std::uint32_t end = std::min(words.begin + 3, words.end);
  for (std::uint32_t w = words.begin; w < end; ++w) {
    if ((form_of(input, w).flags & form_pronoun) != 0 && !is(form_of(input, w), WordClass::possessive)) return true;
  }
  return false;
}

}  // namespace

bool same_topic(const TopicPhrase& a, const TopicPhrase& b) {
  if (a.topic == no_index || a.topic != b.topic) return false;
  if (a.common || b.common) return a.details == b.details;
  return includes(a.details, b.details) || includes(b.details, a.details);
}

Topics::Topics(const CheckInput& input) : input_(input) {
  count();
  rank();
  carry();
}

void Topics::count() {
  for (const Sentence& sentence : input_.units.sentences) {
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
      const Form& form = form_of(input_, w);
      if (may_be_topic(form, least_topic_weight)) {
        counts_[form.stem] += sentence.place == Place::heading ? 2 : 1;
      } else if (may_be_topic(form, least_common_weight)) {
        ++common_[form.stem];
      }
    }
  }
  const auto seldom = [](const auto& entry) { return entry.second < least_count; };
  std::erase_if(counts_, seldom);
  std::erase_if(common_, seldom);
}

void Topics::rank() {
  std::vector<std::pair<std::uint32_t, StemId>> ranked;
  for (const auto& [stem, count] : counts_) ranked.emplace_back(count, stem);
  std::sort(ranked.begin(), ranked.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < std::min(main_topics, ranked.size()); ++i) main_.push_back(ranked[i].second);
  introduce();
}

/// The words of the title, and what the first sentence of running text begins with.
void Topics::introduce() {
  const auto& sentences = input_.units.sentences;
  const auto add = [&](IndexRange words) {
    for (const StemId stem : content_stems(input_, words)) introduced_.push_back(stem);
  };
  const IndexRange title = title_of(input_).words;
  add({title.begin, std::min(title.end, title.begin + opening)});
  for (const StemId stem : introduced_) title_.push_back(key_of(input_, stem));
  std::sort(title_.begin(), title_.end());
  constexpr std::uint32_t longest_subject = 6;
  const auto first = std::find_if(sentences.begin(), sentences.end(), [](const Sentence& one) { return one.place == Place::paragraph; });
  if (first != sentences.end()) add({first->words.begin, std::min(first->words.end, first->words.begin + longest_subject)});
}

bool Topics::is_introduced(StemId stem) const {
  constexpr std::uint32_t often = 3;
  const auto count = counts_.find(stem);
  return (count != counts_.end() && count->second >= often) || std::find(introduced_.begin(), introduced_.end(), stem) != introduced_.end();
}

/// "the firm is", not "the firm's boat" or "the firm next to it".
bool Topics::is_generic(std::uint32_t word, std::uint32_t end, ListId generic) const {
  for (const ListHit& hit : list_hits_in(input_.matches, {word, word + 1})) {
    if (hit.list == generic && hit.words.size() == 1) return word + 1 >= end || looks_like_verb(form_of(input_, word + 1));
  }
  return false;
}

bool Topics::names_another(std::uint32_t sentence, IndexRange words, ListId generic) const {
  words = within(input_.units.sentences[sentence].words, words);
  const IndexRange clause = clause_of(input_, sentence, words.begin);
  const std::uint32_t first = input_.units.sentences[sentence].words.begin;
  bool determined = false;
  // "In the evenings she …" names no other thing.
  const bool placed = clause.begin == first && clause.begin < words.begin && is(form_of(input_, first), WordClass::preposition);
  const std::uint32_t subject = placed ? end_of_opening(input_, first, words.begin) : clause.begin;
  for (std::uint32_t w = subject; w < words.begin; ++w) {
    const Form& form = form_of(input_, w);
    const bool name = (input_.units.words[w].flags & word_capitalized) != 0 && w > first;
    if (is_content(form) && (determined || name) && !is_introduced(form.stem) && !is_generic(w, words.begin, generic)) return true;
    determined = is(form, WordClass::determiner);
    if ((form.flags & (form_be | form_modal)) != 0) break;
  }
  return has_other_subject(clause, words, generic);
}

/// "Marbeck is proprietary", "other plums are sprayed": the noun right before the verb that some words begin with is the subject. People
/// who only meet the thing ("visitors pay $5") are none.
bool Topics::has_other_subject(IndexRange clause, IndexRange words, ListId generic) const {
  std::uint32_t verb = words.begin;
  while (verb > clause.begin && (form_of(input_, verb - 1).flags & (form_be | form_modal | form_negator)) != 0) --verb;
  if (verb == clause.begin || !looks_like_verb(form_of(input_, verb))) return false;
  if (verb == words.begin && form_of(input_, verb).text.ends_with("ed")) return false;  // "is let unfurnished"
  const std::uint32_t subject = verb - 1;
  const Form& form = form_of(input_, subject);
  if (looks_like_verb(form)) return false;
  constexpr std::uint32_t longest = 3;
  bool people = false;
  for (const ListHit& hit : list_hits_in(input_.matches, {subject - std::min(subject, longest), subject + 1})) {
    people = people || (hit.list == input_.cues.bystander && hit.words.end == subject + 1);
  }
  return is_content(form) && !people && !is_introduced(form.stem) && !is_generic(subject, words.begin, generic);
}

void Topics::carry() {
  carried_.assign(input_.units.sentences.size(), {});
  TopicPhrase previous;
  for (std::size_t s = 0; s < carried_.size(); ++s) {
    const Sentence& sentence = input_.units.sentences[s];
    carried_[s] = previous;
    if (opens_with_pronoun(input_, sentence.words)) continue;
    const IndexRange first{sentence.words.begin, std::min(sentence.words.begin + opening, sentence.words.end)};
    if (const TopicPhrase subject = leftmost(first); subject.topic != no_index) previous = {.topic = subject.topic, .details = {}};
  }
}

bool Topics::is_topic(std::uint32_t word) const { return counts_.contains(form_of(input_, word).stem); }

TopicPhrase Topics::leftmost(IndexRange words) const {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!is_topic(w)) continue;
    if (w > words.begin && is(form_of(input_, w - 1), WordClass::some_quantifier)) return {};
    TopicPhrase subject{.topic = form_of(input_, w).stem, .details = {}, .key = key_of(input_, form_of(input_, w).stem)};
    for (std::uint32_t detail = w + 1; detail < words.end; ++detail) {
      if (has_content(input_, {detail, detail + 1})) subject.details.push_back(key_of(input_, form_of(input_, detail).stem));
    }
    for (std::uint32_t before = w; before > words.begin && has_content(input_, {before - 1, before}); --before)
      subject.details.push_back(key_of(input_, form_of(input_, before - 1).stem));
    std::sort(subject.details.begin(), subject.details.end());
    return subject;
  }
  return {};
}

/// "Tickets", "the double rooms": one noun phrase and nothing else.
TopicPhrase Topics::common_subject(IndexRange words) const {
  constexpr std::uint32_t longest = 3;
  if (words.begin < words.end && is(form_of(input_, words.begin), WordClass::definite_article)) ++words.begin;
  while (words.begin < words.end && (form_of(input_, words.end - 1).flags & (form_be | form_modal)) != 0) --words.end;
  if (words.empty() || words.size() > longest) return {};
  const StemId noun = form_of(input_, words.end - 1).stem;
  if (!common_.contains(noun)) return {};
  TopicPhrase subject{.topic = noun, .details = {}, .key = 0, .common = true};
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!is_content(form_of(input_, w)) || looks_like_verb(form_of(input_, w))) return {};
    if (w + 1 < words.end) subject.details.push_back(key_of(input_, form_of(input_, w).stem));
  }
  std::sort(subject.details.begin(), subject.details.end());
  return subject;
}

TopicPhrase Topics::subject_of(std::uint32_t sentence, IndexRange words) const {
  const IndexRange whole = input_.units.sentences[sentence].words;
  words = within(whole, words);
  const auto names = [&](std::uint32_t word) { return is(form_of(input_, word), WordClass::complement_tie); };
  if (words.end < whole.end && names(words.end) && !starts_clause(input_, words.end)) {
    const IndexRange behind{words.end + 1, std::min(words.end + 5, whole.end)};
    if (const TopicPhrase named = leftmost(behind); named.topic != no_index) return {.topic = named.topic, .details = {}};
    if (form_of(input_, words.end).text == "of" && has_content(input_, behind)) return {};
  }
  const IndexRange clause = clause_of(input_, sentence, words.begin);
  const IndexRange before{clause.begin, words.begin};
  if (TopicPhrase subject = leftmost(before); subject.topic != no_index) return subject;
  if (opens_with_pronoun(input_, before)) return carried_[sentence];
  if (has_content(input_, before)) return common_subject(before);
  if (opens_with_pronoun(input_, {whole.begin, words.begin})) return carried_[sentence];
  if (const TopicPhrase subject = leftmost({whole.begin, words.begin}); subject.topic != no_index)
    return {.topic = subject.topic, .details = {}};
  return has_content(input_, {whole.begin, words.begin}) ? TopicPhrase{} : carried_[sentence];
}

bool Topics::is_main(StemId topic) const { return std::find(main_.begin(), main_.end(), topic) != main_.end(); }

}  // namespace stet
