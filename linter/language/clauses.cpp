#include "language/clauses.h"

#include <algorithm>

#include "units/word_classes.h"

namespace stet {
namespace {

/// Clauses end here at the latest, so that a text without punctuation costs no more than its length.
constexpr std::uint32_t longest_clause = 80;

bool cuts(std::string_view between) {
  if (between == " ") return false;  // nearly always
  return between.find_first_of(",;:()") != std::string_view::npos || between.find("\xE2\x80\x94") != std::string_view::npos ||  // em dash
         between.find(" \xE2\x80\x93 ") != std::string_view::npos || between.find(" - ") != std::string_view::npos;  // en dash, hyphen
}

}  // namespace

bool starts_clause(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t word) {
  if (word == 0) return true;
  const Span gap{units.words[word - 1].plain.end, units.words[word].plain.begin};
  if (gap.begin < gap.end && cuts(article.text(gap))) return true;
  return is(vocabulary.form(units.words[word].form), WordClass::contrast);
}

IndexRange clause_of(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t sentence, std::uint32_t word) {
  const IndexRange whole = units.sentences[sentence].words;
  const std::uint32_t first = word - std::min(longest_clause, word - whole.begin);
  const std::uint32_t last = word + std::min(longest_clause, whole.end - word);
  IndexRange clause{word, word + 1};
  while (clause.begin > first && !starts_clause(article, units, vocabulary, clause.begin)) --clause.begin;
  while (clause.end < last && !starts_clause(article, units, vocabulary, clause.end)) ++clause.end;
  return clause;
}

}  // namespace stet
