#include "site/assemble.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <tuple>

#include "site/parallel.h"

namespace stet {
namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

/// The sections while they grow; see format.h.
struct Tables {
  std::vector<ArticleRecord> articles;
  std::vector<std::uint32_t> by_path;
  std::vector<ParagraphRecord> paragraphs;
  std::vector<ContentRecord> contents;
  std::vector<std::uint32_t> members;
  std::vector<HashEntry> by_hash;
  std::vector<SiteStem> stems;
  std::vector<Posting> postings;
  std::vector<AttributeRecord> attributes;
  std::vector<ClaimRecord> claims;
  std::vector<std::uint32_t> by_entity;
  std::string text;
};

/// Which content each paragraph has: contents are numbered by their first paragraphs.
struct Grouping {
  std::vector<std::uint32_t> content_of;    ///< by paragraph
  std::vector<std::uint32_t> first_of;      ///< by content: its first paragraph
  std::vector<std::uint32_t> member_count;  ///< by content
};

Grouping group(const std::vector<std::uint64_t>& hashes) {
  const auto count = static_cast<std::uint32_t>(hashes.size());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  order.reserve(count);
  for (std::uint32_t p = 0; p < count; ++p) order.emplace_back(hashes[p], p);
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> first_like(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool repeats = i > 0 && order[i].first == order[i - 1].first;
    first_like[order[i].second] = repeats ? first_like[order[i - 1].second] : order[i].second;
  }
  Grouping grouping;
  grouping.content_of.resize(count);
  for (std::uint32_t p = 0; p < count; ++p) {
    if (first_like[p] == p) {
      grouping.content_of[p] = static_cast<std::uint32_t>(grouping.first_of.size());
      grouping.first_of.push_back(p);
      grouping.member_count.push_back(1);
    } else {
      grouping.content_of[p] = grouping.content_of[first_like[p]];
      ++grouping.member_count[grouping.content_of[p]];
    }
  }
  return grouping;
}

class Assembler {
 public:
  explicit Assembler(std::vector<IndexedArticle> articles) : articles_(std::move(articles)) {
    std::sort(articles_.begin(), articles_.end(), [](const IndexedArticle& a, const IndexedArticle& b) {
      return std::tie(a.print.date, a.path) < std::tie(b.print.date, b.path);
    });
  }

  bool is_countable() const {
    std::uint64_t paragraphs = 0;
    std::uint64_t claims = 0;
    for (const IndexedArticle& article : articles_) {
      paragraphs += article.print.paragraphs.size();
      claims += article.claims.claims.size();
    }
    return articles_.size() < no_index && paragraphs < no_index && claims < no_index;
  }

  Tables assemble(unsigned jobs, const ClaimSchema& schema) {
    const Grouping grouping = group(content_hashes());
    reserve(grouping);
    for (std::uint32_t c = 0; c < grouping.first_of.size(); ++c) add_content(c, grouping);
    for (IndexedArticle& article : articles_) add_article(article, grouping);
    add_members(grouping);
    add_attributes(schema);
    sort_entities();
    sort_paths();
    add_hashes();
    add_postings(jobs);
    return std::move(tables_);
  }

 private:
  std::vector<IndexedArticle> articles_;
  Tables tables_;

  std::vector<std::uint64_t> content_hashes() const {
    std::vector<std::uint64_t> hashes;
    for (const IndexedArticle& article : articles_) {
      for (const ParagraphPrint& paragraph : article.print.paragraphs) hashes.push_back(paragraph.content);
    }
    return hashes;
  }

  /// What doubling vectors would take beside what they hold; memory that is reserved and not filled costs nothing.
  void reserve(const Grouping& grouping) {
    std::size_t stems = 0;
    std::size_t text = 0;
    std::size_t claims = 0;
    for (const IndexedArticle& article : articles_) {
      stems += article.print.stems.size();
      text += article.path.size() + article.print.text.size();
      claims += article.claims.claims.size();
      for (const IndexedClaim& claim : article.claims.claims) {
        text += claim.unit.size() + claim.value.size() + claim.thing.size() + claim.excerpt.size();
      }
    }
    tables_.claims.reserve(claims);
    tables_.by_entity.reserve(claims);
    tables_.articles.reserve(articles_.size());
    tables_.by_path.reserve(articles_.size());
    tables_.paragraphs.reserve(grouping.content_of.size());
    tables_.contents.reserve(grouping.first_of.size());
    tables_.by_hash.reserve(grouping.first_of.size());
    tables_.stems.reserve(stems);
    tables_.text.reserve(text);
  }

  void add_content(std::uint32_t content, const Grouping& grouping) {
    ContentRecord record;
    record.members_begin = tables_.contents.empty() ? 0 : tables_.contents.back().members_end;
    record.members_end = record.members_begin + grouping.member_count[content];
    tables_.contents.push_back(record);
  }

  /// Moves one article into the tables and frees it: both must not be in memory whole.
  void add_article(IndexedArticle& article, const Grouping& grouping) {
    const auto number = static_cast<std::uint32_t>(tables_.articles.size());
    ArticleRecord record{article.bytes_hash, tables_.text.size(), static_cast<std::uint32_t>(article.path.size()), article.print.date};
    tables_.text += article.path;
    record.paragraphs_begin = static_cast<std::uint32_t>(tables_.paragraphs.size());
    for (const ParagraphPrint& paragraph : article.print.paragraphs) {
      const auto p = static_cast<std::uint32_t>(tables_.paragraphs.size());
      const std::uint32_t content = grouping.content_of[p];
      tables_.paragraphs.push_back({tables_.text.size() + paragraph.excerpt.begin, paragraph.excerpt.size(), paragraph.first_line,
                                    paragraph.last_line, paragraph.words, number, content});
      if (grouping.first_of[content] == p) fill_content(tables_.contents[content], article.print, paragraph);
    }
    tables_.text += article.print.text;
    record.paragraphs_end = static_cast<std::uint32_t>(tables_.paragraphs.size());
    record.edition = article.claims.edition;
    record.claims_begin = static_cast<std::uint32_t>(tables_.claims.size());
    for (const IndexedClaim& claim : article.claims.claims) add_claim(claim, number);
    record.claims_end = static_cast<std::uint32_t>(tables_.claims.size());
    tables_.articles.push_back(record);
    article.print = {};
    article.claims = {};
  }

  void add_claim(const IndexedClaim& claim, std::uint32_t article) {
    const auto size = [](const std::string& text) { return static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), 0xFFFF)); };
    tables_.claims.push_back({.entity = claim.entity,
                              .circumstances = claim.circumstances,
                              .counted = claim.counted,
                              .low = claim.low,
                              .high = claim.high,
                              .text_begin = tables_.text.size(),
                              .unit_size = size(claim.unit),
                              .value_size = size(claim.value),
                              .thing_size = size(claim.thing),
                              .excerpt_size = size(claim.excerpt),
                              .source_begin = claim.source.begin,
                              .source_end = claim.source.end,
                              .line = claim.line,
                              .column = claim.column,
                              .article = article,
                              .attribute = claim.attribute,
                              .flags = claim.flags,
                              .kind = static_cast<std::uint8_t>(claim.kind),
                              .role = static_cast<std::uint8_t>(claim.role)});
    for (const std::string* text : {&claim.unit, &claim.value, &claim.thing, &claim.excerpt}) tables_.text.append(*text, 0, size(*text));
  }

  void add_attributes(const ClaimSchema& schema) {
    for (const auto& [rule, what] : schema.attributes) {
      tables_.attributes.push_back({tables_.text.size(), static_cast<std::uint32_t>(rule.size()), static_cast<std::uint32_t>(what.size())});
      tables_.text += rule + what;
    }
  }

  void sort_entities() {
    for (std::uint32_t c = 0; c < tables_.claims.size(); ++c) tables_.by_entity.push_back(c);
    std::stable_sort(tables_.by_entity.begin(), tables_.by_entity.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return tables_.claims[a].entity < tables_.claims[b].entity; });
  }

  void fill_content(ContentRecord& content, const ArticlePrint& print, const ParagraphPrint& paragraph) {
    content.hash = paragraph.content;
    content.negated = paragraph.negated ? 1 : 0;
    content.stems_begin = tables_.stems.size();
    content.stems_size = paragraph.stems.size();
    tables_.stems.insert(tables_.stems.end(), print.stems.begin() + paragraph.stems.begin, print.stems.begin() + paragraph.stems.end);
  }

  void add_members(const Grouping& grouping) {
    tables_.members.resize(tables_.paragraphs.size());
    std::vector<std::uint32_t> filled(tables_.contents.size(), 0);
    std::vector<std::uint32_t> last_article(tables_.contents.size(), no_index);
    for (std::uint32_t p = 0; p < tables_.paragraphs.size(); ++p) {
      const std::uint32_t c = grouping.content_of[p];
      ContentRecord& content = tables_.contents[c];
      tables_.members[content.members_begin + filled[c]++] = p;
      if (last_article[c] != tables_.paragraphs[p].article) ++content.articles;
      last_article[c] = tables_.paragraphs[p].article;
    }
  }

  void sort_paths() {
    for (std::uint32_t a = 0; a < articles_.size(); ++a) tables_.by_path.push_back(a);
    std::sort(tables_.by_path.begin(), tables_.by_path.end(),
              [&](std::uint32_t a, std::uint32_t b) { return articles_[a].path < articles_[b].path; });
  }

  void add_hashes() {
    for (std::uint32_t c = 0; c < tables_.contents.size(); ++c) tables_.by_hash.push_back({tables_.contents[c].hash, c, 0});
    std::sort(tables_.by_hash.begin(), tables_.by_hash.end(), [](const HashEntry& a, const HashEntry& b) { return a.hash < b.hash; });
  }

  void add_postings(unsigned jobs) {
    const std::size_t count = tables_.contents.size();
    tables_.postings.resize(count * band_count);
    in_parallel(count, jobs, [&](std::size_t c) {
      const ContentRecord& content = tables_.contents[c];
      const auto stems =
          std::span<const SiteStem>(tables_.stems).subspan(static_cast<std::size_t>(content.stems_begin), content.stems_size);
      const BandHashes hashes = band_hashes(stems);
      for (std::size_t band = 0; band < band_count; ++band) {
        tables_.postings[band * count + c] = {hashes[band], static_cast<std::uint32_t>(c)};
      }
    });
    in_parallel(band_count, jobs, [&](std::size_t band) {
      const auto first = tables_.postings.begin() + static_cast<std::ptrdiff_t>(band * count);
      std::sort(first, first + static_cast<std::ptrdiff_t>(count));
    });
  }
};

/// Fills an image section by section, and frees each section: all of it must not be in memory twice.
class ImageWriter {
 public:
  explicit ImageWriter(std::span<std::byte> image) : rest_(image) {}

  template <typename Section>
  void add(Section& section) {
    const std::size_t size = section.size() * sizeof(section[0]);
    if (size > 0) std::memcpy(rest_.data(), section.data(), size);
    std::fill_n(rest_.data() + size, padded(size) - size, std::byte{0});
    rest_ = rest_.subspan(padded(size));
    section = Section();
  }

 private:
  std::span<std::byte> rest_;
};

template <typename... Sections>
std::size_t image_size(const Sections&... sections) {
  return sizeof(IndexHeader) + (padded(sections.size() * sizeof(sections[0])) + ...);
}

SharedBytes image_of(Tables t, const ClaimSchema& schema) {
  IndexHeader header;
  header.engine = engine_hash();
  header.articles = t.articles.size();
  header.paragraphs = t.paragraphs.size();
  header.contents = t.contents.size();
  header.stems = t.stems.size();
  header.attributes = t.attributes.size();
  header.claims = t.claims.size();
  header.rules = schema.rules;
  header.text = t.text.size();
  const std::size_t size = image_size(t.articles, t.by_path, t.paragraphs, t.contents, t.members, t.by_hash, t.stems, t.postings,
                                      t.attributes, t.claims, t.by_entity, t.text);
  // In words, for their alignment; not filled yet, so that memory is taken only as sections move in.
  auto words = std::make_shared_for_overwrite<std::uint64_t[]>(size / 8);  // NOLINT(*-avoid-c-arrays): there is no other
  const auto image = std::as_writable_bytes(std::span(words.get(), size / 8));
  ImageWriter writer(image.subspan(sizeof header));
  writer.add(t.articles);
  writer.add(t.by_path);
  writer.add(t.paragraphs);
  writer.add(t.contents);
  writer.add(t.members);
  writer.add(t.by_hash);
  writer.add(t.stems);
  writer.add(t.postings);
  writer.add(t.attributes);
  writer.add(t.claims);
  writer.add(t.by_entity);
  writer.add(t.text);
  const auto body = image.subspan(sizeof header);
  header.body_checksum = XXH3_64bits(body.data(), body.size());
  header.header_checksum = XXH3_64bits(&header, offsetof(IndexHeader, header_checksum));
  std::memcpy(image.data(), &header, sizeof header);
  return {std::move(words), image};
}

}  // namespace

Result<SharedBytes> assemble(std::vector<IndexedArticle> articles, unsigned jobs, const ClaimSchema& schema) {
  Assembler assembler(std::move(articles));
  if (!assembler.is_countable()) {
    return tl::unexpected(Problem{.kind = ProblemKind::unread,
                                  .path = {},
                                  .what = "the site has too many paragraphs or claims for one index",
                                  .mend = {},
                                  .source_line = {}});
  }
  return image_of(assembler.assemble(jobs, schema), schema);
}

IndexedArticle article_of(const SiteIndex& index, std::uint32_t article) {
  const ArticleRecord& record = index.article(article);
  IndexedArticle result{std::string(index.path(article)), record.bytes_hash, {}, {record.edition, {}}};
  result.print.date = record.date;
  for (std::uint32_t p = record.paragraphs_begin; p < record.paragraphs_end; ++p) {
    const ParagraphRecord& paragraph = index.paragraph(p);
    const ParagraphContent words = index.words_of(paragraph.content);
    ParagraphPrint print;
    print.first_line = paragraph.first_line;
    print.last_line = paragraph.last_line;
    print.words = paragraph.words;
    print.negated = words.negated;
    print.content = index.content(paragraph.content).hash;
    print.stems.begin = static_cast<std::uint32_t>(result.print.stems.size());
    result.print.stems.insert(result.print.stems.end(), words.stems.begin(), words.stems.end());
    print.stems.end = static_cast<std::uint32_t>(result.print.stems.size());
    print.excerpt.begin = static_cast<std::uint32_t>(result.print.text.size());
    result.print.text += index.excerpt(paragraph);
    print.excerpt.end = static_cast<std::uint32_t>(result.print.text.size());
    result.print.paragraphs.push_back(print);
  }
  for (std::uint32_t c = record.claims_begin; c < record.claims_end; ++c) result.claims.claims.push_back(index.claim(c));
  return result;
}

}  // namespace stet
