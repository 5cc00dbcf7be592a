#include "claims/sentence_words.h"

#include <algorithm>

namespace stet {

bool SentenceWords::is_nominative(std::uint32_t word) const {
  return is(word, WordClass::subject_pronoun) || is(word, WordClass::addressed);
}

bool SentenceWords::starts_subject(std::uint32_t word) const {
  return is(word, WordClass::subject_pronoun) || is(word, WordClass::determiner) || has(word, word_capitalized);
}

bool SentenceWords::verb_before_comma(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t w = from; w < std::min(to, whole_.end) && !comma_before(w); ++w) {
    if (verb(w)) return true;
  }
  return false;
}

bool SentenceWords::third_person_before_comma(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t w = from; w < std::min(to, whole_.end) && !comma_before(w); ++w) {
    if (may_be_third_person(w)) return true;
  }
  return false;
}

bool SentenceWords::opens_object(std::uint32_t at) const {
  return at < whole_.end && (is(at, WordClass::determiner) || number(at) || has(at, word_symbol));
}

}  // namespace stet
