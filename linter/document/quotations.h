// Whose words a block quote holds, decided by its own structure and by what stands around it.
#pragma once

#include "document/article.h"

namespace stet {

/// Sets Block::quotation of every block quote that has none yet. O(article).
void decide_quotations(Article& article, const Source& source);

}  // namespace stet
