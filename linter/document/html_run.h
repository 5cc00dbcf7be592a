// The text of one paragraph, heading or cell of HTML.
#pragma once

#include <vector>

#include "document/run_writer.h"

namespace stet {

/// Appends one TextRun of `block`: the text of `parts` (spans of leaf.text) without `markup` (ascending spans, those of phrasing elements
/// are read), references decoded, each run of blanks one space.
void append_html_run(Article& article, std::uint32_t block, const LeafText& leaf, const std::vector<Span>& markup,
                     const std::vector<Span>& parts);

}  // namespace stet
