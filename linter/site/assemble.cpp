#include "site/assemble.h"

#include <algorithm>
#include <tuple>

#include "text/threads.h"

namespace stet {
namespace {

constexpr std::size_t hashed_at_once = 4096;  // contents
constexpr unsigned most_sorted_at_once = 4;   // bands
static_assert(most_words < 256, "a paragraph's stems are counted in a byte");

std::uint16_t cut_size(const std::string& text) { return static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), 0xFFFF)); }

std::uint64_t text_size(const IndexedClaim& claim) {
  return std::uint64_t{cut_size(claim.unit)} + cut_size(claim.value) + cut_size(claim.thing) + cut_size(claim.excerpt);
}

/// Articles in memory. Each is freed as it is taken.
class ArticlesInMemory : public ArticleStream {
 public:
  explicit ArticlesInMemory(std::vector<IndexedArticle> articles) : articles_(std::move(articles)) {
    std::sort(articles_.begin(), articles_.end(),
              [](const IndexedArticle& a, const IndexedArticle& b) { return comes_before(a.print.date, a.path, b.print.date, b.path); });
  }
  std::size_t count() const override { return articles_.size(); }
  ArticleOutline outline(std::size_t number, std::vector<std::uint64_t>& contents, std::vector<std::uint8_t>& stems) const override {
    const IndexedArticle& article = articles_[number];
    for (const ParagraphPrint& paragraph : article.print.paragraphs) {
      contents.push_back(paragraph.content);
      stems.push_back(static_cast<std::uint8_t>(paragraph.stems.size()));
    }
    ArticleOutline outline{article.path, article.path.size() + article.print.text.size(),
                           static_cast<std::uint32_t>(article.claims.claims.size())};
    for (const IndexedClaim& claim : article.claims.claims) {
      outline.text += text_size(claim);
      outline.linked += claim.link != 0 ? 1U : 0U;
    }
    return outline;
  }
  IndexedArticle take(std::size_t article) override { return std::move(articles_[article]); }

 private:
  std::vector<IndexedArticle> articles_;
};

std::vector<std::uint32_t> sorted_by_path(const std::vector<std::string>& paths) {
  std::vector<std::uint32_t> order(paths.size());
  for (std::uint32_t a = 0; a < order.size(); ++a) order[a] = a;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return paths[a] < paths[b]; });
  return order;
}

}  // namespace

Assembly::Grouping Assembly::group(const std::vector<std::uint64_t>& hashes, std::vector<std::uint32_t> paragraphs_from) {
  const auto count = static_cast<std::uint32_t>(hashes.size());
  Grouping grouping;
  std::vector<std::uint32_t> first_like(count);
  {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(count);
    for (std::uint32_t p = 0; p < count; ++p) order.emplace_back(hashes[p], p);
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool repeats = i > 0 && order[i].first == order[i - 1].first;
      first_like[order[i].second] = repeats ? first_like[order[i - 1].second] : order[i].second;
    }
  }
  grouping.content_of = std::move(first_like);
  std::vector<std::uint32_t> last_article;
  std::uint32_t article = 0;
  for (std::uint32_t p = 0; p < count; ++p) {
    while (p >= paragraphs_from[article + 1]) ++article;
    const std::uint32_t first = grouping.content_of[p];
    // Those before p are numbers of contents already.
    const std::uint32_t content = first == p ? static_cast<std::uint32_t>(grouping.first_of.size()) : grouping.content_of[first];
    grouping.content_of[p] = content;
    if (first == p) {
      grouping.first_of.push_back(p);
      grouping.members_begin.push_back(0);
      grouping.articles_of.push_back(0);
      last_article.push_back(no_index);
    }
    ++grouping.members_begin[content];
    grouping.articles_of[content] += last_article[content] != article ? 1U : 0U;
    last_article[content] = article;
  }
  grouping.members_begin.push_back(0);
  std::uint32_t before = 0;
  for (std::uint32_t& begin : grouping.members_begin) begin = std::exchange(before, before + begin);
  grouping.paragraphs_from = std::move(paragraphs_from);
  return grouping;
}

Result<Assembly> Assembly::plan(ArticleStream& stream, const ClaimSchema& schema, PartNumber part) {
  Assembly assembly;
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint8_t> stems;
  std::vector<std::uint32_t> paragraphs_from = {0};
  std::vector<std::string> paths;
  IndexHeader& header = assembly.header_;
  for (std::size_t a = 0; a < stream.count(); ++a) {
    const ArticleOutline outline = stream.outline(a, hashes, stems);
    paragraphs_from.push_back(static_cast<std::uint32_t>(std::min<std::size_t>(hashes.size(), no_index)));
    paths.emplace_back(outline.path);
    assembly.path_bytes_ += outline.path.size();
    header.claims += outline.claims;
    header.linked += outline.linked;
    header.text += outline.text;
  }
  if (stream.count() >= no_index || hashes.size() >= no_index || header.claims >= no_index) {
    return tl::unexpected(unread_fault({}, "the site has too many paragraphs or claims for one index"));
  }
  for (const auto& [rule, what] : schema.attributes) header.text += rule.size() + what.size();
  assembly.by_path_ = sorted_by_path(paths);
  assembly.grouping_ = group(hashes, std::move(paragraphs_from));
  for (const std::uint32_t first : assembly.grouping_.first_of) header.stems += stems[first];
  header.engine = engine_hash();
  header.articles = stream.count();
  header.paragraphs = hashes.size();
  header.contents = assembly.grouping_.first_of.size();
  header.attributes = schema.attributes.size();
  header.rules = schema.rules;
  header.part = part.part;
  header.parts = part.parts;
  assembly.layout_ = layout_of(header);
  assembly.stream_ = &stream;
  assembly.schema_ = schema;
  return assembly;
}

/// Fills all sections while the articles pass by.
class Assembly::Writer {
 public:
  Writer(Assembly& assembly, ImageSink& sink, unsigned jobs)
      : assembly_(assembly),
        grouping_(assembly.grouping_),
        sink_(sink),
        jobs_(jobs),
        articles_(sink, assembly.layout_.articles),
        paragraphs_(sink, assembly.layout_.paragraphs),
        contents_(sink, assembly.layout_.contents),
        stems_(sink, assembly.layout_.stems),
        claims_(sink, assembly.layout_.claims),
        paths_(sink, assembly.layout_.text),
        text_(sink, assembly.layout_.text + assembly.path_bytes_),
        text_size_(assembly.path_bytes_) {
    const std::uint64_t band = assembly.header_.contents * sizeof(Posting);
    if (is_searched()) {
      for (std::uint32_t b = 0; b < band_count; ++b) bands_.emplace_back(sink, assembly.layout_.postings + b * band);
    }
  }

  void write() {
    for (std::size_t a = 0; a < assembly_.stream_->count() && sink_.error() == 0; ++a) add_article(assembly_.stream_->take(a));
    add_hashed();
    for (SectionWriter<Posting>& band : bands_) band.flush();
    add_attributes();
    articles_.finish();
    paragraphs_.finish();
    contents_.finish();
    stems_.finish();
    claims_.finish();
    paths_.flush();
    text_.finish();
    add_members();
    add_order(about_, assembly_.layout_.by_entity);
    add_order(linked_, assembly_.layout_.by_link);
    add_hashes();
    add_section<std::uint32_t>(assembly_.by_path_, assembly_.layout_.by_path);
    sort_bands();
    seal(sink_, assembly_.header_, assembly_.layout_);
  }

 private:
  Assembly& assembly_;
  const Grouping& grouping_;
  ImageSink& sink_;
  unsigned jobs_ = 1;
  SectionWriter<ArticleRecord> articles_;
  SectionWriter<ParagraphRecord> paragraphs_;
  SectionWriter<ContentRecord> contents_;
  SectionWriter<SiteStem> stems_;
  SectionWriter<ClaimRecord> claims_;
  SectionWriter<char> paths_;
  SectionWriter<char> text_;
  std::uint64_t path_size_ = 0;
  std::uint64_t text_size_ = 0;
  std::vector<SectionWriter<Posting>> bands_;
  std::uint32_t article_count_ = 0;
  std::uint32_t paragraph_count_ = 0;
  std::uint32_t claim_count_ = 0;
  std::uint32_t content_count_ = 0;
  std::uint64_t stem_count_ = 0;
  std::vector<std::uint64_t> content_hashes_;                    // by content
  std::vector<std::pair<std::uint64_t, std::uint32_t>> about_;   // entity, claim
  std::vector<std::pair<std::uint64_t, std::uint32_t>> linked_;  // link, claim
  std::vector<SiteStem> unhashed_;                               // stems of contents whose bands are not known yet
  std::vector<std::size_t> unhashed_ends_;

  bool is_searched() const { return assembly_.header_.parts == 0; }

  template <typename T>
  void add_section(std::span<const T> values, std::uint64_t begin) {
    SectionWriter<T> section(sink_, begin);
    section.add(values);
    section.finish();
  }

  void add_text(std::string_view text) {
    text_.add(std::span(text));
    text_size_ += text.size();
  }

  void add_article(const IndexedArticle& article) {
    ArticleRecord record{article.bytes_hash, path_size_, static_cast<std::uint32_t>(article.path.size()), article.print.date};
    paths_.add(std::span<const char>(article.path));
    path_size_ += article.path.size();
    record.paragraphs_begin = paragraph_count_;
    for (const ParagraphPrint& paragraph : article.print.paragraphs) add_paragraph(article.print, paragraph);
    add_text(article.print.text);
    record.paragraphs_end = paragraph_count_;
    record.edition = article.claims.edition;
    record.claims_begin = claim_count_;
    for (const IndexedClaim& claim : article.claims.claims) add_claim(claim);
    record.claims_end = claim_count_;
    articles_.add(record);
    ++article_count_;
  }

  void add_paragraph(const ArticlePrint& print, const ParagraphPrint& paragraph) {
    const std::uint32_t content = grouping_.content_of[paragraph_count_];
    paragraphs_.add({text_size_ + paragraph.excerpt.begin, paragraph.excerpt.size(), paragraph.first_line, paragraph.last_line,
                     paragraph.words, article_count_, content});
    if (grouping_.first_of[content] == paragraph_count_) add_content(print, paragraph);
    ++paragraph_count_;
  }

  void add_content(const ArticlePrint& print, const ParagraphPrint& paragraph) {
    const auto stems = std::span(print.stems).subspan(paragraph.stems.begin, paragraph.stems.size());
    contents_.add({.hash = paragraph.content,
                   .stems_begin = stem_count_,
                   .stems_size = paragraph.stems.size(),
                   .negated = paragraph.negated ? 1U : 0U,
                   .members_begin = grouping_.members_begin[content_count_],
                   .members_end = grouping_.members_begin[content_count_ + 1],
                   .articles = grouping_.articles_of[content_count_]});
    ++content_count_;
    stems_.add(stems);
    stem_count_ += stems.size();
    if (!is_searched()) return;
    content_hashes_.push_back(paragraph.content);
    unhashed_.insert(unhashed_.end(), stems.begin(), stems.end());
    unhashed_ends_.push_back(unhashed_.size());
    if (unhashed_ends_.size() == hashed_at_once) add_hashed();
  }

  /// Postings of some contents, in all bands, which are sorted later.
  void add_hashed() {
    std::vector<BandHashes> hashes(unhashed_ends_.size());
    in_parallel(hashes.size(), jobs_, [&](std::size_t i) {
      const std::size_t begin = i == 0 ? 0 : unhashed_ends_[i - 1];
      hashes[i] = band_hashes(std::span(unhashed_).subspan(begin, unhashed_ends_[i] - begin));
    });
    const auto first = content_count_ - static_cast<std::uint32_t>(hashes.size());
    for (std::uint32_t band = 0; band < bands_.size(); ++band) {
      for (std::uint32_t i = 0; i < hashes.size(); ++i) bands_[band].add({hashes[i][band], first + i});
    }
    unhashed_.clear();
    unhashed_ends_.clear();
  }

  void add_claim(const IndexedClaim& claim) {
    claims_.add({.entity = claim.entity,
                 .link = claim.link,
                 .circumstances = claim.circumstances,
                 .counted = claim.counted,
                 .low = claim.low,
                 .high = claim.high,
                 .text_begin = text_size_,
                 .unit_size = cut_size(claim.unit),
                 .value_size = cut_size(claim.value),
                 .thing_size = cut_size(claim.thing),
                 .excerpt_size = cut_size(claim.excerpt),
                 .source_begin = claim.source.begin,
                 .source_end = claim.source.end,
                 .line = claim.line,
                 .column = claim.column,
                 .article = article_count_,
                 .attribute = claim.attribute,
                 .flags = claim.flags,
                 .kind = static_cast<std::uint8_t>(claim.kind),
                 .role = static_cast<std::uint8_t>(claim.role)});
    for (const std::string* text : {&claim.unit, &claim.value, &claim.thing, &claim.excerpt}) {
      add_text(std::string_view(*text).substr(0, cut_size(*text)));
    }
    if (claim.link != 0) linked_.emplace_back(claim.link, claim_count_);
    about_.emplace_back(claim.entity, claim_count_++);
  }

  void add_attributes() {
    SectionWriter<AttributeRecord> attributes(sink_, assembly_.layout_.attributes);
    for (const auto& [rule, what] : assembly_.schema_.attributes) {
      attributes.add({text_size_, static_cast<std::uint32_t>(rule.size()), static_cast<std::uint32_t>(what.size())});
      add_text(rule);
      add_text(what);
    }
    attributes.finish();
  }

  void add_members() {
    std::vector<std::uint32_t> members(paragraph_count_);
    std::vector<std::uint32_t> next(grouping_.members_begin);
    for (std::uint32_t p = 0; p < paragraph_count_; ++p) members[next[grouping_.content_of[p]]++] = p;
    add_section<std::uint32_t>(members, assembly_.layout_.members);
  }

  /// Claims in the order of what they are about.
  void add_order(std::vector<std::pair<std::uint64_t, std::uint32_t>>& keys, std::uint64_t begin) {
    std::sort(keys.begin(), keys.end());
    SectionWriter<std::uint32_t> order(sink_, begin);
    for (const auto& [key, claim] : keys) order.add(claim);
    order.finish();
    keys = {};
  }

  void add_hashes() {
    if (!is_searched()) return;
    std::vector<HashEntry> entries;
    entries.reserve(content_hashes_.size());
    for (std::uint32_t c = 0; c < content_hashes_.size(); ++c) entries.push_back({content_hashes_[c], c, 0});
    content_hashes_ = {};
    std::sort(entries.begin(), entries.end(), [](const HashEntry& a, const HashEntry& b) { return a.hash < b.hash; });
    add_section<HashEntry>(entries, assembly_.layout_.by_hash);
  }

  void sort_bands() {
    const std::size_t count = content_count_;
    in_parallel(bands_.size(), std::min(jobs_, most_sorted_at_once), [&](std::size_t band) {
      std::vector<Posting> postings(count);
      const std::uint64_t begin = assembly_.layout_.postings + band * count * sizeof(Posting);
      sink_.read(begin, std::as_writable_bytes(std::span(postings)));
      std::sort(postings.begin(), postings.end());
      sink_.write(begin, std::as_bytes(std::span(postings)));
    });
  }
};

void Assembly::write(ImageSink& sink, unsigned jobs) { Writer(*this, sink, jobs).write(); }

Result<SharedBytes> assemble(std::vector<IndexedArticle> articles, unsigned jobs, const ClaimSchema& schema, PartNumber part) {
  ArticlesInMemory stream(std::move(articles));
  auto assembly = Assembly::plan(stream, schema, part);
  if (!assembly) return tl::unexpected(std::move(assembly.error()));
  MemorySink sink(assembly->size());
  assembly->write(sink, jobs);
  return sink.bytes();
}

bool comes_before(std::uint32_t date, std::string_view path, std::uint32_t other_date, std::string_view other_path) {
  return std::tie(date, path) < std::tie(other_date, other_path);
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
