#include "language/negation.h"

#include "units/word_classes.h"

namespace stet {
namespace {

/// A capital within a sentence belongs to a name: "the Never Inn".
bool is_in_name(const Word& word, bool first) {
  return (word.flags & word_capitalized) != 0 && (word.flags & word_all_caps) == 0 && !first;
}

}  // namespace

Denial denial_at(const Units& units, const Vocabulary& vocabulary, IndexRange within, std::uint32_t word) {
  const Word& here = units.words[word];
  const Form& form = vocabulary.form(here.form);
  if (!is(form, WordClass::negator) || (here.flags & word_code) != 0 || is_in_name(here, word == within.begin)) return Denial::none;
  const Denial own = is(form, WordClass::half_negator) ? Denial::half : Denial::full;
  if (word + 1 >= within.end) return own;
  const Word& next = units.words[word + 1];
  if (form.text == "no" && (next.flags & word_number) != 0) return Denial::none;  // "No. 5"
  if (is(vocabulary.form(next.form), WordClass::negation_canceller)) return Denial::cancelled;
  return is(vocabulary.form(next.form), WordClass::negation_weakener) ? Denial::weakened : own;
}

bool denies_its_verb(const Form& form) { return is(form, WordClass::verb_negator); }

}  // namespace stet
