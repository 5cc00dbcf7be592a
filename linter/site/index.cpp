#include "site/index.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "site/hash_state.h"

namespace stet {
namespace {

constexpr std::size_t checked_at_once = std::size_t{64} << 20U;

/// Cuts typed sections off a run of bytes, in order. A count that does not fit makes `fits` false and all further sections empty.
class SectionReader {
 public:
  explicit SectionReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <typename T>
  std::span<const T> take(std::uint64_t count) {
    if (!fits_ || count > rest_.size() / sizeof(T)) {
      fits_ = false;
      return {};
    }
    const auto size = static_cast<std::size_t>(count) * sizeof(T);
    const auto* first = reinterpret_cast<const T*>(rest_.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): aligned to eight
    rest_ = rest_.subspan(std::min(rest_.size(), (size + 7) / 8 * 8));
    return {first, static_cast<std::size_t>(count)};
  }

  bool used_up() const { return fits_ && rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool fits_ = true;
};

std::uint64_t checksum(std::span<const std::byte> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

/// Of all behind the header; of a large file never much is in memory.
std::uint64_t body_checksum(const SharedBytes& image) {
  const HashState state(XXH3_createState());
  XXH3_64bits_reset(state.get());
  for (auto rest = image.bytes.subspan(sizeof(IndexHeader)); !rest.empty();) {
    const auto piece = rest.first(std::min(rest.size(), checked_at_once));
    XXH3_64bits_update(state.get(), piece.data(), piece.size());
    rest = rest.subspan(piece.size());
    give_back(image);
  }
  return XXH3_64bits_digest(state.get());
}

std::optional<Problem> header_fault(const IndexHeader& header, const SharedBytes& image, bool is_known) {
  const std::span<const std::byte> bytes = image.bytes;
  if (header.magic != index_magic) return unread_fault({}, "this is no index");
  if (header.format != index_format || header.order != byte_order) return unread_fault({}, "the index is of another format");
  if (header.engine != engine_hash()) return unread_fault({}, "the index is of another version");
  const std::size_t checked = offsetof(IndexHeader, header_checksum);
  if (header.header_checksum != checksum(bytes.first(checked))) return unread_fault({}, "the index is damaged");
  if (!is_known && header.body_checksum != body_checksum(image)) return unread_fault({}, "the index is damaged");
  // Numbers are kept in 32 bits; the highest means "none".
  for (const std::uint64_t count : {header.articles, header.paragraphs, header.contents, header.claims, header.linked, header.attributes}) {
    if (count >= no_index) return unread_fault({}, "the index is damaged");
  }
  if (header.part > header.parts || (header.part == 0 && header.parts != 0)) return unread_fault({}, "the index is damaged");
  return std::nullopt;
}

bool lies_in(std::uint64_t begin, std::uint64_t size, std::uint64_t whole) { return begin <= whole && size <= whole - begin; }

bool is_range(std::uint32_t begin, std::uint32_t end, std::size_t whole) { return begin <= end && end <= whole; }

std::uint64_t text_size(const ClaimRecord& claim) {
  return std::uint64_t{claim.unit_size} + claim.value_size + claim.thing_size + claim.excerpt_size;
}

/// Is the value one that can be reckoned with, and of a kind that there is?
bool is_claim(const ClaimRecord& claim) {
  if (claim.kind > static_cast<std::uint8_t>(TypedKind::proper) || claim.role > static_cast<std::uint8_t>(Role::after)) return false;
  return can_be_kept(static_cast<TypedKind>(claim.kind), claim.low, claim.high) && claim.source_begin <= claim.source_end;
}

/// Of numbers in the order of their keys, those with this key.
template <typename KeyOf>
auto equal_range_of(std::span<const std::uint32_t> numbers, std::uint64_t key, const KeyOf& key_of) {
  const auto first = std::partition_point(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return key_of(number) < key; });
  return std::pair(first, std::partition_point(first, numbers.end(), [&](std::uint32_t number) { return key_of(number) == key; }));
}

/// Postings of one band hash, and how much each tells.
struct Bucket {
  std::span<const Posting> postings;
  std::uint64_t rarity = 0;
};

Bucket bucket_of(std::span<const Posting> postings, std::uint32_t hash) {
  const auto first = std::partition_point(postings.begin(), postings.end(), [&](const Posting& posting) { return posting.hash < hash; });
  const auto end = std::partition_point(first, postings.end(), [&](const Posting& posting) { return posting.hash == hash; });
  const auto size = static_cast<std::size_t>(end - first);
  return {{first, std::min(size, postings_read)}, rarity_of(size)};
}

/// Adds up the hits of each content.
std::vector<PostingHit> gathered(std::vector<PostingHit> hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const PostingHit& a, const PostingHit& b) { return a.content < b.content; });
  std::vector<PostingHit> result;
  for (const PostingHit& hit : hits) {
    if (result.empty() || result.back().content != hit.content) {
      result.push_back(hit);
    } else {
      result.back().bands += hit.bands;
      result.back().rarity += hit.rarity;
    }
  }
  return result;
}

}  // namespace

std::vector<Candidate> ranked(std::vector<PostingHit> hits) {
  hits = gathered(std::move(hits));
  std::stable_sort(hits.begin(), hits.end(), [](const PostingHit& a, const PostingHit& b) { return a.rarity > b.rarity; });
  if (hits.size() > most_candidates) hits.resize(most_candidates);
  std::vector<Candidate> result;
  result.reserve(hits.size());
  for (const PostingHit& hit : hits) result.push_back({hit.content, hit.bands});
  return result;
}

std::uint64_t engine_hash() {
  // Keys of words are of the library that stet was built with.
  const std::size_t probe = std::hash<std::string_view>{}("stet");
  const std::string engine = fmt::format("{}/{}/{}/{}/{}/{}/{}/{}", STET_VERSION, fingerprint_version, band_count, band_rows, least_words,
                                         most_words, claims_version, probe);
  return XXH3_64bits(engine.data(), engine.size());
}

namespace {

Result<SiteIndex> whole(Result<SiteIndex> index) {
  if (index && index->parts() != 0) return tl::unexpected(unread_fault({}, "this is a part of an index"));
  return index;
}

}  // namespace

Result<SiteIndex> SiteIndex::open(SharedBytes bytes) { return whole(read(std::move(bytes), false)); }

Result<SiteIndex> SiteIndex::open_known(SharedBytes bytes) { return whole(read(std::move(bytes), true)); }

Result<SiteIndex> SiteIndex::open_part(SharedBytes bytes) {
  auto index = read(std::move(bytes), false);
  if (index && index->parts_ == 0) return tl::unexpected(unread_fault({}, "this is no part of an index, but a whole one"));
  return index;
}

Result<SiteIndex> SiteIndex::read(SharedBytes bytes, bool is_known) {
  IndexHeader header;
  if (bytes.bytes.size() < sizeof header) return tl::unexpected(unread_fault({}, "this is no index"));
  if (bytes.bytes.size() % 8 != 0) return tl::unexpected(unread_fault({}, "the index is damaged"));
  std::memcpy(&header, bytes.bytes.data(), sizeof header);
  if (auto problem = header_fault(header, bytes, is_known)) return tl::unexpected(std::move(*problem));
  SectionReader sections(bytes.bytes.subspan(sizeof header));
  SiteIndex index;
  index.articles_ = sections.take<ArticleRecord>(header.articles);
  index.by_path_ = sections.take<std::uint32_t>(header.articles);
  index.paragraphs_ = sections.take<ParagraphRecord>(header.paragraphs);
  index.contents_ = sections.take<ContentRecord>(header.contents);
  index.members_ = sections.take<std::uint32_t>(header.paragraphs);
  const std::uint64_t searched = header.parts == 0 ? header.contents : 0;
  index.by_hash_ = sections.take<HashEntry>(searched);
  index.stems_ = sections.take<std::uint32_t>(header.stems);
  index.postings_ = sections.take<Posting>(searched * band_count);
  index.attributes_ = sections.take<AttributeRecord>(header.attributes);
  index.claims_ = sections.take<ClaimRecord>(header.claims);
  index.by_entity_ = sections.take<std::uint32_t>(header.claims);
  index.by_link_ = sections.take<std::uint32_t>(header.linked);
  index.claim_rules_ = header.rules;
  index.part_ = header.part;
  index.parts_ = header.parts;
  index.text_ = sections.take<char>(header.text);
  const bool is_whole = sections.used_up() && index.sections_agree() && (is_known || index.ranges_hold());
  if (!is_whole) return tl::unexpected(unread_fault({}, "the index is damaged"));
  index.bytes_ = std::move(bytes);
  give_back(index.bytes_);
  return index;
}

/// What stands in an article needs one: an empty record is of the first article and the first content.
bool SiteIndex::sections_agree() const {
  return (!articles_.empty() || (paragraphs_.empty() && claims_.empty())) && (!contents_.empty() || paragraphs_.empty());
}

/// No two texts share bytes, so that reading all of them takes no more than the file's size.
bool SiteIndex::ranges_hold() const {
  std::uint64_t text_used = 0;
  return articles_hold(text_used) && contents_hold() && claims_hold(text_used) && text_used <= text_.size();
}

/// Articles part the paragraphs and the claims among them.
bool SiteIndex::articles_hold(std::uint64_t& text_used) const {
  std::uint32_t next = 0;
  std::uint32_t next_claim = 0;
  for (std::uint32_t a = 0; a < articles_.size(); ++a) {
    const ArticleRecord& article = articles_[a];
    if (by_path_[a] >= articles_.size() || !lies_in(article.path_begin, article.path_size, text_.size())) return false;
    if (article.paragraphs_begin != next || article.paragraphs_end < next || article.paragraphs_end > paragraphs_.size()) return false;
    if (article.claims_begin != next_claim || article.claims_end < next_claim || article.claims_end > claims_.size()) return false;
    for (; next_claim < article.claims_end; ++next_claim) {
      if (claims_[next_claim].article != a) return false;
    }
    text_used += article.path_size;
    for (; next < article.paragraphs_end; ++next) {
      const ParagraphRecord& paragraph = paragraphs_[next];
      if (!lies_in(paragraph.excerpt_begin, paragraph.excerpt_size, text_.size())) return false;
      if (paragraph.article != a || paragraph.content >= contents_.size()) return false;
      text_used += paragraph.excerpt_size;
    }
  }
  return next == paragraphs_.size() && next_claim == claims_.size();
}

bool SiteIndex::claims_hold(std::uint64_t& text_used) const {
  for (const AttributeRecord& attribute : attributes_) {
    const std::uint64_t size = std::uint64_t{attribute.rule_size} + attribute.what_size;
    if (!lies_in(attribute.text_begin, size, text_.size())) return false;
    text_used += size;
  }
  for (const ClaimRecord& claim : claims_) {
    const std::uint64_t size = text_size(claim);
    if (!lies_in(claim.text_begin, size, text_.size()) || claim.attribute >= attributes_.size() || !is_claim(claim)) return false;
    text_used += size;
  }
  const auto is_there = [&](std::uint32_t claim) { return claim < claims_.size(); };
  return std::all_of(by_entity_.begin(), by_entity_.end(), is_there) && std::all_of(by_link_.begin(), by_link_.end(), is_there);
}

/// Contents part the members and the stems among them.
bool SiteIndex::contents_hold() const {
  std::uint32_t next_member = 0;
  std::uint64_t next_stem = 0;
  for (const ContentRecord& content : contents_) {
    if (content.members_begin != next_member || content.members_end <= next_member || content.members_end > members_.size()) return false;
    if (content.stems_begin != next_stem || content.stems_size > most_words || content.stems_size > stems_.size() - next_stem) return false;
    next_member = content.members_end;
    next_stem += content.stems_size;
  }
  const auto is_paragraph = [&](std::uint32_t paragraph) { return paragraph < paragraphs_.size(); };
  return next_member == members_.size() && next_stem == stems_.size() && std::all_of(members_.begin(), members_.end(), is_paragraph);
}

std::string_view SiteIndex::text(std::uint64_t begin, std::uint32_t size) const {
  return lies_in(begin, size, text_.size()) ? std::string_view(text_.data() + begin, size) : std::string_view();
}

const ArticleRecord& SiteIndex::article(std::uint32_t article) const {
  static constexpr ArticleRecord none;
  const ArticleRecord& record = articles_[article];
  const bool holds = is_range(record.paragraphs_begin, record.paragraphs_end, paragraphs_.size()) &&
                     is_range(record.claims_begin, record.claims_end, claims_.size());
  return holds ? record : none;
}

const ParagraphRecord& SiteIndex::paragraph(std::uint32_t paragraph) const {
  static constexpr ParagraphRecord none;
  const bool is_there = paragraph < paragraphs_.size();
  const bool holds = is_there && paragraphs_[paragraph].article < articles_.size() && paragraphs_[paragraph].content < contents_.size();
  return holds ? paragraphs_[paragraph] : none;
}

const ContentRecord& SiteIndex::content(std::uint32_t content) const {
  static constexpr ContentRecord none;
  const ContentRecord& record = contents_[content];
  const bool holds = is_range(record.members_begin, record.members_end, members_.size()) && record.stems_size <= most_words &&
                     lies_in(record.stems_begin, record.stems_size, stems_.size());
  return holds ? record : none;
}

const ClaimRecord& SiteIndex::claim_record(std::uint32_t claim) const {
  static constexpr ClaimRecord none;
  const bool is_there = claim < claims_.size() && claims_[claim].article < articles_.size();
  return is_there && is_claim(claims_[claim]) ? claims_[claim] : none;
}

ParagraphContent SiteIndex::words_of(std::uint32_t content) const {
  const ContentRecord& record = this->content(content);
  return {stems_.subspan(static_cast<std::size_t>(record.stems_begin), record.stems_size), record.negated != 0};
}

std::span<const std::uint32_t> SiteIndex::members(std::uint32_t content) const {
  static constexpr std::array<std::uint32_t, 1> nowhere = {no_index};
  const ContentRecord& record = this->content(content);
  if (record.members_begin == record.members_end) return nowhere;
  return members_.subspan(record.members_begin, record.members_end - record.members_begin);
}

std::string_view SiteIndex::rule(std::uint32_t attribute) const {
  if (attribute >= attributes_.size()) return {};
  return text(attributes_[attribute].text_begin, attributes_[attribute].rule_size);
}

std::string_view SiteIndex::what(std::uint32_t attribute) const {
  if (attribute >= attributes_.size()) return {};
  return text(attributes_[attribute].text_begin + attributes_[attribute].rule_size, attributes_[attribute].what_size);
}

std::string_view SiteIndex::thing(const ClaimRecord& claim) const {
  return text(claim.text_begin + claim.unit_size + claim.value_size, claim.thing_size);
}

std::string_view SiteIndex::excerpt(const ClaimRecord& claim) const {
  return text(claim.text_begin + claim.unit_size + claim.value_size + claim.thing_size, claim.excerpt_size);
}

ClaimView SiteIndex::view(std::uint32_t claim) const {
  const ClaimRecord& record = claim_record(claim);
  return {.entity = record.entity,
          .link = record.link,
          .kind = static_cast<TypedKind>(record.kind),
          .role = static_cast<Role>(record.role),
          .low = record.low,
          .high = record.high,
          .unit = text(record.text_begin, record.unit_size),
          .flags = record.flags,
          .circumstances = record.circumstances,
          .counted = record.counted};
}

IndexedClaim SiteIndex::claim(std::uint32_t claim) const {
  const ClaimRecord& record = claim_record(claim);
  const ClaimView seen = view(claim);
  return {.entity = record.entity,
          .link = record.link,
          .attribute = record.attribute,
          .flags = record.flags,
          .circumstances = record.circumstances,
          .counted = record.counted,
          .kind = seen.kind,
          .role = seen.role,
          .low = record.low,
          .high = record.high,
          .unit = std::string(seen.unit),
          .source = {record.source_begin, record.source_end},
          .line = record.line,
          .column = record.column,
          .value = std::string(value(record)),
          .thing = std::string(thing(record)),
          .excerpt = std::string(excerpt(record))};
}

std::span<const std::uint32_t> SiteIndex::claims_about(std::uint64_t entity) const {
  const auto [first, end] = equal_range_of(by_entity_, entity, [&](std::uint32_t claim) { return claim_record(claim).entity; });
  return {first, end};
}

std::span<const std::uint32_t> SiteIndex::claims_linked(std::uint64_t link) const {
  const auto [first, end] = equal_range_of(by_link_, link, [&](std::uint32_t claim) { return claim_record(claim).link; });
  return {first, end};
}

/// In the order of paths.
std::string_view SiteIndex::path_at(std::size_t place) const {
  return by_path_[place] < articles_.size() ? path(by_path_[place]) : std::string_view();
}

std::optional<std::uint32_t> SiteIndex::find_article(std::string_view wanted) const {
  std::size_t next = by_path_.size();
  return find_article(wanted, next);
}

std::optional<std::uint32_t> SiteIndex::find_article(std::string_view wanted, std::size_t& next) const {
  if (next >= by_path_.size() || path_at(next) != wanted) {
    const auto before = [&](std::uint32_t article) { return (article < articles_.size() ? path(article) : std::string_view()) < wanted; };
    next = static_cast<std::size_t>(std::partition_point(by_path_.begin(), by_path_.end(), before) - by_path_.begin());
  }
  if (next == by_path_.size() || by_path_[next] >= articles_.size() || path_at(next) != wanted) return std::nullopt;
  return by_path_[next++];
}

std::optional<std::uint32_t> SiteIndex::find_content(std::uint64_t hash) const {
  const auto at = std::partition_point(by_hash_.begin(), by_hash_.end(), [&](const HashEntry& entry) { return entry.hash < hash; });
  if (at == by_hash_.end() || at->hash != hash || at->content >= contents_.size()) return std::nullopt;
  return at->content;
}

std::span<const Posting> SiteIndex::postings(std::uint32_t band) const {
  return postings_.empty() ? postings_ : postings_.subspan(band * contents_.size(), contents_.size());
}

std::vector<Candidate> SiteIndex::candidates(std::span<const SiteStem> stems, LookupCost* cost) const {
  const BandHashes hashes = band_hashes(stems);
  std::vector<PostingHit> hits;
  for (std::uint32_t band = 0; band < band_count; ++band) {
    const Bucket bucket = bucket_of(postings(band), hashes[band]);
    for (const Posting& posting : bucket.postings) {
      if (posting.content < contents_.size()) hits.push_back({posting.content, 1, bucket.rarity});
    }
  }
  if (cost != nullptr) cost->postings += hits.size();
  std::vector<Candidate> result = ranked(std::move(hits));
  if (cost != nullptr) cost->candidates += result.size();
  return result;
}

}  // namespace stet
