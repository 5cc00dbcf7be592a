#include "claims/owners.h"

#include <algorithm>
#include <map>

#include "claims/title.h"
#include "matching/list_hits.h"
#include "units/lexicon.h"
#include "units/measures.h"
#include "units/plural.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Bounds of what is looked at; the letters set on planted articles (2026-11-29).
constexpr std::uint32_t longest_title = 24;      // words of a sentence of a title
constexpr std::size_t most_title_words = 96;     // of all of them
constexpr std::size_t title_bytes = 2'000;       // of a field, in which sentences are looked for
constexpr std::uint32_t longest_complement = 8;  // words
constexpr std::size_t least_ending = 4;          // letters of "pack" in "backpack"
constexpr std::size_t least_kind = 4;            // letters of a noun that the title's are looked up as kinds of

/// Is the last word of an owner's name a plural, or people?
bool are_several(const CheckInput& input, const Owner& owner) {
  if (owner.words.empty() || owner.kind == OwnerKind::name || owner.kind == OwnerKind::pronoun) return false;
  return is_plural(form_of(input, owner.words.end - 1));
}

}  // namespace

Owners::Owners(const CheckInput& input, const Statements& statements) : input_(input), statements_(statements) {
  read_title();
  read_calls();
}

void Owners::add_title(const CheckInput& input, IndexRange words) {
  for (std::uint32_t w = words.begin; w < std::min(words.end, words.begin + longest_title); ++w) {
    if (!is_content(form_of(input, w)) || topic_words_.size() == most_title_words) continue;
    add_key(topic_, key_of(input, form_of(input, w).stem));
    topic_words_.emplace_back(form_of(input, w).text);
  }
}

void Owners::read_title() {
  for (const IndexRange words : title_of(input_).sentences) add_title(input_, words);
  const Article& article = input_.article;
  if (input_.front_matter == nullptr || article.title.empty()) return;
  const std::string_view title = std::string_view(article.title).substr(0, title_bytes);
  for (const Sentence& sentence : input_.front_matter->units.sentences) {
    const std::string_view text = input_.front_matter->article.text(sentence.plain);
    if (!text.empty() && title.find(text) != std::string_view::npos) add_title(*input_.front_matter, sentence.words);
  }
}

/// What the article's thing is called: "X is a tent", and the noun that "the …" most often is the subject with.
void Owners::read_calls() {
  std::map<WordKey, std::uint32_t> subjects;
  for (const Statement& statement : statements_.statements) {
    const Subject& subject = statements_.subjects[statement.subject];
    if (subject.kind == SubjectKind::generic && !subject.head.empty()) ++subjects[key_of(input_, subject.head.back())];
    if (subject.kind != SubjectKind::name || !is_topic(named(subject.words, OwnerKind::name))) continue;
    const std::uint32_t be = subject.words.end;
    if (be + 2 >= statement.words.end || (form_of(input_, be).flags & form_be) == 0) continue;
    if (!is(form_of(input_, be + 1), WordClass::article)) continue;
    std::uint32_t last = no_index;
    for (std::uint32_t w = be + 2; w < std::min(be + 7, statement.words.end) && (form_of(input_, w).flags & form_stop_word) == 0; ++w)
      last = w;
    if (last != no_index && is_content_word(input_, last)) called_[key_of(input_, form_of(input_, last).stem)] = true;
  }
  const auto most = std::max_element(subjects.begin(), subjects.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool alone = most != subjects.end() && most->second >= 3 && std::none_of(subjects.begin(), subjects.end(), [&](const auto& entry) {
                       return &entry != &*most && 2 * entry.second > most->second;
                     });
  if (alone) called_[most->first] = true;
}

/// "The 350-metre bridge" is the bridge.
bool Owners::is_joined_measure(std::uint32_t word, std::uint32_t end) const {
  const auto number = [&](std::uint32_t w) { return (form_of(input_, w).flags & form_number) != 0; };
  const auto joined = [&](std::uint32_t w) { return w < end && (input_.units.words[w].flags & word_joined) != 0; };
  if (number(word) && joined(word + 1)) return measure_of(form_of(input_, word + 1).text) != nullptr;
  return word > 0 && number(word - 1) && (input_.units.words[word].flags & word_joined) != 0 &&
         measure_of(form_of(input_, word).text) != nullptr;
}

Owner Owners::named(IndexRange words, OwnerKind kind, IndexRange value) const {
  Owner owner{kind, false, 0, {}, words};
  bool of = false;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    of = of || (owner.head != 0 && is(form_of(input_, w), WordClass::preposition));
    if (value.contains(w) || is_joined_measure(w, words.end) || !is_content(form_of(input_, w)) ||
        (input_.units.words[w].flags & word_symbol) != 0)
      continue;
    if (ends_with_entry(input_, input_.cues.plain_word, {w, w + 1})) continue;
    const WordKey key = key_of(input_, form_of(input_, w).stem);
    add_key(owner.keys, key);
    if (!of) owner.head = key;
  }
  if (owner.head == 0) owner.kind = OwnerKind::elided;
  return owner;
}

/// A name of the title, "the pack" of a backpack, or what the article's thing is called.
bool Owners::is_topic(const Owner& owner) const {
  if (owner.kind == OwnerKind::elided) return true;
  if (includes(topic_, owner.keys)) return true;
  if (owner.kind != OwnerKind::generic || owner.keys.size() != 1) return false;
  if (called_.contains(owner.head)) return true;
  for (std::uint32_t w = owner.words.begin; w < owner.words.end; ++w) {
    const std::string_view noun = form_of(input_, w).text;
    if (noun.size() < least_ending || !is_content_word(input_, w)) continue;
    const bool part = is(form_of(input_, owner.words.begin), WordClass::possessive);  // "its spire"
    if (!part && key_of(input_, form_of(input_, w).stem) == owner.head && names_kind_of_topic(noun)) return true;
    if (std::any_of(topic_words_.begin(), topic_words_.end(),
                    [&](const std::string& word) { return word.size() > noun.size() && word.ends_with(noun); }))
      return true;
  }
  return false;
}

/// "The structure" of an article whose title names a bridge.
bool Owners::names_kind_of_topic(std::string_view noun) const {
  if (noun.size() < least_kind) return false;
  const std::string lemma = lemma_key(noun);
  return std::any_of(topic_words_.begin(), topic_words_.end(),
                     [&](const std::string& word) { return word.size() >= least_kind && may_be_a(lemma_key(word), lemma); });
}

Owner Owners::of_words(IndexRange words, IndexRange value) const {
  OwnerKind kind = OwnerKind::nominal;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const bool capital = (input_.units.words[w].flags & word_capitalized) != 0 && w > words.begin;
    if (capital && is_content_word(input_, w)) kind = OwnerKind::name;
  }
  if (words.size() > 0 && is(form_of(input_, words.begin), WordClass::determiner) && kind != OwnerKind::name) kind = OwnerKind::generic;
  Owner owner = named(words, kind, value);
  owner.topic = is_topic(owner);
  return owner;
}

/// "You", "visitors", "the owners": they pay, weigh, reach or visit what the value is of.
bool Owners::only_meets(const Subject& subject) const {
  if (subject.kind == SubjectKind::none) return true;
  return ends_with_entry(input_, input_.cues.bystander, subject.words);
}

/// "Hiring a kayak costs …": the value is of what is hired.
bool Owners::is_deed(const Subject& subject, std::uint32_t end) const {
  if (subject.words.size() != 1 || subject.words.end >= end || !form_of(input_, subject.words.begin).text.ends_with("ing")) return false;
  return is(form_of(input_, subject.words.end), WordClass::article) || is(form_of(input_, subject.words.end), WordClass::determiner);
}

/// The first "the …", "its …" or name between a verb and a value.
Owner Owners::met_between(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t w = from; w < to; ++w) {
    const Form& form = form_of(input_, w);
    const bool capital = (input_.units.words[w].flags & word_capitalized) != 0 && is_content_word(input_, w);
    if (!is(form, WordClass::determiner) && !is(form, WordClass::article) && !capital && form.text != "it") continue;
    if (form.text == "it") return Owner{OwnerKind::pronoun, true, 0, {}, {w, w + 1}};
    std::uint32_t end = capital ? w : w + 1;
    while (end < to && is_content_word(input_, end) && !looks_like_verb(form_of(input_, end))) ++end;
    if (end == w || (!capital && end == w + 1)) continue;
    Owner owner = of_words({w, end});
    if (owner.head != 0) return owner;
  }
  return {};
}

/// "Allow six hours for the walk", "you pay $30 for the tent": what a value is for, right behind it.
Owner Owners::met_behind(std::uint32_t from, std::uint32_t to) const {
  if (from + 2 >= to || form_of(input_, from).text != "for" || !is(form_of(input_, from + 1), WordClass::determiner)) return {};
  const Owner owner = met_between(from + 1, std::min(to, from + longest_complement));
  return ends_with_entry(input_, input_.cues.bystander, owner.words) ? Owner{} : owner;
}

Owner Owners::of_attributive(const Statement& statement, IndexRange value) const {
  const IndexRange subject = statements_.subjects[statement.subject].words;
  const std::uint32_t end = subject.contains(value.begin) ? subject.end : statement.words.end;
  if (value.begin == 0 || value.end >= end || !is(form_of(input_, value.begin - 1), WordClass::determiner)) return {};
  std::uint32_t last = value.end;
  while (last < std::min(end, value.end + 3) && gap_before(input_, last) == " " && is_content_word(input_, last) &&
         !looks_like_verb(form_of(input_, last)) && (last == value.end || !may_be_third_person(form_of(input_, last))))
    ++last;
  if (last == value.end) return {};
  Owner owner = named({value.end, last}, OwnerKind::generic);
  owner.topic = is_topic(owner);
  owner.words.begin = value.begin - 1;
  return owner;
}

/// What "it" stands for: the subject of a clause before in its sentence, of the sentence before in the same paragraph, or the article's
/// thing.
Owner Owners::carried(std::uint32_t sentence, std::uint32_t pronoun) const {
  const bool told = now_sentence_ == sentence && now_.head != 0 && now_.kind == OwnerKind::generic && now_.words.end <= pronoun;
  if (told && form_of(input_, pronoun).text == "it" && !are_several(input_, now_)) {
    Owner owner = now_;
    owner.kind = OwnerKind::pronoun;
    return owner;
  }
  const bool before = last_sentence_ != no_index && last_sentence_ + 2 >= sentence &&
                      input_.units.sentences[last_sentence_].text == input_.units.sentences[sentence].text;
  const bool it = input_.units.words.size() > pronoun && form_of(input_, pronoun).text == "it";
  const bool fits = before && !(it && are_several(input_, last_));  // "Guides carried it for weeks. It weighs …"
  Owner owner = fits ? last_ : Owner{OwnerKind::elided, true, 0, {}, {}};
  owner.kind = OwnerKind::pronoun;
  return owner;
}

/// "The Northwind 40": the number behind a name belongs to it.
IndexRange Owners::with_number(const Subject& subject) const {
  IndexRange words = subject.words;
  if (subject.kind != SubjectKind::name || words.empty() || words.end >= input_.units.words.size()) return words;
  const bool capital = (input_.units.words[words.end - 1].flags & word_capitalized) != 0;
  const bool number = (input_.units.words[words.end].flags & word_number) != 0;
  if (capital && number && gap_before(input_, words.end) == " ") ++words.end;
  return words;
}

/// "A return ticket for the Marrow ferry costs …": what stands between a subject and its verb tells which one.
IndexRange Owners::with_complement(IndexRange words, std::uint32_t end) const {
  if (words.empty() || words.end >= end || !is(form_of(input_, words.end), WordClass::preposition)) return words;
  const std::uint32_t last = std::min(words.end + longest_complement, end);
  for (std::uint32_t w = words.end + 1; w < last; ++w) {
    if (looks_like_verb(form_of(input_, w))) return {words.begin, w};
  }
  return words;
}

/// "Guests who are at least 16", "a tower that is 30 metres high": what the pronoun before a value stands for; no words where there is
/// none.
IndexRange Owners::antecedent(const Statement& statement, IndexRange value) const {
  constexpr std::uint32_t farthest = 5;
  const std::uint32_t first = statement.words.begin + 1;
  for (std::uint32_t w = value.begin; w > std::max(first, value.begin - std::min(value.begin, farthest)); --w) {
    const std::uint32_t relative = w - 1;
    if (!is(form_of(input_, relative), WordClass::relative_pronoun)) continue;
    if (is_object(relative, value.begin)) return noun_before(statement, relative);
    const bool verb =
        relative + 1 < value.begin && (looks_like_verb(form_of(input_, relative + 1)) || is_third_person(form_of(input_, relative + 1)) ||
                                       may_be_base_verb(form_of(input_, relative + 1)));
    return verb ? noun_before(statement, relative) : IndexRange{};
  }
  return {};
}

/// "A new one, which | the maker sells for £65": does a subject and its verb stand between a relative pronoun and a value with "for" or
/// "at"?
bool Owners::is_object(std::uint32_t relative, std::uint32_t value) const {
  if (value < relative + 4) return false;
  const std::string_view before = form_of(input_, value - 1).text;
  const bool price = before == "for" || before == "at";
  const bool subject =
      is(form_of(input_, relative + 1), WordClass::determiner) || (input_.units.words[relative + 1].flags & word_capitalized) != 0;
  return price && subject && is_third_person(form_of(input_, value - 2));
}

/// The noun, with up to two words before it, that ends before a word.
IndexRange Owners::noun_before(const Statement& statement, std::uint32_t word) const {
  IndexRange noun{word, word};
  const auto is_of_noun = [&](std::uint32_t at) {
    // "Halden" is no verb, whatever it ends with.
    const bool name = (input_.units.words[at].flags & word_capitalized) != 0 && at > statement.words.begin;
    if (form_of(input_, at).text == "one") return true;  // "a new one, which"
    return is_content_word(input_, at) && (name || !looks_like_verb(form_of(input_, at)));
  };
  while (noun.begin > statement.words.begin && is_of_noun(noun.begin - 1) && noun.size() < 3) --noun.begin;
  return noun;
}

/// "A rough, lonely circuit of 11 km with two summits": what a sentence begins with "a" and says nothing of describes the article's thing.
bool Owners::describes(const Statement& statement, IndexRange value) const {
  const std::uint32_t first = statement.words.begin;
  if (value.begin <= first || !is(form_of(input_, first), WordClass::article) || is(form_of(input_, first), WordClass::definite_article))
    return false;
  if (first != input_.units.sentences[statement.sentence].words.begin) return false;
  for (std::uint32_t w = first; w < value.begin; ++w) {
    if ((form_of(input_, w).flags & form_be) != 0 || looks_like_verb(form_of(input_, w)) || is_third_person(form_of(input_, w)))
      return false;
  }
  return value.begin > first + 1 && form_of(input_, value.begin - 1).text == "of";
}

/// Is what looks like a subject a value to its last word, and nothing is said of it? "About two kilometres, or half an hour", and not "a
/// week costs $560".
bool Owners::is_measure(const Statement& statement, IndexRange subject) const {
  if (subject.end < statement.words.end && !starts_clause(input_, subject.end)) return false;
  for (std::uint32_t v = statement.values.begin; v < statement.values.end; ++v) {
    const Value& value = statements_.values[v];
    const bool measured = value.kind == TypedKind::quantity || value.kind == TypedKind::duration || value.kind == TypedKind::money;
    if (measured && !subject.empty() && subject.contains(value.words.begin) && value.words.end >= subject.end) return true;
  }
  return false;
}

/// "The club" behind "The Harlow Rowing Club is run by …" in its section: the words of the last subject that ends in the same noun and says
/// more.
IndexRange Owners::longer_name(const Statement& statement, const Subject& subject) const {
  constexpr std::size_t farthest = 12;  // statements
  if (subject.kind != SubjectKind::generic || subject.head.size() != 1) return {};
  const auto here = static_cast<std::size_t>(&statement - statements_.statements.data());
  const std::uint32_t section = input_.units.sentences[statement.sentence].section;
  for (std::size_t s = here; s > here - std::min(here, farthest); --s) {
    const Statement& before = statements_.statements[s - 1];
    if (input_.units.sentences[before.sentence].section != section) break;
    const Subject& named = statements_.subjects[before.subject];
    if (named.head.empty() || named.head.back() != subject.head.front() || !named.of.empty()) continue;
    return named.head.size() > 1 ? named.words : IndexRange{};
  }
  return {};
}

Owner Owners::of_statement(const Statement& statement, IndexRange value) {
  const Subject& subject = statements_.subjects[statement.subject];
  if (now_sentence_ != statement.sentence && now_sentence_ != no_index) {
    last_ = now_;
    last_sentence_ = now_sentence_;
  }
  Owner owner;
  if (const IndexRange noun = antecedent(statement, value); !noun.empty()) {
    return of_words(noun, value);
  }
  if (is_measure(statement, subject.words) || describes(statement, value)) {  // "About two kilometres, or half an hour": an answer
    owner.topic = true;
  } else if (subject.kind == SubjectKind::pronoun) {
    owner = carried(statement.sentence, subject.words.begin);
    owner.words = subject.words;
  } else if (only_meets(subject) || is_deed(subject, statement.words.end)) {
    // "Plan five hours": what a sentence without a subject begins with is no name.
    const std::uint32_t first = subject.words.empty() ? statement.words.begin + 1 : statement.words.begin;
    owner = met_between(std::max(subject.words.end, first), value.begin);
    if (owner.head == 0 && owner.kind == OwnerKind::elided) owner = met_behind(value.end, statement.words.end);
    if (owner.head == 0 && owner.kind == OwnerKind::elided) owner.topic = true;
  } else if (const IndexRange longer = longer_name(statement, subject); !longer.empty()) {
    owner = of_words(longer, value);
    owner.words = subject.words;
  } else {
    owner = of_words(with_complement(with_number(subject), statement.words.end), value);
  }
  if (now_sentence_ != statement.sentence) {
    now_ = owner;
    now_sentence_ = statement.sentence;
  }
  return owner;
}

bool ends_with_entry(const CheckInput& input, ListId list, IndexRange words) {
  const auto hits = list_hits_in(input.matches, words);
  return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == list && hit.words.end == words.end; });
}

namespace {

bool share_key(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return std::any_of(a.begin(), a.end(), [&](WordKey key) { return std::binary_search(b.begin(), b.end(), key); });
}

}  // namespace

bool same_thing(const Owner& a, const Owner& b) {
  if (a.head != 0 && a.head == b.head && a.keys == b.keys) return true;
  // Two names of one title: "The Harlow 12 and the Marbeck 7".
  if (a.kind == OwnerKind::name && b.kind == OwnerKind::name && !share_key(a.keys, b.keys)) return false;
  if (a.topic || b.topic) return a.topic && b.topic;
  return a.head == b.head && a.keys == b.keys;
}

}  // namespace stet
