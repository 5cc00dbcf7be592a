// tree-sitter by itself, as its Markdown grammars are meant to be used: the measure that stet's own time is held against.
#pragma once

#include <tree_sitter/api.h>

#include <string_view>
#include <vector>

extern "C" const TSLanguage* tree_sitter_markdown(void);
extern "C" const TSLanguage* tree_sitter_markdown_inline(void);

namespace stet {

/// Calls `use` with each node of a tree.
template <typename Use>
void walk_tree(TSTree* tree, const Use& use) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  for (bool more = true; more;) {
    use(ts_tree_cursor_current_node(&cursor));
    if (ts_tree_cursor_goto_first_child(&cursor) || ts_tree_cursor_goto_next_sibling(&cursor)) continue;
    do more = ts_tree_cursor_goto_parent(&cursor);
    while (more && !ts_tree_cursor_goto_next_sibling(&cursor));
  }
  ts_tree_cursor_delete(&cursor);
}

/// Blocks, then every `inline` node by the inline grammar, restricted to the node's ranges.
class BareParser {
 public:
  BareParser() {
    ts_parser_set_language(blocks_, tree_sitter_markdown());
    ts_parser_set_language(inlines_, tree_sitter_markdown_inline());
    inline_symbol_ = ts_language_symbol_for_name(tree_sitter_markdown(), "inline", 6, true);
    cell_symbol_ = ts_language_symbol_for_name(tree_sitter_markdown(), "pipe_table_cell", 15, true);
  }
  BareParser(const BareParser&) = delete;
  BareParser& operator=(const BareParser&) = delete;
  ~BareParser() {
    ts_parser_delete(blocks_);
    ts_parser_delete(inlines_);
  }

  void parse(std::string_view text, bool with_inlines) {
    TSTree* tree = ts_parser_parse_string(blocks_, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
    if (with_inlines) {
      walk_tree(tree, [&](TSNode node) {
        if (ts_node_symbol(node) == inline_symbol_ || ts_node_symbol(node) == cell_symbol_) parse_inline(text, node);
      });
    }
    ts_tree_delete(tree);
  }

 private:
  TSParser* blocks_ = ts_parser_new();
  TSParser* inlines_ = ts_parser_new();
  TSSymbol inline_symbol_ = 0;
  TSSymbol cell_symbol_ = 0;

  void parse_inline(std::string_view text, TSNode node) {
    std::vector<TSRange> ranges;
    TSPoint point = ts_node_start_point(node);
    std::uint32_t begin = ts_node_start_byte(node);
    for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) {
      const TSNode child = ts_node_child(node, i);
      ranges.push_back({point, ts_node_start_point(child), begin, ts_node_start_byte(child)});
      point = ts_node_end_point(child);
      begin = ts_node_end_byte(child);
    }
    ranges.push_back({point, ts_node_end_point(node), begin, ts_node_end_byte(node)});
    ts_parser_set_included_ranges(inlines_, ranges.data(), static_cast<std::uint32_t>(ranges.size()));
    ts_tree_delete(ts_parser_parse_string(inlines_, nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
  }
};

}  // namespace stet
