// A site's index, looked into without being read: the bytes are a file mapped into memory, or an image just assembled.
//
// Order of calls:  auto index = SiteIndex::open(bytes);  index->candidates(stems), index->find_content(hash);  then members and articles.
// The bytes may come from a stranger: open() checks every range, and what it cannot check (whether lists are sorted) can only make a search
// miss. Of an index that is known to be as it was written, each record is checked as it is looked at, for to check all of a large one takes
// longer than to ask it: a record whose ranges do not hold, or that is not there, is an empty one.
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "site/claims.h"
#include "site/fingerprints.h"
#include "site/format.h"
#include "site/likeness.h"
#include "text/problem.h"

namespace stet {

/// Bytes and whoever keeps them alive.
struct SharedBytes {
  std::shared_ptr<const void> owner;
  std::span<const std::byte> bytes;  ///< aligned to eight
  bool is_file = false;              ///< a file mapped into memory
};

/// Gives memory back that holds a mapped file; what is used again is read again. Nothing happens to other bytes, or to small files.
void give_back(const SharedBytes& bytes);

/// What a look-up cost: for tests, which count instead of measuring time.
struct LookupCost {
  std::uint64_t postings = 0;    ///< read
  std::uint64_t candidates = 0;  ///< handed out
};

inline constexpr std::size_t postings_read = 64;    ///< of one band at most: the earliest ones
inline constexpr std::size_t most_candidates = 32;  ///< for one paragraph

/// A content that shares bands with a paragraph.
struct Candidate {
  std::uint32_t content = 0;
  std::uint32_t bands = 0;
};

/// One posting that was read.
struct PostingHit {
  std::uint32_t content = 0;
  std::uint32_t bands = 0;
  std::uint64_t rarity = 0;  ///< see rarity_of; whole numbers, so that their sum is the same in any order
};

/// How much a band hash tells that so many contents have.
constexpr std::uint64_t rarity_of(std::size_t contents) { return contents == 0 ? 0 : (std::uint64_t{1} << 32U) / contents; }

/// Hits added up for each content; those come first that share the rarest bands, the earlier ones among equals. At most most_candidates.
std::vector<Candidate> ranked(std::vector<PostingHit> hits);

class SiteIndex {
 public:
  /// Errors (unread): what is wrong with the bytes, without a path: of another version, damaged.
  static Result<SiteIndex> open(SharedBytes bytes);
  /// Of bytes that are known to be as they were written (site/drift.h): neither their sum nor their ranges are gone through.
  static Result<SiteIndex> open_known(SharedBytes bytes);
  /// A part of an index, in which nothing can be searched: it can be merged (site/merge.h). Errors (unread): likewise; it is a whole one.
  static Result<SiteIndex> open_part(SharedBytes bytes);

  std::uint32_t article_count() const { return static_cast<std::uint32_t>(articles_.size()); }
  std::uint32_t paragraph_count() const { return static_cast<std::uint32_t>(paragraphs_.size()); }
  std::uint32_t content_count() const { return static_cast<std::uint32_t>(contents_.size()); }
  std::size_t byte_count() const { return bytes_.bytes.size(); }
  std::span<const std::byte> bytes() const { return bytes_.bytes; }
  const SharedBytes& image() const { return bytes_; }
  /// 0 of 0 for a whole index.
  std::uint32_t part() const { return part_; }
  std::uint32_t parts() const { return parts_; }

  const ArticleRecord& article(std::uint32_t article) const;
  std::string_view path(std::uint32_t article) const { return text(articles_[article].path_begin, articles_[article].path_size); }
  const ParagraphRecord& paragraph(std::uint32_t paragraph) const;
  std::string_view excerpt(const ParagraphRecord& paragraph) const { return text(paragraph.excerpt_begin, paragraph.excerpt_size); }
  const ContentRecord& content(std::uint32_t content) const;
  ParagraphContent words_of(std::uint32_t content) const;
  /// Paragraphs that say it, ascending; at least one.
  std::span<const std::uint32_t> members(std::uint32_t content) const;
  std::span<const Posting> postings(std::uint32_t band) const;

  /// Hash of what claims were read by; 0 when none were.
  std::uint64_t claim_rules() const { return claim_rules_; }
  std::uint32_t claim_count() const { return static_cast<std::uint32_t>(claims_.size()); }
  const ClaimRecord& claim_record(std::uint32_t claim) const;
  ClaimView view(std::uint32_t claim) const;
  std::string_view value(const ClaimRecord& claim) const { return text(claim.text_begin + claim.unit_size, claim.value_size); }
  std::string_view thing(const ClaimRecord& claim) const;
  std::string_view excerpt(const ClaimRecord& claim) const;
  IndexedClaim claim(std::uint32_t claim) const;
  /// Claims about a thing of this name, or about the thing of the article that this is the key of (article_key), in the order of articles.
  std::span<const std::uint32_t> claims_about(std::uint64_t entity) const;
  std::span<const std::uint32_t> claims_linked(std::uint64_t link) const;
  std::string_view rule(std::uint32_t attribute) const;
  std::string_view what(std::uint32_t attribute) const;
  std::uint32_t attribute_count() const { return static_cast<std::uint32_t>(attributes_.size()); }

  std::optional<std::uint32_t> find_article(std::string_view wanted) const;
  /// Likewise, of many in the order of their paths: `next` is where this one is to be expected, and then where the next one is.
  std::optional<std::uint32_t> find_article(std::string_view wanted, std::size_t& next) const;
  std::optional<std::uint32_t> find_content(std::uint64_t hash) const;
  /// Contents that share a band with the stems, those first that share the rarest ones. At most most_candidates, found by reading at most
  /// postings_read entries a band: what many paragraphs share tells little, and reading all of it would be quadratic.
  std::vector<Candidate> candidates(std::span<const SiteStem> stems, LookupCost* cost = nullptr) const;

 private:
  SharedBytes bytes_;
  std::span<const ArticleRecord> articles_;
  std::span<const std::uint32_t> by_path_;
  std::span<const ParagraphRecord> paragraphs_;
  std::span<const ContentRecord> contents_;
  std::span<const std::uint32_t> members_;
  std::span<const HashEntry> by_hash_;
  std::span<const std::uint32_t> stems_;
  std::span<const Posting> postings_;
  std::span<const AttributeRecord> attributes_;
  std::span<const ClaimRecord> claims_;
  std::span<const std::uint32_t> by_entity_;
  std::span<const std::uint32_t> by_link_;
  std::span<const char> text_;
  std::uint64_t claim_rules_ = 0;
  std::uint32_t part_ = 0;
  std::uint32_t parts_ = 0;

  static Result<SiteIndex> read(SharedBytes bytes, bool is_known);
  std::string_view text(std::uint64_t begin, std::uint32_t size) const;
  std::string_view path_at(std::size_t place) const;
  bool sections_agree() const;
  bool ranges_hold() const;
  bool articles_hold(std::uint64_t& text_used) const;
  bool contents_hold() const;
  bool claims_hold(std::uint64_t& text_used) const;
};

/// The engine's hash as the header has it.
std::uint64_t engine_hash();

}  // namespace stet
