// From a parsed article to what reports show of it.
#pragma once

#include "document/article.h"
#include "findings/prose.h"
#include "units/units.h"

namespace stet {

/// The article as it reads. Linear in the article; of each block for machines only the beginning is kept.
Prose prose_of(const Article& article, const Units& units, const Source& source);

}  // namespace stet
