// Links between the articles of a site: what is linked is what the other article is about.
//
// Order of calls:  ArticleLinks links(input, path);  links.article_at(words);  article_key(path) is the same of the article itself.
// An article is known by its path without what sites leave out of links: the extension, and the name of a folder's own page. Links to a
// part of an article, out of the site or to the article itself lead to no thing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace stet {

/// Of an article's path below the site's root; never 0.
std::uint64_t article_key(std::string_view path);

/// The article that a link in the article at `path` leads to, relative to the site's root and without extension; empty when it leads to
/// none.
std::string linked_path(std::string_view path, std::string_view target);

class ArticleLinks {
 public:
  /// `path` is the article's on the site.
  ArticleLinks(const CheckInput& input, std::string_view path);

  /// Key of the article that some words are a link to, or are linked with others to; 0: of none, or of several.
  std::uint64_t article_at(IndexRange words) const;

 private:
  struct LinkedWords {
    IndexRange words;
    std::uint64_t article = 0;
  };
  std::vector<LinkedWords> links_;  // in the order of the article
};

}  // namespace stet
