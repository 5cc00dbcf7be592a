// Claims as a site's index keeps them: which value an article gives to which attribute of which thing, in which circumstances, and where.
//
// Order of calls:  ArticleClaims claims = read_site_claims(input, path, reading);  then  values_clash(a, b)  per pair of two articles.
// A claim holds nothing of its article but numbers and texts. Kept are those alone that another article could deny: of a thing that has a
// name, asserted by the article itself, and told only once or the same each time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/site_reading.h"
#include "text/span.h"

namespace stet {

/// How a claim is told.
enum ClaimFlag : std::uint32_t {
  claim_sure = 1U << 0U,         ///< its thing's name is known to be one
  claim_of_title = 1U << 1U,     ///< its thing is what its article is about, or a part of that
  claim_unbound = 1U << 2U,      ///< it is told in no circumstances
  claim_always = 1U << 3U,       ///< it is said to hold in all circumstances
  claim_by_period = 1U << 4U,    ///< its circumstances are only "monthly", "a year"
  claim_loose = 1U << 5U,        ///< of a count: only a determined one is held against it
  claim_determined = 1U << 6U,   ///< of a count: "the eight venues"
  claim_approximate = 1U << 7U,  ///< "about 20", "1.2 million"
  claim_full_name = 1U << 8U,    ///< its thing's name can be nothing else's: Entity::full
};

/// Unit of a claim that is a stance: 1 where it is affirmed, 0 where it is denied.
inline constexpr std::string_view stance_unit = "stance";

struct IndexedClaim {
  std::uint64_t entity = 0;         ///< Entity::key
  std::uint64_t link = 0;           ///< Entity::link
  std::uint32_t attribute = 0;      ///< index into SiteReading::attributes, behind these SiteReading::stances, and ::existence
  std::uint32_t flags = 0;          ///< ClaimFlag
  std::uint64_t circumstances = 0;  ///< hash of them, 0 for none
  std::uint64_t counted = 0;        ///< hash of what is counted
  TypedKind kind = TypedKind::number;
  Role role = Role::at;
  double low = 0;
  double high = 0;
  std::string unit;
  Span source;  ///< of the value
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string value;    ///< as written
  std::string thing;    ///< as written
  std::string excerpt;  ///< the sentence, cut
};

struct ArticleClaims {
  std::uint64_t edition = 0;  ///< see ArticleThings::edition
  std::vector<IndexedClaim> claims;
};

inline constexpr std::size_t longest_excerpt = 120;  ///< bytes of IndexedClaim::excerpt

/// Of keys in order, for comparison across articles; 0 for none.
std::uint64_t hash_of(const std::vector<WordKey>& keys);

/// Claims that one article may have in an index: beyond, they are data.
inline constexpr std::size_t most_site_claims = 512;

/// Raise this whenever claims are read in another way: older indexes are then built anew.
inline constexpr std::uint32_t claims_version = 8;

/// `path` is the article's on the site.
ArticleClaims read_site_claims(const CheckInput& input, std::string_view path, const SiteReading& reading);

class ArticleThings;

/// The stances of an article towards things that have a name, and what it says that these have or lack. Of one that it both affirms and
/// denies, in whatever circumstances, none: there is more to tell apart than is seen here.
std::vector<IndexedClaim> read_site_stances(const CheckInput& input, const ArticleThings& things, const SiteReading& reading);

/// A claim by what two articles' claims are held against each other.
struct ClaimView {
  std::uint64_t entity = 0;
  std::uint64_t link = 0;
  TypedKind kind = TypedKind::number;
  Role role = Role::at;
  double low = 0;
  double high = 0;
  std::string_view unit;
  std::uint32_t flags = 0;
  std::uint64_t circumstances = 0;
  std::uint64_t counted = 0;
};

ClaimView view_of(const IndexedClaim& claim);

/// Values that can be reckoned with: finite but for open ends of what is no time.
bool can_be_kept(TypedKind kind, double low, double high);

/// Are they certain to be about one thing? By a name, it must be known to be one, and one of the articles be about it unless the name is
/// long enough to tell it by itself; or both are about the thing of one article.
bool are_of_one_thing(const ClaimView& a, const ClaimView& b);
/// Are they told in the same circumstances?
bool same_circumstances(const ClaimView& a, const ClaimView& b);
/// Can the two values not both be right?
bool values_clash(const ClaimView& a, const ClaimView& b);

}  // namespace stet
