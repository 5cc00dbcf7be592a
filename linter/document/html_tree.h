// The blocks that a browser makes of HTML. html_tree.cpp is the only file that knows Gumbo, the HTML parser.
//
// Why Gumbo: of what Debian 12 and 13 and npm offer, measured on the 6,142 HTML blocks of 3,834 articles (2026-11-29), it parses 25 MB/s as
// browsers do, unbalanced or not; tree-sitter's HTML grammar parses 13 MB/s, finds faults in two blocks of three (fragments are unbalanced)
// and loses a tenth of their text there. Lexbor is not in Debian 12. Gumbo's time and memory on deep nesting are bounded by what HtmlGuard
// lets it see.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "text/span.h"

namespace stet {

/// A block of the kinds that Article has; preorder, as there. Spans are offsets of the text that was parsed.
struct HtmlBlock {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool ordered = false;
  std::uint32_t parent = no_index;
  std::uint32_t end = 0;
  Span span;                            ///< with its tags, as far as they are written
  std::vector<std::vector<Span>> runs;  ///< of a paragraph or heading: its text, in parts; of a table's row: that of each cell
};

struct HtmlText {
  std::string_view bytes;                             ///< as HtmlGuard leaves it
  const std::vector<Span>* markup = nullptr;          ///< what is no text, ascending
  const std::vector<std::uint32_t>* other = nullptr;  ///< offsets of `<hr>` that stand for blocks of Markdown, ascending
};

/// What is hidden (by its element, its `hidden` attribute or its style) is left out. Blocks ascend in the text.
std::vector<HtmlBlock> read_html(const HtmlText& text);

/// The value of an attribute of the tag that `tag` is, as written (references are not resolved); empty when there is none.
std::string html_attribute(std::string_view tag, const char* name);

/// Does the tag hide its element: `hidden`, or a style that says so? `aria-hidden` hides nothing from readers who see.
bool hides_html(std::string_view tag);

}  // namespace stet
