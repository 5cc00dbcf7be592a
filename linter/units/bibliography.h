// Which blocks list sources: the one answer to “is this a bibliography?”.
//
// A bibliography is what holds references, whatever its heading says: entries with an author at their head, a year, a title, a link, volume
// and pages. A list of which two thirds are entries is one, and so are paragraphs that follow one another or fill a section. Where the
// heading is that of a list of sources, one sign is enough for an entry; without any sign, no heading makes one.
#pragma once

#include <cstdint>
#include <vector>

#include "document/article.h"

namespace stet {

class Grammar;

struct Bibliography {
  std::vector<bool> blocks;  ///< by block of the article: lists, items and paragraphs of references, or of nothing but links
  bool has_sources = false;  ///< some lead out of the article, or name who wrote what when
};

/// O(article).
Bibliography find_bibliography(const Article& article, const Grammar& grammar);

}  // namespace stet
