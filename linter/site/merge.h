// Several indexes of different articles as one stream, from which a larger one is assembled. They stay on disk: what is held of each
// article is eight bytes.
//
// Order of calls:  auto articles = MergedArticles::of(sources);  Assembly::plan(*articles, …).  For parts that strangers may have made,
// check_parts() first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "site/assemble.h"

namespace stet {

struct MergeSource {
  const SiteIndex* index = nullptr;         ///< whole or a part; it must outlive the stream
  const std::vector<bool>* kept = nullptr;  ///< by article; nullptr: all
};

class MergedArticles : public ArticleStream {
 public:
  explicit MergedArticles(std::vector<MergeSource> sources);
  std::size_t count() const override { return order_.size(); }
  ArticleOutline outline(std::size_t article, std::vector<std::uint64_t>& contents, std::vector<std::uint8_t>& stems) const override;
  IndexedArticle take(std::size_t article) override;

 private:
  struct Place {
    std::uint32_t source = 0;
    std::uint32_t article = 0;
  };
  std::vector<MergeSource> sources_;
  std::vector<Place> order_;

  const SiteIndex& index_of(const Place& place) const { return *sources_[place.source].index; }
  /// Now and then, so that never much of the sources is in memory.
  void give_back_at(std::size_t article) const;
};

/// By what an index's claims were read.
ClaimSchema schema_of(const SiteIndex& index);

/// Do articles stand in the order in which an index has them?
bool is_in_order(const SiteIndex& index);

struct NamedPart {
  std::string path;  ///< of its file
  SiteIndex index;
};

/// Do these parts make one index? Errors (unread) name the part that is at fault: an article stands in two of them, its articles are out of
/// order, it was made by other rules. Errors (usage): one is missing, is there twice, or is of another division.
Result<bool> check_parts(const std::vector<NamedPart>& parts);

/// The image of the index that checked parts make. Errors (unread): as Assembly::plan.
Result<SharedBytes> merged(const std::vector<NamedPart>& parts, unsigned jobs);

}  // namespace stet
