#include "language/condition.h"

#include "language/clauses.h"
#include "units/word_classes.h"

namespace stet {

bool opens_condition(const Form& form) { return is(form, WordClass::condition); }

std::optional<IndexRange> opening_clause(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t sentence,
                                         WordClass opener) {
  const IndexRange words = units.sentences[sentence].words;
  if (words.size() < 3 || !is(vocabulary.form(units.words[words.begin].form), opener)) return std::nullopt;
  IndexRange opening = clause_of(article, units, vocabulary, sentence, words.begin);
  opening.begin = words.begin;
  return opening;
}

}  // namespace stet
