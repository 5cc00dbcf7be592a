// From articles' fingerprints to an index.
#pragma once

#include <string>
#include <vector>

#include "site/claims.h"
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
  };
  std::vector<Name> attributes;
};

/// The image of an index: the same bytes for the same articles, in whatever order they come and however many threads work. Sorting takes
/// O(n log n) of the paragraphs. Errors (unread): more than 32-bit numbers can count.
Result<SharedBytes> assemble(std::vector<IndexedArticle> articles, unsigned jobs, const ClaimSchema& schema = {});

/// The article as it was handed to assemble().
IndexedArticle article_of(const SiteIndex& index, std::uint32_t article);

}  // namespace stet
