// From the block grammar's tree to Article::blocks, and each leaf's text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/offset_map.h"
#include "document/syntax_tree.h"

namespace stet {

/// The text that was parsed and where it comes from.
struct ParsedText {
  std::string_view bytes;
  OffsetMap to_source;
  SyntaxTree tree;
};

/// What an `error` node holds beside its children: the grammar gave up on it, readers do not. Blanks aside.
std::vector<Span> given_up(const ParsedText& parsed, std::uint32_t node);

/// Is it HTML?
inline bool is_html(const ParsedText& parsed, Span span) { return parsed.bytes.substr(span.begin, span.size()).starts_with('<'); }

/// Appends all blocks in preorder, then reads the leaves' texts (reference definitions must be known by then). Returns the comments in HTML
/// blocks: spans of the source, ascending.
std::vector<Span> append_blocks(Article& article, const Source& source, const ParsedText& parsed, const ParseLimits& limits);

}  // namespace stet
