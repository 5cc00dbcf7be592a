// Any bytes as an article, as far as its sentences, words and the typed things in them.
#include "doors.h"
#include "units/units.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using stet::fuzz::expect;
  static const stet::Vocabulary base;
  const auto source = stet::fuzz::source_of(data, size);
  if (!source) return 0;
  const stet::Article article = stet::parse_article(*source);
  stet::Vocabulary vocabulary(&base);
  const stet::Units units = stet::read_units(article, vocabulary);
  std::uint32_t words = 0;
  for (const stet::Sentence& sentence : units.sentences) {
    expect(stet::fuzz::is_within(sentence.plain, article.plain.size()));
    expect(sentence.words.begin <= sentence.words.end && sentence.words.end <= units.words.size());
    words = std::max(words, sentence.words.end);
  }
  expect(words <= units.words.size());
  for (const stet::Word& word : units.words)
    expect(stet::fuzz::is_within(word.plain, article.plain.size()) && word.form < vocabulary.size());
  return 0;
}
