#include "claims/statements.h"

#include <algorithm>
#include <map>

#include "claims/title.h"
#include "claims/value_reader.h"
#include "language/content_word.h"
#include "language/negation.h"
#include "units/measures.h"
#include "units/plural.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr std::uint32_t longest_subject = 10;
constexpr std::uint32_t longest_opening = 24;
constexpr std::size_t longest_reach = 64;  // names that "the company" is looked for among

class StatementReader {
 public:
  explicit StatementReader(const CheckInput& input) : input_(input), values_(input) { read_topic(); }

  void add(std::uint32_t sentence) {
    sentence_ = sentence;
    whole_ = input_.units.sentences[sentence].words;
    if (input_.units.sentences[sentence].section != section_) {
      section_ = input_.units.sentences[sentence].section;
      section_names_ = names_.size();
    }
    const std::uint32_t subject = subject_at(opening_end(), whole_.end);
    const IndexRange named = result_.subjects[subject].words;
    plural_ = !named.empty() && result_.subjects[subject].kind != SubjectKind::pronoun && is_plural(form(named.end - 1));
    std::uint32_t opening_end = named.begin;
    if (instructs(whole_.begin)) {  // "Walk from end to end and you cover …"
      while (opening_end < whole_.end && (opening_end == whole_.begin || !cuts(opening_end))) ++opening_end;
    }
    for (std::uint32_t begin = whole_.begin; begin < whole_.end;) {
      std::uint32_t end = begin + 1;
      while (end < whole_.end && !cuts(end)) ++end;
      add_clause({begin, end}, begin == whole_.begin ? subject : clause_subject(begin, end, subject), {whole_.begin, opening_end});
      begin = end;
    }
    remember(result_.subjects[subject]);
  }

  Statements take() { return std::move(result_); }

 private:
  const CheckInput& input_;
  ValueReader values_;
  Statements result_;
  std::uint32_t sentence_ = 0;
  std::uint32_t section_ = no_index;
  IndexRange whole_;
  bool plural_ = false;                                        // the subject of the sentence
  std::vector<StemId> topic_;                                  // of the article
  std::vector<std::vector<StemId>> names_;                     // subjects named so far, latest last
  std::size_t section_names_ = 0;                              // how many of them before this section
  std::map<std::vector<StemId>, std::vector<StemId>> called_;  // of a name: stems of what it was said to be

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }
  std::string_view text(std::uint32_t word) const { return word < whole_.end ? std::string_view(form(word).text) : std::string_view(); }
  bool is(std::uint32_t word, WordClass word_class) const { return word < whole_.end && stet::is(form(word), word_class); }
  bool has(std::uint32_t word, WordFlag flag) const { return word < whole_.end && (input_.units.words[word].flags & flag) != 0; }
  bool verb(std::uint32_t word) const { return word < whole_.end && looks_like_verb(form(word)); }
  std::string_view gap_before(std::uint32_t word) const {
    return input_.article.text({input_.units.words[word - 1].plain.end, input_.units.words[word].plain.begin});
  }
  bool comma_before(std::uint32_t word) const { return word > whole_.begin && gap_before(word).find(',') != std::string_view::npos; }

  /// The article's topic: what its title names.
  void read_topic() {
    constexpr std::size_t longest = 8;  // content words
    topic_ = content_stems(input_, title_of(input_).name);
    if (topic_.size() > longest) topic_.clear();
  }

  void add_stems(IndexRange words, std::vector<StemId>& stems) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (is_content_word(input_.units, input_.vocabulary, w)) stems.push_back(form(w).stem);
    }
  }

  bool is_nominative(std::uint32_t word) const { return is(word, WordClass::subject_pronoun) || is(word, WordClass::addressed); }

  bool starts_subject(std::uint32_t word) const {
    return is(word, WordClass::subject_pronoun) || is(word, WordClass::determiner) || has(word, word_capitalized);
  }

  /// Does a verb stand among some words, before any comma?
  bool verb_before_comma(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t w = from; w < std::min(to, whole_.end) && !comma_before(w); ++w) {
      if (verb(w)) return true;
    }
    return false;
  }

  bool third_person_before_comma(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t w = from; w < std::min(to, whole_.end) && !comma_before(w); ++w) {
      if (may_be_third_person(text(w))) return true;
    }
    return false;
  }

  /// The word at which the subject of the sentence is looked for: behind "In 1985," or "Born on 8 July in Lyon,".
  std::uint32_t opening_end() const {
    const std::uint32_t first = whole_.begin;
    const std::uint32_t last = std::min(first + longest_opening, whole_.end);
    if (is(first, WordClass::time_opener) && first + 1 < last && starts_subject(first + 1)) return first + 1;
    const bool phrase = opens_phrase(first);
    if (!phrase && !opens_aside(first)) return first;
    for (std::uint32_t w = first + 1; w < last; ++w) {
      // "At 2.6 kg it is light, the handle is long": what stands before the comma has said something already.
      if (phrase && is_behind_noun(w) && !comma_before(w) && has_verb_next(w)) break;
      if (!comma_before(w) || !starts_subject(w)) continue;
      // "After five days, the tour ends in Selby": behind its noun, what may be a verb is one.
      if (verb_before_comma(w + 1, w + 8) || third_person_before_comma(w + 2, w + 8)) return w;
    }
    if (const std::uint32_t w = behind_year(first); w > first) return w;
    return phrase ? behind_phrase(first) : first;
  }

  /// "In …", "for …", "when …".
  bool opens_phrase(std::uint32_t first) const {
    return (form(first).flags & form_stop_word) != 0 && !is(first, WordClass::determiner) && !is(first, WordClass::subject_pronoun);
  }

  /// "Luckily, …", "Born in 1923, Lind …", "Walking home, …".
  bool opens_aside(std::uint32_t first) const {
    const std::string_view here = text(first);
    if (here.ends_with("ly") || here == "however" || here.ends_with("ing") || verb(first) || is_base_verb(here)) return true;
    return is(first + 1, WordClass::preposition) && !is(first, WordClass::determiner);
  }

  /// Where the subject stands behind a phrase that no comma ends: "In 1985 the band …", "For 30 euros you …".
  std::uint32_t behind_phrase(std::uint32_t first) const {
    for (std::uint32_t w = first + 1; w < std::min(first + 4, whole_.end); ++w) {
      if (has(w - 1, word_number) && (starts_subject(w) || ((form(w).flags & form_number) != 0 && !has(w, word_number)))) return w;
    }
    if (const std::uint32_t w = noun_behind_phrase(first); w > first) return w;
    for (std::uint32_t w = first + 2; w < std::min(first + 9, whole_.end); ++w) {
      if (is_behind_noun(w)) return w;
    }
    return first;
  }

  /// "At 2.6 kg | it", "After the rain | they": a pronoun in the nominative behind what is no verb, preposition or conjunction.
  bool is_behind_noun(std::uint32_t word) const {
    return is_nominative(word) && (form(word - 1).flags & form_stop_word) == 0 && !verb(word - 1);
  }

  bool has_verb_next(std::uint32_t word) const {
    return word + 1 < whole_.end && (verb(word + 1) || (form(word + 1).flags & form_be) != 0);
  }

  /// "In 2019 sales fell by a tenth": a noun right behind a year, with its verb.
  std::uint32_t behind_year(std::uint32_t first) const {
    constexpr std::size_t digits = 4;
    const std::uint32_t noun = first + 2;
    if (text(first) != "in" || !has(first + 1, word_number) || text(first + 1).size() != digits || noun + 1 >= whole_.end) return first;
    if (!is_content_word(input_.units, input_.vocabulary, noun) || verb(noun) || gap_before(noun) != " ") return first;
    return verb(noun + 1) || (verb(noun + 2) && !comma_before(noun + 1) && !comma_before(noun + 2)) ? noun : first;
  }

  /// "At half past eight the lanterns are lit", "On the quay the boats wait": where a preposition's noun is followed by a determiner.
  std::uint32_t noun_behind_phrase(std::uint32_t first) const {
    constexpr std::uint32_t longest = 9;
    if (!is(first, WordClass::opening_preposition) && !is(first, WordClass::preposition)) return first;
    for (std::uint32_t w = first + 2; w < std::min(first + longest, whole_.end); ++w) {
      if (verb(w) || comma_before(w)) return first;
      const bool noun = (form(w - 1).flags & form_number) != 0 || is_content_word(input_.units, input_.vocabulary, w - 1);
      if (!noun || !is(w, WordClass::definite_article)) continue;
      return verb_before_comma(w + 2, w + 8) ? w : first;
    }
    return first;
  }

  /// The noun phrase or pronoun that starts at a word.
  std::uint32_t subject_at(std::uint32_t word, std::uint32_t end) {
    Subject subject;
    subject.words = {word, word};
    if (is(word, WordClass::subject_pronoun)) {
      subject.kind = SubjectKind::pronoun;
      subject.pronoun = input_.units.words[word].form;
      subject.words.end = word + 1;
    } else if (is(word, WordClass::addressed)) {
      subject.words.end = word + 1;
    } else if (is(word, WordClass::demonstrative) && may_be_third_person(text(word + 1)) && opens_object(word + 2)) {
      subject.words.end = word + 1;  // "This makes three loaves"
    } else if (!instructs(word)) {
      noun_phrase(word, std::min(word + longest_subject, end), subject);
    }
    mean(subject);
    result_.subjects.push_back(std::move(subject));
    return static_cast<std::uint32_t>(result_.subjects.size() - 1);
  }

  /// "Heat the oven", "Walk from one bank to the other": a sentence that begins with what is to be done has no subject.
  bool instructs(std::uint32_t word) const {
    if (word != whole_.begin || word + 1 >= whole_.end || comma_before(word + 1)) return false;
    // A content word right before "the" or "your" is no noun.
    if (is_content_word(input_.units, input_.vocabulary, word) && is(word + 1, WordClass::instructed_object) && !verb(word) &&
        !text(word).ends_with("ing"))
      return true;
    const bool measured = (form(word + 1).flags & form_number) != 0 && word + 2 < whole_.end && measure_of(text(word + 2)) != nullptr;
    if (measured && is_content_word(input_.units, input_.vocabulary, word) && !text(word).ends_with('s')) return true;
    if (!is_base_verb(text(word))) return false;
    return is(word + 1, WordClass::behind_instruction) || (form(word + 1).flags & form_number) != 0;
  }

  /// Does a number, a sum of money or a determiner stand here? Behind a noun it opens what a verb has as its object.
  bool opens_object(std::uint32_t at) const {
    return at < whole_.end && (is(at, WordClass::determiner) || (form(at).flags & form_number) != 0 || has(at, word_symbol));
  }

  /// "Boats leave", "people walk", "tickets cost $25": behind a plural a verb needs no ending.
  bool verb_of_plural(std::uint32_t at) const {
    if (!is_plural(form(at - 1)) || gap_before(at) != " " || has(at, word_capitalized)) return false;
    const bool timed = is(at + 1, WordClass::preposition) && opens_object(at + 2);  // "The gates close at six"
    return is_base_verb(text(at)) || (may_be_base_verb(text(at)) && (timed || opens_object(at + 1)));
  }

  /// "The 18-kilometre trail ends at the lighthouse": no other word of the clause can be its verb.
  bool only_verb(std::uint32_t at) const {
    if (!is(at + 1, WordClass::preposition) || text(at + 1) == "of" || is_plural(form(at - 1))) return false;
    if (!may_be_third_person(text(at)) || has(at, word_joined)) return false;
    for (std::uint32_t w = at + 1; w < whole_.end && !comma_before(w); ++w) {
      const bool of_money = w + 1 < whole_.end && may_be_base_verb(text(w)) && opens_object(w + 1);
      if (verb(w) || of_money || is(w, WordClass::clause_joiner)) return false;
    }
    return true;
  }

  /// "The boat needs ten hours", "The hall seats the whole choir": may be a plural, but for what follows.
  bool verb_before_object(std::uint32_t at) const {
    const std::string_view here = text(at);
    if (here.size() < 4 || !here.ends_with('s') || here.ends_with("ss") || has(at, word_capitalized) || gap_before(at) != " ") return false;
    if (at + 1 == whole_.end) return may_be_third_person(here) && !is_plural(form(at - 1));  // "…, the voyage ends"
    if (gap_before(at + 1) != " ") return false;
    // "This eight-week course ends with …": one thing, and no ends.
    const bool single = text(whole_.begin) == "this" && is(at + 1, WordClass::preposition) && text(at + 1) != "of";
    if (single && measure_of(here) == nullptr) return true;
    if (text(at + 1) == "from" && (here == "dates" || is_base_verb(here.substr(0, here.size() - 1)))) return true;
    return (opens_object(at + 1) && may_be_third_person(here)) || only_verb(at);
  }

  /// "The Vela 3 Pro": a number between two words of a name.
  bool is_inside_name(std::uint32_t at) const {
    return has(at, word_number) && has(at - 1, word_capitalized) && has(at + 1, word_capitalized) && gap_before(at) == " " &&
           at + 1 < whole_.end && gap_before(at + 1) == " ";
  }

  /// Does a noun phrase end before this word? `inside`: it has a noun already.
  bool ends_noun_phrase(std::uint32_t at, bool inside) const {
    if (inside && (verb_of_plural(at) || verb_before_object(at))) return true;
    const bool joined = has(at, word_joined) || has(at + 1, word_joined);  // "the mid-mounted motor"
    if (verb(at) && !joined && (inside || (form(at).flags & (form_be | form_modal)) != 0)) return true;
    if (inside && is_inside_name(at)) return false;
    return inside && (text(at).ends_with("ly") || (form(at).flags & form_number) != 0 || has(at, word_symbol));
  }

  SubjectKind kind_of(const Subject& phrase, bool named, bool of) const {
    const std::uint32_t word = phrase.words.begin;
    if (named) return SubjectKind::name;
    if ((text(word) == "the" || is(word, WordClass::demonstrative)) && phrase.head.size() == 1 && !of) return SubjectKind::generic;
    return has(word, word_capitalized) && phrase.words.size() == 1 ? SubjectKind::name : SubjectKind::nominal;
  }

  void noun_phrase(std::uint32_t word, std::uint32_t end, Subject& subject) const {
    const bool definite = is(word, WordClass::determiner);
    bool named = false;
    bool of = false;
    std::uint32_t at = word;
    for (; at < end; ++at) {
      const bool inside = !subject.head.empty();
      if (inside && !of && text(at) == "of") {
        of = true;
        continue;
      }
      const bool determiner_of = of && subject.of.empty() && is(at, WordClass::determiner);
      if (at > word && !determiner_of && (inside || !definite) && (is(at, WordClass::noun_phrase_end) || comma_before(at))) break;
      if (ends_noun_phrase(at, inside)) break;
      if (!is_content_word(input_.units, input_.vocabulary, at)) continue;
      (of ? subject.of : subject.head).push_back(form(at).stem);
      named = named || (!of && has(at, word_capitalized) && (at > whole_.begin || has(at + 1, word_capitalized)));
    }
    subject.words.end = at;
    if (subject.head.empty()) return;
    subject.kind = kind_of(subject, named, of);
  }

  /// "The company" stands for a name that was called a company, or has the word in it.
  void mean(Subject& subject) const {
    if (subject.kind != SubjectKind::pronoun && subject.kind != SubjectKind::generic) return;
    const auto fits = [&](const std::vector<StemId>& name) {
      if (subject.kind == SubjectKind::pronoun || contains(name, subject.head.front())) return true;
      const auto known = called_.find(name);
      return known != called_.end() && contains(known->second, subject.head.front());
    };
    // A pronoun reaches back to its section's start, "the company" further.
    const std::size_t reach =
        subject.kind == SubjectKind::pronoun ? section_names_ : names_.size() - std::min(names_.size(), longest_reach);
    for (std::size_t i = names_.size(); i > reach; --i) {
      if (!fits(names_[i - 1])) continue;
      subject.meant.push_back(names_[i - 1]);
      break;
    }
    if (!topic_.empty() && fits(topic_)) subject.meant.push_back(topic_);
  }

  static bool contains(const std::vector<StemId>& stems, StemId stem) { return std::find(stems.begin(), stems.end(), stem) != stems.end(); }

  /// Keeps a subject that was named, and what it is called in "X is a political party".
  void remember(const Subject& subject) {
    if (subject.kind != SubjectKind::name) return;
    names_.push_back(subject.head);
    const std::uint32_t be = subject.words.end;
    if (be >= whole_.end || (form(be).flags & form_be) == 0) return;
    std::vector<StemId>& called = called_[subject.head];
    if (called.size() > 24) return;
    add_stems({be, std::min(be + 8, whole_.end)}, called);
    std::vector<StemId>& topic = called_[topic_];
    if (ends_name(topic_, subject.head) && topic.size() <= 24) add_stems({be, std::min(be + 8, whole_.end)}, topic);
  }

  /// "Even if you have worn it": what stands before holds all the same.
  bool is_whatever(std::uint32_t word) const {
    return word > whole_.begin + 1 && text(word - 1) == "even" && is(word, WordClass::whatever_joiner);
  }

  /// "; ", " — ", " – ".
  bool dash_before(std::uint32_t word) const {
    const std::string_view gap = gap_before(word);
    return gap.find(';') != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos || gap == " \xE2\x80\x93 ";
  }

  /// Does a clause begin at the word?
  bool cuts(std::uint32_t word) const {
    if (dash_before(word) || is_whatever(word)) return true;
    if (comma_before(word) && (is(word, WordClass::relative) || (text(word).size() > 5 && text(word).ends_with("ing")))) return true;
    const bool in_name = has(word, word_capitalized) && is(word - 1, WordClass::definite_article);  // "the After School Club"
    const bool subordinate = is(word, WordClass::subordinator) && !in_name && starts_subject(word + 1) && !verb(word + 1);
    if (subordinate && verb_before_comma(word + 2, word + 8)) return true;
    return is(word, WordClass::clause_joiner) && joins_clause(word);
  }

  /// Is it a clause, and no noun or adjective, that "and" or "but" adds?
  bool joins_clause(std::uint32_t word) const {
    const std::string_view behind = text(word + 1);
    const std::uint32_t next = behind.ends_with("ly") || behind == "then" || behind == "later" ? word + 2 : word + 1;
    if (verb(next)) return true;
    // "Tickets cost $25 and go on sale in May"
    if (plural_ && is_base_verb(text(next)) && (opens_object(next + 1) || is(next + 1, WordClass::preposition))) return true;
    // "… and you cover …"
    if (next + 1 < whole_.end && is_nominative(next) && (verb(next + 1) || is_base_verb(text(next + 1)))) return true;
    return comma_before(word) && (is(next, WordClass::subject_pronoun) || is(next, WordClass::determiner));
  }

  std::uint32_t clause_subject(std::uint32_t begin, std::uint32_t end, std::uint32_t sentence_subject) {
    const bool subordinate = is(begin, WordClass::subordinator) && !comma_before(begin);
    const bool own = is(begin, WordClass::relative) && begin + 2 < end && !verb(begin + 1) &&  // "…, where he played"
                     (is(begin + 1, WordClass::subject_pronoun) || is(begin + 1, WordClass::addressed));
    if (own) return subject_at(begin + 1, end);
    if (!subordinate && is(begin, WordClass::relative)) {  // "…, which was built": the noun before it
      Subject subject;
      subject.words = {begin - 1, begin};
      add_stems(subject.words, subject.head);
      subject.kind = subject.head.empty() ? SubjectKind::none : SubjectKind::nominal;
      result_.subjects.push_back(std::move(subject));
      return static_cast<std::uint32_t>(result_.subjects.size() - 1);
    }
    const std::uint32_t first = is(begin, WordClass::clause_joiner) || is(begin, WordClass::subordinator) ? begin + 1 : begin;
    if (first < end && is(first, WordClass::addressed)) return subject_at(first, end);
    if (first >= end || !starts_subject(first) || verb(first)) return sentence_subject;
    for (std::uint32_t v = first + 1; v < std::min(first + 8, end); ++v) {
      if (verb(v)) return subject_at(first, end);
    }
    return sentence_subject;
  }

  /// "Without a barn the mill would …", and not "runs for two hours without a break".
  bool is_unreal(IndexRange words) const {
    if (!words.empty() && is(words.begin, WordClass::without)) return true;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (is(w, WordClass::supposition)) return true;
    }
    return false;
  }

  /// "It was founded in 1963 by people | who could not bear it": without the relative clause behind its verb, unless that has a number.
  IndexRange before_relative(IndexRange words) const {
    bool finite = false;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (finite && is(w, WordClass::relative_pronoun)) {
        for (std::uint32_t behind = w; behind < words.end; ++behind) {
          if ((form(behind).flags & form_number) != 0) return words;
        }
        return {words.begin, w};
      }
      finite = finite || verb(w) || (form(w).flags & form_be) != 0;
    }
    return words;
  }

  void add_clause(IndexRange words, std::uint32_t subject, IndexRange opening) {
    const bool first = words.begin == whole_.begin;
    Statement statement{sentence_, words, first ? IndexRange{} : opening, subject, {}, {}, false, 0, 0};
    const IndexRange main = before_relative(words);
    if (is_unreal(main)) return;
    for (std::uint32_t w = main.begin; w < main.end; ++w) statement.negated = statement.negated || denies_its_verb(form(w));
    if (statement.negated && is_limited(input_.article, input_.units, input_.vocabulary, main)) return;
    statement.values = {static_cast<std::uint32_t>(result_.values.size()), 0};
    if (!statement.opening.empty()) values_.read(whole_, statement.opening, true, result_.values);
    values_.read(whole_, words, false, result_.values);
    statement.values.end = static_cast<std::uint32_t>(result_.values.size());
    statement.stems = {static_cast<std::uint32_t>(result_.stems.size()), 0};
    if (!statement.opening.empty()) add_content(statement.opening, statement);
    add_content(words, statement);
    statement.stems.end = static_cast<std::uint32_t>(result_.stems.size());
    const IndexRange named = result_.subjects[subject].words;
    for (std::uint32_t w = named.begin; w < named.end; ++w) {
      if (is_content_word(input_.units, input_.vocabulary, w)) statement.subject_weight += form(w).weight;
    }
    result_.statements.push_back(statement);
  }

  void add_content(IndexRange words, Statement& statement) {
    const IndexRange subject = result_.subjects[statement.subject].words;
    std::uint32_t value = statement.values.begin;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      while (value < statement.values.end && result_.values[value].words.end <= w) ++value;
      if (value < statement.values.end && result_.values[value].words.contains(w)) continue;
      if (subject.contains(w) || !is_content_word(input_.units, input_.vocabulary, w)) continue;
      const float weight = form(w).weight * ((input_.units.words[w].flags & word_code) != 0 ? 0.25F : 1.0F);
      result_.stems.push_back(form(w).stem);
      result_.weights.push_back(weight);
      result_.words.push_back(w);
      statement.weight += weight;
    }
  }
};

Statements read_statements(const CheckInput& input) {
  StatementReader reader(input);
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const Sentence& sentence = input.units.sentences[s];
    const bool place = sentence.place == Place::paragraph || sentence.place == Place::list || sentence.place == Place::footnote;
    if (place && !sentence.question && !sentence.fragment && !input.article.text(sentence.plain).ends_with(':')) reader.add(s);
  }
  return reader.take();
}

}  // namespace

const Statements& statements_of(const CheckInput& input) {
  return input.derived->get<Statements>([&] { return read_statements(input); });
}

}  // namespace stet
