// After the parse: block quotes that stand for boxes become callouts and tabs, and what was not parsed becomes blocks too.
#pragma once

#include <vector>

#include "document/article.h"
#include "document/unwrap.h"

namespace stet {

/// Names boxes, their titles and defined terms, and extends boxes over their markers.
void name_constructs(Article& article, const Unwrapped& unwrapped);

/// The first mark of `[[page|alias]]`, a shortcode until now, becomes a link over the whole of it.
void name_wiki_links(Article& article, const Source& source);

/// Blocks for the spans, in order, to be inserted among those that were parsed.
std::vector<Block> blocks_not_parsed(const Unwrapped& unwrapped, const std::vector<Span>& directives);

}  // namespace stet
