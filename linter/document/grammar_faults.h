// Where the Markdown grammars part from CommonMark and GFM, on text that people write: each fault is kept from them, in a copy that
// only they see, of the same length but for a line end at its end. Their tree is of the copy, text is read from the original.
//
// tests/structure compares the blocks with those of cmark-gfm; what is left of differences is explained there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

/// For the block grammar. It does not see the end of a fence whose line ends in blanks, and takes the rest of the file for code; ends code
/// at a fence in the middle of a line; ends a table and all behind it at a row of blank cells; never ends a declaration (`<!DOCTYPE
/// html>`); knows no `<h1>` to `<h6>` and no `<textarea>` (of CommonMark 0.30); and sees no table whose first line begins with a sign that
/// could begin another block; and loses the block quotation
/// behind HTML in it, and the list item when two blank lines follow. O(bytes).
std::string without_block_faults(std::string_view text);

/// Spans of brackets, `[b]` in `[a [b]](c)`, that stand inside the text of an inline link and are no links themselves unless their label
/// has a definition: the inline grammar takes them for links, and the link around them for text. O(bytes).
std::vector<Span> brackets_in_links(std::string_view text);

}  // namespace stet
