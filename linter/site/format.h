// The bytes of a site's index. All numbers are little-endian; the sections follow the header in the order of IndexSections, each padded to
// eight bytes. Where a section lies follows from the counts alone, so no offset of the file is ever believed.
//
// Articles stand in the order of date and path, paragraphs in the order of their articles, and contents (distinct paragraphs) in the order
// of their first paragraphs: the lower number is always the earlier one. The text begins with the paths, so that looking for a file does
// not touch what its article says.
#pragma once

#include <array>
#include <cstdint>

namespace stet {

inline constexpr std::array<char, 8> index_magic = {'s', 't', 'e', 't', 's', 'i', 't', 'e'};
inline constexpr std::uint32_t index_format = 5;
inline constexpr std::uint32_t byte_order = 0x01020304;

struct IndexHeader {
  std::array<char, 8> magic = index_magic;
  std::uint32_t format = index_format;
  std::uint32_t order = byte_order;
  std::uint64_t engine = 0;  ///< hash of the program's version and of how fingerprints are made
  std::uint64_t articles = 0;
  std::uint64_t paragraphs = 0;
  std::uint64_t contents = 0;
  std::uint64_t stems = 0;
  std::uint64_t attributes = 0;
  std::uint64_t claims = 0;
  std::uint64_t linked = 0;  ///< claims that have a link
  std::uint64_t rules = 0;   ///< hash of what claims were read by; 0 when none were
  std::uint64_t text = 0;    ///< bytes
  std::uint32_t part = 0;    ///< 0: a whole index; else which of so many parts, from 1. A part has no entries by hash and no postings
  std::uint32_t parts = 0;
  std::uint64_t body_checksum = 0;
  std::uint64_t header_checksum = 0;  ///< of the fields before
};
static_assert(sizeof(IndexHeader) == 120);

struct ArticleRecord {
  std::uint64_t bytes_hash = 0;  ///< XXH3 of the file
  std::uint64_t path_begin = 0;  ///< into the text; relative to the site's root, with forward slashes
  std::uint32_t path_size = 0;
  std::uint32_t date = 0;
  std::uint32_t paragraphs_begin = 0;
  std::uint32_t paragraphs_end = 0;
  std::uint32_t claims_begin = 0;
  std::uint32_t claims_end = 0;
  std::uint64_t edition = 0;  ///< see ArticleThings::edition
};
static_assert(sizeof(ArticleRecord) == 48);

struct ParagraphRecord {
  std::uint64_t excerpt_begin = 0;
  std::uint32_t excerpt_size = 0;
  std::uint32_t first_line = 0;
  std::uint32_t last_line = 0;
  std::uint32_t words = 0;
  std::uint32_t article = 0;
  std::uint32_t content = 0;
};
static_assert(sizeof(ParagraphRecord) == 32);

/// What one or several paragraphs say, word for word.
struct ContentRecord {
  std::uint64_t hash = 0;
  std::uint64_t stems_begin = 0;
  std::uint32_t stems_size = 0;
  std::uint32_t negated = 0;
  std::uint32_t members_begin = 0;
  std::uint32_t members_end = 0;
  std::uint32_t articles = 0;  ///< in how many it stands
  std::uint32_t unused = 0;
};
static_assert(sizeof(ContentRecord) == 40);

/// Sorted by hash: where a content is found by its hash.
struct HashEntry {
  std::uint64_t hash = 0;
  std::uint32_t content = 0;
  std::uint32_t unused = 0;
};
static_assert(sizeof(HashEntry) == 16);

/// Sorted by band hash, then content: one such list a band.
struct Posting {
  std::uint32_t hash = 0;
  std::uint32_t content = 0;
  constexpr auto operator<=>(const Posting&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};
static_assert(sizeof(Posting) == 8);

/// What claims give a value of: an attribute of a rule.
struct AttributeRecord {
  std::uint64_t text_begin = 0;  ///< the rule's id, and behind it what a message calls the attribute
  std::uint32_t rule_size = 0;
  std::uint32_t what_size = 0;
};
static_assert(sizeof(AttributeRecord) == 16);

/// One value of an attribute; see IndexedClaim. Claims stand in the order of their articles.
struct ClaimRecord {
  std::uint64_t entity = 0;
  std::uint64_t link = 0;
  std::uint64_t circumstances = 0;
  std::uint64_t counted = 0;
  double low = 0;
  double high = 0;
  std::uint64_t text_begin = 0;  ///< unit, value, thing and excerpt, one behind the other
  std::uint16_t unit_size = 0;
  std::uint16_t value_size = 0;
  std::uint16_t thing_size = 0;
  std::uint16_t excerpt_size = 0;
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t article = 0;
  std::uint32_t attribute = 0;
  std::uint32_t flags = 0;
  std::uint8_t kind = 0;
  std::uint8_t role = 0;
  std::uint16_t unused = 0;
};
static_assert(sizeof(ClaimRecord) == 96);

}  // namespace stet
