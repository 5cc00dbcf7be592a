// Fingerprints of paragraphs: what a site's index keeps of an article, so that its paragraphs can be found and compared without reading it
// again.
//
// Order of calls:  ArticlePrint print = fingerprint(input);  band_hashes(stems) for each paragraph's stems.
//
// A paragraph is looked up by MinHash (Broder 1997) over pairs of neighbouring content stems, in bands as in Leskovec, Rajaraman and
// Ullman, Mining of Massive Datasets, chapter 3: two paragraphs that share the part s of their pairs meet in at least one band with the
// probability 1 - (1 - s^rows)^bands: .56 for s = .2, .96 for .4, nearly 1 from .5 on. It is compared by the stems themselves.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "checks/elsewhere.h"

namespace stet {

/// A content stem as 30 bits of its XXH3 hash, marked when the word is a number or a name.
using SiteStem = std::uint32_t;
inline constexpr SiteStem number_mark = 1U << 31U;
inline constexpr SiteStem name_mark = 1U << 30U;
inline constexpr SiteStem stem_bits = name_mark - 1;

/// The stem without its marks.
SiteStem site_stem(std::string_view stem);

inline constexpr std::uint32_t band_count = 20;
inline constexpr std::uint32_t band_rows = 2;
/// Paragraphs with fewer content words are not indexed.
inline constexpr std::uint32_t least_words = 8;
/// A paragraph is compared by its first so many content words.
inline constexpr std::uint32_t most_words = 200;
/// Raise this whenever what is indexed, or how it is hashed, changes: older indexes are then built anew.
inline constexpr std::uint32_t fingerprint_version = 1;

/// One paragraph or list item.
struct ParagraphPrint {
  std::uint32_t first_line = 0;  ///< 1-based
  std::uint32_t last_line = 0;
  IndexRange stems;           ///< into ArticlePrint::stems; at most most_words
  std::uint32_t words = 0;    ///< all of its content words
  bool negated = false;       ///< a negation stands in it
  std::uint64_t content = 0;  ///< XXH3 of all its stems and of `negated`: equal only for the same words in the same order
  Span excerpt;               ///< into ArticlePrint::text: its first words as written
  IndexRange sentences;       ///< of the Units it was read from; not kept in an index
};

struct ArticlePrint {
  std::uint32_t date = 0;  ///< see article_date
  std::vector<ParagraphPrint> paragraphs;
  std::vector<SiteStem> stems;
  std::string text;
};

/// Reads the paragraphs and list items that say something. Needs source, article, units and vocabulary of the input, not its matches.
ArticlePrint fingerprint(const CheckInput& input);

/// Parses the article by itself. `vocabulary` gathers words and may be kept for many articles.
ArticlePrint fingerprint(const Source& source, Vocabulary& vocabulary, const ParseLimits& limits, Problems& problems);

/// One hash a band. Order of words counts only between neighbours; `stems` are those of one paragraph.
using BandHashes = std::array<std::uint32_t, band_count>;
BandHashes band_hashes(std::span<const SiteStem> stems);

/// Is it a field of front matter that says when its article was written or changed, in whatever spelling ("published_date", "pubDate")?
bool dates_article(std::string_view key);

/// The date of an article as year * 10000 + month * 100 + day: front matter's `date`, `published`, `publishDate`, `pubDate`,
/// `datePublished`, `publishedDate`, `publicationDate`, `publishedAt`, `created`, `createdAt` or `dateCreated`, in whatever spelling, the
/// first of them that has one; else a date that the file's name begins with, as Jekyll has it. `no_date` when there is none.
std::uint32_t article_date(std::string_view front_matter, std::string_view path);

}  // namespace stet
