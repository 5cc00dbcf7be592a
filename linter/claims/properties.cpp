#include "claims/properties.h"

#include <algorithm>
#include <optional>

#include "claims/labelled.h"
#include "claims/owners.h"
#include "claims/title.h"
#include "language/negation.h"
#include "language/tense.h"
#include "units/plural.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_predicate = 6;  ///< words between "is" and what it is

/// A word that makes less than a plain statement of what follows: "not only", "usually", "less", "too".
bool weakens(const Form& form) { return is(form, WordClass::weakener); }

class PropertyReader {
 public:
  PropertyReader(const CheckInput& input, const CircumstanceLists& lists, ListId labels)
      : input_(input), lists_(lists), labels_(labels), all_(statements_of(input)), owners_(input, all_) {}

  std::vector<Property> read() {
    if (!is_about_two(input_)) read_title();
    for (std::uint32_t sentence = 0; sentence < input_.units.sentences.size(); ++sentence) read_label(sentence);
    std::uint32_t last = no_index;
    for (const Statement& statement : all_.statements) {
      if (statement.sentence == last) continue;
      last = statement.sentence;
      read_attributes(last);
      read_predicates(last);
      remember_subject(statement);
    }
    std::stable_sort(properties_.begin(), properties_.end(), [](const Property& a, const Property& b) { return a.sentence < b.sentence; });
    return std::move(properties_);
  }

 private:
  const CheckInput& input_;
  const CircumstanceLists& lists_;
  ListId labels_;
  const Statements& all_;
  Owners owners_;
  std::vector<Property> properties_;
  std::optional<Property> subject_;  // of the sentence before

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }
  bool borders(std::uint32_t word) const { return starts_clause(input_, word); }

  bool names_property(std::uint32_t word) const {
    return is_content(form(word)) && (form(word).flags & form_number) == 0 &&
           (input_.units.words[word].flags & (word_code | word_capitalized | word_symbol)) == 0;
  }

  /// Is the word the last content word of its phrase: what follows is grammar, a border or nothing?
  bool ends_phrase(std::uint32_t word, std::uint32_t end) const {
    return word + 1 >= end || !is_content(form(word + 1)) || borders(word + 1) || looks_like_verb(form(word + 1)) ||
           form(word + 1).text.ends_with("ly");
  }

  /// "The path to the salt pans", "it": what stands before a form of "be", back to the border of its clause.
  std::optional<Property> thing_before(std::uint32_t sentence, std::uint32_t be) const {
    constexpr std::uint32_t longest = 10;
    const IndexRange whole = input_.units.sentences[sentence].words;
    std::uint32_t end = be;
    while (end > whole.begin && (form(end - 1).text.ends_with("ly") || form(end - 1).text == "also")) --end;
    std::uint32_t begin = end;
    while (begin > whole.begin && end - begin < longest && !is(form(begin - 1), WordClass::subject_border) &&
           !looks_like_verb(form(begin - 1)) && !(begin < end && borders(begin)))
      --begin;
    if (begin == end || (begin > whole.begin && looks_like_verb(form(begin - 1)))) return std::nullopt;
    if (end - begin == 1 && (form(begin).flags & form_pronoun) != 0) return of_pronoun(begin, sentence);
    return noun_phrase({begin, end});
  }

  /// Where the thing begins: in "for the path" at the first article, in "in summer the path" at the last.
  std::uint32_t behind_preposition_of(IndexRange words) const {
    if (!is(form(words.begin), WordClass::preposition)) return words.begin;
    const bool joins = form(words.begin).text == "for";
    std::uint32_t begin = words.begin;
    for (std::uint32_t word = words.begin + 1; word < words.end; ++word) {
      if (!is(form(word), WordClass::definite_article)) continue;
      begin = word;
      if (joins) break;
    }
    return begin;
  }

  /// One thing, or all of a kind: not "a pack", "some packs", "another pack".
  std::optional<Property> noun_phrase(IndexRange words) const {
    words.begin = behind_preposition_of(words);
    const bool definite = is(form(words.begin), WordClass::definite_article);
    Property property;
    bool inside = false;
    bool behind_preposition = false;
    for (std::uint32_t word = definite ? words.begin + 1 : words.begin; word < words.end; ++word) {
      if (is(form(word), WordClass::preposition)) {
        if (!inside) return std::nullopt;
        behind_preposition = true;
      }
      if (!is_content(form(word))) {
        if (!behind_preposition) return std::nullopt;
        continue;
      }
      inside = true;
      property.thing.push_back(form(word).stem);
      if (!behind_preposition) property.noun = word;
    }
    if (!inside) return std::nullopt;
    property.of_topic = owners_.of_words(words).topic;
    const bool named = (input_.units.words[words.begin].flags & word_capitalized) != 0 && words.size() > 1;
    const bool of_kind = is_plural(form(property.noun));
    return definite || named || of_kind ? std::optional(property) : std::nullopt;
  }

  /// "It" is the subject of the sentence before, in the same paragraph, or of an earlier clause of its own.
  std::optional<Property> of_pronoun(std::uint32_t word, std::uint32_t sentence) const {
    const std::string_view text = form(word).text;
    if ((text != "it" && text != "they") || !subject_) return std::nullopt;
    const auto& sentences = input_.units.sentences;
    const bool near = sentence - subject_->sentence <= 1 && sentences[subject_->sentence].block == sentences[sentence].block;
    return near ? subject_ : std::nullopt;
  }

  /// Keeps what a sentence begins with: "It" in the next one stands for that.
  void remember_subject(const Statement& statement) {
    const IndexRange subject = all_.subjects[statement.subject].words;
    if (all_.subjects[statement.subject].kind == SubjectKind::pronoun) {
      if (subject_) subject_->sentence = statement.sentence;
      return;
    }
    subject_ = subject.empty() ? std::nullopt : noun_phrase(subject);
    if (subject_) subject_->sentence = statement.sentence;
  }

  void add(Property property, std::uint32_t sentence, IndexRange words, std::uint32_t word) {
    const std::uint16_t frames = frames_of(input_, sentence, {word, word + 1});
    if ((frames & not_surely_the_articles_own) != 0) return;
    property.sentence = sentence;
    property.words = words;
    property.word = word;
    property.past = property.past || (frames & frame_past) != 0;
    if (!property.attributive) property.circumstances = circumstances_of(input_, lists_, sentence, {word, word + 1}).all;
    properties_.push_back(std::move(property));
  }

  void read_predicates(std::uint32_t sentence) {
    const IndexRange whole = input_.units.sentences[sentence].words;
    std::optional<Property> thing;
    for (std::uint32_t be = whole.begin; be + 1 < whole.end; ++be) {
      if (!is(form(be), WordClass::finite_be) && !is(form(be), WordClass::linking_verb)) continue;
      const bool elided = be > whole.begin && form(be - 1).text == "and";  // "… and is not dimmable"
      if (!elided) thing = thing_before(sentence, be);
      if (thing) read_predicate(*thing, sentence, be);
      if (be == whole.begin + 1 && is(form(whole.begin), WordClass::demonstrative)) read_presented(sentence, be);
    }
  }

  /// "… is [not] [very] waterproof", "… is a quiet hotel".
  void read_predicate(Property property, std::uint32_t sentence, std::uint32_t be) {
    const IndexRange whole = input_.units.sentences[sentence].words;
    const std::uint32_t end = std::min(whole.end, be + 1 + longest_predicate);
    property.past = is_past(be);
    std::uint32_t first = no_index;
    std::uint32_t at = be + 1;
    for (; at < end && !borders(at); ++at) {
      const std::string_view text = form(at).text;
      const bool so = text == "so" && at + 2 < whole.end && form(at + 2).text == "that";  // "so quiet that"
      const bool adverb = text.ends_with("ly") || text == "very" || so;
      if (adverb && property.denied) return;  // "not terribly hidden"
      if (text == "a" || text == "an" || (adverb && !weakens(form(at)))) continue;
      if (!denies_its_verb(form(at)) || property.denied) break;
      property.denied = true;
      first = at;
    }
    if (at >= end || borders(at) || weakens(form(at)) || !names_property(at)) return;
    const bool nominal = form(at - 1).text == "a" || form(at - 1).text == "an";
    // "… is a quiet hotel", "… is an annual": a noun that tells the kind is as good.
    if (!nominal && !ends_phrase(at, whole.end)) return;
    if (at + 1 < whole.end && (form(at + 1).text == "than" || form(at + 1).text == "enough")) return;
    const bool denied = property.denied;
    // "… is easy and flat": the second word is said of it as well; "not easy and flat" may deny either.
    const std::uint32_t second = at + 2;
    const bool joined = !denied && !nominal && second < whole.end && form(at + 1).text == "and" && names_property(second) &&
                        !weakens(form(second)) && ends_phrase(second, whole.end) && !looks_like_verb(form(second));
    if (joined) add(property, sentence, {second, second + 1}, second);
    add(std::move(property), sentence, {first == no_index ? at : first, at + 1}, at);
  }

  bool is_past(std::uint32_t verb) const { return may_be_past(form(verb)) || form(verb).text == "felt"; }

  /// "A quiet hotel by the sea": what stands before the noun of the title.
  void read_title() {
    const IndexRange title = title_of(input_).words;
    for (std::uint32_t at = title.begin; at + 1 < title.end; ++at) {
      const bool opens = at == title.begin || is(form(at - 1), WordClass::article);
      if (!opens || !is_content(form(at)) || !is_content(form(at + 1)) || borders(at + 1) || !ends_phrase(at + 1, title.end)) continue;
      if (is_plural(form(at + 1))) continue;  // "Natural remedies": of which some are not
      add_line({at, at + 1}, at, at + 1);
    }
  }

  /// "Difficulty: easy", "| Difficulty | very easy |": one word, in a line whose label is in the list.
  void read_label(std::uint32_t sentence) {
    const auto labelled = labelled_line(input_, sentence);
    if (labelled && ends_with_entry(input_, labels_, labelled->label)) read_value(sentence, labelled->label, labelled->value);
  }

  /// "Easy", "very easy", "not easy".
  void read_value(std::uint32_t sentence, IndexRange label, IndexRange value) {
    std::uint32_t at = value.begin;
    bool denied = false;
    for (; at + 1 < value.end; ++at) {
      if (denies_its_verb(form(at)) && !denied) {
        denied = true;
      } else if (form(at).text != "very" || denied) {
        break;
      }
    }
    if (at + 1 != value.end || weakens(form(at)) || !is_content(form(at))) return;
    Property property;
    property.denied = denied;
    property.noun = label.end - 1;
    property.line = property.of_topic = true;
    add(std::move(property), sentence, {value.begin, value.end}, at);
  }

  void add_line(IndexRange words, std::uint32_t word, std::uint32_t noun) {
    Property property;
    property.noun = noun;
    property.line = property.of_topic = true;
    add(std::move(property), sentence_of(input_.units, word), words, word);
  }

  /// "This is a difficult walk": of the walk.
  void read_presented(std::uint32_t sentence, std::uint32_t be) {
    const std::uint32_t end = input_.units.sentences[sentence].words.end;
    const std::uint32_t at = be + 2;
    if (at + 1 >= end || !is(form(be + 1), WordClass::article) || is(form(be + 1), WordClass::definite_article)) return;
    if (!names_property(at) || weakens(form(at)) || borders(at) || borders(at + 1)) return;
    if (!is_content(form(at + 1)) || !ends_phrase(at + 1, end) || looks_like_verb(form(at + 1))) return;
    Property property;
    property.thing = {form(at + 1).stem};
    property.noun = at + 1;
    property.of_topic = true;
    property.past = is_past(be);
    add(std::move(property), sentence, {at, at + 1}, at);
  }

  /// "the waterproof pack".
  void read_attributes(std::uint32_t sentence) {
    const IndexRange words = input_.units.sentences[sentence].words;
    for (std::uint32_t at = words.begin; at + 2 < words.end; ++at) {
      if (!is(form(at), WordClass::definite_article) || borders(at + 1) || borders(at + 2)) continue;
      if (!names_property(at + 1) || !is_content(form(at + 2)) || !ends_phrase(at + 2, words.end)) continue;
      if ((input_.units.words[at + 2].flags & (word_capitalized | word_code)) != 0) continue;
      if (at + 3 < words.end && form(at + 3).text == "of") continue;
      Property property;
      property.thing = {form(at + 2).stem};
      property.noun = at + 2;
      property.attributive = true;
      add(std::move(property), sentence, {at + 1, at + 2}, at + 1);
    }
  }
};

}  // namespace

std::vector<Property> read_properties(const CheckInput& input, const CircumstanceLists& lists, ListId labels) {
  return PropertyReader(input, lists, labels).read();
}

}  // namespace stet
