// tree-sitter's trees as flat vectors: syntax_tree.cpp is the only file that knows tree-sitter.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/parse_budget.h"
#include "text/span.h"

namespace stet {

/// Nodes of the two Markdown grammars that mean something to us; all others are left out, their children kept.
enum class SyntaxKind : std::uint8_t {
  other,
  error,  ///< the grammar could make nothing of it, its children aside
  // block grammar
  atx_heading,
  setext_heading,
  heading_level_1,
  heading_level_2,
  heading_level_3,
  heading_level_4,
  heading_level_5,
  heading_level_6,
  paragraph,
  list,
  list_item,
  ordered_marker,
  block_quote,
  fenced_code,
  indented_code,
  html_block,
  thematic_break,
  pipe_table,
  pipe_table_header,
  pipe_table_row,
  pipe_table_cell,
  link_definition,
  inline_content,
  block_continuation,
  // inline grammar
  emphasis,
  strong,
  strikethrough,
  code_span,
  code_delimiter,
  emphasis_delimiter,
  latex,
  inline_link,
  full_reference_link,
  collapsed_reference_link,
  shortcut_link,
  image,
  link_text,
  image_description,
  link_destination,
  link_label,
  link_title,
  autolink,
  html_tag,
  entity,
  escape,
  hard_break,
};

/// One node; nodes are in preorder, so a node's descendants are [index + 1, end).
struct SyntaxNode {
  SyntaxKind kind = SyntaxKind::other;
  Span span;  ///< bytes of the text that was parsed
  std::uint32_t end = 0;
};

using SyntaxTree = std::vector<SyntaxNode>;

enum class MarkdownGrammar : std::uint8_t { block, inline_ };

/// Whether the parser reads the text itself, or its coarse copy (see coarse.h) and nothing of what is flat (flat_blocks.h, flat_inlines.h).
/// Both give the same tree; the second is several times faster.
enum class TreeReading : std::uint8_t { coarse, exact };

/// Parses `text` into `tree` (emptied first). False when that takes more than the budget. The caller has seen to it that nesting is
/// bounded: the block grammar's scanner keeps its open blocks in a fixed buffer.
bool parse_syntax(MarkdownGrammar grammar, std::string_view text, const ParseBudget& budget, SyntaxTree& tree,
                  TreeReading reading = TreeReading::coarse);

}  // namespace stet
