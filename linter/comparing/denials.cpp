#include "comparing/denials.h"

#include <algorithm>
#include <iterator>

#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/stated.h"
#include "claims/statements.h"
#include "claims/title.h"
#include "language/negation.h"
#include "matching/list_hits.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on plain pairs of our own and on 9,000 public articles, most of them of no set (2026-11-29).
constexpr std::uint32_t longest_denial = 26;         // words
constexpr std::uint32_t longest_denied_clause = 18;  // words
constexpr std::size_t fewest_denied = 2;             // content stems beside the title's; one where both sentences are of the title's thing
constexpr float least_weight = 6;                    // of these; a rare word weighs 6 to 9
constexpr float least_weight_of_one = 5;             // of the one
constexpr float least_weight_of_changed = 3;         // of what there is "no effect on"
constexpr std::size_t most_added = 1;                // stems that only the affirmation has
constexpr std::size_t most_added_to_never = 3;       // the same, of what is denied of all occasions

using Stems = std::vector<StemId>;

bool has(const Stems& stems, StemId stem) { return std::binary_search(stems.begin(), stems.end(), stem); }

/// What the article is about goes without saying.
Stems topic_stems(const CheckInput& input) {
  Stems stems;
  for (const StemId stem : content_stems(input, title_of(input).words)) add_key(stems, stem);
  return stems;
}

class PlainReader {
 public:
  PlainReader(const CheckInput& input, ListId circumstances) : input_(input), circumstances_(circumstances), topic_(topic_stems(input)) {}

  std::vector<PlainSentence> read() {
    const Statements& all = statements_of(input_);
    std::vector<PlainSentence> plain;
    std::uint32_t sentence = no_index;
    bool stated = false;
    for (const Statement& statement : all.statements) {
      if (statement.sentence != sentence) stated = states(sentence = statement.sentence);
      if (!stated) continue;
      if (opens_with_reason(words_of(sentence)) && statement.words == words_of(sentence)) {
        read_reason(statement.words, sentence, plain);
      } else {
        add(statement.words, all.subjects[statement.subject].words, sentence, plain);
      }
    }
    return plain;
  }

 private:
  const CheckInput& input_;
  ListId circumstances_;
  Stems topic_;

  IndexRange words_of(std::uint32_t sentence) const { return input_.units.sentences[sentence].words; }

  /// Is it the article's own word, without a condition?
  bool states(std::uint32_t sentence) const {
    const IndexRange words = words_of(sentence);
    if (words.size() > longest_denial) return false;
    const std::uint32_t behind_reason = opens_with_reason(words) ? words.begin + 1 : words.begin;
    if (!is_plain_statement(input_, sentence, {.unconditional = {behind_reason, words.end}, .said = {words.end - 1, words.end}}))
      return false;
    return !is(form_of(input_, words.begin), WordClass::demonstrative);  // "This event does not bubble": one of several
  }

  /// "Because the press does not print in colour, …": what is so, and what comes of it.
  bool opens_with_reason(IndexRange words) const { return form_of(input_, words.begin).text == "because"; }

  void read_reason(IndexRange words, std::uint32_t sentence, std::vector<PlainSentence>& plain) const {
    for (std::uint32_t begin = words.begin; begin < words.end;) {
      std::uint32_t end = begin + 1;
      while (end < words.end && !comma_before(input_, end)) ++end;
      add({begin, end}, {}, sentence, plain);
      begin = end;
    }
  }

  void add(IndexRange words, IndexRange subject, std::uint32_t sentence, std::vector<PlainSentence>& plain) const {
    const bool part = words != words_of(sentence);
    if (words.size() > longest_denied_clause || (part && subject.empty() && !opens_with_reason(words_of(sentence)))) return;
    PlainSentence one{.sentence = sentence};
    one.part = part;
    one.item = input_.units.sentences[sentence].place == Place::list;
    one.subject = subject;
    if (!read_words(words, one)) return;
    for (std::uint32_t word = subject.begin; word < subject.end && !words.contains(word); ++word) {
      if (!read_stem(subject, word, one)) return;
    }
    for (const ListHit& hit : list_hits_in(input_.matches, words)) {
      if (hit.list == circumstances_) one.narrowing.emplace_back(form_of(input_, hit.words.begin).stem, hit.words.begin);
    }
    if (!one.stems.empty()) plain.push_back(std::move(one));
  }

  /// Fills in what the words tell; false of a clause that is not plain after all.
  bool read_words(IndexRange words, PlainSentence& one) const {
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      const Form& form = form_of(input_, word);
      const Denial denial = denial_at(input_, words, word);
      if (is_ability(words, word)) {
        if (!is(form, WordClass::inability)) continue;
        if (!one.denial.empty()) return false;
        one.denial = {word, word + 1};
        continue;
      }
      if (denial != Denial::none) {
        if (denial != Denial::full || !one.denial.empty()) return false;
        one.denial = {word, word + 1};
        one.absolute = form.text == "never";
      }
      if (leaves_open(words, word) || !read_addressed(words, word, one)) return false;
      if (denial == Denial::none && !read_stem(words, word, one)) return false;
    }
    return true;
  }

  /// "Perhaps", "hardly", "which", "some", "without", a number: what is said with it is not said flatly. "No effect" is.
  bool leaves_open(IndexRange words, std::uint32_t word) const {
    const Form& form = form_of(input_, word);
    const bool of_effect = form.text == "no" && word + 1 < words.end && is(form_of(input_, word + 1), WordClass::effect);
    return is(form, WordClass::possibility) || is(form, WordClass::near_denial) || is(form, WordClass::interrogative) ||
           is(form, WordClass::some_quantifier) || (is(form, WordClass::without) && !of_effect) || (form.flags & form_number) != 0;
  }

  /// "You can …", once; false of any other word for whoever reads.
  bool read_addressed(IndexRange words, std::uint32_t word, PlainSentence& one) const {
    const Form& form = form_of(input_, word);
    if (!is(form, WordClass::addressed)) return true;
    const bool able = word + 1 < words.end && (form_of(input_, word + 1).flags & form_modal) != 0;
    if (form.text != "you" || !able || one.addressed) return false;
    return one.addressed = true;
  }

  /// "It is impossible to", "unable to", "not possible to": that it cannot be done, and nothing else.
  bool is_ability(IndexRange words, std::uint32_t word) const {
    const Form& form = form_of(input_, word);
    if ((!is(form, WordClass::ability) && !is(form, WordClass::inability)) || word + 1 >= words.end) return false;
    return form_of(input_, word + 1).text == "to" || form_of(input_, word + 1).text == "of";
  }

  bool read_stem(IndexRange words, std::uint32_t word, PlainSentence& one) const {
    const Form& form = form_of(input_, word);
    if ((form.flags & form_number) != 0) return false;
    if (!is_content_word(input_, word)) return true;
    if (is_no_effect(words, word, one.denial)) {
      one.of_effect = true;
      return true;
    }
    if (has(topic_, form.stem)) {
      one.of_topic = true;
      return true;
    }
    if (add_key(one.stems, form.stem)) {
      one.weight += form.weight;
      const std::pair<StemId, std::uint32_t> read{form.stem, word};
      one.words.insert(std::lower_bound(one.words.begin(), one.words.end(), read), read);
    }
    if (!is_one_of_series(words, word) && !is_of_all(words, word)) add_key(one.of_own, form.stem);
    return true;
  }

  /// "… has no effect on sleep": that it does not change it in any way.
  bool is_no_effect(IndexRange words, std::uint32_t word, IndexRange denial) const {
    return !denial.empty() && denial.end == word && word + 2 < words.end && is(form_of(input_, word), WordClass::effect) &&
           form_of(input_, word + 1).text == "on";
  }

  bool is_joint(IndexRange words, std::uint32_t word) const {
    return words.contains(word) && is(form_of(input_, word), WordClass::coordinator);
  }

  bool is_one_of_series(IndexRange words, std::uint32_t word) const {
    if (word > words.begin && (comma_before(input_, word) || is_joint(words, word - 1))) return true;
    return word + 1 < words.end && (comma_before(input_, word + 1) || is_joint(words, word + 1));
  }

  /// "In every room", "for all members": it holds of all of them.
  bool is_of_all(IndexRange words, std::uint32_t word) const {
    if (word == words.begin) return false;
    const std::string_view before = form_of(input_, word - 1).text;
    return before == "every" || before == "all" || before == "each";
  }
};

}  // namespace

std::vector<PlainSentence> plain_sentences(const CheckInput& input, ListId circumstances) {
  return PlainReader(input, circumstances).read();
}

namespace {

/// Stems of its own that the other one has not.
Stems added(const PlainSentence& of, const PlainSentence& to) {
  Stems stems;
  std::set_difference(of.of_own.begin(), of.of_own.end(), to.stems.begin(), to.stems.end(), std::back_inserter(stems));
  return stems;
}

/// What narrows a clause down, beside one of its words ("raises" and "lowers" are such entries themselves).
Stems narrowing_beside(const PlainSentence& sentence, std::uint32_t word) {
  Stems stems;
  for (const auto& [stem, at] : sentence.narrowing) {
    if (at != word) add_key(stems, stem);
  }
  return stems;
}

/// Is a word part of what a clause is about, and not the verb that was taken for a noun of it: "the treatment increases blood pressure"?
bool is_in_subject(const CheckInput& input, const PlainSentence& sentence, std::uint32_t word) {
  const Form& form = form_of(input, word);
  const bool inside = word > sentence.subject.begin && word + 1 < sentence.subject.end;
  const bool verb = inside && (is_third_person(form) || may_be_third_person(form));
  return sentence.subject.contains(word) && !verb;
}

std::uint32_t word_of(const PlainSentence& sentence, StemId stem) {
  return std::lower_bound(sentence.words.begin(), sentence.words.end(), std::pair<StemId, std::uint32_t>{stem, 0})->second;
}

}  // namespace

bool denies(const PlainSentence& a, const PlainSentence& b) {
  if (a.denial.empty() == b.denial.empty()) return false;
  const PlainSentence& denial = a.denial.empty() ? b : a;
  const PlainSentence& other = a.denial.empty() ? a : b;
  if (!denial.narrowing.empty() || (!other.narrowing.empty() && !denial.absolute) || (denial.addressed && !other.addressed)) return false;
  const bool of_topic = denial.of_topic && other.of_topic;
  if (denial.stems.size() < (of_topic ? 1 : fewest_denied)) return false;
  const float least = denial.of_effect ? least_weight_of_changed : denial.stems.size() == 1 ? least_weight_of_one : least_weight;
  if (denial.weight < least) return false;
  if (!includes(other.stems, denial.stems)) return false;
  const std::size_t more = added(other, denial).size();
  if ((a.part || b.part) && !of_topic) return more == 0;
  return more <= (denial.absolute ? most_added_to_never : most_added);
}

bool say_opposites(const CheckInput& input, const OppositeWords& opposites, const PlainSentence& a, const PlainSentence& b) {
  const auto fits = [](const PlainSentence& one, const PlainSentence& other) {
    const bool shares_series =
        std::all_of(one.stems.begin(), one.stems.end(), [&](StemId stem) { return has(one.of_own, stem) || has(other.stems, stem); });
    return one.denial.empty() && shares_series && (one.of_topic || !one.subject.empty());
  };
  if ((a.item && b.item) || !fits(a, b) || !fits(b, a) || a.addressed != b.addressed) return false;
  const Stems of_a = added(a, b);
  const Stems of_b = added(b, a);
  if (of_a.size() != 1 || of_b.size() != 1) return false;
  const std::size_t shared = a.stems.size() - 1;
  if (shared == 0 || (shared < fewest_denied && !(a.of_topic && b.of_topic))) return false;
  const std::uint32_t one = word_of(a, of_a.front());
  const std::uint32_t two = word_of(b, of_b.front());
  if (narrowing_beside(a, one) != narrowing_beside(b, two)) return false;
  if (is_in_subject(input, a, one) || is_in_subject(input, b, two))
    return false;  // "imports from the late world", "… from the early world"
  return opposites.opposed(input.units.words[one].form, input.units.words[two].form);
}

}  // namespace stet
