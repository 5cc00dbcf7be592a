#include "units/grammar.h"

#include <xxhash.h>

namespace stet {

std::size_t TextHash::operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }

Grammar::Grammar(std::span<const ClassifiedWord> words) {
  classes_.reserve(words.size());
  for (const ClassifiedWord& word : words) {
    classes_[std::string(word.word)].add(word.word_class);
    if (word.value != 1) values_[std::string(word.word)][word.word_class] = word.value;
  }
}

WordClassSet Grammar::classes_of(std::string_view folded) const {
  const auto known = classes_.find(folded);
  return known == classes_.end() ? WordClassSet() : known->second;
}

double Grammar::value(WordClass word_class, std::string_view folded, double otherwise) const {
  if (!has(word_class, folded)) return otherwise;
  const auto values = values_.find(folded);
  if (values == values_.end()) return 1;
  const auto value = values->second.find(word_class);
  return value == values->second.end() ? 1 : value->second;
}

const Grammar& builtin_grammar() {
  static const Grammar grammar(builtin_words);
  return grammar;
}

}  // namespace stet
