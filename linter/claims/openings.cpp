#include "claims/openings.h"

#include <algorithm>

#include "units/measures.h"

namespace stet {
namespace {

// Set 2026-11-23, before there were labelled sets; measured on all open ones since, and kept (2026-11-29).
constexpr std::uint32_t longest_opening = 24;

/// "In …", "for …", "when …".
bool opens_phrase(const SentenceWords& words, std::uint32_t first) {
  return (words.form(first).flags & form_stop_word) != 0 && !words.is(first, WordClass::determiner) &&
         !words.is(first, WordClass::subject_pronoun);
}

/// "Luckily, …", "Born in 1923, Lind …", "Walking home, …".
bool opens_aside(const SentenceWords& words, std::uint32_t first) {
  const std::string_view here = words.text(first);
  if (here.ends_with("ly") || here == "however" || here.ends_with("ing") || words.verb(first) || words.base_verb(first)) return true;
  return words.is(first + 1, WordClass::preposition) && !words.is(first, WordClass::determiner);
}

/// "At 2.6 kg | it", "After the rain | they": a pronoun in the nominative behind what is no verb, preposition or conjunction.
bool is_behind_noun(const SentenceWords& words, std::uint32_t word) {
  return words.is_nominative(word) && (words.form(word - 1).flags & form_stop_word) == 0 && !words.verb(word - 1);
}

bool has_verb_next(const SentenceWords& words, std::uint32_t word) {
  return word + 1 < words.whole().end && (words.verb(word + 1) || (words.form(word + 1).flags & form_be) != 0);
}

/// "In 2019 sales fell by a tenth": a noun right behind a year, with its verb.
std::uint32_t behind_year(const SentenceWords& words, std::uint32_t first) {
  constexpr std::size_t digits = 4;
  const std::uint32_t noun = first + 2;
  if (words.text(first) != "in" || !words.has(first + 1, word_number) || words.text(first + 1).size() != digits ||
      noun + 1 >= words.whole().end)
    return first;
  if (!words.content(noun) || words.verb(noun) || words.gap_before(noun) != " ") return first;
  return words.verb(noun + 1) || (words.verb(noun + 2) && !words.comma_before(noun + 1) && !words.comma_before(noun + 2)) ? noun : first;
}

/// "For example, renewing …", "Unfortunately, boats …": behind an aside the next word is the subject's, whatever it is.
std::uint32_t behind_aside(const SentenceWords& words, std::uint32_t first) {
  const bool phrase = opens_phrase(words, first) && words.is(first + 1, WordClass::aside_noun);
  const std::uint32_t next = phrase ? first + 2 : words.text(first).ends_with("ly") ? first + 1 : first;
  return next > first && next < words.whole().end && words.comma_before(next) ? next : first;
}

/// "Please note that setup …".
std::uint32_t behind_notice(const SentenceWords& words, std::uint32_t first) {
  std::uint32_t next = first;
  while (words.is(next, WordClass::notice)) ++next;
  return next > first && words.text(next) == "that" && next + 1 < words.whole().end ? next + 1 : first;
}

/// "At half past eight the lanterns are lit", "On the quay the boats wait": where a preposition's noun is followed by a determiner.
std::uint32_t noun_behind_phrase(const SentenceWords& words, std::uint32_t first) {
  constexpr std::uint32_t longest = 9;
  if (!words.is(first, WordClass::opening_preposition) && !words.is(first, WordClass::preposition)) return first;
  for (std::uint32_t w = first + 2; w < std::min(first + longest, words.whole().end); ++w) {
    if (words.verb(w) || words.comma_before(w)) return first;
    const bool noun = words.number(w - 1) || words.content(w - 1);
    if (!noun || !words.is(w, WordClass::definite_article)) continue;
    return words.verb_before_comma(w + 2, w + 8) ? w : first;
  }
  return first;
}

/// Where the subject stands behind a phrase that no comma ends: "In 1985 the band …", "For 30 euros you …".
std::uint32_t behind_phrase(const SentenceWords& words, std::uint32_t first) {
  for (std::uint32_t w = first + 1; w < std::min(first + 4, words.whole().end); ++w) {
    if (words.has(w - 1, word_number) && (words.starts_subject(w) || (words.number(w) && !words.has(w, word_number)))) return w;
  }
  if (const std::uint32_t w = noun_behind_phrase(words, first); w > first) return w;
  for (std::uint32_t w = first + 2; w < std::min(first + 9, words.whole().end); ++w) {
    if (is_behind_noun(words, w)) return w;
  }
  return first;
}

}  // namespace

std::uint32_t label_end(const SentenceWords& words) {
  constexpr std::uint32_t longest = 6;  // words of a label
  const std::uint32_t behind = words.label(longest).end;
  return words.starts_subject(behind) && words.verb_before_comma(behind + 1, behind + 8) ? behind : words.whole().begin;
}

std::uint32_t opening_end(const SentenceWords& words, std::uint32_t first) {
  const std::uint32_t last = std::min(first + longest_opening, words.whole().end);
  if (words.is(first, WordClass::time_opener) && first + 1 < last && words.starts_subject(first + 1)) return first + 1;
  for (const auto behind : {behind_notice, behind_aside}) {
    if (const std::uint32_t w = behind(words, first); w > first) return w;
  }
  const bool phrase = opens_phrase(words, first);
  if (!phrase && !opens_aside(words, first)) return first;
  for (std::uint32_t w = first + 1; w < last; ++w) {
    // "At 2.6 kg it is light, the handle is long": what stands before the comma has said something already.
    if (phrase && is_behind_noun(words, w) && !words.comma_before(w) && has_verb_next(words, w)) break;
    if (!words.comma_before(w) || !words.starts_subject(w)) continue;
    // "After five days, the tour ends in Selby": behind its noun, what may be a verb is one.
    if (words.verb_before_comma(w + 1, w + 8) || words.third_person_before_comma(w + 2, w + 8)) return w;
  }
  if (const std::uint32_t w = behind_year(words, first); w > first) return w;
  return phrase ? behind_phrase(words, first) : first;
}

bool instructs(const SentenceWords& words, std::uint32_t word) {
  if (word != words.whole().begin || word + 1 >= words.whole().end || words.comma_before(word + 1)) return false;
  // A content word right before "the" or "your" is no noun.
  if (words.content(word) && words.is(word + 1, WordClass::instructed_object) && !words.verb(word) && !words.text(word).ends_with("ing"))
    return true;
  const bool measured = words.number(word + 1) && word + 2 < words.whole().end && measure_of(words.text(word + 2)) != nullptr;
  if (measured && words.content(word) && !words.text(word).ends_with('s')) return true;
  if (!words.base_verb(word)) return false;
  return words.is(word + 1, WordClass::behind_instruction) || words.number(word + 1);
}

}  // namespace stet
