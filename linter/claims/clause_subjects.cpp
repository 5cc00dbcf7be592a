#include "claims/clause_subjects.h"

#include <algorithm>

#include "claims/keys.h"
#include "claims/openings.h"
#include "claims/title.h"
#include "units/measures.h"
#include "units/plural.h"
#include "units/verbs.h"

namespace stet {
namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr std::uint32_t longest_subject = 10;
constexpr std::size_t longest_reach = 64;  // names that "the company" is looked for among

/// "Boats leave", "people walk", "tickets cost $25": behind a plural a verb needs no ending.
bool verb_of_plural(const SentenceWords& words, std::uint32_t at) {
  if (!is_plural(words.form(at - 1)) || words.gap_before(at) != " " || words.has(at, word_capitalized)) return false;
  const bool timed = words.is(at + 1, WordClass::preposition) && words.opens_object(at + 2);  // "The gates close at six"
  return words.base_verb(at) || (words.may_be_base_verb(at) && (timed || words.opens_object(at + 1)));
}

/// "The 18-kilometre trail ends at the lighthouse": no other word of the clause can be its verb.
bool only_verb(const SentenceWords& words, std::uint32_t at) {
  if (!words.is(at + 1, WordClass::preposition) || words.text(at + 1) == "of" || is_plural(words.form(at - 1))) return false;
  if (!words.may_be_third_person(at) || words.has(at, word_joined)) return false;
  for (std::uint32_t w = at + 1; w < words.whole().end && !words.comma_before(w); ++w) {
    const bool of_money = w + 1 < words.whole().end && words.may_be_base_verb(w) && words.opens_object(w + 1);
    if (words.verb(w) || of_money || words.is(w, WordClass::clause_joiner)) return false;
  }
  return true;
}

/// "The boat needs ten hours", "The hall seats the whole choir": may be a plural, but for what follows.
bool verb_before_object(const SentenceWords& words, std::uint32_t at) {
  const std::string_view here = words.text(at);
  if (here.size() < 4 || !here.ends_with('s') || here.ends_with("ss") || words.has(at, word_capitalized) || words.gap_before(at) != " ")
    return false;
  if (at + 1 == words.whole().end) return words.may_be_third_person(at) && !is_plural(words.form(at - 1));  // "…, the voyage ends"
  if (words.gap_before(at + 1) != " ") return false;
  // "This eight-week course ends with …": one thing, and no ends.
  const bool single = words.text(words.whole().begin) == "this" && words.is(at + 1, WordClass::preposition) && words.text(at + 1) != "of";
  if (single && measure_of(here) == nullptr) return true;
  if (words.text(at + 1) == "from" && (here == "dates" || is_base_verb(here.substr(0, here.size() - 1)))) return true;
  return (words.opens_object(at + 1) && words.may_be_third_person(at)) || only_verb(words, at);
}

/// "The Vela 3 Pro": a number between two words of a name.
bool is_inside_name(const SentenceWords& words, std::uint32_t at) {
  return words.has(at, word_number) && words.has(at - 1, word_capitalized) && words.has(at + 1, word_capitalized) &&
         words.gap_before(at) == " " && at + 1 < words.whole().end && words.gap_before(at + 1) == " ";
}

/// Does a noun phrase end before this word? `inside`: it has a noun already.
bool ends_noun_phrase(const SentenceWords& words, std::uint32_t at, bool inside) {
  if (inside && (verb_of_plural(words, at) || verb_before_object(words, at))) return true;
  const bool joined = words.has(at, word_joined) || words.has(at + 1, word_joined);  // "the mid-mounted motor"
  if (words.verb(at) && !joined && (inside || (words.form(at).flags & (form_be | form_modal)) != 0)) return true;
  if (inside && is_inside_name(words, at)) return false;
  if (inside && words.text(at) == "no" && words.text(at + 1) == "longer") return true;
  return inside && (words.text(at).ends_with("ly") || words.number(at) || words.has(at, word_symbol));
}

SubjectKind kind_of(const SentenceWords& words, const Subject& phrase, bool named, bool of) {
  const std::uint32_t word = phrase.words.begin;
  if (named) return SubjectKind::name;
  if ((words.text(word) == "the" || words.is(word, WordClass::demonstrative)) && phrase.head.size() == 1 && !of)
    return SubjectKind::generic;
  return words.has(word, word_capitalized) && phrase.words.size() == 1 ? SubjectKind::name : SubjectKind::nominal;
}

void noun_phrase(const SentenceWords& words, std::uint32_t word, std::uint32_t end, Subject& subject) {
  const bool definite = words.is(word, WordClass::determiner);
  bool named = false;
  bool of = false;
  std::uint32_t at = word;
  for (; at < end; ++at) {
    const bool inside = !subject.head.empty();
    if (inside && !of && words.text(at) == "of") {
      of = true;
      continue;
    }
    const bool determiner_of = of && subject.of.empty() && words.is(at, WordClass::determiner);
    if (at > word && !determiner_of && (inside || !definite) && (words.is(at, WordClass::noun_phrase_end) || words.comma_before(at))) break;
    if (ends_noun_phrase(words, at, inside)) break;
    if (!words.content(at)) continue;
    (of ? subject.of : subject.head).push_back(words.form(at).stem);
    named = named || (!of && words.has(at, word_capitalized) && (at > words.whole().begin || words.has(at + 1, word_capitalized)));
  }
  subject.words.end = at;
  if (subject.head.empty()) return;
  subject.kind = kind_of(words, subject, named, of);
}

bool contains(const std::vector<StemId>& stems, StemId stem) { return std::find(stems.begin(), stems.end(), stem) != stems.end(); }

void add_stems(const SentenceWords& words, IndexRange some, std::vector<StemId>& stems) {
  for (std::uint32_t w = some.begin; w < some.end; ++w) {
    if (words.content(w)) stems.push_back(words.form(w).stem);
  }
}

}  // namespace

SubjectReader::SubjectReader(const CheckInput& input, std::vector<Subject>& subjects) : subjects_(subjects) {
  constexpr std::size_t longest = 8;  // content words
  topic_ = content_stems(input, title_of(input).name);
  if (topic_.size() > longest) topic_.clear();
}

void SubjectReader::begin(std::uint32_t section) {
  if (section == section_) return;
  section_ = section;
  section_names_ = names_.size();
}

std::uint32_t SubjectReader::of_sentence(const SentenceWords& words, std::uint32_t first) {
  return subject_at(words, opening_end(words, first), words.whole().end);
}

/// The noun phrase or pronoun that starts at a word.
std::uint32_t SubjectReader::subject_at(const SentenceWords& words, std::uint32_t word, std::uint32_t end) {
  Subject subject;
  subject.words = {word, word};
  if (words.is(word, WordClass::subject_pronoun)) {
    subject.kind = SubjectKind::pronoun;
    subject.pronoun = words.form_id(word);
    subject.words.end = word + 1;
  } else if (words.is(word, WordClass::addressed)) {
    subject.words.end = word + 1;
  } else if (words.is(word, WordClass::demonstrative) && words.may_be_third_person(word + 1) && words.opens_object(word + 2)) {
    subject.words.end = word + 1;  // "This makes three loaves"
  } else if (!instructs(words, word)) {
    noun_phrase(words, word, std::min(word + longest_subject, end), subject);
  }
  mean(subject);
  subjects_.push_back(std::move(subject));
  return static_cast<std::uint32_t>(subjects_.size() - 1);
}

std::uint32_t SubjectReader::of_clause(const SentenceWords& words, std::uint32_t begin, std::uint32_t end, std::uint32_t sentence_subject) {
  const bool subordinate = words.is(begin, WordClass::subordinator) && !words.comma_before(begin);
  const bool own = words.is(begin, WordClass::relative) && begin + 2 < end && !words.verb(begin + 1) &&  // "…, where he played"
                   (words.is(begin + 1, WordClass::subject_pronoun) || words.is(begin + 1, WordClass::addressed));
  if (own) return subject_at(words, begin + 1, end);
  if (!subordinate && words.is(begin, WordClass::relative)) {  // "…, which was built": the noun before it
    Subject subject;
    subject.words = {begin - 1, begin};
    add_stems(words, subject.words, subject.head);
    subject.kind = subject.head.empty() ? SubjectKind::none : SubjectKind::nominal;
    subjects_.push_back(std::move(subject));
    return static_cast<std::uint32_t>(subjects_.size() - 1);
  }
  const std::uint32_t first = words.is(begin, WordClass::clause_joiner) || words.is(begin, WordClass::subordinator) ? begin + 1 : begin;
  if (first < end && words.is(first, WordClass::addressed)) return subject_at(words, first, end);
  if (first >= end || !words.starts_subject(first) || words.verb(first)) return sentence_subject;
  for (std::uint32_t v = first + 1; v < std::min(first + 8, end); ++v) {
    if (words.verb(v)) return subject_at(words, first, end);
  }
  return sentence_subject;
}

/// "The company" stands for a name that was called a company, or has the word in it.
void SubjectReader::mean(Subject& subject) const {
  if (subject.kind != SubjectKind::pronoun && subject.kind != SubjectKind::generic) return;
  const auto fits = [&](const std::vector<StemId>& name) {
    if (subject.kind == SubjectKind::pronoun || contains(name, subject.head.front())) return true;
    const auto known = called_.find(name);
    return known != called_.end() && contains(known->second, subject.head.front());
  };
  // A pronoun reaches back to its section's start, "the company" further.
  const std::size_t reach = subject.kind == SubjectKind::pronoun ? section_names_ : names_.size() - std::min(names_.size(), longest_reach);
  for (std::size_t i = names_.size(); i > reach; --i) {
    if (!fits(names_[i - 1])) continue;
    subject.meant.push_back(names_[i - 1]);
    break;
  }
  if (!topic_.empty() && fits(topic_)) subject.meant.push_back(topic_);
}

void SubjectReader::remember(const SentenceWords& words, const Subject& subject) {
  if (subject.kind != SubjectKind::name) return;
  names_.push_back(subject.head);
  const std::uint32_t be = subject.words.end;
  if (be >= words.whole().end || (words.form(be).flags & form_be) == 0) return;
  std::vector<StemId>& called = called_[subject.head];
  if (called.size() > 24) return;
  add_stems(words, {be, std::min(be + 8, words.whole().end)}, called);
  std::vector<StemId>& topic = called_[topic_];
  if (ends_name(topic_, subject.head) && topic.size() <= 24) add_stems(words, {be, std::min(be + 8, words.whole().end)}, topic);
}

}  // namespace stet
