// An index as text: for people, and as tables for a database.
//
// The tables are lines of fields parted by tabs, the first line names them. In a path a tab, a line end or a backslash is written \t, \n,
// \r, \\. The same index gives the same bytes.
//
// prints: one line for each paragraph and band
//   paragraph  number of the paragraph; of two paragraphs the lower one belongs to the earlier article
//   article    its path, relative to the site's root
//   line       where it begins
//   words      how many content words it has
//   content    16 hexadecimal digits, the same for paragraphs with the same words in the same order
//   band       0 to 19
//   hash       8 hexadecimal digits; paragraphs that have the same hash in the same band are candidates
//
// pairs: one line for each pair of paragraphs of different articles that is either
//   a paragraph and the first paragraph with the same content (bands is 20), or
//   two paragraphs that share a band, each the first with its content
//   first, first_article, first_line, second, second_article, second_line
//   bands      how many they share
//   shared     content words that both have in the same order
//   words      content words of the shorter one
//   overlap    shared by weight, of both together: 0.000 to 1.000
// What a database finds by joining the prints is the same as these pairs, as long as no paragraph has more than 32 candidates and no band
// hash more than 64 paragraphs: beyond that the rarest ones are kept, so that the work grows with the number of paragraphs alone.
//
// claims: one line for each value that an article gives; see site/claims.h
//   claim          its number
//   article, line, column
//   date           of the article, 20240131; 99999999 when it has none
//   edition        16 hexadecimal digits: articles of two editions are not compared
//   entity         16 hexadecimal digits: the same for things of one name, whichever article names it; zeros when it has no name
//   link           16 hexadecimal digits: the same for the thing that one article is about, in it and where others link to it; or zeros
//   thing          as the article calls it
//   attribute      the rule that knows it: consistency/one-price
//   counted        16 hexadecimal digits: what is counted, zeros for other values
//   circumstances  16 hexadecimal digits: for whom, when, in which variant; zeros for none
//   flags          sum of what ClaimFlag names
//   kind, unit     of the value: money, USD; of what is affirmed (1) or denied (0) number, stance
//   low, high      its bounds in that unit, both the same of one number; inf and -inf where it is open
//   value          as written
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "site/index.h"

namespace stet {

/// Takes text in pieces of some 64 KiB; false when it cannot take more.
using TextSink = std::function<bool(std::string_view)>;

/// False when the sink failed.
bool write_prints(const SiteIndex& index, const TextSink& sink);
bool write_pairs(const SiteIndex& index, unsigned jobs, const TextSink& sink);
bool write_claims(const SiteIndex& index, const TextSink& sink);

/// What the index holds, in a few lines.
std::string describe(const SiteIndex& index);

}  // namespace stet
