// Flat blocks: paragraphs and ATX headings that stand in no other block and are made of nothing but lines of prose, and code between plain
// fences. Their tree is plain from their lines, so the parser, which takes most of a run's time, need not read them: most of an ordinary
// article is such.
//
// Order of calls:  for (const Stretch& stretch : stretches_of(text))  stretch.flat ? append_flat(...) : parse the stretch by itself.
// The trees are those of the whole text, as tests hold against each other. Two facts make it so (CommonMark 0.31, 5.1 and 5.2): a line that
// begins as prose does in the first column, behind a blank line, closes all lists and quotations; and a paragraph of such lines is ended by
// a blank line or by a heading alone. Fences and HTML that may reach over a blank line are followed; where it cannot be told whether one
// is still open, the rest of the text is left to the parser.
#pragma once

#include <string_view>
#include <vector>

#include "document/syntax_tree.h"

namespace stet {

/// A run of whole lines, blank ones behind it included.
struct Stretch {
  Span span;
  bool flat = false;
};

/// The stretches of a text, one after the other; together they are all of it. O(bytes).
std::vector<Stretch> stretches_of(std::string_view text);

/// Appends the nodes of a flat stretch, with spans of the text.
void append_flat(std::string_view text, Span stretch, SyntaxTree& tree);

}  // namespace stet
