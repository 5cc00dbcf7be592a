// What checks compare: sentences and words of an article, and the typed things in them.
//
// Order of calls:  Vocabulary words(&base);  Units units = read_units(article, words);  dump(units, article, source, words) prints it.
// Ranges of words and sentences are indices into the vectors here; spans are plain offsets of the Article.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "units/bibliography.h"
#include "units/vocabulary.h"

namespace stet {

enum WordFlag : std::uint16_t {
  word_capitalized = 1U << 0U,  ///< first letter is upper case
  word_all_caps = 1U << 1U,     ///< two letters or more, all upper case
  word_number = 1U << 2U,       ///< digits: 10, 2,500, 3.5
  word_code = 1U << 3U,         ///< inside a code span or an autolink
  word_link = 1U << 4U,         ///< inside a link's text
  word_emphasis = 1U << 5U,     ///< inside emphasis or strong
  word_quoted = 1U << 6U,       ///< between quotation marks within its block
  word_joined = 1U << 7U,  ///< stands without space behind the word before it: hyphen, slash, contraction ("do|n't", "long|term", "10|mg")
  word_symbol = 1U << 8U,  ///< a sign read as a word: % $ € £ ° + = & ±
  word_bracketed = 1U << 9U,  ///< inside parentheses or square brackets
};

/// One word. Contractions are two words ("don't" is do + not, "it's" is it + is); a possessive 's is dropped; hyphens part words.
struct Word {
  Span plain;
  FormId form = 0;
  std::uint16_t flags = 0;
};

/// What kind of block a sentence stands in, as conditions of rules name it.
enum class Place : std::uint8_t { paragraph, heading, list, table, quote, footnote, code, front_matter, bibliography };

struct Sentence {
  Span plain;
  IndexRange words;
  std::uint32_t text = 0;   ///< index into Article::texts
  std::uint32_t block = 0;  ///< the leaf block
  std::uint32_t section = 0;
  Place place = Place::paragraph;
  bool question = false;  ///< ends in a question mark
  bool fragment = false;  ///< a bullet or cell without a final stop
};

enum class TypedKind : std::uint8_t { number, percent, money, quantity, duration, date, year, time, name, citation, ordinal, proper };

/// A typed token: some words that mean one thing, such as "10–12 g", "12 March 2019", "Marie Curie", "(Singh, 2014)". A name of two words
/// or more is a `proper` too.
struct Typed {
  TypedKind kind = TypedKind::number;
  IndexRange words;  ///< may be empty for a citation without words (a footnote reference): then it stands before words.begin
  Span plain;
  double low = 0;  ///< number, percent, money, quantity, duration: the value or the range's ends, in the base unit of `unit`
  double high = 0;
  /// Canonical unit: "g", "l", "m", "s", "K", "%", "USD"; "" for a plain number, an ordinal or years; for a date "day" (since 1970-01-01)
  /// or "day of year" (of a leap year, 0 to 365); for a time "min" (of the day).
  std::string_view unit;
  bool approximate = false;  ///< about, around, roughly, nearly, up to …
  double place = 0;          ///< of a number in thousands, millions …: the worth of its last digit, 100,000 of "1.2 million"; else 0
};

/// How a citation was made out; see Citation.
enum class CitationKind : std::uint8_t { link, footnote, numbered, doi, pmid, key, author_year, journal_year, element, shortcode };

/// A reference to a source, made out by structure and not by the look of brackets.
struct Citation {
  CitationKind kind = CitationKind::link;
  std::uint32_t text = 0;      ///< TextRun it stands in
  std::uint32_t sentence = 0;  ///< sentence it belongs to; one that directly follows a full stop belongs to the sentence before
  Span plain;
  std::uint32_t link = no_index;  ///< of a link: index into Article::links
};

struct Units {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<IndexRange> sentences_of_text;  ///< by TextRun
  std::vector<Typed> typed;                   ///< ascending by first word
  std::vector<Citation> citations;            ///< ascending by sentence
  Bibliography bibliography;
};

Units read_units(const Article& article, Vocabulary& vocabulary);

/// The sentence that a word stands in.
inline std::uint32_t sentence_of(const Units& units, std::uint32_t word) {
  const auto behind = std::upper_bound(units.sentences.begin(), units.sentences.end(), word,
                                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.words.begin; });
  return static_cast<std::uint32_t>(behind - units.sentences.begin()) - 1;
}

/// Readable picture of Units for people and goldens.
std::string dump(const Units& units, const Article& article, const Source& source, const Vocabulary& vocabulary);

}  // namespace stet
