#include "comparing/existence.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "claims/keys.h"
#include "claims/labelled.h"
#include "claims/owners.h"
#include "claims/stated.h"
#include "claims/told_owners.h"
#include "language/negation.h"
#include "language/tense.h"
#include "matching/frames.h"
#include "matching/list_hits.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on plain pairs of our own and on public articles (2026-11-30).
constexpr std::uint32_t longest_existence = 40;  // words
constexpr std::uint32_t longest_phrase = 4;      // content words of a noun phrase
constexpr std::size_t most_things = 4'000;       // of an article

class ExistenceReader {
 public:
  ExistenceReader(const CheckInput& input, const ExistencePhrases& phrases, bool elsewhere)
      : input_(input), phrases_(phrases), elsewhere_(elsewhere), all_(statements_of(input)) {}

  std::vector<Existence> read() {
    if (is_about_two(input_)) return {};
    for (const Match& match : input_.matches.of(phrases_.asks)) read_answer(match);
    for (std::uint32_t sentence = 0; sentence < input_.units.sentences.size() && found_.size() <= most_things; ++sentence)
      read_line(sentence);
    const bool denied = std::any_of(found_.begin(), found_.end(), [](const Existence& one) { return one.denied; });
    if (!elsewhere_ && !denied && input_.matches.of(phrases_.lacks).empty() && input_.matches.of(phrases_.absent).empty()) return {};
    owners_.emplace(input_, all_);
    collect(phrases_.has, false);
    collect(phrases_.lacks, true);
    absent_ = begins_of(phrases_.absent);
    present_ = begins_of(phrases_.present);
    std::sort(triggers_.begin(), triggers_.end(), [](const Trigger& a, const Trigger& b) { return a.words.begin < b.words.begin; });
    std::size_t next = 0;
    for (const Statement& statement : all_.statements) {
      read_statement(statement, next);
      if (found_.size() > most_things) break;
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Existence& a, const Existence& b) { return a.sentence < b.sentence; });
    return std::move(found_);
  }

 private:
  struct Trigger {
    IndexRange words;
    bool denied = false;
  };

  const CheckInput& input_;
  const ExistencePhrases& phrases_;
  bool elsewhere_ = false;
  const Statements& all_;
  std::optional<Owners> owners_;
  std::vector<Trigger> triggers_;
  std::vector<std::uint32_t> absent_;   // where "is missing" begins, ascending
  std::vector<std::uint32_t> present_;  // where "is fitted" begins, ascending
  std::vector<Existence> found_;
  std::uint32_t stated_of_ = no_index;  // the last sentence that was asked for, and the answer
  bool stated_ = false;

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }

  std::vector<std::uint32_t> begins_of(PatternId pattern) const {
    std::vector<std::uint32_t> begins;
    for (const Match& match : input_.matches.of(pattern)) begins.push_back(match.words.begin);
    std::sort(begins.begin(), begins.end());
    return begins;
  }

  /// `next` is the first trigger that no statement before has.
  void read_statement(const Statement& statement, std::size_t& next) {
    const Owner owner = owners_->of_statement(statement, {statement.words.end, statement.words.end});
    while (next < triggers_.size() && triggers_[next].words.begin < statement.words.begin) ++next;
    const bool plain = is_plain(statement);
    if (plain) read_told(statement);
    if (plain && !elsewhere_) read_used(statement), read_known(statement);
    for (; next < triggers_.size() && statement.words.contains(triggers_[next].words.begin); ++next) {
      // "It does not contain metals like lead" says of nothing that it is there.
      if (plain && (triggers_[next].denied || !denies_before(statement, triggers_[next].words.begin)))
        read_things(statement, triggers_[next], owner);
    }
    if (plain && !elsewhere_) read_met(statement);
  }

  void collect(PatternId pattern, bool denied) {
    for (const Match& match : input_.matches.of(pattern)) triggers_.push_back({match.words, denied});
  }

  /// The article's own word, of all occasions.
  bool is_plain(const Statement& statement) {
    if (stated_of_ != statement.sentence) {
      stated_of_ = statement.sentence;
      stated_ = states(statement.sentence);
    }
    if (!stated_) return false;
    for (std::uint32_t word = statement.words.begin; word < statement.words.end; ++word) {
      if ((form(word).flags & form_modal) != 0 || (input_.units.words[word].flags & word_code) != 0) return false;
    }
    const auto hits = list_hits_in(input_.matches, statement.words);
    return std::none_of(hits.begin(), hits.end(),
                        [&](const ListHit& hit) { return hit.list == phrases_.circumstances && !is_in_predicate(hit.words); });
  }

  /// "Already" of "are already fitted".
  bool is_in_predicate(IndexRange words) const {
    const std::vector<Match>& matches = input_.matches.of(phrases_.present);  // in order, and none overlaps another
    const auto behind = std::upper_bound(matches.begin(), matches.end(), words.begin,
                                         [](std::uint32_t word, const Match& match) { return word < match.words.begin; });
    return behind != matches.begin() && std::prev(behind)->words.contains(words.begin);
  }

  bool states(std::uint32_t sentence) const {
    const IndexRange words = input_.units.sentences[sentence].words;
    return words.size() <= longest_existence &&
           is_plain_statement(input_, sentence, {.unconditional = words, .said = {words.end - 1, words.end}});
  }

  bool in_noun_phrase(std::uint32_t word) const {
    return is_content_word(input_, word) && (!looks_like_verb(form(word)) || form(word).text.ends_with("ed")) &&
           !form(word).text.ends_with("ly") && !is_whole_place(form(word));
  }

  /// The content words from here to a border, with the determiner before them; empty where another word stands between.
  IndexRange noun_phrase(std::uint32_t word, std::uint32_t end, bool denied) const {
    std::uint32_t first = word;
    const bool number = first < end && (form(first).flags & form_number) != 0;
    const bool indefinite = first < end && (is(form(first), WordClass::article) && !is(form(first), WordClass::definite_article));
    const bool any = first < end && (form(first).text == "any" || form(first).text == "several" || form(first).text == "some");
    if (first < end && is(form(first), WordClass::determiner) && !indefinite && !number && !any) return {};
    if (number || indefinite || any) ++first;
    std::uint32_t last = first;
    while (last < std::min(end, first + longest_phrase) && in_noun_phrase(last) && (last == first || !starts_clause(input_, last))) ++last;
    if (last == first) return {};
    const bool bare = first == word && !denied;  // "has hot water": a mass, or many
    if (bare && last == first + 1 && form(first).text.ends_with("ed")) return {};
    return {first, last};
  }

  /// Does what stands behind a noun phrase say which of them is meant: "no shop that sells bread", "no proof of age"?
  bool is_narrowed_behind(std::uint32_t word, std::uint32_t end) const {
    if (word < end && form(word).text == "yet") return true;
    if (word >= end || starts_clause(input_, word)) return false;
    const Form& next = form(word);
    if (is(next, WordClass::coordinator) || is(next, WordClass::contrast)) return false;
    return !is_place(next);
  }

  static bool is_place(const Form& word) { return is(word, WordClass::place_preposition) || is_whole_place(word); }
  static bool is_whole_place(const Form& word) { return word.text == "here" || word.text == "anywhere"; }

  /// "On the ground floor", "in the box": a part of what is spoken of.
  bool is_part(IndexRange place) const { return ends_with_entry(input_, phrases_.parts, place); }

  /// "In the hut", "on the island": where it is, behind its noun phrase.
  Owner place_behind(std::uint32_t word, std::uint32_t end, const Owner& owner) const {
    if (word >= end || !is_place(form(word)) || is_whole_place(form(word))) return owner;
    std::uint32_t last = word + 1;
    while (last < end && !starts_clause(input_, last) && !looks_like_verb(form(last)) && !is(form(last), WordClass::coordinator)) ++last;
    if (last == word + 1 || is_part({word + 1, last})) return owner;
    if (form(word + 1).text == "this" && last == word + 3) return elided_owner();  // "on this route"
    Owner place = owners_->of_words({word + 1, last});
    return place.head == 0 ? owner : place;
  }

  void add(std::uint32_t sentence, IndexRange words, const Owner& owner, bool denied, bool past) {
    Existence thing{.sentence = sentence,
                    .words = words,
                    .said = input_.units.sentences[sentence].words,
                    .owner = owner,
                    .denied = denied,
                    .past = past};
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      add_key(thing.keys, thing.head = key_of(input_, form(w).stem));
    }
    found_.push_back(std::move(thing));
  }

  /// Is the verb at a word denied: "does not contain"?
  bool denies_before(const Statement& statement, std::uint32_t word) const {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t w = std::max(statement.words.begin, word - std::min(word, reach)); w < word; ++w) {
      if (denies_its_verb(form(w))) return true;
    }
    return false;
  }

  bool is_past(IndexRange words) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (is_past_auxiliary(form(w)) || form(w).text == "been") return true;
    }
    return false;
  }

  /// "On the server, there is no …", "They are sweet, and there is no …": of a place or of things that are not the article's.
  bool opens_elsewhere(const Statement& statement) const {
    const IndexRange words = input_.units.sentences[statement.sentence].words;
    const Form& first = form(words.begin);
    if (first.text == "they" || is(first, WordClass::demonstrative)) return true;
    if (!is(first, WordClass::circumstance_opener) && !is(first, WordClass::preposition)) return false;
    const IndexRange opening = clause_of(input_, statement.sentence, words.begin);
    const IndexRange place{opening.begin + 1, opening.end};
    return opening.end < words.end && !place.empty() && !is_part(place) && !owners_->of_words(place).topic;
  }

  void add_line(std::uint32_t sentence, IndexRange words, bool denied) {
    while (words.begin < words.end && !in_noun_phrase(words.begin)) ++words.begin;
    if (words.empty() || words.size() > longest_phrase) return;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (!in_noun_phrase(w)) return;
    }
    add(sentence, words, elided_owner(), denied, false);
    found_.back().line = true;
  }

  /// Is all that some words say a no? "Shower: hot, ten minutes" says that there is one; "Shower: not yet" says neither.
  std::optional<bool> says_no(IndexRange words) const {
    const Form& first = form(words.begin);
    if (words.size() == 1 && (first.text == "no" || first.text == "none")) return true;
    if (denies(input_, words, words.begin) || is(first, WordClass::without)) return std::nullopt;
    return false;
  }

  /// Is a cell no head of its row, and the head no code?
  bool is_behind_words(const Sentence& cell) const {
    const std::uint32_t head = input_.article.blocks[cell.block].texts.begin;
    const IndexRange sentences = input_.units.sentences_of_text[head];
    if (cell.text == head || sentences.empty()) return false;
    return (input_.units.words[input_.units.sentences[sentences.begin].words.begin].flags & word_code) == 0;
  }

  /// "No shower | ; bring a towel": up to where the line goes on to say something else.
  std::uint32_t end_of_remark(IndexRange words) const {
    std::uint32_t word = words.begin + 1;
    while (word < words.end && !starts_clause(input_, word)) ++word;
    return word;
  }

  /// "Shower: no", "| Shower | yes |", "- No shower".
  void read_line(std::uint32_t sentence) {
    const Sentence& said = input_.units.sentences[sentence];
    const IndexRange words = said.words;
    if (words.empty() || said.question) return;
    const bool cell = said.place == Place::table && is_behind_words(said);  // and no head of a row
    const bool line = said.place == Place::list || (cell && words.size() > 1);
    if (line && form(words.begin).text == "no") return add_line(sentence, {words.begin + 1, end_of_remark(words)}, true);
    const auto labelled = labelled_line(input_, sentence);
    if (!labelled) return;
    const auto [label, answer] = *labelled;
    const auto no = says_no(answer);
    const std::size_t before = found_.size();
    if (no) add_line(sentence, label, *no);
    if (found_.size() > before) found_.back().said = cover(label, answer);
  }

  /// "Is there a shower? No."
  void read_answer(const Match& match) {
    if (!input_.units.sentences[match.sentence].question) return;
    const auto answer = answer_to(input_, phrases_.answers, match.sentence);
    if (!answer) return;
    const IndexRange phrase = noun_phrase(match.words.end, input_.units.sentences[match.sentence].words.end, true);
    if (phrase.empty()) return;
    add(answer->sentence, phrase, elided_owner(), answer->denied, false);
    found_.back().said = cover(input_.units.sentences[match.sentence].words, answer->words);
  }

  /// The noun phrases behind a phrase: one, or "a stove, two beds and a shower".
  void read_things(const Statement& statement, const Trigger& trigger, const Owner& of_clause) {
    const bool thing = of_clause.kind == OwnerKind::generic && of_clause.keys.size() == 1 &&
                       ends_with_entry(input_, phrases_.things, of_clause.words);  // "the course" stands for the article's
    const Owner owner = thing || form(trigger.words.begin).text == "there" ? elided_owner() : of_clause;
    const std::uint32_t end = input_.units.sentences[statement.sentence].words.end;
    const bool past = is_past(trigger.words) || is_past({statement.words.begin, trigger.words.begin});
    const bool first_person = statement.words.begin < trigger.words.begin && form(statement.words.begin).text == "i";
    if (first_person || (trigger.denied && opens_elsewhere(statement))) return;
    std::uint32_t word = trigger.words.end;
    while (word < end) {
      const IndexRange phrase = noun_phrase(word, end, trigger.denied);
      if (phrase.empty()) return;
      if (trigger.denied && is_narrowed_behind(phrase.end, end)) return;
      add(statement.sentence, phrase, place_behind(phrase.end, end, owner), trigger.denied, past);
      // "no shower or stove" denies both; of a series only what has a determiner of its own is told by it.
      std::uint32_t next = phrase.end;
      if (next < end && is(form(next), WordClass::coordinator)) ++next;
      const bool goes_on = next > phrase.end || (next < end && starts_clause(input_, next));
      const bool determined = next < end && (is(form(next), WordClass::article) || (form(next).flags & form_number) != 0);
      if (!goes_on || !(determined || trigger.denied)) return;
      word = next;
    }
  }

  /// "At the village shop", "fly into the airport": a thing of the article's that is spoken of as known.
  void read_known(const Statement& statement) {
    if (statement.negated) return;
    for (std::uint32_t w = statement.words.begin; w + 1 < statement.words.end; ++w) {
      if (!is(form(w), WordClass::definite_article)) continue;
      std::uint32_t noun = w + 1;
      while (noun + 1 < statement.words.end && in_noun_phrase(noun + 1) && owners_->of_words({noun, noun + 1}).topic) ++noun;
      const bool whole = noun + 1 >= statement.words.end || !in_noun_phrase(noun + 1);
      if (!whole || !in_noun_phrase(noun) || is_narrowed_behind(noun + 1, statement.words.end)) continue;
      add(statement.sentence, {noun, noun + 1}, elided_owner(), false, false);
      found_.back().used = true;
    }
  }

  /// "You go down", "a bridge takes": what is told as so, and not of some time before.
  bool is_of_now(const Statement& statement) const {
    for (std::uint32_t w = statement.words.begin; w < statement.words.end; ++w) {
      const bool addressed = w > statement.words.begin && is(form(w - 1), WordClass::addressed);
      if (addressed && is_base_verb(form(w))) return true;
      if (is_third_person(form(w)) || form(w).text == "is" || form(w).text == "are") return true;
    }
    return false;
  }

  bool may_be_verb(std::uint32_t word) const { return is_present(word) || looks_like_verb(form(word)); }

  /// Has a noun phrase of the sentence that is being read been told already?
  bool is_told(std::uint32_t sentence, IndexRange phrase) const {
    const auto before = std::find_if(found_.rbegin(), found_.rend(), [&](const Existence& one) { return one.sentence != sentence; });
    return std::any_of(found_.rbegin(), before, [&](const Existence& one) { return one.words.overlaps(phrase); });
  }

  /// "A wooden bridge takes you over", "you go down an iron ladder": a thing that is come upon, in a clause that denies nothing.
  void read_met(const Statement& statement) {
    if (statement.negated || !is_of_now(statement)) return;
    for (std::uint32_t w = statement.words.begin; w + 1 < statement.words.end; ++w) {
      const bool number = (form(w).flags & form_number) != 0 && (w == statement.words.begin || !is(form(w - 1), WordClass::determiner));
      const bool indefinite = is(form(w), WordClass::article) && !is(form(w), WordClass::definite_article);
      if (!number && !indefinite) continue;
      const IndexRange phrase = noun_phrase(w, statement.words.end, true);
      const bool subject = !phrase.empty() && phrase.end < statement.words.end && may_be_verb(phrase.end);
      if (phrase.empty() || (!subject && is_narrowed_behind(phrase.end, statement.words.end)) || is_told(statement.sentence, phrase))
        continue;
      const Owner owner = place_behind(phrase.end, statement.words.end, elided_owner());
      if (!owner.topic) continue;  // "a bank in Oslo"
      add(statement.sentence, phrase, owner, false, false);
      found_.back().met = true;
    }
  }

  /// The verb behind a subject, over "in the hut" where that is what the article is about; `no_index` where another phrase stands between.
  std::uint32_t verb_behind(std::uint32_t word, std::uint32_t end) const {
    if (word >= end || !is_place(form(word))) return word < end ? word : no_index;
    std::uint32_t last = word + 1;
    while (last < end && !is_present(last)) ++last;
    if (last >= end || !(is_part({word + 1, last}) || owners_->of_words({word + 1, last}).topic)) return no_index;
    return last;
  }

  bool is_present(std::uint32_t word) const {
    const Form& here = form(word);
    return here.text == "is" || here.text == "are" || here.text == "has" || here.text == "have" || is_third_person(here) ||
           may_be_third_person(here);
  }

  /// "The exam takes two hours", "homework takes two hours", "the exam is missing": the subject of a plain clause that denies nothing.
  void read_used(const Statement& statement) {
    const Subject& subject = all_.subjects[statement.subject];
    IndexRange words = subject.words;
    if (statement.negated || words.empty() || !statement.words.contains(words.begin)) return;
    if (is(form(words.begin), WordClass::definite_article)) ++words.begin;
    const bool bare = words.begin == subject.words.begin;  // "sugar blocks …" is of sugar as such
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (!in_noun_phrase(w)) return;
    }
    if (words.empty() || words.size() > longest_phrase || (bare && statement.values.empty())) return;
    const std::uint32_t verb = verb_behind(words.end, statement.words.end);
    if (verb == no_index || !is_present(verb)) return;
    if (std::binary_search(absent_.begin(), absent_.end(), verb) || std::binary_search(present_.begin(), present_.end(), verb)) return;
    add(statement.sentence, words, elided_owner(), false, false);
    found_.back().used = true;
  }

  /// "Mudguards and a bell are fitted", "the exam is missing": each noun phrase before what says so.
  void read_told(const Statement& statement) {
    for (std::uint32_t verb = statement.words.begin + 1; verb < statement.words.end; ++verb) {
      const bool absent = std::binary_search(absent_.begin(), absent_.end(), verb);
      const bool present = !statement.negated && std::binary_search(present_.begin(), present_.end(), verb);
      if ((absent || present) && !read_subjects(statement, verb, absent)) return;
    }
  }

  /// The noun phrases before a verb; false where another word stands among them.
  bool read_subjects(const Statement& statement, std::uint32_t verb, bool absent) {
    const IndexRange whole = input_.units.sentences[statement.sentence].words;
    std::uint32_t end = verb;
    for (std::uint32_t word = verb; word-- > whole.begin;) {
      const bool joint = is(form(word), WordClass::coordinator);
      const bool opens = is(form(word), WordClass::article) || is(form(word), WordClass::determiner);
      if (!joint && !opens && !in_noun_phrase(word)) return false;
      if (!joint && word > whole.begin) continue;
      std::uint32_t begin = joint ? word + 1 : word;
      if (begin < end && is(form(begin), WordClass::definite_article)) ++begin;
      const IndexRange phrase = noun_phrase(begin, end, true);
      if (!phrase.empty() && phrase.end == end) add(statement.sentence, phrase, elided_owner(), absent, false);
      end = word;
    }
    return true;
  }
};

}  // namespace

std::vector<Existence> read_existence(const CheckInput& input, const ExistencePhrases& phrases, bool elsewhere) {
  return ExistenceReader(input, phrases, elsewhere).read();
}

bool deny_each_other(const Existence& a, const Existence& b) {
  if (a.denied == b.denied || a.past != b.past || a.head != b.head) return false;
  const Existence& denial = a.denied ? a : b;
  const Existence& other = a.denied ? b : a;
  if (!includes(other.keys, denial.keys)) return false;
  if (other.used) return denial.owner.topic && denial.keys == other.keys;
  if (other.met) return denial.owner.topic && denial.keys.size() == 1;
  return same_thing(denial.owner, other.owner);
}

}  // namespace stet
