#include "language/negation.h"

#include <algorithm>
#include <string_view>

#include "units/word_classes.h"

namespace stet {
namespace {

/// "The Never Inn": a capital within a sentence, and before another one. "**Price:** No fee is charged" is no name.
bool is_in_name(const Units& units, IndexRange within, std::uint32_t word) {
  const std::uint16_t flags = units.words[word].flags;
  return word > within.begin && word + 1 < within.end && (flags & word_capitalized) != 0 && (flags & word_all_caps) == 0 &&
         (units.words[word + 1].flags & word_capitalized) != 0;
}

/// "All-or-nothing", "yes/no": the last part of a compound denies nothing outside it. The "not" of "can't" touches what is before it.
bool ends_compound(const Units& units, IndexRange within, std::uint32_t word) {
  const Word& here = units.words[word];
  return word > within.begin && (here.flags & word_joined) != 0 && units.words[word - 1].plain.end < here.plain.begin;
}

}  // namespace

Denial denial_at(const Units& units, const Vocabulary& vocabulary, IndexRange within, std::uint32_t word) {
  const Word& here = units.words[word];
  const Form& form = vocabulary.form(here.form);
  if (!is(form, WordClass::negator) || (here.flags & word_code) != 0 || is_in_name(units, within, word) ||
      ends_compound(units, within, word))
    return Denial::none;
  const Denial own = is(form, WordClass::half_negator) ? Denial::half : Denial::full;
  if (word + 1 >= within.end) return own;
  const Word& next = units.words[word + 1];
  if (form.text == "no" && (next.flags & word_number) != 0) return Denial::none;  // "No. 5"
  if (is(vocabulary.form(next.form), WordClass::negation_canceller)) return Denial::cancelled;
  return is(vocabulary.form(next.form), WordClass::negation_weakener) ? Denial::weakened : own;
}

bool denies(const Units& units, const Vocabulary& vocabulary, IndexRange within, std::uint32_t word) {
  return denial_at(units, vocabulary, within, word) > Denial::cancelled;
}

bool holds_denial(const Units& units, const Vocabulary& vocabulary, IndexRange words) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (denies(units, vocabulary, words, w)) return true;
  }
  return false;
}

bool denies_its_verb(const Form& form) { return is(form, WordClass::verb_negator); }

bool is_limited(const Article& article, const Units& units, const Vocabulary& vocabulary, IndexRange words) {
  constexpr std::uint32_t reach = 4;
  const auto form = [&](std::uint32_t word) -> const Form& { return vocabulary.form(units.words[word].form); };
  const auto comma_before = [&](std::uint32_t word) {
    return article.text({units.words[word - 1].plain.end, units.words[word].plain.begin}).find(',') != std::string_view::npos;
  };
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    if (!denies_its_verb(form(w))) continue;
    for (std::uint32_t next = w + 1; next < std::min(w + 1 + reach, words.end) && !comma_before(next); ++next) {
      if (is(form(next), WordClass::limiter)) return true;
    }
  }
  return false;
}

}  // namespace stet
