// From articles' fingerprints to an index.
//
// Order of calls:  auto assembly = Assembly::plan(stream, schema, part);  assembly->size();  assembly->write(sink, jobs).  Or, for a few
// articles in memory, assemble(articles, jobs, schema).
//
// The articles of a stream need not fit into memory: each is asked for twice, first for what is in it, then for itself. What is held for
// each paragraph meanwhile is some forty bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/claims.h"
#include "site/image.h"
#include "site/index.h"

namespace stet {

struct IndexedArticle {
  std::string path;              ///< relative to the site's root, with forward slashes
  std::uint64_t bytes_hash = 0;  ///< XXH3 of the file
  ArticlePrint print;
  ArticleClaims claims;
};

/// By what claims were read: the same for all articles of an index.
struct ClaimSchema {
  std::uint64_t rules = 0;  ///< hash; 0: no claims were read
  struct Name {
    std::string rule;
    std::string what;
    bool operator==(const Name&) const = default;
  };
  std::vector<Name> attributes;
};

/// Which part of an index this is; 0 of 0 for a whole one.
struct PartNumber {
  std::uint32_t part = 0;  ///< from 1
  std::uint32_t parts = 0;
};

/// What is in an article, as far as an index must be laid out by it.
struct ArticleOutline {
  std::string_view path;
  std::uint64_t text = 0;  ///< bytes, the path's included
  std::uint32_t claims = 0;
  std::uint32_t linked = 0;  ///< of these, that have a link
};

/// Articles in the order of date and path.
class ArticleStream {
 public:
  ArticleStream() = default;
  ArticleStream(const ArticleStream&) = delete;
  ArticleStream& operator=(const ArticleStream&) = delete;
  virtual ~ArticleStream() = default;
  virtual std::size_t count() const = 0;
  /// Appends for each paragraph its content's hash, and how many stems that has.
  virtual ArticleOutline outline(std::size_t article, std::vector<std::uint64_t>& contents, std::vector<std::uint8_t>& stems) const = 0;
  /// In order, each once.
  virtual IndexedArticle take(std::size_t article) = 0;
};

class Assembly {
 public:
  /// The stream must outlive it. Errors (unread): more than 32-bit numbers can count.
  static Result<Assembly> plan(ArticleStream& stream, const ClaimSchema& schema, PartNumber part = {});
  /// Bytes of the image.
  std::uint64_t size() const { return layout_.end; }
  /// As often as the stream can be taken: the same bytes for the same articles, however many threads work. Sorting takes O(n log n) of the
  /// paragraphs. Whether all went well is known by the sink.
  void write(ImageSink& sink, unsigned jobs);

 private:
  /// Which content each paragraph has: contents are numbered by their first paragraphs.
  struct Grouping {
    std::vector<std::uint32_t> content_of;       ///< by paragraph
    std::vector<std::uint32_t> first_of;         ///< by content: its first paragraph
    std::vector<std::uint32_t> members_begin;    ///< by content, and the end of all
    std::vector<std::uint32_t> articles_of;      ///< by content: in how many it stands
    std::vector<std::uint32_t> paragraphs_from;  ///< by article, and the end of all
  };

  ArticleStream* stream_ = nullptr;
  ClaimSchema schema_;
  IndexHeader header_;
  Layout layout_;
  Grouping grouping_;
  std::vector<std::uint32_t> by_path_;
  std::uint64_t path_bytes_ = 0;  ///< of all paths, with which the text begins

  class Writer;
  static Grouping group(const std::vector<std::uint64_t>& hashes, std::vector<std::uint32_t> paragraphs_from);
};

/// The image of an index of articles in memory, in whatever order they come. Errors (unread): as Assembly::plan.
Result<SharedBytes> assemble(std::vector<IndexedArticle> articles, unsigned jobs, const ClaimSchema& schema = {}, PartNumber part = {});

/// Order of articles in an index.
bool comes_before(std::uint32_t date, std::string_view path, std::uint32_t other_date, std::string_view other_path);

/// The article as it was handed to assemble().
IndexedArticle article_of(const SiteIndex& index, std::uint32_t article);

}  // namespace stet
