// From articles' fingerprints to an index.
#pragma once

#include <string>
#include <vector>

#include "site/index.h"

namespace stet {

struct IndexedArticle {
  std::string path;              ///< relative to the site's root, with forward slashes
  std::uint64_t bytes_hash = 0;  ///< XXH3 of the file
  ArticlePrint print;
};

/// The image of an index: the same bytes for the same articles, in whatever order they come and however many threads work. Sorting takes
/// O(n log n) of the paragraphs. Errors (unread): more than 32-bit numbers can count.
Result<SharedBytes> assemble(std::vector<IndexedArticle> articles, unsigned jobs);

/// The article as it was handed to assemble().
IndexedArticle article_of(const SiteIndex& index, std::uint32_t article);

}  // namespace stet
